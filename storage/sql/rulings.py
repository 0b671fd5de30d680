"""What the office rules about occurrences."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select

from storage.records import Ruling, RulingKind
from storage.sql.tables import members, rulings
from storage.sql.transaction import Transaction
from storage.sql.undoable import Undoable, acts

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


_ACTS = acts(rulings, _RULINGS, _ruling)


class SqlRulings(Undoable[Ruling]):
    """storage.contracts.work.Rulings in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        super().__init__(transaction, _ACTS)

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
        return await self.put(
            {
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
            }
        )
