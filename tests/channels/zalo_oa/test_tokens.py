"""The pair of tokens: exchanged in time, by one process at a time, and kept before it is used."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from bot.channels.failures import NotTaken, Unauthorized
from bot.channels.zalo_oa.tokens import KEY, Tokens
from storage.errors import NotWritten
from storage.sql.database import SqlDatabase
from tests.support.zalo_oa_server import APP, FIRST_REFRESH, SECRET, ZaloOaServer


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient() as opened:
        yield opened


def _tokens(server: ZaloOaServer, database: Any, given: str = FIRST_REFRESH) -> Tokens:
    def clock() -> datetime:
        return datetime.now(UTC) + timedelta(seconds=server.later)

    return Tokens(database, app=APP, secret=SECRET, given=given, base=server.url, clock=clock)


async def test_a_token_is_fetched_once_and_used_until_it_is_time(
    server: ZaloOaServer, store: SqlDatabase, client: httpx.AsyncClient
) -> None:
    tokens = _tokens(server, store)
    first = await tokens.access(client)
    server.later = 19.5 * 3600
    assert await tokens.access(client) == first
    server.later = 20.5 * 3600
    assert await tokens.access(client) != first
    assert server.refreshed == 2
    assert server.burnt == []


async def test_the_next_process_goes_on_with_the_pair_that_was_kept(
    server: ZaloOaServer, store: SqlDatabase, client: httpx.AsyncClient
) -> None:
    first = await _tokens(server, store).access(client)
    assert await _tokens(server, store).access(client) == first
    server.later = 21 * 3600
    await _tokens(server, store).access(client)
    assert server.refreshed == 2
    assert server.burnt == []


async def test_many_processes_refresh_once(server: ZaloOaServer, store: SqlDatabase, client: httpx.AsyncClient) -> None:
    found = await asyncio.gather(*(_tokens(server, store).access(client) for _ in range(6)))
    assert len(set(found)) == 1
    assert server.refreshed == 1
    assert server.burnt == []


async def test_a_pair_is_kept_before_it_is_used(
    server: ZaloOaServer, store: SqlDatabase, client: httpx.AsyncClient
) -> None:
    access = await _tokens(server, store).access(client)
    async with store.read() as uow:
        kept = json.loads(await uow.settings.get(KEY) or "{}")
    assert (kept["access"], kept["refresh"]) == (access, server.refresh)


class Refusing:
    """A database that is full as often as it is told."""

    def __init__(self, inner: SqlDatabase, refusals: int) -> None:
        self._inner = inner
        self.refusals = refusals
        self.read = inner.read
        self.writes = 0

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Any]:
        self.writes += 1
        # The first write takes the lease.
        if self.writes > 1 and self.refusals:
            self.refusals -= 1
            raise NotWritten("full")
        async with self._inner.write() as uow:
            yield uow


async def test_a_pair_that_cannot_be_kept_at_once_is_not_lost(
    server: ZaloOaServer, store: SqlDatabase, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.zalo_oa.tokens.TAKE_TURNS", 0.01)
    await _tokens(server, Refusing(store, 3)).access(client)
    async with store.read() as uow:
        kept = json.loads(await uow.settings.get(KEY) or "{}")
    assert kept["refresh"] == server.refresh


async def test_a_database_that_can_keep_nothing_asks_for_no_new_pair(
    server: ZaloOaServer, store: SqlDatabase, client: httpx.AsyncClient
) -> None:
    full = Refusing(store, 1)
    full.writes = 1
    with pytest.raises(NotTaken):
        await _tokens(server, full).access(client)
    assert server.refreshed == 0


async def test_a_dead_refresh_token_says_that_somebody_must_consent_again(
    server: ZaloOaServer, store: SqlDatabase, client: httpx.AsyncClient
) -> None:
    server.refresh = "another"
    with pytest.raises(Unauthorized):
        await _tokens(server, store).access(client)


async def test_a_new_token_of_the_operator_replaces_what_was_kept(
    server: ZaloOaServer, store: SqlDatabase, client: httpx.AsyncClient
) -> None:
    await _tokens(server, store).access(client)
    server.refresh = "consented-again"
    assert await _tokens(server, store, "consented-again").access(client) == server.access
    assert server.refreshed == 2


async def test_while_the_service_is_away_the_old_token_is_used_as_long_as_it_holds(
    server: ZaloOaServer, store: SqlDatabase, client: httpx.AsyncClient
) -> None:
    tokens = _tokens(server, store)
    first = await tokens.access(client)
    server.later = 22 * 3600
    server.faults.page(10, "/v4/oa/access_token")
    assert await tokens.access(client) == first
    server.later = 26 * 3600
    with pytest.raises(NotTaken):
        await tokens.access(client)
    server.faults.clear()
    assert await tokens.access(client) != first
    assert server.burnt == []
