"""Questions on a plan whose targets stand in a numbered table of its text, beside tasks of like words."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest

from knowledge.answers import Answer, Engine
from knowledge.model import Area, Plan, Target, Task, Unit

UNITS = {
    "XTTM": "Cục Xúc tiến thương mại",
    "CT": "Cục Thuế",
    "HQ": "Cục Hải quan",
    "KB": "Kho bạc Nhà nước khu vực XIX",
}
TARGETS = (
    ("CT1", 1, "Số sản phẩm đạt Thương hiệu quốc gia Việt Nam", "sản phẩm", 380, 420, 485),
    ("CT2", 2, "Cán bộ xúc tiến thương mại địa phương được đào tạo", "người", 1050, 1200, 1900),
)
TASKS = (
    ("1", "Xét chọn sản phẩm đạt Thương hiệu quốc gia Việt Nam", "XTTM", "", "Danh sách sản phẩm được công bố"),
    ("2", "Tổ chức Tuần lễ Thương hiệu quốc gia", "XTTM", "CT", "01 tuần lễ/năm"),
    ("3", "Kết nối dữ liệu giao dịch với cơ quan thuế, hải quan", "CT", "HQ", "Hệ thống kết nối"),
    ("5", "Kiểm tra quyết toán các đề án", "XTTM", "KB", "Báo cáo"),
    ("4", "Tổ chức Hội chợ Vietnam Expo", "XTTM", "HQ", "500 gian hàng"),
)


@lru_cache(1)
def _engine() -> Engine:
    plan = Plan(
        id="table",
        title="Kế hoạch xúc tiến thương mại giai đoạn 2026–2030",
        short_title="Kế hoạch 31",
        issuer="Bộ Công Thương",
        year=2026,
        starts=2026,
        period_ends=2030,
        horizons=(2026, 2028, 2030),
        ends=date(2030, 12, 31),
        units=tuple(Unit(code=code, name=name, short=name) for code, name in UNITS.items()),
        areas=(Area(code="A", title="Nhiệm vụ", place="Phụ lục, mục A"),),
        tasks=tuple(
            Task(
                code=code,
                printed_code=code,
                area="A",
                title=title,
                lead=(lead,),
                lead_printed=UNITS[lead],
                cooperating=(beside,) if beside else (),
                cooperating_printed=UNITS.get(beside, ""),
                product=product,
                deadline="Hằng năm",
                place=f"Phụ lục, mục A, STT {code}",
            )
            for code, title, lead, beside, product in TASKS
        ),
        targets=(
            *(
                Target(
                    code=code if year == 2026 else f"{code}-{year}",
                    horizon=year,
                    metric=metric,
                    comparator="=",
                    value=value,
                    unit=unit,
                    value_printed=str(value),
                    series=code,
                    statement=f"Năm {year}, {metric}: {value} {unit}",
                    place=f"Bảng 1, STT {row}",
                )
                for code, row, metric, unit, *values in TARGETS
                for year, value in zip((2026, 2028, 2030), values, strict=True)
            ),
            Target(
                code="MT01",
                horizon=2030,
                metric="cảnh báo sớm được gửi đến doanh nghiệp",
                comparator="=",
                value=90,
                unit="%",
                value_printed="90%",
                statement="90% cảnh báo sớm được gửi đến doanh nghiệp",
                place="Mục II.2",
            ),
        ),
    )
    return Engine(plan)


def _asked(question: str) -> Answer:
    return _engine().answer(question)


@pytest.mark.parametrize(
    ("question", "record"),
    [
        ("số sản phẩm thương hiệu quốc gia đến 2028 là bao nhiêu", "CT1-2028"),
        ("can bo xuc tien thuong mai dia phuong duoc dao tao nam 2028 bao nhieu nguoi", "CT2-2028"),
    ],
)
def test_a_number_for_a_year_is_that_of_the_target(question: str, record: str) -> None:
    answer = _asked(question)
    assert (answer.kind, answer.records) == ("answer", (record,))


def test_work_of_one_unit_and_of_another_is_work_of_both() -> None:
    assert _asked("những việc vừa của Cục Thuế vừa của Cục Hải quan").records == ("3",)
    assert _asked("những việc nào vừa có Cục Xúc tiến thương mại vừa có Cục Thuế").records == ("2",)


def test_who_wants_to_take_part_does_not_ask_who_cooperates() -> None:
    assert _asked("đăng ký tham gia Vietnam Expo nộp hồ sơ ở đâu, phí bao nhiêu?").kind == "none"
    assert _asked("ai tham gia Hội chợ Vietnam Expo").records == ("4",)


def test_the_rows_of_a_numbered_table_are_counted() -> None:
    answer = _asked("Bảng 1 có bao nhiêu chỉ tiêu")
    assert (answer.count, set(answer.records)) == (2, {t.code for t in _engine().plan.targets if t.series})
    assert _asked("Bảng 2 có bao nhiêu chỉ tiêu").kind == "none"


def test_two_of_several_years_are_compared_with_each_other() -> None:
    answer = _asked("so sánh số sản phẩm đạt thương hiệu quốc gia 2026 và 2028")
    assert (answer.facet, answer.records, answer.difference) == ("comparison", ("CT1", "CT1-2028"), 40)


def test_the_only_unit_of_its_kind_is_called_by_the_head_of_its_name() -> None:
    assert _asked("kho bạc phối hợp việc nào").records == ("5",)
    assert _asked("kho bạc nhà nước phối hợp việc nào").records == ("5",)


def test_a_road_of_communes_is_no_commune() -> None:
    assert not _engine().understanding.read("so sánh tỷ lệ đường xã đủ biển báo 2028 và 2030").foreign
