"""A table of several indicators for each of several units is a target for each cell, asked for by unit."""

from __future__ import annotations

import io

import pytest

from knowledge.answers import Engine
from knowledge.importing.plan_of import plan_of
from knowledge.importing.reading import read_document
from knowledge.model import Plan

_TEXT = (
    ("TRƯỜNG CAO ĐẲNG A",),
    ("Số: 1/KH-CĐA",),
    ("A, ngày 02 tháng 01 năm 2026",),
    ("KẾ HOẠCH",),
    ("Công tác năm 2026",),
    ("C. MỤC TIÊU",),
    ("1. Tỷ lệ nữ trong tổng số tuyển sinh mới từ 28% trở lên.",),
)
_WORK = (
    ("STT", "Công việc", "Phụ trách chính", "Kết quả cần có", "Thời hạn"),
    (1, "Ngày hội việc làm", "Khoa Cơ khí", "45 doanh nghiệp", "Tháng 5/2026"),
    (2, "Tập huấn bài giảng số", "Khoa Công nghệ thông tin", "90 giảng viên", "Tháng 7/2026"),
    (3, "Tuần lễ ẩm thực", "Khoa Du lịch - Khách sạn", "24 món", "Tháng 6/2026"),
)
_AIMS = (
    ("CHỈ TIÊU GIAO CÁC KHOA NĂM 2026",),
    ("TT", "Khoa", "Tuyển sinh mới (người)", None, "Tỷ lệ tốt nghiệp", "Bỏ học tối đa", "Mô đun số hóa"),
    (None, None, "Cao đẳng", "Trung cấp", None, None, None),
    (1, "Khoa Cơ khí", 160, 220, 0.9, 0.06, 8),
    (2, "Khoa Công nghệ thông tin", 240, 150, 0.86, 0.07, 20),
    (3, "Khoa Du lịch - Khách sạn", 140, 120, 0.89, 0.065, "-"),
    (None, "Toàn trường", 540, 490, "-", "-", 28),
)


@pytest.fixture(scope="module")
def plan() -> Plan:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for name, rows in (("Ke hoach", _TEXT), ("Cong viec", _WORK), ("Chi tieu", _AIMS)):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    sheet = book["Chi tieu"]
    for area in ("A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:F3", "G2:G3"):
        sheet.merge_cells(area)
    for row in sheet.iter_rows(min_row=4, min_col=5, max_col=6):
        row[0].number_format, row[1].number_format = "0%", "0.0%"
    data = io.BytesIO()
    book.save(data)
    return plan_of(read_document(data.getvalue()), 2026)[0]


def test_a_cell_is_a_target_with_its_indicator_and_unit(plan: Plan) -> None:
    told = {t.metric: (t.comparator, t.value, t.unit) for t in plan.targets}
    assert told["Tuyển sinh mới cao đẳng: Khoa Cơ khí"] == ("=", 160.0, "người")
    assert told["Tuyển sinh mới trung cấp: Toàn trường"] == ("=", 490.0, "người")
    assert told["Tỷ lệ tốt nghiệp: Khoa Du lịch - Khách sạn"] == ("=", 89.0, "%")
    assert told["Bỏ học tối đa: Khoa Du lịch - Khách sạn"] == ("<=", 6.5, "%")
    assert "Mô đun số hóa: Khoa Du lịch - Khách sạn" not in told
    assert "Tỷ lệ tốt nghiệp: Toàn trường" not in told


@pytest.mark.parametrize(
    ("question", "metrics"),
    [
        ("khoa Cơ khí tuyển trung cấp bao nhiêu", ["Tuyển sinh mới trung cấp: Khoa Cơ khí"]),
        ("chỉ tiêu cao đẳng của khoa CNTT", ["Tuyển sinh mới cao đẳng: Khoa Công nghệ thông tin"]),
        ("khoa Du lịch bỏ học tối đa bao nhiêu %", ["Bỏ học tối đa: Khoa Du lịch - Khách sạn"]),
        ("toàn trường số hóa bao nhiêu mô đun", ["Mô đun số hóa: Toàn trường"]),
        ("khoa nào tỷ lệ tốt nghiệp cao nhất", ["Tỷ lệ tốt nghiệp: Khoa Cơ khí"]),
        ("khoa nào bỏ học thấp nhất", ["Bỏ học tối đa: Khoa Cơ khí"]),
        (
            "so tỷ lệ tốt nghiệp khoa CNTT và khoa Du lịch",
            ["Tỷ lệ tốt nghiệp: Khoa Công nghệ thông tin", "Tỷ lệ tốt nghiệp: Khoa Du lịch - Khách sạn"],
        ),
    ],
)
def test_what_is_set_for_a_unit_is_asked_for_by_its_name(plan: Plan, question: str, metrics: list[str]) -> None:
    told = Engine(plan).answer(question)
    records = [plan.target(code) for code in told.records]
    assert [target.metric for target in records if target] == metrics


def test_the_targets_of_a_unit_are_listed(plan: Plan) -> None:
    told = Engine(plan).answer("chỉ tiêu của khoa Cơ khí")
    assert (told.facet, told.count) == ("list", 5)
    assert told.filters == {"of_unit": "Khoa Cơ khí"}


def test_a_faculty_is_asked_for_as_who_leads(plan: Plan) -> None:
    told = Engine(plan).answer("khoa nào làm tuần lễ ẩm thực")
    assert (told.facet, [plan.task(code).title for code in told.records]) == ("lead", ["Tuần lễ ẩm thực"])
