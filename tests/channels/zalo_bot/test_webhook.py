"""Calls of the webhook: only Zalo's are listened to."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

import pytest

from bot.channels.base import ServiceRefused
from bot.channels.zalo_bot import ZaloBotChannel
from tests.channels.zalo_bot.conftest import settings
from tests.channels.zalo_bot.test_reading import SAMPLE
from tests.support.lines import QUICK
from tests.support.zalo_server import ZaloServer

HEADER = "X-Bot-Api-Secret-Token"


@pytest.fixture
async def hooked(server: ZaloServer) -> AsyncIterator[ZaloBotChannel]:
    given = {"public_url": "https://bot.example/", "webhook_secret": "dung-day-roi"}
    made = ZaloBotChannel(settings(server, **given), backoff=QUICK)
    yield made
    await made.close()


async def test_zalo_is_told_where_and_with_which_secret_to_call(server: ZaloServer, hooked: ZaloBotChannel) -> None:
    await hooked.start()
    assert (server.webhook.url, server.webhook.secret) == ("https://bot.example/hook/zalo_bot", "dung-day-roi")


@pytest.mark.parametrize("body", [SAMPLE, {"ok": True, "result": SAMPLE}])
async def test_a_call_with_the_secret_brings_its_update(hooked: ZaloBotChannel, body: dict[str, object]) -> None:
    fresh = json.loads(json.dumps(body))
    fresh.get("result", fresh)["message"].pop("date")
    found = hooked.webhook_updates({HEADER: "dung-day-roi"}, json.dumps(fresh).encode())
    assert found is not None
    assert [item[:2] for item in found] == [("message:2d758cb5e222177a4e35", "6ede9afa66b88fe6d6a9")]


@pytest.mark.parametrize("headers", [{}, {HEADER: ""}, {HEADER: "dung-da"}, {HEADER: "sai-đấy-\ud800"}])
async def test_a_call_without_the_secret_is_not_even_read(hooked: ZaloBotChannel, headers: dict[str, str]) -> None:
    assert hooked.webhook_updates(headers, b"not json") is None


@pytest.mark.parametrize("body", [b"", b"x", b"[]", b"{}", b'{"ok":true}', b'{"message": 3}', b"\xff"])
async def test_a_probe_or_what_is_no_update_is_taken_and_brings_nothing(hooked: ZaloBotChannel, body: bytes) -> None:
    assert hooked.webhook_updates({HEADER: "dung-day-roi"}, body) == []


async def test_an_address_that_zalo_does_not_take_is_told_to_the_operator(server: ZaloServer) -> None:
    server.plain_http = False
    channel = ZaloBotChannel(settings(server, public_url="http://bot.example"), backoff=QUICK)
    with pytest.raises(ServiceRefused) as refused:
        await channel.start()
    assert "https" in refused.value.reason
    await channel.close()


async def test_a_webhook_that_was_taken_away_is_set_again(
    server: ZaloServer, hooked: ZaloBotChannel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.zalo_bot.channel.LOOK_AFTER", 0.01)
    stop = asyncio.Event()

    async def store(channel: str, items: object) -> None:
        raise AssertionError("nothing is fetched while a webhook is set")

    task = asyncio.create_task(hooked.poll(store, stop))
    await server.bell.until(lambda: server.webhook.url, 5)
    server.webhook.url = ""
    await server.bell.until(lambda: server.webhook.url.startswith("https://bot.example"), 5)
    stop.set()
    await asyncio.wait_for(task, 5)
