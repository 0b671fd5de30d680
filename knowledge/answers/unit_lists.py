"""Routes for questions about the units themselves: which lead, which cooperate, which has most to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.ground import Ground
from knowledge.answers.taking_part import related
from knowledge.lexicon import printed_places
from knowledge.lexicon.amounts import MORE
from knowledge.lexicon.asking import WHICH_ONE
from knowledge.lexicon.bodies import NAME_HEADS
from knowledge.lexicon.plan_parts import ANNEX, PLAN
from knowledge.lexicon.questions import words_of
from knowledge.lexicon.several import WORK
from knowledge.lexicon.taking_part import AS_COOPERATING, AS_LEAD, COOPERATES, LEADS, OF_ALL_UNITS, OUTSIDE, TAKES_PART
from knowledge.lexicon.things import EACH, EACH_OF_THEM, NUMBERS_ASKED, REFORM, SHARE_OF_TASKS, SUPERLATIVES, THIS_ONE
from knowledge.model import Group, Task, Unit
from knowledge.questions import Question, annex_of
from knowledge.questions.several import counts, is_counted, is_plural, lists
from knowledge.vietnamese import fold

_BETWEEN = 5
"""Words between "nhiều" and its "nhất"."""


def share(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Văn phòng chủ trì bao nhiêu % nhiệm vụ", "tỷ lệ nhiệm vụ …": the tasks that meet the conditions, of all."""
    asked = q.asks_share or q.says(*SHARE_OF_TASKS)
    if not asked or "task" not in q.things or not (q.units or q.areas or q.groups) or q.years or q.foreign:
        return None
    chosen = ground.task_selector.select(q)
    if chosen.rest or not chosen.filters or ground.beyond_areas(q):
        return None
    codes = tuple(task.code for task in chosen.records)
    return Answer("answer", "share", records=codes, count=len(codes), filters=chosen.filters, thing="task")


