"""Long polling with our own loop: a batch is stored for good before the next call acknowledges it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from aiogram.methods import GetUpdates

from bot.channels.failures import Failure, Limited, Unauthorized
from bot.channels.telegram.api import Api, Conflict
from bot.channels.telegram.reading import KINDS, stored
from scheduler.retry import SERVICE, Backoff
from storage.errors import NotWritten

log = structlog.get_logger(__name__)

WAIT = 25
"""Seconds that the server holds a call when there is nothing new (it allows 50)."""
BATCH = 100
CONFLICT_PAUSE = 30.0
UNAUTHORIZED_TRIES = 5
"""So often in a row the token must be refused before we believe it: a proxy on its way up says such things too."""

Keep = Callable[[Sequence[tuple[str, str, str]]], Awaitable[None]]
"""Stores (key, lane, payload) for good; raises NotWritten when that is not possible now."""


@dataclass(slots=True)
class Polling:
    """The loop, and what it remembers between two calls. `conflict_pause`: seconds; `backoff`: after failures."""

    api: Api
    keep: Keep
    clock: Callable[[], datetime]
    conflict_pause: float = CONFLICT_PAUSE
    backoff: Backoff = SERVICE
    _offset: int | None = None
    _failures: int = 0
    _conflict: bool = False

    async def run(self, stop: asyncio.Event) -> None:
        """Fetches until `stop` is set. Raises Unauthorized when the token is refused; survives everything else."""
        while not stop.is_set():
            pause = await self._step()
            if pause:
                with suppress(TimeoutError):
                    async with asyncio.timeout(pause):
                        await stop.wait()

    async def _step(self) -> float:
        """Fetches and stores once; seconds to wait before the next time."""
        try:
            updates = await self._fetch()
            if updates:
                await self._store(updates)
        except Failure as error:
            return self._after(error)
        except NotWritten:
            # Not acknowledged: the same batch comes again.
            log.warning("a batch could not be stored", action="poll")
            return self._failed()
        except Exception:
            log.exception("a fault of ours", action="poll")
            return self._failed()
        if self._failures or self._conflict:
            log.info("fetching again", action="poll")
        self._failures, self._conflict = 0, False
        return 0.0

    async def _fetch(self) -> list[dict[str, Any]]:
        method = GetUpdates(offset=self._offset, limit=BATCH, timeout=WAIT, allowed_updates=list(KINDS))
        updates: list[dict[str, Any]] = await self.api.call(method, WAIT + 10)
        return updates

    async def _store(self, updates: list[dict[str, Any]]) -> None:
        """Stores the batch and moves on. An update that is none (it cannot be stored, now or later) is noted."""
        now = self.clock()
        items = []
        for update in updates:
            try:
                items.append(stored(update, now))
            except (KeyError, TypeError, ValueError, AttributeError):
                log.exception("not an update", action="poll")
        if items:
            await self.keep(items)
        self._offset = max(int(update["update_id"]) for update in updates) + 1

    def _after(self, error: Failure) -> float:
        if isinstance(error, Conflict):
            if not self._conflict:
                log.error("updates are fetched elsewhere with this token", action="poll", said=error.description)
            self._conflict = True
            return self.conflict_pause
        if isinstance(error, Unauthorized) and self._failures + 1 >= UNAUTHORIZED_TRIES:
            log.error("the token is refused", action="poll", said=error.description)
            raise error
        pause = self._failed()
        log.warning(
            "not fetched",
            action="poll",
            error=type(error).__name__,
            said=error.description[:200],
            failures=self._failures,
        )
        return error.seconds if isinstance(error, Limited) else pause

    def _failed(self) -> float:
        self._failures += 1
        return self.backoff.delay(self._failures).total_seconds()
