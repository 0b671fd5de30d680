"""Where an occurrence stands on a day: the group it counts in, and how its deadline lies.

The groups are those that reports of Vietnamese offices use; they are a partition, so their sum is the total.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from knowledge.occurrences import Occurrence
from knowledge.progress.update import StatusCode

SOON = 7
"""Calendar days before the deadline from which work is "sắp đến hạn"."""

Status = StatusCode | Literal["awaiting", "suspended", "withdrawn"]
"""What was last said: by the unit, or "awaiting" (the unit says done, the office has not confirmed yet), or by a
document: "suspended" (tạm dừng), "withdrawn" (không thực hiện)."""


class Group(StrEnum):
    """Hoàn thành đúng hạn · hoàn thành quá hạn · đang thực hiện trong hạn (work not begun included) · quá hạn chưa hoàn
    thành · tạm dừng, không thực hiện · trước khi theo dõi (fell due before the plan was followed; never late)."""

    DONE_IN_TIME = "done_in_time"
    DONE_LATE = "done_late"
    IN_TIME = "in_time"
    OVERDUE = "overdue"
    SUSPENDED = "suspended"
    BEFORE = "before"


class Health(StrEnum):
    """How work stands to a person in a hurry: hoàn thành (in time or late) · đúng tiến độ (in time, with an update) ·
    chưa có cập nhật (in time, nothing said) · quá hạn; a partition of what is asked for."""

    DONE = "done"
    MOVING = "moving"
    SILENT = "silent"
    LATE = "late"


class Timing(StrEnum):
    """Còn hạn · sắp đến hạn · đến hạn (today) · quá hạn · chưa có hạn (waits for a paper) · thường xuyên (no end)."""

    AHEAD = "ahead"
    SOON = "soon"
    TODAY = "today"
    PAST = "past"
    CONDITIONAL = "conditional"
    ENDLESS = "endless"


@dataclass(frozen=True, slots=True)
class Standing:
    """`days_left`: calendar days from today to the deadline in force, negative when past, None without one."""

    group: Group
    timing: Timing
    days_left: int | None

    @property
    def done(self) -> bool:
        """Completed, in time or late."""
        return self.group in (Group.DONE_IN_TIME, Group.DONE_LATE)


def standing(
    occurrence: Occurrence,
    due: date | None,
    status: Status | None,
    completed: date | None,
    *,
    followed_from: date,
    today: date,
) -> Standing:
    """How the occurrence stands on `today`.

    `due` is the deadline in force, after extensions: late is counted against it, and work that was completed late
    stays late. `status` is the latest, None when nothing was reported; `completed` the day on which completion was
    reported (for "done" and "awaiting"; today when unknown).
    """
    left = None if due is None else (due - today).days
    return Standing(_group(due, status, completed or today, followed_from, today), _timing(occurrence, left), left)


def _group(due: date | None, status: Status | None, completed: date, followed_from: date, today: date) -> Group:
    if status in ("suspended", "withdrawn"):
        return Group.SUSPENDED
    if due is not None and due < followed_from:
        return Group.BEFORE
    if status == "done":
        return Group.DONE_LATE if due is not None and completed > due else Group.DONE_IN_TIME
    # Work that waits for the office's word is not made late by the waiting.
    reached = completed if status == "awaiting" else today
    return Group.OVERDUE if due is not None and reached > due else Group.IN_TIME


def _timing(occurrence: Occurrence, left: int | None) -> Timing:
    if left is None:
        return Timing.CONDITIONAL if occurrence.conditional else Timing.ENDLESS
    if left < 0:
        return Timing.PAST
    if left == 0:
        return Timing.TODAY
    return Timing.SOON if left <= SOON else Timing.AHEAD


def health(group: Group, *, told: bool) -> Health | None:
    """The health of work in a group; None for work that was put off or dropped. `told`: whether anything was said."""
    match group:
        case Group.DONE_IN_TIME | Group.DONE_LATE:
            return Health.DONE
        case Group.OVERDUE:
            return Health.LATE
        case Group.IN_TIME:
            return Health.MOVING if told else Health.SILENT
    return None


def rate(groups: Iterable[Group]) -> float | None:
    """Tỷ lệ đúng hạn in percent, to one decimal: completed in time ÷ (completed in time + completed late + overdue);
    None while nothing counts."""
    counted = [g for g in groups if g in (Group.DONE_IN_TIME, Group.DONE_LATE, Group.OVERDUE)]
    return round(100 * counted.count(Group.DONE_IN_TIME) / len(counted), 1) if counted else None
