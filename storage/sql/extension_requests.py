"""Units' requests for later deadlines."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, insert, select, update

from storage.records import ExtensionRequest, RequestStage
from storage.sql.tables import extension_requests, members
from storage.sql.transaction import Transaction

_REQUESTS: Select[Any] = select(extension_requests, members.c.name.label("member_name")).join(
    members, members.c.id == extension_requests.c.member_id
)
_OPEN = extension_requests.c.stage.in_([RequestStage.HEAD.value, RequestStage.OFFICE.value])


def _request(row: Row[Any]) -> ExtensionRequest:
    return ExtensionRequest(
        id=row.id,
        plan=row.plan,
        task=row.task,
        period=row.period,
        due=row.due,
        previous=row.previous,
        reason=row.reason,
        document=row.document,
        stage=RequestStage(row.stage),
        member_id=row.member_id,
        member_name=row.member_name,
        at=row.at,
        passed_by=row.passed_by,
        decided_by=row.decided_by,
        decided=row.decided,
        answer=row.answer,
        extension=row.extension,
    )


class SqlExtensionRequests:
    """storage.contracts.work.ExtensionRequests in SQL."""

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
        stage: RequestStage,
        member_id: int,
        now: datetime,
    ) -> ExtensionRequest:
        await self._tx.lock("occurrence", plan, task, period)
        values = {
            "plan": plan,
            "task": task,
            "period": period,
            "due": due,
            "previous": previous,
            "reason": reason,
            "document": document,
            "stage": stage.value,
            "member_id": member_id,
            "at": now,
            "answer": "",
        }
        stored = await self.get(await self._tx.add(insert(extension_requests).values(values)))
        assert stored is not None
        return stored

    async def get(self, request_id: int) -> ExtensionRequest | None:
        row = await self._tx.one(_REQUESTS.where(extension_requests.c.id == request_id))
        return None if row is None else _request(row)

    async def of_extension(self, extension_id: int) -> ExtensionRequest | None:
        row = await self._tx.one(_REQUESTS.where(extension_requests.c.extension == extension_id))
        return None if row is None else _request(row)

    async def open(self, plan: str) -> list[ExtensionRequest]:
        rows = await self._tx.all(
            _REQUESTS.where(extension_requests.c.plan == plan, _OPEN).order_by(extension_requests.c.id)
        )
        return [_request(row) for row in rows]

    async def move(
        self,
        request_id: int,
        stages: Collection[RequestStage],
        stage: RequestStage,
        *,
        passed_by: int | None = None,
        decided_by: int | None = None,
        now: datetime | None = None,
        answer: str = "",
        extension: int | None = None,
    ) -> bool:
        table = extension_requests.c
        values: dict[str, Any] = {
            "stage": stage.value,
            "decided_by": decided_by,
            "decided": now if decided_by is not None else None,
            "answer": answer,
            "extension": extension,
        }
        if passed_by is not None or stage is RequestStage.HEAD:
            values["passed_by"] = passed_by
        from_ = table.stage.in_([s.value for s in stages])
        return await self._tx.count(update(extension_requests).where(table.id == request_id, from_).values(values)) == 1
