"""The ledger of reminders, and what people are not reminded of for a while."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, func, insert, select, update

from storage.records import LineKind, MessageKind, MessageState, ReminderLine, Silence, SilenceKind
from storage.sql.tables import outbox, reminder_lines, silences
from storage.sql.transaction import Transaction


def _of(table: Any, plan: Any, task: Any, period: Any) -> tuple[ColumnElement[bool], ...]:
    return table.c.plan == plan, table.c.task == task, table.c.period == period


def _named(table: Any) -> tuple[ColumnElement[bool], ...]:
    """The conditions of `_of`, for statements that are built beforehand."""
    return _of(table, bindparam("of_plan"), bindparam("of_task"), bindparam("of_period"))


_LINES: Select[Any] = select(reminder_lines, outbox.c.state, outbox.c.settled, outbox.c.via, outbox.c.error).outerjoin(
    outbox, outbox.c.key == reminder_lines.c.key
)


_ANSWER = update(reminder_lines).where(reminder_lines.c.answered.is_(None), *_named(reminder_lines))
_ANSWER_OF = _ANSWER.where(reminder_lines.c.member_id == bindparam("whose"))
_END = update(silences).where(silences.c.ended.is_(False), silences.c.kind == bindparam("of_kind"), *_named(silences))
_END_OF = _END.where(silences.c.member_id == bindparam("whose"))


def _line(row: Row[Any]) -> ReminderLine:
    return ReminderLine(
        id=row.id,
        key=row.key,
        kind=LineKind(row.kind),
        at=row.at,
        plan=row.plan,
        task=row.task,
        period=row.period,
        due=row.due,
        position=row.position,
        member_id=row.member_id,
        unit=row.unit,
        answered=row.answered,
        answer=row.answer,
        state=MessageState(row.state) if row.state else None,
        settled=row.settled,
        channel=row.via or "",
        error=row.error or "",
    )


class SqlReminderLines:
    """storage.contracts.reminders.ReminderLines in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def add(
        self,
        *,
        key: str,
        kind: LineKind,
        plan: str,
        places: Sequence[tuple[str, str, date | None]],
        now: datetime,
        member_id: int | None = None,
        unit: str | None = None,
        numbers: Sequence[int] | None = None,
    ) -> None:
        rows = [
            {
                "key": key,
                "kind": kind.value,
                "at": now,
                "plan": plan,
                "task": task,
                "period": period,
                "due": due,
                "position": position,
                "member_id": member_id,
                "unit": unit,
                "answer": "",
            }
            for position, (task, period, due) in zip(numbers or range(1, len(places) + 1), places, strict=True)
        ]
        if rows:
            await self._tx.run(insert(reminder_lines).values(rows))

    async def answered(self, plan: str, task: str, period: str, answer: str, now: datetime) -> None:
        of_it = {"of_plan": plan, "of_task": task, "of_period": period}
        await self._tx.run(_ANSWER, {**of_it, "answered": now, "answer": answer})

    async def answered_by(self, member_id: int, plan: str, task: str, period: str, answer: str, now: datetime) -> None:
        of_it = {"of_plan": plan, "of_task": task, "of_period": period, "whose": member_id}
        await self._tx.run(_ANSWER_OF, {**of_it, "answered": now, "answer": answer})

    async def reopen(self, plan: str, task: str, period: str, answer: str, at: datetime) -> None:
        then = (reminder_lines.c.answered == at, reminder_lines.c.answer == answer)
        taken_back = update(reminder_lines).where(*then, *_of(reminder_lines, plan, task, period))
        await self._tx.run(taken_back.values(answered=None, answer=""))

    async def of_task(self, plan: str, task: str, *, limit: int, offset: int = 0) -> list[ReminderLine]:
        of_it = _LINES.where(reminder_lines.c.plan == plan, reminder_lines.c.task == task)
        newest = of_it.order_by(reminder_lines.c.id.desc()).limit(limit).offset(offset)
        return [_line(row) for row in await self._tx.all(newest)]

    async def latest_of(self, member_id: int, *, since: datetime) -> list[ReminderLine]:
        mine = (reminder_lines.c.member_id == member_id, reminder_lines.c.at >= since)
        newest = select(reminder_lines.c.key).where(*mine).order_by(reminder_lines.c.id.desc()).limit(1)
        key = await self._tx.value(newest)
        if key is None:
            return []
        lines = _LINES.where(reminder_lines.c.key == key).order_by(reminder_lines.c.position)
        return [_line(row) for row in await self._tx.all(lines)]

    async def open_lines(self, plan: str, *, since: datetime) -> list[ReminderLine]:
        still_open = (reminder_lines.c.answered.is_(None), reminder_lines.c.member_id.is_not(None))
        wanted = _LINES.where(reminder_lines.c.plan == plan, reminder_lines.c.at >= since, *still_open)
        return [_line(row) for row in await self._tx.all(wanted.order_by(reminder_lines.c.id))]

    async def since(self, plan: str, moment: datetime) -> list[ReminderLine]:
        wanted = _LINES.where(reminder_lines.c.plan == plan, reminder_lines.c.at >= moment)
        return [_line(row) for row in await self._tx.all(wanted.order_by(reminder_lines.c.id))]

    async def messages_to(self, member_id: int, *, since: datetime) -> int:
        put = (outbox.c.place == f"member:{member_id}", outbox.c.kind == MessageKind.REMINDER.value)
        counted = select(func.count()).select_from(outbox).where(*put, outbox.c.created >= since)
        return int(await self._tx.value(counted) or 0)


def _silence(row: Row[Any]) -> Silence:
    return Silence(row.id, SilenceKind(row.kind), row.member_id, row.plan, row.task, row.period, row.until, row.at)


class SqlSilences:
    """storage.contracts.reminders.Silences in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def add(
        self,
        *,
        kind: SilenceKind,
        member_id: int,
        plan: str,
        task: str,
        period: str,
        until: datetime | None,
        now: datetime,
    ) -> Silence:
        values = {"kind": kind.value, "member_id": member_id, "plan": plan, "task": task, "period": period}
        number = await self._tx.add(insert(silences).values(until=until, at=now, ended=False, **values))
        row = await self._tx.one(select(silences).where(silences.c.id == number))
        assert row is not None
        return _silence(row)

    async def end(self, plan: str, task: str, period: str, kind: SilenceKind, *, member_id: int | None = None) -> None:
        of_it = {"of_plan": plan, "of_task": task, "of_period": period, "of_kind": kind.value, "ended": True}
        if member_id is None:
            await self._tx.run(_END, of_it)
        else:
            await self._tx.run(_END_OF, {**of_it, "whose": member_id})

    async def standing(self, plan: str) -> list[Silence]:
        wanted = select(silences).where(silences.c.plan == plan, silences.c.ended.is_(False))
        return [_silence(row) for row in await self._tx.all(wanted.order_by(silences.c.id))]
