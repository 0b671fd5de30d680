"""A Telegram server and the channel that speaks to it over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.channels.telegram import TelegramChannel
from bot.settings import Settings
from scheduler.pacing import UNLIMITED
from tests.support.lines import QUICK, Kept, Line, polled
from tests.support.telegram_server import TelegramServer

__all__ = ["QUICK", "Kept", "Line", "polled", "settings"]


def settings(server: TelegramServer, **more: Any) -> Settings:
    """Settings for the server, whatever the environment says."""
    given: dict[str, Any] = {"telegram_token": server.token, "telegram_api_base": server.url, **more}
    return Settings(_env_file=None, **given)


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as started:
        yield started


@pytest.fixture
async def channel(server: TelegramServer) -> AsyncIterator[TelegramChannel]:
    made = TelegramChannel(settings(server), backoff=QUICK)
    made.rates = UNLIMITED
    yield made
    await made.close()


@pytest.fixture
def line(channel: TelegramChannel) -> Line:
    return Line(channel)
