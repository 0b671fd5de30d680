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
_made: set[str] = set()
_idle: list[str] = []
"""PostgreSQL databases that were made, and those of them that are wiped and wait for their next test."""


def engines() -> list[str]:
    """The engines to test on. PostgreSQL is left out when no server can be had, except where somebody counts on it
    (CI, or a server that was named): there that raises postgres.Unavailable."""
    try:
        postgres.server()
    except postgres.Unavailable:
        if os.environ.get("CI") or os.environ.get("DONDOC_TEST_POSTGRES_URL"):
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
    server = postgres.server()
    name = _idle.pop() if _idle and template != "template0" else _name(str(next(_numbers)))
    if name not in _made:
        server.create(name, template)
        _made.add(name)
    yield server.url(name)
    if template != "template0" and server.wipe(name):
        _idle.append(name)
    else:
        server.drop(name)
        _made.discard(name)


def _name(what: str) -> str:
    # Several processes of the suite may share a server.
    return f"dondoc_test_{os.getpid()}_{what}"


def clean_up() -> None:
    """Removes what was made and stops the server."""
    if _postgres_template.cache_info().currsize:
        for name in [*_made, _postgres_template()]:
            postgres.server().drop(name)
    if _sqlite_template.cache_info().currsize:
        shutil.rmtree(_sqlite_template().parent)
    postgres.stop()
