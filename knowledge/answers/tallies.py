"""Routes for which of several has most tasks, or more: units, areas, groups, annexes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.ground import Ground
from knowledge.answers.taking_part import cooperating, leading, related
from knowledge.lexicon import printed_places
from knowledge.lexicon.amounts import ADDED_UP, MORE
from knowledge.lexicon.asking import WHICH_ONE, WHO
from knowledge.lexicon.bodies import NAME_HEADS
from knowledge.lexicon.plan_parts import ANNEX
from knowledge.lexicon.questions import words_of
from knowledge.lexicon.several import WORK
from knowledge.lexicon.taking_part import AS_COOPERATING, AS_LEAD, COOPERATES, LEADS, WHICH_PART
from knowledge.lexicon.things import (
    ALL_UNITS,
    COUNTED_UP,
    EACH,
    EACH_OF_THEM,
    NUMBERS_ASKED,
    PARTED,
    REFORM,
    SUPERLATIVES,
    TASK_WORDS,
    WHICH_AREA,
    WHICH_INSIDE,
)
from knowledge.model import Group, Task, Unit
from knowledge.questions import Question, annex_of
from knowledge.vietnamese import fold

_BETWEEN = 9
"""Words between "nhiều" and its "nhất"."""
_FEW = 2
"""So many words that the plan has may be said beside what is asked."""


def most(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """Which unit, area, group or annex has most, or fewest, tasks; or how many each has."""
    each = (q.says(*EACH) or q.begins(*ALL_UNITS)) and (q.has("count") or _counts_up(q))
    asks = q.asks & {"most", "least"} or {_apart(q)} - {""}
    of_parts = "unit" in q.things or q.has("lead", "cooperation")
    if not (each or asks) or not (of_parts or q.things & {"task", "area", "group"}) or q.has("measured"):
        return None
    if len([w for w in ground.beyond_areas(q) if ground.index.knows(w) and w not in REFORM]) > _FEW:
        return None
    kind = _asked_kind(ground, q)
    fewest = asks == {"least"}
    if kind == "area" and "target" in q.things and "task" not in q.things:
        return _of_targets(ground, q, fewest=fewest)
    left_out = {u.name for u in q.units} if q.has("except") else set()
    units = () if kind == "unit" or left_out else q.units
    areas = () if kind == "area" else q.areas
    chosen = ground.task_selector.counted(replace(q, units=units, areas=areas))
    tally = {n: count for n, count in _tally(ground, q, kind, chosen.records).items() if n not in left_out}
    return replace(_answer(tally, fewest=fewest), filters=chosen.filters) if tally else ground.none(q)


def _counts_up(q: Question) -> bool:
    """ "Thống kê nhiệm vụ theo phòng", "việc chia theo lĩnh vực thế nào"."""
    return q.begins(*COUNTED_UP) or q.says(*PARTED)


def _asked_kind(ground: Ground, q: Question) -> str:
    """What it is asked which of them, or of each of which: an "annex", a "group", an "area" or a "unit"."""
    if q.says((*ANNEX, WHICH_ONE)) and any(map(annex_of, ground.plan.tasks)):
        return "annex"
    if "group" in q.things and _groups_meant(ground, q):
        return "group"
    if q.areas and q.says(*WHICH_INSIDE) and _groups_meant(ground, q):
        return "group"
    if q.says(*WHICH_AREA):
        return "area"
    of_units = WHO in q.said or q.has("lead") or (bool(q.areas) and "unit" in q.things)
    return "area" if q.things & {"area", "group"} and not of_units else "unit"


def _of_targets(ground: Ground, q: Question, *, fewest: bool) -> Answer:
    """ "Lĩnh vực nào nhiều chỉ tiêu nhất": those with a number, of the years named or of all."""
    horizons = [y for y in q.years if y in ground.plan.horizons]
    valued = [t for t in ground.plan.targets if t.value is not None and (not horizons or t.horizon in horizons)]
    tally = {a.title: sum(t.area == a.code for t in valued) for a in ground.plan.areas}
    filters = {"horizon": ", ".join(map(str, horizons))} if horizons else {}
    return replace(_answer(tally, fewest=fewest), thing="target", filters=filters)


def more(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """Which of the units, areas, groups or annexes named has more tasks."""
    compared = q.has("more") or (len(q.units) > 1 and q.has("count") and q.says(MORE))
    if not compared or not ("task" in q.things or q.has("lead")):
        return None
    if len(q.units) == 1 and q.says(*WHICH_PART) and not ground.beyond_areas(q):
        parts = _of_both_parts(ground, q.units[0]).tally
        return _compared(dict(parts))
    tasks = ground.plan.tasks
    in_annex = Counter(map(annex_of, tasks))
    annexes = ground.understanding.annexes(q.text) if q.has("more") else ()
    named = (
        {_called(annex): in_annex[annex] for annex in annexes},
        {g.title: sum(t.group == g.code for t in tasks) for g in q.groups},
        {u.name: sum(_has(ground, u, t.lead) for t in tasks) for u in q.units},
        {a.title: sum(t.area == a.code for t in tasks) for a in q.areas},
    )
    tally = next((one for one in named if len(one) > 1), None)
    return _compared(tally) if tally else None


def count_of_each(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Bộ Tài chính chủ trì mấy việc, Bộ Y tế mấy việc": the number of each, and not of all together."""
    asked = [at for at, word in enumerate(q.words) if word in NUMBERS_ASKED]
    barely = len(q.units) > 1 and q.has("lead", "cooperation") and not q.things - {"unit"}
    if asked and asked[-1] == len(q.words) - 1 and not (barely or _is_cut_short(q, asked)):
        asked.pop()
    if q.says(*ADDED_UP):
        return None
    each = len(asked) > 1 or q.says(*EACH_OF_THEM) or (q.has("compare") and q.has("count"))
    if each and "task" in q.things and len(annexes := ground.understanding.annexes(q.text)) > 1 and not q.units:
        rows = Counter(map(annex_of, ground.plan.tasks))
        return Answer("answer", "most", tally=tuple((_called(n), rows[n]) for n in annexes), thing="task")
    if each and "task" in q.things and len(q.areas) > 1 and not (q.units or q.groups or ground.beyond_areas(q)):
        return _compared({a.title: sum(t.area == a.code for t in ground.plan.tasks) for a in q.areas})
    if len(q.units) == 1 and len(asked) > 1 and q.says(*LEADS) and q.says(*COOPERATES) and "task" in q.things:
        return _of_both_parts(ground, q.units[0])
    if len(q.units) < 2 or not each or not (barely or "task" in q.things):
        return None
    if q.asks_share or q.foreign or q.has("except", "more", "money"):
        return None
    known = {word for unit in q.units for name in (unit.name, unit.short) for word in ground.index.words(name)}
    if any(w not in known | words_of(EACH_OF_THEM) and w not in q.asking for w in q.hard):
        return None
    cell, role = (cooperating, "cooperating") if q.says(*COOPERATES) and not q.says(*LEADS) else (leading, "lead")
    tally = [(unit.name, sum(_has(ground, unit, cell(task)) for task in ground.plan.tasks)) for unit in q.units]
    return Answer("answer", "most", tally=tuple(tally), thing="task", facts={"role": role})


