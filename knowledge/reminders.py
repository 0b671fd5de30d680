"""Who is to be reminded of what on a given day: pure, so that years can be simulated in seconds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge.occurrences import Occurrence
from knowledge.workdays import Calendar

OFFSETS = (30, 14, 7, 3, 1, 0)
"""Days before the deadline on which a task is in the digest; a day off moves the reminder to the working day before."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """One line of a digest: `days_left` counts calendar days from today to `due`, negative when overdue."""

    occurrence: Occurrence
    due: date
    days_left: int


def due_today(
    occurrence: Occurrence,
    due: date | None,
    *,
    done: bool,
    followed_from: date,
    today: date,
    calendar: Calendar,
    offsets: tuple[int, ...] = OFFSETS,
) -> Reminder | None:
    """The reminder that this occurrence gives on `today`, or None.

    `due` is the deadline in force (after extensions). Nothing on a day off, nothing when done, nothing for what fell
    due before `followed_from`. Before the deadline on the days of `offsets`, each moved to the working day on or
    before it, but never before the previous working day's reminder; overdue on the next working day after the
    deadline and then weekly.
    """
    raise NotImplementedError
