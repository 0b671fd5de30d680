"""Some of what was listed or counted before: "trong đó việc nào có Bưu điện", "chỉ lấy việc kéo dài sau 2022", "về tổ
chức bộ máy thôi"."""

from __future__ import annotations

from dataclasses import replace

from knowledge.answers.amounts import extreme
from knowledge.answers.answer import Answer, Topic
from knowledge.answers.ground import Ground, list_of
from knowledge.answers.lists import list_or_count
from knowledge.lexicon.amounts import HIGHEST, LOWEST
from knowledge.lexicon.pointing import OF_LIST, ONLY, TAKEN, WHICH_OF_THEM
from knowledge.lexicon.questions import words_of
from knowledge.questions import Question
from knowledge.questions.pointed import all_of_them
from knowledge.questions.several import lists

_SEVERAL = 2
FEW = 12
"""Words of a follow-up that narrows a list."""
TIMES = frozenset({"deadline", "not_deadline", "due", "before", "after"})
"""Filters that say when tasks are due."""


def list_narrowed(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Trong đó việc nào có Bưu điện phối hợp": some of the tasks listed."""
    of_others = "task" in q.things and q.units and q.units[0].outside
    of_them = q.says(*WHICH_OF_THEM) and before.facet in ("list", "count") and (q.units or q.years or q.quarter)
    timed = _only_timed(ground, q, before)
    narrows = of_them or q.has("within") or all_of_them(q) or of_others or timed
    if not before.listed or before.thing != "task" or not narrows:
        return None
    asks = q.asks | {"cooperation"} if q.units else q.asks
    narrowed = ground.task_selector.select(replace(q, asks=asks), before.listed)
    filters = {**before.filters, **narrowed.filters}
    if timed and before.whole and not narrowed.records:
        narrowed = ground.task_selector.select(q, before.whole)  # another time than that by which it was narrowed
        filters = {**{k: v for k, v in before.filters.items() if k not in TIMES}, **narrowed.filters}
    codes = [task.code for task in narrowed.records]
    if not codes or len(codes) == len(before.listed) == len(before.whole or before.listed):
        return None
    if len(codes) == 1 and not timed:
        return Answer("answer", "record", records=tuple(codes), thing="task")
    return list_of(codes, "task", filters)


def _only_timed(ground: Ground, q: Question, before: Topic) -> bool:
    """ "Việc nào hạn 2022", "chỉ lấy việc kéo dài sau 2022" right after a list: nothing but a time is said."""
    if "task" not in q.things or before.facet not in ("list", "count") or len(q.words) > FEW:
        return False
    named = q.units or q.areas or q.groups or q.documents or q.codes or q.has("lead", "cooperation", "product")
    said = lists(q) or not ONLY.isdisjoint(q.words)
    if named or not said or not ground.task_selector.is_timed(q):
        return False
    chosen = ground.task_selector.select(q, before.listed)
    return TIMES.issuperset(chosen.filters) and (ONLY | TAKEN).issuperset(chosen.rest)


def same_of_others(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Còn Văn phòng": the same list, of another unit, area or group."""
    cells = q.asks & {"lead", "cooperation", "product", "deadline"} - ({"lead"} if q.units else set())
    others = (q.areas or q.groups or q.units) and len(q.words) <= FEW and not cells and not q.asks_share
    leaning = q.has("again") or "task" not in q.things or q.says(*OF_LIST)
    if before.facet not in ("count", "list") or not others or not leaning:
        return None
    things = q.things | {before.thing or "task"}
    asked = replace(q, asks=q.asks | {before.facet, "show"}, things=things)
    if before.thing in ("area", "group"):
        return _tasks_of_area(ground, q, before)
    if before.thing == "target" and (of_area := _targets_narrowed(ground, q, before)):
        return of_area
    if _may_be_narrowed(ground, q, before):
        narrowed = ground.task_selector.select(asked, before.listed)
        if narrowed.records and not narrowed.rest:
            filters = {**before.filters, **narrowed.filters}
            return list_of([task.code for task in narrowed.records], "task", filters)
    return list_or_count(ground, asked, Topic())


def _tasks_of_area(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Riêng thể chế kể ra" after the areas of a unit: its tasks there."""
    names = before.filters.get("lead", "").split("; ")
    units = q.units or tuple(u for u in ground.plan.units if u.name in names)
    asks = q.asks | {"list", "show"} | ({"lead"} if units else set())
    return list_or_count(ground, replace(q, units=units, asks=asks, things=frozenset({"task"})), Topic())


def _targets_narrowed(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Về tổ chức bộ máy thôi": those of the targets listed that are of the area; None where all are of one."""
    listed = [t for t in ground.plan.targets if t.code in before.listed]
    chosen = [t.code for t in listed if t.area in {area.code for area in q.areas}]
    if not chosen or q.units or q.groups or len({t.area for t in listed}) < _SEVERAL:
        return None
    return list_of(chosen, "target", {"area": "; ".join(area.title for area in q.areas)})


def extreme_of_them(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Trong đó cái nào thấp nhất": of the targets that were told or listed."""
    told = before.together if len(before.together) >= _SEVERAL else before.listed if before.thing == "target" else ()
    extremes = words_of(HIGHEST, LOWEST).union(q.asking).issuperset(q.hard)
    if not extremes or q.units or q.areas or q.years or not q.says(*WHICH_OF_THEM):
        return None
    found = extreme(q, [t for t in ground.plan.targets if t.code in told])
    return Answer("answer", "value", records=tuple(t.code for t in found), thing="target") if found else None


def _may_be_narrowed(ground: Ground, q: Question, before: Topic) -> bool:
    """Whether the tasks listed differ in what is named: "của phòng A thôi" after those due in a year are its tasks
    among them; "còn phòng A" after those of another unit are all of its own."""
    tasks = [ground.tasks[code] for code in before.listed if code in ground.tasks]
    if q.units and len({task.lead for task in tasks}) < _SEVERAL and ONLY.isdisjoint(q.words):
        return False
    return bool(tasks) and (not (q.areas or q.groups) or len({task.area for task in tasks}) >= _SEVERAL)
