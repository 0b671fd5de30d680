"""Words that the office added for a plan."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from storage.records import VocabularyEntry
from storage.sql.tables import vocabulary
from storage.sql.transaction import Transaction


def _entry(row: Row[Any]) -> VocabularyEntry:
    return VocabularyEntry(row.id, row.plan, row.kind, row.said, row.meant, row.member_id, row.at, row.withdrawn)


class SqlVocabulary:
    """storage.contracts.answers.Vocabulary in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def add(
        self, plan: str, kind: str, said: str, meant: str, member_id: int | None, now: datetime
    ) -> VocabularyEntry:
        values = {"plan": plan, "kind": kind, "said": said, "meant": meant, "member_id": member_id, "at": now}
        stored = await self.get(await self._tx.add(insert(vocabulary).values(**values, withdrawn=False)))
        assert stored is not None
        return stored

    async def get(self, entry_id: int) -> VocabularyEntry | None:
        row = await self._tx.one(select(vocabulary).where(vocabulary.c.id == entry_id))
        return None if row is None else _entry(row)

    async def of_plan(self, plan: str) -> list[VocabularyEntry]:
        in_use = select(vocabulary).where(vocabulary.c.plan == plan, vocabulary.c.withdrawn.is_(False))
        return [_entry(row) for row in await self._tx.all(in_use.order_by(vocabulary.c.id))]

    async def set_withdrawn(self, entry_id: int, withdrawn: bool) -> bool:
        changed = (
            update(vocabulary)
            .where(vocabulary.c.id == entry_id, vocabulary.c.withdrawn.is_(not withdrawn))
            .values(withdrawn=withdrawn)
        )
        return bool(await self._tx.count(changed))
