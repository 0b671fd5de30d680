"""How work stands to a person in a hurry: done, moving, silent or late; a partition of what is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from handlers.reporting.facts import Line
from knowledge.model import Plan
from knowledge.standing import Group


class Health(StrEnum):
    """Hoàn thành (in time or late) · đúng tiến độ (in time, with an update) · chưa có cập nhật (in time, nothing said)
    · quá hạn. Work that was put off or dropped is in none."""

    DONE = "done"
    MOVING = "moving"
    SILENT = "silent"
    LATE = "late"


def health(line: Line) -> Health | None:
    """Which one; None for work that was put off or dropped."""
    match line.group:
        case Group.DONE_IN_TIME | Group.DONE_LATE:
            return Health.DONE
        case Group.OVERDUE:
            return Health.LATE
        case Group.IN_TIME:
            return Health.SILENT if line.entry is None else Health.MOVING
    return None


def of_health(lines: Iterable[Line], wanted: Health) -> list[Line]:
    """The lines that stand so."""
    return [line for line in lines if health(line) is wanted]


def led(lines: Iterable[Line], unit: str, plan: Plan) -> tuple[Line, ...]:
    """The lines of tasks that the unit, or a part of it, leads."""
    own = {unit, *(part.code for part in plan.units if part.part_of == unit)}
    return tuple(line for line in lines if own.intersection(line.task.lead))
