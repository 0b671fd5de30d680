"""A time of a month is told with the month of the heading that the row stands under."""

from __future__ import annotations

import pytest

from knowledge.answers import Engine
from knowledge.deadlines import read
from knowledge.importing.own_months import in_month
from knowledge.importing.plan_of import plan_of
from knowledge.importing.reading import read_document

_PAPER = """TRƯỜNG CAO ĐẲNG A

Số: 1/KH-CĐA

A, ngày 02 tháng 01 năm 2026

KẾ HOẠCH

Công tác năm 2026

PHỤ LỤC 1. CÔNG VIỆC THEO THÁNG

| STT | Công việc | Phụ trách chính | Kết quả cần có | Thời hạn |
|---|---|---|---|---|
| THÁNG 3/2026 | | | | |
| 1 | Tư vấn hướng nghiệp | Phòng Đào tạo | 40 buổi | Cả tháng |
| 2 | Hội thi thiết bị tự làm | Phòng Đào tạo | 14 thiết bị | Trước ngày 20 |
| THÁNG 4/2026 | | | | |
| 1 | Diễn tập chữa cháy | Phòng Hành chính | Biên bản | Tuần 2 |
| 2 | Hội giảng nhà giáo | Phòng Đào tạo | 20 bài giảng | Ngày 14 - 17/4 |
| CÔNG VIỆC THƯỜNG XUYÊN TRONG NĂM | | | | |
| 1 | Kiểm tra nền nếp | Phòng Đào tạo | Biên bản | Hằng tuần |
| 2 | Vận hành hệ thống | Phòng Đào tạo | Hệ thống | Thường xuyên |
"""


@pytest.mark.parametrize(
    ("printed", "heading", "told"),
    [
        ("Tuần 2", "THÁNG 4/2026", "Tuần 2 (tháng 4/2026)"),
        ("Cuối tháng", "Tháng 02/2026", "Cuối tháng 02/2026"),
        ("Đầu tháng", "Tháng 02/2026", "Đầu tháng (tháng 02/2026)"),
        ("Cả tháng", "III. THÁNG 3", "Cả tháng 3"),
        ("Trước ngày 20", "THÁNG 4/2026", "Trước ngày 20/4/2026"),
        ("Trước 20/4", "THÁNG 4/2026", "Trước 20/4"),
        ("Trước ngày 20 hằng tháng", "THÁNG 4/2026", "Trước ngày 20 hằng tháng"),
        ("Tuần 2", "Công tác đào tạo", "Tuần 2"),
        ("Tuần 2", "Tháng Thanh niên", "Tuần 2"),
    ],
)
def test_a_time_of_a_month_takes_that_of_its_heading(printed: str, heading: str, told: str) -> None:
    assert in_month(printed, heading) == told


def test_work_of_a_week_is_of_its_month() -> None:
    plan, _ = plan_of(read_document(_PAPER.encode()), 2026)
    assert [task.deadline for task in plan.tasks[:4]] == [
        "Cả tháng 3/2026",
        "Trước ngày 20/3/2026",
        "Tuần 2 (tháng 4/2026)",
        "Ngày 14 - 17/4",
    ]
    assert all(read(task.deadline, 2026).kind != "unknown" for task in plan.tasks)
    engine = Engine(plan)
    assert len(engine.answer("tháng 4 có những việc gì").records) == 2
    assert engine.answer("bao giờ diễn tập chữa cháy").records == ("M2.1",)


def test_work_under_a_heading_of_ongoing_work_is_such() -> None:
    engine = Engine(plan_of(read_document(_PAPER.encode()), 2026)[0])
    assert len(engine.answer("việc thường xuyên trong năm gồm những gì").records) == 2
