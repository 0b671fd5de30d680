"""Replies in the shape that an Official Account carries, within its windows."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.channels.zalo_oa import ZaloOaChannel
from handlers.messages import Action, Choice, Document, Paragraph, Picture, Reply, say
from scheduler.sending import Verdict
from storage.sql.database import SqlDatabase
from tests.channels.zalo_oa.conftest import settings
from tests.support.lines import Line
from tests.support.zalo_oa_server import DAY, OaPerson, ZaloOaServer


def _menu(count: int) -> Reply:
    choices = tuple(Choice(f"Việc {n}", Action("x"), token=f"token{n}") for n in range(1, count + 1))
    return Reply((Paragraph("Chọn việc"),), choices)


async def test_up_to_five_choices_are_buttons(line: Line, lan: OaPerson) -> None:
    assert (await line.send(lan.id, _menu(3))).verdict is Verdict.SENT
    (post,) = lan.screen
    assert [title for title, _ in post.buttons] == ["Việc 1", "Việc 2", "Việc 3"]
    assert post.text == "Chọn việc"


async def test_the_sixth_and_further_are_a_numbered_menu(line: Line, lan: OaPerson) -> None:
    await line.send(lan.id, _menu(7))
    (post,) = lan.screen
    assert len(post.buttons) == 5
    assert "6. Việc 6\n7. Việc 7" in post.text


async def test_a_press_of_a_button_is_the_choice(
    server: ZaloOaServer, channel: ZaloOaChannel, line: Line, lan: OaPerson
) -> None:
    await line.send(lan.id, _menu(2))
    event = lan.press("Việc 2")
    body, headers = server.signed(event)
    found = channel.webhook_updates(headers, body)
    assert found is not None
    incoming = channel.read(found[0][2])
    assert incoming is not None
    assert incoming.pressed == "token2"


async def test_when_buttons_are_refused_the_choices_are_numbered(
    server: ZaloOaServer, line: Line, lan: OaPerson
) -> None:
    server.buttons_taken = False
    assert (await line.send(lan.id, _menu(2))).verdict is Verdict.SENT
    (post,) = lan.screen
    assert post.text == "Chọn việc\n\n1. Việc 1\n2. Việc 2\nĐồng chí gõ số hoặc gõ tên lựa chọn."


async def test_pictures_and_papers_are_uploaded(line: Line, lan: OaPerson) -> None:
    await line.send(lan.id, Reply((Picture(b"\x89PNG", "Tiến độ"), Document("báo cáo.docx", b"PK"))))
    assert [(post.kind, post.content[1]) for post in lan.screen] == [("image", b"\x89PNG"), ("file", b"PK")]


async def test_what_the_service_does_not_take_goes_as_an_address(
    channel: ZaloOaChannel, line: Line, lan: OaPerson
) -> None:
    async def publish(name: str, chat: str, block: object) -> str:
        return f"https://so.example/tep/{type(block).__name__}"

    reply = Reply((Picture(b"x" * 2**20 + b"x", "Tiến độ"), Document("bang.xlsx", b"PK")))
    await line.send(lan.id, reply)
    assert [post.kind for post in lan.screen] == ["text"]
    assert "kênh này chưa gửi được tệp" in lan.screen[0].text
    channel.publish = publish
    await line.send(lan.id, reply)
    assert [(post.kind, post.content) for post in lan.screen[1:]] == [
        ("image", "https://so.example/tep/Picture"),
        ("text", None),
    ]
    assert "https://so.example/tep/Document" in lan.screen[2].text


@pytest.mark.parametrize(("days", "billed"), [(1.9, 0), (2.1, 1), (6.9, 1)])
async def test_within_seven_days_the_account_may_write(
    server: ZaloOaServer, line: Line, lan: OaPerson, days: float, billed: int
) -> None:
    server.seen[lan.id] -= days * DAY
    assert (await line.send(lan.id, say("nhắc việc"))).verdict is Verdict.SENT
    assert server.billed == billed


async def test_later_than_that_the_message_is_refused_without_a_template(
    server: ZaloOaServer, line: Line, lan: OaPerson
) -> None:
    server.seen[lan.id] -= 7.1 * DAY
    assert (await line.send(lan.id, say("nhắc việc"))).verdict is Verdict.REFUSED
    assert lan.screen == []


@pytest.fixture
async def with_template(server: ZaloOaServer, store: SqlDatabase) -> AsyncIterator[Line]:
    made = ZaloOaChannel(settings(server, zalo_oa_template="tmpl-1", zalo_oa_template_field="noi_dung"), store)
    yield Line(made)
    await made.close()


async def test_later_than_that_a_template_tells_what_it_is_about(
    server: ZaloOaServer, with_template: Line, lan: OaPerson
) -> None:
    server.seen[lan.id] -= 30 * DAY
    assert (await with_template.send(lan.id, say("Nhắc việc: II.5\nhạn 31/12"))).verdict is Verdict.SENT
    (post,) = lan.screen
    assert (post.kind, post.content) == ("template", {"noi_dung": "Nhắc việc: II.5 hạn 31/12"})


async def test_a_template_that_is_not_approved_leaves_it_refused(
    server: ZaloOaServer, with_template: Line, lan: OaPerson
) -> None:
    server.seen[lan.id] -= 30 * DAY
    server.templates.clear()
    assert (await with_template.send(lan.id, say("nhắc việc"))).verdict is Verdict.REFUSED


@pytest.mark.parametrize(
    ("code", "verdict"),
    [
        (-32, Verdict.LATER),
        (-200, Verdict.LATER),
        (-211, Verdict.LATER),
        (-321, Verdict.LATER),
        (-204, Verdict.LATER),
        (-234, Verdict.LATER),
        (-213, Verdict.GONE),
        (-227, Verdict.GONE),
        (-244, Verdict.GONE),
        (-201, Verdict.REFUSED),
        (-210, Verdict.REFUSED),
        (-233, Verdict.REFUSED),
        (-999, Verdict.REFUSED),
    ],
)
async def test_what_an_error_means_for_the_message(
    server: ZaloOaServer, line: Line, lan: OaPerson, code: int, verdict: Verdict
) -> None:
    server.next_error = code
    assert (await line.send(lan.id, say("chào"))).verdict is verdict


async def test_a_token_that_ran_out_is_exchanged_and_the_message_sent(
    server: ZaloOaServer, channel: ZaloOaChannel, line: Line, lan: OaPerson
) -> None:
    await channel.start()
    server.access = "reset-by-the-console"
    assert (await line.send(lan.id, say("chào"))).verdict is Verdict.SENT
    assert server.refreshed == 2


async def test_what_became_of_a_broken_call_is_unknown(server: ZaloOaServer, line: Line, lan: OaPerson) -> None:
    server.faults.reset_after(1, "/v3.0/oa/message/cs")
    assert (await line.send(lan.id, say("chào"))).verdict is Verdict.UNKNOWN
    assert (await line.send(lan.id, say("chào"), repeat=True)).verdict is Verdict.SENT
    assert [post.text for post in lan.screen] == ["chào", "(nhắc lại)\nchào"]


async def test_a_broken_upload_is_made_again_unmarked(server: ZaloOaServer, line: Line, lan: OaPerson) -> None:
    server.faults.reset_after(1, "/v2.0/oa/upload/image")
    assert (await line.send(lan.id, Reply((Picture(b"png", "Tiến độ"),)))).verdict is Verdict.LATER
    assert lan.screen == []
