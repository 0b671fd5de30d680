"""A clock that the test moves, and an office that sends by it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from storage.sql.database import SqlDatabase, open_database
from tests.support.outgoing import LIMITED, Office
from tests.support.times import Time


@pytest.fixture
def time() -> Time:
    """Wall clock and monotonic seconds at a working morning."""
    return Time()


@pytest.fixture
async def file(sqlite_url: str) -> AsyncIterator[SqlDatabase]:
    """A database for what does not depend on the engine."""
    database = open_database(sqlite_url)
    yield database
    await database.close()


@pytest.fixture
def office(database: SqlDatabase, time: Time) -> Office:
    """One channel, as fast as it goes."""
    return Office(database, time)


@pytest.fixture
def slow_office(database: SqlDatabase, time: Time) -> Office:
    """One channel with the limits of Telegram."""
    return Office(database, time, LIMITED)
