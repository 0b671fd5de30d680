"""What every route of the engine stands on: the plan, its index, and the answers that several routes give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from knowledge.answers.answer import Answer, Derivation, Topic
from knowledge.answers.authority import Authorities, authority_of
from knowledge.answers.papers import Papers
from knowledge.answers.selecting import Selector, related
from knowledge.answers.spelling import Spellings, as_spelt, spellings
from knowledge.lexicon.plan_parts import OTHER_REPORTS
from knowledge.lexicon.questions import Lexicon, lexicon
from knowledge.model import Passage, Plan, Target, Task
from knowledge.postings import Soft
from knowledge.questions import Question, Understanding, learnt_abbreviations
from knowledge.search import Index, Match
from knowledge.texts import clauses_of, text_of, texts_of
from knowledge.vietnamese import fold

NEAR = 0.35
"""A record that explains so much of a refused question is named beside the refusal."""
NAMED = 3
"""So many are named, and one more where all of them are rows."""
_TOLD = frozenset({"record", "lead"})
"""Facets of questions that running text may answer."""
_SHORT_FORM = re.compile(r"\(([A-ZĐ]\w?[A-ZĐ]{1,6})\)")
"""What stands in brackets after the words that it is short for: "(LGSP)", "(IoT)"."""
TASK_FACETS = ("cooperation", "product", "deadline", "lead", "authority")


class Ground:
    """The plan and what was worked out from it; reading it all happens here, once."""

    def __init__(self, plan: Plan, words: Lexicon | None = None) -> None:
        self.plan = plan
        self._lexicon = words or lexicon()
        if not any(map(authority_of, plan.tasks)):
            self._lexicon = self._lexicon.without("authority")
        abbreviations = learnt_abbreviations(plan, self._lexicon)
        self.index = Index(plan, self._lexicon, abbreviations)
        self.understanding = Understanding(plan, self._lexicon, abbreviations, self.index)
        self._selector = Selector(plan, self.index, self._lexicon.light, Authorities(plan.tasks, self.index.words))
        self._verbatim = self.index.verbatim
        self._papers = Papers(plan)
        self._tasks = {t.code: t for t in reversed(plan.tasks)}
        self._passages = {p.code: p for p in plan.passages}
        self._short_forms = frozenset(fold(short) for text in texts_of(plan) for short in _SHORT_FORM.findall(text))
        self._spelt = lru_cache(2048)(self._spellings_of)
        self._printed = lru_cache(1024)(self._words_of)

    def _facet(self, q: Question) -> str:
        """Which cell of a task is asked for; "record" when none is named."""
        if q.has("authority"):
            return "authority"
        if q.has("cooperation"):
            # "Văn phòng phối hợp ai" and "ai phối hợp": both the cooperation cell
            return "cooperation"
        if q.has("product"):
            return "product"
        if q.has("deadline"):
            return "deadline"
        return "lead" if q.has("lead") or ("ai" in q.words and not q.has("whom")) else "record"

    def _task(self, code: str) -> Task:
        return self._tasks[code]

    def _hard(self, q: Question) -> list[str]:
        return q.hard

    def _of_kind(self, kind: str) -> list[Passage]:
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

    def _words_of(self, code: str) -> frozenset[str]:
        """The folded words of a record, those of its names included."""
        return frozenset(w for text in self._texts_of(code) for w in self.index.words(text))

    def _texts_of(self, code: str) -> tuple[str, ...]:
        record = self._tasks.get(code) or self.plan.target(code) or self._passages[code]
        return (text_of(record),) if isinstance(record, Passage) else (text_of(record), *record.names)

    def _as_spelt(self, matches: Sequence[Match], q: Question) -> list[Match]:
        """The matches without what only the letters of a word share with the question: "họp" is not "hợp"."""
        if not q.spelt:
            return list(matches)
        weights = {w: self.index.idf(w) for w in q.hard if w not in self._lexicon.light}
        return as_spelt(matches, q, weights, self._spelt)

    def _spellings_of(self, code: str, text: str) -> Spellings:
        """The spellings in a piece of running text, else in the whole record."""
        return spellings(text or " ".join(self._texts_of(code)))

    def _hard_beyond(self, q: Question, known: Sequence[str]) -> list[str]:
        return [w for w in self._hard(q) if w not in known]

    def _beyond_areas(self, q: Question) -> list[str]:
        """Hard words that neither the areas and groups named nor the asking explain."""
        titles = (*(n for a in q.areas for n in (a.title, *a.names)), *(g.title for g in q.groups))
        known = {w for title in titles for w in self.index.words(title)}
        return [w for w in q.hard if w not in known and w not in q.asking and not w.isdigit()]

    def _weights(self, q: Question) -> list[tuple[dict[str, float], float]]:
        """The words that weigh of each wording of a question, and what they weigh together."""
        weighed = ({w: self.index.idf(w) for w in variant if not isinstance(w, Soft)} for variant in q.variants)
        return [(weights, sum(weights.values())) for weights in weighed if weights]

    def _explained(self, text: str, weights: Sequence[tuple[dict[str, float], float]]) -> float:
        """The share 0–1 of a question's weight that the words of a text make up, by the wording that suits best."""
        words = set(self.index.words(text))
        return max(
            (sum([weight for w, weight in one.items() if w in words]) / whole for one, whole in weights), default=0.0
        )

    def _of_task_before(self, q: Question, before: Topic) -> bool:
        """ "Kết quả báo cáo ở đâu?" after a task that is reported: nothing is said that is not of it."""
        spoken_of = before.record in self._tasks and not q.says(*OTHER_REPORTS)
        return spoken_of and self._printed(before.record).issuperset(q.hard)

    def _none(self, q: Question, matches: Sequence[Match] = ()) -> Answer:
        near = self._near(matches, self._facet(q) in _TOLD)
        clauses = {code: self._clause_asked(code, q)[1] for code in near if code in self._passages}
        score = matches[0].sure if matches else 0.0
        return Answer("none", self._facet(q), candidates=tuple(near), score=score, clauses=clauses)

    def _near(self, matches: Sequence[Match], telling: bool) -> list[str]:
        """The records to name beside a refusal; `telling`: running text that explains less than the rows do as well."""
        told = max((m.coverage for m in matches if m.entry.kind != "passage"), default=0.0)
        passages = [m for m in matches if m.entry.kind == "passage" and m.coverage > NEAR]
        shown = [m for m in passages if m.coverage > told] or (passages[:1] if telling else [])
        near = [m for m in matches if m in shown or (m.entry.kind != "passage" and m.coverage > NEAR)]
        kept = near[:NAMED]
        return [m.entry.code for m in (*kept, *(m for m in shown[:1] if m not in kept))]

    def _clause_asked(self, code: str, q: Question) -> tuple[float, str]:
        """The clause of running text that has most of a question's words, and the share 0–1 of them that it has."""
        weights = self._weights(q)
        said = [(self._explained(c, weights), c) for c in clauses_of(self._passages[code])]
        return max(said, key=lambda pair: pair[0], default=(0.0, ""))

    def _about_task(self, q: Question, tasks: Sequence[Task], score: float, facet: str = "") -> Answer:
        codes = tuple(t.code for t in tasks)
        yes = self._verdict(q, tasks[0]) if len(tasks) == 1 else None
        return Answer("answer", facet or self._facet(q), records=codes, yes=yes, score=score)

    def _verdict(self, q: Question, task: Task) -> bool | None:
        """Yes or no, where a unit was put forward."""
        if not q.units or not q.has("yes_no"):
            return None
        cells = task.cooperating if q.has("cooperation") else task.lead
        return any(related(u, c, self.plan) for u in q.units for c in cells)

    def _on_path(self, target: Target, year: int) -> Answer | None:
        pace = target.pace
        if pace is None or year < pace.start_year or year > self.plan.period_ends:
            return None
        steps = [
            (y, min(pace.limit, pace.start + pace.step * (y - pace.start_year)))
            for y in range(pace.start_year, year + 1)
        ]
        derived = Derivation(steps[-1][1], target.unit, target.comparator or "=", tuple(steps))
        return Answer("answer", "value", records=(target.code,), derived=derived)

    def _between(self, q: Question, target: Target) -> Answer | None:
        """How much a target grows from one year to another of its path: "từ 2022 đến 2024 tăng bao nhiêu"."""
        first, last = min(q.years, default=0), max(q.years, default=0)
        found = self._on_path(target, last) if first < last else None
        if found is None or found.derived is None or target.pace is None or first < target.pace.start_year:
            return None
        steps = tuple(step for step in found.derived.steps if step[0] >= first)
        return replace(found, derived=replace(found.derived, steps=steps), difference=steps[-1][1] - steps[0][1])

    def _reaching(self, q: Question, target: Target, *, always: bool = False) -> Answer | None:
        """In which year a target that grows by the year comes to a percentage, or to its limit: "bao giờ đạt 100".
        `always`: to its limit where the question asks neither."""
        pace = target.pace
        if pace is None:
            return None
        numbers = (*q.percents, *(float(w) for w in q.words if w.isdigit()))
        reached = [n for n in numbers if pace.start < n <= pace.limit and n != pace.step]
        if not (reached or always or q.has("deadline")):
            return None
        year = pace.start_year
        while pace.start + pace.step * (year - pace.start_year) < max(reached, default=pace.limit):
            year += 1
        return self._on_path(target, year)

    def _comparison(self, series: Sequence[Target], score: float = 1.0) -> Answer:
        ordered = sorted(series, key=lambda t: t.horizon)
        first, last = ordered[0].value, ordered[-1].value
        difference = last - first if first is not None and last is not None else None
        codes = tuple(t.code for t in ordered)
        return Answer("answer", "comparison", records=codes, difference=difference, thing="target", score=score)

    def _listed(self, codes: Sequence[str], thing: str, filters: dict[str, str] | None = None) -> Answer:
        """A list, or the record itself when it is one task found within an earlier list."""
        count = len(codes)
        return Answer("answer", "list", tuple(codes), thing=thing, count=count, filters=filters or {}, score=1.0)
