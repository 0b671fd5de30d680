"""The log of progress: nothing is lost, nothing is changed, and what stands is always the last word."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from storage.errors import NotWritten, StorageError
from storage.records import EntryKind, Member, ProgressEntry, Role, Status
from storage.sql.database import SqlDatabase
from storage.unit_of_work import UnitOfWork

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


async def _add(uow: UnitOfWork, plan: str, member: Member, percent: float | None = 60, **more: Any) -> ProgressEntry:
    given: dict[str, Any] = {
        "task": "II.5",
        "period": "2026",
        "kind": EntryKind.UPDATE,
        "status": Status.IN_PROGRESS,
        "note": "đã trình UBND tỉnh",
        "unit": "TCCB",
        "channel": "telegram",
        "now": NOW,
    }
    return await uow.progress.add(plan=plan, member_id=member.id, percent=percent, **(given | more))


async def _undo(uow: UnitOfWork, plan: str, member: Member, entry: ProgressEntry) -> ProgressEntry:
    return await _add(uow, plan, member, entry.percent, kind=EntryKind.UNDO, note="", undoes=entry.id)


async def test_an_entry_comes_back_as_it_was_said(database: SqlDatabase, plan: str, lan: Member) -> None:
    async with database.write() as uow:
        said = await _add(uow, plan, lan, 33.3)
    async with database.read() as uow:
        assert await uow.progress.get(said.id) == said
    assert (said.percent, said.status, said.note) == (33.3, Status.IN_PROGRESS, "đã trình UBND tỉnh")
    assert (said.member_name, said.unit, said.channel, said.at) == ("Nguyễn Thị Lan", "TCCB", "telegram", NOW)
    assert not said.undone


async def test_what_stands_is_the_last_update_of_that_occurrence(database: SqlDatabase, plan: str, lan: Member) -> None:
    async with database.write() as uow:
        await _add(uow, plan, lan, 10)
        last = await _add(uow, plan, lan, 20)
        await _add(uow, plan, lan, None, kind=EntryKind.NOTE, status=None)
        elsewhen = await _add(uow, plan, lan, 70, period="2027")
        await _add(uow, plan, lan, 90, task="II.50")
    async with database.read() as uow:
        assert await uow.progress.latest(plan, "II.5", "2026") == last
        assert await uow.progress.latest(plan, "II.5", "2028") is None
        standing = await uow.progress.latest_of_plan(plan)
        assert standing[("II.5", "2026")] == last
        assert standing[("II.5", "2027")] == elsewhen
        assert len(standing) == 3
        assert await uow.progress.latest_of_plan("another") == {}


async def test_what_is_taken_back_gives_way_to_what_stood_before_and_stays_in_the_log(
    database: SqlDatabase, plan: str, lan: Member
) -> None:
    async with database.write() as uow:
        first, second = await _add(uow, plan, lan, 10), await _add(uow, plan, lan, 80)
        undo = await _undo(uow, plan, lan, second)
    async with database.read() as uow:
        assert await uow.progress.latest(plan, "II.5", "2026") == first
        assert (await uow.progress.latest_of_plan(plan))[("II.5", "2026")] == first
        log = await uow.progress.history(plan)
        assert [(entry.id, entry.undone) for entry in log] == [(undo.id, False), (second.id, True), (first.id, False)]
        assert log[0].undoes == second.id


async def test_the_newest_entry_of_an_occurrence_is_found_however_much_came_for_others(
    database: SqlDatabase, plan: str, lan: Member
) -> None:
    async with database.write() as uow:
        update = await _add(uow, plan, lan, 10)
        note = await _add(uow, plan, lan, None, kind=EntryKind.NOTE, status=None)
        for percent in range(60):
            await _add(uow, plan, lan, percent, period="2027")
    async with database.read() as uow:
        assert await uow.progress.newest(plan, "II.5", "2026") == note
        assert await uow.progress.latest(plan, "II.5", "2026") == update
        assert await uow.progress.newest(plan, "II.5", "2028") is None


async def test_the_log_is_paged_and_narrowed_to_a_task(database: SqlDatabase, plan: str, lan: Member) -> None:
    async with database.write() as uow:
        kept = [await _add(uow, plan, lan, percent) for percent in (10, 20, 30)]
        await _add(uow, plan, lan, 40, task="I.1")
    async with database.read() as uow:
        page = await uow.progress.history(plan, "II.5", limit=2, offset=1)
        assert [entry.id for entry in page] == [kept[1].id, kept[0].id]


async def test_what_can_be_taken_back_is_the_person_s_own_recent_and_standing_entry(
    database: SqlDatabase, plan: str, lan: Member
) -> None:
    async with database.write() as uow:
        minh = await uow.members.add("Minh", Role.STAFF, "TCCB", NOW)
        own = await _add(uow, plan, lan, 10)
        newer = await _add(uow, plan, lan, 20)
        await _add(uow, plan, minh, 30)
        await _undo(uow, plan, lan, newer)
    async with database.read() as uow:
        assert await uow.progress.last_by(lan.id, since=NOW - timedelta(hours=24)) == own
        assert await uow.progress.last_by(lan.id, since=NOW + timedelta(seconds=1)) is None


async def test_sixteen_updates_at_once_are_all_kept(
    database: SqlDatabase, other: SqlDatabase, plan: str, lan: Member
) -> None:
    async def update(through: SqlDatabase) -> None:
        async with through.write() as uow:
            last = await uow.progress.latest(plan, "II.5", "2026")
            await _add(uow, plan, lan, 1 if last is None or last.percent is None else last.percent + 1)

    await asyncio.gather(*(update(through) for through in [database, other] * 8))
    async with database.read() as uow:
        assert [entry.percent for entry in await uow.progress.history(plan)] == [float(n) for n in range(16, 0, -1)]


async def test_an_entry_is_taken_back_once_even_by_two_at_a_time(
    database: SqlDatabase, other: SqlDatabase, plan: str, lan: Member
) -> None:
    async with database.write() as uow:
        entry = await _add(uow, plan, lan, 50)

    async def take_back(through: SqlDatabase) -> bool:
        try:
            async with through.write() as uow:
                await _undo(uow, plan, lan, entry)
        except NotWritten:
            return False
        return True

    assert sorted(await asyncio.gather(*(take_back(through) for through in [database, other] * 2))) == [
        False,
        False,
        False,
        True,
    ]


@pytest.mark.parametrize("percent", [-1, 100.5])
async def test_a_percentage_out_of_range_never_gets_in(
    database: SqlDatabase, plan: str, lan: Member, percent: float
) -> None:
    with pytest.raises(StorageError):
        async with database.write() as uow:
            await _add(uow, plan, lan, percent)
    async with database.read() as uow:
        assert await uow.progress.history(plan) == []


async def test_an_entry_without_its_plan_never_gets_in(database: SqlDatabase, lan: Member) -> None:
    with pytest.raises(StorageError):
        async with database.write() as uow:
            await _add(uow, "no such plan", lan)
