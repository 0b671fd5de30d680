"""Fixtures for every test.

`database` is an open, empty database; a test that asks for it runs on SQLite and on PostgreSQL. `database_url` is the
same, not opened. `engine_name` says which engine it is. What only one of them can show is marked sqlite or postgres.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from hypothesis import settings

from tests.support import databases, postgres
from tests.support.warm import Nursery

# How long an example takes says how busy the machine is, not whether the program is right.
settings.register_profile("dondoc", deadline=None)
settings.load_profile("dondoc")

_reports: set[str] = set()
_TOKEN = re.compile(r"(?<!\d)\d{8,12}:[A-Za-z0-9_-]{30,}")
_leaks: list[str] = []
"""Tests during which the program printed a bot's token."""


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


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Where processes of `dondoc serve` come from without the seconds of their imports."""
    with Nursery() as warm:
        yield warm


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Whatever is printed while the tests run, logs above all, never holds a bot's token."""
    printed = [said for name, said in report.sections if "stderr" in name or "stdout" in name]
    if any(map(_TOKEN.search, printed)):
        _leaks.append(report.nodeid)


def _leaked(session: pytest.Session) -> list[str]:
    """Where a token was printed: by tests, and by the programs that they served (their logs are kept a while)."""
    factory = getattr(session.config, "_tmp_path_factory", None)
    logs = factory.getbasetemp().rglob("serve-*.log") if factory is not None else ()
    return [*_leaks, *(log.name for log in logs if _TOKEN.search(log.read_text(errors="replace")))]


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
    if leaked := _leaked(session):
        _reports.add(f"A TOKEN WAS PRINTED by {', '.join(sorted(set(leaked)))}")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """With several processes (-n), what each of them found."""
    if report := getattr(node, "workeroutput", {}).get("databases"):
        _reports.add(report)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for report in sorted(_reports):
        terminalreporter.write_line(report, yellow="NOT TESTED" in report, red="PRINTED" in report)
