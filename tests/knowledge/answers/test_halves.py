"""Two things of one kind are compared where only the first has its whole name, and how long work may take is told."""

from __future__ import annotations

import pytest

from knowledge.answers import Engine
from knowledge.importing.plan_of import plan_of
from knowledge.importing.reading import read_document

_PLAN = """SỞ XÂY DỰNG TỈNH A

Số: 1/KH-SXD

A, ngày 02 tháng 01 năm 2026

KẾ HOẠCH

Phát triển đô thị năm 2026

I. MỤC TIÊU

1. Tỷ lệ hồ sơ nghiệm thu đúng hạn đạt 95%.

PHỤ LỤC

| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn | Kết quả |
|---|---|---|---|---|---|
| 1 | Lập quy hoạch chung đô thị mới Tà Rụt | Phòng Quy hoạch | Phòng Nhà ở | Quý IV/2026 | Quyết định |
| 2 | Lập quy hoạch chung đô thị mới La Vang | Phòng Quy hoạch | Thanh tra | Quý II/2027 | Quyết định |
| 3 | Họp hội đồng người dân cấp khu phố | Phòng Nhà ở | Thanh tra | Thứ Tư hằng tuần | Biên bản |
| 4 | Họp hội đồng người dân cấp bệnh viện | Phòng Nhà ở | Thanh tra | Tuần cuối hằng tháng | Biên bản |
| 5 | Nghiệm thu hạ tầng khu đô thị | Thanh tra | | Trong vòng 20 ngày kể từ ngày nhận hồ sơ | Kết luận |
| 6 | Tổ chức hội thi tay nghề | Thanh tra | | Tháng 3 | Hội thi trong 02 ngày |
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    """An engine for a plan in which tasks differ by the end of their titles."""
    return Engine(plan_of(read_document(_PLAN.encode()), 2026)[0])


@pytest.mark.parametrize(
    ("question", "tasks"),
    [
        ("quy hoạch chung Tà Rụt với La Vang cái nào xong trước", ("1", "2")),
        ("quy hoạch chung đô thị La Vang và Tà Rụt khác hạn thế nào", ("2", "1")),
        ("hội đồng người dân cấp khu phố với cấp bệnh viện họp khác nhau sao", ("3", "4")),
        ("họp hội đồng người dân cấp khu phố và cấp bệnh viện so sánh thời gian", ("3", "4")),
    ],
)
def test_the_second_of_two_has_what_both_are_called(engine: Engine, question: str, tasks: tuple[str, ...]) -> None:
    answer = engine.answer(question)
    assert (answer.kind, answer.records) == ("answer", tasks)


def test_nothing_is_compared_with_what_the_plan_does_not_have(engine: Engine) -> None:
    assert engine.answer("quy hoạch chung Tà Rụt với Khe Sanh cái nào xong trước").records in ((), ("1",))


@pytest.mark.parametrize(
    "question",
    ["nghiệm thu hạ tầng khu đô thị trong bao nhiêu ngày", "nghiem thu ha tang khu do thi may ngay phai xong"],
)
def test_how_long_work_may_take_is_its_deadline(engine: Engine, question: str) -> None:
    answer = engine.answer(question)
    assert (answer.records, answer.facet) == (("5",), "deadline")


def test_how_long_a_thing_lasts_is_no_deadline(engine: Engine) -> None:
    assert engine.answer("hội thi tay nghề mấy ngày").facet != "deadline"
