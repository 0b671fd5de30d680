"""Files that speak for progress entries."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, select, update

from storage.records import Evidence
from storage.sql.tables import evidence, files, members, progress
from storage.sql.transaction import Transaction

_EVIDENCE: Select[Any] = (
    select(evidence, files.c.media_type, files.c.size, members.c.name.label("member_name"))
    .join(files, files.c.sha256 == evidence.c.sha256)
    .join(members, members.c.id == evidence.c.member_id)
)
_STANDING = evidence.c.withdrawn.is_(None)


def _evidence(row: Row[Any]) -> Evidence:
    return Evidence(
        id=row.id,
        entry=row.entry,
        sha256=row.sha256,
        name=row.name,
        media_type=row.media_type,
        size=row.size,
        member_id=row.member_id,
        member_name=row.member_name,
        at=row.at,
        undone=row.withdrawn is not None,
        undone_at=row.withdrawn,
    )


class SqlEvidence:
    """storage.contracts.work.Evidences in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def add(self, entry: int, sha256: str, name: str, member_id: int, now: datetime) -> Evidence:
        row = self._tx.insert(evidence).values(
            entry=entry, sha256=sha256, name=name, member_id=member_id, at=now, withdrawn=None
        )
        once = row.on_conflict_do_nothing(index_elements=["entry", "sha256"], index_where=_STANDING)
        await self._tx.run(once)
        found = await self._tx.one(_EVIDENCE.where(evidence.c.entry == entry, evidence.c.sha256 == sha256, _STANDING))
        assert found is not None
        return _evidence(found)

    async def get(self, evidence_id: int) -> Evidence | None:
        row = await self._tx.one(_EVIDENCE.where(evidence.c.id == evidence_id, _STANDING))
        return None if row is None else _evidence(row)

    async def withdraw(self, evidence_id: int, now: datetime) -> None:
        await self._tx.run(update(evidence).where(evidence.c.id == evidence_id, _STANDING).values(withdrawn=now))

    async def of_occurrence(self, plan: str, task: str, period: str) -> list[Evidence]:
        meant = (progress.c.plan == plan, progress.c.task == task, progress.c.period == period)
        wanted = _EVIDENCE.join(progress, progress.c.id == evidence.c.entry).where(*meant, _STANDING)
        return [_evidence(row) for row in await self._tx.all(wanted.order_by(evidence.c.id))]

    async def history(self, plan: str) -> list[Evidence]:
        ever = _EVIDENCE.join(progress, progress.c.id == evidence.c.entry).where(progress.c.plan == plan)
        return [_evidence(row) for row in await self._tx.all(ever.order_by(evidence.c.id))]

    async def counts(self, entries: Collection[int]) -> dict[int, int]:
        counted = select(evidence.c.entry, func.count().label("number")).where(evidence.c.entry.in_(entries), _STANDING)
        return {row.entry: row.number for row in await self._tx.all(counted.group_by(evidence.c.entry))}
