"""Replies in the shape that Zalo carries, and what its answers mean."""

from __future__ import annotations

import unicodedata
from collections.abc import AsyncIterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.continuing import portion
from bot.channels.rendering import render
from bot.channels.zalo_bot import ZaloBotChannel
from bot.channels.zalo_bot.channel import MAX_TEXT
from handlers.capabilities import Capabilities
from handlers.messages import Action, Choice, Document, Fields, Heading, Items, Paragraph, Picture, Reply, load, say
from scheduler.sending import Verdict
from storage.errors import NotWritten
from tests.channels.zalo_bot.conftest import settings
from tests.support.lines import QUICK, Line
from tests.support.telegram_fake.errors import ApiError
from tests.support.zalo_fake.people import Person
from tests.support.zalo_server import ZaloServer

PLAIN = Capabilities(
    buttons=False,
    edit=False,
    files_in=False,
    files_out=False,
    images_out=False,
    max_text=MAX_TEXT,
    text_unit="utf16",
    markup="plain",
    max_parts=3,
)
FAMILY = "👨\u200d👩\u200d👧\u200d👦"


@pytest.fixture
async def lan(server: ZaloServer) -> Person:
    person = server.person("Lan")
    person.say("chào")
    return person


async def test_a_reply_arrives_as_plain_text_with_a_numbered_menu(line: Line, lan: Person) -> None:
    choices = (Choice("Xong", Action("x")), Choice("Nhắc sau", Action("y")))
    reply = Reply((Heading("Nhắc việc"), Paragraph("1 < 2 & *3*", strong=True), Items(("a", "b"))), choices)
    outcome = await line.send(lan.id, reply)
    assert outcome.verdict is Verdict.SENT
    (post,) = lan.screen
    assert post.text == (
        "Nhắc việc\n1 < 2 & *3*\n• a\n• b\n\n1. Xong\n2. Nhắc sau\nĐồng chí gõ số hoặc gõ tên lựa chọn."
    )
    assert post.parse_mode == ""
    assert outcome.remote == post.id


