"""A table that marks who does what under the names of units says who leads and who cooperates."""

from __future__ import annotations

import docx
import openpyxl
import pytest

from knowledge.answers import Engine
from knowledge.importing.plan_of import plan_of
from knowledge.importing.reading import read_document
from knowledge.model import Plan
from tests.knowledge.importing.papers import add_rows, docx_bytes, xlsx_bytes

_HEAD = ("SỞ Y TẾ", "Số: 7/KH-SYT", "KẾ HOẠCH", "Tiêm chủng năm 2026", "I. MỤC TIÊU", "- Tiêm đủ liều cho 95% trẻ em.")


def _plan(*lines: str, header: tuple[str, ...], rows: tuple[tuple[str, ...], ...], note: str = "") -> Plan:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (*_HEAD, "PHÂN CÔNG NHIỆM VỤ", *lines):
        sheet.append((line,))
    sheet.append(header)
    for row in rows:
        sheet.append(row)
    if note:
        sheet.append((note,))
    return plan_of(read_document(xlsx_bytes(book)), 2026)[0]


def _who(plan: Plan) -> dict[str, tuple[str, str]]:
    return {task.title: (task.lead_printed, task.cooperating_printed) for task in plan.tasks}


def test_marks_under_two_columns_of_each_unit_name_who_leads_and_who_cooperates() -> None:
    document = docx.Document()
    for text in (*_HEAD, "PHỤ LỤC", "PHÂN CÔNG VIỆC THƯỜNG XUYÊN"):
        document.add_paragraph(text)
    table = document.add_table(2, 6)
    for column, text in enumerate(("TT", "Công việc", "Phòng Quản lý dược", "", "Khoa Nhi", "")):
        table.cell(0, column).text = text
    for column, text in enumerate(("CT", "PH", "CT", "PH"), 2):
        table.cell(1, column).text = text
    for first, last in ((2, 3), (4, 5)):
        table.cell(0, first).merge(table.cell(0, last))
    for column in (0, 1):
        table.cell(0, column).merge(table.cell(1, column))
    add_rows(
        table,
        ("1", "Kiểm kê kho vắc xin", "X", "", "", ""),
        ("2", "Khám sàng lọc trước khi tiêm", "", "X", "X", ""),
        ("3", "Báo cáo phản ứng sau tiêm", "x", "", "", "x"),
    )
    plan = plan_of(read_document(docx_bytes(document)), 2026)[0]
    assert _who(plan) == {
        "Kiểm kê kho vắc xin": ("Phòng Quản lý dược", ""),
        "Khám sàng lọc trước khi tiêm": ("Khoa Nhi", "Phòng Quản lý dược"),
        "Báo cáo phản ứng sau tiêm": ("Phòng Quản lý dược", "Khoa Nhi"),
    }
    engine = Engine(plan)
    assert engine.answer("báo cáo phản ứng sau tiêm ai chủ trì").facet == "lead"
    assert all(unit.name != "X" for unit in plan.units)
    assert len(engine.answer("khoa Nhi phối hợp việc nào").records) == 1


@pytest.mark.parametrize(
    ("lead", "share", "note"),
    [
        ("CT", "PH", ""),
        ("Chủ trì", "Phối hợp", ""),
        ("●", "○", "Ghi chú: ● là đơn vị chủ trì; ○: phối hợp."),
        ("x", "+", "Chú thích: chủ trì (x), phối hợp (+)"),
    ],
)
def test_what_a_mark_says_or_a_note_explains_names_who_leads(lead: str, share: str, note: str) -> None:
    plan = _plan(
        header=("STT", "Nội dung công việc", "TCCB", "Văn phòng", "Thanh tra", "Thời hạn"),
        rows=(
            ("1", "Lập danh sách trẻ em cần tiêm", lead, share, "", "Quý I/2026"),
            ("2", "Kiểm tra các điểm tiêm chủng", share, "", lead, "Quý II/2026"),
        ),
        note=note,
    )
    assert _who(plan) == {
        "Lập danh sách trẻ em cần tiêm": ("TCCB", "Văn phòng"),
        "Kiểm tra các điểm tiêm chủng": ("Thanh tra", "TCCB"),
    }
    assert [task.deadline for task in plan.tasks] == ["Quý I/2026", "Quý II/2026"]


def test_those_marked_by_the_only_sign_there_is_carry_the_work_out() -> None:
    plan = _plan(
        header=("STT", "Nội dung công việc", "Phòng Y", "Phòng Dân số", "Ghi chú"),
        rows=(
            ("1", "Lập danh sách trẻ em cần tiêm", "x", "", "Gửi bản giấy"),
            ("2", "Kiểm tra các điểm tiêm chủng", "x", "x", ""),
        ),
    )
    assert [who for who, _ in _who(plan).values()] == ["Phòng Y", "Phòng Y; Phòng Dân số"]
    assert plan.tasks[0].notes == ("Ghi chú: Gửi bản giấy",)


def test_signs_that_nobody_explains_name_no_unit_as_leading() -> None:
    plan = _plan(
        header=("STT", "Nội dung công việc", "Phòng Y", "Phòng Dân số", "Thời hạn"),
        rows=(
            ("1", "Lập danh sách trẻ em cần tiêm", "●", "○", "Quý I/2026"),
            ("2", "Kiểm tra các điểm tiêm chủng", "○", "●", "Quý II/2026"),
        ),
    )
    assert set(_who(plan).values()) == {("", "")}
    assert "Phòng Y (●); Phòng Dân số (○)" in plan.tasks[0].notes[0]
