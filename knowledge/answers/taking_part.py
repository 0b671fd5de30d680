"""Conditions about units by which lists of tasks are narrowed: who leads, who cooperates, who takes no part."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from knowledge.answers.selection import Condition
from knowledge.lexicon.asking import OR
from knowledge.lexicon.questions import words_of
from knowledge.lexicon.taking_part import (
    ALONE,
    BOTH,
    BOTH_PARTS,
    BUT_COOPERATING,
    BUT_LEADING,
    CHARGED,
    COOPERATES,
    EITHER_PART,
    LEAD,
    LEADING_TOGETHER,
    LEADS,
    NOT_LEADING,
    OUTSIDE,
    TOGETHER,
    TWICE,
)
from knowledge.model import Plan, Task, Unit
from knowledge.questions import Question
from knowledge.search import Index


def related(unit: Unit, code: str, plan: Plan) -> bool:
    """Whether a unit of a cell is the unit, or a part of it."""
    found = plan.unit(code)
    return found is not None and unit.code in (found.code, found.part_of)


def leading(task: Task) -> tuple[str, ...]:
    """The codes of the units that lead a task."""
    return task.lead


def cooperating(task: Task) -> tuple[str, ...]:
    """The codes of the units that cooperate in a task."""
    return task.cooperating


def _either(task: Task) -> tuple[str, ...]:
    return (*task.lead, *task.cooperating)


def _none(found: Iterable[bool]) -> bool:
    return not any(found)


class _Part(NamedTuple):
    """What units have to do with a task: `name`: the filter it is told as; `cell`: where they are looked for; `holds`:
    of how many of them it must be true that they stand there."""

    name: str
    cell: Callable[[Task], tuple[str, ...]]
    holds: Callable[[Iterable[bool]], bool]


_LEADS = _Part("lead", leading, any)
_COOPERATES = _Part("cooperating", cooperating, any)
_ALL_LEAD = _Part("all_lead", leading, all)
_TAKES_PART = _Part("taking_part", _either, any)
_ALL_TAKE_PART = _Part("together", _either, all)
_DOES_NOT_LEAD = _Part("not_leading", leading, _none)


def _of_one_part(q: Question, index: Index) -> tuple[Question, Collection[str]]:
    """ "Chủ trì, không kể phối hợp", "phối hợp, không phải việc tự chủ trì": one part, and the words that say so."""
    if q.says(*BUT_COOPERATING):
        return replace(q, asks=q.asks - {"cooperation", "except"}), words_of(BUT_COOPERATING)
    if q.says(*BUT_LEADING) and not _in_a_name(q, index):
        asks = (q.asks - {"lead", "except"}) | {"cooperation"}
        return replace(q, asks=asks), words_of(BUT_LEADING)
    return q, ()


def _in_a_name(q: Question, index: Index) -> bool:
    """Whether "trừ chủ trì" begins with the end of a unit's name: "Phòng Văn thư - Lưu trữ chủ trì"."""
    names = (tuple(map(str, index.words(name))) for u in q.units for name in (u.name, u.short))
    return any(name and name[-1] == but[0] and q.says((*name[-2:], *but[1:])) for name in names for but in BUT_LEADING)


def _parts_joined(q: Question) -> tuple[_Part, ...]:
    """ "Vừa chủ trì vừa phối hợp", "chủ trì và phối hợp": of one unit both parts, or either; else none."""
    if len(q.units) != 1 or not (q.has("lead") and q.has("cooperation")) or q.says(*NOT_LEADING):
        return ()
    said = " ".join(q.words)
    if BOTH_PARTS.search(said):
        return (_LEADS, _COOPERATES)
    return (_TAKES_PART,) if EITHER_PART.search(said) else ()


