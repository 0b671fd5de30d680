"""Fixtures for tests of the program's top."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support import databases


@pytest.fixture
def sqlite_url() -> Iterator[str]:
    """An empty SQLite database, for what is about files and locks or is too slow to be tried on every engine."""
    with databases.fresh("sqlite") as url:
        yield url
