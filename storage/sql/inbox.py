"""Fetched updates that wait to be handled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select, update

from storage.records import InboxItem
from storage.sql.tables import inbox
from storage.sql.transaction import Transaction

_CHUNK = 500
"""Rows an INSERT: 3,500 parameters, below the 32,766 that SQLite takes."""

_WAITING = inbox.c.handled.is_(None)
_NEXT = select(inbox).where(_WAITING, inbox.c.lane == bindparam("of_lane")).order_by(inbox.c.id).limit(1)
_DONE = update(inbox).where(inbox.c.id == bindparam("mine"), _WAITING)
_LANES = select(inbox.c.lane).where(_WAITING).group_by(inbox.c.lane).order_by(func.min(inbox.c.id))


class SqlInbox:
    """storage.contracts.messages.Inbox in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def store(self, channel: str, items: Sequence[tuple[str, str, str]], now: datetime) -> int:
        rows = [
            {"channel": channel, "key": key, "lane": lane, "payload": payload, "received": now, "error": ""}
            for key, lane, payload in items
        ]
        new = 0
        for start in range(0, len(rows), _CHUNK):
            batch = self._tx.insert(inbox).values(rows[start : start + _CHUNK])
            new += await self._tx.count(batch.on_conflict_do_nothing(index_elements=["channel", "key"]))
        return new

    async def next(self, lane: str) -> InboxItem | None:
        """Inside `write()`, other processes that ask for the same lane wait until this transaction ends: whoever
        handles an item has its whole conversation."""
        await self._tx.lock("lane", lane)
        row = await self._tx.one(_NEXT, of_lane=lane)
        return None if row is None else InboxItem(row.id, row.channel, row.key, row.lane, row.payload, row.received)

    async def lanes(self) -> list[str]:
        return [row.lane for row in await self._tx.all(_LANES)]

    async def done(self, item_id: int, now: datetime, error: str = "") -> bool:
        return await self._tx.count(_DONE, mine=item_id, handled=now, error=error) == 1

    async def purge(self, before: datetime) -> int:
        """Forgets what was received before that moment and is handled; how much that was."""
        return await self._tx.count(delete(inbox).where(inbox.c.received < before, inbox.c.handled.is_not(None)))
