"""Who is to be reminded of what on a given day: pure, so that years can be simulated in seconds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.occurrences import Occurrence
from knowledge.workdays import Calendar

OFFSETS = (30, 14, 7, 3, 1, 0)
"""Days before the deadline on which a task is in the digest; a day off moves the reminder to the working day before."""

SHORTER_OFFSETS = {"Q": (14, 7, 3, 1, 0), "H": (14, 7, 3, 1, 0), "W": (1, 0), "month": (5, 2, 0)}
"""Offsets of work that comes back more often than once a year, by the form of its period: a monthly task that is
announced a month before it is due would be announced all the time."""

EVERY = 7
"""Days between reminders of overdue work."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """One line of a digest: `days_left` counts calendar days from today to `due`, negative when overdue."""

    occurrence: Occurrence
    due: date
    days_left: int


def offsets_of(occurrence: Occurrence) -> tuple[int, ...]:
    """The offsets that fit the rhythm of the occurrence's period."""
    _, _, part = occurrence.period.partition("-")
    if not part or "-" in part:
        return OFFSETS
    return SHORTER_OFFSETS["month" if part.isdigit() else part[0]]


def due_today(
    occurrence: Occurrence,
    due: date | None,
    *,
    done: bool,
    followed_from: date,
    today: date,
    calendar: Calendar,
    offsets: tuple[int, ...] | None = None,
    since: date | None = None,
) -> Reminder | None:
    """The reminder that this occurrence gives on `today`, or None.

    `due` is the deadline in force (after extensions). Nothing on a day off, nothing when done, nothing for what fell
    due before `followed_from` nor before that day. Before the deadline on the days of `offsets` (by default those
    that fit the rhythm), each moved to the working day on or before it. Overdue on the next working day after the
    deadline and then once a calendar week (see `overdue_day`).

    `since` is the last day whose reminders were given: those of the days after it that were missed, because nothing
    ran, are given today as one.
    """
    if due is None or done or due < followed_from or today < followed_from or not calendar.is_working(today):
        return None
    first = max(since + timedelta(days=1) if since else today, followed_from)
    fixed = {calendar.on_or_before(due - timedelta(days=n)) for n in (offsets or offsets_of(occurrence))}
    day = min(first, today)
    while day <= today:
        if day in fixed or (day > due and overdue_day(due, day, calendar)):
            return Reminder(occurrence, due, (due - today).days)
        day += timedelta(days=1)
    return None


def overdue_day(due: date, day: date, calendar: Calendar) -> bool:
    """Whether work that was due on `due` is reminded of on the later `day`.

    First on the next working day, then each calendar week (Monday to Sunday) on the same day of the week. When that
    day is off: the next working day of that week, else the last one before it; a week without a working day has
    none. So there are never two reminders in a week.
    """
    first = calendar.on_or_after(due + timedelta(days=1))
    if day <= first:
        return day == first
    monday = day - timedelta(days=day.weekday())
    if monday <= first:
        return False
    week = [monday + timedelta(days=n) for n in range(EVERY)]
    later = [d for d in week[first.weekday() :] if calendar.is_working(d)]
    earlier = [d for d in week[: first.weekday()] if calendar.is_working(d)]
    return day == (later[0] if later else earlier[-1] if earlier else None)
