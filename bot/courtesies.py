"""What goes to a person past the outbox: that their message is being worked on, and that nothing is recorded yet."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Coroutine, Sequence

import structlog

from bot.channels.base import Channel
from handlers.messages import say
from handlers.wording import errors as words

log = structlog.get_logger(__name__)

TYPING_AFTER = 1.0
"""Seconds of work after which the person sees that something is being done."""
TYPING_EVERY = 4.0
TELL_LIMIT = 10.0
"""Seconds for telling a person directly that nothing is recorded yet."""
TELL_AGAIN = 600.0
"""Seconds before the same chat is told again that its messages cannot be stored."""


async def best_effort(work: Coroutine[object, object, None]) -> None:
    """Does what harms nothing when it fails; the failure is noted."""
    try:
        await work
    except Exception:
        log.warning("courtesy failed", action="courtesy", exc_info=True)


async def show_typing(channel: Channel, chat: str) -> None:
    """Shows from a second on that something is being done, until it is cancelled."""
    await asyncio.sleep(TYPING_AFTER)
    while True:
        await channel.typing(chat)
        await asyncio.sleep(TYPING_EVERY)


async def say_waiting(channel: Channel, chat: str) -> None:
    """Says, as far as possible, that nothing is recorded yet."""

    async def ignore(parts: int) -> None:
        return None

    with contextlib.suppress(Exception):
        async with asyncio.timeout(TELL_LIMIT):
            await channel.send(chat, say(words.WAITING), replaces=None, first_part=0, repeat=False, part_sent=ignore)


class Senders:
    """Those whose messages cannot even be stored; the service brings them again."""

    def __init__(self) -> None:
        self._told: dict[str, float] = {}

    async def tell(self, channel: Channel, payloads: Sequence[str]) -> None:
        """Tells each chat once in a while that nothing is recorded yet."""
        now = time.monotonic()
        self._told = {chat: at for chat, at in self._told.items() if at > now - TELL_AGAIN}
        for payload in payloads:
            with contextlib.suppress(Exception):
                incoming = channel.read(payload)
                if incoming is None or incoming.chat in self._told:
                    continue
                self._told[incoming.chat] = now
                await say_waiting(channel, incoming.chat)
