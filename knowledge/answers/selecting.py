"""Lists and counts of tasks: those that meet every condition of a question at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.answers.authority import Authorities
from knowledge.answers.narrowing import as_printed, left_to_narrow, without_asking
from knowledge.answers.selection import Condition, Selection
from knowledge.answers.spelling import letters, spellings
from knowledge.answers.taking_part import TakingPart
from knowledge.answers.timing import Timing
from knowledge.lexicon.plan_parts import ANNEX
from knowledge.lexicon.questions import phrase
from knowledge.lexicon.taking_part import OF_THOSE, STANDS_FOR_UNIT
from knowledge.model import Plan, Task
from knowledge.questions import Question
from knowledge.questions.numbered import annex_of
from knowledge.search import Index
from knowledge.texts import columns_of, text_of
from knowledge.vietnamese import fold


class TaskSelector:
    """Selects among the tasks of one plan. `light`: general words, which narrow nothing where no task has them."""

    def __init__(self, plan: Plan, index: Index, light: frozenset[str], authorities: Authorities) -> None:
        self._plan = plan
        self._index = index
        self._light = light
        self._authorities = authorities
        self._taking_part = TakingPart(plan, index)
        self._timing = Timing(plan)

    def select(self, q: Question, among: Sequence[str] = ()) -> Selection[Task]:
        """Tasks that meet every condition; `among`: codes of an earlier list to choose from."""
        chosen = Selection([t for t in self._plan.tasks if not among or t.code in among])
        self._places(chosen, q)
        q = self._authority(chosen, q)
        for condition in self._taking_part.conditions(q):
            chosen.meet(condition)
        if q.units and q.says(*STANDS_FOR_UNIT):
            chosen.explained |= OF_THOSE
        if timed := self._timing.condition(q, chosen.records):
            if of_text := self._printing(chosen, q, timed):
                chosen.records = of_text  # "việc nào có báo cáo … hằng năm": of the report
                chosen.explained.update(timed.explained)
            else:
                chosen.meet(timed)
        if ends := self._timing.first_or_last(q, chosen.records):
            chosen.explained.update(ends.explained)
        self._narrow(chosen, q)
        if self._light.issuperset(chosen.rest):
            chosen.rest = ()  # "Việc nào phải xong gọn …": general words that no task has narrow nothing.
        if not chosen.rest and (ends := self._timing.first_or_last(q, chosen.records)):
            chosen.meet(ends)
        return chosen

    def counted(self, q: Question) -> Selection[Task]:
        """Tasks that meet the conditions about places, units and time; the words that are left narrow nothing."""
        chosen = Selection(self._plan.tasks)
        self._places(chosen, q)
        for condition in self._taking_part.conditions(q):
            chosen.meet(condition)
        if timed := self._timing.condition(q, chosen.records):
            chosen.meet(timed)
        return chosen

    def is_timed(self, q: Question) -> bool:
        """Whether the question says when the tasks are due, or that they are not."""
        return self._timing.condition(q, self._plan.tasks) is not None

    def within(self, q: Question) -> Selection[Task]:
        """All tasks of the areas or groups named; of the plan where none is."""
        chosen = Selection(self._plan.tasks)
        self._places(chosen, q)
        return chosen

    def _places(self, chosen: Selection[Task], q: Question) -> None:
        """Conditions about annexes, groups and areas."""
        if q.annex:
            chosen.meet(Condition("annex", q.annex, lambda t: annex_of(t) == q.annex))
            of_annex = {t.area for t in chosen.records}
            if len(of_annex) == 1:  # one list without parts: its title is the annex's
                said = " ".join(area.title for area in self._plan.areas if area.code in of_annex)
                chosen.explained.update(self._index.words(said))
        if q.says(ANNEX):
            chosen.explained.update(ANNEX)
        groups, areas = {g.code for g in q.groups}, {a.code for a in q.areas}
        if groups:
            chosen.meet(Condition("group", "; ".join(g.title for g in q.groups), lambda t: t.group in groups))
        elif areas:
            chosen.meet(Condition("area", "; ".join(a.title for a in q.areas), lambda t: t.area in areas))
        titles = tuple(title for place in q.parts for title in place.called)
        chosen.explained.update(w for title in titles for w in self._index.words(title))
        chosen.explained.update(map(fold, areas))
        chosen.explained.update(part for code in groups for part in code.lower().split("."))

    def _authority(self, chosen: Selection[Task], q: Question) -> Question:
        """The condition about to whom results go. The question without the units whose names say that."""
        authority, said = self._authorities.named(q)
        if not authority:
            return q
        chosen.meet(Condition("authority", authority, lambda t: self._authorities.has(t.code, authority), said))
        names = {unit.code: phrase(unit.name) for unit in q.units}
        return replace(q, units=tuple(u for u in q.units if names[u.code][: len(said)] != said[: len(names[u.code])]))

    def _printing(self, chosen: Selection[Task], q: Question, timed: Condition[Task]) -> list[Task]:
        """The tasks of whose text a time is, where it is of none a deadline and more is said of them."""
        if q.years or q.days or not timed.explained or any(map(timed.meets, chosen.records)):
            return []
        if not left_to_narrow(q, chosen.explained.union(timed.explained), self._index):
            return []
        said = set(q.words).intersection(timed.explained)
        return [t for t in chosen.records if set(self._index.words(text_of(t))).issuperset(said)] if said else []

    def _narrow(self, chosen: Selection[Task], q: Question) -> None:
        """Narrows by the remaining words, where some tasks have them all: in the product when products are asked about,
        else in the whole row."""
        hard = left_to_narrow(q, chosen.explained, self._index)
        chosen.rest = tuple(hard)
        if not hard:
            return
        # Words typed side by side must stand side by side: "công an" is not "công … an toàn".
        typed = list(pairwise(q.words))
        beside = [p for at, p in enumerate(pairwise(hard)) if p in typed and not self._is_seam(hard, at)]
        spelt = {w: letters(typed) for w, typed in q.spelt.items() if w in hard}
        having = self._index.having(sorted(hard, key=self._index.idf, reverse=True))

        of_product = q.has("product")

        def has_all(task: Task) -> bool:
            if not all(self._index.has_pair(task.code, pair) for pair in beside):
                return False
            text = task.product if of_product else " ".join((text_of(task), *columns_of(task)))
            # Where the row is all that the index has of a task, it has told that the words are there.
            in_doubt = of_product or task.milestones or task.names
            if in_doubt and not set(self._index.words(text)).issuperset(hard):
                return False
            alike = spellings(text) if spelt else {}
            return all(typed in alike.get(w, (typed,)) for w, typed in spelt.items())

        def meets(task: Task) -> bool:
            return (task.code in having or bool(task.milestones)) and has_all(task)

        if found := [task for task in chosen.records if meets(task)]:
            said = as_printed(hard, without_asking(q, hard, self._index), text_of(found[0]), self._index.words)
            chosen.meet(Condition("words", said, meets))
            chosen.rest = ()

    def _is_seam(self, words: Sequence[str], at: int) -> bool:
        """Whether one printed phrase ends, and another begins, between a word and the next: "UBND tỉnh | phê duyệt"."""
        printed = [pair in self._index.pairs for pair in pairwise(words[max(0, at - 1) : at + 3])]
        return at > 0 and printed == [True, False, True]
