"""The program's one clock. Everything below `bot/` is given the moment; only the top asks for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]
"""Gives the moment, aware, in UTC."""


def system() -> datetime:
    """The machine's time in UTC."""
    return datetime.now(UTC)


def running_from(start: datetime, *, monotonic: Callable[[], float] = time.monotonic) -> Clock:
    """A clock that showed `start` (aware) when it was made and runs on from there at the usual pace."""
    if start.tzinfo is None:
        raise ValueError("a clock needs an aware start")
    begun, first = monotonic(), start.astimezone(UTC)
    return lambda: first + timedelta(seconds=monotonic() - begun)


def clock_for(start: datetime | None) -> Clock:
    """The machine's clock, or one that runs on from `start` (setting DONDOC_NOW, option --now)."""
    return system if start is None else running_from(start)
