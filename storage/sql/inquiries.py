"""Questions for the office, and the answers it keeps for everybody."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, insert, select, update

from storage.records import Inquiry, InquiryKind, KeptAnswer
from storage.sql.tables import inquiries, kept_answers
from storage.sql.transaction import Transaction

_OPEN, _SETTLED = "open", "settled"


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
    )


def _kept(row: Row[Any]) -> KeptAnswer:
    return KeptAnswer(
        id=row.id, plan=row.plan, question=row.question, answer=row.answer, member_id=row.member_id, at=row.at
    )


class SqlInquiries:
    """storage.unit_of_work.Inquiries in SQL."""

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
        stored = await self.get(await self._tx.add(insert(inquiries).values(values)))
        assert stored is not None
        return stored

    async def get(self, inquiry_id: int) -> Inquiry | None:
        row = await self._tx.one(select(inquiries).where(inquiries.c.id == inquiry_id))
        return None if row is None else _inquiry(row)

    async def waiting(self, plan: str) -> list[Inquiry]:
        open_ = select(inquiries).where(
            inquiries.c.plan == plan, inquiries.c.state == _OPEN, inquiries.c.kind != InquiryKind.UNFOUND.value
        )
        return [_inquiry(row) for row in await self._tx.all(open_.order_by(inquiries.c.id))]

    async def unfound(self, plan: str, *, limit: int = 20) -> list[tuple[str, int]]:
        times = func.count().label("times")
        often = (
            select(func.max(inquiries.c.question).label("question"), times)
            .where(inquiries.c.plan == plan, inquiries.c.kind == InquiryKind.UNFOUND.value)
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

    async def keep(self, plan: str, question: str, answer: str, member_id: int, now: datetime) -> KeptAnswer:
        values = {
            "plan": plan,
            "question": question,
            "answer": answer,
            "member_id": member_id,
            "at": now,
            "withdrawn": False,
        }
        number = await self._tx.add(insert(kept_answers).values(values))
        return KeptAnswer(number, plan, question, answer, member_id, now)

    async def kept(self, plan: str) -> list[KeptAnswer]:
        standing = select(kept_answers).where(kept_answers.c.plan == plan, kept_answers.c.withdrawn.is_(False))
        return [_kept(row) for row in await self._tx.all(standing.order_by(kept_answers.c.id.desc()))]

    async def withdraw(self, kept_id: int) -> None:
        await self._tx.run(update(kept_answers).where(kept_answers.c.id == kept_id).values(withdrawn=True))
