"""Values as people ask for them: how long one waits, in hectares, within so many days; what comes back every month."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest

from knowledge.answers import Engine
from knowledge.model import Area, Plan, Target, Task, Unit


@lru_cache(1)
def _engine() -> Engine:
    waiting = [
        Target(
            code=f"CT1.{year}",
            horizon=year,
            metric="Thời gian chờ bình quân tại bộ phận một cửa",
            value=value,
            unit="Phút",
            value_printed=f"{value:g}",
            baseline="(Ước thực hiện năm 2025: 22)",
            series="CT1",
            statement=f"Năm {year}, thời gian chờ bình quân tại bộ phận một cửa: {value:g} phút",
            place="Bảng 1, STT 1",
        )
        for year, value in ((2026, 18.0), (2028, 10.0))
    ]
    handled = Target(
        code="CT2",
        horizon=2026,
        metric="Tỷ lệ cảnh báo rủi ro về hóa đơn được xử lý trong 05 ngày làm việc",
        value=75.0,
        unit="%",
        value_printed="75%",
        statement="75% cảnh báo rủi ro về hóa đơn được xử lý trong 05 ngày làm việc.",
        place="Bảng 1, STT 2",
    )
    planted = Target(
        code="CT3",
        horizon=2028,
        metric="Diện tích rừng trồng mới",
        value=21_000.0,
        unit="ha",
        value_printed="21.000 ha",
        statement="Trồng mới 21.000 ha rừng.",
        place="Bảng 1, STT 3",
    )
    rows = {
        1: ("Lắp đặt hệ thống lấy số tự động tại bộ phận một cửa", "Quý IV/2026"),
        2: ("Đối chiếu dữ liệu hóa đơn với dữ liệu thanh toán", "Hằng tháng, trước ngày 12"),
    }
    tasks = [
        Task(
            code=f"A.{number}",
            printed_code=str(number),
            area="A",
            title=title,
            lead=("VP",),
            lead_printed="Văn phòng",
            cooperating_printed="",
            product="Báo cáo",
            deadline=deadline,
            place=f"Phụ lục, STT {number}",
        )
        for number, (title, deadline) in rows.items()
    ]
    plan = Plan(
        id="waits",
        title="Kế hoạch phục vụ người nộp thuế",
        short_title="Kế hoạch 2026",
        issuer="Thuế tỉnh",
        year=2026,
        starts=2026,
        period_ends=2028,
        horizons=(2026, 2028),
        ends=date(2028, 12, 31),
        units=(Unit(code="VP", name="Văn phòng", short="Văn phòng"),),
        areas=(Area(code="A", title="Một cửa và hóa đơn", place="Phụ lục"),),
        tasks=tuple(tasks),
        targets=(*waiting, handled, planted),
        passages=(),
    )
    return Engine(plan)


@pytest.mark.parametrize(
    ("question", "record"),
    [
        ("thời gian chờ một cửa 2028", "CT1.2028"),
        ("tỷ lệ cảnh báo rủi ro hóa đơn xử lý trong 5 ngày năm 2026", "CT2"),
        ("ty le canh bao rui ro hoa don xu ly trong 05 ngay", "CT2"),
        ("trồng mới rừng được giao bao nhiêu hecta", "CT3"),
        ("trồng mới bao nhiêu héc ta rừng", "CT3"),
    ],
)
def test_a_value_is_told_in_whatever_words_its_measure_is_named(question: str, record: str) -> None:
    answer = _engine().answer(question)
    assert (answer.facet, answer.records) == ("value", (record,))


@pytest.mark.parametrize("asked", ["giảm mấy phút", "giảm bao nhiêu", "rut ngan may phut"])
def test_how_much_it_changes_since_a_year_before_is_worked_out(asked: str) -> None:
    answer = _engine().answer(f"thời gian chờ một cửa từ 2025 đến 2028 {asked}")
    assert (answer.facet, answer.difference) == ("comparison", -12)


@pytest.mark.parametrize(
    "question", ["việc nào phải làm hằng tháng trước ngày 12?", "việc nào phải làm trước ngày 12 hằng tháng"]
)
def test_what_comes_back_every_month_is_a_list_and_nothing_that_was_reported(question: str) -> None:
    answer = _engine().answer(question)
    assert (answer.facet, answer.records) == ("list", ("A.2",))