def _is_cut_short(q: Question, asked: Sequence[int]) -> bool:
    """Whether the last "mấy" is short for "mấy việc", which was said before: "Sở A mấy việc, Sở B mấy"."""
    return any(set(q.words[at + 1 : at + 3]) & TASK_WORDS for at in asked[:-1])


def _of_both_parts(ground: Ground, unit: Unit) -> Answer:
    """ "Chi cục Kiểm lâm chủ trì mấy việc, phối hợp mấy việc"."""
    parts = {AS_LEAD: leading, AS_COOPERATING: cooperating}
    tally = tuple(
        (f"{unit.name} {said}", sum(_has(ground, unit, cell(task)) for task in ground.plan.tasks))
        for said, cell in parts.items()
    )
    return Answer("answer", "most", tally=tally, thing="task")


def _has(ground: Ground, unit: Unit, codes: Sequence[str]) -> bool:
    return any(related(unit, code, ground.plan) for code in codes)


def _answer(tally: Mapping[str, int], *, fewest: bool = False) -> Answer:
    """The tally, the most first."""
    order = sorted(tally.items(), key=lambda pair: pair[1], reverse=not fewest)
    return Answer("answer", "most", tally=tuple(order), thing="task")


def _compared(tally: Mapping[str, int]) -> Answer:
    """The tally, and how many more the first has."""
    return replace(_answer(tally), difference=max(tally.values()) - min(tally.values()))


