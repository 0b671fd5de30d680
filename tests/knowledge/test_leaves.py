"""Notices of leave, as people give them in a sentence."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.leaves import Notice, read, said_of_leave

TUESDAY = date(2026, 12, 15)


@pytest.mark.parametrize(
    ("said", "first", "last", "stand_in"),
    [
        ("mai em nghỉ", date(2026, 12, 16), date(2026, 12, 16), ""),
        ("em xin nghỉ từ mai đến thứ 6", date(2026, 12, 16), date(2026, 12, 18), ""),
        ("tuần sau em đi công tác", date(2026, 12, 21), date(2026, 12, 27), ""),
        ("em nghỉ từ thứ tư đến hết tuần", date(2026, 12, 16), date(2026, 12, 20), ""),
        ("thứ 5 tuần sau em nghỉ", date(2026, 12, 24), date(2026, 12, 24), ""),
        ("từ 20/12 đến 25/12 em nghỉ phép, Hùng thay", date(2026, 12, 20), date(2026, 12, 25), "Hùng"),
        ("mai em nghỉ, chị Lan làm thay", date(2026, 12, 16), date(2026, 12, 16), "Lan"),
        ("em đi công tác tuần này", TUESDAY, date(2026, 12, 20), ""),
        ("em nghỉ phép từ 28/12 đến 5/1", date(2026, 12, 28), date(2027, 1, 5), ""),
        ("em nghỉ 31/12 và 1/1", date(2026, 12, 31), date(2027, 1, 1), ""),
        ("em nghỉ 24, 25/12, Hùng thay", date(2026, 12, 24), date(2026, 12, 25), "Hùng"),
        ("em nghỉ tết từ 1/2 đến 15/2", date(2027, 2, 1), date(2027, 2, 15), ""),
    ],
)
def test_a_sentence_gives_notice_of_ones_own_leave(said: str, first: date, last: date, stand_in: str) -> None:
    assert read(said_of_leave(said), TUESDAY) == Notice("", first, last, stand_in)


@pytest.mark.parametrize("said", ["3/8 và 7/8", "24, 25, 26/12", "3-5/8 và 7/8", "5/1 đến 28/12"])
def test_days_that_are_no_one_leave_are_not_cut_to_one(said: str) -> None:
    assert read(said, TUESDAY) is None


@pytest.mark.parametrize("said", ["hạn I.1 em nghĩ là mai", "mai em nghỉ hưu", "nghỉ hưu trước tuổi 5/2026 thế nào"])
def test_other_sentences_give_none(said: str) -> None:
    assert said_of_leave(said) == ""


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)), st.sampled_from(["thứ hai", "thứ 6", "thứ bảy", "chủ nhật"]))
def test_a_day_of_the_week_is_the_next_to_come(today: date, name: str) -> None:
    notice = read(name, today)
    assert notice is not None
    assert notice.first == notice.last
    assert today <= notice.first < today + timedelta(days=7)
