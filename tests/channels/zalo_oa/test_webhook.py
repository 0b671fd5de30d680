"""Calls of the webhook, and making ready."""

from __future__ import annotations

import json

import pytest

from bot.channels.base import ServiceRefused
from bot.channels.zalo_oa import ZaloOaChannel
from storage.sql.database import SqlDatabase
from tests.channels.zalo_oa.conftest import settings
from tests.support.zalo_oa_server import OaPerson, ZaloOaServer


async def test_a_signed_call_brings_its_event_and_the_way_that_fitted_is_remembered(
    server: ZaloOaServer, channel: ZaloOaChannel, lan: OaPerson
) -> None:
    for words in ("một", "hai"):
        body, headers = server.signed(lan.say(words))
        found = channel.webhook_updates(headers, body)
        assert found is not None
        assert (incoming := channel.read(found[0][2])) is not None
        assert incoming.text == words
    fits = channel._fits
    assert fits is not None
    claims = server.claims
    assert fits == (claims.signed_id, claims.signed_time, claims.signed_key)


async def test_a_forged_call_brings_nothing(server: ZaloOaServer, channel: ZaloOaChannel, lan: OaPerson) -> None:
    server.forge = True
    body, headers = server.signed(lan.say("/start"))
    assert channel.webhook_updates(headers, body) is None
    assert channel.webhook_updates({}, body) is None


@pytest.mark.parametrize("body", [b"{}", b" {}\n"])
async def test_the_unsigned_probe_of_the_console_is_taken(channel: ZaloOaChannel, body: bytes) -> None:
    assert channel.webhook_updates({}, body) == []


@pytest.mark.parametrize("body", [b"", b"[]", b"{} {}", b'{"a":1}', b"null"])
async def test_nothing_else_that_is_unsigned_is(channel: ZaloOaChannel, body: bytes) -> None:
    assert channel.webhook_updates({}, body) is None


async def test_the_same_event_brought_again_has_the_same_key(
    server: ZaloOaServer, channel: ZaloOaChannel, lan: OaPerson
) -> None:
    body, headers = server.signed(lan.say("một"))
    keys = set()
    for number in range(5):
        found = channel.webhook_updates(headers | {"num_retry": str(number)}, body)
        assert found is not None
        keys.add(found[0][0])
    assert len(keys) == 1


async def test_a_signed_call_that_is_no_event_is_taken_and_brings_nothing(
    server: ZaloOaServer, channel: ZaloOaChannel
) -> None:
    body, headers = server.signed({"timestamp": "1"})
    if server.claims.signed_id == "app":
        assert channel.webhook_updates(headers, body) == []
    assert json.loads(body) == {"timestamp": "1"}


async def test_it_is_ready_when_the_account_takes_its_token(server: ZaloOaServer, channel: ZaloOaChannel) -> None:
    await channel.start()
    assert server.refreshed == 1
    assert await channel.answers()


async def test_a_dead_token_is_told(server: ZaloOaServer, channel: ZaloOaChannel) -> None:
    server.refresh = "another"
    with pytest.raises(ServiceRefused) as refused:
        await channel.start()
    assert "dondoc zalo oa" in refused.value.reason


async def test_without_a_public_address_it_does_not_start(server: ZaloOaServer, store: SqlDatabase) -> None:
    made = ZaloOaChannel(settings(server, public_url=None), store)
    with pytest.raises(ServiceRefused) as refused:
        await made.start()
    assert "DONDOC_PUBLIC_URL" in refused.value.reason
    await made.close()


async def test_without_all_of_its_settings_it_says_which_are_needed(server: ZaloOaServer, store: SqlDatabase) -> None:
    with pytest.raises(ServiceRefused) as refused:
        ZaloOaChannel(settings(server, zalo_oa_app_secret=None), store)
    assert "DONDOC_ZALO_OA_APP_SECRET" in refused.value.reason
