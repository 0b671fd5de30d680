"""The consent of an account's administrator: the address, the code that comes back, and the pair that is kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from bot.channels.failures import Unauthorized
from bot.channels.zalo_oa import consent
from bot.channels.zalo_oa.tokens import Tokens, tokens_of
from storage.sql.database import SqlDatabase
from tests.channels.zalo_oa.conftest import settings
from tests.support.zalo_oa_server import APP, SECRET, ZaloOaServer

VERIFIER = consent.verifier_of(SECRET)


def _tokens(server: ZaloOaServer, store: SqlDatabase, given: str | None = None) -> Tokens:
    def clock() -> datetime:
        return datetime.now(UTC) + timedelta(seconds=server.later)

    return tokens_of(settings(server, zalo_oa_refresh_token=given), store, clock)


def _page(server: ZaloOaServer, state: str = "s") -> str:
    """The address of the page after the consent."""
    server.challenge = consent.challenge_of(VERIFIER)
    return server.consent(consent.address(server.url, APP, server.callback, server.challenge, state))


def test_the_challenge_is_the_same_at_every_consent_for_it_is_registered_once() -> None:
    assert len(VERIFIER) == 43
    assert consent.verifier_of(SECRET) == VERIFIER
    # RFC 7636, appendix B.
    assert consent.challenge_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") == (
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    )


@pytest.mark.parametrize(
    "pasted",
    [
        "https://so.example/?code=ab-1&oa_id=5&state=s",
        " code=ab-1&oa_id=5 ",
        "ab-1",
        "https://so.example?oa_id=5&code=ab-1",
    ],
)
def test_the_code_is_found_in_what_people_paste(pasted: str) -> None:
    assert consent.code_in(pasted, "s") == "ab-1"


@pytest.mark.parametrize(
    "pasted",
    ["", "https://so.example/?error=-14003", "https://so.example/?code=ab&state=other", "không thấy", "?code="],
)
def test_what_holds_no_code_of_this_consent_is_refused(pasted: str) -> None:
    with pytest.raises(consent.NotTheCode):
        consent.code_in(pasted, "s")


async def test_the_pair_of_a_consent_is_kept_used_and_refreshed_with_no_token_in_the_settings(
    server: ZaloOaServer, store: SqlDatabase
) -> None:
    async with httpx.AsyncClient() as client:
        with pytest.raises(Unauthorized):
            await _tokens(server, store).access(client)
        await _tokens(server, store).consented(client, consent.code_in(_page(server), "s"), VERIFIER)
        assert await _tokens(server, store).access(client) == server.access
        server.later = 21 * 3600
        assert await _tokens(server, store).access(client) == server.access
    assert (server.refreshed, server.burnt) == (2, [])


async def test_a_consent_replaces_a_token_of_the_settings_until_another_one_is_set_there(
    server: ZaloOaServer, store: SqlDatabase
) -> None:
    async with httpx.AsyncClient() as client:
        await _tokens(server, store, "long dead").consented(client, consent.code_in(_page(server), "s"), VERIFIER)
        assert await _tokens(server, store, "long dead").access(client) == server.access
        server.refresh = "made elsewhere"
        assert await _tokens(server, store, "made elsewhere").access(client) == server.access
    assert (server.refreshed, server.burnt) == (2, [])


async def test_a_code_serves_once_and_for_ten_minutes(server: ZaloOaServer, store: SqlDatabase) -> None:
    async with httpx.AsyncClient() as client:
        tokens, code = _tokens(server, store), consent.code_in(_page(server), "s")
        await tokens.consented(client, code, VERIFIER)
        for again in (code, consent.code_in(_page(server), "s")):
            server.later = 700
            with pytest.raises(Unauthorized):
                await tokens.consented(client, again, VERIFIER)
        assert await tokens.access(client) == server.access, "what was kept stands"
