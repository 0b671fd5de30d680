"""Hurried typing brought back to the words that a plan and the lexicon use, and well typed words left alone."""

from __future__ import annotations

import pytest

from knowledge.lexicon.questions import lexicon
from knowledge.orthography import is_spelt
from knowledge.repair import Repair
from knowledge.slips import slip
from knowledge.syllables import Syllables

_TEXTS = (
    "Đẩy mạnh phân cấp trong giải quyết thủ tục hành chính",
    "Xây dựng hệ thống dữ liệu, tái cấu trúc hạ tầng công nghệ thông tin",
    "Văn phòng chủ trì, các phòng chuyên môn phối hợp; hoàn thiện thể chế",
    "Danh mục văn bản quy định chi tiết; văn bản hướng dẫn; quản lý tài sản công",
)


@pytest.fixture(scope="module")
def repair() -> Repair:
    """Repair by a few clauses of a plan and the lexicon, without short forms."""
    return Repair(Syllables(_TEXTS, lexicon().texts, {}, lexicon().named), lambda _: ())


def read(repair: Repair, text: str) -> str:
    return " ".join(r.word for r in repair.read(text.lower().split()))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tiá cấu trúc hạ tầng", "tai cau truc ha tang"),  # swapped
        ("thủ tc hành chính", "thu tuc hanh chinh"),  # a vowel dropped
        ("thủ tuộc hành chính", "thu tuc hanh chinh"),  # well spelt, but its neighbours show the slip
        ("công nghệ thông tn", "cong nghe thong tin"),
        ("phâan cấp trog giải quyết", "phan cap trong giai quyet"),  # doubled; dropped
        ("hệ thống dữ lieuj", "he thong du lieu"),  # Telex
        ("vănphòng cgủ trì", "van phong chu tri"),  # joined; the next key
        ("hoànthieện thểchế", "hoan thien the che"),  # joined, with a slip
        ("đơn vị nso cgủ trì", "don vi nao chu tri"),  # the next key for a letter with marks
        ("khi nàooo phải xongggg", "khi nao phai xong"),  # held keys
        ("vb hướng dẫn", "van ban huong dan"),  # initials of what is always said so
        ("fân cấp quản lí", "phan cap quan ly"),
        ("chủ chì sây dựng", "chu tri xay dung"),  # as it is said
        ("phan cap giai quyet thu tuc hanh chihn", "phan cap giai quyet thu tuc hanh chinh"),  # without marks
    ],
)
def test_slips_are_mended_by_their_marks_and_neighbours(repair: Repair, typed: str, meant: str) -> None:
    assert read(repair, typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "tỉnh đắk lắk giảm biên chế", "mua sắm máy tính", "tuổi nghỉ hưu", "metro khi nào chạy", "giá xăng hôm nay",
        "cách nấu phở bò ngon", "chánh văn phòng", "thạc sĩ", "nhiệm vụ iii mục iv", "kon tum đặt chỉ tiêu",
        "học bổng cho công chức", "ngăn chặn nguy cơ tụt hậu", "hệ thống giữ nước", "các vùng kinh tế",
    ],
)  # fmt: skip
def test_words_that_are_well_typed_stay_what_they_are(repair: Repair, typed: str) -> None:
    assert [r.typed for r in repair.read(typed.split())] == typed.split()


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("việc", True), ("nghiêng", True), ("quyết", True), ("thuỷ", True), ("của", True), ("giếng", True),
        ("viêc", False), ("cế", False), ("đợc", False), ("caủ", False), ("đuâ", False), ("ngế", False), ("tiế", False),
    ],
)  # fmt: skip
def test_a_syllable_is_spelt_as_vietnamese_is(typed: str, right: bool) -> None:
    assert is_spelt(typed) is right


def test_likelier_slips_cost_less() -> None:
    assert 0 < slip("chhủ", "chủ") < slip("hcủ", "chủ") < slip("xhủ", "chủ") < slip("ghủ", "chủ")
    assert slip("chủ", "chủ") == slip("trì", "chủ") == 0


def test_a_short_form_in_capitals_is_no_slip_of_a_word(repair: Repair) -> None:
    assert [r.word for r in repair.read(["tăng", "cpi"], {"cpi"})] == ["tang", "cpi"]
