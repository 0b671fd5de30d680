"""The rule of a deadline: what printed words mean, as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

Kind = Literal[
    "date",
    "month",
    "quarter",
    "half_year",
    "year",
    "year_range",
    "recurring_yearly",
    "recurring_quarterly",
    "recurring_monthly",
    "recurring_fixed_date",
    "ongoing",
    "conditional",
    "open_ended_from_year",
    "unknown",
]
Recurs = Literal["yearly", "half_yearly", "quarterly", "monthly", "weekly"]
Boundary = Literal["before", "by"]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a phrase means; two rules are equal when they mean the same, however printed.

    `text`: the phrase as printed. `start`/`end`: first and last day named, inclusive ("trước ngày X" ends the day
    before, `boundary` "before"; such a rule has no start). `recurs`: how often work comes back; a rule of kind
    half_year that recurs is "định kỳ 6 tháng".

    `due_month_day`: the day as named, "MM-DD" in a yearly rule ("08-15"), "DD" in a monthly one or, for a quarterly
    one, in the last month of the quarter. `months`: first and last month of the part of each year that is named
    ("Quý IV hằng năm" is (10, 12)). `weekday`: ISO weekday, 1–7, of a weekly rule.

    `every`: how far apart the times of work are whose first the phrase leaves open ("18 tháng/lần" is "P18M"); such
    work is ongoing, and no day of it is certain.

    `condition`: the words of the event that conditional work waits for; `after`: for work counted from the day the
    plan itself is issued, how long, as an ISO 8601 period in days, months or years ("P100D", "P6M").
    `milestones`: the further rules of a cell that names several, in printed order.
    """

    kind: Kind
    text: str = field(default="", compare=False)
    start: date | None = None
    end: date | None = None
    recurs: Recurs | None = None
    due_month_day: str | None = None
    boundary: Boundary | None = None
    condition: str = ""
    milestones: tuple[Rule, ...] = ()
    months: tuple[int, int] | None = None
    weekday: int | None = None
    every: str | None = None
    after: str | None = None

    def strict_day(self, year: int) -> date | None:
        """The day before which it must be done, where one is named ("trước ngày 15/8"); recurring: that of the year."""
        if self.boundary != "before":
            return None
        if self.due_month_day and "-" in self.due_month_day:
            month, day = self.due_month_day.split("-")
            return date(year, int(month), int(day)) if self.due_month_day != "02-29" else None
        return self.end + timedelta(days=1) if self.end and self.kind == "date" else None
