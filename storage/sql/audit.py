"""The acts of the office and refused attempts."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select

from storage.records import AuditEntry
from storage.sql.tables import audit
from storage.sql.transaction import Transaction


def _entry(row: Row[Any]) -> AuditEntry:
    return AuditEntry(row.id, row.at, row.member_id, row.member_name, row.action, row.subject, row.before, row.after)


class SqlAudit:
    """storage.contracts.people.Audit in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def add(
        self,
        *,
        member_id: int | None,
        member_name: str,
        action: str,
        subject: str,
        now: datetime,
        before: str = "",
        after: str = "",
    ) -> AuditEntry:
        values = {
            "at": now,
            "member_id": member_id,
            "member_name": member_name,
            "action": action,
            "subject": subject,
            "before": before,
            "after": after,
        }
        number = await self._tx.add(insert(audit).values(values))
        row = await self._tx.one(select(audit).where(audit.c.id == number))
        assert row is not None
        return _entry(row)

    async def newest(
        self,
        *,
        limit: int = 20,
        offset: int = 0,
        action: str | None = None,
        members: Collection[int] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> list[AuditEntry]:
        wanted = select(audit)
        if action is not None:
            wanted = wanted.where(audit.c.action == action)
        if members is not None:
            wanted = wanted.where(audit.c.member_id.in_(members))
        if since is not None:
            wanted = wanted.where(audit.c.at >= since)
        if until is not None:
            wanted = wanted.where(audit.c.at < until)
        rows = await self._tx.all(wanted.order_by(audit.c.id.desc()).limit(limit).offset(offset))
        return [_entry(row) for row in rows]