def most(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """Which unit, area, group or annex has most, or fewest, tasks."""
    each = q.has("count") and q.says(*EACH)
    if (apart := _apart(q)) and not q.has("most", "least"):
        q = replace(q, asks=q.asks | {apart})
    if not (each or q.has("most", "least")) or not q.things & {"task", "area", "unit", "group"}:
        return None
    if [w for w in ground.beyond_areas(q) if ground.index.knows(w) and w not in REFORM][2:]:
        return None
    if q.says((*ANNEX, WHICH_ONE)) and any(map(annex_of, ground.plan.tasks)):
        names = Counter(f"{printed_places.ANNEX} {annex}" for task in ground.plan.tasks if (annex := annex_of(task)))
    elif "group" in q.things and (groups := _groups_meant(ground, q)):
        names = Counter({g.title: sum(t.group == g.code for t in ground.plan.tasks) for g in groups})
    elif q.things & {"area", "group"} and not q.has("lead"):
        titles = {a.code: a.title for a in ground.plan.areas}
        names = Counter(titles.get(task.area, task.area) for task in ground.plan.tasks)
    else:
        collective = {unit.code for unit in ground.plan.units if unit.collective}
        own = ground.plan.tasks
        collective = set() if all(collective.issuperset(t.lead) for t in own) else collective
        cell = _cooperating if q.says(*COOPERATES) and not q.says(*LEADS) else _lead
        names = _of_sort(_by_unit(ground, own, lambda t: [c for c in cell(t) if c not in collective]), q)
    order = sorted(names.items(), key=lambda pair: pair[1], reverse=not q.has("least"))
    if q.has("except"):
        order = [(name, count) for name, count in order if name not in {u.name for u in q.units}]
    if q.has("most") and q.has("least"):
        order = sorted(names.items(), key=lambda pair: -pair[1])
    return Answer("answer", "most", tally=tuple(order), thing="task")


def _lead(task: Task) -> Sequence[str]:
    return task.lead


def _cooperating(task: Task) -> Sequence[str]:
    return task.cooperating


def _apart(q: Question) -> str:
    """ "Nhiều … nhất", "ít … nhất" around a thing: "đơn vị nào gánh nhiều việc chủ trì nhất"."""
    for name, (first, last) in SUPERLATIVES.items():
        at = q.words.index(first) if first in q.words else -1
        between = q.words[at + 1 : at + 1 + _BETWEEN]
        if at >= 0 and last in between and WORK in between:
            return name
    return ""


def _groups_meant(ground: Ground, q: Question) -> list[Group]:
    """The groups of the area named, or all; none where only some areas are parted into groups: there the areas
    themselves are what an annex has of groups."""
    groups = [g for g in ground.plan.groups if not q.areas or g.area in {a.code for a in q.areas}]
    return groups if q.areas or all(task.group for task in ground.plan.tasks) else []


def _of_sort(names: Counter[str], q: Question) -> Counter[str]:
    """Only the bodies of the sort that is asked for, where there are several: "bộ nào nhiều việc nhất"; a "Văn phòng"
    is a "phòng" too."""
    sorts = {before for before, after in pairwise(q.words) if after == WHICH_ONE and before in NAME_HEADS}
    kept = {name: count for name, count in names.items() if not sorts.isdisjoint(fold(name).split()[:2])}
    return Counter(kept) if len(kept) > 1 else names


def count_of_each(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Bộ Tài chính chủ trì mấy việc, Bộ Y tế mấy việc": the number of each, and not of all together."""
    asked = [at for at, word in enumerate(q.words) if word in NUMBERS_ASKED and q.words[at + 1 : at + 2]]
    each = len(asked) > 1 or q.says(*EACH_OF_THEM) or (q.has("compare") and q.has("count"))
    if each and "task" in q.things and len(annexes := ground.understanding.annexes(q.text)) > 1 and not q.units:
        rows = [(f"{printed_places.ANNEX} {n}", sum(annex_of(t) == n for t in ground.plan.tasks)) for n in annexes]
        return Answer("answer", "most", tally=tuple(rows), thing="task")
    if len(q.units) == 1 and len(asked) > 1 and q.says(*LEADS) and q.says(*COOPERATES) and "task" in q.things:
        return _of_both_parts(ground, q.units[0])
    if len(q.units) < 2 or not each or "task" not in q.things or q.asks_share or q.foreign or q.has("except", "more"):
        return None
    known = {word for unit in q.units for name in (unit.name, unit.short) for word in ground.index.words(name)}
    if any(w not in known | words_of(EACH_OF_THEM) and w not in q.asking for w in q.hard):
        return None
    cooperating = q.says(*COOPERATES) and not q.says(*LEADS)
    tally = [
        (unit.name, sum(_has(ground, unit, t.cooperating if cooperating else t.lead) for t in ground.plan.tasks))
        for unit in q.units
    ]
    role = "cooperating" if cooperating else "lead"
    return Answer("answer", "most", tally=tuple(tally), thing="task", facts={"role": role})


def _of_both_parts(ground: Ground, unit: Unit) -> Answer:
    """ "Chi cục Kiểm lâm chủ trì mấy việc, phối hợp mấy việc"."""
    parts = {AS_LEAD: _lead, AS_COOPERATING: _cooperating}
    tally = tuple(
        (f"{unit.name} {said}", sum(_has(ground, unit, cell(task)) for task in ground.plan.tasks))
        for said, cell in parts.items()
    )
    return Answer("answer", "most", tally=tally, thing="task")


def _has(ground: Ground, unit: Unit, codes: Sequence[str]) -> bool:
    return any(related(unit, code, ground.plan) for code in codes)


def more(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """Which of the units, areas, groups or annexes named has more tasks."""
    annexes = ground.understanding.annexes(q.text) if q.has("more") else ()
    most = max(len(q.units), len(q.areas), len(q.groups), len(annexes))
    compared = q.has("more") or (len(q.units) > 1 and q.has("count") and q.says(MORE))
    if not compared or not ("task" in q.things or q.has("lead")) or most < 2:
        return None
    if len(annexes) > 1:
        each = Counter(map(annex_of, ground.plan.tasks))
        tasks = {f"{printed_places.ANNEX} {annex}": each[annex] for annex in annexes}
    elif len(q.groups) > 1:
        tasks = {g.title: sum(t.group == g.code for t in ground.plan.tasks) for g in q.groups}
    elif len(q.units) > 1:
        tasks = {
            u.name: sum(any(related(u, c, ground.plan) for c in t.lead) for t in ground.plan.tasks) for u in q.units
        }
    else:
        tasks = {a.title: sum(t.area == a.code for t in ground.plan.tasks) for a in q.areas}
    tally = sorted(tasks.items(), key=lambda pair: -pair[1])
    return Answer("answer", "most", tally=tuple(tally), difference=tally[0][1] - tally[-1][1], thing="task")


def units_asked(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Có mấy đơn vị chủ trì", "cơ quan nào ngoài sở phối hợp": the units of all tasks, or of an area's."""
    if "unit" not in q.things or q.units or q.codes or q.candidates or q.documents or q.foreign:
        return None
    if q.years or q.ordinal or q.has("again") or any(w[0].isdigit() for w in q.words) or q.says(*THIS_ONE):
        return None
    if counts(q) or lists(q) or _beyond_plan(ground, q):
        return None
    places = [(at, length) for thing, at, length in q.named if thing == "unit"]
    several = any(is_plural(q.words, at) or is_counted(q.words, at, length) for at, length in places)
    if (q.areas or q.groups) and not (q.things & {"area", "group"} or several):
        return None
    leads, cooperates = q.says(*LEADS), q.says(*COOPERATES)
    whole = q.says(PLAN, *OUTSIDE) or (leads and several)
    if (before.record or before.listed) and not whole:
        return None  # the units of what was spoken of
    if not (leads or cooperates or q.says(*TAKES_PART)):
        return None
    role = "taking_part" if leads == cooperates else "lead" if leads else "cooperating"
    chosen = ground.task_selector.within(q)
    cells: dict[str, Callable[[Task], Sequence[str]]] = {
        "lead": lambda task: task.lead,
        "cooperating": lambda task: task.cooperating,
        "taking_part": lambda task: (*task.lead, *task.cooperating),
    }
    names = _by_unit(ground, chosen.records, cells[role], outside=q.says(*OUTSIDE))
    if not names:
        return ground.none(q)
    order = tuple(sorted(names.items(), key=lambda pair: -pair[1]))
    facts = {"role": role, "outside": "1" if q.says(*OUTSIDE) else ""}
    return Answer("answer", "units", tally=order, count=len(order), filters=chosen.filters, facts=facts)


def _beyond_plan(ground: Ground, q: Question) -> list[str]:
    """Words that weigh and name neither an area nor the plan as a whole."""
    own = {*OF_ALL_UNITS, *ground.index.words(ground.plan.title)}
    return [w for w in ground.beyond_areas(q) if w not in own]


def _by_unit(
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
