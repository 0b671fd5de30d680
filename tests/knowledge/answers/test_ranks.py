"""Targets that are ranks: told with how things stood, and called by the short names in brackets."""

from __future__ import annotations

import pytest

from handlers import answering
from knowledge.answers import Engine
from knowledge.importing.plan_of import plan_of
from knowledge.importing.reading import read_document
from tests.support.talk import text_of

TEXT = """CHÍNH PHỦ
Số: 02/NQ-CP
Hà Nội, ngày 08 tháng 01 năm 2025
NGHỊ QUYẾT
Về cải thiện môi trường kinh doanh năm 2025

III. TỔ CHỨC THỰC HIỆN
1. Các bộ, địa phương:
a) Trước ngày 20 tháng 01 năm 2025, xây dựng, ban hành kế hoạch hành động thực hiện Nghị quyết.
b) Định kỳ 6 tháng, tổng hợp kết quả thực hiện gửi Bộ Tài chính trước ngày 10 tháng 6.

PHỤ LỤC I
CÁC CHỈ SỐ NĂM 2025

| TT | Chỉ số | Cơ quan đầu mối | Xếp hạng hiện tại | Mục tiêu 2025 |
|---|---|---|---|---|
| 1 | Dịch vụ công trực tuyến (OSI) | Văn phòng Chính phủ | 73 | Tăng ít nhất 8 bậc |
| 2 | Hạ tầng viễn thông (TII) | Bộ Khoa học và Công nghệ | 67 | Tăng ít nhất 5 bậc |
| 3 | Chi cho giáo dục (% GDP) | Bộ Giáo dục và Đào tạo | 107 | Tăng ít nhất 5 bậc |
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(plan_of(read_document(TEXT.encode()), 2025)[0])


def test_a_short_name_in_brackets_is_no_unit_and_names_the_target(engine: Engine) -> None:
    first, _, third = engine.plan.targets
    assert (first.metric, first.names[0], third.unit) == ("Dịch vụ công trực tuyến (OSI)", "OSI", "% GDP")
    for asked in ("OSI phải tăng mấy bậc", "mục tiêu osi", "osi tang bao nhieu bac"):
        assert engine.answer(asked).records == (first.code,), asked


def test_how_things_stood_is_told_where_the_plan_says_it(engine: Engine) -> None:
    found = engine.answer("hạ tầng viễn thông hiện xếp hạng bao nhiêu")
    assert engine.plan.targets[1].baseline == "(Xếp hạng hiện tại: 67)"
    assert (found.kind, found.records) == ("answer", (engine.plan.targets[1].code,))


def test_by_when_a_plan_of_ones_own_is_due_is_not_the_day_of_the_resolution(engine: Engine) -> None:
    found = engine.answer("tỉnh phải ban hành kế hoạch thực hiện nghị quyết trước ngày mấy")
    assert found.kind == "answer"
    assert found.facet != "head"
    assert any("20 tháng 01" in p.text for p in engine.plan.passages if p.code in found.records)
    assert engine.answer("nghị quyết này ban hành ngày nào").facet == "head"


def test_so_many_places_lead_to_a_rank_which_is_what_is_compared(engine: Engine) -> None:
    led = engine.answer("OSI phải lên hạng mấy")
    assert (led.records, led.difference, led.facts) == (("CT1",), -8.0, {"since": ""})
    told = text_of(answering.reply(engine.answer("OSI với TII cái nào cao hơn"), engine.plan))
    first = "Hạ tầng viễn thông (TII) xếp trên Dịch vụ công trực tuyến (OSI) 3 bậc (hạng 62 so với hạng 65)."
    assert told.startswith(first)
    assert "73 − 8 = 65" in told
