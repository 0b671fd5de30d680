"""A conversation over a fresh database, with the small plan loaded; files that are sent are read on the spot."""

from __future__ import annotations

import pytest

from bot import plan_document, plan_worker
from handlers import office
from storage.unit_of_work import Database
from tests.support import engines
from tests.support.plans import small_plan
from tests.support.talk import Person, Talk


@pytest.fixture(autouse=True)
def _read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spares the process that each file is read in: tests/bot/test_plan_document.py is about that one."""

    async def written(command: list[str], data: bytes, timeout_s: float) -> bytes:
        year, _, suffix = command[3:]
        try:
            return plan_worker.found_in(data, int(year), suffix).encode()
        except Exception:
            return b""

    monkeypatch.setattr(plan_document, "_written", written)


@pytest.fixture(autouse=True)
def _share_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Offices that follow the same plan with the same words answer with one engine."""
    monkeypatch.setattr(office, "engine_with", engines.engine_with)


@pytest.fixture
async def talk(database: Database) -> Talk:
    talk = Talk(database)
    await talk.follow(small_plan())
    return talk


@pytest.fixture
async def hung(talk: Talk) -> Person:
    """Leads I.2, I.4 and I.6."""
    return await talk.member("Hùng", unit="TC")
