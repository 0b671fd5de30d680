"""Updates that were fetched: kept once, handled once, in the order of their conversation."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from storage.records import InboxItem
from storage.sql.database import SqlDatabase
from storage.unit_of_work import UnitOfWork

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


async def _store(database: SqlDatabase, *items: tuple[str, str, str], channel: str = "telegram") -> int:
    async with database.write() as uow:
        return await uow.inbox.store(channel, items, NOW)


async def _drained(uow: UnitOfWork) -> list[InboxItem]:
    """Handles all that waits, conversation by conversation."""
    found = []
    while lanes := await uow.inbox.lanes():
        while item := await uow.inbox.next(lanes[0]):
            found.append(item)
            await uow.inbox.done(item.id, NOW)
    return found


async def test_an_update_fetched_again_is_passed_over_whatever_it_holds(database: SqlDatabase) -> None:
    assert await _store(database, ("1", "a", "first"), ("2", "b", "{}")) == 2
    assert await _store(database, ("1", "a", "second"), ("3", "a", "{}"), ("3", "a", "{}")) == 1
    assert await _store(database, ("1", "a", "{}"), channel="zalo") == 1
    async with database.write() as uow:
        assert [(i.channel, i.key, i.payload) for i in await _drained(uow)] == [
            ("telegram", "1", "first"),
            ("telegram", "3", "{}"),
            ("zalo", "1", "{}"),
            ("telegram", "2", "{}"),
        ]


async def test_the_same_update_a_hundred_times_at_once_is_kept_once(database: SqlDatabase, other: SqlDatabase) -> None:
    kept = await asyncio.gather(*(_store(through, ("1", "a", "{}")) for through in [database, other] * 50))
    assert sum(kept) == 1


async def test_a_large_batch_is_kept_whole_and_an_empty_one_is_nothing(database: SqlDatabase) -> None:
    assert await _store(database, *((str(n), "a", "{}") for n in range(1201))) == 1201
    assert await _store(database) == 0
    async with database.write() as uow:
        assert [item.key for item in await _drained(uow)] == [str(n) for n in range(1201)]


async def test_each_conversation_goes_on_in_its_order(database: SqlDatabase) -> None:
    await _store(database, ("1", "b", "{}"), ("2", "a", "{}"), ("3", "b", "{}"))
    async with database.write() as uow:
        assert await uow.inbox.lanes() == ["b", "a"]
        first = await uow.inbox.next("b")
        assert first is not None
        assert first.key == "1"
        assert await uow.inbox.done(first.id, NOW)
        assert await uow.inbox.lanes() == ["a", "b"]
        second = await uow.inbox.next("b")
        assert second is not None
        assert second.key == "3"
        assert await uow.inbox.next("c") is None


async def test_an_item_is_done_once(database: SqlDatabase) -> None:
    await _store(database, ("1", "a", "{}"))
    async with database.write() as uow:
        (item,) = await _drained(uow)
        assert not await uow.inbox.done(item.id, NOW, "again")


async def test_two_processes_handle_a_conversation_one_after_the_other(
    database: SqlDatabase, other: SqlDatabase
) -> None:
    await _store(database, *((str(n), "a", "{}") for n in range(8)))
    handled: list[str] = []

    async def work(through: SqlDatabase) -> None:
        while True:
            async with through.write() as uow:
                item = await uow.inbox.next("a")
                if item is None:
                    return
                await asyncio.sleep(0.002)
                assert await uow.inbox.done(item.id, NOW), "the other one has handled it too"
                handled.append(item.key)

    await asyncio.gather(work(database), work(other))
    assert handled == [str(n) for n in range(8)]


async def test_what_is_forgotten_is_old_and_handled_and_its_number_is_never_given_again(database: SqlDatabase) -> None:
    await _store(database, ("1", "a", "{}"), ("2", "b", "{}"))
    async with database.write() as uow:
        first = await uow.inbox.next("a")
        second = await uow.inbox.next("b")
        assert first is not None
        assert second is not None
        await uow.inbox.done(second.id, NOW)
        assert await uow.inbox.purge(NOW) == 0
        assert await uow.inbox.purge(NOW + timedelta(days=7)) == 1
        await uow.inbox.done(first.id, NOW)
        assert await uow.inbox.purge(NOW + timedelta(days=7)) == 1
    await _store(database, ("3", "a", "{}"))
    async with database.write() as uow:
        (third,) = await _drained(uow)
        assert third.id > second.id, "replies are keyed by this number: a second 1 would find its reply already sent"
