"""Papers are divided in many styles; each part is found, its place is told as the paper numbers it, no line is lost."""

from __future__ import annotations

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.importing.plan_of import plan_of
from knowledge.importing.reading import read_document
from knowledge.importing.running_text import passages_of
from knowledge.importing.tables import Paragraph
from knowledge.model import Plan
from tests.knowledge.importing.papers import docx_bytes

HEAD = "SỞ XÂY DỰNG\nSố: 22/KH-SXD\nCao Bằng, ngày 12 tháng 2 năm 2026\nKẾ HOẠCH\nPhát triển nông thôn năm 2026\n"


def _plan(text: str, head: str = HEAD) -> Plan:
    return plan_of(read_document((head + text).encode()), 2026)[0]


def _texts(text: str, head: str = HEAD) -> dict[str, str]:
    """Heading, or else text, of each passage by its place."""
    return {passage.place: passage.title or passage.text for passage in _plan(text, head).passages}


def test_parts_with_a_word_before_their_number_stand_above_roman_numbers() -> None:
    found = _texts(
        "PHẦN THỨ NHẤT\nĐÁNH GIÁ TÌNH HÌNH\nI. KẾT QUẢ\n1. Sản xuất\nSản lượng đạt 42 tấn.\nPhần II. Nhiệm vụ\n"
        "I. MỤC TIÊU\nGiảm nghèo.\nII. GIẢI PHÁP\n1. Trồng rừng\na) Chọn giống.\nPhần I của Kế hoạch đã nêu rõ.\n"
    )
    assert found["Phần thứ nhất"] == "ĐÁNH GIÁ TÌNH HÌNH"
    assert found["Phần thứ nhất, mục I.1"] == "Sản xuất"
    assert found["Phần II"] == "Nhiệm vụ"
    assert found["Phần II, mục II.1 (Trồng rừng), điểm a"] == "a) Chọn giống."
    assert "Phần I" not in found


def test_chapters_hold_the_articles_of_a_regulation() -> None:
    text = (
        "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi điều chỉnh\nQuy chế này quy định việc lập hồ sơ.\n"
        "Chương II\nHỒ SƠ\nMục 1. Lập hồ sơ\nĐiều 2. Thời hạn lập\n1. Lập trong 05 ngày.\n"
    )
    found = _texts(text)
    assert found["Chương I"] == "QUY ĐỊNH CHUNG"
    assert found["Chương II, mục 1"] == "Lập hồ sơ"
    assert found["Điều 2, khoản 1"] == "1. Lập trong 05 ngày."


def test_capitals_stand_above_roman_numbers_or_below_them_as_the_paper_has_it() -> None:
    above = _texts(
        "A. THỰC TRẠNG\n1. Có 13 đô thị.\nB. MỤC TIÊU\nI. Mục đích\nTốt hơn.\nII. Yêu cầu\nNhanh hơn.\n"
        "P. QLDA: Phòng Quản lý dự án.\nC. GIẢI PHÁP\nI. Quy hoạch\n1.1. Lập quy hoạch\nTrong năm.\n"
    )
    assert above["Mục A, điểm 1"] == "1. Có 13 đô thị."
    assert (above["Mục B.I"], above["Mục B.II"], above["Mục C.I"]) == ("Mục đích", "Yêu cầu", "Quy hoạch")
    assert above["Mục C.I.1.1"] == "Lập quy hoạch"
    below = _texts("I. TÌNH HÌNH\nA. Thuận lợi\nĐất tốt.\nB. Khó khăn\nMưa nhiều.\nII. NHIỆM VỤ\nTrồng rừng.\n")
    assert (below["Mục I.A"], below["Mục I.B"], below["Mục II"]) == ("Thuận lợi", "Khó khăn", "NHIỆM VỤ")


