"""Working days of Vietnamese offices, 2025–2030."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.workdays import Calendar

# Days off from Monday to Friday, and working Saturdays: the labour code (art. 111 and 112) with the announced swaps;
# from 2027 on the Tết window and the second day of Quốc khánh are the rule's, until the yearly announcement.
OFF = {
    2025: "1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9",
    2026: "1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11",
    2027: "1/1 4/2 5/2 8/2 9/2 10/2 16/4 30/4 3/5 2/9 3/9 24/11",
    2028: "3/1 24/1 25/1 26/1 27/1 28/1 4/4 1/5 2/5 1/9 4/9 24/11",
    2029: "1/1 12/2 13/2 14/2 15/2 16/2 23/4 30/4 1/5 3/9 4/9 26/11",
    2030: "1/1 31/1 1/2 4/2 5/2 6/2 12/4 30/4 1/5 2/9 3/9 25/11",
}
WORKING_SATURDAYS = {2025: "26/4", 2026: "10/1 22/8", 2027: "", 2028: "", 2029: "", 2030: ""}


def days(year: int, listed: str) -> set[date]:
    return {date(year, int(m), int(d)) for d, m in (day.split("/") for day in listed.split())}


def all_days(year: int) -> list[date]:
    return [date(year, 1, 1) + timedelta(days=n) for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]


@pytest.mark.parametrize("year", list(OFF))
def test_the_table_of_days_off_and_working_saturdays_is_exact(year: int) -> None:
    calendar = Calendar()
    assert {d for d in all_days(year) if d.weekday() < 5 and not calendar.is_working(d)} == days(year, OFF[year])
    saturdays = {d for d in all_days(year) if d.weekday() >= 5 and calendar.is_working(d)}
    assert saturdays == days(year, WORKING_SATURDAYS[year])


def test_the_offices_own_days_override_everything() -> None:
    calendar = Calendar(off=[date(2026, 11, 25)], on=[date(2026, 11, 24), date(2026, 1, 2), date(2026, 11, 28)])
    assert not calendar.is_working(date(2026, 11, 25))
    assert calendar.is_working(date(2026, 11, 24))
    assert calendar.is_working(date(2026, 1, 2))
    assert calendar.is_working(date(2026, 11, 28))
    both = Calendar(off=[date(2026, 1, 10)], on=[date(2026, 1, 10)])
    assert not both.is_working(date(2026, 1, 10))


def test_holidays_have_vietnamese_names_and_working_days_none() -> None:
    calendar = Calendar()
    assert calendar.name(date(2026, 2, 17)) == "Tết Nguyên Đán"
    assert calendar.name(date(2026, 11, 24)) == "Ngày Văn hóa Việt Nam"
    assert "hoán đổi" in calendar.name(date(2026, 1, 2))
    assert calendar.name(date(2026, 11, 23)) == ""
    assert Calendar(on=[date(2026, 11, 24)]).name(date(2026, 11, 24)) == ""


@settings(deadline=None)
@given(st.dates(date(2025, 1, 1), date(2030, 12, 31)))
def test_moving_to_a_working_day_stays_near(day: date) -> None:
    calendar = Calendar()
    before, after = calendar.on_or_before(day), calendar.on_or_after(day)
    assert calendar.is_working(before)
    assert calendar.is_working(after)
    assert before <= day <= after
    assert (before == day) == (after == day) == calendar.is_working(day)
    assert (after - before).days <= 11  # Tết with its weekends


def test_asking_for_a_day_is_what_loads_the_holiday_library() -> None:
    code = "import sys, knowledge.workdays, knowledge.reminders; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
