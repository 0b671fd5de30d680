"""Working days of a Vietnamese office: weekends, public holidays, the office's own days off and working Saturdays."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date


class Calendar:
    """Answers whether a day is worked. `off`: further days off; `on`: working days that fall on a weekend or holiday
    (announced swaps). Both override the rule of the labour code (`holidays`, country VN)."""

    def __init__(self, off: Collection[date] = (), on: Collection[date] = ()) -> None:
        self.off = frozenset(off)
        self.on = frozenset(on)

    def is_working(self, day: date) -> bool:
        """True on a day that the office works."""
        raise NotImplementedError

    def on_or_before(self, day: date) -> date:
        """The day itself when worked, else the last working day before it."""
        raise NotImplementedError

    def name(self, day: date) -> str:
        """The holiday's name in Vietnamese, "" on other days."""
        raise NotImplementedError
