"""SQLite with one trip to its thread for a statement, rows included.

The driver works in a thread of its own, and every call to it is two changes of thread: to make a cursor, to execute, to
fetch and to close it are four calls. Only what may touch the file has to go there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

import aiosqlite
from aiosqlite.context import contextmanager


class _Cursor(aiosqlite.Cursor):
    """A cursor that holds its rows as soon as it has executed."""

    _rows: list[Any]
    _on_its_way = False

    async def execute(self, sql: str, parameters: Iterable[Any] | None = None) -> aiosqlite.Cursor:
        """Executes and fetches."""
        self._on_its_way = True
        await self._execute(self._execute_and_fetch, sql, parameters or ())  # type: ignore[no-untyped-call]
        self._on_its_way = False
        return self

    def _execute_and_fetch(self, sql: str, parameters: Any) -> None:
        self._cursor.execute(sql, parameters)
        self._rows = self._cursor.fetchall() if self._cursor.description else []

    async def fetchall(self) -> Iterable[sqlite3.Row]:
        """The rows in hand."""
        return self._rows

    async def close(self) -> None:
        """Nothing is left to be read, unless the statement failed or nobody waited for its end."""
        if self._on_its_way:
            await super().close()
        else:
            self._cursor.close()


class _Connection(aiosqlite.Connection):
    @contextmanager
    async def cursor(self) -> aiosqlite.Cursor:
        """A cursor; making one touches nothing, and the connection was opened for use from any thread."""
        return _Cursor(self, self._conn.cursor())


def connect(database: str, **options: Any) -> aiosqlite.Connection:
    """As aiosqlite.connect, for SQLAlchemy's `async_creator_fn`."""
    connection = _Connection(lambda: sqlite3.connect(database, **options), iter_chunk_size=64)
    connection._thread.daemon = True
    return connection
