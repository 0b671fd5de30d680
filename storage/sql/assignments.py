"""Who of a unit does a task."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from sqlalchemy import select, update

from storage.sql.tables import assignments, members
from storage.sql.transaction import Transaction

_STANDING = assignments.c.ended.is_(None)


class SqlAssignments:
    """storage.contracts.work.Assignments in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def add(self, plan: str, task: str, member_id: int, by: int, now: datetime) -> bool:
        row = self._tx.insert(assignments).values(plan=plan, task=task, member_id=member_id, by=by, at=now)
        unless = row.on_conflict_do_nothing(index_elements=["plan", "task", "member_id"], index_where=_STANDING)
        return await self._tx.count(unless) == 1

    async def end(self, plan: str, task: str, member_id: int, by: int, now: datetime) -> bool:
        table = assignments.c
        meant = (table.plan == plan, table.task == task, table.member_id == member_id, _STANDING)
        return await self._tx.count(update(assignments).where(*meant).values(ended=now, ended_by=by)) == 1

    async def of_plan(self, plan: str) -> dict[str, tuple[int, ...]]:
        joined = assignments.join(members, members.c.id == assignments.c.member_id)
        standing = (assignments.c.plan == plan, _STANDING, members.c.active.is_(True))
        wanted = select(assignments.c.task, assignments.c.member_id).select_from(joined).where(*standing)
        found: dict[str, tuple[int, ...]] = defaultdict(tuple)
        for row in await self._tx.all(wanted.order_by(assignments.c.id)):
            found[row.task] = (*found[row.task], row.member_id)
        return dict(found)

    async def of_member(self, member_id: int) -> list[tuple[str, str]]:
        wanted = select(assignments.c.plan, assignments.c.task).where(assignments.c.member_id == member_id, _STANDING)
        return [(row.plan, row.task) for row in await self._tx.all(wanted.order_by(assignments.c.id))]
