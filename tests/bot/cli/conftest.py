"""What the tests of the command line share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.plans import small_plan


@pytest.fixture
def small_office(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An office with a plan file and nothing else, on 24 November 2026."""
    (tmp_path / "plan.json").write_text(small_plan().model_dump_json(), encoding="utf-8")
    for name, value in {
        "PLAN": "plan.json",
        "NOW": "2026-11-24T09:00+07:00",
        "DATABASE_URL": "sqlite+aiosqlite:///office.sqlite3",
    }.items():
        monkeypatch.setenv(f"DONDOC_{name}", value)
    monkeypatch.chdir(tmp_path)