@pytest.mark.parametrize(
    "text",
    ["a" * 2001, "chữ Việt có dấu " * 400, FAMILY * 400, "e\u0323\u0302" * 1500, "🇻🇳" * 900, "x" * 1900 + "\ude00"],
)
async def test_no_message_is_longer_than_zalo_takes(server: ZaloServer, line: Line, lan: Person, text: str) -> None:
    outcome = await line.send(lan.id, say(text))
    assert outcome.verdict is Verdict.SENT
    assert server.refusals == []
    assert all(len(post.text.encode("utf-16-le")) // 2 <= MAX_TEXT for post in lan.screen)


LETTERS = ("a", " ", "\n", "ệ", "e\u0323\u0302", "😀", FAMILY, "🇻🇳", "👍🏽")


@given(st.lists(st.tuples(st.sampled_from(LETTERS), st.integers(1, 700)), max_size=6))
def test_nothing_is_cut_inside_what_a_person_sees_as_one_letter(runs: list[tuple[str, int]]) -> None:
    text = "".join(letter * times for letter, times in runs)
    parts = [part.plain for part in render(say(text), PLAIN)]
    for part in parts:
        assert unicodedata.is_normalized("NFC", part)
        assert not unicodedata.category(part[:1] or "a").startswith("M")
        assert not part.startswith(("\u200d", "🏽"))
        assert not part.endswith("\u200d")
        part.encode("utf-16-le")
    together = "".join("".join(parts).split())
    if text.strip():
        assert together == "".join(unicodedata.normalize("NFC", text).split())


def _long(blocks: int) -> Reply:
    items = tuple(f"Nhiệm vụ số {n}: " + "rà soát, cập nhật " * 12 for n in range(blocks))
    return Reply((Heading("Danh sách"), Items(items, numbered=True)), (Choice("Trang sau", Action("page")),))


def test_a_long_reply_comes_in_three_messages_at_most_and_the_rest_on_request() -> None:
    whole, seen, portions = _long(100), [], 0
    reply = portion(whole, PLAIN)
    while True:
        portions += 1
        parts = render(reply, PLAIN)
        assert len(parts) <= 3
        seen += [line for part in parts for line in part.plain.split("\n") if "Nhiệm vụ số" in line]
        if [choice.label for choice in reply.choices] != ["Xem tiếp"]:
            break
        reply = portion(load(reply.choices[0].action.arguments["rest"]), PLAIN)
    assert portions > 2
    assert [int(line.partition(".")[0]) for line in seen] == list(range(1, 101))
    assert [choice.label for choice in reply.choices] == ["Trang sau"]


def test_a_reply_that_fits_is_left_alone() -> None:
    assert portion(_long(3), PLAIN) == _long(3)


def test_one_endless_block_is_told_in_portions_too() -> None:
    for reply in (say("lời " * 5000), Reply((Fields((("Nội dung", "lời " * 5000),)),))):
        first = portion(reply, PLAIN)
        assert len(render(first, PLAIN)) <= 3
        assert first.choices[0].label == "Xem tiếp"


@pytest.mark.parametrize(
    ("code", "description", "verdict"),
    [
        (400, "Bad request: text must be 1-2000 characters", Verdict.REFUSED),
        (400, "Bad request: chat not found", Verdict.GONE),
        (404, "Not Found", Verdict.REFUSED),
        (401, "Unauthorized", Verdict.LATER),
        (403, "Internal server error", Verdict.LATER),
        (429, "Quota exceeded", Verdict.LATER),
        (500, "oops", Verdict.LATER),
        (408, "Request timeout", Verdict.UNKNOWN),
    ],
)
async def test_what_an_answer_means_for_the_message(
    server: ZaloServer, line: Line, lan: Person, code: int, description: str, verdict: Verdict
) -> None:
    server.faults.error(ApiError(code, description), 1, "sendMessage")
    outcome = await line.send(lan.id, say("chào"))
    assert outcome.verdict is verdict
    assert lan.screen == []
    if code == 429:
        assert outcome.everyone
        assert (outcome.retry_after or 0) >= 600


async def test_a_page_of_a_proxy_is_no_answer(server: ZaloServer, line: Line, lan: Person) -> None:
    server.faults.page(1, "sendMessage")
    assert (await line.send(lan.id, say("chào"))).verdict is Verdict.LATER
    server.faults.page(1, "sendMessage", status=504)
    assert (await line.send(lan.id, say("chào"))).verdict is Verdict.UNKNOWN


async def test_a_connection_that_broke_after_the_message_left_is_unknown_and_its_repeat_says_so(
    server: ZaloServer, line: Line, lan: Person
) -> None:
    server.faults.reset_after(1, "sendMessage")
    assert (await line.send(lan.id, say("chào"))).verdict is Verdict.UNKNOWN
    assert (await line.send(lan.id, say("chào"), repeat=True)).verdict is Verdict.SENT
    assert [post.text for post in lan.screen] == ["chào", "(nhắc lại)\nchào"]


async def test_a_service_that_is_away_has_not_taken_anything(server: ZaloServer, line: Line, lan: Person) -> None:
    await server.stop()
    assert (await line.send(lan.id, say("chào"))).verdict is Verdict.LATER


async def test_a_person_who_blocked_the_bot_is_gone(server: ZaloServer, line: Line, lan: Person) -> None:
    server.blocked.add(lan.id)
    assert (await line.send(lan.id, say("chào"))).verdict is Verdict.GONE


async def test_a_message_goes_on_from_the_part_that_failed(server: ZaloServer, line: Line, lan: Person) -> None:
    reply = say("một " * 400, "hai " * 400)
    server.faults.page(0, "sendMessage")
    server.faults.clear()
    whole = await line.send(lan.id, reply)
    assert whole.verdict is Verdict.SENT
    assert line.parts == [1]
    await line.send(lan.id, reply, first_part=1)
    assert [post.text[:3] for post in lan.screen] == ["một", "hai", "hai"]


@pytest.fixture
async def marked_up(server: ZaloServer) -> AsyncIterator[Line]:
    channel = ZaloBotChannel(settings(server, zalo_bot_markdown=True), backoff=QUICK)
    yield Line(channel)
    await channel.close()


async def test_markdown_is_used_when_asked_for_and_left_out_when_refused(
    server: ZaloServer, marked_up: Line, lan: Person
) -> None:
    reply = Reply((Paragraph("hạn 31/12 *sớm*", strong=True), Fields((("Chủ trì", "Phòng_TCCB"),))))
    await marked_up.send(lan.id, reply)
    server.markdown = False
    await marked_up.send(lan.id, reply)
    assert [(post.text, post.parse_mode) for post in lan.screen] == [
        ("**hạn 31/12 \\*sớm\\***\n**Chủ trì:** Phòng\\_TCCB", "markdown"),
        ("hạn 31/12 *sớm*\nChủ trì: Phòng_TCCB", ""),
    ]


async def test_markdown_never_makes_a_message_too_long(server: ZaloServer, marked_up: Line, lan: Person) -> None:
    await marked_up.send(lan.id, say("*_" * 3000))
    assert server.refusals == []


async def test_typing_is_shown_and_never_in_the_way(server: ZaloServer, channel: ZaloBotChannel, lan: Person) -> None:
    await channel.typing(lan.id)
    server.faults.page(1, "sendChatAction")
    await channel.typing(lan.id)
    assert server.sent("sendChatAction") == [{"chat_id": lan.id, "action": "typing"}]


async def test_a_picture_goes_by_its_address_and_a_file_is_told_by_its(
    server: ZaloServer, channel: ZaloBotChannel, line: Line, lan: Person
) -> None:
    async def publish(name: str, chat: str, block: object) -> str:
        assert (name, chat) == ("zalo_bot", lan.id)
        return f"https://so.example/tep/{type(block).__name__}"

    channel.publish = publish
    reply = Reply((Picture(b"png", "Tiến độ: 8/11 việc đúng hạn"), Document("bao-cao.docx", b"PK")))
    assert (await line.send(lan.id, reply)).verdict is Verdict.SENT
    assert [(post.text, post.photo) for post in lan.screen] == [
        ("Tiến độ: 8/11 việc đúng hạn", "https://so.example/tep/Picture"),
        ("[Tệp: bao-cao.docx]\nhttps://so.example/tep/Document", ""),
    ]


async def test_a_picture_whose_address_zalo_does_not_like_is_told_by_it(
    server: ZaloServer, channel: ZaloBotChannel, line: Line, lan: Person
) -> None:
    async def publish(name: str, chat: str, block: object) -> str:
        return "https://so.example/tep/a"

    channel.publish = publish
    server.faults.error(ApiError(400, "Bad request: The photo URL is invalid"), 1, "sendPhoto")
    await line.send(lan.id, Reply((Picture(b"png", "Biểu đồ"),)))
    assert [post.text for post in lan.screen] == ["Biểu đồ\nhttps://so.example/tep/a"]


async def test_without_a_web_part_a_picture_is_told_in_words(line: Line, lan: Person) -> None:
    await line.send(lan.id, Reply((Picture(b"png", "Tiến độ: 8/11 việc đúng hạn"),)))
    assert [post.text for post in lan.screen] == ["[Hình: Tiến độ: 8/11 việc đúng hạn]"]


async def test_a_file_that_cannot_be_given_an_address_now_is_sent_later(
    channel: ZaloBotChannel, line: Line, lan: Person
) -> None:
    async def publish(name: str, chat: str, block: object) -> str:
        raise NotWritten("full")

    channel.publish = publish
    assert (await line.send(lan.id, Reply((Document("a.docx", b"PK"),)))).verdict is Verdict.LATER
    assert lan.screen == []
