"""An Official Account server, in both positions where the sources contradict each other, and the channel."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.channels.zalo_oa import ZaloOaChannel
from bot.settings import Settings
from scheduler.pacing import UNLIMITED
from storage.sql.database import SqlDatabase
from tests.support.lines import Line
from tests.support.zalo_oa_server import DOCUMENTED, OTHERWISE, OaClaims, OaPerson, ZaloOaServer


def settings(server: ZaloOaServer, **more: Any) -> Settings:
    """Settings for the server, whatever the environment says."""
    given: dict[str, Any] = {name.lower(): value for name, value in server.environment.items()}
    return Settings(_env_file=None, **(given | {"public_url": "https://so.example"} | more))


@pytest.fixture(params=[DOCUMENTED, OTHERWISE], ids=["documented", "otherwise"])
def claims(request: pytest.FixtureRequest) -> OaClaims:
    found: OaClaims = request.param
    return found


@pytest.fixture
async def server(claims: OaClaims) -> AsyncIterator[ZaloOaServer]:
    async with ZaloOaServer(claims) as started:
        yield started


@pytest.fixture
async def store(sqlite_url: str) -> AsyncIterator[SqlDatabase]:
    """Where the account's tokens are kept."""
    from storage.sql.database import open_database

    opened = open_database(sqlite_url)
    yield opened
    await opened.close()


@pytest.fixture
async def channel(server: ZaloOaServer, store: SqlDatabase) -> AsyncIterator[ZaloOaChannel]:
    made = ZaloOaChannel(settings(server), store)
    made.rates = UNLIMITED
    yield made
    await made.close()


@pytest.fixture
def line(channel: ZaloOaChannel) -> Line:
    return Line(channel)


@pytest.fixture
def lan(server: ZaloOaServer) -> OaPerson:
    person = server.person("Lan")
    person.say("chào")
    return person
