"""How much a target is to grow since a year before the plan, whose value it prints."""

from __future__ import annotations

import pytest

from knowledge.answers import Engine
from knowledge.importing.plan_of import plan_of
from knowledge.importing.reading import read_document

_PLAN = """ỦY BAN NHÂN DÂN PHƯỜNG A

Số: 1/KH-UBND

A, ngày 02 tháng 01 năm 2026

KẾ HOẠCH

Cải cách hành chính năm 2026

I. MỤC TIÊU

1. Tỷ lệ hồ sơ nộp trực tuyến toàn trình đạt từ 80% trở lên (năm 2025: 61,4%).

2. Tỷ lệ hồ sơ thanh toán lệ phí trực tuyến đạt trên 65% (năm 2025: 48%).

3. 100% cán bộ được tập huấn kỹ năng số.

PHỤ LỤC

| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn | Kết quả |
|---|---|---|---|---|---|
| 1 | Tập huấn kỹ năng số cho cán bộ | Phòng Văn thư - Lưu trữ | Phòng Nội vụ | Quý II/2026 | Lớp tập huấn |
| 2 | Số hóa hồ sơ địa chính | Phòng Nội vụ | Phòng Văn thư - Lưu trữ | Quý III/2026 | Bản số |
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(plan_of(read_document(_PLAN.encode()), 2026)[0])


@pytest.mark.parametrize(
    ("question", "metric", "points"),
    [
        ("ty le ho so toan trinh 2026 tang bao nhieu diem phan tram so voi 2025", "toàn trình", 18.6),
        ("từ 2025 đến 2026 tỷ lệ hồ sơ nộp trực tuyến toàn trình tăng thêm mấy điểm", "toàn trình", 18.6),
        ("thanh toán lệ phí trực tuyến năm 2026 hơn năm 2025 bao nhiêu", "lệ phí", 17.0),
    ],
)
def test_growth_since_the_year_before(engine: Engine, question: str, metric: str, points: float) -> None:
    found = engine.answer(question)
    target = engine.plan.target(found.records[0])
    assert target is not None
    assert metric in target.metric
    assert (found.facet, found.difference, found.facts["since"]) == ("comparison", points, "2025")


def test_without_a_value_of_the_year_before_nothing_is_worked_out(engine: Engine) -> None:
    assert engine.answer("cán bộ được tập huấn kỹ năng số 2026 tăng bao nhiêu so với 2025").difference is None


def test_a_name_that_sounds_like_leaving_out_leaves_nothing_out(engine: Engine) -> None:
    for asked in ("phòng Văn thư - Lưu trữ chủ trì bao nhiêu việc", "phong van thu luu tru chu tri may viec"):
        assert engine.answer(asked).records == ("1",), asked
    assert engine.answer("phòng Văn thư - Lưu trữ chỉ phối hợp mấy việc").records == ("2",)
