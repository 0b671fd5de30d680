"""Working days of a Vietnamese office: weekends, public holidays, the office's own days off and working Saturdays."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

ANNOUNCED_OFF: Mapping[date, str] = MappingProxyType({date(2026, 1, 2): "Nghỉ hoán đổi (làm bù 10/01/2026)"})
"""Days off that were announced and that the `holidays` library lacks (2/1/2026: văn bản 12729/VPCP-KGVX)."""

ANNOUNCED_ON = frozenset({date(2026, 1, 10)})
"""Working Saturdays that were announced and that the `holidays` library lacks."""

_SATURDAY = 5


class Calendar:
    """Answers whether a day is worked. `off`: further days off; `on`: working days that fall on a weekend or holiday
    (announced swaps). Both override the rule of the labour code (`holidays`, country VN) and the announced swaps
    above; a day that is in both is off."""

    def __init__(self, off: Collection[date] = (), on: Collection[date] = ()) -> None:
        self.off = frozenset(off)
        self.on = frozenset(on)

    def is_working(self, day: date) -> bool:
        """True on a day that the office works."""
        if day in self.off:
            return False
        if day in self.on:
            return True
        if day in ANNOUNCED_OFF:
            return False
        holidays, saturdays = _year(day.year)
        if day in ANNOUNCED_ON or day in saturdays:
            return True
        return day.weekday() < _SATURDAY and day not in holidays

    def on_or_before(self, day: date) -> date:
        """The day itself when worked, else the last working day before it."""
        while not self.is_working(day):
            day -= timedelta(days=1)
        return day

    def on_or_after(self, day: date) -> date:
        """The day itself when worked, else the first working day after it."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def working_days(self, after: date, until: date) -> int:
        """How many days are worked from the day after `after` to `until`, this one included; 0 when it is not later."""
        return sum(self.is_working(after + timedelta(days=n)) for n in range(1, (until - after).days + 1))

    def forward(self, day: date, count: int) -> date:
        """The working day that comes `count` (at least 1) working days after a day."""
        for _ in range(count):
            day = self.on_or_after(day + timedelta(days=1))
        return day

    def back(self, day: date, count: int) -> date:
        """The working day that lies `count` (at least 1) working days before a day."""
        for _ in range(count):
            day = self.on_or_before(day - timedelta(days=1))
        return day

    def name(self, day: date) -> str:
        """The holiday's name in Vietnamese, "" on other days and on those that the office works."""
        if self.is_working(day):
            return ""
        return ANNOUNCED_OFF.get(day) or _year(day.year)[0].get(day, "")


@lru_cache(maxsize=64)
def _year(year: int) -> tuple[Mapping[date, str], frozenset[date]]:
    """The holidays of a year by name, and its announced working Saturdays."""
    # The library takes a tenth of a second to import: only who asks for a day pays.
    import holidays

    calendar = holidays.country_holidays("VN", years=year, language="vi")
    return dict(calendar.items()), frozenset(calendar.weekend_workdays)
