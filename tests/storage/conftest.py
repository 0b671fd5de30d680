"""Fixtures for storage: a second process's view of the same database, a database without a schema, people and plans."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime

import pytest

from storage.records import Member, Role
from storage.sql.database import SqlDatabase, open_database
from tests.support import databases

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


@pytest.fixture
async def other(database_url: str) -> AsyncIterator[SqlDatabase]:
    """The same database with connections of its own, as another process has it."""
    opened = open_database(database_url)
    yield opened
    await opened.close()


@pytest.fixture
def empty_url(engine_name: str) -> Iterator[str]:
    """A database without a schema."""
    with databases.empty(engine_name) as url:
        yield url


@pytest.fixture
async def lan(database: SqlDatabase) -> Member:
    """A member of staff."""
    async with database.write() as uow:
        return await uow.members.add("Nguyễn Thị Lan", Role.STAFF, "TCCB", NOW)


@pytest.fixture
async def plan(database: SqlDatabase) -> str:
    """A loaded plan's id."""
    async with database.write() as uow:
        stored = await uow.plans.put("cchc", '{"title": "Kế hoạch"}', date(2026, 11, 1), date(2026, 12, 31), NOW)
        return stored.id
