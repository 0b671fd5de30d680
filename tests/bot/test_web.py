"""Webhooks are answered only after the update is stored; /healthz tells the truth."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot import web
from bot.settings import Settings
from storage.errors import NotWritten
from storage.sql.database import SqlDatabase, open_database


class Hooked:
    """A channel whose service says a word with each call."""

    name = "wire"

    def webhook_updates(self, headers: Mapping[str, str], body: bytes) -> list[web.Update] | None:
        return [("1", "a", body.decode())] if headers.get("X-Word") == "right" else None


class Kept:
    """Stands where the inbox stands."""

    def __init__(self) -> None:
        self.updates: list[tuple[str, web.Update]] = []
        self.refuses = False

    async def store(self, channel: str, items: Sequence[web.Update]) -> None:
        if self.refuses:
            raise NotWritten("full")
        self.updates += [(channel, item) for item in items]


@asynccontextmanager
async def _client(database: Any, kept: Kept) -> AsyncIterator[TestClient[Any, Any]]:
    health = web.Health(database, lambda: datetime(2026, 12, 1, tzinfo=UTC))
    async with TestClient(TestServer(web.application(kept.store, [Hooked()], health))) as client:
        yield client


async def test_a_call_with_the_right_word_is_stored_and_then_taken(database: SqlDatabase) -> None:
    kept = Kept()
    async with _client(database, kept) as client:
        response = await client.post("/hook/wire", data=b"{}", headers={"X-Word": "right"})
    assert response.status == 200
    assert kept.updates == [("wire", ("1", "a", "{}"))]


@pytest.mark.parametrize("headers", [{}, {"X-Word": "wrong"}])
async def test_a_call_without_the_word_is_refused_and_leaves_nothing(
    database: SqlDatabase, headers: dict[str, str]
) -> None:
    kept = Kept()
    async with _client(database, kept) as client:
        assert (await client.post("/hook/wire", data=b"{}", headers=headers)).status == 401
        assert (await client.post("/hook/other", data=b"{}", headers=headers)).status == 404
    assert kept.updates == []


async def test_a_call_that_cannot_be_stored_is_not_taken_so_that_it_comes_again(database: SqlDatabase) -> None:
    kept = Kept()
    kept.refuses = True
    async with _client(database, kept) as client:
        response = await client.post("/hook/wire", data=b"{}", headers={"X-Word": "right"})
    assert response.status == 503
    assert response.headers["Retry-After"]


async def test_an_enormous_body_is_refused(database: SqlDatabase) -> None:
    async with _client(database, Kept()) as client:
        response = await client.post("/hook/wire", data=b"x" * (web.MAX_BODY + 1), headers={"X-Word": "right"})
    assert response.status == 413


async def test_health_is_good_while_the_database_answers_and_bad_when_it_is_gone(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    async with _client(database, Kept()) as client:
        good = await client.get("/healthz")
        assert (good.status, (await good.json())["ok"]) == (200, True)
        await database.close()
        broken = sqlite3.connect(sqlite_url.partition("///")[2])
        broken.execute("DROP TABLE outbox")
        broken.close()
        bad = await client.get("/healthz")
        assert (bad.status, (await bad.json())["problems"]) == (503, ["database"])
    await database.close()


async def test_polling_goes_on_when_the_address_is_in_use_but_webhooks_cannot(
    database: SqlDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    health = web.Health(database, lambda: datetime(2026, 12, 1, tzinfo=UTC))
    taken = await asyncio.start_server(lambda r, w: None, "127.0.0.1", 0)
    port = taken.sockets[0].getsockname()[1]
    polling = Settings(listen=f"127.0.0.1:{port}")
    async with web.serving(polling, Kept().store, [], health):
        pass
    hooked = polling.model_copy(update={"public_url": "https://bot.example"})
    with pytest.raises(OSError, match="address"):
        async with web.serving(hooked, Kept().store, [], health):
            pass
    taken.close()


async def test_a_private_calendar_is_served_by_its_token_and_nothing_else_is_said(database: SqlDatabase) -> None:
    health = web.Health(database, lambda: datetime(2026, 12, 1, tzinfo=UTC))

    async def calendars(token: str) -> bytes | None:
        return b"BEGIN:VCALENDAR" if token == "right" else None

    app = web.application(Kept().store, [], health, None, calendars)
    async with TestClient(TestServer(app)) as client:
        found = await client.get("/lich/right.ics")
        assert (found.status, found.content_type) == (200, "text/calendar")
        assert await found.read() == b"BEGIN:VCALENDAR"
        assert "private" in found.headers["Cache-Control"]
        refused = await client.get("/lich/wrong.ics")
        assert (refused.status, await refused.read()) == (404, b"")
