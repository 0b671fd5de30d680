"""Acts about occurrences: rows that are added, and marked when they are taken back; none is changed or deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import Row, Select, Table, bindparam, insert, update

from storage.errors import NoSuchRecord
from storage.sql.transaction import Transaction

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Acts(Generic[Record]):
    """One table of such acts, with columns `id`, `plan`, `task`, `period`, `undone`, `undone_at`. `rows`: what is
    selected of it; `record`: a row as its record; `standing`: those of the plan `of_plan` that stand, built once."""

    table: Table
    rows: Select[Any]
    record: Callable[[Row[Any]], Record]
    standing: Select[Any]


def acts(table: Table, rows: Select[Any], record: Callable[[Row[Any]], Record]) -> Acts[Record]:
    """The acts of a table."""
    of_plan = (table.c.plan == bindparam("of_plan"), table.c.undone.is_(False))
    return Acts(table, rows, record, rows.where(*of_plan).order_by(table.c.id))


class Undoable(Generic[Record]):
    """A repository of such acts. An act about an occurrence waits for whoever is reporting it."""

    def __init__(self, transaction: Transaction, kind: Acts[Record]) -> None:
        self._tx = transaction
        self._kind = kind

    async def put(self, values: dict[str, Any]) -> Record:
        """Adds an act that stands; `values`: its other columns."""
        await self._tx.lock("occurrence", values["plan"], values["task"], values["period"])
        stored = await self.get(await self._tx.add(insert(self._kind.table).values(values | {"undone": False})))
        assert stored is not None
        return stored

    async def get(self, number: int) -> Record | None:
        """None when there is none of that number."""
        row = await self._tx.one(self._kind.rows.where(self._kind.table.c.id == number))
        return None if row is None else self._kind.record(row)

    async def undo(self, number: int, now: datetime) -> None:
        """Raises NoSuchRecord."""
        table = self._kind.table
        if not await self._tx.count(update(table).where(table.c.id == number).values(undone=True, undone_at=now)):
            raise NoSuchRecord(f"{table.name} {number}")

    async def of_plan(self, plan: str) -> list[Record]:
        """What stands, oldest first."""
        return [self._kind.record(row) for row in await self._tx.all(self._kind.standing, of_plan=plan)]

    async def history(self, plan: str) -> list[Record]:
        """What there ever was, oldest first."""
        table = self._kind.table
        ever = self._kind.rows.where(table.c.plan == plan).order_by(table.c.id)
        return [self._kind.record(row) for row in await self._tx.all(ever)]
