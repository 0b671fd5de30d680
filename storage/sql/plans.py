"""Loaded plans with every version of their documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, insert, select, update

from storage.errors import NoSuchRecord
from storage.records import PlanHead, StoredPlan
from storage.sql.tables import plan_versions, plans
from storage.sql.transaction import Transaction


def _plan(row: Row[Any]) -> StoredPlan:
    return StoredPlan(row.id, row.number, row.document, row.followed_from, row.ends, row.active, row.loaded)


_JOINED = select(plans, plan_versions.c.document, plan_versions.c.loaded, plan_versions.c.version.label("number")).join(
    plan_versions, plan_versions.c.plan == plans.c.id
)
_NEWEST = plan_versions.c.version == plans.c.version
_FOLLOWED = (
    select(plans)
    .join(plan_versions, plan_versions.c.plan == plans.c.id)
    .where(plan_versions.c.version == 1, plans.c.active.is_(True))
    .order_by(plan_versions.c.loaded, plans.c.id)
)


class SqlPlans:
    """storage.contracts.plans.Plans in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction
        self._heads: list[PlanHead] | None = None

    async def active(self) -> list[StoredPlan]:
        rows = await self._tx.all(_JOINED.where(_NEWEST, plans.c.active.is_(True)))
        stored = {row.id: _plan(row) for row in rows}
        return [stored[plan_id] for plan_id in await self.active_ids()]

    async def active_heads(self) -> list[PlanHead]:
        """Asked for again and again while a message is answered, read once."""
        if self._heads is None:
            rows = await self._tx.all(_FOLLOWED)
            self._heads = [PlanHead(row.id, row.version, row.followed_from, row.ends) for row in rows]
        return list(self._heads)

    async def active_ids(self) -> list[str]:
        return [head.id for head in await self.active_heads()]

    async def all(self) -> list[StoredPlan]:
        return [_plan(row) for row in await self._tx.all(_JOINED.where(_NEWEST).order_by(plans.c.id))]

    async def get(self, plan_id: str) -> StoredPlan | None:
        return await self._first(_NEWEST, plans.c.id == plan_id)

    async def version(self, plan_id: str, version: int) -> StoredPlan | None:
        return await self._first(plan_versions.c.version == version, plans.c.id == plan_id)

    async def put(self, plan_id: str, document: str, followed_from: date, ends: date, now: datetime) -> StoredPlan:
        self._heads = None
        await self._tx.lock("plan", plan_id)
        known = await self.get(plan_id)
        if known is not None and not known.active:
            await self.set_active(plan_id, True)
        if known is not None and known.document == document:
            return replace(known, active=True)
        number = 1 if known is None else known.version + 1
        if known is None:
            head = {"id": plan_id, "version": number, "followed_from": followed_from, "ends": ends, "active": True}
            await self._tx.run(insert(plans).values(head))
        else:
            await self._change(plan_id, version=number)
        text = {"plan": plan_id, "version": number, "document": document, "loaded": now}
        await self._tx.run(insert(plan_versions).values(text))
        stored = await self.get(plan_id)
        assert stored is not None
        return stored

    async def as_of(self, plan_id: str, moment: datetime) -> StoredPlan | None:
        wanted = _JOINED.where(plans.c.id == plan_id, plan_versions.c.loaded <= moment)
        row = await self._tx.one(wanted.order_by(plan_versions.c.version.desc()).limit(1))
        return None if row is None else _plan(row)

    async def set_active(self, plan_id: str, active: bool) -> None:
        """Raises NoSuchRecord."""
        await self._change(plan_id, active=active)

    async def set_followed_from(self, plan_id: str, day: date) -> None:
        """Raises NoSuchRecord."""
        await self._change(plan_id, followed_from=day)

    async def set_ends(self, plan_id: str, day: date) -> None:
        """Raises NoSuchRecord."""
        await self._change(plan_id, ends=day)

    async def _change(self, plan_id: str, **values: Any) -> None:
        self._heads = None
        if not await self._tx.count(update(plans).where(plans.c.id == plan_id).values(values)):
            raise NoSuchRecord(f"plan {plan_id}")

    async def _first(self, *conditions: ColumnElement[bool]) -> StoredPlan | None:
        row = await self._tx.one(_JOINED.where(*conditions))
        return None if row is None else _plan(row)
