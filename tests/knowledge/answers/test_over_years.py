"""What one target sets for several years is added up; a year before the plan, and now, are none of its years."""

from __future__ import annotations

import pytest

from handlers.answering import reply
from handlers.messages import Note, Paragraph
from knowledge.answers import Engine
from knowledge.importing.plan_of import plan_of
from knowledge.importing.reading import read_document

_HEAD = """BỆNH VIỆN ĐA KHOA A

Số: 1/KH-BVA

A, ngày 02 tháng 01 năm 2026

KẾ HOẠCH

Chuyển đổi số giai đoạn 2026 - 2028

"""
_YEARS = """I. CHỈ TIÊU

Bảng 1. Chỉ tiêu theo năm

| TT | Chỉ tiêu | ĐVT | Hiện trạng 2025 | 2026 | 2027 | 2028 |
|---|---|---|---|---|---|---|
| 1 | Số ca hội chẩn từ xa trong năm | ca | 86 | 140 | 310 | 480 |
| 2 | Tỷ lệ đơn thuốc điện tử liên thông | % | 62 | 85 | 93 | 97 |
| 3 | Số máy kết nối hệ thống (lũy kế) | máy | 20 | 30 | 38 | 40 |
"""
_TEXT = """II. THỰC TRẠNG

Tính đến ngày 31/10/2025, bệnh viện có 950 giường.

Tỷ lệ người bệnh đặt lịch khám qua mạng mới đạt 38%.

III. CHỈ TIÊU

1. Đến năm 2026

- Tỷ lệ người bệnh đặt lịch khám qua mạng đạt tối thiểu 60%.

2. Đến năm 2027

- Tỷ lệ người bệnh đặt lịch khám qua mạng đạt tối thiểu 85%.
"""
_DUTIES = """| TT | Nhiệm vụ | Chủ trì | Thời hạn |
|---|---|---|---|
| 1 | Mua máy chủ | Phòng CNTT | Quý I/2026 |

PHỤ LỤC II

BẢNG PHÂN CÔNG CÁC VIỆC THƯỜNG XUYÊN

| TT | Công việc | Phòng CNTT | Khoa Nhi |
|---|---|---|---|
| 1 | Trực hỗ trợ kỹ thuật | CT | PH |
| 2 | Kiểm tra ghi chép bệnh án | PH | CT |
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(plan_of(read_document((_HEAD + _YEARS + _TEXT).encode()), 2026)[0])


def _told(engine: Engine, question: str) -> str:
    blocks = reply(engine.answer(question), engine.plan).blocks
    return next(block.text for block in blocks if isinstance(block, Paragraph | Note))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("tổng số ca hội chẩn từ xa 2026 và 2027", "Cộng: 140 + 310 = 450 ca."),
        ("cộng cả 2026 và 2028 được bao nhiêu ca hội chẩn từ xa", "Cộng: 140 + 480 = 620 ca."),
        ("tổng số ca hội chẩn từ xa cả giai đoạn", "Cộng: 140 + 310 + 480 = 930 ca."),
        ("trung bình mỗi năm bao nhiêu ca hội chẩn từ xa", "Trung bình cộng: (140 + 310 + 480) / 3 = 310 ca."),
        ("ca hội chẩn từ xa năm 2025 là bao nhiêu", "Năm 2025: Số ca hội chẩn từ xa trong năm: 86 ca."),
        ("ca hội chẩn từ xa hiện nay so với 2028", "86 ca (2025) → 480 ca (2028): tăng 394 ca."),
        (
            "tỷ lệ đặt lịch khám qua mạng hiện nay so với mục tiêu năm 2026",
            "38% (2025) → 60% (2026): tăng 22 điểm phần trăm.",
        ),
    ],
)
def test_values_of_years_are_worked_out_with_what_was_taken(engine: Engine, question: str, told: str) -> None:
    assert _told(engine, question) == told


@pytest.mark.parametrize(
    "question", ["tổng số máy kết nối hệ thống 2026 và 2027", "tổng tỷ lệ đơn thuốc điện tử liên thông 2026 và 2027"]
)
def test_what_holds_the_years_before_and_shares_are_no_sum(engine: Engine, question: str) -> None:
    assert _told(engine, question).startswith("Không cộng")


def test_a_year_of_which_nothing_is_told_has_no_value(engine: Engine) -> None:
    assert engine.answer("năm 2023 ca hội chẩn từ xa bao nhiêu").kind == "none"


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("bảng phân công phụ lục II có bao nhiêu việc thường xuyên", 2),
        ("phụ lục II khoa Nhi chủ trì việc thường xuyên nào", 1),
    ],
)
def test_work_of_a_list_that_calls_it_lasting_is_asked_for_as_such(question: str, count: int) -> None:
    paper = _HEAD + "PHỤ LỤC I\n\nDANH MỤC NHIỆM VỤ\n\n" + _DUTIES
    engine = Engine(plan_of(read_document(paper.encode()), 2026)[0])
    found = engine.answer(question)
    assert (found.kind, found.count) == ("answer", count)
    assert {task.deadline for task in engine.plan.tasks if task.code in found.records} == {"Thường xuyên"}


@pytest.mark.parametrize(
    ("question", "points"),
    [
        ("tuyển sinh năm 2026 tăng bao nhiêu người so với 2025", 266.0),
        ("tỷ lệ nữ tuyển sinh năm 2026 tăng bao nhiêu % so với 2025", 4.0),
    ],
)
def test_of_two_figures_that_grow_the_one_in_the_unit_asked_for_is_meant(question: str, points: float) -> None:
    paper = _HEAD + (
        "III. CHỈ TIÊU\n\nĐến năm 2026:\n\n- Tỷ lệ nữ trong tổng số tuyển sinh mới từ 28% trở lên (năm 2025: 24%).\n\n"
        "- Tuyển sinh 2.950 học viên các trình độ (năm 2025 đạt 2.684 người).\n"
    )
    engine = Engine(plan_of(read_document(paper.encode()), 2026)[0])
    assert engine.answer(question).difference == points


def test_a_mean_that_is_what_is_measured_is_none_of_the_years() -> None:
    paper = _HEAD + (
        "III. CHỈ TIÊU\n\n1. Đến năm 2026\n\n- Giảm bình quân 10% biên chế sự nghiệp của bệnh viện.\n\n"
        "2. Đến năm 2028\n\n- Giảm bình quân 15% biên chế sự nghiệp của bệnh viện.\n"
    )
    engine = Engine(plan_of(read_document(paper.encode()), 2026)[0])
    assert engine.answer("biên chế sự nghiệp giảm bình quân bao nhiêu năm 2026 và năm 2028").facet != "mean"
