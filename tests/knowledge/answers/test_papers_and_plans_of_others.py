"""A paper's number with its mark is no row's, and what another body plans is not in this plan."""

from __future__ import annotations

import pytest

from knowledge.answers import Engine
from knowledge.importing.plan_of import plan_of
from knowledge.importing.reading import read_document

_PLAN = """SỞ NÔNG NGHIỆP TỈNH A

Số: 10/KH-SNN

A, ngày 02 tháng 01 năm 2026

KẾ HOẠCH

Cải cách hành chính năm 2026

Thực hiện Chương trình hành động số 2-CTr/TU ngày 08 tháng 9 năm 2025 của Tỉnh ủy về cải cách hành chính;

I. MỤC TIÊU

1. 100% cán bộ được tập huấn kỹ năng số.

2. Kiểm soát dịch bệnh, phòng chống thiên tai và chia sẻ thông tin với các phường giáp ranh.

PHỤ LỤC

| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn | Kết quả |
|---|---|---|---|---|---|
| 1 | Tập huấn kỹ năng số cho cán bộ | Phòng Nội vụ | Sở Y tế | Quý II/2026 | Lớp tập huấn |
| 2 | Số hóa hồ sơ địa chính | Phòng Nội vụ | Phòng Văn hóa | Quý III/2026 | Bản số |
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(plan_of(read_document(_PLAN.encode()), 2026)[0])


def test_a_number_with_a_mark_is_a_paper_and_no_row(engine: Engine) -> None:
    for asked in ("Chương trình hành động 2-CTr/TU ban hành ngày nào", "chương trình hành động số 2-CTr/TU ngày nào"):
        found = engine.answer(asked)
        assert (found.kind, found.facet) == ("answer", "legal"), asked
        assert "08 tháng 9 năm 2025" in found.quotations[0].text


def test_a_row_is_still_named_by_its_number(engine: Engine) -> None:
    assert engine.answer("việc số 2 ban hành ngày nào").records == ("2",)


def test_the_plan_of_another_body_is_not_this_plan(engine: Engine) -> None:
    assert engine.answer("kế hoạch của Sở Y tế về phòng chống dịch bệnh có gì").kind == "none"
    assert engine.answer("kế hoạch của Sở Y tế về tập huấn kỹ năng số có gì").kind == "answer"
