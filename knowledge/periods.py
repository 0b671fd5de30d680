"""Names of periods ("2026", "2026-H1", "2026-Q2", "2026-06", "2026-W05", "2026-06-15") and the days they hold."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from knowledge.patterns import seldom

_NAME = seldom(
    r"(?P<year>\d{4})(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|W(?P<week>\d\d)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)


def last_of_month(year: int, month: int) -> date:
    """Last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def clamped(year: int, month: int, day: int) -> date:
    """The day, or the last one of a month that is too short for it (29/2, the 31st)."""
    return min(date(year, month, min(day, 28)) + timedelta(days=max(0, day - 28)), last_of_month(year, month))


def add_period(start: date, length: str) -> date:
    """The last day of a length of time counted from the day after `start`; `length` in ISO 8601 ("P100D", "P6M").

    Raises:
        ValueError: not such a length, or beyond the calendar.
    """
    match = re.fullmatch(r"P(\d{1,4})([DWMY])", length)
    if match is None:
        raise ValueError(f"not a length of time: {length}")
    count, unit = int(match[1]), match[2]
    if unit in "DW":
        return start + timedelta(days=count * (7 if unit == "W" else 1))
    months = start.year * 12 + start.month - 1 + count * (12 if unit == "Y" else 1)
    return clamped(months // 12, months % 12 + 1, start.day)


def bounds(period: str) -> tuple[date, date] | None:
    """First and last day of a period by its name; None for "" and what is no period."""
    match = _NAME.fullmatch(period)
    if match is None:
        return None
    year = int(match["year"])
    try:
        if match["half"]:
            last = 6 * int(match["half"])
            return date(year, last - 5, 1), last_of_month(year, last)
        if match["quarter"]:
            last = 3 * int(match["quarter"])
            return date(year, last - 2, 1), last_of_month(year, last)
        if match["week"]:
            monday = date.fromisocalendar(year, int(match["week"]), 1)
            return monday, monday + timedelta(days=6)
        if match["day"]:
            day = date(year, int(match["month"]), int(match["day"]))
            return day, day
        if match["month"]:
            return date(year, int(match["month"]), 1), last_of_month(year, int(match["month"]))
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None


def name_of(start: date, end: date) -> str:
    """The name of the year, half, quarter or month that has exactly these days, else the last day's own."""
    year = start.year
    names = [str(year), *(f"{year}-H{n}" for n in (1, 2)), *(f"{year}-Q{n}" for n in (1, 2, 3, 4))]
    names.append(f"{year}-{start.month:02d}")
    return next((name for name in names if bounds(name) == (start, end)), end.isoformat())


def week_name(day: date) -> str:
    """The name of the ISO week that holds a day."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"
