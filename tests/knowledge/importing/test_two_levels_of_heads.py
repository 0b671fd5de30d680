"""A header of two levels says on the upper one what the parts below it are of: money by years, first and last days."""

from __future__ import annotations

from collections.abc import Sequence

import docx
import pytest

from knowledge.importing.plan_of import plan_of
from knowledge.importing.reading import read_document
from knowledge.model import Plan
from tests.knowledge.importing.papers import docx_bytes

_UPPER = ("Mã số", "Thời gian", "", "Tên nhiệm vụ", "Đơn vị", "", "Kết quả đầu ra", "Kinh phí (triệu đồng)", "")
_LOWER = ("", "Từ", "Đến", "", "Chủ trì", "Phối hợp", "", "2026", "2027 - 2030")
_ROWS: Sequence[tuple[str, ...]] = (
    ("1", "HẠ TẦNG SỐ CỦA BỆNH VIỆN", *[""] * 7),
    ("1.1", "3/2026", "9/2026", "Nâng cấp phòng máy chủ", "Phòng A", "Phòng B", "Biên bản", "4.200", "1.500"),
    ("1.2", "4/2026", "Trước 30/6/2027", "Phủ sóng khu nội trú", "Phòng A", "", "60 điểm phát", "-", "400"),
    ("2", "NHÂN LỰC SỐ CỦA BỆNH VIỆN", *[""] * 7),
    ("2.1", "Khi Bộ Y tế hướng dẫn", "", "Xếp hạng kỹ sư", "Phòng C", "", "Quyết định", "70", "280"),
)


@pytest.fixture(scope="module")
def plan() -> Plan:
    document = docx.Document()
    for text in ("BỆNH VIỆN A", "Số: 1/KH-BVA", "KẾ HOẠCH", "Chuyển đổi số giai đoạn 2026 - 2030", "PHỤ LỤC"):
        document.add_paragraph(text)
    table = document.add_table(2 + len(_ROWS), len(_UPPER))
    for at, row in enumerate((_UPPER, _LOWER, *_ROWS)):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    for first, last in ((1, 2), (4, 5), (7, 8)):
        table.cell(0, first).merge(table.cell(0, last))
    for column in (0, 3, 6):
        table.cell(0, column).merge(table.cell(1, column))
    for at in (2, 5):
        table.cell(at, 1).merge(table.cell(at, 8))
    table.cell(6, 1).merge(table.cell(6, 2))
    return plan_of(read_document(docx_bytes(document)), 2026)[0]


def test_the_last_day_is_the_deadline_and_the_first_is_told_beside(plan: Plan) -> None:
    assert [task.deadline for task in plan.tasks] == ["9/2026", "Trước 30/6/2027", "Khi Bộ Y tế hướng dẫn"]
    assert plan.tasks[0].notes[0].startswith("Từ: 3/2026; ")


def test_each_part_of_the_money_is_told_with_what_it_is_of(plan: Plan) -> None:
    first, second, _ = (task.notes[0] for task in plan.tasks)
    assert first.endswith("Kinh phí (triệu đồng) 2026: 4.200; Kinh phí (triệu đồng) 2027 - 2030: 1.500")
    assert second.endswith("4/2026; Kinh phí (triệu đồng) 2027 - 2030: 400")


def test_a_cell_over_all_columns_behind_a_number_is_the_title_of_a_group(plan: Plan) -> None:
    assert [group.title for group in plan.groups] == ["HẠ TẦNG SỐ CỦA BỆNH VIỆN", "NHÂN LỰC SỐ CỦA BỆNH VIỆN"]
    assert [task.group for task in plan.tasks] == [plan.groups[0].code] * 2 + [plan.groups[1].code]
