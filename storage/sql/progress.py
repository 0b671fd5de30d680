"""The log of progress: rows are added and never changed; whether one was taken back is asked of the log itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Integer, Row, Select, String, bindparam, case, exists, func, insert, select

from storage.errors import NotWritten
from storage.records import Completion, EntryKind, ProgressEntry, Status
from storage.sql.tables import awaiting, members, progress
from storage.sql.transaction import Transaction

_undo = progress.alias("undo")
_UNDONE = exists().where(_undo.c.undoes == progress.c.id)
_STANDING = (progress.c.kind == EntryKind.UPDATE.value, ~_UNDONE)

_AWAITS = exists().where(awaiting.c.entry == progress.c.id)

_ENTRIES: Select[Any] = select(
    progress, members.c.name.label("member_name"), _UNDONE.label("undone"), _AWAITS.label("awaits")
).join(members, members.c.id == progress.c.member_id)

_PLAN = bindparam("of_plan", type_=String)
_OCCURRENCE = (progress.c.task, progress.c.period)
_INSERT = insert(progress)
_ONE = _ENTRIES.where(progress.c.id == bindparam("number"))
_OF_PLAN = _ENTRIES.where(progress.c.plan == _PLAN)
_OF_TASK = _OF_PLAN.where(progress.c.task == bindparam("of_task"))
_NEWEST_FIRST = progress.c.id.desc()
_NEWEST = _OF_TASK.where(progress.c.period == bindparam("of_period")).order_by(_NEWEST_FIRST).limit(1)
_LATEST = _NEWEST.where(*_STANDING)
_LATEST_OF_PLAN = _ENTRIES.where(
    progress.c.id.in_(
        select(func.max(progress.c.id)).where(progress.c.plan == _PLAN, *_STANDING).group_by(*_OCCURRENCE)
    )
).order_by(*_OCCURRENCE)
_PAGE = (bindparam("most", type_=Integer), bindparam("skipped", type_=Integer))
_HISTORY = _OF_PLAN.order_by(_NEWEST_FIRST).limit(_PAGE[0]).offset(_PAGE[1])
_HISTORY_OF_TASK = _OF_TASK.order_by(_NEWEST_FIRST).limit(_PAGE[0]).offset(_PAGE[1])


def _completions() -> Select[Any]:
    """Of each occurrence whose latest updates all say done, the first of these."""
    other = progress.alias("other")
    other_undo = progress.alias("other_undo")
    broken = (
        select(func.max(other.c.id))
        .where(other.c.plan == _PLAN, other.c.task == progress.c.task, other.c.period == progress.c.period)
        .where(other.c.kind == EntryKind.UPDATE.value, other.c.status.is_distinct_from(Status.DONE.value))
        .where(~exists().where(other_undo.c.undoes == other.c.id))
        .scalar_subquery()
    )
    done = (progress.c.plan == _PLAN, progress.c.status == Status.DONE.value, *_STANDING)
    said = case((awaiting.c.entry.is_not(None), 1), else_=0)
    runs = (
        select(*_OCCURRENCE, func.min(progress.c.id).label("first"), func.min(said).label("awaits"))
        .select_from(progress.outerjoin(awaiting, awaiting.c.entry == progress.c.id))
        .where(*done, progress.c.id > func.coalesce(broken, 0))
        .group_by(*_OCCURRENCE)
        .subquery()
    )
    return select(runs, progress.c.at).join(progress, progress.c.id == runs.c.first)


_COMPLETIONS = _completions()


def _entry(row: Row[Any]) -> ProgressEntry:
    return ProgressEntry(
        id=row.id,
        plan=row.plan,
        task=row.task,
        period=row.period,
        kind=EntryKind(row.kind),
        percent=row.percent,
        status=None if row.status is None else Status(row.status),
        note=row.note,
        member_id=row.member_id,
        member_name=row.member_name,
        unit=row.unit,
        channel=row.channel,
        at=row.at,
        undoes=row.undoes,
        undone=bool(row.undone),
        awaits=bool(row.awaits),
    )


class SqlProgress:
    """storage.contracts.work.Progress in SQL.

    Inside `write()`, whoever asks for what stands (`latest`, `newest`) or adds to an occurrence has it alone until the
    transaction ends, so that nobody decides on a percentage that is being replaced at that moment.
    """

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def add(
        self,
        *,
        plan: str,
        task: str,
        period: str,
        kind: EntryKind,
        percent: float | None,
        status: Status | None,
        note: str,
        member_id: int,
        unit: str | None,
        channel: str,
        now: datetime,
        undoes: int | None = None,
        awaits: bool = False,
    ) -> ProgressEntry:
        """Raises NotWritten when `undoes` was taken back by somebody else meanwhile: read again, then decide."""
        await self._alone(plan, task, period)
        if undoes is not None and await self._tx.value(select(progress.c.id).where(progress.c.undoes == undoes)):
            raise NotWritten(f"entry {undoes} was taken back before")
        values = {
            "plan": plan,
            "task": task,
            "period": period,
            "kind": kind.value,
            "percent": percent,
            "status": None if status is None else status.value,
            "note": note,
            "member_id": member_id,
            "unit": unit,
            "channel": channel,
            "at": now,
            "undoes": undoes,
        }
        number = await self._tx.add(_INSERT, **values)
        if awaits:
            await self._tx.run(insert(awaiting).values(entry=number))
        entry = await self.get(number)
        assert entry is not None
        return entry

    async def get(self, entry_id: int) -> ProgressEntry | None:
        return await self._first(_ONE, number=entry_id)

    async def latest(self, plan: str, task: str, period: str) -> ProgressEntry | None:
        await self._alone(plan, task, period)
        return await self._first(_LATEST, of_plan=plan, of_task=task, of_period=period)

    async def newest(self, plan: str, task: str, period: str) -> ProgressEntry | None:
        await self._alone(plan, task, period)
        return await self._first(_NEWEST, of_plan=plan, of_task=task, of_period=period)

    async def latest_of_plan(self, plan: str) -> dict[tuple[str, str], ProgressEntry]:
        rows = await self._tx.all(_LATEST_OF_PLAN, of_plan=plan)
        return {(row.task, row.period): _entry(row) for row in rows}

    async def completions(self, plan: str) -> dict[tuple[str, str], Completion]:
        rows = await self._tx.all(_COMPLETIONS, of_plan=plan)
        return {(row.task, row.period): Completion(row.first, row.at, bool(row.awaits)) for row in rows}

    async def history(
        self, plan: str, task: str | None = None, *, limit: int = 50, offset: int = 0
    ) -> list[ProgressEntry]:
        given = {"of_plan": plan, "most": limit, "skipped": offset}
        if task is None:
            return [_entry(row) for row in await self._tx.all(_HISTORY, **given)]
        return [_entry(row) for row in await self._tx.all(_HISTORY_OF_TASK, of_task=task, **given)]

    async def last_by(self, member_id: int, *, since: datetime) -> ProgressEntry | None:
        own = (progress.c.member_id == member_id, progress.c.at >= since)
        revocable = (progress.c.kind != EntryKind.UNDO.value, ~_UNDONE)
        return await self._first(_ENTRIES.where(*own, *revocable).order_by(progress.c.id.desc()).limit(1))

    async def _alone(self, plan: str, task: str, period: str) -> None:
        await self._tx.lock("occurrence", plan, task, period)

    async def _first(self, statement: Select[Any], **given: Any) -> ProgressEntry | None:
        row = await self._tx.one(statement, **given)
        return None if row is None else _entry(row)
