"""A Zalo Bot server, in both positions on every point where the sources contradict each other, and the channel."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.channels.zalo_bot import ZaloBotChannel
from bot.settings import Settings
from scheduler.pacing import UNLIMITED
from tests.support.lines import QUICK, Line
from tests.support.zalo_fake.claims import MEASURED, OTHERWISE, Claims
from tests.support.zalo_server import ZaloServer

FLOOR = 0.01


def settings(server: ZaloServer, **more: Any) -> Settings:
    """Settings for the server, whatever the environment says."""
    given: dict[str, Any] = {"zalo_bot_token": server.token, "zalo_bot_api_base": server.url, **more}
    return Settings(_env_file=None, **given)


@pytest.fixture(params=[MEASURED, OTHERWISE], ids=["measured", "otherwise"])
def claims(request: pytest.FixtureRequest) -> Claims:
    found: Claims = request.param
    return found


@pytest.fixture
async def server(claims: Claims) -> AsyncIterator[ZaloServer]:
    async with ZaloServer(claims) as started:
        yield started


@pytest.fixture
async def channel(server: ZaloServer) -> AsyncIterator[ZaloBotChannel]:
    made = ZaloBotChannel(settings(server), backoff=QUICK, floor=FLOOR)
    made.rates = UNLIMITED
    yield made
    await made.close()


@pytest.fixture
def line(channel: ZaloBotChannel) -> Line:
    return Line(channel)
