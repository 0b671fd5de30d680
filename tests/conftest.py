"""Fixtures for every test.

`database` is an open, empty database; a test that asks for it runs on SQLite and on PostgreSQL. `database_url` is the
same, not opened. `engine_name` says which engine it is. What only one of them can show is marked sqlite or postgres.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from tests.support import databases, postgres

_reports: set[str] = set()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "engine_name" in metafunc.fixturenames:
        only = {mark.name for mark in metafunc.definition.iter_markers()} & set(databases.ENGINES)
        metafunc.parametrize("engine_name", [name for name in databases.engines() if name in only or not only])


@pytest.fixture
def database_url(engine_name: str) -> Iterator[str]:
    with databases.fresh(engine_name) as url:
        yield url


@pytest.fixture
def sqlite_url() -> Iterator[str]:
    """An empty SQLite database, for what is about files and locks or is too slow to be tried on every engine."""
    with databases.fresh("sqlite") as url:
        yield url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Any]:
    from storage.sql.database import open_database

    opened = open_database(database_url)
    yield opened
    await opened.close()


def _report() -> str | None:
    """What the reader of the test's result must know about the engines."""
    if not postgres.asked_for():
        return None
    try:
        return f"tested on SQLite and on PostgreSQL {postgres.server().version}"
    except postgres.Unavailable as reason:
        return f"PostgreSQL NOT TESTED, SQLite only: {reason}"


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    report = _report()
    if report is not None:
        _reports.add(report)
        getattr(session.config, "workeroutput", {})["databases"] = report
    databases.clean_up()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """With several processes (-n), what each of them found."""
    if report := getattr(node, "workeroutput", {}).get("databases"):
        _reports.add(report)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for report in sorted(_reports):
        terminalreporter.write_line(report, yellow="NOT TESTED" in report)
