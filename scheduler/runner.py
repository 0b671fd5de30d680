"""The minute: calls the jobs at every full minute of the clock. What is due is asked of the database, so time spent
switched off, a clock that is put forward or back, and two processes at once need no special case.

A scheduler library is not used here: one that remembers the wall-clock moment of its next run stands still for as long
as the clock is put back (docs/decisions/0007)."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import datetime

import structlog

log = structlog.get_logger(__name__)

_AFTER = 0.05
"""Seconds after the full minute: the monotonic wait and the clock differ by a little."""


def until_next_minute(now: datetime) -> float:
    """Seconds from `now` until just after the next full minute."""
    return 60 - now.second - now.microsecond / 1_000_000 + _AFTER


async def every_minute(
    act: Callable[[], Awaitable[None]], *, clock: Callable[[], datetime], stop: asyncio.Event
) -> None:
    """Calls `act` now and after each full minute of `clock`, until `stop` is set. Never two calls at once; a minute
    that was missed is not made up. What `act` raises is logged."""
    while not stop.is_set():
        try:
            await act()
        except Exception:
            log.exception("jobs failed", action="tick")
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(until_next_minute(clock())):
                await stop.wait()
