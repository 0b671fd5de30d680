"""A part of the running text is told by its number, in whatever style the paper numbers its parts."""

from __future__ import annotations

import pytest

from knowledge.answers import Engine
from knowledge.importing.plan_of import plan_of
from knowledge.importing.reading import read_document

HEAD = "SỞ Y TẾ\nSố: 22/KH-SYT\nSơn La, ngày 12 tháng 2 năm 2026\nKẾ HOẠCH\nCải tiến chất lượng năm 2026\n"
NUMBERS = "1. MỤC ĐÍCH\nTốt hơn.\n2. CHỈ TIÊU\n2.1. Về khám bệnh\na) Nhanh hơn.\nb) Gần hơn.\n3. KINH PHÍ\nNgân sách.\n"
WORDS = (
    "PHẦN THỨ NHẤT\nTÌNH HÌNH\nI. KẾT QUẢ\nĐã làm.\nPHẦN THỨ HAI\nMỤC TIÊU\nI. MỤC TIÊU CHUNG\nTốt hơn.\n"
    "II. MỤC TIÊU CỤ THỂ\nNhanh hơn.\n"
)
CAPITALS = "A. TÌNH HÌNH\nĐã làm.\nB. NHIỆM VỤ\nI. Thanh tra\nKiểm tra.\nII. Tuyên truyền\nPhát thanh.\n"
ARTICLES = "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Lập hồ sơ.\na) Hồ sơ giấy.\n2. Nộp hồ sơ.\n"


@pytest.mark.parametrize(
    ("text", "question", "places"),
    [
        (NUMBERS, "mục 2.1 nói gì", ["Mục 2.1"]),
        (NUMBERS, "phan 3 noi gi", ["Mục 3"]),
        (NUMBERS, "mục 2.1 điểm b", ["Mục 2.1 (Về khám bệnh), điểm b"]),
        (NUMBERS, "mục 7 nói gì", []),
        (WORDS, "phần thứ hai nói gì", ["Phần thứ hai"]),
        (WORDS, "phần 2 mục I", ["Phần thứ hai, mục I"]),
        (WORDS, "mục II của phần II nói gì", ["Phần thứ hai, mục II"]),
        (CAPITALS, "mục B nói gì", ["Mục B"]),
        (CAPITALS, "mục b.ii quy định gì", ["Mục B.II"]),
        (CAPITALS, "phần b phụ trách việc gì", []),
        (ARTICLES, "chương I nói gì", ["Chương I"]),
        (ARTICLES, "khoản 2 điều 1 quy định gì", ["Điều 1, khoản 2"]),
    ],
)
def test_a_part_is_told_by_its_number(text: str, question: str, places: list[str]) -> None:
    plan, _ = plan_of(read_document((HEAD + text).encode()), 2026)
    answer = Engine(plan).answer(question)
    found = {passage.code: passage.place for passage in plan.passages}
    assert [found[code] for code in answer.records if answer.kind == "answer"] == places