@pytest.mark.parametrize("stop", [".", "", "/", "-"])
def test_arabic_numbers_are_main_headings_where_nothing_greater_is_marked(stop: str) -> None:
    found = _texts(
        f"1{stop} MỤC TIÊU CHUNG\n1.1{stop} Về sản xuất\n1.1.1{stop} Lúa nước\nSản lượng cao hơn.\n"
        f"1.1.2{stop} Hoa màu\n- Trồng ngô.\n2{stop} NHIỆM VỤ\n"
        f"2.1{stop} Mở lớp tập huấn về trồng trọt và chăn nuôi cho các hộ của xã.\n"
    )
    assert (found["Mục 1"], found["Mục 1.1"], found["Mục 1.1.1"]) == ("MỤC TIÊU CHUNG", "Về sản xuất", "Lúa nước")
    assert found["Mục 1.1.2 (Hoa màu), gạch đầu dòng 1"] == "- Trồng ngô."
    assert found["Mục 2, điểm 2.1"].endswith("cho các hộ của xã.")


def test_numbers_with_strokes_are_numbers() -> None:
    found = _texts(
        "I- MỤC ĐÍCH\n1- Mục đích chung\nThiết thực.\nII/ CHỈ TIÊU\n1/ Trồng 5 ha.\n2/ Nuôi 30 con.\n"
        "a/ Trong đó có bò.\n"
    )
    assert (found["Mục I"], found["Mục I.1"], found["Mục II"]) == ("MỤC ĐÍCH", "Mục đích chung", "CHỈ TIÊU")
    assert found["Mục II, điểm 2"] == "2/ Nuôi 30 con.\na/ Trong đó có bò."


def test_headings_without_numbers_divide_a_paper_that_has_no_others() -> None:
    found = _texts(
        "ĐẶC ĐIỂM TÌNH HÌNH\n\nCó 32 lớp.\n\nMỤC TIÊU\n\n**Về học lực**\n\n- Giỏi hơn.\n\n**Về đội ngũ**\n\n"
        "- Đạt chuẩn.\n\nTỔ CHỨC THỰC HIỆN\n\n1. Các tổ thực hiện.\n\n2. Văn phòng theo dõi.\n"
    )
    assert found["Phần “Đặc điểm tình hình”"] == "ĐẶC ĐIỂM TÌNH HÌNH"
    assert found["Phần “Về học lực”, gạch đầu dòng 1"] == "- Giỏi hơn."
    assert found["Phần “Tổ chức thực hiện”, điểm 2"] == "2. Văn phòng theo dõi."


def test_headings_of_word_styles_divide_a_paper() -> None:
    document = docx.Document()
    for text in ("KẾ HOẠCH", "Phòng cháy năm 2026"):
        document.add_paragraph(text)
    for heading, text in (("Mục tiêu", "Không để xảy ra cháy."), ("Biện pháp", "Trang bị bình chữa cháy.")):
        document.add_heading(heading)
        document.add_paragraph(text)
    plan, _ = plan_of(read_document(docx_bytes(document)), 2026)
    assert [(p.title, p.text) for p in plan.passages] == [
        ("Mục tiêu", "Không để xảy ra cháy."),
        ("Biện pháp", "Trang bị bình chữa cháy."),
    ]


def test_roman_parts_inside_an_article_end_with_the_next_article() -> None:
    found = _texts(
        "Điều 1. Phê duyệt Chương trình với các nội dung sau:\nI. MỤC TIÊU\n1. Nước sạch hơn.\nII. KINH PHÍ\n"
        "Tổng kinh phí 4.200 tỷ đồng.\nĐiều 2. Tổ chức thực hiện\n1. Bộ Xây dựng chủ trì.\n"
        "Điều 3. Quyết định có hiệu lực từ ngày ký.\n"
    )
    assert (found["Mục I, điểm 1"], found["Mục II"]) == ("1. Nước sạch hơn.", "KINH PHÍ")
    assert found["Điều 2, khoản 1"] == "1. Bộ Xây dựng chủ trì."
    assert found["Điều 3"] == "Điều 3. Quyết định có hiệu lực từ ngày ký."


def test_numbered_sentences_without_headings_are_parts_of_their_own() -> None:
    found = _texts(
        "Giám đốc Sở yêu cầu các phòng:\n1. Tắt đèn khi ra về.\n2. Văn phòng kiểm tra mỗi tuần 01 lần.\n"
        "a) Kiểm tra đèn.\n3. Các phòng thực hiện nghiêm.\n"
    )
    assert found["Mục 1"] == "1. Tắt đèn khi ra về."
    assert found["Mục 2, điểm a"] == "a) Kiểm tra đèn."
    assert found["Mục 3"] == "3. Các phòng thực hiện nghiêm."


