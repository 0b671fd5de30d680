"""One warm copy of the program for all trials of a session."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from storage.sql.database import SqlDatabase, open_database
from tests.support.warm import Nursery


@pytest.fixture
async def nursery() -> AsyncIterator[Nursery]:
    async with Nursery() as warm:
        yield warm


@pytest.fixture
async def file(sqlite_url: str) -> AsyncIterator[SqlDatabase]:
    """A database for what does not depend on the engine."""
    database = open_database(sqlite_url)
    yield database
    await database.close()
