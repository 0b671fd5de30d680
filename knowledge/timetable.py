"""The office's numbers for reminders, each with the default that a Vietnamese office is likely to keep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from knowledge.occurrences import Occurrence
from knowledge.workdays import Calendar

Span = tuple[time, time]
"""From an hour until another; the second is not part of it. A span that ends before it begins goes over midnight."""


@dataclass(frozen=True, slots=True)
class Timetable:
    """When people are reminded, how often, and when never. Hours are the office's.

    `digest` until `digest_until`: the morning's digest; what could not be sent by then is in the next one; `spread`:
    over how long the digests of an hour leave, those with something due that day first. `nudge`:
    the afternoon's reminder of those who have not answered. `summary` on `summary_day` (1 Monday … 7 Sunday): heads'
    overview; `week` on `week_day`: the office's list of the week; `evening`: the office's list of what was not
    delivered and not answered. None switches one off.

    `yearly`, `dated` (also quarterly and half-yearly), `monthly`, `weekly`: days before the deadline on which work of
    that rhythm is reminded of. `late`: working days after it. `listed`, `letter`, `director`: working days late from
    which the office's list has it, an urging letter is due, the director is told.

    `unanswered` reminders of one task in a row, then the person is asked once whether it is still theirs; `snoozes`:
    how often in a row it can be put off; `cap`: messages a day of the bot's own accord; `on_screen`: lines of a digest.

    `report`: the reporting regime whose cut-offs (on `report_day` of a period's last month) people are asked before,
    `report_before` working days ahead. `paused_until`: nobody is reminded before that day.
    """

    digest: time = time(8)
    digest_until: time = time(16)
    spread: timedelta = timedelta()
    nudge: time | None = time(14)
    summary: time | None = time(15, 30)
    summary_day: int = 5
    week: time | None = time(8, 15)
    week_day: int = 1
    evening: time | None = time(16, 30)
    quiet: tuple[Span, ...] = ((time(11, 30), time(13, 30)), (time(17), time(7, 30)))
    yearly: tuple[int, ...] = (30, 14, 7, 3, 1, 0)
    dated: tuple[int, ...] = (14, 7, 3, 1, 0)
    monthly: tuple[int, ...] = (5, 2, 0)
    weekly: tuple[int, ...] = (1, 0)
    late: tuple[int, ...] = (1, 3, 7, 14)
    listed: int = 3
    letter: int = 7
    director: int = 14
    unanswered: int = 3
    snoozes: int = 3
    cap: int = 2
    on_screen: int = 5
    report: Literal["month", "quarter", "off"] = "month"
    report_day: int = 14
    report_before: int = 3
    paused_until: date | None = None

    def before(self, occurrence: Occurrence) -> tuple[int, ...]:
        """The days before the deadline that fit the occurrence's rhythm: work that comes back every month and was
        announced a month ahead would be announced all the time. The day itself is always one of them."""
        _, _, part = occurrence.period.partition("-")
        if part.isdigit():
            days = self.monthly
        elif part.startswith("W"):
            days = self.weekly
        elif part or not _fills_a_year(occurrence):
            days = self.dated
        else:
            days = self.yearly
        return tuple(sorted({*days, 0}, reverse=True))

    def paused(self, day: date) -> bool:
        """Whether reminders rest on that day by the office's word."""
        return self.paused_until is not None and day < self.paused_until


def _fills_a_year(occurrence: Occurrence) -> bool:
    if occurrence.period:
        return True
    return bool(occurrence.start and occurrence.due and (occurrence.due - occurrence.start).days >= 300)


DEFAULTS = Timetable()
NIGHT: Span = (time(21), time(7))
"""When not even the office's own announcement is expected."""


def within(moment: time, span: Span) -> bool:
    """Whether an hour lies in a span."""
    first, last = span
    return first <= moment < last if first <= last else moment >= first or moment < last


def end_of(span: Span, moment: datetime) -> datetime:
    """The first end of a span after a local moment."""
    ends = datetime.combine(moment.date(), span[1], moment.tzinfo)
    return ends if ends > moment else ends + timedelta(days=1)


def quiet_at(moment: datetime, spans: tuple[Span, ...], calendar: Calendar) -> bool:
    """Whether nothing may be sent at this local moment: a day off, or a quiet hour."""
    return not calendar.is_working(moment.date()) or any(within(moment.time(), span) for span in spans)


def next_allowed(moment: datetime, spans: tuple[Span, ...], calendar: Calendar) -> datetime | None:
    """The first local moment from `moment` on at which something may be sent: itself, the end of the quiet hours, or
    that of a later working day; None when the quiet hours leave no moment in the day."""
    for _ in range(2 * len(spans) + 2):
        if not calendar.is_working(moment.date()):
            day = calendar.on_or_after(moment.date())
            moment = datetime.combine(day, time.min, moment.tzinfo)
        span = next((s for s in spans if within(moment.time(), s)), None)
        if span is None:
            return moment if calendar.is_working(moment.date()) else None
        moment = end_of(span, moment)
    return None
