"""Writes that share a transaction stand or fall each for itself."""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import UTC, datetime

import pytest

from scheduler.together import Together
from storage.errors import NotWritten
from storage.sql.database import SqlDatabase, open_database
from storage.unit_of_work import UnitOfWork

NOW = datetime(2026, 12, 1, tzinfo=UTC)


class Counting:
    """A database that counts its write transactions."""

    def __init__(self, database: SqlDatabase) -> None:
        self.database = database
        self.transactions = 0
        self.read, self.close = database.read, database.close

    def write(self):  # type: ignore[no-untyped-def]
        self.transactions += 1
        return self.database.write()


async def _set(together: Together, key: str) -> str:
    async def act(uow: UnitOfWork) -> str:
        await uow.settings.set(key, '"x"', NOW)
        if key == "bad":
            raise ValueError(key)
        return key

    return await together.write(act)


async def _kept(database: SqlDatabase) -> set[str]:
    async with database.read() as uow:
        return set(await uow.settings.all())


async def test_many_at_once_share_few_transactions_and_each_gets_its_own_result(database: SqlDatabase) -> None:
    counting = Counting(database)
    together = Together(counting)
    keys = [str(number) for number in range(40)]
    assert await asyncio.gather(*(_set(together, key) for key in keys)) == keys
    assert await _kept(database) == set(keys)
    assert counting.transactions <= 3


async def test_one_that_fails_fails_alone(database: SqlDatabase) -> None:
    together = Together(database)
    keys = ["a", "bad", "b", "c"]
    results = await asyncio.gather(*(_set(together, key) for key in keys), return_exceptions=True)
    assert [type(result) for result in results] == [str, ValueError, str, str]
    assert await _kept(database) == {"a", "b", "c"}


async def test_one_that_is_given_up_while_it_waits_is_not_written(database: SqlDatabase) -> None:
    together = Together(database)
    async with database.write():
        first, second = (asyncio.create_task(_set(together, key)) for key in ("a", "b"))
        await asyncio.sleep(0)
        second.cancel()
        await asyncio.sleep(0)
    assert await first == "a"
    assert await _kept(database) == {"a"}


async def test_one_that_is_given_up_while_it_writes_for_all_leaves_the_others_their_turn(
    database: SqlDatabase,
) -> None:
    together = Together(database)
    reached, go_on = asyncio.Event(), asyncio.Event()

    async def slow(uow: UnitOfWork) -> None:
        reached.set()
        await go_on.wait()

    first = asyncio.create_task(together.write(slow))
    await reached.wait()
    second = asyncio.create_task(_set(together, "b"))
    await asyncio.sleep(0)
    first.cancel()
    assert await second == "b"
    assert await _kept(database) == {"b"}


async def test_a_database_that_refuses_refuses_all_of_them(sqlite_url: str) -> None:
    database = open_database(sqlite_url, busy_timeout=0.01)
    together = Together(database)
    other = sqlite3.connect(sqlite_url.partition("///")[2], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    results = await asyncio.gather(*(_set(together, key) for key in "abc"), return_exceptions=True)
    assert {type(result) for result in results} == {NotWritten}
    other.close()
    assert await _set(together, "d") == "d"
    with pytest.raises(ValueError, match="bad"):
        await _set(together, "bad")
    await database.close()
