"""The one seat from which the bot fetches and sends: whatever runs beside it, one process sits there at a time.

Rates, order and the one marked repeat all rest on that. The seat is a lease in the database, renewed while its holder
lives. Its holder is named after a lock on this machine, so a process that was killed and started again sits down at
once, while a second process beside it, or on another machine, waits until the lease has run out.
"""

from __future__ import annotations

import contextlib
import socket
import sqlite3
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from storage.errors import NotWritten
from storage.unit_of_work import Database

log = structlog.get_logger(__name__)

TTL = timedelta(seconds=30)
RENEW_EVERY = 10.0
"""Seconds between two renewals; also between two tries to sit down."""
_SLOTS = 16


@contextlib.contextmanager
def holder(folder: Path) -> Iterator[str]:
    """A name for this process that no other living process on this machine has, and that a restart finds again.

    `folder`: where the lock files go. A lock is an exclusive SQLite transaction: it works on every system and ends
    with the process, however that ends.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for slot in range(_SLOTS):
        path = (folder / f"seat-{slot}.lock").resolve()
        lock = sqlite3.connect(path, timeout=0, isolation_level=None)
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            lock.close()
            continue
        try:
            yield f"{socket.gethostname()}:{path}"
        finally:
            lock.close()
        return
    raise RuntimeError(f"{_SLOTS} processes use {folder} already")


class Seat:
    """Taken, kept and left by one holder. `monotonic` gives seconds."""

    NAME = "sender"

    def __init__(
        self,
        database: Database,
        who: str,
        *,
        clock: Callable[[], datetime],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database = database
        self._who = who
        self._clock = clock
        self._monotonic = monotonic
        self._kept = 0.0

    async def take(self) -> bool:
        """True when the seat is ours now."""
        try:
            async with self._database.write() as uow:
                ours = await uow.leases.acquire(self.NAME, self._who, self._clock(), TTL)
        except NotWritten:
            return False
        self._kept = self._monotonic()
        return ours

    async def keep(self) -> bool:
        """False when the seat is another's, or might be: stop at once."""
        asked = self._monotonic()
        try:
            async with self._database.write() as uow:
                ours = await uow.leases.renew(self.NAME, self._who, self._clock(), TTL)
        except NotWritten:
            # Ours still, as long as the last renewal certainly holds.
            return self._monotonic() - self._kept < TTL.total_seconds() - RENEW_EVERY
        if ours:
            self._kept = asked
        return ours

    async def leave(self) -> None:
        """Lets the next one sit down at once."""
        with contextlib.suppress(NotWritten):
            async with self._database.write() as uow:
                await uow.leases.release(self.NAME, self._who)
