"""Later deadlines that the office allowed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from storage.errors import NoSuchRecord
from storage.records import Extension
from storage.sql.tables import extensions
from storage.sql.transaction import Transaction


def _extension(row: Row[Any]) -> Extension:
    return Extension(
        id=row.id,
        plan=row.plan,
        task=row.task,
        period=row.period,
        due=row.due,
        previous=row.previous,
        reason=row.reason,
        document=row.document,
        member_id=row.member_id,
        at=row.at,
        undone=row.undone,
        undone_at=row.undone_at,
    )


_STANDING = (
    select(extensions)
    .where(extensions.c.plan == bindparam("of_plan"), extensions.c.undone.is_(False))
    .order_by(extensions.c.id)
)


class SqlExtensions:
    """storage.unit_of_work.Extensions in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def add(
        self,
        *,
        plan: str,
        task: str,
        period: str,
        due: date,
        previous: date | None,
        reason: str,
        document: str,
        member_id: int,
        now: datetime,
    ) -> Extension:
        await self._tx.lock("occurrence", plan, task, period)
        values = {
            "plan": plan,
            "task": task,
            "period": period,
            "due": due,
            "previous": previous,
            "reason": reason,
            "document": document,
            "member_id": member_id,
            "at": now,
            "undone": False,
        }
        stored = await self.get(await self._tx.add(insert(extensions).values(values)))
        assert stored is not None
        return stored

    async def get(self, extension_id: int) -> Extension | None:
        row = await self._tx.one(select(extensions).where(extensions.c.id == extension_id))
        return None if row is None else _extension(row)

    async def undo(self, extension_id: int, now: datetime) -> None:
        """Raises NoSuchRecord."""
        taken = update(extensions).where(extensions.c.id == extension_id).values(undone=True, undone_at=now)
        if not await self._tx.count(taken):
            raise NoSuchRecord(f"extension {extension_id}")

    async def of_plan(self, plan: str) -> list[Extension]:
        return [_extension(row) for row in await self._tx.all(_STANDING, of_plan=plan)]

    async def history(self, plan: str) -> list[Extension]:
        ever = select(extensions).where(extensions.c.plan == plan).order_by(extensions.c.id)
        return [_extension(row) for row in await self._tx.all(ever)]
