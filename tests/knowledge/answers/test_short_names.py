"""Units are found by their full names and by their initials, whichever of the two a plan prints."""

from __future__ import annotations

import pytest

from knowledge.answers import Engine
from knowledge.importing.plan_of import plan_of
from knowledge.importing.reading import read_document

_PLAN = """SỞ Y TẾ TỈNH A

BỆNH VIỆN TỈNH

Số: 1/KH-BV

A, ngày 02 tháng 01 năm 2026

KẾ HOẠCH

Cải tiến chất lượng năm 2026

I. QUY ƯỚC VIẾT TẮT

P. TCCB: Phòng Tổ chức cán bộ; K. KB: Khoa Khám bệnh; VP: Văn phòng Đảng ủy và Giám đốc; QTHT: Quy trình hệ thống.

II. TỔ CHỨC

1. Phòng Hành chính quản trị lo hậu cần.

PHỤ LỤC

| TT | Nội dung hoạt động | Đầu mối | Phối hợp | Thời hạn | Kết quả |
|---|---|---|---|---|---|
| 1 | Cải tạo nhà vệ sinh | P. HCQT | K. KB; Đoàn Thanh niên | Tháng 2 | Nhà vệ sinh |
| 2 | Tập huấn giao tiếp | P. TCCB | Khoa Kiểm soát nhiễm khuẩn | Tháng 4 | 05 lớp |
| 3 | Giám sát vệ sinh tay | Khoa Kiểm soát nhiễm khuẩn | P. KHTH | Tháng 5 | Báo cáo |
| 4 | Sửa QTHT của bệnh viện | VP | P. TCCB | Tháng 6 | Quy trình |
| 5 | Rà soát quy trình khám | P. KHTH | K. KB | Tháng 2 | Quy trình khám |
| 7 | Ngày hội hiến máu | P. KHTH | Đoàn Thanh niên | Tháng 8 | Tối thiểu 05 hoạt động |
| 6 | Tự kiểm tra hoạt động chuyên môn | Trung tâm Kiểm soát bệnh tật | P. KHTH | Tháng 7 | Báo cáo |
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    """An engine for a plan of which the cells have names in full, explained initials, and initials alone."""
    return Engine(plan_of(read_document(_PLAN.encode()), 2026)[0])


@pytest.mark.parametrize(
    ("question", "tasks"),
    [
        ("phong to chuc can bo dau moi nhung viec gi", ("2",)),
        ("P.TCCB chủ trì việc gì?", ("2",)),
        ("phòng hành chính quản trị chủ trì những việc gì", ("1",)),
        ("khoa KSNK đầu mối những việc nào?", ("3",)),
        ("K. KSNK phối hợp việc nào", ("2",)),
        ("khoa kb phối hợp những việc nào", ("1", "5")),
        ("phòng kế hoạch tổng hợp làm đầu mối việc gì", ("5", "7")),
        ("phòng KHTH phối hợp việc gì", ("3", "6")),
        ("văn phòng chủ trì việc gì", ("4",)),
        ("TT KSBT chủ trì việc gì", ("6",)),
        ("trung tâm KSBT chủ trì việc gì", ("6",)),
    ],
)
def test_a_unit_is_the_same_in_full_and_by_its_initials(engine: Engine, question: str, tasks: tuple[str, ...]) -> None:
    assert engine.answer(question).records == tasks


@pytest.mark.parametrize(
    ("question", "tasks"),
    [
        ("hoạt động nào ghi thời gian là Tháng 2?", ("1", "5")),
        ("Đoàn Thanh niên phối hợp những hoạt động nào", ("1", "7")),
        ("cho em xin các hoạt động mà Phòng Tổ chức cán bộ làm đầu mối", ("2",)),
        ("phụ lục có bao nhiêu hoạt động tất cả", ("1", "2", "3", "4", "5", "7", "6")),
        ("khoa ksnk dau moi may hoat dong", ("3",)),
    ],
)
def test_what_is_done_may_be_called_what_a_plan_calls_its_tasks(
    engine: Engine, question: str, tasks: tuple[str, ...]
) -> None:
    assert engine.answer(question).records == tasks


def test_what_a_task_is_about_is_no_word_for_all_of_them(engine: Engine) -> None:
    assert engine.answer("tự kiểm tra hoạt động chuyên môn khi nào xong").records == ("6",)
    assert engine.answer("ngày hội hiến máu phải có tối thiểu bao nhiêu hoạt động").facet != "list"


def test_a_term_is_found_in_full_where_the_plan_explains_its_letters(engine: Engine) -> None:
    answer = engine.answer("sửa quy trình hệ thống hạn khi nào")
    assert (answer.records, answer.facet) == (("4",), "deadline")