def _tally(ground: Ground, q: Question, kind: str, tasks: Sequence[Task]) -> Mapping[str, int]:
    """The tasks of each of what is asked for."""
    plan = ground.plan
    if kind == "annex":
        return Counter(_called(annex) for task in tasks if (annex := annex_of(task)))
    if kind == "group":
        return {g.title: sum(t.group == g.code for t in tasks) for g in _groups_meant(ground, q)}
    if kind == "area":
        titles = {a.code: a.title for a in plan.areas}
        return Counter(titles.get(task.area, task.area) for task in tasks)
    collective = {unit.code for unit in plan.units if unit.collective}
    collective = set() if all(collective.issuperset(t.lead) for t in tasks) else collective
    cell = cooperating if q.says(*COOPERATES) and not q.says(*LEADS) else leading
    return _of_sort(by_unit(ground, tasks, lambda t: [c for c in cell(t) if c not in collective]), q)


def _called(annex: str) -> str:
    return f"{printed_places.ANNEX} {annex}"


def _apart(q: Question) -> str:
    """ "Nhiều … nhất", "ít … nhất" around a thing: "đơn vị nào gánh nhiều việc chủ trì nhất"."""
    for name, (first, last) in SUPERLATIVES.items():
        at = q.words.index(first) if first in q.said else -1
        between = q.words[at + 1 : at + 1 + _BETWEEN]
        if at >= 0 and last in between and (WORK in between or "target" in q.things):
            return name
    return ""


def _groups_meant(ground: Ground, q: Question) -> list[Group]:
    """The groups of the area named, or all; none where only some areas are parted into groups: there the areas
    themselves are what an annex has of groups."""
    groups = [g for g in ground.plan.groups if not q.areas or g.area in {a.code for a in q.areas}]
    alone = bool(q.areas) or len(ground.plan.areas) == 1
    return groups if alone or all(task.group for task in ground.plan.tasks) else []


def _of_sort(names: Counter[str], q: Question) -> Counter[str]:
    """Only the bodies of the sort that is asked for, where there are several: "bộ nào nhiều việc nhất"; a "Văn phòng"
    is a "phòng" too."""
    sorts = {before for before, after in pairwise(q.words) if after == WHICH_ONE and before in NAME_HEADS}
    kept = {name: count for name, count in names.items() if not sorts.isdisjoint(fold(name).split()[:2])}
    return Counter(kept) if len(kept) > 1 else names


def by_unit(
    ground: Ground, tasks: Iterable[Task], cells: Callable[[Task], Sequence[str]], *, outside: bool = False
) -> Counter[str]:
    """Name of a unit → its tasks; a part of a unit counts as the unit. `outside`: only those of other agencies."""
    found: Counter[str] = Counter()
    for task in tasks:
        names: dict[str, None] = {}  # in the order of the cells: ties of a list must not change places
        for code in cells(task):
            unit = ground.plan.unit(code)
            whole = ground.plan.unit(unit.part_of) if unit and unit.part_of else unit
            if not outside or (whole and whole.outside):
                names[whole.name if whole else code] = None
        found.update(list(names))
    return found
