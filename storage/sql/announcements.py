"""What the office tells many, and who has read it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from storage.records import Announcement
from storage.sql.tables import announcement_readers, announcements
from storage.sql.transaction import Transaction


def _announcement(row: Row[Any]) -> Announcement:
    return Announcement(
        id=row.id,
        words=row.words,
        audience=row.audience,
        member_id=row.member_id,
        at=row.at,
        people=row.people,
        sha256=row.sha256 or "",
        name=row.name,
        stopped=row.stopped,
    )


class SqlAnnouncements:
    """storage.contracts.messages.Announcements in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def add(
        self, words: str, audience: str, member_id: int, people: int, now: datetime, *, sha256: str = "", name: str = ""
    ) -> Announcement:
        values = {
            "words": words,
            "audience": audience,
            "sha256": sha256 or None,
            "name": name,
            "member_id": member_id,
            "at": now,
            "people": people,
        }
        stored = await self.get(await self._tx.add(insert(announcements).values(values)))
        assert stored is not None
        return stored

    async def get(self, announcement_id: int) -> Announcement | None:
        row = await self._tx.one(select(announcements).where(announcements.c.id == announcement_id))
        return None if row is None else _announcement(row)

    async def newest(self, *, limit: int = 6) -> list[Announcement]:
        rows = await self._tx.all(select(announcements).order_by(announcements.c.id.desc()).limit(limit))
        return [_announcement(row) for row in rows]

    async def stop(self, announcement_id: int, now: datetime) -> None:
        await self._tx.run(update(announcements).where(announcements.c.id == announcement_id).values(stopped=now))

    async def read(self, announcement_id: int, member_id: int, now: datetime) -> bool:
        row = self._tx.insert(announcement_readers).values(announcement=announcement_id, member_id=member_id, at=now)
        once = row.on_conflict_do_nothing(index_elements=["announcement", "member_id"])
        return await self._tx.count(once) == 1

    async def readers(self, announcement_id: int) -> set[int]:
        table = announcement_readers.c
        rows = await self._tx.all(select(table.member_id).where(table.announcement == announcement_id))
        return {row.member_id for row in rows}
