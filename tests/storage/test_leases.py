"""What only one process may do at a time."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from storage.sql.database import SqlDatabase

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
TTL = timedelta(seconds=30)


async def test_of_many_who_reach_for_a_lease_one_has_it(database: SqlDatabase, other: SqlDatabase) -> None:
    async def reach(through: SqlDatabase, holder: str) -> bool:
        async with through.write() as uow:
            return await uow.leases.acquire("telegram", holder, NOW, TTL)

    got = await asyncio.gather(*(reach(through, f"p{n}") for n, through in enumerate([database, other] * 4)))
    assert sorted(got) == [False] * 7 + [True]


async def test_a_lease_passes_on_when_its_holder_is_silent_and_the_holder_is_told(database: SqlDatabase) -> None:
    async with database.write() as uow:
        assert await uow.leases.acquire("telegram", "a", NOW, TTL)
        assert await uow.leases.renew("telegram", "a", NOW + TTL / 2, TTL)
        assert not await uow.leases.acquire("telegram", "b", NOW + TTL, TTL)
        assert await uow.leases.acquire("telegram", "b", NOW + TTL * 1.5, TTL)
        assert not await uow.leases.renew("telegram", "a", NOW + TTL * 1.5, TTL)
        assert await uow.leases.acquire("zalo", "a", NOW, TTL)


async def test_a_lease_given_back_is_free_at_once_but_only_its_holder_can_give_it(database: SqlDatabase) -> None:
    async with database.write() as uow:
        await uow.leases.acquire("telegram", "a", NOW, TTL)
        await uow.leases.release("telegram", "b")
        assert not await uow.leases.acquire("telegram", "b", NOW, TTL)
        assert await uow.leases.acquire("telegram", "a", NOW, TTL)
        await uow.leases.release("telegram", "a")
        assert await uow.leases.acquire("telegram", "b", NOW, TTL)
