"""A table of years across, for each of several units, is a target for each cell, called by what the table measures."""

from __future__ import annotations

from knowledge.importing.plan_of import plan_of
from knowledge.importing.reading import read_document
from knowledge.model import Plan

_HEAD = """ỦY BAN NHÂN DÂN HUYỆN A

Số: 45/KH-UBND

A, ngày 12 tháng 01 năm 2026

KẾ HOẠCH

Chuyển đổi số cấp xã giai đoạn 2026 - 2028

I. MỤC TIÊU

1. Tỷ lệ người dân có tài khoản định danh điện tử đạt 90% vào năm 2028.

II. CHỈ TIÊU GIAO CÁC XÃ

"""
_YEARS = """Biểu số 1. Tỷ lệ hồ sơ trực tuyến toàn trình

| TT | Xã | Thực hiện 2025 (%) | Năm 2026 (%) | Năm 2027 (%) |
|---|---|---|---|---|
| 1 | Xã Hòa Bình | 61 | 70 | 80 |
| 2 | Xã Tân Lập | 58 | 65 | 75 |
| 3 | Thị trấn Minh Sơn | 72 | 85 | 92 |
| 4 | Xã Đông Hải | 50 | 60 | - |
"""
_MONEY = """| TT | Trung tâm | Số lượt khám (lượt) | Tỷ lệ tiêm chủng | Tỷ lệ hài lòng | Kinh phí (triệu đồng) |
|---|---|---|---|---|---|
| 1 | Trung tâm Y tế Lâm Hà | 12.000 | 95% | 88% | 450 |
| 2 | Trung tâm Y tế Bắc Sơn | 8.500 | 92% | 91% | 300 |
| 3 | Trung tâm Y tế Nam Giang | 15.200 | 97% | 85% | 620 |
"""


def _plan(table: str) -> Plan:
    return plan_of(read_document((_HEAD + table).encode()), 2026)[0]


def test_a_cell_is_a_target_of_its_year_and_is_called_by_the_title_of_the_table() -> None:
    first, second = [t for t in _plan(_YEARS).targets if t.metric.endswith(": Xã Hòa Bình")]
    assert first.metric == "Tỷ lệ hồ sơ trực tuyến toàn trình: Xã Hòa Bình"
    assert [(t.horizon, t.value, t.unit, t.series) for t in (first, second)] == [
        (2026, 70.0, "%", first.code),
        (2027, 80.0, "%", first.code),
    ]
    assert second.statement == "Năm 2027, Xã Hòa Bình, Tỷ lệ hồ sơ trực tuyến toàn trình: 80%"
    assert first.baseline == "(Thực hiện 2025: 61%)"


def test_an_empty_cell_sets_nothing() -> None:
    assert [t.horizon for t in _plan(_YEARS).targets if t.metric.endswith("Đông Hải")] == [2026]


def test_what_a_unit_is_given_beside_its_aims_is_read_as_they_are() -> None:
    told = {t.metric: (t.value, t.unit) for t in _plan(_MONEY).targets}
    assert told["Kinh phí: Trung tâm Y tế Lâm Hà"] == (450.0, "triệu đồng")
    assert told["Số lượt khám: Trung tâm Y tế Nam Giang"] == (15200.0, "lượt")


def test_rows_of_one_name_under_headings_of_different_years_are_one_thing() -> None:
    rows = """| TT | Chỉ tiêu | Đơn vị tính | Mục tiêu |
|---|---|---|---|
| I | Đến năm 2026 | | |
| 1 | Quy mô kinh tế số | % | 20 |
| 2 | Số trạm sạc | trạm | 5 |
| II | Đến năm 2028 | | |
| 3 | Quy mô kinh tế số | % | 25 |
"""
    told = [(t.horizon, t.metric, t.series) for t in _plan(rows).targets if "người dân" not in t.metric]
    assert told == [
        (2026, "Quy mô kinh tế số", "CT1"),
        (2026, "Số trạm sạc", None),
        (2028, "Quy mô kinh tế số", "CT1"),
    ]
