"""Updates are fetched whatever the server does, and acknowledged only when they are stored for good."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from functools import partial

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.channels.base import ServiceRefused, TokenRefused
from bot.channels.telegram import TelegramChannel
from bot.channels.telegram.api import Api
from bot.channels.telegram.polling import Polling
from bot.clock import system
from tests.channels.telegram.conftest import QUICK, Kept, polled, settings
from tests.support.telegram_fake.errors import ApiError
from tests.support.telegram_server import TelegramServer


@pytest.fixture
async def other_poller(server: TelegramServer) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(server.url) as session:
        yield session


async def test_what_people_say_is_stored_in_order(server: TelegramServer, channel: TelegramChannel) -> None:
    lan, hung = server.person("Lan"), server.person("Hùng")
    async with polled(channel) as kept:
        for number in range(5):
            lan.say(f"tin {number}")
        lan.sticker()
        hung.say("chào")
        found = await kept.until(7)
    assert [i.text for i in found if i.account == str(lan.id)] == [*(f"tin {n}" for n in range(5)), None]
    assert set(kept.items) == {f"update:{700_000_001 + n}" for n in range(7)}


async def test_an_update_is_acknowledged_only_after_it_is_stored(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    lan = server.person("Lan")
    async with polled(channel) as kept:
        kept.refusing = True
        lan.say("đừng mất")
        await server.world.until(lambda: len(server.sent("getUpdates")) >= 4, 5)
        assert len(server.world.updates) == 1
        kept.refusing = False
        assert [i.text for i in await kept.until(1)] == ["đừng mất"]
        await server.world.until(lambda: not server.world.updates, 5)


async def test_what_was_not_acknowledged_comes_again_under_the_same_key(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    server.person("Lan").say("một lần")
    async with polled(channel) as first:
        first.dying = True
        await first.until(1)
    async with polled(channel) as second:
        await second.until(1)
    assert first.items.keys() == second.items.keys()


@pytest.mark.parametrize("trouble", ["page", "reset_before", "reset_after", "flood", "error"])
async def test_it_goes_on_after_trouble(server: TelegramServer, channel: TelegramChannel, trouble: str) -> None:
    lan = server.person("Lan")
    async with polled(channel) as kept:
        lan.say("một")
        await kept.until(1)
        if trouble == "flood":
            server.faults.flood(0, 3, "getUpdates")
        elif trouble == "error":
            server.faults.error(ApiError(500, "Internal Server Error"), 3, "getUpdates")
        else:
            getattr(server.faults, trouble)(3, "getUpdates")
        lan.say("hai")
        assert [i.text for i in await kept.until(2)] == ["một", "hai"]
        lan.say("ba")
        await server.world.until(lambda: not server.faults.waiting, 5)
        assert [i.text for i in await kept.until(3)] == ["một", "hai", "ba"]


async def test_it_goes_on_after_the_server_was_restarted(server: TelegramServer, channel: TelegramChannel) -> None:
    lan = server.person("Lan")
    async with polled(channel) as kept:
        lan.say("một")
        await kept.until(1)
        await server.restart(down_for=0.05)
        lan.say("hai")
        assert [i.text for i in await kept.until(2)] == ["một", "hai"]


async def test_it_waits_for_a_server_that_is_away_when_it_starts(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    await server.stop()
    await channel.start()
    async with polled(channel) as kept:
        await asyncio.sleep(0.05)
        await server.start()
        server.person("Lan").say("chào")
        await kept.until(1)


async def test_a_second_poller_is_noted_once_and_outlasted(
    server: TelegramServer, other_poller: aiohttp.ClientSession
) -> None:
    api = Api(server.token, server.url)
    channel = TelegramChannel(settings(server), backoff=QUICK)
    kept, stop = Kept(channel), asyncio.Event()

    async def keep(items: object) -> None:
        await kept.store("telegram", items)

    def asked_again(before: int) -> bool:
        return len(server.sent("getUpdates")) > before

    loop = Polling(api, keep, system, conflict_pause=0.01, backoff=QUICK)
    with capture_logs() as logs:
        task = asyncio.create_task(loop.run(stop))
        for _ in range(3):
            asked = len(server.sent("getUpdates"))
            await server.world.until(partial(asked_again, asked), 5)
            await other_poller.post(f"/bot{server.token}/getUpdates", json={"timeout": 0})
        server.person("Lan").say("chào")
        await kept.until(1)
    task.cancel()
    assert [log["log_level"] for log in logs if "elsewhere" in log["event"]] == ["error"]
    await api.close()
    await channel.close()


async def test_a_webhook_that_is_in_the_way_is_removed_and_said(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    server.delivery.webhook.url = "https://old.example/hook"
    server.person("Lan").say("chào")
    with capture_logs() as logs:
        await channel.start()
    assert any("webhook was registered" in log["event"] for log in logs)
    async with polled(channel) as kept:
        await kept.until(1)


async def test_a_refused_token_ends_it_with_a_clear_error(server: TelegramServer, channel: TelegramChannel) -> None:
    server.revoked = True
    with pytest.raises(TokenRefused):
        await channel.start()


async def test_a_token_revoked_while_running_ends_it_but_not_at_the_first_word(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    await channel.start()
    server.faults.error(ApiError(401, "Unauthorized"), 2, "getUpdates")
    async with polled(channel) as kept:
        server.person("Lan").say("chào")
        await kept.until(1)
    server.revoked = True
    with pytest.raises(TokenRefused):
        await asyncio.wait_for(channel.poll(kept.store, asyncio.Event()), 5)


async def test_what_is_not_even_shaped_like_a_token_is_refused_at_once(server: TelegramServer) -> None:
    with pytest.raises(TokenRefused):
        TelegramChannel(settings(server, telegram_token="mã của tôi"))


async def test_a_webhook_address_that_telegram_does_not_take_is_said_at_once(server: TelegramServer) -> None:
    server.delivery.local = False
    channel = TelegramChannel(settings(server, public_url="http://bot.example"), backoff=QUICK)
    with pytest.raises(ServiceRefused, match="telegram") as refused:
        await channel.start()
    assert "HTTPS" in refused.value.reason
    await channel.close()


async def test_it_asks_only_for_the_updates_that_it_reads(server: TelegramServer, channel: TelegramChannel) -> None:
    async with polled(channel):
        await server.world.until(lambda: server.sent("getUpdates"), 5)
    asked = server.sent("getUpdates")[0]
    assert json.loads(asked["allowed_updates"]) == ["message", "edited_message", "callback_query", "my_chat_member"]
    assert "offset" not in asked


async def test_it_knows_the_address_that_opens_it_with_a_code(channel: TelegramChannel) -> None:
    await channel.start()
    assert channel.capabilities.start_link.startswith("https://t.me/")
    assert channel.capabilities.start_link.endswith("?start={code}")
