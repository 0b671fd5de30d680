"""Who is to be reminded of what on a given day: pure, so that years can be simulated in seconds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from knowledge.occurrences import Occurrence
from knowledge.timetable import DEFAULTS, Timetable
from knowledge.workdays import Calendar

AHEAD = 30
"""Days before the deadline from which work is in the weekly overview of those who want everything."""
HALF = 50
"""Percent under which a head is told a week before the deadline."""
SILENT = 14
"""Days without an update after which a head is told a week before the deadline."""


class Volume(StrEnum):
    """How much a person wants to hear: what is due and late only; the office's timetable; also every Monday all that
    comes within a month. The deadline's day is told in each of them."""

    LIGHT = "light"
    STANDARD = "standard"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One line of a digest: `days_left` counts calendar days from today to `due`, negative when overdue. `step`: what
    it was given for, days before the deadline or, negative, working days after it; None for the overview of the
    week."""

    occurrence: Occurrence
    due: date
    days_left: int
    step: int | None


def due_today(
    occurrence: Occurrence,
    due: date | None,
    *,
    done: bool,
    followed_from: date,
    today: date,
    calendar: Calendar,
    timetable: Timetable = DEFAULTS,
    volume: Volume = Volume.STANDARD,
    since: date | None = None,
) -> Reminder | None:
    """The reminder that this occurrence gives on `today`, or None.

    `due` is the deadline in force (after extensions). Nothing on a day off, nothing when done, nothing for what fell
    due before `followed_from` nor before that day. Before the deadline on the days that fit the rhythm, each moved to
    the working day on or before it; after it on the steps of the ladder, counted in working days.

    `since` is the last day whose reminders were given: those of the days after it that were missed, because nothing
    ran, are given today as one, the one nearest to the deadline.
    """
    if due is None or done or due < followed_from or today < followed_from or not calendar.is_working(today):
        return None
    first = min(max(since + timedelta(days=1) if since else today, followed_from), today)
    left = (due - today).days
    steps = [step for day, step in _steps(occurrence, due, calendar, timetable) if first <= day <= today]
    if volume is Volume.LIGHT:
        steps = [step for step in steps if step <= 0]
    if steps:
        return Reminder(occurrence, due, left, min(steps))
    if volume is Volume.FULL and 0 <= left <= AHEAD and any(_opens_week(d, calendar) for d in _days(first, today)):
        return Reminder(occurrence, due, left, None)
    return None


def _steps(occurrence: Occurrence, due: date, calendar: Calendar, timetable: Timetable) -> Iterator[tuple[date, int]]:
    """The days on which the work is reminded of, each with its step."""
    for days in timetable.before(occurrence):
        yield calendar.on_or_before(due - timedelta(days=days)), days
    day, counted = due, 0
    for late in sorted(timetable.late):
        day, counted = calendar.forward(day, late - counted), late
        yield day, -late


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _opens_week(day: date, calendar: Calendar) -> bool:
    """Whether it is the first working day of its week."""
    return day == calendar.on_or_after(day - timedelta(days=day.weekday()))


def late_by(due: date | None, today: date, calendar: Calendar) -> int:
    """Working days since the deadline; 0 while it has not passed."""
    return 0 if due is None or due >= today else calendar.working_days(due, today)


def reached(late: int, today: date, calendar: Calendar, step: int, since: date | None) -> bool:
    """Whether work that is `late` working days over has come to `step` today, or on a day after `since` that was
    missed."""
    before = calendar.working_days(since, today) - 1 if since else 0
    return late - max(before, 0) <= step <= late


def for_head(step: int | None, percent: float | None, silent_days: int | None) -> bool:
    """Whether the head of the unit is told too: a week before only of what is behind or silent, then the day before,
    the day itself and the day after. `silent_days`: since the last update, None for never."""
    if step == 7:
        return (percent or 0) < HALF or silent_days is None or silent_days >= SILENT
    return step in (1, 0, -1)


def cut_off(today: date, timetable: Timetable) -> date | None:
    """The end of the reporting period that runs on `today` (its cut-off day included); None without a regime."""
    if timetable.report == "off":
        return None
    day = today
    while day.day != timetable.report_day or (timetable.report == "quarter" and day.month % 3):
        day += timedelta(days=1)
    return day


def opened(cut: date, timetable: Timetable) -> date:
    """The first day of the reporting period that ends on a cut-off: the day after the one before."""
    months = cut.year * 12 + cut.month - 1 - (3 if timetable.report == "quarter" else 1)
    return date(months // 12, months % 12 + 1, timetable.report_day) + timedelta(days=1)


def asks_for_report(today: date, calendar: Calendar, timetable: Timetable, since: date | None = None) -> date | None:
    """The cut-off before which people are asked today, or None: so many working days ahead of it, once. `since` as in
    `due_today`."""
    cut = cut_off(today, timetable)
    if cut is None:
        return None
    day = calendar.back(cut + timedelta(days=1), timetable.report_before + 1)
    first = since + timedelta(days=1) if since else today
    return cut if min(first, today) <= day <= today else None


def silent_lines(answered: Sequence[bool]) -> int:
    """How many of the last reminders in a row were not answered; oldest first."""
    count = 0
    for was in reversed(answered):
        if was:
            break
        count += 1
    return count
