"""The promise of a unit of work: all of it or nothing, and honest when the engine refuses."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import psycopg
import pytest
from sqlalchemy import event
from sqlalchemy.pool import Pool

from storage.errors import NaiveTime, NotWritten, ReadingOnly, StorageError
from storage.records import MessageKind, Role
from storage.sql.database import SqlDatabase, open_database
from storage.sql.engines import parse, sqlite_file

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


async def _names(database: SqlDatabase) -> list[str]:
    async with database.read() as uow:
        return [member.name for member in await uow.members.all()]


async def _add(database: SqlDatabase, name: str) -> None:
    async with database.write() as uow:
        await uow.members.add(name, Role.STAFF, None, NOW)


async def test_an_exception_leaves_nothing_behind(database: SqlDatabase) -> None:
    async def fail() -> None:
        async with database.write() as uow:
            await uow.members.add("Lan", Role.STAFF, None, NOW)
            await uow.outbox.put(key="k", kind=MessageKind.REPLY, reply="{}", now=NOW, channel="c", chat="1")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert await _names(database) == []
    async with database.read() as uow:
        assert await uow.outbox.counts() == {}


@pytest.mark.parametrize("error", [TimeoutError, OSError, KeyError])
async def test_what_the_caller_raises_is_not_taken_for_a_failure_of_the_database(
    database: SqlDatabase, error: type[Exception]
) -> None:
    with pytest.raises(error):
        async with database.write():
            raise error
    with pytest.raises(error):
        async with database.read():
            raise error


async def test_a_cancelled_task_leaves_nothing_behind_and_others_go_on(database: SqlDatabase) -> None:
    inside = asyncio.Event()

    async def interrupted() -> None:
        async with database.write() as uow:
            await uow.members.add("Lan", Role.STAFF, None, NOW)
            inside.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(interrupted())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await _add(database, "Minh")
    assert await _names(database) == ["Minh"]


_DIES = """
import asyncio, os, signal, sys
from datetime import UTC, datetime
from storage.records import Role
from storage.sql.database import open_database

async def main():
    now = datetime(2026, 11, 24, 1, tzinfo=UTC)
    database = open_database(sys.argv[1])
    async with database.write() as uow:
        await uow.members.add("kept", Role.STAFF, None, now)
    async with database.write() as uow:
        await uow.members.add("half done", Role.STAFF, None, now)
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


async def test_a_process_killed_in_the_middle_keeps_what_it_confirmed_and_nothing_else(
    database: SqlDatabase, database_url: str
) -> None:
    ran = await asyncio.to_thread(subprocess.run, [sys.executable, "-c", _DIES, database_url], check=False)
    assert ran.returncode == -signal.SIGKILL
    assert await _names(database) == ["kept"]
    await _add(database, "after")
    assert await _names(database) == ["kept", "after"]


async def test_a_reading_does_not_change_while_others_write(database: SqlDatabase) -> None:
    async with database.read() as uow:
        assert await uow.members.all() == []
        await _add(database, "Lan")
        assert await uow.members.all() == []
    assert await _names(database) == ["Lan"]


async def test_writing_inside_a_reading_is_refused(database: SqlDatabase) -> None:
    with pytest.raises(ReadingOnly):
        async with database.read() as uow:
            await uow.members.add("Lan", Role.STAFF, None, NOW)
    assert await _names(database) == []


async def test_a_failure_that_somebody_swallowed_still_undoes_the_whole(database: SqlDatabase) -> None:
    async def swallowed() -> None:
        async with database.write() as uow:
            await uow.members.add("Lan", Role.STAFF, None, NOW)
            with pytest.raises(StorageError):
                await uow.members.link(999, "telegram", "1", "1")

    with pytest.raises(NotWritten):
        await swallowed()
    assert await _names(database) == []


@pytest.mark.sqlite
async def test_a_write_inside_a_write_says_so_instead_of_hanging(database: SqlDatabase) -> None:
    with pytest.raises(RuntimeError, match="for ever"):
        async with database.write(), database.write():
            pass


