"""Engines for both databases, each connection set up the same way wherever it is opened.

SQLite: WAL with synchronous FULL (what was confirmed survives a power cut), foreign keys on. The driver's own
transactions are off, because they begin too late and lose updates: a writer says BEGIN IMMEDIATE, a reader BEGIN.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.errors import NotWritten, StorageError
from storage.sql import one_trip

BUSY_TIMEOUT = 5.0
"""Seconds to wait for a lock that another process holds before saying NotWritten."""

_READERS = 4
_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
_KEEPALIVE = {"connect_timeout": 10, "keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3}
"""Seconds and tries: a server whose machine died is noticed after half a minute, not after two hours."""

_IDLE = 60
"""Seconds after which PostgreSQL ends a transaction whose process does nothing more, and frees what it held."""

Use = Literal["write", "read", "migrate"]


def parse(url: str) -> URL:
    """The URL with the driver that this program uses. Raises StorageError for
    what is no URL, another engine, or a database in memory, which writer and readers could not share."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise StorageError("not the URL of a database") from error
    name = parsed.drivername.split("+")[0]
    if name not in _DRIVERS:
        raise StorageError(f"neither SQLite nor PostgreSQL: {parsed.render_as_string()}")
    if name == "sqlite":
        sqlite_file(parsed)  # raises for a database in memory
    return parsed.set(drivername=_DRIVERS[name])


def is_sqlite(url: URL) -> bool:
    """Whether the database is a file."""
    return url.get_backend_name() == "sqlite"


def sqlite_file(url: URL) -> Path:
    """The file of a SQLite URL."""
    if url.database in (None, "", ":memory:"):
        raise StorageError("a SQLite database needs a file, such as sqlite+aiosqlite:///var/dondoc.sqlite3")
    return Path(str(url.database))


def make_async(url: URL, use: Use, busy_timeout: float = BUSY_TIMEOUT) -> AsyncEngine:
    """An engine for `use`. A SQLite writer has a single connection, so that writers queue in turn."""
    if not is_sqlite(url):
        return _set_up_postgres(_postgres(url), busy_timeout)
    keep_private(url)
    size = 1 if use == "write" else _READERS
    once = {"async_creator_fn": one_trip.connect}
    engine = create_async_engine(url, pool_size=size, max_overflow=0, connect_args=once)
    _set_up_sqlite(engine.sync_engine, use, busy_timeout)
    return engine


def make_sync(url: URL, use: Use, busy_timeout: float = BUSY_TIMEOUT) -> Engine:
    """A blocking engine without a pool: for migrations and the look at the revision before anything runs."""
    if is_sqlite(url):
        keep_private(url)
        engine = create_engine(url.set(drivername="sqlite+pysqlite"), poolclass=NullPool)
        _set_up_sqlite(engine, use, busy_timeout)
        return engine
    return create_engine(url, poolclass=NullPool, connect_args=_KEEPALIVE)


def keep_private(url: URL) -> None:
    """Makes the SQLite file and its folder, if there are none; the file readable by its owner only, because it holds
    people's names. The files that SQLite puts beside it follow its permissions. Raises NotWritten."""
    file = sqlite_file(url)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600, exist_ok=True)
    except OSError as error:
        raise NotWritten(str(error)) from error


def _set_up_sqlite(engine: Engine, use: Use, busy_timeout: float) -> None:
    pragmas = [f"busy_timeout = {int(busy_timeout * 1000)}"]
    if use != "read":
        pragmas += ["journal_mode = WAL", "synchronous = FULL"]
    # A migration rebuilds tables, which enforced foreign keys would take for deletions; it checks them at its end.
    pragmas.append(f"foreign_keys = {'OFF' if use == 'migrate' else 'ON'}")
    if use == "read":
        pragmas.append("query_only = ON")
    begin = "BEGIN" if use == "read" else "BEGIN IMMEDIATE"

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        connection.exec_driver_sql(begin)


def _postgres(url: URL) -> AsyncEngine:
    return create_async_engine(
        url,
        isolation_level="READ COMMITTED",
        pool_size=5,
        max_overflow=10,
        pool_pre_ping=True,
        connect_args=_KEEPALIVE,
    )


def _set_up_postgres(engine: AsyncEngine, busy_timeout: float) -> AsyncEngine:
    @event.listens_for(engine.sync_engine, "connect")
    def _connected(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        cursor.execute(f"SET lock_timeout = {int(busy_timeout * 1000)}")
        cursor.execute(f"SET idle_in_transaction_session_timeout = {_IDLE * 1000}")
        cursor.execute("SET timezone = 'UTC'")
        cursor.close()
        connection.commit()

    return engine
