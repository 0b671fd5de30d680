"""Fetching with our own loop: an update is stored for good before anything else is asked for.

The service knows no offset: reading an update may remove it, or bring it again with every call. Hence the key by which
the inbox knows what it has, and the least time between two calls. One process fetches at a time: the one that sends.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.channels.failures import Failure, Limited, Unauthorized
from bot.channels.zalo_bot.api import Api, Hooked, Quiet
from bot.channels.zalo_bot.reading import stored, updates_of
from scheduler.retry import Backoff
from storage.errors import NotWritten

log = structlog.get_logger(__name__)

WAIT = 5
"""Seconds that the service holds a call when there is nothing new. So few, because a call is seen through when the
program stops: the update that it brings would be lost."""
FLOOR = 1.0
"""Seconds at least between two calls that came back at once."""
BACKOFF = Backoff(timedelta(seconds=1), timedelta(seconds=60), spread=0.5)
"""Between two tries on a service that does not answer."""
UNAUTHORIZED_TRIES = 5
"""So often in a row the token must be refused before we believe it: a proxy on its way up says such things too."""

Keep = Callable[[Sequence[tuple[str, str, str]]], Awaitable[None]]
"""Stores (key, lane, payload) for good; raises NotWritten when that is not possible now."""


@dataclass(slots=True)
class Polling:
    """The loop, and what it remembers between two calls."""

    api: Api
    keep: Keep
    clock: Callable[[], datetime]
    floor: float = FLOOR
    backoff: Backoff = BACKOFF
    chance: Callable[[], float] = random.random
    _failures: int = 0
    _held: list[tuple[str, str, str]] | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Fetches until `stop` is set. Raises Unauthorized when the token is refused, Hooked when a webhook stands in
        the way; survives everything else."""
        while not stop.is_set():
            begun = time.monotonic()
            step = asyncio.ensure_future(self._step())
            try:
                pause = await asyncio.shield(step)
            except asyncio.CancelledError:
                with suppress(Failure):
                    await step
                raise
            pause = max(pause, self.floor - (time.monotonic() - begun))
            if pause > 0:
                with suppress(TimeoutError):
                    async with asyncio.timeout(pause):
                        await stop.wait()

    async def _step(self) -> float:
        """Fetches and stores once; seconds to wait before the next time."""
        try:
            if self._held is None:
                self._held = self._items(await self._fetch())
            if self._held:
                await self.keep(self._held)
            self._held = None
        except Failure as error:
            return self._after(error)
        except NotWritten:
            # The service may not bring it again: kept in hand until it is stored.
            log.warning("an update could not be stored", action="poll")
            return self._failed()
        except Exception:
            log.exception("a fault of ours", action="poll")
            return self._failed()
        if self._failures:
            log.info("fetching again", action="poll")
        self._failures = 0
        return 0.0

    async def _fetch(self) -> list[dict[str, Any]]:
        try:
            return updates_of(await self.api.call("getUpdates", {"timeout": WAIT}, WAIT + 10))
        except Quiet:
            return []

    def _items(self, updates: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
        """The updates as the inbox keeps them. One that is none (it cannot be stored, now or later) is noted."""
        items = []
        for update in updates:
            try:
                item = stored(update, self.clock())
            except (KeyError, TypeError, ValueError, AttributeError):
                log.exception("not an update", action="poll")
                continue
            if item is not None:
                items.append(item)
        return items

    def _after(self, error: Failure) -> float:
        if isinstance(error, Hooked):
            log.error("a webhook is registered for this token", action="poll", said=error.description)
            raise error
        if isinstance(error, Unauthorized) and self._failures + 1 >= UNAUTHORIZED_TRIES:
            log.error("the token is refused", action="poll", said=error.description)
            raise error
        pause = self._failed()
        said = error.description[:200]
        log.warning("not fetched", action="poll", error=type(error).__name__, said=said, failures=self._failures)
        return min(error.seconds, 60.0) if isinstance(error, Limited) else pause

    def _failed(self) -> float:
        self._failures += 1
        return self.backoff.delay(self._failures, self.chance()).total_seconds()
