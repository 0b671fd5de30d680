"""Measured values as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.measures import Problem, read, said, split
from knowledge.model import Target
from tests.support.plans import small_plan

TODAY = date(2026, 11, 24)
PLAN = small_plan()
PERCENT = PLAN.targets[0]
FILES = PERCENT.model_copy(update={"unit": "hồ sơ", "value": 2000.0})


@pytest.mark.parametrize(
    ("typed", "value", "period", "day"),
    [
        ("72% quý III/2026", 72, "2026-Q3", date(2026, 9, 30)),
        ("đạt 72,5% trong quý 3 năm 2025", 72.5, "2025-Q3", date(2025, 9, 30)),
        ("72.5 % 6 tháng đầu năm", 72.5, "2026-H1", date(2026, 6, 30)),
        ("là 60 phần trăm ngày 30/9/2026", 60, "2026-09-30", date(2026, 9, 30)),
        ("80% tháng 12", 80, "2025-12", date(2025, 12, 31)),
        ("80% tháng 11", 80, "2026-11", TODAY),
        ("100% năm 2025", 100, "2025", date(2025, 12, 31)),
        ("72", 72, "2026-11-24", TODAY),
    ],
)
def test_value_and_period(typed: str, value: float, period: str, day: date) -> None:
    found = read(typed, PERCENT, TODAY)
    assert (found.value, found.period, found.day, found.problem) == (value, period, day, "")


@pytest.mark.parametrize(
    ("typed", "document", "note"),
    [
        ("72% quý III/2026 theo BC 45/BC-SGDĐT", "45/BC-SGDĐT", ""),
        ("72% (CV 12/SGDĐT-VP)", "12/SGDĐT-VP", ""),
        ("72% đã rà soát toàn ngành", "", "đã rà soát toàn ngành"),
        ("72% theo báo cáo số 7/BC-TH, chưa kiểm tra", "7/BC-TH", "chưa kiểm tra"),
    ],
)
def test_the_paper_and_the_other_words(typed: str, document: str, note: str) -> None:
    found = read(typed, PERCENT, TODAY)
    assert (found.document, found.note) == (document, note)


@pytest.mark.parametrize(
    ("typed", "target", "problem"),
    [
        ("rất tốt", PERCENT, "no_value"),
        ("172%", PERCENT, "range"),
        ("-5%", PERCENT, "negative"),
        ("72 hồ sơ", PERCENT, "unit"),
        ("72%", FILES, "unit"),
        ("80% quý II/2027", PERCENT, "future"),
        ("80% tháng 14/2026", PERCENT, "period"),
        ("80% ngày 31/2/2026", PERCENT, "period"),
        ("1.200 hồ sơ", FILES, ""),
    ],
)
def test_what_cannot_be_taken_is_told_apart(typed: str, target: Target, problem: Problem) -> None:
    assert read(typed, target, TODAY).problem == problem


def test_a_dash_after_the_code_is_none_of_the_value_but_a_minus_is() -> None:
    for typed, value in (("CT27.01 - 72%", 72), ("CT27.01: 72%", 72), ("CT27.01 -72%", -72)):
        target, rest = split(typed, PLAN)
        assert target is PERCENT
        assert read(rest, target, TODAY).value == value


def test_thousands_are_read_and_the_unit_is_no_note() -> None:
    found = read("1.200 hồ sơ quý III/2026, còn thiếu 3 xã", FILES, TODAY)
    assert (found.value, found.period, found.note) == (1200, "2026-Q3", "còn thiếu 3 xã")


@pytest.mark.parametrize(
    ("typed", "sure"),
    [
        ("CT27.01 đạt 72% quý III", True),
        ("chỉ tiêu ct27.01: 72%", True),
        ("CT27.01 72", False),
        ("CT27.01 đạt 72% chưa?", False),
        ("CT27.01 phải đạt bao nhiêu %", False),
        ("CT27.01", False),
        ("I.1 72%", False),
        ("CT27.0172%", False),
    ],
)
def test_only_a_target_with_a_value_and_its_unit_is_surely_a_result(typed: str, sure: bool) -> None:
    assert said(typed, PLAN) is sure


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    target, rest = split(f"CT27.01 {typed}", PLAN)
    found = read(rest, target or PERCENT, TODAY)
    assert found.problem or (found.value is not None and found.day is not None and found.day <= TODAY)
