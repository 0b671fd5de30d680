"""Which schema this program works with, and whether a database has it. Revisions are numbered "0001", "0002", …"""

from __future__ import annotations

from sqlalchemy import URL, Column, MetaData, String, Table, inspect, select

from storage.errors import UnknownRevision
from storage.sql import engines

HEAD = "0016"
"""The newest revision in storage/migrations/versions (a test compares)."""

_version = Table("alembic_version", MetaData(), Column("version_num", String(32)))


def current(url: URL) -> str | None:
    """The database's revision; None for one without a schema. A SQLite file that does not exist is not made."""
    if engines.is_sqlite(url) and not engines.sqlite_file(url).exists():
        return None
    with engines.make_sync(url, "read").connect() as connection:
        if not inspect(connection).has_table(_version.name):
            return None
        return connection.execute(select(_version.c.version_num)).scalar()


def check(found: str | None) -> None:
    """Raises UnknownRevision, which says what to do, when `found` is not HEAD."""
    if found is None:
        raise UnknownRevision("the database has no schema yet; run: dondoc db upgrade")
    if found < HEAD:
        raise UnknownRevision(f"the database is at revision {found}, this program needs {HEAD}; run: dondoc db upgrade")
    if found > HEAD:
        raise UnknownRevision(f"the database is at revision {found}, newer than this program ({HEAD}); update dondoc")
