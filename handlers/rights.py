"""What a member may do about a task: record its progress, only add a note, or neither."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from knowledge.model import Plan, Task
from storage.records import Member, Role


class Right(StrEnum):
    """RECORD: percent, status and note; NOTE: a note only; NONE: nothing."""

    RECORD = "record"
    NOTE = "note"
    NONE = "none"


def right_of(member: Member, task: Task, plan: Plan) -> Right:
    """The lead unit and the office record; a cooperating unit adds notes (plan, issue of who reports a task)."""
    if member.role is Role.OFFICE:
        return Right.RECORD
    if stands_for(member, task.lead, plan):
        return Right.RECORD
    return Right.NOTE if stands_for(member, task.cooperating, plan) else Right.NONE


def stands_for(member: Member, units: Iterable[str], plan: Plan) -> bool:
    """Whether the member belongs to one of the units: to it, to the whole that it is a part of, to a part of it, or,
    where the plan says "all departments", to any unit of the agency."""
    if member.unit is None:
        return False
    own = plan.unit(member.unit)
    for unit in (plan.unit(code) for code in units):
        if unit is None:
            continue
        related = {unit.code, unit.part_of}
        if member.unit in related or (own is not None and own.part_of == unit.code):
            return True
        if unit.collective and not unit.outside and own is not None and not own.outside:
            return True
    return False


def led_by(unit: str | None, task: Task, plan: Plan) -> bool:
    """Whether the unit, or a part of it, leads the task."""
    return any(code == unit or ((part := plan.unit(code)) is not None and part.part_of == unit) for code in task.lead)
