"""Urgings of units by the office."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select

from storage.records import Urging
from storage.sql.tables import urgings
from storage.sql.transaction import Transaction


def _urging(row: Row[Any]) -> Urging:
    return Urging(row.id, row.plan, row.unit, row.member_id, row.at, row.people)


class SqlUrgings:
    """storage.contracts.work.Urgings in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def add(self, plan: str, unit: str, member_id: int, people: int, now: datetime) -> Urging:
        values = {"plan": plan, "unit": unit, "member_id": member_id, "people": people, "at": now}
        number = await self._tx.add(insert(urgings).values(values))
        return Urging(number, plan, unit, member_id, now, people)

    async def of_plan(self, plan: str, since: datetime) -> list[Urging]:
        wanted = select(urgings).where(urgings.c.plan == plan, urgings.c.at >= since).order_by(urgings.c.id)
        return [_urging(row) for row in await self._tx.all(wanted)]
