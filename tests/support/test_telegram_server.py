"""The Telegram server of the tests is as strict as the real one, and python-telegram-bot's client agrees with it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
import pytest
import telegram
from aiohttp import web

from tests.support.telegram_fake.markup import parse_html
from tests.support.telegram_server import TelegramServer

Ask = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as started:
        yield started


@pytest.fixture
async def ask(server: TelegramServer) -> AsyncIterator[Ask]:
    async with aiohttp.ClientSession() as session:

        async def call(method: str, token: str | None = None, **parameters: Any) -> dict[str, Any]:
            async with session.post(f"{server.url}/bot{token or server.token}/{method}", json=parameters) as answer:
                found: dict[str, Any] = await answer.json()
                assert answer.status == (200 if found["ok"] else found["error_code"])
                return found

        yield call


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("5 < 6", 'Unsupported start tag "" at byte offset 2'),
        ("ạ<br>", 'Unsupported start tag "br" at byte offset 3'),
        ("<p>a</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("</b>", "Unexpected end tag at byte offset 0"),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ('<a href="x', 'Unclosed start tag "a" at byte offset 0'),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
    ],
)
async def test_faulty_markup_is_refused_in_the_real_servers_words(
    server: TelegramServer, ask: Ask, source: str, problem: str
) -> None:
    said = await ask("sendMessage", chat_id=server.person("Lan").id, text=source, parse_mode="HTML")
    assert said["description"] == f"Bad Request: can't parse entities: {problem}"


def test_markup_is_read_as_it_will_be_shown() -> None:
    text, entities = parse_html('<b>Hạn 😀</b>: &lt;5 &amp; "6" & 7&#33; <a href="https://x">đây</a>')
    assert text == 'Hạn 😀: <5 & "6" & 7! đây'
    assert [(e.type, e.offset, e.length) for e in entities] == [("bold", 0, 6), ("text_link", 22, 3)]


@pytest.mark.parametrize(
    ("parameters", "problem"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "đ" * 20_000}, "text is too long"),
        ({"text": "x", "parse_mode": "XML"}, "unsupported parse_mode"),
        ({"text": "x", "chat_id": 1}, "chat not found"),
        ({"text": "x", "chat_id": ""}, "chat_id is empty"),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "đ" * 33}]]}},
            "BUTTON_DATA",
        ),
        ({"text": "x", "reply_markup": {"inline_keyboard": [[{"text": " ", "callback_data": "a"}]]}}, "non-empty"),
        ({"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a"}]]}}, "Text buttons are unallowed"),
        ({"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "a"}]] * 101}}, "too long"),
    ],
)
async def test_a_message_that_breaks_a_limit_is_refused(
    server: TelegramServer, ask: Ask, parameters: dict[str, Any], problem: str
) -> None:
    said = await ask("sendMessage", **{"chat_id": server.person("Lan").id, **parameters})
    assert said["error_code"] == 400
    assert problem in said["description"]
    assert server.person("Lan").screen == []


@pytest.mark.parametrize(
    ("commands", "problem"),
    [
        ([{"command": "tiếnđộ", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "x" * 33, "description": "x"}], "command length must not exceed 32"),
        ([{"command": "hoi", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": f"c{n}", "description": "x"} for n in range(101)], "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_a_menu_that_breaks_a_limit_is_refused(ask: Ask, commands: list[dict[str, str]], problem: str) -> None:
    assert problem in (await ask("setMyCommands", commands=commands))["description"]


async def test_wrong_tokens_and_methods_are_refused(ask: Ask) -> None:
    assert (await ask("getMe", token="1:x"))["error_code"] == 401
    assert (await ask("getNothing"))["description"] == "Not Found: method not found"


async def test_updates_are_given_again_until_they_are_acknowledged(server: TelegramServer, ask: Ask) -> None:
    lan = server.person("Lan")
    for number in range(3):
        lan.say(f"tin {number}")
    first = (await ask("getUpdates", limit=2))["result"]
    again = (await ask("getUpdates", limit=2))["result"]
    rest = (await ask("getUpdates", offset=first[-1]["update_id"] + 1))["result"]
    assert first == again
    assert [update["message"]["text"] for update in first + rest] == ["tin 0", "tin 1", "tin 2"]
    assert (await ask("getUpdates", offset=rest[-1]["update_id"] + 1))["result"] == []


async def test_a_call_for_updates_waits_until_there_is_one(server: TelegramServer, ask: Ask) -> None:
    waiting = asyncio.ensure_future(ask("getUpdates", timeout=50))
    await server.world.until(lambda: server.delivery.polling, 5)
    server.person("Lan").say("chào")
    assert (await asyncio.wait_for(waiting, 5))["result"][0]["message"]["text"] == "chào"


async def test_the_older_of_two_pollers_is_sent_away(server: TelegramServer, ask: Ask) -> None:
    older = asyncio.ensure_future(ask("getUpdates", timeout=50))
    await server.world.until(lambda: server.delivery.polling, 5)
    assert (await ask("getUpdates", timeout=0))["ok"]
    assert "terminated by other getUpdates request" in (await older)["description"]
    await ask("setWebhook", url="http://127.0.0.1:1/hook")
    assert "webhook is active" in (await ask("getUpdates"))["description"]


async def test_a_webhook_is_called_in_order_until_it_takes_each_update(
    server: TelegramServer, ask: Ask, unused_tcp_port: int
) -> None:
    got: list[tuple[str, str]] = []
    answers = iter([500, 503, 200, 200])
    done = asyncio.Event()

    async def hook(request: web.Request) -> web.Response:
        update = await request.json()
        got.append((request.headers["X-Telegram-Bot-Api-Secret-Token"], update["message"]["text"]))
        status = next(answers)
        if len(got) == 4:
            done.set()
        return web.Response(status=status)

    app = web.Application()
    app.router.add_post("/hook", hook)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", unused_tcp_port).start()
    await ask("setWebhook", url=f"http://127.0.0.1:{unused_tcp_port}/hook", secret_token="s3cret")
    lan = server.person("Lan")
    lan.say("một")
    lan.say("hai")
    await asyncio.wait_for(done.wait(), 5)
    assert got == [("s3cret", "một")] * 3 + [("s3cret", "hai")]
    info = (await ask("getWebhookInfo"))["result"]
    assert info["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"
    await runner.cleanup()


async def test_groups_with_privacy_show_the_bot_only_what_concerns_it(server: TelegramServer) -> None:
    lan, group = server.person("Lan"), server.group("Phòng")
    for words in ("chào cả phòng", "/hoi", "/hoi@khac_bot", "/hoi@dondoc_bot", "hỏi @dondoc_bot nhé"):
        lan.say(words, group)
    assert [update["message"]["text"] for update in server.world.updates] == [
        "/hoi",
        "/hoi@dondoc_bot",
        "hỏi @dondoc_bot nhé",
    ]


async def test_a_button_is_answered_once_and_in_time(server: TelegramServer, ask: Ask) -> None:
    lan = server.person("Lan")
    buttons = {"inline_keyboard": [[{"text": "Có", "callback_data": "c:1"}]]}
    await ask("sendMessage", chat_id=lan.id, text="Chọn", reply_markup=buttons)
    query = lan.press("Có")
    assert (await ask("answerCallbackQuery", callback_query_id=query.id))["ok"]
    assert "query is too old" in (await ask("answerCallbackQuery", callback_query_id=query.id))["description"]


async def test_an_independent_client_understands_everything_it_says(server: TelegramServer) -> None:
    lan = server.person("Lan Nguyễn")
    async with telegram.Bot(server.token, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot") as bot:
        assert bot.username == "dondoc_bot"
        lan.say("/start abc")
        lan.document("kế hoạch.pdf", content=b"%PDF-1.4 x")
        started, with_file = await bot.get_updates()
        assert started.message is not None
        assert started.message.parse_entities() == {started.message.entities[0]: "/start"}
        assert with_file.message is not None
        assert with_file.message.document is not None
        file = await with_file.message.document.get_file()
        assert bytes(await file.download_as_bytearray()) == b"%PDF-1.4 x"
        markup = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("Có", callback_data="c:1")]])
        sent = await bot.send_message(lan.id, "<b>Chào</b>", "HTML", reply_markup=markup)
        assert (sent.text_html, lan.last.buttons) == ("<b>Chào</b>", [["Có"]])
        with pytest.raises(telegram.error.BadRequest, match="essage is not modified"):
            await bot.edit_message_text("<b>Chào</b>", lan.id, sent.message_id, parse_mode="HTML", reply_markup=markup)
        await bot.edit_message_text("Xong", lan.id, sent.message_id)
        assert (lan.last.text, lan.last.buttons) == ("Xong", [])
        lan.block()
        with pytest.raises(telegram.error.Forbidden, match="blocked by the user"):
            await bot.send_message(lan.id, "Chào")
