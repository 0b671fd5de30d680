"""What the scan of a phrase finds: spans of the calendar and the small words between them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

Unit = Literal["day", "month", "quarter", "half", "year", "school_year"]
FIRST_YEAR, LAST_YEAR = 1945, 2100


@dataclass(frozen=True, slots=True)
class Span:
    """A named piece of the calendar: months `first` to `last` of a year, or the `day` of a month.

    `year` is None when the phrase names none. Months beyond the twelfth are those of the year after: a school year
    lasts from month 9 to month 17.
    """

    unit: Unit
    first: int
    last: int
    year: int | None = None
    day: int | None = None

    @property
    def possible(self) -> bool:
        """Whether the calendar has it: 31/2 and a fifth quarter do not exist."""
        if not (1 <= self.first <= self.last <= (12 if self.unit != "school_year" else 24)):
            return False
        if self.year is not None and not FIRST_YEAR <= self.year <= LAST_YEAR:
            return False
        # Without a year 29/2 is possible: some year has it.
        return self.day is None or 1 <= self.day <= calendar.monthrange(self.year or 2024, self.first)[1]

    def in_year(self, year: int) -> Span:
        """The same span of a year, when it names none itself."""
        return self if self.year is not None else replace(self, year=year)

    def starts(self) -> date:
        """First day; only for a possible span with a year."""
        return date(self.year or 1, self.first, self.day or 1)

    def ends(self) -> date:
        """Last day; only for a possible span with a year."""
        later, month = divmod(self.last - 1, 12)
        year, month = (self.year or 1) + later, month + 1
        return date(year, month, self.day or calendar.monthrange(year, month)[1])


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that the scan found. `kind` is a mark of the lexicon (before, by, to, from, past, in, vague, and), one
    of span, recur, every, ongoing, cond, after, day, weekday, next, years ("các năm" before years), bare (a span that
    counts only in a fitting place), comma, dash, slash, open, stop, or word; `place` is where it stands in the prepared
    text."""

    kind: str
    span: Span | None = None
    value: str = ""
    place: int = 0
