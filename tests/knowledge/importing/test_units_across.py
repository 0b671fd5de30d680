"""A table of indicators with a column for each unit sets what one with a row for each unit does."""

from __future__ import annotations

import pytest

from knowledge.answers import Engine
from knowledge.importing.plan_of import plan_of
from knowledge.importing.problems import Problem
from knowledge.importing.reading import read_document
from knowledge.model import Plan

_HEAD = """BAN AN TOÀN GIAO THÔNG

Số: 27/KH-BATGT

A, ngày 12 tháng 01 năm 2026

KẾ HOẠCH

An toàn giao thông giai đoạn 2026 - 2028

II. CHỈ TIÊU

"""
_ACROSS = """Bảng 1. Chỉ tiêu giao các đội năm 2026

| TT | Chỉ tiêu | ĐVT | Đội CSGT số 1 | Đội CSGT số 2 | Đội Thanh tra | Toàn tỉnh | Ghi chú |
|---|---|---|---|---|---|---|---|
| 1 | Số ca tuần tra kiểm soát | ca | 1.240 | 980 | 310 | 2.530 | |
| 2 | Số lái xe được kiểm tra nồng độ cồn | lượt | 36.000 | 28.500 | - | 64.500 | Kiểm tra đêm |
| 3 | Tỷ lệ xử phạt qua hình ảnh | % | 45 | 38 | 52 | 43 | |
| 4 | Điểm đen được xóa | điểm | 6 | 5 | x | 11 | |

"""
_WORK = """PHỤ LỤC

DANH MỤC NHIỆM VỤ

| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn |
|---|---|---|---|---|
| 1 | Cải tạo đường cong | Sở Xây dựng | Công an tỉnh | Quý I/2026 |
| 2 | Kiểm tra tải trọng xe | Công an tỉnh | Sở Xây dựng | Quý II/2026 |
"""


@pytest.fixture(scope="module")
def read() -> tuple[Plan, list[Problem]]:
    return plan_of(read_document((_HEAD + _ACROSS + _WORK).encode()), 2026)


def test_each_cell_is_a_target_of_its_unit(read: tuple[Plan, list[Problem]]) -> None:
    plan, problems = read
    told = {t.metric: (t.value, t.unit, t.horizon) for t in plan.targets}
    assert told["Số ca tuần tra kiểm soát: Đội CSGT số 2"] == (980.0, "ca", 2026)
    assert told["Tỷ lệ xử phạt qua hình ảnh: Đội Thanh tra"] == (52.0, "%", 2026)
    assert "Số lái xe được kiểm tra nồng độ cồn: Đội Thanh tra" not in told
    assert "Điểm đen được xóa: Đội Thanh tra" not in told
    assert any("Kiểm tra đêm" in problem.data.get("text", "") for problem in problems)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Đội CSGT số 1 được giao bao nhiêu ca tuần tra", [1240.0]),
        ("đội csgt số 2 kiểm tra nồng độ cồn bao nhiêu lượt", [28500.0]),
        ("đội nào tỷ lệ xử phạt qua hình ảnh cao nhất", [52.0]),
    ],
)
def test_it_is_asked_for_by_the_unit(read: tuple[Plan, list[Problem]], question: str, values: list[float]) -> None:
    plan = read[0]
    found = Engine(plan).answer(question)
    assert [target.value for code in found.records if (target := plan.target(code))] == values


def test_a_unit_for_which_nothing_is_set_has_no_value(read: tuple[Plan, list[Problem]]) -> None:
    found = Engine(read[0]).answer("Đội Thanh tra được giao bao nhiêu lượt kiểm tra nồng độ cồn")
    assert not any("Đội CSGT" in target.metric for code in found.records if (target := read[0].target(code)))


def test_a_body_outside_the_agency_leads_what_the_table_says(read: tuple[Plan, list[Problem]]) -> None:
    found = Engine(read[0]).answer("Sở Xây dựng chủ trì những nhiệm vụ nào")
    assert (found.records, list(found.filters)) == (("1",), ["lead"])
