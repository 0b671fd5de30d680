"""The open transaction that the repositories share, and the few things the two engines do differently in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Executable, Insert, Row, Table, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import CursorResult
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.errors import NotWritten, StorageError
from storage.sql.failures import told_as_ours

_COUNTED = {"preserve_rowcount": True}


class Transaction:
    """One open transaction. After the first failure it takes no more statements and cannot be committed: SQLite
    ends a transaction by itself when the disk is full, and what followed would be kept on its own."""

    def __init__(self, connection: AsyncConnection, *, writing: bool) -> None:
        self._connection = connection
        self.writing = writing
        self.postgres = connection.dialect.name == "postgresql"
        self._failure: StorageError | None = None

    async def run(
        self, statement: Executable, given: Mapping[str, Any] | None = None, *, counted: bool = False
    ) -> CursorResult[Any]:
        """Executes; raises what storage.errors names. `given`: the values of the parameters of a statement that was
        built beforehand, which costs a good part of what building it each time does."""
        self.check()
        try:
            with told_as_ours(writing=self.writing):
                # SQLAlchemy looks at the count of an INSERT only when asked to.
                options = _COUNTED if counted else None
                return await self._connection.execute(statement, given or None, execution_options=options)
        except StorageError as failure:
            self._failure = failure
            raise

    def check(self) -> None:
        """Raises NotWritten when an earlier statement failed, even if somebody caught that."""
        if self._failure is not None:
            raise NotWritten(f"the transaction has failed before: {self._failure}") from self._failure

    async def one(self, statement: Executable, **given: Any) -> Row[Any] | None:
        """The first row, or None."""
        return (await self.run(statement, given)).first()

    async def all(self, statement: Executable, **given: Any) -> Sequence[Row[Any]]:
        """Every row."""
        return (await self.run(statement, given)).all()

    async def value(self, statement: Executable, **given: Any) -> Any:
        """The first column of the first row, or None."""
        return (await self.run(statement, given)).scalar()

    async def count(self, statement: Executable, **given: Any) -> int:
        """How many rows the statement changed."""
        return (await self.run(statement, given, counted=True)).rowcount

    async def add(self, statement: Insert, **given: Any) -> int:
        """Inserts one row; its number."""
        key = (await self.run(statement, given)).inserted_primary_key
        assert key is not None
        return int(key[0])

    def insert(self, table: Table) -> sqlite.Insert | postgresql.Insert:
        """An INSERT that can say ON CONFLICT; both engines word it alike."""
        return insert_for(table, postgres=self.postgres)

    async def lock(self, *name: str) -> None:
        """Others that lock the same name wait until this transaction ends. In SQLite every write transaction is
        alone anyway; a reading waits for nobody."""
        if self.writing and self.postgres:
            key = func.hashtextextended("\x1f".join(name), 0)
            await self.run(select(func.pg_advisory_xact_lock(key)))


def insert_for(table: Table, *, postgres: bool) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that can say ON CONFLICT, for one of the engines."""
    return postgresql.insert(table) if postgres else sqlite.insert(table)
