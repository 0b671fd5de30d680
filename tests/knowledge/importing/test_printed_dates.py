"""Days that no calendar has are found as printed; documents' numbers and real days are left alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.importing.printed_dates import impossible_dates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("trước ngày 31/2/2022", ["31/2/2022"]),
        ("Trước 31/6", ["Trước 31/6"]),
        ("30/02", ["30/02"]),
        ("29/2/2022", ["29/2/2022"]),
        ("32.1.2026", ["32.1.2026"]),
        ("31-04-2026", ["31-04-2026"]),
        ("8/13/26", ["8/13/26"]),
        ("ngày 31 tháng 6 năm 2026", ["ngày 31 tháng 6 năm 2026"]),
        ("Tháng 13/2026", ["Tháng 13"]),
        ("13/2026", ["13/2026"]),
        ("Quý V/2022", ["Quý V"]),
        ("quý 5 năm 2022", ["quý 5"]),
        ("từ 31/2/2022 đến 31/4/2022", ["31/2/2022", "31/4/2022"]),
    ],
)
def test_a_day_month_or_quarter_that_does_not_exist_is_found(text: str, found: list[str]) -> None:
    assert impossible_dates(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "trước ngày 15/8 hàng năm",
        "29/2",
        "29/2/2024",
        "Quý II/2022",
        "Quý IV",
        "Năm 2021 và các năm tiếp theo",
        "Nghị định số 32/2020/NĐ-CP ngày 05/3/2020",
        "Quyết định 258/QĐ-UBND",
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017",
        "Thông tư 01/2020/TT-VPCP",
        "12/2025",
        "6 tháng đầu năm",
        "đạt 3/5 phần việc, 19/63 tỉnh",
        "24/24 giờ từ ngày 01/9 đến 15/12 hằng năm",
        "giai đoạn 2022-2025",
        "",
    ],
)
def test_real_days_and_numbers_of_documents_are_left_alone(text: str) -> None:
    assert impossible_dates(text) == []


@given(
    st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%y"])
)
def test_no_real_day_is_ever_doubted(day: date, form: str) -> None:
    assert impossible_dates(f"Hoàn thành trước ngày {day.strftime(form)}") == []
    assert impossible_dates(f"ngày {day.day} tháng {day.month} năm {day.year}") == []


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_the_day_after_the_last_of_a_month_is_always_found(day: date) -> None:
    last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    printed = f"{last.day + 1}/{last.month}/{last.year}"
    assert impossible_dates(f"chậm nhất {printed}") == [printed]
