"""What the engines report, told as storage.errors: no caller above this package ever sees an engine's exception."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from storage.errors import NotWritten, ReadingOnly, StorageError

# https://www.sqlite.org/rescode.html: primary codes of what may work again later. IOERR counts: an extended code of
# it is what a disk quota or a network drive that went away gives.
_SQLITE_LATER = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
}

# https://www.postgresql.org/docs/current/errcodes-appendix.html: connection, rolled back (deadlock, serialization),
# insufficient resources (disk full), operator intervention, system error; and single codes below.
_POSTGRES_LATER = ("08", "40", "53", "57", "58")
_LOCK_NOT_AVAILABLE = "55P03"
_READ_ONLY_TRANSACTION = "25006"


@contextmanager
def told_as_ours(*, writing: bool) -> Iterator[None]:
    """Whatever SQLAlchemy raises inside leaves as a StorageError; what anybody else raises is left alone, because the
    code of a unit of work runs inside too. `writing`: inside `write()`."""
    try:
        yield
    except SQLAlchemyError as error:
        raise _ours(error, writing) from error


def _ours(error: SQLAlchemyError, writing: bool) -> StorageError:
    if isinstance(error, StatementError) and isinstance(error.orig, StorageError):
        return error.orig
    if isinstance(error, PoolTimeout):
        return NotWritten("no connection became free in time")
    if not isinstance(error, DBAPIError) or error.orig is None:
        return StorageError(str(error))
    cause = str(error.orig)
    if not writing and _read_only(error.orig):
        return ReadingOnly(cause)
    return NotWritten(cause) if error.connection_invalidated or _later(error.orig) else StorageError(cause)


def _sqlite_code(cause: BaseException) -> int | None:
    code: int | None = getattr(cause, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def _read_only(cause: BaseException) -> bool:
    state = getattr(cause, "sqlstate", None)
    return _sqlite_code(cause) == sqlite3.SQLITE_READONLY or state == _READ_ONLY_TRANSACTION


def _later(cause: BaseException) -> bool:
    code = _sqlite_code(cause)
    if code is not None:
        return code in _SQLITE_LATER
    state: str | None = getattr(cause, "sqlstate", None)
    if state is not None:
        return state.startswith(_POSTGRES_LATER) or state in (_LOCK_NOT_AVAILABLE, _READ_ONLY_TRANSACTION)
    # psycopg gives no code for a connection it could not make or lost.
    return type(cause).__name__ == "OperationalError"
