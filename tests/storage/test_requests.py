"""Strangers who ask to be let in."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from storage.records import Member, RequestState
from storage.sql.database import SqlDatabase

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


async def test_asking_again_corrects_the_first_request_and_keeps_its_place(database: SqlDatabase) -> None:
    async with database.write() as uow:
        first = await uow.requests.add("telegram", "1", "c1", "Lan", "phòng TCCB", None, NOW)
        await uow.requests.add("telegram", "2", "c2", "Minh", "", "VP", NOW)
        again = await uow.requests.add("telegram", "1", "c1", "Lan", "tổ chức", "TCCB", NOW + timedelta(hours=1))
    assert (again.id, again.words, again.unit, again.created) == (first.id, "tổ chức", "TCCB", NOW)
    async with database.read() as uow:
        assert [request.name for request in await uow.requests.pending()] == ["Lan", "Minh"]
        assert await uow.requests.pending_of("telegram", "1") == again
        assert await uow.requests.pending_of("zalo", "1") is None


async def test_who_was_refused_may_ask_again(database: SqlDatabase, lan: Member) -> None:
    async with database.write() as uow:
        first = await uow.requests.add("telegram", "1", "c1", "Lan", "", None, NOW)
        assert await uow.requests.decide(first.id, RequestState.REFUSED, lan.id, NOW)
        second = await uow.requests.add("telegram", "1", "c1", "Lan", "", None, NOW)
        assert second.id != first.id
        refused = await uow.requests.get(first.id)
        assert refused is not None
        assert (refused.state, refused.decided, refused.decided_by) == (RequestState.REFUSED, NOW, lan.id)


async def test_two_who_decide_at_once_do_not_both_decide(
    database: SqlDatabase, other: SqlDatabase, lan: Member
) -> None:
    async with database.write() as uow:
        request = await uow.requests.add("telegram", "1", "c1", "Hoa", "", None, NOW)

    async def decide(through: SqlDatabase, state: RequestState) -> bool:
        async with through.write() as uow:
            return await uow.requests.decide(request.id, state, lan.id, NOW)

    states = (RequestState.APPROVED, RequestState.REFUSED)
    decided = await asyncio.gather(*(decide(db, state) for db in (database, other) for state in states))
    assert sorted(decided) == [False, False, False, True]


async def test_a_person_who_presses_twice_has_one_request(database: SqlDatabase, other: SqlDatabase) -> None:
    async def ask(through: SqlDatabase) -> None:
        async with through.write() as uow:
            await uow.requests.add("telegram", "1", "c1", "Hoa", "", None, NOW)

    await asyncio.gather(*(ask(through) for through in [database, other] * 4))
    async with database.read() as uow:
        assert len(await uow.requests.pending()) == 1
