"""What the printed words of a deadline mean: a grammar from phrase to rule, and back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
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


@dataclass(frozen=True, slots=True)
class Rule:
    """What a phrase means. `start`/`end`: first and last day named, inclusive ("trước ngày X" ends the day before,
    `boundary` "before"); `due_month_day` the day as named in a yearly date, "MM-DD"; `milestones` further rules of a
    cell that names several; `condition` the event that conditional work waits for."""

    kind: Kind
    text: str
    start: date | None = None
    end: date | None = None
    recurs: Recurs | None = None
    due_month_day: str | None = None
    boundary: Literal["before", "by"] | None = None
    condition: str = ""
    milestones: tuple[Rule, ...] = ()


def read(text: str, year: int) -> Rule:
    """The rule of a printed phrase; `year` is the document's year, for phrases that name none. Never raises:
    what is not understood is kind "unknown"."""
    raise NotImplementedError


def phrase(rule: Rule) -> str:
    """A Vietnamese phrase that reads back as the same rule (text aside)."""
    raise NotImplementedError
