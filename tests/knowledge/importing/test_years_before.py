"""Columns of years before the plan are told beside those that it sets; a share of people is no mere fact of a place."""

from __future__ import annotations

import openpyxl
import pytest

from knowledge.importing.plan_of import plan_of
from knowledge.importing.problems import Problem
from knowledge.importing.reading import read_document
from knowledge.model import Plan
from tests.knowledge.importing.papers import xlsx_bytes

_HEAD = ("SỞ Y", "Số: 3/KH-SY", "KẾ HOẠCH", "Nước sạch giai đoạn 2026 - 2027")
_ROWS: tuple[tuple[object, ...], ...] = (
    ("TT", "Chỉ tiêu", "ĐVT", "Thực hiện", None, "Ước thực hiện", "Kế hoạch", None),
    (None, None, None, 2023, 2024, 2025, 2026, 2027),
    (1, "Tổng đàn bò của tỉnh", "nghìn con", 351, 356, 362, 368, 375),
    (2, "Số xã đạt chuẩn nông thôn mới", "xã", "-", "-", 37, 49, 55),
)
_PLACES: tuple[tuple[object, ...], ...] = (
    ("TT", "Địa phương", "Dân số (người)", "Tỷ lệ dân số dùng nước sạch (%)", None),
    (None, None, None, "Năm 2026", "Năm 2027"),
    (1, "Xã An Phú", 9100, 71.4, 88.2),
    (2, "Xã Bình An", 8200, 68.9, 86.7),
    (3, "Phường Cao Lãnh", 12400, 83.6, 95.8),
)


@pytest.fixture(scope="module")
def read() -> tuple[Plan, list[Problem]]:
    book = openpyxl.Workbook()
    for name, rows in (("KH", [(line,) for line in _HEAD]), ("CT", _ROWS), ("Chỉ tiêu", _PLACES)):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    for area in ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "G1:H1"):
        book["CT"].merge_cells(area)
    for area in ("A1:A2", "B1:B2", "C1:C2", "D1:E1"):
        book["Chỉ tiêu"].merge_cells(area)
    return plan_of(read_document(xlsx_bytes(book)), 2026)


def test_every_year_before_the_plan_is_told_beside_its_aims(read: tuple[Plan, list[Problem]]) -> None:
    plan, problems = read
    told = {(t.metric, t.horizon): t.baseline for t in plan.targets}
    assert told["Tổng đàn bò của tỉnh", 2027] == "(năm 2023: 351; năm 2024: 356; năm 2025: 362)"
    assert told["Số xã đạt chuẩn nông thôn mới", 2026] == "(năm 2025: 37)"
    assert not [problem for problem in problems if problem.code == "target_before_start"]


def test_a_share_of_people_is_an_aim_and_their_number_is_none(read: tuple[Plan, list[Problem]]) -> None:
    told = {t.metric: t.notes for t in read[0].targets if t.metric.endswith("Xã An Phú")}
    assert list(told) == ["Tỷ lệ dân số dùng nước sạch: Xã An Phú"]
    assert told["Tỷ lệ dân số dùng nước sạch: Xã An Phú"] == ("Dân số (người): 9100",)