def test_numbers_in_an_annex_are_told_with_the_annex() -> None:
    found = _texts(
        "I. MỤC TIÊU\nTốt hơn.\nPHỤ LỤC II\nHƯỚNG DẪN\nI. CÁCH LẬP\nLập hai bản.\nII. CÁCH GỬI\nGửi qua mạng.\n"
    )
    assert found["PHỤ LỤC II, mục I"] == "CÁCH LẬP"
    assert found["Mục I"] == "MỤC TIÊU"


def test_a_heading_broken_at_the_margin_is_one_and_the_next_heading_another() -> None:
    found = _texts(
        "1. MỤC TIÊU VÀ CHỈ TIÊU PHÁT TRIỂN\nNÔNG THÔN MỚI NĂM 2026\n"
        "1.1 Chỉ tiêu về sắp xếp lại các đầu mối bên trong\n"
        "của đơn vị\n- Giảm 03 đầu mối.\n2. NHIỆM VỤ\nTrồng rừng.\n"
    )
    assert found["Mục 1"] == "MỤC TIÊU VÀ CHỈ TIÊU PHÁT TRIỂN NÔNG THÔN MỚI NĂM 2026"
    assert found["Mục 1.1"] == "Chỉ tiêu về sắp xếp lại các đầu mối bên trong của đơn vị"


def test_the_first_part_is_no_line_of_the_title_and_no_line_of_what_the_plan_is_based_on() -> None:
    plan = _plan(
        "Căn cứ Luật Nhà ở;\nCăn cứ Công văn số 12/UBND-XD của Ủy ban nhân dân tỉnh,\n"
        "Sở Xây dựng ban hành Kế hoạch như sau:\nA. THỰC TRẠNG\n1. Có 13 đô thị\nB. MỤC TIÊU\nTốt hơn.\n"
    )
    assert plan.legal_bases[1].text == "Căn cứ Công văn số 12/UBND-XD của Ủy ban nhân dân tỉnh,"
    assert [p.place for p in plan.passages if p.title] == ["Phần mở đầu", "Mục A", "Mục A.1", "Mục B"]
    assert _plan("I- MỤC ĐÍCH\nTốt hơn.\nII- YÊU CẦU\nNhanh hơn.\n").title == "Kế hoạch Phát triển nông thôn năm 2026"


def test_text_without_any_heading_is_kept_by_its_paragraphs() -> None:
    long = "Các phòng chủ động rà soát công việc của mình và báo cáo kết quả về Văn phòng. " * 6
    found = _texts(f"{long}\n\n{long}\n\n{long}\n")
    assert [place for place in found if place.startswith("Nội dung")] == [f"Nội dung, đoạn {n}" for n in (1, 2, 3)]


_WORDS = st.lists(st.sampled_from(("mục", "tiêu", "CHỈ", "rừng", "đạt", "95%", "năm", "2026", "Sở")), min_size=1)
_MARKS = st.sampled_from(
    (
        "Điều 1. ",
        "Điều 2. ",
        "Chương I ",
        "PHẦN THỨ HAI ",
        "Phụ lục I ",
        "Nơi nhận ",
        "TM. ",
        "",
        "1. ",
        "2. ",
        "1.1. ",
        "1.1.1 ",
        "2 ",
        "I. ",
        "II- ",
        "A. ",
        "B. ",
        "a) ",
        "- ",
        "+ ",
    )
)
_LINES = st.lists(st.tuples(_MARKS, _WORDS.map(" ".join), st.sampled_from((".", ":", ";", "")), st.booleans()))


@settings(max_examples=200, deadline=None)
@given(_LINES)
def test_no_word_of_the_text_is_lost_or_told_twice(lines: list[tuple[str, str, str, bool]]) -> None:
    paragraphs = [Paragraph(f"{mark}{words}{end}", "", heading) for mark, words, end, heading in lines]
    passages, _ = passages_of(paragraphs, frozenset())
    told = " ".join(f"{p.title} {p.text}" for p in passages).split()
    wanted = " ".join(words for _, words, _, _ in lines).split()
    count = {word: sum(one.strip(".:;") == word for one in told) for word in set(wanted)}
    assert count == {word: wanted.count(word) for word in set(wanted)}
