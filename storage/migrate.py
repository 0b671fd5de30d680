"""Brings a database's schema up to date, from inside the program: `await storage.migrate.upgrade(url)`."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.config import Config

_SCRIPTS = Path(__file__).parent / "migrations"
_ONE_AT_A_TIME = threading.Lock()
"""Alembic keeps the running migration in module variables."""


async def upgrade(url: str, to: str = "head") -> None:
    """Runs the revisions that the database lacks, all in one transaction; a database without a schema gets one.

    Safe to call at every start, and by several processes at once: one works, the others wait and find it done.
    Raises UnknownRevision when the database is newer than this program, NotWritten when it cannot be written now.
    """
    await asyncio.to_thread(_upgrade, url, to)


async def downgrade(url: str, to: str) -> None:
    """Takes revisions back down to `to` ("base": every table goes, with what it holds). For tests and trials."""
    await asyncio.to_thread(_downgrade, url, to)


async def current(url: str) -> str | None:
    """The database's revision; None for one without a schema. A SQLite file that does not exist is not made."""
    return await asyncio.to_thread(_current, url)


def configuration(url: str | None = None) -> Config:
    """Alembic's configuration for these migrations."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    if url is not None:
        config.attributes["url"] = url
    return config


def _upgrade(url: str, to: str) -> None:
    from alembic import command

    from storage.sql import engines, revision
    from storage.sql.failures import told_as_ours

    with told_as_ours(writing=True), _ONE_AT_A_TIME:
        found = revision.current(engines.parse(url))
        if found is not None and found > revision.HEAD:
            revision.check(found)
        if found != revision.HEAD or to != "head":
            command.upgrade(configuration(url), to)


def _downgrade(url: str, to: str) -> None:
    from alembic import command

    from storage.sql.failures import told_as_ours

    with told_as_ours(writing=True), _ONE_AT_A_TIME:
        command.downgrade(configuration(url), to)


def _current(url: str) -> str | None:
    from storage.sql import engines, revision
    from storage.sql.failures import told_as_ours

    with told_as_ours(writing=False):
        return revision.current(engines.parse(url))
