"""Every point of the running text is a passage by itself, and its place is where a reader finds it in the paper."""

from __future__ import annotations

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.importing.plan_of import plan_of
from knowledge.importing.points import Point, points_of
from knowledge.importing.reading import read_document
from knowledge.model import Passage

HEAD = "KẾ HOẠCH\n\nChuyển đổi số năm 2026\n\n"


def _passages(text: str) -> dict[str, Passage]:
    plan, _ = plan_of(read_document((HEAD + text).encode()), 2026)
    return {passage.place: passage for passage in plan.passages}


def test_numbered_points_letters_and_dashes_have_their_own_places() -> None:
    found = _passages(
        "I. MỤC TIÊU\n\n1. Làm cho tốt hơn.\n\n2. Làm cho nhanh hơn.\n\n"
        "II. NHIỆM VỤ CỤ THỂ\n\nCác phòng thực hiện các nhiệm vụ sau đây:\n\n"
        "### 1. Nâng cao nhận thức của toàn thể cán bộ, công chức, đáp ứng yêu cầu mới\n\na) Tuyên truyền.\n\n"
        "đ) Sửa quy chế để:\n\n- Gọn hơn\n\n- Rõ hơn\n\n"
        "### 2. Phát triển hạ tầng\n\n- Mua máy chủ.\n\n- Kéo đường truyền.\n\n"
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Văn phòng đôn đốc.\n\nPhòng nào vướng mắc thì báo cáo Văn phòng.\n\n"
    )
    assert found["Mục I, điểm 2"].text == "2. Làm cho nhanh hơn."
    assert found["Mục II"].text == "Các phòng thực hiện các nhiệm vụ sau đây:"
    assert found["Mục II.1"].title.startswith("Nâng cao nhận thức")
    assert found["Mục II.1, điểm đ"].text == "đ) Sửa quy chế để:\n- Gọn hơn\n- Rõ hơn"
    assert found["Mục II.2 (Phát triển hạ tầng), gạch đầu dòng 2"].text == "- Kéo đường truyền."
    assert found["Mục III, đoạn sau điểm 1"].text == "Phòng nào vướng mắc thì báo cáo Văn phòng."
    kinds = {place: passage.kind for place, passage in found.items()}
    assert kinds["Mục II.1, điểm a"] == "body_task", "a heading that only has the word for aims in it sets none"
    assert kinds["Mục I, điểm 1"] == "objective"


def test_articles_of_a_decision_are_kept_apart_with_their_clauses() -> None:
    found = _passages(
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.\n\nĐiều 2. Hiệu lực thi hành\n\n"
        "1. Quyết định có hiệu lực từ ngày ký.\n\n2. Việc đã làm thì làm tiếp.\n\n"
        "Điều 3. Các phòng chịu trách nhiệm thi hành.\n\nKT. GIÁM ĐỐC\n\nLê Văn An\n"
    )
    assert found["Điều 1"].text == "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch."
    assert found["Điều 2, khoản 1"].text == "1. Quyết định có hiệu lực từ ngày ký."
    assert found["Phần ký"].kind == "signature"
    assert "KT. GIÁM ĐỐC" not in found["Điều 3"].text


def test_lines_broken_at_the_margin_are_put_together_and_paragraphs_kept_apart() -> None:
    full = "Quản lý, điều hành ngân sách nhà nước hiệu lực, hiệu quả, bảo đảm vai trò của"
    found = _passages(
        f"I. NHIỆM VỤ\n1. Thống nhất tư duy, nhận thức và hành động trong toàn ngành\n"
        f"{full}\nSở Tài chính trong mọi việc.\n"
        f"{full}\nvăn phòng ở các huyện;\nCÔNG BÁO/Số 259/Ngày 30-04-2026 44\n{full}\nThanh tra Sở.\n"
    )
    assert found["Mục I.1"].title == "Thống nhất tư duy, nhận thức và hành động trong toàn ngành"
    assert (
        found["Mục I.1 (Thống nhất tư duy, nhận thức và hành động trong toàn ngành), đoạn 1"].text
        == f"{full} Sở Tài chính trong mọi việc."
    )
    assert not any("CÔNG BÁO" in passage.text for passage in found.values())


def test_a_numbered_sentence_after_a_numbered_heading_stands_beside_it() -> None:
    found = _passages(
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Đối với các phòng\n\n- Lập kế hoạch.\n\n"
        "2. Văn phòng tổng hợp báo cáo.\n\n3. Khen thưởng.\n"
    )
    assert found["Mục III, điểm 2"].text == "2. Văn phòng tổng hợp báo cáo."
    assert found["Mục III, điểm 3"].text == "3. Khen thưởng."


def test_a_long_point_is_divided_where_it_has_points_of_its_own() -> None:
    words = "phát triển hạ tầng số, nền tảng số và dữ liệu số của toàn ngành " * 8
    found = _passages(
        f"II. NHIỆM VỤ\n\na) Phát triển hạ tầng:\n\nMột là {words}hết.\n\nHai là {words}hết.\n\nb) Phát triển vùng.\n"
    )
    assert found["Mục II, điểm a"].title == "a) Phát triển hạ tầng:"
    assert found["Mục II, điểm a, đoạn 2"].text.startswith("Hai là")
    assert found["Mục II, điểm b"].text == "b) Phát triển vùng."


_WORDS = st.text(string.ascii_lowercase + " ", min_size=1, max_size=300).filter(str.strip)
_MARKS = st.sampled_from(("", "1. ", "2. ", "a) ", "đ) ", "- ", "+ "))
_LINES = st.lists(st.builds("{}{}{}".format, _MARKS, _WORDS, st.sampled_from((".", ":", ";"))))


@settings(max_examples=60, deadline=None)
@given(_LINES)
def test_no_line_is_lost_or_told_twice(lines: list[str]) -> None:
    points = list(points_of(Point("I", "Đầu mục", "", "Mục I"), lines))
    told = [line for point in points for line in f"{point.title}\n{point.text}".split("\n") if line]
    assert told == ["Đầu mục", *lines]
