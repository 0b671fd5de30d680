"""One file to keep, and the way back.

Never copy the database's file itself while the bot runs: what was confirmed last still stands in the -wal file beside
it, and the copy silently lacks it. `backup` asks SQLite for a consistent copy and then checks what it got, because a
backup that nobody has read is not one.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from storage.errors import DatabaseInUse, Fault, NotWritten, UnusableBackup, UseServerTools

if TYPE_CHECKING:
    from sqlalchemy import URL

_PRIVATE = 0o600  # it holds people's names


@dataclass(frozen=True, slots=True)
class Backup:
    """A checked backup: where it is, its size in bytes, its schema, and how many members and progress entries it has,
    by which a person can tell whether it is the one they mean."""

    file: Path
    size: int
    revision: str
    members: int
    progress: int


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put in place, and where the replaced database is now (None: there was none)."""

    backup: Backup
    replaced: Path | None


async def backup(url: str, file: Path) -> Backup:
    """Writes a consistent copy of the database to `file` while the bot goes on, and checks it.

    An existing `file` is replaced once the new one is complete. Raises UseServerTools for PostgreSQL, NotWritten when
    the copy cannot be written or there is no database, UnusableBackup when the database itself turns out damaged.
    """
    return await asyncio.to_thread(
        _backup, _sqlite_file(url, "pg_dump --format=custom --file={file} '{url}'", file), file
    )


async def restore(url: str, file: Path, now: datetime) -> Restored:
    """Puts the backup in the place of the database, after checking it; an older schema is upgraded at the next start.

    What was there before is kept beside it, with `now` in its name. Raises UnusableBackup before anything is touched,
    DatabaseInUse while another process has the database open, UseServerTools for PostgreSQL.
    """
    command = "pg_restore --clean --if-exists --single-transaction --dbname='{url}' {file}"
    return await asyncio.to_thread(_restore, _sqlite_file(url, command, file), file, now)


async def check(file: Path) -> Backup:
    """Reads the whole of a backup. Raises UnusableBackup, with the reason, for anything this program cannot use."""
    return await asyncio.to_thread(_check, file)


def _sqlite_file(url: str, command: str, file: Path) -> Path:
    from storage.sql import engines

    parsed = engines.parse(url)
    if engines.is_sqlite(parsed):
        return engines.sqlite_file(parsed)
    raise UseServerTools(command.format(file=file, url=_without_password(parsed)))


def _without_password(url: URL) -> str:
    return url.set(drivername="postgresql")._replace(password=None).render_as_string()


def _backup(database: Path, file: Path) -> Backup:
    if not database.exists():
        raise NotWritten(f"there is no database at {database}")
    with _refusals(), _beside(file) as partial:
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("PRAGMA busy_timeout = 5000")
            connection.execute("VACUUM INTO ?", (str(partial),))
        _check(partial)
        _into_place(partial, file)
    return _check(file)


def _restore(database: Path, file: Path, now: datetime) -> Restored:
    _check(file)
    with _refusals(), _beside(database) as partial:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("VACUUM INTO ?", (str(partial),))
        copied = _check(partial)
        replaced = _set_aside(database, now) if database.exists() else None
        _into_place(partial, database)
    return Restored(copied, replaced)


def _set_aside(database: Path, now: datetime) -> Path:
    """Moves the database away, complete: everything in its -wal file is first written into the file itself."""
    with closing(sqlite3.connect(database, timeout=1)) as connection:
        try:
            # Leaving WAL needs the file for oneself, so it fails while anybody else has it open.
            connection.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise DatabaseInUse(str(error)) from error
            # Anything else is damage, which may be the very reason to restore; it is kept as it is.
    aside = database.with_name(f"{database.name}.{now:%Y%m%d-%H%M%S}.replaced")
    for suffix in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            Path(f"{database}{suffix}").rename(f"{aside}{suffix}")
    return aside


def _check(file: Path) -> Backup:
    from storage.sql.revision import HEAD

    if not file.is_file():
        raise UnusableBackup(Fault.MISSING, str(file))
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            damage = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if damage != "ok":
                raise UnusableBackup(Fault.DAMAGED, damage)
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise UnusableBackup(Fault.DAMAGED, "rows refer to rows that are not there")
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            if revision > HEAD:
                raise UnusableBackup(Fault.NEWER, f"revision {revision}, this program knows {HEAD}")
            (members,) = connection.execute("SELECT count(*) FROM members").fetchone()
            (progress,) = connection.execute("SELECT count(*) FROM progress").fetchone()
    except (sqlite3.Error, TypeError) as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_CORRUPT:
            raise UnusableBackup(Fault.DAMAGED, str(error)) from error
        raise UnusableBackup(Fault.FOREIGN, str(error)) from error
    return Backup(file, file.stat().st_size, revision, members, progress)


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """A name for a file in the making, on the same disk; what is left of it goes away."""
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(f".{file.name}.{os.getpid()}.partial")
    partial.unlink(missing_ok=True)
    partial.touch(mode=_PRIVATE)  # SQLite fills an empty file as it finds it
    try:
        yield partial
    finally:
        partial.unlink(missing_ok=True)


def _into_place(partial: Path, file: Path) -> None:
    """One step from nothing to the complete file, that a power cut does not undo."""
    with partial.open("rb") as written:
        os.fsync(written.fileno())
    partial.replace(file)
    if os.name == "posix":
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise NotWritten(str(error)) from error
