"""A channel by itself: what it has fetched and given to be stored, and what it is told to send."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from handlers.messages import Incoming, Reply
from scheduler.retry import Backoff
from scheduler.sending import Outcome
from storage.errors import NotWritten

QUICK = Backoff(timedelta(milliseconds=5), timedelta(milliseconds=20))


@dataclass
class Kept:
    """What the channel has given to be stored. `refusing`: the database is full; `dying`: the process
    ends just after it has stored."""

    channel: Any
    items: dict[str, tuple[str, str]] = field(default_factory=dict)
    batches: list[int] = field(default_factory=list)
    refusing: bool = False
    dying: bool = False
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def store(self, channel: str, items: Any) -> None:
        """As bot.inbox.Inbox.store."""
        if self.refusing:
            raise NotWritten("full")
        self.batches.append(len(items))
        self.items |= {key: (lane, payload) for key, lane, payload in items}
        self.changed.set()
        if self.dying:
            await asyncio.Event().wait()

    @property
    def incoming(self) -> list[Incoming]:
        """What it means, without what is not for us."""
        found = (self.channel.read(payload) for _, payload in self.items.values())
        return [one for one in found if one is not None]

    @property
    def payloads(self) -> list[str]:
        return [payload for _, payload in self.items.values()]

    async def until(self, count: int) -> list[Incoming]:
        """What it means, as soon as so many updates are stored."""
        async with asyncio.timeout(5):
            while len(self.items) < count:
                self.changed.clear()
                await self.changed.wait()
        return self.incoming


@dataclass
class Line:
    """The channel, easier to call."""

    channel: Any
    parts: list[int] = field(default_factory=list)

    async def send(
        self, chat: int | str, reply: Reply, *, replaces: int | None = None, first_part: int = 0, repeat: bool = False
    ) -> Outcome:
        """Sends, noting in `parts` what part_sent was told."""

        async def part_sent(number: int) -> None:
            self.parts.append(number)

        return await self.channel.send(
            str(chat),
            reply,
            replaces=None if replaces is None else str(replaces),
            first_part=first_part,
            repeat=repeat,
            part_sent=part_sent,
        )


@asynccontextmanager
async def polled(channel: Any) -> AsyncIterator[Kept]:
    """The channel polls while the body runs."""
    kept, stop = Kept(channel), asyncio.Event()
    task = asyncio.create_task(channel.poll(kept.store, stop))
    try:
        yield kept
    finally:
        stop.set()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
