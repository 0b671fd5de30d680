"""The whole program in the test's own process, polling a Telegram server, at one moment that stands still."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.app import App, assemble
from bot.channels.telegram import TelegramChannel
from bot.opening import load
from scheduler.pacing import Rates
from storage.records import MessageState
from storage.sql.database import open_database
from tests.channels.telegram.conftest import QUICK, settings
from tests.support.telegram_server import TelegramServer


@asynccontextmanager
async def whole(server: TelegramServer, url: str, rates: Rates, now: datetime, **given: Any) -> AsyncIterator[App]:
    """The program with the plan of its settings, loaded the day before, and nobody in it, while the body runs.
    `given`: further settings."""
    chosen = settings(server, database_url=url, now=now, **given)
    database = open_database(url)
    await load(database, chosen, now - timedelta(days=1))
    channel = TelegramChannel(chosen, backoff=QUICK)
    channel.rates = rates
    app = assemble(database, [channel], zone=ZoneInfo(chosen.timezone), digest_time=time(8), clock=lambda: now)
    stop = asyncio.Event()
    await channel.start()
    tasks = [
        asyncio.create_task(channel.poll(app.inbox.store, stop)),
        asyncio.create_task(app.inbox.run(stop)),
        asyncio.create_task(app.delivery.run(stop)),
    ]
    yield app
    stop.set()
    app.inbox.wake()
    app.delivery.wake()
    tasks[0].cancel()
    with suppress(asyncio.CancelledError):
        await tasks[0]
    await asyncio.gather(*tasks[1:])
    await channel.close()
    await database.close()


async def quiet(app: App, server: TelegramServer, seconds: float = 20) -> None:
    """Until everything that was done has been fetched, handled and answered."""
    async with asyncio.timeout(seconds):
        await server.world.until(lambda: not server.world.updates, seconds)
        while True:
            async with app.database.read() as uow:
                counts = await uow.outbox.counts()
                waiting = len(await uow.inbox.lanes())
                waiting += sum(counts.get(state, 0) for state in (MessageState.PENDING, MessageState.SENDING))
            if not waiting:
                return
            await asyncio.sleep(0.01)
