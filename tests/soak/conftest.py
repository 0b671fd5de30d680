"""A database for the trials that need only one."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from storage.sql.database import SqlDatabase, open_database


@pytest.fixture
async def file(sqlite_url: str) -> AsyncIterator[SqlDatabase]:
    """A database for what does not depend on the engine."""
    database = open_database(sqlite_url)
    yield database
    await database.close()
