"""The engine: a question goes through the routes in order until one of them has an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from knowledge.answers import (
    beyond,
    comparing,
    costing,
    duties,
    excluding,
    following,
    growth,
    head,
    lasting,
    lists,
    of_papers,
    others,
    over_years,
    paper_sought,
    pointing,
    ranking,
    sections,
    siblings,
    so_many,
    tallies,
    twofold,
    unit_lists,
    unsaid,
)
from knowledge.answers.answer import Answer, Topic
from knowledge.answers.choosing import share_said
from knowledge.answers.fitting import names_another, of_the_day
from knowledge.answers.ground import NUMBERED, TASK_FACETS, Ground
from knowledge.answers.of_tables import of_tables
from knowledge.answers.of_targets import by_percent
from knowledge.answers.referring import resolved
from knowledge.answers.single import by_code, single
from knowledge.answers.standing_asked import standing_asked
from knowledge.lexicon.courtesies import ONESELF, WAS_ASKED, WRITING
from knowledge.lexicon.plan_parts import DATED_PRINTED, NAMED_YEAR, THIS_YEAR
from knowledge.lexicon.questions import Lexicon, Phrase
from knowledge.model import Plan
from knowledge.patterns import seldom
from knowledge.questions import Question
from knowledge.vietnamese import fold

CLAUSE = 2
"""Words that weigh in a clause that is a question by itself."""
_CLAUSES = seldom(r"(?<!\d)[,.;:!?](?!\d)")
REMEMBERED = 500
"""Records of a list that a follow-up may be about ("kể ra", "việc nào có …")."""
LONGEST_SAID = 160
"""Characters of a question that may be said anew with another year."""
LISTED_PAPERS = 30
"""Papers of a list of which a follow-up asks one ("cái thứ 2 ban hành ngày nào")."""
SHOWN_TOGETHER = 8
"""Targets of one answer that a follow-up is about ("còn 2030?")."""
TOLD = 6
"""Records told one by one that a follow-up may be about."""
_OF_WORDS = frozenset({*TASK_FACETS, "record", "value", "section", "comparison"})
"""Facets of answers for which words were compared with records."""
_SAID_ANEW = frozenset({"list", "count", "units", "most", "progress"})
"""Facets of answers that are asked for anew with another year, or for the other end."""
_NO_RECORDS = frozenset({"area", "group", "part"})
"""Things of lists that are no records."""
Route = Callable[[Ground, Question, Topic], Answer | None]
ROUTES: tuple[Route, ...] = (
    following.small_talk,
    excluding.excluding,
    ranking.ranked,
    pointing.nth,
    by_code,
    twofold.some_of_them,
    twofold.asked_twice,
    of_papers.paper_again,
    comparing.due_first,
    of_tables,
    over_years.over_years,
    comparing.figures,
    paper_sought.sought,
    of_papers.issued_by,
    costing.costing,
    head.again,
    growth.growth,
    head.head,
    head.funding,
    sections.annex_title,
    duties.duty,
    sections.reports,
    beyond.beyond,
    standing_asked,
    so_many.so_many,
    unit_lists.units_asked,
    others.alike,
    others.besides,
    others.about_this,
    pointing.pointed,
    siblings.another,
    following.follow_up,
    of_papers.legal,
    of_papers.papers_made,
    of_papers.papers_listed,
    unit_lists.share,
    tallies.most,
    tallies.more,
    tallies.count_of_each,
    sections.by_place,
    sections.passage_by_number,
    sections.objectives,
    duties.aims,
    duties.named,
    lists.list_or_count,
    lists.only_named,
    by_percent,
    lasting.how_long,
    comparing.of_two,
    comparing.compared,
)
"""In the order in which they are tried; what none of them answers is about one record."""


class Engine:
    """Answers questions about one plan. Building it reads the whole plan; answering changes nothing."""

    def __init__(self, plan: Plan, words: Lexicon | None = None) -> None:
        self._ground = Ground(plan, words)
        self.plan = plan
        self.index = self._ground.index
        self.understanding = self._ground.understanding

    def answer(self, question: str, topic: str = "", today: date | None = None) -> Answer:
        """The answer to one question; `topic` is what an earlier Answer of the conversation gave back; `today` tells
        which of a plan's years "năm nay" is. Never raises."""
        before = Topic.load(topic)
        q = self.understanding.read(question if today is None else self._in_year(question, today.year))
        if not q.words:
            return Answer("chat", topic=topic)
        if before.said or before.record or before.listed:
            q, before = resolved(self._ground, q, before)
        found = _routed(self._ground, q, before)
        if found.kind == "none" and not found.facts:
            q, found = _by_clauses(self._ground, q, before) or _of_what_was_told(self._ground, q, before) or (q, found)
        if found.kind == "chat":
            return replace(found, topic=topic)
        score = found.score
        if found.kind == "answer" and found.facet in _OF_WORDS and not (found.assumed or q.codes or q.documents):
            score *= share_said(self._ground, q, found.records[:SHOWN_TOGETHER])
        return replace(found, score=score, topic=_topic(self._ground, q, found, before).dump())

    def _in_year(self, question: str, year: int) -> str:
        """A question with this year's number for "năm nay", where the plan is for several years and this is one."""
        within = self.plan.starts <= year <= self.plan.period_ends and self.plan.starts < self.plan.period_ends
        return THIS_YEAR.sub(rf"\1 {year}", NAMED_YEAR.sub(r"\1 \2", question)) if within else question

    def record(self, code: str, facet: str, topic: str = "") -> Answer:
        """The answer about a record that was chosen from several; `facet` as it was asked."""
        of_task = self.plan.task(code) is not None
        of_target = self.plan.target(code) is not None
        facet = facet if of_task else "value" if of_target else "section"
        found = Answer("answer", facet, records=(code,), score=1.0)
        before = Topic.load(topic)
        return replace(found, topic=replace(before, facet=found.facet, record=code).dump())


