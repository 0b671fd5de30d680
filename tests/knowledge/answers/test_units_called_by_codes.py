"""Units that a plan calls by codes, "Phòng PC07", are found by these, however they are written, and by their names."""

from __future__ import annotations

import pytest

from knowledge.answers import Engine
from knowledge.importing.plan_of import plan_of
from knowledge.importing.reading import read_document

_PLAN = """CÔNG AN TỈNH A

Số: 2/KH-CAT-PC07

A, ngày 02 tháng 01 năm 2026

KẾ HOẠCH

Phòng cháy giai đoạn 2026 - 2028

I. TỔ CHỨC

1. Phòng Cảnh sát phòng cháy (PC07): là đơn vị thường trực.

2. Phòng Pháp chế, tư pháp (PV03) thẩm định dự thảo; Phòng Hậu cần (PH10) lập dự toán.

PHỤ LỤC

| TT | Nội dung công việc | Chủ trì | Phối hợp | Hoàn thành | Kết quả |
|---|---|---|---|---|---|
| 1 | Tổng rà soát nhà trọ | Phòng PC07 | Phòng PH10; Sở Xây dựng | 31/5/2026 | Báo cáo |
| 2 | Mua sắm xe thang | Phòng PH10 | Phòng PC07 | Quý IV/2028 | Biên bản |
| 3 | Rà soát văn bản | Phòng PV03 | Phòng PC07 | Hằng năm | Danh mục |

Ghi chú: Nhiệm vụ “Hoàn thành” hằng năm được lặp lại trong giai đoạn 2026 - 2028.
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    """An engine for a plan whose text says once what the codes stand for."""
    return Engine(plan_of(read_document(_PLAN.encode()), 2026)[0])


@pytest.mark.parametrize(
    ("question", "tasks"),
    [
        ("Phòng PH10 chủ trì những việc nào?", ("2",)),
        ("px10 chủ trì việc gì", ()),
        ("ph10 chu tri viec gi", ("2",)),
        ("PC 07 phối hợp việc gì", ("2", "3")),
        ("phong pc7 chu tri may viec", ("1",)),
        ("pv03 ctrì mấy việc j liệt kê giúp", ("3",)),
        ("phòng hậu cần chủ trì việc gì", ("2",)),
        ("phòng pháp chế, tư pháp chủ trì việc gì", ("3",)),
    ],
)
def test_a_unit_is_found_by_its_code_and_by_its_name(engine: Engine, question: str, tasks: tuple[str, ...]) -> None:
    assert engine.answer(question).records == tasks


def test_the_tasks_of_a_year_are_no_name_in_quotation_marks(engine: Engine) -> None:
    told = engine.answer("liệt kê nhiệm vụ có thời hạn hoàn thành trong năm 2028")
    assert (told.facet, told.records) == ("list", ("2",))
