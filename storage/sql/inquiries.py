"""Questions for the office."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, insert, select, update

from storage.records import Inquiry, InquiryKind
from storage.sql.tables import inquiries, readings
from storage.sql.transaction import Transaction

_OPEN, _SETTLED = "open", "settled"
_JOINED = select(inquiries, readings.c.understood).outerjoin(readings, readings.c.inquiry == inquiries.c.id)


def _inquiry(row: Row[Any]) -> Inquiry:
    return Inquiry(
        id=row.id,
        plan=row.plan,
        kind=InquiryKind(row.kind),
        question=row.question,
        said=row.said,
        member_id=row.member_id,
        created=row.created,
        open=row.state == _OPEN,
        reply=row.reply,
        answered_by=row.answered_by,
        answered=row.answered,
        understood=row.understood or "",
    )


class SqlInquiries:
    """storage.contracts.answers.Inquiries in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def add(
        self,
        *,
        plan: str,
        kind: InquiryKind,
        question: str,
        folded: str,
        said: str,
        member_id: int | None,
        now: datetime,
        understood: str = "",
    ) -> Inquiry:
        values = {
            "plan": plan,
            "kind": kind.value,
            "state": _OPEN,
            "question": question,
            "folded": folded,
            "said": said,
            "member_id": member_id,
            "created": now,
            "reply": "",
        }
        number = await self._tx.add(insert(inquiries).values(values))
        if understood:
            await self._tx.run(insert(readings).values(inquiry=number, understood=understood))
        stored = await self.get(number)
        assert stored is not None
        return stored

    async def get(self, inquiry_id: int) -> Inquiry | None:
        row = await self._tx.one(_JOINED.where(inquiries.c.id == inquiry_id))
        return None if row is None else _inquiry(row)

    async def waiting(self, plan: str) -> list[Inquiry]:
        open_ = _JOINED.where(
            inquiries.c.plan == plan, inquiries.c.state == _OPEN, inquiries.c.kind != InquiryKind.UNFOUND.value
        )
        return [_inquiry(row) for row in await self._tx.all(open_.order_by(inquiries.c.id))]

    async def unfound(self, plan: str, *, limit: int = 20) -> list[tuple[str, int]]:
        times = func.count().label("times")
        often = (
            select(func.max(inquiries.c.question).label("question"), times)
            .where(
                inquiries.c.plan == plan,
                inquiries.c.kind == InquiryKind.UNFOUND.value,
                inquiries.c.state == _OPEN,
            )
            .group_by(inquiries.c.folded)
            .order_by(times.desc(), func.max(inquiries.c.id).desc())
            .limit(limit)
        )
        return [(row.question, row.times) for row in await self._tx.all(often)]

    async def settle(self, inquiry_id: int, reply: str, by: int, now: datetime) -> bool:
        done = (
            update(inquiries)
            .where(inquiries.c.id == inquiry_id, inquiries.c.state == _OPEN)
            .values(state=_SETTLED, reply=reply, answered_by=by, answered=now)
        )
        return bool(await self._tx.count(done))

    async def dismiss_unfound(self, plan: str, folded: str, by: int, now: datetime) -> int:
        settled = {"state": _SETTLED, "answered_by": by, "answered": now}
        return await self._tx.count(update(inquiries).where(*_unfound(plan, folded)).values(settled))

    async def restore_unfound(self, plan: str, folded: str) -> None:
        opened = {"state": _OPEN, "answered_by": None, "answered": None}
        await self._tx.run(update(inquiries).where(*_unfound(plan, folded, _SETTLED)).values(opened))


def _unfound(plan: str, folded: str, state: str = _OPEN) -> tuple[ColumnElement[bool], ...]:
    of_kind = inquiries.c.kind == InquiryKind.UNFOUND.value
    return inquiries.c.plan == plan, of_kind, inquiries.c.state == state, inquiries.c.folded == folded
