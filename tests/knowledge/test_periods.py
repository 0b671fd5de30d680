"""Names of periods and the days they hold."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import periods


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-H2", date(2026, 7, 1), date(2026, 12, 31)),
        ("2026-Q2", date(2026, 4, 1), date(2026, 6, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-W01", date(2025, 12, 29), date(2026, 1, 4)),
        ("2026-06-15", date(2026, 6, 15), date(2026, 6, 15)),
    ],
)
def test_a_period_has_its_days(name: str, first: date, last: date) -> None:
    assert periods.bounds(name) == (first, last)


@pytest.mark.parametrize("name", ["", "2026-Q5", "2026-13", "2026-02-30", "2026-W54", "năm 2026", "0000"])
def test_what_is_no_period_has_none(name: str) -> None:
    assert periods.bounds(name) is None


@settings(deadline=None)
@given(st.integers(2000, 2100), st.integers(1, 12), st.integers(1, 31))
def test_a_day_too_late_for_its_month_is_the_months_last(year: int, month: int, day: int) -> None:
    found = periods.clamped(year, month, day)
    assert (found.year, found.month) == (year, month)
    assert found.day == min(day, periods.last_of_month(year, month).day)


def test_lengths_of_time_are_counted_from_the_day_after() -> None:
    issued = date(2026, 1, 31)
    assert periods.add_period(issued, "P100D") == date(2026, 5, 11)
    assert periods.add_period(issued, "P1M") == date(2026, 2, 28)
    assert periods.add_period(issued, "P1Y") == date(2027, 1, 31)
    assert periods.add_period(issued, "P2W") == date(2026, 2, 14)
    with pytest.raises(ValueError, match="length"):
        periods.add_period(issued, "100")
