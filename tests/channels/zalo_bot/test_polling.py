"""Updates are fetched whatever the service does, stored before anything else, and known again when they come again."""

from __future__ import annotations

import asyncio
import math
import time
from collections import Counter

import pytest
from structlog.testing import capture_logs

from bot.channels.base import ServiceRefused, TokenRefused
from bot.channels.zalo_bot import ZaloBotChannel
from tests.channels.zalo_bot.conftest import settings
from tests.support.lines import QUICK, polled
from tests.support.telegram_fake.errors import ApiError
from tests.support.zalo_server import BOT_ID, ZaloServer


async def test_what_people_say_is_stored_in_order_once(server: ZaloServer, channel: ZaloBotChannel) -> None:
    lan, hung = server.person("Lan"), server.person("Hùng")
    async with polled(channel) as kept:
        for number in range(4):
            lan.say(f"tin {number}")
        lan.sticker()
        hung.say("chào")
        found = await kept.until(6)
        if server.claims.replays:
            await server.bell.until(lambda: len(server.sent("getUpdates")) > 20, 20)
    assert [i.text for i in found if i.account == lan.id] == [*(f"tin {n}" for n in range(4)), None]
    assert len(kept.items) == 6


async def test_what_cannot_be_stored_is_kept_in_hand_and_nothing_else_is_fetched(
    server: ZaloServer, channel: ZaloBotChannel
) -> None:
    lan = server.person("Lan")
    async with polled(channel) as kept:
        kept.refusing = True
        lan.say("đừng mất")
        lan.say("cũng đừng")
        await server.bell.until(lambda: len(server.updates) == 1, 5)
        await asyncio.sleep(0.1)
        assert len(server.updates) == 1
        kept.refusing = False
        assert [i.text for i in await kept.until(2)] == ["đừng mất", "cũng đừng"]


@pytest.mark.parametrize("trouble", ["page", "reset_before", "flood", "transient"])
async def test_it_goes_on_after_trouble(server: ZaloServer, channel: ZaloBotChannel, trouble: str) -> None:
    lan = server.person("Lan")
    async with polled(channel) as kept:
        lan.say("một")
        await kept.until(1)
        match trouble:
            case "flood":
                server.faults.error(ApiError(403, "Internal server error"), 1, "getUpdates")
            case "transient":
                server.faults.error(ApiError(403, "Internal server error"), 3, "getUpdates")
            case _:
                getattr(server.faults, trouble)(3, "getUpdates")
        lan.say("hai")
        lan.say("ba")
        assert [i.text for i in await kept.until(3)] == ["một", "hai", "ba"]


async def test_it_outlasts_a_long_outage_without_calling_all_the_time(
    server: ZaloServer, channel: ZaloBotChannel
) -> None:
    lan = server.person("Lan")
    async with polled(channel) as kept:
        lan.say("một")
        await kept.until(1)
        server.faults.page(math.inf, "getUpdates")
        await asyncio.sleep(0.4)
        server.faults.clear()
        lan.say("hai")
        assert [i.text for i in await kept.until(2)][-1] == "hai"


async def test_polls_that_come_back_at_once_are_no_closer_than_the_floor(server: ZaloServer) -> None:
    channel = ZaloBotChannel(settings(server), backoff=QUICK, floor=0.1)
    begun = time.monotonic()
    async with polled(channel) as kept:
        for number in range(4):
            server.person("Lan").say(f"{number}")
        await kept.until(4)
        calls = len(server.sent("getUpdates"))
    assert calls <= 2 + (time.monotonic() - begun) / 0.1
    await channel.close()


async def test_a_webhook_that_is_registered_is_reported_with_the_remedy_and_stays(
    server: ZaloServer, channel: ZaloBotChannel
) -> None:
    server.webhook.url = "https://another.example/hook"
    with pytest.raises(ServiceRefused) as refused:
        await channel.start()
    assert "https://another.example/hook" in refused.value.reason
    assert "dondoc zalo webhook --remove" in refused.value.reason
    assert server.webhook.url == "https://another.example/hook"
    assert not server.sent("deleteWebhook")


async def test_a_token_that_is_refused_ends_it(server: ZaloServer, channel: ZaloBotChannel) -> None:
    server.revoked = True
    with pytest.raises(TokenRefused):
        await channel.start()


async def test_a_token_that_is_refused_once_may_be_a_proxy_waking_up(
    server: ZaloServer, channel: ZaloBotChannel
) -> None:
    await channel.start()
    async with polled(channel) as kept:
        server.faults.error(ApiError(401, "Unauthorized"), 2, "getUpdates")
        server.person("Lan").say("chào")
        assert [i.text for i in await kept.until(1)] == ["chào"]


async def test_a_token_that_is_no_token_is_told_before_anything_is_sent(server: ZaloServer) -> None:
    with pytest.raises(TokenRefused):
        ZaloBotChannel(settings(server, zalo_bot_token="khong phai ma"))


async def test_it_waits_for_a_service_that_is_away_when_it_starts(server: ZaloServer, channel: ZaloBotChannel) -> None:
    await server.stop()
    await channel.start()
    async with polled(channel) as kept:
        await asyncio.sleep(0.05)
        await server.start()
        server.person("Lan").say("chào")
        await kept.until(1)


async def test_when_told_to_stop_it_still_keeps_what_the_call_in_flight_brings(
    server: ZaloServer, channel: ZaloBotChannel
) -> None:
    async with polled(channel) as kept:
        await server.bell.until(lambda: server.sent("getUpdates"), 5)
        asyncio.get_running_loop().call_later(0.05, lambda: server.person("Lan").say("phút chót"))
    assert [i.text for i in kept.incoming] == ["phút chót"]


async def test_our_own_words_are_not_heard(server: ZaloServer, channel: ZaloBotChannel) -> None:
    lan = server.person("Lan")
    await channel.start()
    async with polled(channel) as kept:
        lan.say("chào")
        await kept.until(1)
        await channel._api.call("sendMessage", {"chat_id": lan.id, "text": "chào đồng chí"})
        lan.say("vâng")
        await kept.until(2 + server.claims.echoes)
    accounts = Counter(i.account for i in kept.incoming)
    assert accounts == {lan.id: 2}
    assert BOT_ID not in accounts


async def test_the_token_is_in_no_log_and_no_error(server: ZaloServer, channel: ZaloBotChannel) -> None:
    secret = server.token.partition(":")[2]
    with capture_logs() as logs:
        async with polled(channel) as kept:
            server.faults.page(1, "getUpdates")
            server.faults.reset_before(1, "getUpdates")
            server.faults.error(ApiError(400, f"Bad request: /bot{server.token}/getUpdates"), 1, "getUpdates")
            server.person("Lan").say("chào")
            await kept.until(1)
        await server.stop()
        assert not await channel.answers()
    assert logs
    assert secret not in str(logs)
