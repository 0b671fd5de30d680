"""A fresh database for each test, and a clock that the test moves."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage import migrate
from storage.sql.database import SqlDatabase, open_database


@dataclass
class Time:
    """Wall clock and monotonic seconds, moved together by hand."""

    start: datetime = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
    seconds: float = 1000.0

    def now(self) -> datetime:
        return self.start + timedelta(seconds=self.seconds - 1000.0)

    def monotonic(self) -> float:
        return self.seconds


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture(scope="session")
async def _template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with the schema: copying it is faster than running the migrations for each test."""
    path = tmp_path_factory.mktemp("template") / "empty.sqlite3"
    await migrate.upgrade(f"sqlite+aiosqlite:///{path}")
    return path


@pytest.fixture
async def database(_template: Path, tmp_path: Path) -> AsyncIterator[SqlDatabase]:
    path = tmp_path / "test.sqlite3"
    shutil.copyfile(_template, path)
    opened = open_database(f"sqlite+aiosqlite:///{path}")
    yield opened
    await opened.close()
