"""How the plan itself is carried out: reports, the own plans of those who carry it out, amendments, effect, money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.ground import Ground
from knowledge.lexicon.duties import AIMS, BEFORE_TITLE, DUTIES, OF_CARRYING, UNITS, Duty
from knowledge.lexicon.plan_parts import SHOWN_WHEN_NAMED
from knowledge.lexicon.questions import Phrase
from knowledge.model import Passage
from knowledge.questions import Question, find
from knowledge.texts import clauses_of
from knowledge.vietnamese import fold_word

OF_TITLE = 4
"""Words that name a task where its title has them side by side."""
_PIECE = re.compile(r"\n+")


def duty(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Các bộ cập nhật chương trình xong trước ngày nào": the clause that says so."""
    if (
        q.has("money", "overdue", "soon", "person", "today", "contact", "web", "form")
        or q.codes
        or q.targets
        or q.foreign
    ):
        return None
    if ground.of_task_before(q, before):
        return None
    if q.documents:
        carried_out = ground.index.words(f"{ground.plan.title} {ground.plan.number}")
        if any(paper.number not in carried_out for paper in q.documents):
            return None
    for one in DUTIES:
        if one.begins.isdisjoint(q.said):
            continue
        if all(q.says(*group) for group in one.asked) and not _left_over(ground, q, *one.words):
            found = next(_saying(ground, one, q), None)
            if found is not None:
                passage, clause = found
                return None if _names_task(ground, q) else _quoted(passage, clause)
    return None


def _names_task(ground: Ground, q: Question) -> bool:
    """Whether a cell is asked for of a task in whose title all that weighs stands side by side: "kinh phí quản lý hành
    chính ai chủ trì"."""
    cell = q.has("lead", "cooperation", "product") and len(q.hard) >= OF_TITLE
    return cell and any(find(ground.index.words(task.title), q.hard) >= 0 for task in ground.plan.tasks)


def _left_over(ground: Ground, q: Question, *others: Phrase) -> list[str]:
    """Words that weigh and say something else than `others` and what the plan and its people are called."""
    said = {word for one in (*OF_CARRYING, *others) if find(q.words, one) >= 0 for word in one}
    known = {*said, *_called(ground, q), *q.asking}
    return [w for w in map(fold_word, q.hard) if not w.isdigit() and w not in known and w not in ground.lexicon.light]


def _called(ground: Ground, q: Question) -> set[str]:
    """The words of the plan's title and number that stand where it is called by them."""
    title = {*ground.index.words(f"{ground.plan.title} {ground.plan.number}")}
    found: set[str] = set()
    inside = False
    for word in q.words:
        inside = word in BEFORE_TITLE or (inside and word in title)
        found.update({word} if inside and word in title else ())
    return found


def _saying(ground: Ground, duty: Duty, q: Question) -> Iterator[tuple[Passage, str]]:
    """The clauses that say it: first those with the kind of day that is asked for, then those of the organisation,
    then those with most words of the question."""
    wanted = set(q.words)
    asked = [printed for phrases, printed in UNITS if q.says(*phrases)]
    found = [
        (
            any(one.search(line) for one in asked),
            passage.kind == "organization",
            len(wanted.intersection(ground.index.words(line))),
            passage,
            line,
        )
        for passage in ground.plan.passages
        if passage.kind not in SHOWN_WHEN_NAMED
        for line in _PIECE.split(passage.text)
        if duty.clause.search(line)
    ]
    best = sorted(found, key=lambda one: one[:3], reverse=True)
    return ((passage, _clause(duty, passage, line)) for *_, passage, line in best)


def _clause(duty: Duty, passage: Passage, line: str) -> str:
    return next((c for c in clauses_of(passage) if c in line and duty.clause.search(c)), "")


def _quoted(passage: Passage, clause: str) -> Answer:
    facts = {"clause": clause} if clause and clause != passage.text else {}
    return Answer("answer", "section", records=(passage.code,), facts=facts)


def named(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "6 rõ là gì": what the plan puts in quotation marks, where nothing else is said."""
    if not q.has("about", "show", "list", "mention") or ("task" in q.things and (q.years or q.quarter)):
        return None  # "nhiệm vụ có thời hạn hoàn thành trong năm 2028": a list, though “Hoàn thành” is quoted
    for name, passage, clause in ground.quotations:
        if find(q.words, name) >= 0 and all(w in name or w in q.asking for w in q.hard):
            return _quoted(passage, clause)
    return None


def aims(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Mục tiêu của kế hoạch này là gì": the part on the aims, where the plan prints no general one."""
    if (
        not q.says(*AIMS)
        or not q.has("about", "list")
        or q.years
        or q.areas
        or q.has("count", "value", "lead", "deadline")
    ):
        return None
    if "target" in q.things or _left_over(ground, q, *AIMS):
        return None
    found = tuple(p.code for p in ground.of_kind("objective"))
    return Answer("answer", "section", records=found, thing="objective", count=len(found)) if found else None
