"""The log of measured values of targets: rows are added and never changed, as in the log of progress."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, exists, insert, select

from storage.errors import NotWritten
from storage.records import TargetValue
from storage.sql.tables import members, target_values
from storage.sql.transaction import Transaction

_undo = target_values.alias("undo")
_UNDONE = exists().where(_undo.c.undoes == target_values.c.id)
_VALUES: Select[Any] = select(target_values, members.c.name.label("member_name"), _UNDONE.label("undone")).join(
    members, members.c.id == target_values.c.member_id
)


def _value(row: Row[Any]) -> TargetValue:
    return TargetValue(
        id=row.id,
        plan=row.plan,
        target=row.target,
        period=row.period,
        day=row.day,
        value=row.value,
        document=row.document,
        note=row.note,
        member_id=row.member_id,
        member_name=row.member_name,
        unit=row.unit,
        at=row.at,
        undoes=row.undoes,
        undone=bool(row.undone),
    )


class SqlTargetValues:
    """storage.contracts.work.TargetValues in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def add(
        self,
        *,
        plan: str,
        target: str,
        period: str,
        day: date,
        value: float | None,
        document: str,
        note: str,
        member_id: int,
        unit: str | None,
        now: datetime,
        undoes: int | None = None,
    ) -> TargetValue:
        await self._tx.lock("target", plan, target)
        taken_back = select(target_values.c.id).where(target_values.c.undoes == undoes)
        if undoes is not None and await self._tx.value(taken_back):
            raise NotWritten(f"value {undoes} was taken back before")
        values = {
            "plan": plan,
            "target": target,
            "period": period,
            "day": day,
            "value": value,
            "document": document,
            "note": note,
            "member_id": member_id,
            "unit": unit,
            "at": now,
            "undoes": undoes,
        }
        stored = await self.get(await self._tx.add(insert(target_values).values(values)))
        assert stored is not None
        return stored

    async def get(self, value_id: int) -> TargetValue | None:
        row = await self._tx.one(_VALUES.where(target_values.c.id == value_id))
        return None if row is None else _value(row)

    async def of_plan(self, plan: str) -> list[TargetValue]:
        rows = await self._tx.all(_VALUES.where(target_values.c.plan == plan).order_by(target_values.c.id))
        return [_value(row) for row in rows]
