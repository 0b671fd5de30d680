"""What tasks cost is told from the columns of their table: by years, in all with its parts, of several together."""

from __future__ import annotations

import pytest

from handlers.answering import reply
from handlers.messages import Paragraph
from knowledge.answers import Engine
from knowledge.importing.plan_of import plan_of
from knowledge.importing.reading import read_document

_PAPER = """BỆNH VIỆN ĐA KHOA A

Số: 1/KH-BVA

A, ngày 02 tháng 01 năm 2026

KẾ HOẠCH

Chuyển đổi số giai đoạn 2026 - 2028

PHỤ LỤC

DANH MỤC NHIỆM VỤ

Đơn vị tính: triệu đồng

| TT | Nhiệm vụ | Chủ trì | Kết quả | Hạn | Kinh phí 2026 | Kinh phí 2027 - 2028 |
|---|---|---|---|---|---|---|
| I | Hạ tầng số | | | | | |
| 1 | Nâng cấp phòng máy chủ | Phòng CNTT | Biên bản | Quý III/2026 | 4.200 | 1.500 |
| 2 | Phủ sóng khu nội trú | Phòng CNTT | 60 điểm phát | Quý IV/2026 | 1.350 | - |
| II | Dịch vụ số | | | | | |
| 3 | Lắp ki ốt tự đăng ký khám | Khoa Khám bệnh | 16 ki ốt | Quý II/2026 | 1.120 | - |
| 4 | Tuyển dụng kỹ sư y sinh | Phòng Tổ chức | 05 kỹ sư | Quý II/2027 | - | - |
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(plan_of(read_document(_PAPER.encode()), 2026)[0])


def _told(engine: Engine, question: str) -> str:
    blocks = reply(engine.answer(question), engine.plan).blocks
    return next(block.text for block in blocks if isinstance(block, Paragraph))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("kinh phí 2026 để nâng cấp phòng máy chủ bao nhiêu triệu", "Kinh phí năm 2026: 4.200 triệu đồng."),
        (
            "nâng cấp phòng máy chủ giai đoạn 2027-2028 bố trí bao nhiêu tiền",
            "Kinh phí giai đoạn 2027 - 2028: 1.500 triệu đồng.",
        ),
        (
            "nâng cấp phòng máy chủ hết bao nhiêu tiền",
            "Kinh phí: 4.200 (2026) + 1.500 (2027 - 2028) = 5.700 triệu đồng.",
        ),
        ("kinh phi lap ki ot tu dang ky kham bao nhieu", "Kinh phí năm 2026: 1.120 triệu đồng."),
        ("kinh phí tuyển dụng kỹ sư y sinh", "Kế hoạch không ghi kinh phí của nhiệm vụ này."),
        (
            "phủ sóng khu nội trú 2027-2028 kinh phí bao nhiêu",
            "Kế hoạch không ghi kinh phí của nhiệm vụ này cho năm, giai đoạn hoặc nguồn đó.",
        ),
        ("tổng kinh phí năm 2026", "Cộng: 4.200 + 1.350 + 1.120 = 6.670 triệu đồng."),
        ("tổng kinh phí của nhóm hạ tầng số", "Cộng: 5.700 + 1.350 = 7.050 triệu đồng."),
    ],
)
def test_what_work_costs_is_told_for_the_years_that_are_named(engine: Engine, question: str, told: str) -> None:
    assert _told(engine, question) == told


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("nhiệm vụ nào tốn kinh phí nhất", "Nâng cấp phòng máy chủ"),
        ("năm 2026 nhiệm vụ nào ít kinh phí nhất", "Lắp ki ốt tự đăng ký khám"),
    ],
)
def test_what_costs_most_or_least_is_told_with_its_cost(engine: Engine, question: str, title: str) -> None:
    found = engine.answer(question)
    assert (found.facet, [engine.plan.task(code).title for code in found.records]) == ("cost", [title])  # type: ignore[union-attr]


@pytest.mark.parametrize("question", ["kinh phí xây nhà ăn bao nhiêu", "xây nhà ăn hết bao nhiêu tiền"])
def test_what_the_plan_does_not_speak_of_costs_nothing_known(engine: Engine, question: str) -> None:
    assert engine.answer(question).kind == "none"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("kinh phí cải tạo đèo Bảo Lộc bao nhiêu", "Kinh phí Tổng số: 12.500 triệu đồng."),
        ("ngân sách tỉnh cho cải tạo đèo Bảo Lộc bao nhiêu tiền", "Kinh phí Ngân sách tỉnh: 10.000 triệu đồng."),
        ("tổng kinh phí xã hội hóa", "Cộng: 2.500 + 250 = 2.750 triệu đồng."),
    ],
)
def test_a_source_of_the_money_is_asked_for_by_its_column(question: str, told: str) -> None:
    table = (
        "| TT | Nhiệm vụ | Chủ trì | Hạn | Kinh phí thực hiện Tổng số | Kinh phí thực hiện Ngân sách tỉnh "
        "| Kinh phí thực hiện Xã hội hóa |\n|---|---|---|---|---|---|---|\n"
        "| 1 | Cải tạo đèo Bảo Lộc | Sở Xây dựng | Quý I/2026 | 12.500 | 10.000 | 2.500 |\n"
        "| 2 | Tuần lễ an toàn học đường | Sở Giáo dục | Quý I/2026 | 450 | 200 | 250 |\n"
    )
    paper = f"{_PAPER[: _PAPER.index('| TT')]}{table}"
    assert _told(Engine(plan_of(read_document(paper.encode()), 2026)[0]), question) == told