async def test_a_time_without_zone_is_refused(database: SqlDatabase) -> None:
    with pytest.raises(NaiveTime):
        async with database.write() as uow:
            await uow.members.add("Lan", Role.STAFF, None, datetime(2026, 11, 24))  # noqa: DTZ001
    assert await _names(database) == []


async def test_a_time_of_any_zone_comes_back_as_the_same_moment_in_utc(database: SqlDatabase) -> None:
    here = datetime(2026, 11, 24, 0, 30, 0, 123456, tzinfo=timezone(timedelta(hours=7)))
    async with database.write() as uow:
        stored = (await uow.members.add("Lan", Role.STAFF, None, here)).created
    assert stored == here
    assert stored.tzinfo is UTC
    assert stored.isoformat() == "2026-11-23T17:30:00.123456+00:00"


@pytest.mark.parametrize("text", ["a\x00b", "a\ud83db", "‮abc", "'; DROP TABLE members; --", "{{7*7}} %s :x <b>"])
async def test_whatever_a_person_types_is_kept_except_what_no_engine_can_hold(database: SqlDatabase, text: str) -> None:
    await _add(database, text)
    assert await _names(database) == [text.replace("\x00", "\ufffd").replace("\ud83d", "\ufffd")]


@contextmanager
def _locked_sqlite(url: str) -> Iterator[None]:
    holder = sqlite3.connect(sqlite_file(parse(url)), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    yield
    holder.close()


@contextmanager
def _locked_postgres(url: str) -> Iterator[None]:
    with psycopg.connect(url.replace("+psycopg", "")) as holder:
        holder.execute("LOCK TABLE members")
        yield


_LOCKED: dict[str, Callable[[str], Any]] = {"sqlite": _locked_sqlite, "postgres": _locked_postgres}


async def test_a_lock_that_another_process_keeps_is_told_and_later_all_is_well(
    database_url: str, engine_name: str
) -> None:
    database = open_database(database_url, busy_timeout=0.1)
    with _LOCKED[engine_name](database_url), pytest.raises(NotWritten):
        await _add(database, "Lan")
    await _add(database, "Minh")
    assert await _names(database) == ["Minh"]
    await database.close()


@contextmanager
def _each_new_connection(pragma: str) -> Iterator[None]:
    def restrict(connection: Any, _record: Any) -> None:
        connection.cursor().execute(f"PRAGMA {pragma}")

    event.listen(Pool, "connect", restrict)
    yield
    event.remove(Pool, "connect", restrict)


@pytest.mark.sqlite
async def test_a_full_disk_is_told_and_what_was_confirmed_stays(database_url: str) -> None:
    file = sqlite_file(parse(database_url))
    with _each_new_connection(f"max_page_count = {file.stat().st_size // 4096 + 20}"):
        database = open_database(database_url)
        confirmed = 0

        async def until_it_is_full() -> None:
            nonlocal confirmed
            while True:
                await _add(database, f"{confirmed}: {'x' * 2000}")
                confirmed += 1

        with pytest.raises(NotWritten, match="full"):
            await until_it_is_full()
        assert confirmed > 5
        assert len(await _names(database)) == confirmed
        await database.close()
    roomier = open_database(database_url)
    await _add(roomier, "Lan")
    assert len(await _names(roomier)) == confirmed + 1
    await roomier.close()


@pytest.mark.sqlite
async def test_a_medium_that_became_read_only_is_told(database_url: str) -> None:
    with _each_new_connection("query_only = ON"):
        database = open_database(database_url)
        with pytest.raises(NotWritten):
            await _add(database, "Lan")
        await database.close()


@pytest.mark.postgres
async def test_a_server_that_drops_the_connection_is_told_and_later_all_is_well(
    database: SqlDatabase, database_url: str
) -> None:
    async def interrupted() -> None:
        async with database.write() as uow:
            await uow.members.add("Lan", Role.STAFF, None, NOW)
            with psycopg.connect(database_url.replace("+psycopg", ""), autocommit=True) as killer:
                others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                killer.execute(f"{others} WHERE datname = current_database() AND pid <> pg_backend_pid()")
            await uow.members.add("Minh", Role.STAFF, None, NOW)

    with pytest.raises(NotWritten):
        await interrupted()
    await _add(database, "Hoa")
    assert await _names(database) == ["Hoa"]
