"""Waiting for something to happen on a server of the tests."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from typing import Any


class Bell:
    """Rings with everything that happens; whoever waits looks again."""

    def __init__(self) -> None:
        self._moments = itertools.count(1)
        self._waiting: set[asyncio.Event] = set()

    def ring(self) -> int:
        """Something happened. A number that grows."""
        for event in self._waiting:
            event.set()
        return next(self._moments)

    async def until(self, ready: Callable[[], Any], seconds: float) -> Any:
        """What `ready` gives as soon as that is true; TimeoutError after `seconds`."""
        event = asyncio.Event()
        self._waiting.add(event)
        try:
            async with asyncio.timeout(seconds):
                while True:
                    if found := ready():
                        return found
                    await event.wait()
                    event.clear()
        finally:
            self._waiting.discard(event)
