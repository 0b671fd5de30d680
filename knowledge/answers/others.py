"""Routes for what there is besides: "còn việc nào khác cũng phải chờ Chính phủ không", "còn việc nào nữa không"."""

from __future__ import annotations

from dataclasses import replace

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.ground import Ground, list_of
from knowledge.answers.lists import list_or_count
from knowledge.lexicon.pointing import ABOUT_THIS, BESIDES
from knowledge.model import Task, Unit
from knowledge.questions import Question


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
