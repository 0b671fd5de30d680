"""Replies become messages that fit: nothing is lost, nothing breaks, nothing that people type becomes markup."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.rendering import Part, render
from bot.characters import pieces, safe, shortened, size, visible
from handlers.capabilities import Capabilities
from handlers.messages import (
    Action,
    Block,
    Choice,
    Document,
    Fields,
    Heading,
    Items,
    Note,
    Paragraph,
    Picture,
    Reply,
    Source,
)
from handlers.wording import rendering as words
from tests.support.telegram_fake.markup import read_text

TELEGRAM = Capabilities(
    buttons=True,
    edit=True,
    files_in=False,
    files_out=True,
    images_out=True,
    max_text=4096,
    text_unit="characters",
    markup="html",
    max_buttons=100,
)
SMALL = replace(TELEGRAM, max_text=300)
PLAIN = replace(
    TELEGRAM, buttons=False, max_buttons=0, max_text=2000, markup="plain", files_out=False, images_out=False
)

ANYTHING = st.characters(exclude_categories=())
LETTERS = st.sampled_from("aắềợữđ ABĐ.,;\n<>&\"'\u0301\u0323😀👨\u200d👩🇻🇳\u202e\u0000\ud800{}%/")
TEXT = st.one_of(st.text(ANYTHING, max_size=400), st.text(LETTERS, max_size=1500))
BLOCKS = st.one_of(
    st.builds(Heading, TEXT),
    st.builds(Paragraph, TEXT, st.booleans()),
    st.builds(Note, TEXT),
    st.builds(Source, TEXT),
    st.builds(Items, st.lists(TEXT, max_size=4).map(tuple), st.booleans()),
    st.builds(Fields, st.lists(st.tuples(TEXT, TEXT), max_size=4).map(tuple)),
    st.builds(Picture, st.just(b"png"), TEXT),
)
CHOICES = st.lists(st.builds(Choice, TEXT, st.just(Action("say")), st.none() | st.just(1), st.just("t")), max_size=5)
REPLIES = st.builds(Reply, st.lists(BLOCKS, max_size=5).map(tuple), CHOICES.map(tuple))


def choice(label: str, row: int | None = None) -> Choice:
    return Choice(label, Action("say"), row, token=f"token-{label}"[:12])


def labels(part: Part) -> list[list[str]]:
    return [[button.label for button in row] for row in part.buttons]


def squeezed(text: str) -> str:
    return "".join(text.split())


# ---- what people and documents contain can do no harm ---------------------------------------------------------------


@given(REPLIES, st.booleans())
def test_whatever_a_reply_contains_the_server_takes_it_and_shows_just_its_words(reply: Reply, repeat: bool) -> None:
    for part in render(reply, TELEGRAM, repeat=repeat):
        shown, _ = read_text(part.html, "HTML", limit=4096, caption=part.media is not None)
        assert shown == part.plain
        for row in part.buttons:
            assert all(button.label.strip() for button in row)


@given(REPLIES)
def test_no_part_is_longer_than_the_channel_allows(reply: Reply) -> None:
    for capabilities in (SMALL, PLAIN, replace(SMALL, text_unit="utf16")):
        for part in render(reply, capabilities, repeat=True):
            assert part.media or size(part.plain, capabilities.text_unit) <= capabilities.max_text


@given(st.lists(TEXT, min_size=1, max_size=4))
def test_cutting_loses_nothing(texts: list[str]) -> None:
    parts = render(Reply(tuple(Paragraph(text) for text in texts)), SMALL)
    said = squeezed("".join(safe(text) for text in texts if visible(safe(text))))
    assert squeezed("".join(part.plain for part in parts)) == (said or words.NOTHING)


@given(REPLIES)
def test_a_repeat_is_cut_as_the_first_try_was(reply: Reply) -> None:
    once = render(reply, SMALL)
    for number in range(len(once)):
        again = render(reply, SMALL, repeat=True, first_part=number)
        assert [p.plain for p in again[:number] + again[number + 1 :]] == [
            p.plain for p in once[:number] + once[number + 1 :]
        ]
        assert again[number].plain == f"{words.REPEAT}\n{once[number].plain}".strip()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        pytest.param("a\u202eb\u2066c\u200fd", "abcd", id="direction marks"),
        pytest.param("a\x00b\x1bc\x07", "abc", id="control characters"),
        pytest.param("a\ud800b\udfff", "ab", id="lone surrogates"),
        pytest.param("Tiê\u0301n đô\u0323", "Tiến độ", id="composed"),
        pytest.param("a\u200bb\ufeffc\u00add", "abcd", id="invisible"),
        pytest.param("a\r\nb\rc\u2028d", "a\nb\nc\nd", id="line ends"),
        pytest.param("x" + "\u0301" * 500, "x" + "\u0301" * 8, id="heaps of marks"),
        pytest.param("👩\u200d👩\u200d👦 {{7*7}} '; DROP--", "👩\u200d👩\u200d👦 {{7*7}} '; DROP--", id="harmless"),
    ],
)
def test_what_breaks_a_screen_is_taken_out(typed: str, shown: str) -> None:
    assert safe(typed) == shown


def test_markup_in_words_is_shown_not_followed() -> None:
    part = render(Reply((Paragraph('<b>5 < 6</b> & "x"'),)), TELEGRAM)[0]
    assert part.html == "&lt;b&gt;5 &lt; 6&lt;/b&gt; &amp; &quot;x&quot;"


# ---- how a message looks --------------------------------------------------------------------------------------------


def test_blocks_look_as_a_person_would_lay_them_out() -> None:
    blocks: tuple[Block, ...] = (
        Heading("II.5. Đổi mới"),
        Fields((("Chủ trì", "Văn phòng"), ("Hạn", "31/12/2026"))),
        Paragraph("Đạt 60%.", strong=True),
        Items(("một", "hai"), numbered=True, start=3),
        Note("Văn bản để trống ngày."),
        Source("Phụ lục, mục II"),
    )
    part = render(Reply(blocks), TELEGRAM)[0]
    assert part.html == (
        "<b>II.5. Đổi mới</b>\n"
        "<b>Chủ trì:</b> Văn phòng\n"
        "<b>Hạn:</b> 31/12/2026\n\n"
        "<b>Đạt 60%.</b>\n"
        "3. một\n4. hai\n\n"
        "<i>Văn bản để trống ngày.</i>\n\n"
        "<i>Nguồn: Phụ lục, mục II</i>"
    )
    assert part.plain.startswith("II.5. Đổi mới\nChủ trì: Văn phòng\n")


def test_a_long_answer_is_cut_between_blocks_and_a_heading_stays_with_what_it_heads() -> None:
    first, second = "một " * 40, "hai " * 40
    parts = render(Reply((Paragraph(first), Heading("Phần hai"), Paragraph(second))), SMALL)
    assert [part.plain for part in parts] == [first.strip(), f"Phần hai\n{second.strip()}"]


def test_a_long_list_is_cut_between_its_items() -> None:
    items = tuple(f"nhiệm vụ số {n} " + "x" * 60 for n in range(20))
    parts = render(Reply((Heading("Danh sách"), Items(items))), SMALL)
    assert len(parts) > 3
    assert [line for part in parts for line in part.plain.split("\n")] == [
        "Danh sách",
        *(f"• {item}" for item in items),
    ]


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    sentence = "Câu này nói về tiến độ nhiệm vụ của đơn vị. "
    parts = render(Reply((Paragraph(sentence * 20, strong=True),)), SMALL)
    assert all(part.plain.endswith(".") for part in parts)
    assert all(part.html.startswith("<b>") and part.html.endswith("</b>") for part in parts)


@given(
    st.text(st.sampled_from("ắe\u0301😀👨\u200d👩🇻🇳👍🏽"), min_size=1),
    st.integers(30, 80),
    st.sampled_from(["characters", "utf16"]),
)
def test_nothing_is_cut_inside_what_people_see_as_one_letter(text: str, room: int, unit: str) -> None:
    cut = list(pieces(text, room, room, unit))  # type: ignore[arg-type]
    assert "".join(cut) == text
    for before, after in pairwise(cut):
        assert not unicodedata.combining(after[0])
        assert after[0] not in "\u200d🏽"
        assert not before.endswith("\u200d")


def test_a_shortened_label_says_that_it_is_one() -> None:
    assert shortened("Cập nhật tiến độ nhiệm vụ II.5 của Văn phòng", 24) == "Cập nhật tiến độ nhiệm…"
    assert shortened("Sửa", 24) == "Sửa"


# ---- choices --------------------------------------------------------------------------------------------------------


def test_choices_of_one_row_stand_side_by_side_as_long_as_they_can_be_read() -> None:
    percents = tuple(choice(f"{n}%", 1) for n in (0, 25, 50, 75, 100))
    wide = tuple(choice(label, 2) for label in ("Cập nhật tiến độ II.5", "Xem lịch sử cập nhật"))
    alone = (choice("Một mình"), choice("Cũng một mình"))
    part = render(Reply((Paragraph("Chọn"),), (*percents, *wide, *alone)), TELEGRAM)[0]
    assert labels(part) == [
        ["0%", "25%", "50%", "75%", "100%"],
        ["Cập nhật tiến độ II.5"],
        ["Xem lịch sử cập nhật"],
        ["Một mình"],
        ["Cũng một mình"],
    ]


def test_many_choices_of_one_row_are_spread_evenly() -> None:
    part = render(Reply((Paragraph("Chọn"),), tuple(choice(str(n), 1) for n in range(10))), TELEGRAM)[0]
    assert [len(row) for row in part.buttons] == [5, 5]


def test_only_the_last_part_has_buttons() -> None:
    parts = render(Reply((Paragraph("chữ " * 200),), (choice("Xong"),)), SMALL)
    assert [bool(part.buttons) for part in parts] == [False] * (len(parts) - 1) + [True]


def test_choices_beyond_what_a_message_holds_can_still_be_typed() -> None:
    part = render(Reply((Paragraph("Chọn"),), tuple(choice(f"Việc {n}") for n in range(1, 103))), TELEGRAM)[-1]
    assert sum(len(row) for row in part.buttons) == 100
    assert "101. Việc 101\n102. Việc 102" in part.plain


def test_without_buttons_choices_become_a_numbered_menu_with_a_hint() -> None:
    part = render(Reply((Paragraph("Chọn việc"),), (choice("II.5"), choice("Thôi"))), PLAIN)[0]
    assert part.plain == f"Chọn việc\n\n1. II.5\n2. Thôi\n{words.MENU_HINT}"
    assert part.buttons == ()


def test_buttons_without_words_get_some() -> None:
    part = render(Reply((), (choice("Có"),)), TELEGRAM)[0]
    assert part.plain == words.CHOOSE


# ---- pictures and files ---------------------------------------------------------------------------------------------


def test_pictures_and_files_are_messages_of_their_own_in_their_place() -> None:
    picture, file = Picture(b"png", "Biểu đồ tiến độ"), Document("bao-cao.docx", b"docx")
    parts = render(Reply((Paragraph("Trước"), picture, Paragraph("Sau"), file), (choice("Xong"),)), TELEGRAM)
    assert [(part.plain, part.media) for part in parts] == [
        ("Trước", None),
        ("Biểu đồ tiến độ", picture),
        ("Sau", None),
        ("", file),
    ]
    assert labels(parts[-1]) == [["Xong"]]


def test_a_channel_without_pictures_says_what_there_would_be() -> None:
    part = render(Reply((Picture(b"png", "Biểu đồ"), Document("bao-cao.docx", b"docx"))), PLAIN)[0]
    assert part.plain.startswith("[Hình: Biểu đồ]\n\n[Tệp bao-cao.docx: kênh này chưa gửi được tệp.")


def test_what_has_an_address_is_told_by_it() -> None:
    blocks = (Paragraph("Báo cáo quý"), Document("bao-cao.docx", b"docx", "https://so.example/t/abc"))
    picture, words = render(Reply((Picture(b"png", "Biểu đồ", "https://so.example/t/p"), *blocks)), PLAIN)
    assert picture.media is not None
    assert picture.plain == "Biểu đồ"
    assert words.plain == "Báo cáo quý\n\n[Tệp: bao-cao.docx]\nhttps://so.example/t/abc"


def test_choices_about_numbered_lines_get_no_second_number() -> None:
    labels = ("1. Xong", "1. Cập nhật I.1", "2. Xong", "2. Cập nhật I.2", "Xem tiếp")
    choices = tuple(Choice(label, Action("x")) for label in labels)
    reply = Reply((Items(("Rà soát", "Báo cáo"), numbered=True),), choices)
    assert render(reply, PLAIN)[0].plain.split("\n\n")[1] == (
        "1: Xong · Cập nhật I.1\n2: Xong · Cập nhật I.2\nĐồng chí gõ số của dòng kèm chữ, ví dụ: 1 xong\n"
        "5. Xem tiếp\nĐồng chí gõ số hoặc gõ tên lựa chọn."
    )
