"""Routes for what there is besides: "còn việc nào khác cũng phải chờ Chính phủ không", "còn việc nào nữa không"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.ground import Ground, hard_beyond, list_of
from knowledge.answers.lists import list_or_count
from knowledge.lexicon.pointing import ABOUT_THIS, ALSO, BESIDES, LIKE_IT, SAME_GROUP, SAME_TIME
from knowledge.model import Task, Unit
from knowledge.occurrences import rule_of
from knowledge.questions import Question
from knowledge.questions.several import lists

WAITING = "conditional"
"""The kind of deadline that waits for something."""


def besides(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """What there is besides the task before, or the list before, that was all; None where it is not asked for."""
    if not (before.record or before.listed) or not q.says(*BESIDES) or "task" not in q.things or q.codes:
        return None
    if q.hard or q.units or q.areas or q.groups or q.years:
        return _of_a_kind(ground, q, before)
    if before.facet in ("list", "count") and before.listed:
        return replace(list_of(before.listed, before.thing or "task", before.filters), facts={"whole": "1"})
    task = ground.tasks.get(before.record)
    units = tuple(u for code in task.lead if (u := ground.plan.unit(code))) if task else ()
    if before.facet == "lead" and units:
        return _of_a_kind(ground, _led_by(q, units), before)
    return Answer("none", "list")


def alike(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Còn việc nào cũng phải chờ như nó", "cùng nhóm còn việc nào": what else has the time, or the place, of the task
    before."""
    task = ground.tasks.get(before.record)
    if task is None or "task" not in q.things or not lists(q) or q.codes or q.units or q.areas or q.years:
        return None
    if q.says(*SAME_GROUP):
        meant = [t for t in ground.plan.tasks if (t.group or t.area) == (task.group or task.area)]
        place = {"group": _title(ground, task.group)} if task.group else {"area": _title(ground, task.area)}
        return None if hard_beyond(q, q.asking) else _without(meant, before.record, place)
    timed = q.says(*SAME_TIME) or ground.task_selector.is_timed(q)
    rule = rule_of(task, ground.plan.year)
    cell = {*ground.index.words(task.deadline), *LIKE_IT, *q.asking}
    if not (timed and q.says(*ALSO, *SAME_TIME)) or hard_beyond(q, cell):
        return None
    others = [(t, rule_of(t, ground.plan.year)) for t in ground.plan.tasks]
    waits = rule.kind == WAITING
    of_kind = [t for t, its in others if (waits and its.kind == WAITING) or t.deadline == task.deadline]
    return _without(of_kind, before.record, {"deadline": WAITING if waits else task.deadline})


def _title(ground: Ground, code: str) -> str:
    titles = {**{a.code: a.title for a in ground.plan.areas}, **{g.code: g.title for g in ground.plan.groups}}
    return titles.get(code, code)


def _without(tasks: Sequence[Task], code: str, filters: dict[str, str]) -> Answer:
    """The tasks but for the one before."""
    rest = [task.code for task in tasks if task.code != code]
    found = list_of(rest, "task", {**filters, "except": code})
    return found if rest else replace(found, kind="none", facts={"besides": code})


def about_this(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Có chỉ tiêu nào về cái này không" after a record: those of the kind that came nearest to it, and not all."""
    kind = next((thing for thing in ("target", "task") if thing in q.things), "")
    if not (kind and before.record and q.says(*ABOUT_THIS)) or q.hard or q.units or q.areas or q.groups:
        return None
    record = ground.tasks.get(before.record) or ground.plan.target(before.record)
    if record is None:
        return None
    said = ground.understanding.read(record.title if isinstance(record, Task) else record.metric)
    found = [m for m in ground.index.search(said.variants, (kind,)) if m.entry.code != before.record]
    return ground.none(q, found)


def _of_a_kind(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """The tasks that are listed by what is said, without the one before."""
    found = list_or_count(ground, replace(q, asks=(q.asks - {"again", "count", "except"}) | {"list", "show"}), Topic())
    if found is None or found.thing != "task" or before.record not in found.records:
        return found
    rest = [code for code in found.records if code != before.record]
    if rest:
        return list_of(rest, "task", {**found.filters, "except": before.record})
    return replace(found, kind="none", records=(), count=0, facts={"besides": before.record})


def _led_by(q: Question, units: tuple[Unit, ...]) -> Question:
    return replace(q, units=units, asks=q.asks | {"lead"})
