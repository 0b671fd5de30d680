"""A whole digest answered in one message: which number says what, and what is left open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.progress.whole_digest import Answer, Part, answers

D, R, S, N, U = Answer.DONE, Answer.REPORT, Answer.SAME, Answer.NOT_MINE, Answer.UNCLEAR

READ = {
    "1 xong, 2 60% đã trình, 3 vướng kinh phí": [(1, "xong", D), (2, "60% đã trình", R), (3, "vướng kinh phí", R)],
    "1x 2=60": [(1, "x", D), (2, "60", R)],
    "1 xong 2 60% 3 vướng kinh phí": [(1, "xong", D), (2, "60%", R), (3, "vướng kinh phí", R)],
    "1. xong\n2. 60% đã trình, chờ ký\n3. vướng": [(1, "xong", D), (2, "60% đã trình, chờ ký", R), (3, "vướng", R)],
    "2) 60%": [(2, "60%", R)],
    "1:xong 2:60 3:vướng": [(1, "xong", D), (2, "60", R), (3, "vướng", R)],
    "việc 1 xong, việc 2 chưa làm": [(1, "xong", D), (2, "chưa làm", R)],
    "1 XONG RỒI Ạ": [(1, "XONG RỒI Ạ", D)],
    "1 xong còn 2 60%": [(1, "xong", D), (2, "60%", R)],
    "1 như cũ, 2 không đổi": [(1, "như cũ", S), (2, "không đổi", S)],
    "3 không phải việc của tôi": [(3, "không phải việc của tôi", N)],
    "2 60,5% đã trình": [(2, "60,5% đã trình", R)],
    "2 60%, 3 đơn vị đã nộp": [(2, "60%", R), (3, "đơn vị đã nộp", U)],
    "3 vướng, 2 tuần nữa xong": [(3, "vướng", R), (2, "tuần nữa xong", U)],
    "3 vướng 15/8 họp lại": [(3, "vướng 15/8 họp lại", R)],
    "1 xong, 1 60%": [(1, "xong", U), (1, "60%", U)],
    "1 đã trình UBND tỉnh, 2 đang lấy ý kiến": [(1, "đã trình UBND tỉnh", R), (2, "đang lấy ý kiến", R)],
}


@pytest.mark.parametrize("typed", list(READ))
def test_numbers_and_what_is_said_of_them(typed: str) -> None:
    assert [(part.numbers[0], part.body, part.answer) for part in answers(typed)] == READ[typed]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("1,2 xong", (1, 2)),
        ("1-3 xong", (1, 2, 3)),
        ("1 và 3 xong", (1, 3)),
        ("2 đến 4 xong", (2, 3, 4)),
        ("1 2 3 xong", (1, 2, 3)),
        ("cái thứ 2 xong", (2,)),
    ],
)
def test_several_numbers_share_an_answer(typed: str, numbers: tuple[int, ...]) -> None:
    assert answers(typed) == (Part(numbers, "xong", D),)


@pytest.mark.parametrize("typed", ["tất cả xong", "xong hết", "Tất cả đều xong"])
def test_all_of_them(typed: str) -> None:
    (part,) = answers(typed)
    assert (part.numbers, part.answer) == ((), D)


@pytest.mark.parametrize(
    "typed",
    [
        "1",
        "1.2 60%",
        "2 chỉ tiêu nào chưa đạt?",
        "4 nhiệm vụ quá hạn",
        "15/8 họp",
        "5 tháng đầu năm thế nào",
        "2 đang làm gì",
        "II.5 60%",
        "tất cả nhiệm vụ",
        "10h họp",
        "",
    ],
)
def test_other_messages_are_left_alone(typed: str) -> None:
    assert answers(typed) == ()


ONE = st.tuples(st.integers(1, 40), st.sampled_from(["xong", "60%", "vướng kinh phí", "đã trình lãnh đạo", "như cũ"]))


@given(
    st.lists(ONE, min_size=1, max_size=6, unique_by=lambda pair: pair[0]), st.sampled_from([", ", "; ", "\n", " và "])
)
def test_what_is_listed_is_read_number_by_number(said: list[tuple[int, str]], joint: str) -> None:
    typed = joint.join(f"{number} {words}" for number, words in said)
    assert [(part.numbers, part.body) for part in answers(typed)] == [((number,), words) for number, words in said]
    assert not any(part.answer is U for part in answers(typed))


@given(st.text(alphabet="0123456789 ,.;%xXong=:-/()\nđãvướng60", max_size=60))
def test_nothing_that_is_typed_fails_or_names_a_number_outside_the_digest(typed: str) -> None:
    for part in answers(typed):
        assert all(0 <= number <= 60 for number in part.numbers)
