"""Later deadlines that the office allowed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, select

from storage.records import Extension
from storage.sql.tables import extensions
from storage.sql.transaction import Transaction
from storage.sql.undoable import Undoable, acts


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


_EXTENSIONS = acts(extensions, select(extensions), _extension)


class SqlExtensions(Undoable[Extension]):
    """storage.contracts.work.Extensions in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        super().__init__(transaction, _EXTENSIONS)

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
        return await self.put(
            {
                "plan": plan,
                "task": task,
                "period": period,
                "due": due,
                "previous": previous,
                "reason": reason,
                "document": document,
                "member_id": member_id,
                "at": now,
            }
        )