class TakingPart:
    """Reads the conditions about units of questions about one plan."""

    def __init__(self, plan: Plan, index: Index) -> None:
        self._plan = plan
        self._index = index

    def conditions(self, q: Question) -> Iterator[Condition[Task]]:
        """What the question says about units."""
        if q.says(*ALONE):
            yield Condition("alone", "", lambda task: not any(map(str.isalnum, task.cooperating_printed)))
            q = replace(q, asks=q.asks - {"cooperation", "except"})
        q, explained = _of_one_part(q, self._index)
        if q.units:
            for units, part in self._said(q):
                yield self._condition(units, part)._replace(explained=explained)
        elif q.has("cooperation") and q.says(*OUTSIDE):
            others = {u.code for u in self._plan.units if u.outside}
            yield Condition("outside", "", lambda task: not others.isdisjoint(task.cooperating), words_of(OUTSIDE))

    def _said(self, q: Question) -> Iterable[tuple[Sequence[Unit], _Part]]:
        """What is said, and of which units: of all that are named, or one thing of some and another of the others. The
        first of these that is said."""
        if joined := _parts_joined(q):
            return [(q.units, part) for part in joined]
        every = q.units
        several, outside = len(every) > 1, all(u.outside for u in every)
        leads, cooperates = q.has("lead"), q.has("cooperation")
        mixed = self._helpers(q)
        cases: tuple[tuple[bool, Iterable[tuple[Sequence[Unit], _Part]]], ...] = (
            # "Bộ Quốc phòng không chủ trì nhưng phối hợp việc nào"
            (q.says(*NOT_LEADING) and q.says(*COOPERATES), ((every, _COOPERATES),)),
            (q.says(*NOT_LEADING) and not q.says(*BUT_LEADING), ((every, _DOES_NOT_LEAD),)),
            # "Văn phòng chủ trì, Bưu điện phối hợp"
            (several and leads and cooperates, ((every[:1], _LEADS), (every[1:], _COOPERATES))),
            (several and q.says(*LEADING_TOGETHER) and self._some(every, _ALL_LEAD), ((every, _ALL_LEAD),)),
            (several and self._are_together(q), ((every, _ALL_TAKE_PART),)),
            # "việc của Văn phòng có Bưu điện"
            (bool(mixed), (([u for u in every if u not in mixed], _LEADS), (mixed, _COOPERATES))),
            # "Bưu điện chủ trì việc gì": none, and it is said in which it helps
            (outside and q.says(LEAD) and not self._leads(every), ((every, _DOES_NOT_LEAD), (every, _COOPERATES))),
            (
                (cooperates or (outside and not self._leads(every))) and not self._only_leads(q),
                ((every, _COOPERATES),),
            ),
            (self._only_cooperates(q), ((every, _COOPERATES),)),
            (True, ((every, _LEADS),)),
        )
        return next(parts for said, parts in cases if said)

    @staticmethod
    def _are_together(q: Question) -> bool:
        """Whether the work is asked for that all of the units have; that some lead together no plan says."""
        if any(unit.part_of for unit in q.units):
            return False  # "Phòng A, có cả bộ phận B của phòng"
        both = all(word in q.words for word in BOTH) and not q.has("lead")
        return q.says(*TOGETHER) or q.words.count(TWICE) > 1 or both

    def _leads(self, units: Sequence[Unit]) -> bool:
        """Whether one of some units leads a task."""
        return any(map(self._condition(units, _LEADS).meets, self._plan.tasks))

    def _helpers(self, q: Question) -> Sequence[Unit]:
        """The units named that never lead, beside others of the agency that do: "việc của Văn phòng có Bưu điện"."""
        if len(q.units) < 2 or not OR.isdisjoint(q.said):
            return ()
        inside = [u for u in q.units if not u.outside]
        helping = [u for u in q.units if u.outside and not self._leads((u,))]
        return helping if inside and len(inside) + len(helping) == len(q.units) else ()

    def _condition(self, units: Sequence[Unit], part: _Part) -> Condition[Task]:
        """The tasks in which units have a part; what one of its own units has, a unit has."""
        each = [self._own(unit) for unit in units]
        names = "; ".join(u.name for u in units)

        @cache
        def holds(cell: tuple[str, ...]) -> bool:
            return part.holds(not own.isdisjoint(cell) for own in each)

        return Condition(part.name, names, lambda task: holds(part.cell(task)))

    def _own(self, unit: Unit) -> set[str]:
        """The codes of a unit and of its parts."""
        return {u.code for u in self._plan.units if related(unit, u.code, self._plan)}

    def _only_leads(self, q: Question) -> bool:
        """Whether units take part in work by leading it alone: "Viện A tham gia việc gì"."""
        return q.has("cooperation") and not q.says(*COOPERATES) and not self._some(q.units, _COOPERATES)

    def _some(self, units: Sequence[Unit], part: _Part) -> bool:
        """Whether there is a task in which units have a part."""
        return any(map(self._condition(units, part).meets, self._plan.tasks))

    def _only_cooperates(self, q: Question) -> bool:
        """Whether units of which no part is named cooperate alone: "Công an làm gì"."""
        named = q.says(*LEADS, *CHARGED) or self._some(q.units, _LEADS)
        return not named and self._some(q.units, _COOPERATES)
