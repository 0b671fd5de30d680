"""Calls of the webhook: only Telegram's are listened to."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.channels.telegram import TelegramChannel
from tests.channels.telegram.conftest import QUICK, settings
from tests.support.telegram_server import TelegramServer

HEADER = "X-Telegram-Bot-Api-Secret-Token"
UPDATE = {
    "update_id": 7,
    "message": {
        "message_id": 1,
        "date": 1_795_449_791,
        "chat": {"id": 5, "type": "private"},
        "from": {"id": 5, "is_bot": False, "first_name": "Lan"},
        "text": "chào",
    },
}


@pytest.fixture
async def hooked(server: TelegramServer) -> AsyncIterator[TelegramChannel]:
    given = {"public_url": "https://bot.example/", "webhook_secret": "dung-day"}
    made = TelegramChannel(settings(server, **given), backoff=QUICK)
    yield made
    await made.close()


async def test_telegram_is_told_where_and_with_which_secret_to_call(
    server: TelegramServer, hooked: TelegramChannel
) -> None:
    await hooked.start()
    hook = server.delivery.webhook
    assert (hook.url, hook.secret) == ("https://bot.example/hook/telegram", "dung-day")
    assert server.world.allowed == ["message", "edited_message", "callback_query", "my_chat_member"]


async def test_a_call_with_the_secret_brings_its_update(hooked: TelegramChannel) -> None:
    found = hooked.webhook_updates({HEADER: "dung-day"}, json.dumps(UPDATE).encode())
    assert found is not None
    ((key, lane, payload),) = found
    assert (key, lane) == ("update:7", "5")
    assert (hooked.read(payload) or None) is not None


@pytest.mark.parametrize("headers", [{}, {HEADER: ""}, {HEADER: "dung-da"}, {HEADER: "sai-đấy-\ud800"}])
async def test_a_call_without_the_secret_brings_nothing(hooked: TelegramChannel, headers: dict[str, str]) -> None:
    assert hooked.webhook_updates(headers, json.dumps(UPDATE).encode()) is None


@pytest.mark.parametrize(
    "body", [b"", b"x", b"[]", b"{}", b'{"update_id": "x"}', b'{"update_id": 1, "message": 3}', b"\xff"]
)
async def test_a_body_that_is_no_update_brings_nothing(hooked: TelegramChannel, body: bytes) -> None:
    assert hooked.webhook_updates({HEADER: "dung-day"}, body) == []


async def test_without_a_given_secret_every_process_works_out_the_same(server: TelegramServer) -> None:
    secrets: set[Any] = set()
    for _ in range(2):
        channel = TelegramChannel(settings(server, public_url="https://bot.example"), backoff=QUICK)
        await channel.start()
        secrets.add(server.delivery.webhook.secret)
        await channel.close()
    assert len(secrets) == 1
    assert len(secrets.pop()) >= 32


async def test_a_webhook_that_was_taken_away_is_set_again(
    server: TelegramServer, hooked: TelegramChannel, monkeypatch: pytest.MonkeyPatch
) -> None:
    import asyncio

    monkeypatch.setattr("bot.channels.telegram.channel.LOOK_AFTER", 0.01)
    stop = asyncio.Event()

    async def store(channel: str, items: object) -> None:
        raise AssertionError("nothing is fetched while a webhook is set")

    task = asyncio.create_task(hooked.poll(store, stop))
    await server.world.until(lambda: server.delivery.webhook.url, 5)
    server.delivery.webhook.url = "https://thief.example"
    await server.world.until(lambda: server.delivery.webhook.url.startswith("https://bot.example"), 5)
    stop.set()
    await asyncio.wait_for(task, 5)
