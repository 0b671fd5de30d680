"""Who has said that something is clear to them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from storage.sql.tables import receipts
from storage.sql.transaction import Transaction


class SqlReceipts:
    """storage.contracts.files.Receipts in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def add(self, subject: str, member_id: int, now: datetime) -> None:
        new = self._tx.insert(receipts).values(subject=subject, member_id=member_id, at=now)
        await self._tx.run(new.on_conflict_do_nothing(index_elements=["subject", "member_id"]))

    async def of(self, subject: str) -> dict[int, datetime]:
        rows = await self._tx.all(select(receipts).where(receipts.c.subject == subject))
        return {row.member_id: row.at for row in rows}
