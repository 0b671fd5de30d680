"""Days told from today on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.windows import days_of, window_said

DAYS = st.dates(date(2021, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("said", "today", "first", "last"),
    [
        ("tuan nay co gi", date(2026, 11, 29), date(2026, 11, 23), date(2026, 11, 29)),
        ("tuan sau", date(2026, 12, 31), date(2027, 1, 4), date(2027, 1, 10)),
        ("thang sau den han viec nao", date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 31)),
        ("trong thang truoc", date(2027, 1, 5), date(2026, 12, 1), date(2026, 12, 31)),
        ("quy toi", date(2026, 11, 27), date(2027, 1, 1), date(2027, 3, 31)),
        ("thang 2 toi", date(2027, 11, 27), date(2028, 2, 1), date(2028, 2, 29)),
        ("thang 12 nay", date(2026, 11, 27), date(2026, 12, 1), date(2026, 12, 31)),
        ("tu nay den cuoi nam", date(2026, 11, 27), date(2026, 11, 27), date(2026, 12, 31)),
        ("den het thang", date(2026, 11, 27), date(2026, 11, 27), date(2026, 11, 30)),
        ("10 ngay toi", date(2026, 12, 25), date(2026, 12, 25), date(2027, 1, 4)),
        ("2 tuan nua", date(2026, 12, 25), date(2026, 12, 25), date(2027, 1, 8)),
        ("ngay mai", date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 1)),
        ("sap toi co gi", date(2026, 11, 27), date(2026, 11, 27), date(2026, 12, 27)),
    ],
)
def test_days_are_counted_from_today(said: str, today: date, first: date, last: date) -> None:
    found = window_said(said, said)
    assert found is not None
    assert days_of(found[0], today) == (first, last)


@pytest.mark.parametrize("said", ["thang 12", "quy iii/2022", "nam 2025", "toi thieu 80%", "den nam 2030"])
def test_a_time_of_the_plan_is_no_window(said: str) -> None:
    assert window_said(said, said) is None


@pytest.mark.parametrize(
    ("typed", "folded"),
    [("thương mại điện tử", "thuong mai dien tu"), ("quỹ này", "quy nay"), ("tuân này", "tuan nay")],
)
def test_words_with_other_marks_name_no_window(typed: str, folded: str) -> None:
    assert window_said(typed, folded) is None


@given(DAYS, st.sampled_from(("day", "week", "month", "quarter", "year")), st.integers(-8, 8))
def test_units_follow_each_other_without_a_gap(today: date, unit: str, offset: int) -> None:
    first, last = days_of(f"{unit}:{offset}", today)
    assert first <= last
    assert days_of(f"{unit}:{offset + 1}", today)[0] == last + timedelta(days=1)
    assert (first <= today <= last) == (offset == 0)
