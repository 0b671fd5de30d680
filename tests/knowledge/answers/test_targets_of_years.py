"""Targets that one year has and another has not, and those that each of the years has."""

from __future__ import annotations

import pytest

from knowledge.answers import Answer
from tests.support.engines import default_engine as _engine
from tests.support.engines import told as _told


def _horizons(told: Answer) -> list[set[int]]:
    """Of each target told, the years for which its series has a value."""
    plan = _engine().plan
    found = [plan.target(code) for code in told.records]
    return [{o.horizon for o in plan.targets if o is t or (t.series and o.series == t.series)} for t in found if t]


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("chỉ tiêu nào có 2025 mà không có 2030", 2025),
        ("chi tieu nao co nam 2025 nhung khong co nam 2030", 2025),
        ("chỉ tiêu nào chỉ đặt cho 2025, không đặt cho 2030", 2025),
        ("có mấy chỉ tiêu chỉ có ở 2025", 2025),
        ("chỉ tiêu nào chỉ có mốc 2030", 2030),
        ("chỉ tiêu 2030 nào không có ở 2025", 2030),
    ],
)
def test_targets_of_one_year_alone(question: str, year: int) -> None:
    told = _told(question)
    assert told.thing == "target"
    assert all(years == {year} for years in _horizons(told))
    assert told.records


def test_targets_that_each_year_has() -> None:
    assert all(years == {2025, 2030} for years in _horizons(_told("chỉ tiêu nào có ở cả 2025 và 2030")))


def test_two_years_that_are_only_named_leave_nothing_out() -> None:
    assert len(_told("chỉ tiêu 2025 và 2030").records) == 33