def _routed(ground: Ground, q: Question, before: Topic) -> Answer:
    """What the first route says that has an answer."""
    for route in ROUTES:
        if (found := route(ground, q, before)) is not None:
            return unsaid.checked(ground, q, excluding.heard(ground, q, found))
    found = excluding.heard(ground, q, single(ground, q, before))
    if found.kind == "none" and not found.facts:
        found = unit_lists.leading_part(ground, q) or found
    return unsaid.checked(ground, q, comparing.joined(ground, q, found) or found)


def _by_clauses(ground: Ground, q: Question, before: Topic) -> tuple[Question, Answer] | None:
    """The answer to the end of a long message, where its beginning only tells why it is asked."""
    clauses = [c.strip() for c in _CLAUSES.split(q.text) if c.strip()]
    if len(clauses) < 2 or q.foreign or q.body or q.documents or q.has("money", "person", "now"):
        return None
    day = of_the_day(ground, q)
    for at in range(1, len(clauses)):
        part = ground.understanding.read(", ".join(clauses[at:]))
        told = tuple(ground.understanding.words(", ".join(clauses[:at])))
        if len(part.sought) < CLAUSE or not _only_tells(told) or (day and WAS_ASKED not in told):
            return None
        found = _routed(ground, part, before)
        values = [code for code in found.records if ground.plan.target(code)]
        if found.kind == "answer" and not any(names_another(ground, code, q) for code in values):
            return part, found
    return None


def _of_what_was_told(ground: Ground, q: Question, before: Topic) -> tuple[Question, Answer] | None:
    """The answer to a question that names nothing, about what was told before it: "em theo dõi đề án A, không biết hạn
    là khi nào"; where that is one record, which says all that is asked."""
    clauses = [c.strip() for c in _CLAUSES.split(q.text) if c.strip()]
    for at in range(1, len(clauses)):
        words = fold(clauses[at]).split()
        begun = (len(o.folded) for o in ground.lexicon.openers if tuple(words[: len(o.folded)]) == o.folded)
        opener = max(begun, default=0)
        asked = ", ".join((" ".join(clauses[at].split()[opener:]), *clauses[at + 1 :])) if opener else ""
        if not asked:
            continue
        part = ground.understanding.read(asked)
        whole = ground.understanding.read(", ".join((*clauses[:at], asked)))
        found = _routed(ground, whole, before)
        one = found.records[0] if found.kind == "answer" and len(found.records) == 1 else ""
        if one and ground.printed(one).issuperset(w for w in part.hard if w not in part.asking):
            return whole, found
    return None


def _only_tells(words: Phrase) -> bool:
    """Whether the beginning of a message tells of those who ask, or what they write."""
    return not ONESELF.isdisjoint(words) or any(words[: len(said)] == said for said in WRITING)


