"""A conversation over a fresh database, with the small plan loaded."""

from __future__ import annotations

import pytest

from storage.unit_of_work import Database
from tests.support.plans import small_plan
from tests.support.talk import Talk


@pytest.fixture
async def talk(database: Database) -> Talk:
    talk = Talk(database)
    await talk.follow(small_plan())
    return talk
