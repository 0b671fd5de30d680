"""What was worked out of several targets is said first, with the figures that were taken."""

from __future__ import annotations

import pytest

from handlers import answering
from tests.knowledge.answers.figures_of import engine_of
from tests.support.talk import text_of


def _told(name: str, question: str) -> str:
    engine = engine_of(name)
    return text_of(answering.reply(engine.answer(question), engine.plan))


@pytest.mark.parametrize(
    ("name", "question", "line"),
    [
        ("years", "xã Hòa Bình 2026 đến 2028 tăng bao nhiêu", "70% (2026) → 90% (2028): tăng 20 điểm phần trăm."),
        (
            "years",
            "xã Phú Thịnh với xã Đông Hải năm 2028 nơi nào cao hơn",
            "Xã Phú Thịnh cao hơn Xã Đông Hải 10 điểm phần trăm (95% so với 85%).",
        ),
        ("units", "tổng kinh phí của Lâm Hà và Nam Giang", "Cộng: 450 + 620 = 1.070 triệu đồng."),
        (
            "units",
            "trung bình mỗi trung tâm khám bao nhiêu lượt",
            "Trung bình cộng: (12.000 + 8.500 + 15.200) / 3 = 11.900 lượt.",
        ),
        ("costs", "tổng kinh phí của sửa nhà văn hóa và mua máy tính", "Cộng: 350 + 180 = 530 triệu đồng."),
        ("units", "tổng tỷ lệ hài lòng của Lâm Hà và Bắc Sơn", "Không cộng hay tính trung bình được các số này"),
        (
            "ranks",
            "OSI với TII cái nào cao hơn năm 2028",
            "Dịch vụ công trực tuyến (OSI) xếp trên Hạ tầng viễn thông (TII) 5 bậc (hạng 50 so với hạng 55).",
        ),
    ],
)
def test_the_result_comes_first(name: str, question: str, line: str) -> None:
    assert _told(name, question).startswith(line)


def test_the_figures_that_were_taken_stand_below_with_their_place() -> None:
    told = _told("units", "tổng kinh phí của Lâm Hà và Nam Giang")
    assert "Kinh phí: Trung tâm Y tế Lâm Hà: 450 triệu đồng" in told
    assert "STT 1" in told.splitlines()[-1]


def test_what_the_plan_prints_for_all_together_is_told_beside_a_sum() -> None:
    assert "Kế hoạch ghi chung: Đến năm 2028: Số lượt khám: Toàn ngành: 36.000 lượt" in _told(
        "units", "ba trung tâm cộng lại bao nhiêu lượt khám"
    )


def test_rows_are_counted_by_what_they_are() -> None:
    assert _told("years", "bao nhiêu xã đạt từ 90% trở lên năm 2028").startswith("2 xã (từ 90% trở lên; đến năm 2028):")


def test_different_measures_are_said_to_be_so() -> None:
    told = _told("ranks", "tổng chi ngân sách so với tỷ lệ chi phí logistics cái nào cao hơn năm 2028")
    assert "khác đơn vị tính" in told
    assert "350 tỷ đồng" in told
