"""One-time codes."""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from storage.records import Invite, Role
from storage.sql.database import SqlDatabase
from storage.sql.engines import parse, sqlite_file

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
DAY = timedelta(days=1)
CODE = "K7QM-29XD-4TRA"


async def _invite(database: SqlDatabase, code: str = CODE) -> Invite:
    async with database.write() as uow:
        return await uow.invites.add(code, Role.HEAD, "TCCB", NOW + DAY, NOW, None)


async def _redeem(database: SqlDatabase, code: str, now: datetime = NOW) -> Invite | None:
    async with database.write() as uow:
        return await uow.invites.redeem(code, now)


@pytest.mark.parametrize("typed", [CODE, "k7qm29xd4tra", " K7QM 29XD – 4TRA ", "Ｋ7QM-29XD-4TRA"])
async def test_a_code_is_taken_as_people_type_it(database: SqlDatabase, typed: str) -> None:
    invite = await _invite(database)
    redeemed = await _redeem(database, typed)
    assert redeemed is not None
    assert (redeemed.id, redeemed.role, redeemed.unit, redeemed.used) == (invite.id, Role.HEAD, "TCCB", NOW)


@pytest.mark.parametrize("typed", ["K7QM-29XD-4TRB", "", "%", "K7QM"])
async def test_a_wrong_code_opens_nothing(database: SqlDatabase, typed: str) -> None:
    await _invite(database)
    assert await _redeem(database, typed) is None


async def test_a_code_works_once_and_not_after_its_time(database: SqlDatabase) -> None:
    await _invite(database)
    assert await _redeem(database, CODE, NOW + DAY) is None
    assert await _redeem(database, CODE) is not None
    assert await _redeem(database, CODE) is None


async def test_of_many_who_use_a_code_at_once_one_gets_in(database: SqlDatabase, other: SqlDatabase) -> None:
    await _invite(database)
    got = await asyncio.gather(*(_redeem(through, CODE) for through in [database, other] * 5))
    assert len([invite for invite in got if invite is not None]) == 1


async def test_who_used_it_is_kept(database: SqlDatabase) -> None:
    invite = await _invite(database)
    async with database.write() as uow:
        await uow.invites.redeem(CODE, NOW)
        lan = await uow.members.add("Lan", Role.HEAD, "TCCB", NOW)
        await uow.invites.used_by(invite.id, lan.id)
        assert await uow.invites.redeem(CODE, NOW) is None


@pytest.mark.sqlite
async def test_the_code_itself_is_not_in_the_database(database: SqlDatabase, database_url: str) -> None:
    await _invite(database)
    await _invite(database)
    with sqlite3.connect(sqlite_file(parse(database_url))) as connection:
        rows = connection.execute("SELECT * FROM invites").fetchall()
        digests = {row for (row,) in connection.execute("SELECT digest FROM invites")}
    plain = CODE.replace("-", "").lower()
    assert all(plain not in str(value).replace("-", "").lower() for row in rows for value in row)
    assert len(digests) == 2, "the same code twice must not look the same"


async def test_failures_are_counted_for_each_account_since_a_moment(database: SqlDatabase) -> None:
    async with database.write() as uow:
        for minutes in (0, 1, 2):
            await uow.invites.note_failure("telegram", "1", NOW + timedelta(minutes=minutes))
        await uow.invites.note_failure("telegram", "2", NOW)
    async with database.read() as uow:
        assert await uow.invites.failures("telegram", "1", NOW + timedelta(minutes=1)) == 2
        assert await uow.invites.failures("zalo", "1", NOW) == 0
