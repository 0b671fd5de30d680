"""Plans, their versions, and what the office set about them."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest

from storage.errors import NoSuchRecord
from storage.unit_of_work import Database

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
FIRST, LAST = date(2026, 11, 1), date(2026, 12, 31)


async def test_a_further_version_keeps_the_days_that_the_office_set_and_the_old_text(database: Database) -> None:
    async with database.write() as uow:
        await uow.plans.put("cchc", '"một"', FIRST, LAST, NOW)
        await uow.plans.set_followed_from("cchc", date(2021, 1, 1))
        await uow.plans.set_ends("cchc", date(2030, 12, 31))
    async with database.write() as uow:
        later = NOW + timedelta(days=1)
        newer = await uow.plans.put("cchc", '"hai"', date(2026, 11, 25), date(2027, 1, 1), later)
    assert (newer.version, newer.document, newer.loaded) == (2, '"hai"', later)
    assert (newer.followed_from, newer.ends) == (date(2021, 1, 1), date(2030, 12, 31))
    async with database.read() as uow:
        assert await uow.plans.active() == [newer]
        old = await uow.plans.version("cchc", 1)
        assert old is not None
        assert (old.version, old.document, old.loaded) == (1, '"một"', NOW)
        assert await uow.plans.version("cchc", 3) is None


async def test_the_same_text_again_is_no_further_version(database: Database) -> None:
    async with database.write() as uow:
        first = await uow.plans.put("cchc", '"một"', FIRST, LAST, NOW)
        assert await uow.plans.put("cchc", '"một"', LAST, LAST, NOW + timedelta(days=1)) == first


async def test_several_plans_stand_side_by_side(database: Database) -> None:
    async with database.write() as uow:
        await uow.plans.put("b", '"b"', FIRST, LAST, NOW)
        await uow.plans.put("a", '"a"', FIRST, LAST, NOW)
    async with database.read() as uow:
        assert [plan.id for plan in await uow.plans.active()] == ["a", "b"]
        assert await uow.plans.get("c") is None


async def test_versions_loaded_at_the_same_moment_are_all_kept(database: Database, plan: str) -> None:
    async def load(number: int) -> None:
        async with database.write() as uow:
            await uow.plans.put(plan, f'"{number}"', FIRST, LAST, NOW)

    await asyncio.gather(*(load(number) for number in range(16)))
    async with database.read() as uow:
        versions = [await uow.plans.version(plan, number) for number in range(2, 18)]
        assert sorted(v.document for v in versions if v) == sorted(f'"{number}"' for number in range(16))


async def test_a_plan_that_is_not_there_cannot_be_changed(database: Database) -> None:
    async with database.write() as uow:
        with pytest.raises(NoSuchRecord):
            await uow.plans.set_ends("x", LAST)
        with pytest.raises(NoSuchRecord):
            await uow.plans.set_followed_from("x", FIRST)
