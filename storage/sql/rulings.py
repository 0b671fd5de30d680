"""What the office rules about occurrences."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, bindparam, insert, select, update

from storage.errors import NoSuchRecord
from storage.records import Ruling, RulingKind
from storage.sql.tables import members, rulings
from storage.sql.transaction import Transaction

_RULINGS: Select[Any] = select(rulings, members.c.name.label("member_name")).join(
    members, members.c.id == rulings.c.member_id
)


def _ruling(row: Row[Any]) -> Ruling:
    return Ruling(
        id=row.id,
        plan=row.plan,
        task=row.task,
        period=row.period,
        kind=RulingKind(row.kind),
        member_id=row.member_id,
        member_name=row.member_name,
        at=row.at,
        entry=row.entry,
        onward=row.onward,
        reason=row.reason,
        document=row.document,
        undone=row.undone,
        undone_at=row.undone_at,
    )


_STANDING = _RULINGS.where(rulings.c.plan == bindparam("of_plan"), rulings.c.undone.is_(False)).order_by(rulings.c.id)


class SqlRulings:
    """storage.unit_of_work.Rulings in SQL. Ruling about an occurrence waits for whoever is reporting it."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def add(
        self,
        *,
        plan: str,
        task: str,
        period: str,
        kind: RulingKind,
        member_id: int,
        now: datetime,
        entry: int | None = None,
        onward: bool = False,
        reason: str = "",
        document: str = "",
    ) -> Ruling:
        await self._tx.lock("occurrence", plan, task, period)
        values = {
            "plan": plan,
            "task": task,
            "period": period,
            "kind": kind.value,
            "entry": entry,
            "onward": onward,
            "reason": reason,
            "document": document,
            "member_id": member_id,
            "at": now,
            "undone": False,
        }
        stored = await self.get(await self._tx.add(insert(rulings).values(values)))
        assert stored is not None
        return stored

    async def get(self, ruling_id: int) -> Ruling | None:
        row = await self._tx.one(_RULINGS.where(rulings.c.id == ruling_id))
        return None if row is None else _ruling(row)

    async def undo(self, ruling_id: int, now: datetime) -> None:
        """Raises NoSuchRecord."""
        taken = update(rulings).where(rulings.c.id == ruling_id).values(undone=True, undone_at=now)
        if not await self._tx.count(taken):
            raise NoSuchRecord(f"ruling {ruling_id}")

    async def of_plan(self, plan: str) -> list[Ruling]:
        return [_ruling(row) for row in await self._tx.all(_STANDING, of_plan=plan)]

    async def history(self, plan: str) -> list[Ruling]:
        ever = _RULINGS.where(rulings.c.plan == plan).order_by(rulings.c.id)
        return [_ruling(row) for row in await self._tx.all(ever)]
