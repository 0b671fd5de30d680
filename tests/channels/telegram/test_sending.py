"""What people get, and what delivery is told became of it, whatever the server does."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from bot.channels.telegram import TelegramChannel
from bot.channels.telegram.api import failure
from bot.channels.telegram.sending import outcome
from bot.characters import file_name
from handlers.messages import (
    Action,
    Choice,
    Document,
    Heading,
    Made,
    Paragraph,
    Picture,
    Reply,
    say,
)
from scheduler.sending import Verdict
from tests.channels.telegram.conftest import Line, settings
from tests.support.telegram_fake.errors import ApiError, bad
from tests.support.telegram_server import TelegramServer

LONG = Reply(tuple(Paragraph(f"Đoạn {number}. " + "chữ " * 500) for number in range(5)))
MENU = Reply((Heading("Nhiệm vụ"),), (Choice("Cập nhật", Action("a"), 1, "t1"), Choice("Thôi", Action("b"), 1, "t2")))


def png(width: int = 40, height: int = 30) -> bytes:
    """A picture of that size."""
    written = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(written, "PNG")
    return written.getvalue()


PNG = png()


# ---- what arrives ---------------------------------------------------------------------------------------------------


async def test_a_message_arrives_with_its_formatting_and_buttons(server: TelegramServer, line: Line) -> None:
    lan = server.person("Lan")
    sent = await line.send(lan.id, MENU)
    post = lan.last
    assert (sent.verdict, sent.remote) == (Verdict.SENT, str(post.id))
    assert (post.text, post.buttons) == ("Nhiệm vụ", [["Cập nhật", "Thôi"]])
    assert post.entities[0].type == "bold"
    assert post.keyboard is not None
    assert post.keyboard.inline_keyboard[0][0].callback_data == "c:t1"
    assert '"is_disabled": true' in server.sent("sendMessage")[0]["link_preview_options"]


async def test_hostile_words_arrive_as_words(server: TelegramServer, line: Line) -> None:
    lan = server.person("Lan")
    words = "<b>x</b> & <script> \u202eabc\u0000 {{7*7}} '; DROP TABLE \ud800"
    await line.send(lan.id, say(words))
    assert lan.last.text == "<b>x</b> & <script> abc {{7*7}} '; DROP TABLE"
    assert lan.last.entities == []


async def test_a_long_answer_arrives_in_parts_in_order_each_reported(server: TelegramServer, line: Line) -> None:
    lan = server.person("Lan")
    sent = await line.send(lan.id, LONG)
    assert len(lan.screen) > 1
    assert "".join("".join(post.text.split()) for post in lan.screen) == "".join(
        "".join(block.text.split()) for block in LONG.blocks if isinstance(block, Paragraph)
    )
    assert line.parts == list(range(1, len(lan.screen)))
    assert sent.remote == str(lan.last.id)


async def test_after_a_failure_only_the_parts_that_are_missing_are_sent(server: TelegramServer, line: Line) -> None:
    lan = server.person("Lan")
    await line.send(lan.id, LONG)
    whole = [post.text for post in lan.screen]
    hung = server.person("Hùng")
    await line.send(hung.id, LONG, first_part=1, repeat=True)
    assert [post.text for post in hung.screen] == [f"(gửi lại)\n{whole[1]}", *whole[2:]]


async def test_a_press_changes_the_message_instead_of_sending_another(server: TelegramServer, line: Line) -> None:
    lan = server.person("Lan")
    await line.send(lan.id, MENU)
    sent = await line.send(lan.id, say("Đã ghi nhận."), replaces=lan.last.id)
    assert (sent.verdict, sent.remote) == (Verdict.SENT, str(lan.last.id))
    assert [(post.text, post.buttons) for post in lan.screen] == [("Đã ghi nhận.", [])]


async def test_an_edit_that_changes_nothing_is_well(server: TelegramServer, line: Line) -> None:
    lan = server.person("Lan")
    await line.send(lan.id, MENU)
    for _ in range(2):
        sent = await line.send(lan.id, MENU, replaces=lan.last.id, repeat=True)
        assert (sent.verdict, len(lan.screen)) == (Verdict.SENT, 1)
    assert "gửi lại" not in lan.last.text


async def test_what_replaces_a_deleted_message_is_sent_anew(server: TelegramServer, line: Line) -> None:
    lan = server.person("Lan")
    await line.send(lan.id, MENU)
    old = lan.last
    lan.delete(old)
    sent = await line.send(lan.id, say("Đã ghi nhận."), replaces=old.id, repeat=True)
    assert sent.verdict is Verdict.SENT
    assert [post.text for post in lan.screen] == ["(gửi lại)\nĐã ghi nhận."]


async def test_what_replaces_a_picture_is_sent_anew(server: TelegramServer, line: Line) -> None:
    lan = server.person("Lan")
    await line.send(lan.id, Reply((Picture(PNG, "Biểu đồ"),)))
    await line.send(lan.id, say("Sau"), replaces=lan.last.id)
    assert [post.text for post in lan.screen] == ["Biểu đồ", "Sau"]


async def test_pictures_and_files_arrive_with_caption_name_and_buttons(server: TelegramServer, line: Line) -> None:
    lan = server.person("Lan")
    reply = Reply((Picture(PNG, "Tiến độ <2026>"), Document("Báo cáo quý II.docx", b"docx")), MENU.choices)
    assert (await line.send(lan.id, reply)).verdict is Verdict.SENT
    picture, file = lan.screen
    assert (picture.text, server.world.files[picture.photo][1]) == ("Tiến độ <2026>", PNG)
    assert (file.document_name, file.buttons) == ("Báo cáo quý II.docx", [["Cập nhật", "Thôi"]])
    assert server.world.files[file.document][1] == b"docx"


async def test_a_picture_that_is_refused_as_a_photo_goes_as_a_file(server: TelegramServer, line: Line) -> None:
    lan = server.person("Lan")
    for unfit in (png(2100, 100), b"\x89PNG\r\n\x1a\n" + b"0" * 50):
        assert (await line.send(lan.id, Reply((Picture(unfit, "Biểu đồ"),)))).verdict is Verdict.SENT
        assert (lan.last.document_name, lan.last.text) == ("hinh.png", "Biểu đồ")


async def test_a_caption_is_never_longer_than_the_server_takes(server: TelegramServer, line: Line) -> None:
    lan = server.person("Lan")
    words = "Phòng <A> & phòng B: " * 100
    assert (await line.send(lan.id, Reply((Picture(PNG, words),)))).verdict is Verdict.SENT
    assert server.refusals == []
    assert lan.last.text == lan.last.text[:1000]
    assert lan.last.text.endswith("…")


async def test_what_cannot_be_made_is_named(server: TelegramServer, line: Line) -> None:
    lan = server.person("Lan")
    await line.send(lan.id, Reply((Paragraph("Số liệu"), Made("none", "Hình <tiến độ>"))))
    assert lan.last.text == "Số liệu\n\n[Chưa lập được: Hình <tiến độ>]"


async def test_markup_that_the_server_does_not_take_goes_as_plain_text(server: TelegramServer, line: Line) -> None:
    lan = server.person("Lan")
    server.faults.error(bad("can't parse entities: Unsupported start tag"), 1, "sendMessage")
    assert (await line.send(lan.id, Reply((Heading("A < B"),)))).verdict is Verdict.SENT
    assert (lan.last.text, lan.last.entities) == ("A < B", [])
    server.faults.error(bad("can't parse entities: Unsupported start tag"), 1, "editMessageText")
    assert (await line.send(lan.id, Reply((Heading("C < D"),)), replaces=lan.last.id)).verdict is Verdict.SENT
    assert [post.text for post in lan.screen] == ["C < D"]


async def test_an_answer_in_a_forum_goes_to_its_topic_or_at_least_to_the_group(
    server: TelegramServer, line: Line
) -> None:
    forum, group = server.group("Sở", forum=True), server.group("Phòng")
    await line.send(f"{forum.id}:77", say("Trong chủ đề"))
    await line.send(f"{group.id}:77", say("Chủ đề đã xóa"))
    assert (forum.screen[0].thread, group.screen[0].text) == (77, "Chủ đề đã xóa")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Báo cáo.xlsx", "Báo cáo.xlsx"),
        ('a"b\r\n/../c.docx', "a_b _.._c.docx"),
        ("x" * 300 + ".docx", "x" * 100 + ".docx"),
        ("\u202e", "tep"),
    ],
)
def test_file_names_cannot_break_the_call(name: str, kept: str) -> None:
    assert file_name(name) == kept


# ---- what delivery is told ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "description", "parameters", "verdict"),
    [
        (400, "Bad Request: chat not found", {}, Verdict.GONE),
        (403, "Forbidden: bot was blocked by the user", {}, Verdict.GONE),
        (403, "Forbidden: user is deactivated", {}, Verdict.GONE),
        (403, "Forbidden: bot can't initiate conversation with a user", {}, Verdict.GONE),
        (403, "Forbidden: bot was kicked from the supergroup chat", {}, Verdict.GONE),
        (400, "Bad Request: message is too long", {}, Verdict.REFUSED),
        (400, "Bad Request: not enough rights to send text messages to the chat", {}, Verdict.REFUSED),
        (413, "Request Entity Too Large", {}, Verdict.REFUSED),
        (404, "Not Found: method not found", {}, Verdict.REFUSED),
        (429, "Too Many Requests: retry after 7", {"retry_after": 7}, Verdict.LATER),
        (400, "Bad Request: group chat was upgraded", {"migrate_to_chat_id": -1001}, Verdict.LATER),
        (500, "Internal Server Error", {}, Verdict.LATER),
        (502, "Bad Gateway", {}, Verdict.LATER),
        (401, "Unauthorized", {}, Verdict.LATER),
        (409, "Conflict", {}, Verdict.UNKNOWN),
    ],
)
def test_every_error_of_the_server_has_its_meaning(
    code: int, description: str, parameters: dict[str, Any], verdict: Verdict
) -> None:
    found = outcome(failure(code, description, parameters))
    assert found.verdict is verdict
    assert description in found.error
    assert found.retry_after == parameters.get("retry_after")
    assert found.chat_moved == (str(parameters["migrate_to_chat_id"]) if "migrate_to_chat_id" in parameters else None)


async def test_a_person_who_blocked_the_bot_is_gone(server: TelegramServer, line: Line) -> None:
    lan = server.person("Lan")
    lan.block()
    assert (await line.send(lan.id, say("Chào"))).verdict is Verdict.GONE
    lan.unblock()
    assert (await line.send(lan.id, say("Chào"))).verdict is Verdict.SENT
    assert (await line.send(server.person("Lạ", stranger=True).id, say("Chào"))).verdict is Verdict.GONE
    assert (await line.send(12345, say("Chào"))).verdict is Verdict.GONE


async def test_an_upgraded_group_is_found_at_its_new_id(server: TelegramServer, line: Line) -> None:
    group = server.group("Tổ CCHC", small=True)
    upgraded = group.upgrade()
    sent = await line.send(group.id, say("Chào"))
    assert (sent.verdict, sent.chat_moved) == (Verdict.LATER, str(upgraded.id))


async def test_a_flood_says_how_long_to_wait(server: TelegramServer, line: Line) -> None:
    lan = server.person("Lan")
    server.limits.on, server.limits.chat_interval = True, 100.0
    outcomes = [await line.send(lan.id, say("Chào")) for _ in range(5)]
    assert [found.verdict for found in outcomes[:3]] == [Verdict.SENT] * 3
    assert outcomes[-1].verdict is Verdict.LATER
    assert outcomes[-1].retry_after is not None
    assert outcomes[-1].retry_after >= 1


@pytest.mark.parametrize("status", [500, 502, 503, 403])
async def test_a_page_of_a_proxy_means_later(server: TelegramServer, line: Line, status: int) -> None:
    lan = server.person("Lan")
    server.faults.page(1, status=status)
    assert (await line.send(lan.id, say("Chào"))).verdict is Verdict.LATER
    assert lan.screen == []


async def test_a_proxy_that_waited_in_vain_leaves_it_unknown(server: TelegramServer, line: Line) -> None:
    server.faults.page(1, status=504)
    assert (await line.send(server.person("Lan").id, say("Chào"))).verdict is Verdict.UNKNOWN


async def test_no_connection_means_later_for_nothing_can_have_arrived(server: TelegramServer, line: Line) -> None:
    lan = server.person("Lan")
    await server.stop()
    assert (await line.send(lan.id, say("Chào"))).verdict is Verdict.LATER


async def test_a_connection_that_breaks_leaves_it_unknown(server: TelegramServer, line: Line) -> None:
    lan = server.person("Lan")
    server.faults.reset_after(1)
    assert (await line.send(lan.id, say("Chào"))).verdict is Verdict.UNKNOWN
    assert [post.text for post in lan.screen] == ["Chào"]
    server.faults.reset_before(1)
    assert (await line.send(lan.id, say("Chào"))).verdict is Verdict.UNKNOWN


async def test_no_answer_in_time_leaves_it_unknown(server: TelegramServer) -> None:
    lan = server.person("Lan")
    channel = TelegramChannel(settings(server), call_limit=0.5)
    server.faults.silence(1, "sendMessage")
    assert (await Line(channel).send(lan.id, say("Chào"))).verdict is Verdict.UNKNOWN
    assert len(lan.screen) == 1
    await channel.close()


async def test_a_failure_in_the_middle_tells_how_far_it_came(server: TelegramServer, line: Line) -> None:
    lan = server.person("Lan")
    await line.send(lan.id, LONG)
    whole, told = len(lan.screen), list(line.parts)
    assert whole > 2
    line.parts.clear()
    hung = server.person("Hùng")
    server.limits.on, server.limits.burst, server.limits.chat_interval = True, 2, 100.0
    sent = await line.send(hung.id, LONG)
    assert (sent.verdict, len(hung.screen)) == (Verdict.LATER, 2)
    assert line.parts == told[:2]


async def test_what_went_wrong_never_names_the_token(server: TelegramServer, line: Line) -> None:
    lan = server.person("Lan")
    server.faults.error(ApiError(400, f"Bad Request: https://x/bot{server.token}/sendMessage"), 1)
    server.faults.reset_before(1)
    server.faults.page(1)
    for _ in range(3):
        assert server.token.partition(":")[2] not in repr(await line.send(lan.id, say("Chào")))


async def test_after_a_restart_of_the_server_messages_go_on(server: TelegramServer, line: Line) -> None:
    lan = server.person("Lan")
    await line.send(lan.id, say("Một"))
    await server.restart()
    assert await line.channel.answers()
    assert (await line.send(lan.id, say("Hai"))).verdict is Verdict.SENT
    assert [post.text for post in lan.screen] == ["Một", "Hai"]


async def test_a_redirect_is_not_followed_with_an_empty_call(server: TelegramServer, line: Line) -> None:
    lan = server.person("Lan")
    server.faults.redirect("https://elsewhere.example/")
    assert (await line.send(lan.id, say("Chào"))).verdict is Verdict.LATER
