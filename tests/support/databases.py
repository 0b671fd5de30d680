"""Fresh databases for tests, on every engine that can be had: a migrated one is made once and copied."""

from __future__ import annotations

import asyncio
import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from storage import migrate
from tests.support import postgres

ENGINES = ("sqlite", "postgres")

_numbers = itertools.count(1)


def engines() -> list[str]:
    """The engines to test on. PostgreSQL is left out when no server can be had, except where CI is set: there that
    raises postgres.Unavailable."""
    try:
        postgres.server()
    except postgres.Unavailable:
        if os.environ.get("CI"):
            raise
        return ["sqlite"]
    return list(ENGINES)


@contextmanager
def fresh(engine: str) -> Iterator[str]:
    """The URL of a database with the newest schema and no rows; it is gone afterwards."""
    with _sqlite(_sqlite_template()) if engine == "sqlite" else _postgres(_postgres_template()) as url:
        yield url


@contextmanager
def empty(engine: str) -> Iterator[str]:
    """The URL of a database without a schema; it is gone afterwards."""
    with _sqlite(None) if engine == "sqlite" else _postgres("template0") as url:
        yield url


def _migrate(url: str) -> None:
    asyncio.run(migrate.upgrade(url))


@cache
def _sqlite_template() -> Path:
    file = Path(tempfile.mkdtemp(prefix="dondoc-sqlite-")) / "template.sqlite3"
    _migrate(f"sqlite+aiosqlite:///{file}")
    return file


@contextmanager
def _sqlite(template: Path | None) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="dondoc-sqlite-") as folder:
        file = Path(folder) / "dondoc.sqlite3"
        if template is not None:
            shutil.copyfile(template, file)
        yield f"sqlite+aiosqlite:///{file}"


@cache
def _postgres_template() -> str:
    server, name = postgres.server(), _name("template")
    server.create(name)
    _migrate(server.url(name))
    return name


@contextmanager
def _postgres(template: str) -> Iterator[str]:
    server, name = postgres.server(), _name(str(next(_numbers)))
    server.create(name, template)
    try:
        yield server.url(name)
    finally:
        server.drop(name)


def _name(what: str) -> str:
    # Several processes of the suite may share a server.
    return f"dondoc_test_{os.getpid()}_{what}"


def clean_up() -> None:
    """Removes the templates and stops the server."""
    if _postgres_template.cache_info().currsize:
        postgres.server().drop(_postgres_template())
    if _sqlite_template.cache_info().currsize:
        shutil.rmtree(_sqlite_template().parent)
    postgres.stop()
