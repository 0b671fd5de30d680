"""Reporting periods: the days they hold, and how people name them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.report_periods import Kind, ReportPeriod, between, following, month, of_code, part, quarter, read, usual

TODAY = date(2026, 11, 24)

PARTS: tuple[Kind, ...] = ("first_half", "second_half", "nine_months", "year")
legal = st.one_of(
    st.builds(month, st.integers(2000, 2100), st.integers(1, 12)),
    st.builds(quarter, st.integers(2000, 2100), st.integers(1, 4)),
    st.builds(part, st.sampled_from(PARTS), st.integers(2000, 2100)),
)


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        (month(2026, 1), date(2025, 12, 15), date(2026, 1, 14)),
        (month(2026, 3), date(2026, 2, 15), date(2026, 3, 14)),
        (quarter(2026, 1), date(2025, 12, 15), date(2026, 3, 14)),
        (quarter(2026, 2), date(2026, 3, 15), date(2026, 6, 14)),
        (quarter(2026, 4), date(2026, 9, 15), date(2026, 12, 14)),
        (part("first_half", 2026), date(2025, 12, 15), date(2026, 6, 14)),
        (part("second_half", 2026), date(2026, 6, 15), date(2026, 12, 14)),
        (part("nine_months", 2026), date(2025, 12, 15), date(2026, 9, 14)),
        (part("year", 2026), date(2025, 12, 15), date(2026, 12, 14)),
    ],
)
def test_a_period_runs_from_the_15th_to_the_14th(period: ReportPeriod, start: date, end: date) -> None:
    assert (period.start, period.end) == (start, end)
    assert period.holds(start)
    assert period.holds(end)
    assert not period.holds(start - timedelta(days=1))
    assert not period.holds(end + timedelta(days=1))


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("quý IV/2026", quarter(2026, 4)),
        ("Quý 4 năm 2026", quarter(2026, 4)),
        ("quy iv", quarter(2026, 4)),
        ("q3/2025", quarter(2025, 3)),
        ("báo cáo quý II", quarter(2026, 2)),
        ("quý này", quarter(2026, 4)),
        ("quý trước", quarter(2026, 3)),
        ("6 tháng", part("first_half", 2026)),
        ("6 tháng đầu năm 2025", part("first_half", 2025)),
        ("sáu tháng cuối năm", part("second_half", 2026)),
        ("9 tháng", part("nine_months", 2026)),
        ("tháng 12", month(2026, 12)),
        ("tháng 12/2025", month(2025, 12)),
        ("T9", month(2026, 9)),
        ("tháng trước", month(2026, 10)),
        ("năm 2026", part("year", 2026)),
        ("2025", part("year", 2025)),
        ("năm", part("year", 2026)),
        ("15/9–14/12", between(date(2026, 9, 15), date(2026, 12, 14))),
        ("từ ngày 15/12 đến ngày 14/3/2026", between(date(2025, 12, 15), date(2026, 3, 14))),
        ("1/1/2025 - 31/12/2025", between(date(2025, 1, 1), date(2025, 12, 31))),
    ],
)
def test_people_name_periods(typed: str, period: ReportPeriod) -> None:
    assert read(typed, TODAY) == period


@pytest.mark.parametrize(
    "typed", ["", "quý 5", "tháng 13", "quý mười", "31/2-14/3", "14/12/2026-15/9/2026", "0000", "II.5"]
)
def test_other_words_name_none(typed: str) -> None:
    assert read(typed, TODAY) is None


def test_a_period_without_its_year_is_the_one_that_began_last() -> None:
    assert read("quý I", date(2026, 12, 20)) == quarter(2026, 1)
    assert read("tháng 12", date(2026, 11, 14)) == month(2025, 12)
    assert read("quý IV", date(2027, 1, 3)) == quarter(2026, 4)


@given(legal)
def test_a_code_leads_back_to_its_period(period: ReportPeriod) -> None:
    assert of_code(period.code) == period


@given(legal)
def test_the_following_period_begins_the_day_after(period: ReportPeriod) -> None:
    assert following(period).start == period.end + timedelta(days=1)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 800))
def test_any_days_are_followed_by_as_many(start: date, days: int) -> None:
    period = between(start, start + timedelta(days=days))
    after = following(period)
    assert of_code(period.code) == period
    assert after.end - after.start == period.end - period.start


@given(st.text(max_size=40), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_whatever_is_typed_is_read_or_not(typed: str, today: date) -> None:
    found = read(typed, today)
    assert found is None or found.start <= found.end


def test_what_is_offered_has_begun_and_has_the_running_quarter() -> None:
    offered = usual(TODAY)
    assert quarter(2026, 4) in offered
    assert all(period.start <= TODAY for period in offered)
    assert len(set(offered)) == len(offered)