def _papers(ground: Ground, found: Answer, before: Topic) -> tuple[str, ...]:
    """The papers that were listed, while papers are spoken of."""
    if found.facet == "papers":
        return tuple(name for name, _ in found.tally)[:LISTED_PAPERS]
    if found.thing == "basis":
        return tuple(basis.text.split(DATED_PRINTED)[0] for basis in ground.plan.legal_bases)[:LISTED_PAPERS]
    return before.papers if found.facet == "legal" else ()


def _said(ground: Ground, q: Question, found: Answer, before: Topic) -> tuple[str, ...]:
    """The messages that say together of what the list or the tally is that the conversation is about; () where that is
    not known."""
    if found.said:
        return found.said
    if found.facet in _SAID_ANEW and (found.kind == "answer" or found.count == 0):
        if before.said and q.has("show") and not q.years and found.records == before.listed:
            return before.said
        leans = bool(before.listed) and _routed(ground, q, Topic()).records != found.records
        return () if leans else (q.text[:LONGEST_SAID],)
    if not before.said and _refused_of(q, found):
        return (q.text[:LONGEST_SAID],)
    of_it = found.assumed or (found.records and set(before.listed).issuperset(found.records))
    return before.said if found.kind == "none" or of_it else ()


def _refused_of(q: Question, found: Answer) -> str:
    """The thing of a list that is refused: "còn phòng A?" after it asks for the same of another unit."""
    refused = found.kind == "none" and found.facet == "list" and not found.thing
    return next((thing for thing in ("target", "task") if thing in q.things), "") if refused else ""


def _is_of_some(ground: Ground, found: Answer) -> bool:
    """Whether targets, or several tasks, were told that a follow-up may be about."""
    if not found.records or found.kind != "answer":
        return False
    if ground.plan.target(found.records[0]):
        return found.facet in ("value", "comparison")
    return len(found.records) > 1 and found.facet in (*TASK_FACETS, "record") and found.records[0] in ground.tasks


def _whole(found: Answer, before: Topic) -> tuple[str, ...]:
    """The longer list of which the one found is some."""
    longer = (one for one in (before.listed, before.whole) if set(found.records) < set(one))
    return next(longer, ()) if found.records else ()


def _amended(q: Question) -> tuple[str, ...]:
    """The numbers of the papers of which it is asked what amends them: the answer is about that."""
    return tuple(d.number for d in q.documents) if q.has("amend") else ()


def _told(found: Answer, before: Topic) -> tuple[str, ...]:
    """The records of the last answers that were about one each: "hai cái đó", "nhắc lại cái đầu"."""
    if found.kind != "answer" or found.facet == "legal":
        return before.told
    if len(found.records) != 1 or found.facet not in _OF_WORDS:
        return tuple(code for code in before.told if code in found.records)
    return (*[code for code in before.told if code not in found.records][1 - TOLD :], *found.records)


def _topic(ground: Ground, q: Question, found: Answer, before: Topic) -> Topic:
    of_list = found.facet in ("list", "count") or (found.facet == "progress" and found.thing == "task")
    of_list = of_list or (found.facet == "section" and found.thing in NUMBERED and len(found.records) > 1)
    several = of_list and len(found.records) > 1
    record = found.records[0] if found.records and found.thing not in _NO_RECORDS and not several else ""
    listed = found.records if of_list else before.listed
    target = ground.plan.target(record) if record else None
    refused = "" if before.said else _refused_of(q, found)
    facet = found.facet if found.kind != "none" or refused or (found.count == 0 and found.thing) else before.facet
    return Topic(
        facet=facet,
        record=record or (before.record if found.kind == "none" else ""),
        listed=tuple(listed)[:REMEMBERED],
        candidates=found.candidates if found.kind == "clarify" else before.candidates,
        horizon=target.horizon if target else before.horizon,
        thing=(found.thing or refused) if listed is found.records else before.thing,
        filters=found.filters if listed is found.records else before.filters,
        paper=ground.papers.quoted(found.quotations, _amended(q)) or (before.paper if found.kind == "none" else ""),
        together=found.records[:SHOWN_TOGETHER] if _is_of_some(ground, found) else (),
        papers=_papers(ground, found, before),
        said=_said(ground, q, found, before),
        whole=_whole(found, before) if listed is found.records else before.whole,
        told=_told(found, before),
        asked=found.facts.get("asked", "") or (before.asked if found.kind == "none" else ""),
    )
