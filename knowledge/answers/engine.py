"""The engine: a question goes through the routes in order until one of them has an answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from knowledge.answers.amounts import of_value
from knowledge.answers.answer import Answer, Topic
from knowledge.answers.choosing import FLOOR, TOLD, told_first
from knowledge.answers.ground import TASK_FACETS
from knowledge.answers.telling import Telling
from knowledge.lexicon.asking import HOW_MANY_YEARS, LEAD
from knowledge.lexicon.courtesies import ONESELF
from knowledge.questions import Question, annex_of
from knowledge.questions.several import lists
from knowledge.repair import is_syllable
from knowledge.search import Match

MARGIN = 0.045
"""Records within this of the best are asked about."""
ALIKE, SAME = 0.8, 0.02
"""Records that explain so much of a question, and as much as the best within so little, are asked about as well."""
WIDE_MARGIN = 0.12
CLAUSE = 2
"""Words that weigh in a clause that is a question by itself."""
_CLAUSES = re.compile(r"(?<!\d)[,.;:!?](?!\d)")
YEAR = 4
"""Digits of a year; a shorter number alone names no record."""
REMEMBERED = 500
"""Records of a list that a follow-up may be about ("kể ra", "việc nào có …")."""
SHOWN_TOGETHER = 8
"""Targets of one answer that a follow-up is about ("còn 2030?")."""
_OF_WORDS = frozenset({*TASK_FACETS, "record", "value", "section", "comparison"})
"""Facets of answers for which words were compared with records."""
_NO_RECORDS = frozenset({"area", "group", "part"})
"""Things of lists that are no records."""
_OF_TEXT = frozenset({"solution", "viewpoint"})
"""What has no unit that leads it: "giải pháp … nói đến những cơ quan nào"."""
LOOKED_AT = 24
"""Records of which it is looked at whether they can answer, the best by their words."""
ON_SCREEN = 4
"""So many targets are shown together rather than asked about."""


class Engine(Telling):
    """Answers questions about one plan. Building it reads the whole plan; answering changes nothing."""

    def answer(self, question: str, topic: str = "", *, today: date | None = None) -> Answer:
        """The answer to one question; `topic` is what an earlier Answer of the conversation gave back. Never raises."""
        before = Topic.load(topic)
        q = self.understanding.read(question)
        if not q.words:
            return self._chat(q, topic)
        found = self._routed(q, before)
        if found.kind == "none" and not found.facts and (said := self._by_clauses(q, before)):
            q, found = said
        if found.kind == "chat":
            return replace(found, topic=topic)
        if found.kind == "answer" and found.facet in _OF_WORDS and not (found.assumed or q.codes or q.documents):
            found = replace(found, score=found.score * self._share_said(q, found.records[:SHOWN_TOGETHER]))
        return replace(found, topic=self._topic(found, q, before).dump())

    def _by_clauses(self, q: Question, before: Topic) -> tuple[Question, Answer] | None:
        """The answer to the end of a long message, where its beginning only tells why it is asked."""
        clauses = [c.strip() for c in _CLAUSES.split(q.text) if c.strip()]
        if q.foreign or q.body or self._of_the_day(q) or q.has("money", "person", "now"):
            return None
        for at in range(1, len(clauses)):
            part = self.understanding.read(", ".join(clauses[at:]))
            if len(part.sought) < CLAUSE or ONESELF.isdisjoint(self.understanding.words(", ".join(clauses[:at]))):
                return None
            found = self._routed(part, before)
            values = [code for code in found.records if self.plan.target(code)]
            if found.kind == "answer" and not any(self._names_another(code, q) for code in values):
                return part, found
        return None

    def record(self, code: str, facet: str, topic: str = "") -> Answer:
        """The answer about a record that was chosen from several; `facet` as it was asked."""
        of_task = self._tasks.get(code) is not None
        of_target = self.plan.target(code) is not None
        facet = facet if of_task else "value" if of_target else "section"
        found = Answer("answer", facet, records=(code,), score=1.0)
        before = Topic.load(topic)
        return replace(found, topic=replace(before, facet=found.facet, record=code).dump())

    def _topic(self, found: Answer, q: Question, before: Topic) -> Topic:
        several = found.facet in ("list", "count") and len(found.records) > 1
        record = found.records[0] if found.records and found.thing not in _NO_RECORDS and not several else ""
        listed = found.records if found.facet in ("list", "count") else before.listed
        target = self.plan.target(record) if record else None
        facet = found.facet if found.kind != "none" else before.facet
        return Topic(
            facet=facet,
            record=record or (before.record if found.kind == "none" else ""),
            listed=tuple(listed)[:REMEMBERED],
            candidates=found.candidates if found.kind == "clarify" else before.candidates,
            horizon=target.horizon if target else before.horizon,
            thing=found.thing if listed is found.records else before.thing,
            paper=self._papers.quoted(found.quotations) or (before.paper if found.kind == "none" else ""),
            together=found.records[:SHOWN_TOGETHER] if target and found.facet == "value" else (),
        )

    def _routed(self, q: Question, before: Topic) -> Answer:
        routes: tuple[Callable[[Question, Topic], Answer | None], ...] = (
            self._small_talk,
            self._by_code,
            self._paper_again,
            self._due_first,
            self._head,
            self._funding,
            self._duty,
            self._reports,
            self._beyond,
            self._live,
            self._units_asked,
            self._pointed,
            self._follow_up,
            self._legal,
            self._papers_made,
            self._papers_listed,
            self._share,
            self._most,
            self._more,
            self._by_place,
            self._passage_by_number,
            self._objectives,
            self._aims,
            self._named,
            self._list_or_count,
            self._by_percent,
            self._of_two,
            self._compared,
        )
        for route in routes:
            found = route(q, before)
            if found is not None:
                return found
        return self._single(q, before)

    def _chat(self, q: Question, topic: str) -> Answer:
        return Answer("chat", topic=topic)

    def _by_code(self, q: Question, before: Topic) -> Answer | None:
        if q.candidates:
            return Answer("clarify", self._facet(q), candidates=q.candidates)
        if q.targets:
            return Answer("answer", "value", records=q.targets)
        if q.strange and not q.codes and q.has("lead", "cooperation", "product", "deadline"):
            return self._none(q)
        if not q.codes:
            return None
        if q.has("progress", "overdue") and not q.has("lead", "cooperation", "product"):
            return Answer("answer", "progress", records=q.codes)
        return self._about_task(q, [self._task(c) for c in q.codes], 1.0)

    def _by_percent(self, q: Question, before: Topic) -> Answer | None:
        """ "Chỉ tiêu 85% là về cái gì": found by its value."""
        hard = [w for w in self._hard(q) if not w.isdigit() and w not in self._lexicon.light]
        asked = q.has("about") or "target" in q.things or not hard or (q.words[-1:] == ("gi",) or "gi" in q.words)
        if not q.percents or not asked or q.has("lead", "cooperation", "product", "deadline"):
            return None
        name, found = of_value(q, self.plan.targets)
        horizons = [y for y in q.years if y in self.plan.horizons]
        found = [t for t in found if not horizons or t.horizon in horizons]
        if hard and not (q.has("about") and not any(map(self.index.knows, hard))):
            ranked = {m.entry.code: m.score for m in self.index.search(q.variants, ("target",)) if m.coverage > 0.4}
            found = sorted((t for t in found if t.code in ranked), key=lambda t: -ranked[t.code])[:1] or []
        if not found:
            return None if hard else Answer("none", "value")
        codes = tuple(t.code for t in found)
        if len(codes) > ON_SCREEN:
            horizon = {"horizon": ", ".join(map(str, horizons))} if horizons else {}
            return self._listed(codes, "target", {**horizon, name: ", ".join(f"{p:g}%" for p in q.percents)})
        return Answer("answer", "value", records=codes, thing="target")

    def _single(self, q: Question, before: Topic) -> Answer:
        facet = self._facet(q)
        wants_value = q.has("value") and not q.has("cooperation", "product", "paper")
        if q.has("mention") or (q.has("paper") and not q.has("lead", "cooperation", "product")):
            facet, wants_value = "record", False
        if facet == "lead" and (self._quotes(LEAD, q) or (q.things & _OF_TEXT and "ai" not in q.words)):
            facet = "record"
        hard = [w for w in q.sought if not self._is_bare_number(w, q)]
        if q.foreign or not (hard or self._verbatim.quoted(q.words)) or self._of_the_day(q):
            return self._leaning(q, before) or self._none(q)
        # Targets have neither a lead unit nor a product.
        of_tasks = facet != "record" and not wants_value and q.has("lead", "cooperation", "product")
        kinds = ("task", "passage") if of_tasks else ("task", "target", "passage")
        matches = self.index.search(q.variants, kinds)
        horizons = {y for y in q.years if y in self.plan.horizons}
        matches = [m for m in self._with_quotes(matches, q) if m.entry.kind in kinds]
        matches = self._as_spelt(self._of_annex(matches, q)[:LOOKED_AT], q)
        matches = self._citing([m for m in matches if not self._only_asked_for(m, q)], q)
        weighed = sorted(
            ((m.score + self._leans(m, facet, wants_value, horizons, q), m) for m in matches),
            key=lambda pair: -pair[0],
        )
        if facet == "record" and not wants_value and "task" not in q.things:
            weighed = told_first(weighed, q)
        elif facet in ("lead", "deadline") and not wants_value:
            weighed = self._saying_first(weighed, facet, q)
        if not weighed:
            return self._leaning(q, before) or self._none(q)
        best_score, best = weighed[0]
        # "Lương bao nhiêu?": one common syllable names nothing by itself.
        vague = (
            len(hard) == 1
            and is_syllable(hard[0])
            and not self._fully_named(best, q)
            and hard[0] not in self._short_forms
        )
        if (best.sure < FLOOR and not self._enough(weighed, facet, wants_value, q)) or vague:
            return self._leaning(q, before) or self._none(q, [m for _, m in weighed])
        if not self._fits(best, q, value=wants_value):
            told = [m for _, m in weighed if m.entry.kind == "passage" and m.coverage >= TOLD]
            if wants_value and best.entry.kind == "task" and told and self._fits(told[0], q, value=True):
                return self._told(told[0], q)
            return replace(self._none(q, [m for _, m in weighed]), score=0.0)
        if best.entry.kind == "target" and horizons and self._of_other_horizon(best, matches, horizons):
            return self._none(q, matches)
        if best.entry.kind == "target":
            alike = best.coverage - SAME if best.coverage > ALIKE else 1.1
            targets = [(score, m) for score, m in weighed if m.entry.kind == "target"]
            near = [m for score, m in targets if score >= best_score - MARGIN or m.coverage >= alike]
            found = self._about_target(q, best, near)
            return found if wants_value else self._with_text(found, best, [m for _, m in weighed], q)
        beside = [m for _, m in weighed]
        if best.entry.kind == "passage":
            return self._with_text(self._told(best, q), best, beside, q)
        if before.facet in TASK_FACETS and facet == "record" and q.has("again"):
            facet = before.facet
        alike = best.coverage - SAME if best.coverage > ALIKE * self._known_share(q) else 1.1
        tasks = [(s, m) for s, m in weighed if m.entry.kind == "task"]
        close = [
            m for s, m in tasks if s >= best_score - MARGIN or (m.coverage >= alike and s >= best_score - WIDE_MARGIN)
        ]
        if len(close) > 1 and not lists(q) and (headed := self._headed(close, q)):
            found = self._about_task(q, [self._task(headed)], best.sure, facet)
            return self._with_text(found, best, beside, q)
        if len(close) == 2 and q.has("compare"):
            return self._about_task(q, [self._task(m.entry.code) for m in close], best.sure, facet)
        if len(close) > 1 and not self._fully_named(best, q):
            return Answer("clarify", facet, candidates=tuple(m.entry.code for m in close[:6]), score=best.sure)
        found = self._about_task(q, [self._task(best.entry.code)], best.sure, facet)
        return self._with_text(found, best, beside, q)

    def _is_bare_number(self, word: str, q: Question) -> bool:
        """A short number that the plan does not print after the word before it: "việc 3", not "mức độ 3"."""
        beside = [pair for pair in pairwise(q.words) if pair[1] == word]
        return word.isdigit() and len(word) < YEAR and not any(pair in self.index.pairs for pair in beside)

    def _known_share(self, q: Question) -> float:
        """The share of a question's weight that words of the plan make up: no record can explain more."""
        weights = {w: self.index.idf(w) for w in q.sought if w not in self._lexicon.light}
        known = sum(weight for w, weight in weights.items() if self.index.knows(w))
        return known / sum(weights.values()) if known else 1.0

    def _of_annex(self, matches: list[Match], q: Question) -> list[Match]:
        """The matches that stand in the annex named, or all."""
        if not q.annex:
            return matches
        records = ((m, self._tasks.get(m.entry.code) or self.plan.target(m.entry.code)) for m in matches)
        return [m for m, record in records if record is not None and annex_of(record) == q.annex] or matches

    def _about_target(self, q: Question, best: Match, close: Sequence[Match]) -> Answer:
        target = self.plan.target(best.entry.code)
        if target is None:
            return self._none(q)
        years = [y for y in q.years if y not in self.plan.horizons or (target.pace and y == self.plan.period_ends)]
        if target.pace is not None:
            lasts = q.says(*HOW_MANY_YEARS)
            if years and not any(target.pace.start_year <= y <= self.plan.period_ends for y in years):
                return Answer("none", "value", candidates=(target.code,), score=best.sure)
            if not lasts and (found := self._between(q, target)):
                return replace(found, score=best.sure)
            if years and not lasts and (found := self._on_path(target, max(years))):
                return replace(found, score=best.sure)
            if (lasts or not years) and (found := self._reaching(q, target, always=lasts)):
                return replace(found, score=best.sure)
            together = [t.code for t in self.plan.targets if t.pace == target.pace and t.horizon == target.horizon]
            return Answer("answer", "value", records=tuple(together), score=best.sure, thing="target")
        shown = [m.entry.code for m in close]
        horizons = {y for y in q.years if y in self.plan.horizons}
        # Where a horizon was named, what is as good but of another one was not asked for.
        of_horizon = {t.code for t in self.plan.targets if t.horizon in horizons}
        shown = [code for code in shown if code in of_horizon] or shown
        if not horizons and target.series:
            shown += [t.code for t in self.plan.targets if t.series == target.series]
        codes = tuple(dict.fromkeys(shown))
        if self._of_other_year(q, codes):
            return Answer("none", "value", candidates=codes[:3], score=best.sure)
        if len(codes) > ON_SCREEN + 2:
            return Answer("clarify", "value", candidates=codes[:8], score=best.sure)
        return Answer("answer", "value", records=codes, score=best.sure, thing="target")
