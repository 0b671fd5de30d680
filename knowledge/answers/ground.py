"""What every route of the engine stands on: the plan, its index, and the answers that several routes give."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property, lru_cache

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.authority import Authorities, with_authorities
from knowledge.answers.costs import called, cost_of
from knowledge.answers.excerpts import excerpt
from knowledge.answers.papers import Papers
from knowledge.answers.selecting import TaskSelector
from knowledge.answers.selecting_targets import TargetSelector
from knowledge.answers.spelling import Spellings, as_spelt, spellings
from knowledge.answers.tables import cells_of, tables_of, wholes_of
from knowledge.answers.taking_part import related
from knowledge.lexicon.asking import APPROVES, WHO
from knowledge.lexicon.plan_parts import NO_LAW_AFTER, OTHER_REPORTS
from knowledge.lexicon.questions import Lexicon, Phrase, lexicon, phrase
from knowledge.lexicon.since import STOOD
from knowledge.lexicon.taking_part import WHICH_PART
from knowledge.lexicon.targets import NOTED
from knowledge.model import Passage, Plan, Target, Task
from knowledge.patterns import seldom
from knowledge.postings import Soft
from knowledge.questions import Question, Understanding, find, learnt_abbreviations
from knowledge.search import Index, Match
from knowledge.texts import clauses_of, columns_of, text_of, texts_of
from knowledge.vietnamese import fold

NEAR = 0.35
"""A record that explains so much of a refused question is named beside the refusal."""
NAMED = 3
"""So many are named, and one more where all of them are rows."""
_TOLD = frozenset({"record", "lead", "deadline"})
"""Facets of questions that running text may answer."""
_QUOTED = seldom(r"“([^”]{3,40})”")
_YEAR = seldom(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_FORM = re.compile(r"\(([A-ZĐ]\w?[A-ZĐ]{1,6})\)")
"""What stands in brackets after the words that it is short for: "(LGSP)", "(IoT)"."""
TASK_FACETS = ("cooperation", "product", "deadline", "lead", "authority", "cost")
NUMBERED = frozenset({"solution", "viewpoint"})
"""Parts of the running text that bear numbers, a list where several are shown: "cái 3" of "các giải pháp"."""
ONE_CELL = frozenset({"lead", "cooperation", "product", "deadline", "value"})
"""What is asked of one record."""


class Ground:
    """The plan and what was worked out from it; reading it all happens here, once."""

    def __init__(self, plan: Plan, words: Lexicon | None = None) -> None:
        self.plan = plan
        self.lexicon = words or lexicon()
        authorities = with_authorities(plan.tasks)
        if not authorities:
            self.lexicon = self.lexicon.without("authority")
        abbreviations = learnt_abbreviations(plan, self.lexicon)
        self.index = Index(plan, self.lexicon, abbreviations)
        self.understanding = Understanding(plan, self.lexicon, abbreviations, self.index)
        self._authorities = Authorities(authorities, self.index.words)
        self.task_selector = TaskSelector(plan, self.index, self.lexicon.light, self._authorities)
        self.target_selector = TargetSelector(plan, self.index)
        self.verbatim = self.index.verbatim
        self.papers = Papers(plan)
        self.cells = cells_of(plan)
        self.wholes = wholes_of(plan)
        self.tables = tables_of(plan)
        self.tasks = {t.code: t for t in reversed(plan.tasks)}
        self.passages = {p.code: p for p in plan.passages}
        self.short_forms = frozenset(fold(short) for text in texts_of(plan) for short in _SHORT_FORM.findall(text))
        self._spelt = lru_cache(2048)(self._spellings_of)
        self.printed = lru_cache(1024)(self._words_of)
        self.in_row = lru_cache(1024)(self._words_in_row)

    def of_kind(self, kind: str) -> list[Passage]:
        """The parts of a kind that are counted: of an outer heading what stands under it, of those below them the
        headings."""
        found = [p for p in self.plan.passages if p.kind == kind]
        kept: list[Passage] = []
        for passage in found:
            below = any(p.code.startswith(f"{passage.code}.") for p in found)
            outer = not any(passage.code.startswith(f"{p.code}.") for p in found)
            if not (below and outer) and not any(passage.code.startswith(f"{p.code}.") for p in kept):
                kept.append(passage)
        return kept

    def authority_named(self, q: Question) -> str:
        """The authority that results are said to go to ("trình Quốc hội"), as printed; "" for none."""
        return self._authorities.named(q)[0]

    def _words_of(self, code: str) -> frozenset[str]:
        """The folded words of a record, those of its names included."""
        return frozenset(w for text in self.texts_of(code) for w in self.index.words(text))

    def _words_in_row(self, code: str) -> frozenset[str]:
        """The folded words of a record and of its cells."""
        task, target = self.plan.task(code), self.plan.target(code)
        cells: tuple[str, ...] = (task.lead_printed, task.cooperating_printed) if task else ()
        cells = (target.place, target.value_printed, target.unit, str(target.horizon)) if target else cells
        return self.printed(code).union(word for cell in cells for word in self.index.words(cell))

    def is_record(self, code: str) -> bool:
        """Whether a code is that of a task, a target or running text, and not of an area or a group."""
        return code in self.tasks or code in self.passages or self.plan.target(code) is not None

    def texts_of(self, code: str) -> tuple[str, ...]:
        """The texts of a record: its own, and its names."""
        record = self.tasks.get(code) or self.plan.target(code) or self.passages[code]
        if isinstance(record, Passage):
            return (text_of(record),)
        return (text_of(record), *record.names, *(columns_of(record) if isinstance(record, Task) else ()))

    def as_spelt(self, matches: Sequence[Match], q: Question) -> list[Match]:
        """The matches without what only the letters of a word share with the question: "họp" is not "hợp"."""
        if not q.spelt:
            return list(matches)
        weights = {w: self.index.idf(w) for w in q.hard if w not in self.lexicon.light}
        return as_spelt(matches, q, weights, self._spelt)

    def _spellings_of(self, code: str, text: str) -> Spellings:
        """The spellings in a piece of running text, else in the whole record."""
        return spellings(text or " ".join(self.texts_of(code)))

    def beyond_areas(self, q: Question) -> list[str]:
        """Hard words that neither the areas and groups named nor the asking explain."""
        titles = (title for place in q.parts for title in place.called)
        known = {fold(a.code) for a in q.areas}.union(w for title in titles for w in self.index.words(title))
        return [w for w in q.hard if w not in known and w not in q.asking and not w.isdigit()]

    def weights(self, q: Question) -> list[tuple[dict[str, float], float]]:
        """The words that weigh of each wording of a question, and what they weigh together."""
        weighed = ({w: self.index.idf(w) for w in variant if not isinstance(w, Soft)} for variant in q.variants)
        return [(weights, sum(weights.values())) for weights in weighed if weights]

    def explained(self, text: str, weights: Sequence[tuple[dict[str, float], float]]) -> float:
        """The share 0–1 of a question's weight that the words of a text make up, by the wording that suits best."""
        words = set(self.index.words(text))
        return max(
            (sum([weight for w, weight in one.items() if w in words]) / whole for one, whole in weights), default=0.0
        )

    def names_paper(self, task: Task, kind: Phrase) -> bool:
        """Whether a task names a paper of a kind ("nghị định"), as what it follows or results in; "pháp luật" is no
        law."""
        words = [str(w) for w in self.index.words(f"{task.title} {task.product}")]
        at = find(words, kind)
        return at >= 0 and words[max(0, at - 1)] not in NO_LAW_AFTER

    def of_task_before(self, q: Question, before: Topic) -> bool:
        """ "Kết quả báo cáo ở đâu?" after a task that is reported: nothing is said that is not of it."""
        spoken_of = before.record in self.tasks and not q.says(*OTHER_REPORTS)
        return spoken_of and self.printed(before.record).issuperset(q.hard)

    def none(self, q: Question, matches: Sequence[Match] = ()) -> Answer:
        """A refusal, with the nearest of what was found."""
        near = self._near(matches, facet_of(q) in _TOLD)
        clauses = {code: self._excerpt(code, q) for code in near}
        score = matches[0].sure if matches else 0.0
        return Answer("none", facet_of(q), candidates=tuple(near), score=score, clauses=clauses)

    def _near(self, matches: Sequence[Match], telling: bool) -> list[str]:
        """The records to name beside a refusal; `telling`: running text that explains less than the rows do as well."""
        told = max((m.coverage for m in matches if m.entry.kind != "passage"), default=0.0)
        passages = [m for m in matches if m.entry.kind == "passage" and m.coverage > NEAR]
        shown = [m for m in passages if m.coverage > told] or (passages[:1] if telling else [])
        near = [m for m in matches if m in shown or (m.entry.kind != "passage" and m.coverage > NEAR)]
        kept = near[:NAMED]
        return [m.entry.code for m in (*kept, *(m for m in shown[:1] if m not in kept))]

    def clause_asked(self, code: str, q: Question) -> tuple[float, str]:
        """The clause of running text that has most of a question's words, and the share 0–1 of them that it has."""
        weights = self.weights(q)
        said = [(self.explained(c, weights), c) for c in clauses_of(self.passages[code])]
        return max(said, key=lambda pair: pair[0], default=(0.0, ""))

    def _excerpt(self, code: str, q: Question) -> str:
        """A line of a title, a target or running text with most of a question's words."""
        target = self.plan.target(code)
        title = self.tasks[code].title if code in self.tasks else target.statement or target.metric if target else ""
        weights = {w: weight for one, _ in self.weights(q) for w, weight in one.items()}
        return excerpt(title or self.clause_asked(code, q)[1], weights, self.index.words)

    def about_task(self, q: Question, tasks: Sequence[Task], score: float, facet: str = "") -> Answer:
        """The cell of tasks that is asked for; `facet`: another one."""
        codes = tuple(t.code for t in tasks)
        yes = self.verdict(q, tasks[0]) if len(tasks) == 1 else None
        return Answer("answer", facet or facet_of(q), records=codes, yes=yes, score=score)

    def verdict(self, q: Question, task: Task) -> bool | None:
        """Yes or no, where a unit was put forward; neither where the cell names several as one, who may include it."""
        if not q.units or not (q.has("yes_no") or q.asks_whether):
            return None
        cells = task.cooperating if q.has("cooperation") else task.lead
        if any(related(u, c, self.plan) for u in q.units for c in cells):
            return True
        several = any(unit.collective for c in cells if (unit := self.plan.unit(c)))
        return None if several and not all(unit.outside for unit in q.units) else False

    @cached_property
    def quotations(self) -> list[tuple[Phrase, Passage, str]]:
        """What stands in quotation marks, as folded words, with the clause it stands in."""
        quoted = (
            (phrase(name), passage, clause)
            for passage in self.plan.passages
            for clause in clauses_of(passage)
            for name in _QUOTED.findall(clause)
        )
        return [one for one in quoted if len(one[0]) > 1]

    @cached_property
    def cells_of_targets(self) -> frozenset[str]:
        """The cells of tasks that rows of targets have as well: "Chủ trì: Bộ Xây dựng" among their notes."""
        notes = [note for target in self.plan.targets for note in target.notes]
        return frozenset(cell for cell, said in NOTED if said and any(note.startswith(said) for note in notes))

    @cached_property
    def costs(self) -> Mapping[str, Target]:
        """What tasks cost, by their codes, where a column of their table tells it."""
        return {code: cost for code, task in self.tasks.items() if task.notes and (cost := cost_of(task))}

    @cached_property
    def parts_of_costs(self) -> Mapping[Phrase, str]:
        """What the columns are called that tell parts of what tasks cost: "Ngân sách tỉnh"."""
        return {phrase(name): name for task in self.plan.tasks if task.notes for name in called(task)}

    @cached_property
    def standing(self) -> frozenset[str]:
        """The targets that tell how things stood when they were set: "(Xếp hạng hiện tại: 45)"."""
        return frozenset(t.code for t in self.plan.targets if t.baseline and t.baseline.startswith("("))

    @cached_property
    def years_stood(self) -> frozenset[int]:
        """Years before for which targets tell a value: "(năm 2025: 61,4%)"."""
        told = (found["year"] for t in self.plan.targets if t.baseline for found in STOOD.finditer(t.baseline))
        return frozenset(map(int, told))

    @cached_property
    def years_of_targets(self) -> frozenset[int]:
        """Years for which targets are set, or of which they tell how things stood ("Hiện trạng năm 2025: 62")."""
        told = (note for target in self.plan.targets for note in (*target.notes, target.baseline or ""))
        return frozenset((*self.plan.horizons, *(int(y) for note in told for y in _YEAR.findall(note))))


def facet_of(q: Question) -> str:
    """Which cell of a task is asked for; "record" when none is named."""
    if q.has("authority"):
        return "authority"
    if q.has("cooperation") and q.has("lead") and q.units and q.says(*WHICH_PART):
        return "lead"
    if q.has("cooperation") and not (q.asks_share and q.has("measured")):
        # "Văn phòng phối hợp ai" and "ai phối hợp": both the cooperation cell
        return "cooperation"
    if q.has("product") or q.says(*APPROVES):
        return "product"
    if q.has("deadline") and not (q.asks_share and q.codes):
        return "deadline"  # "Việc 14 giảm bao nhiêu phần trăm thời gian": a part of the record, and no cell
    return "lead" if q.has("lead") or (WHO in q.said and not q.has("whom")) else "record"


def hard_beyond(q: Question, known: Collection[str]) -> list[str]:
    """The words of a question that weigh, but for those that are known to be said."""
    return [w for w in q.hard if w not in known]


def list_of(codes: Sequence[str], thing: str, filters: dict[str, str] | None = None) -> Answer:
    """A list of records."""
    return Answer("answer", "list", tuple(codes), thing=thing, count=len(codes), filters=filters or {})
