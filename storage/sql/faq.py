"""Answers that the office keeps for everybody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, insert, select, update

from storage.records import FaqEntry
from storage.sql.tables import faq, faq_questions, members
from storage.sql.transaction import Transaction

_JOINED = select(faq, members.c.name.label("member_name")).join(members, members.c.id == faq.c.member_id)


class SqlFaq:
    """storage.contracts.answers.Faq in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def add(
        self,
        *,
        plan: str,
        questions: Sequence[str],
        answer: str,
        source: str,
        version: int,
        member_id: int,
        now: datetime,
        supersedes: int | None = None,
    ) -> FaqEntry:
        if supersedes is not None:
            await self.set_withdrawn(supersedes, withdrawn=True)
        values = {
            "plan": plan,
            "answer": answer,
            "source": source,
            "version": version,
            "member_id": member_id,
            "at": now,
            "supersedes": supersedes,
            "withdrawn": False,
        }
        number = await self._tx.add(insert(faq).values(values))
        for question in questions:
            await self._tx.run(insert(faq_questions).values(entry=number, question=question))
        stored = await self.get(number)
        assert stored is not None
        return stored

    async def get(self, entry_id: int) -> FaqEntry | None:
        found = await self._entries(faq.c.id == entry_id)
        return found[0] if found else None

    async def of_plan(self, plan: str) -> list[FaqEntry]:
        return await self._entries(faq.c.plan == plan, faq.c.withdrawn.is_(False))

    async def set_withdrawn(self, entry_id: int, withdrawn: bool) -> bool:
        changed = (
            update(faq).where(faq.c.id == entry_id, faq.c.withdrawn.is_(not withdrawn)).values(withdrawn=withdrawn)
        )
        return bool(await self._tx.count(changed))

    async def _entries(self, *conditions: ColumnElement[bool]) -> list[FaqEntry]:
        """Newest first."""
        asked: dict[int, list[str]] = {}
        forms = select(faq_questions).join(faq, faq.c.id == faq_questions.c.entry).where(*conditions)
        for row in await self._tx.all(forms.order_by(faq_questions.c.id)):
            asked.setdefault(row.entry, []).append(row.question)
        rows = await self._tx.all(_JOINED.where(*conditions).order_by(faq.c.id.desc()))
        return [_entry(row, asked.get(row.id, ())) for row in rows]


def _entry(row: Row[Any], questions: Sequence[str]) -> FaqEntry:
    return FaqEntry(
        id=row.id,
        plan=row.plan,
        questions=tuple(questions),
        answer=row.answer,
        source=row.source,
        version=row.version,
        member_id=row.member_id,
        member_name=row.member_name,
        at=row.at,
        supersedes=row.supersedes,
        withdrawn=row.withdrawn,
    )
