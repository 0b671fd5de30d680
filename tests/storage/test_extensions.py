"""Later deadlines."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from storage.errors import NoSuchRecord
from storage.records import Extension, Member
from storage.unit_of_work import Database, UnitOfWork

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


async def _extend(uow: UnitOfWork, plan: str, member: Member, due: date, previous: date | None) -> Extension:
    return await uow.extensions.add(
        plan=plan,
        task="II.5",
        period="2026",
        due=due,
        previous=previous,
        reason="chờ UBND tỉnh",
        document="12/SGDĐT-VP",
        member_id=member.id,
        now=NOW,
    )


async def test_extensions_are_listed_oldest_first_without_those_taken_back(
    database: Database, plan: str, lan: Member
) -> None:
    async with database.write() as uow:
        first = await _extend(uow, plan, lan, date(2026, 12, 1), None)
        wrong = await _extend(uow, plan, lan, date(2062, 12, 1), first.due)
        last = await _extend(uow, plan, lan, date(2026, 12, 20), first.due)
        await uow.extensions.undo(wrong.id, NOW + timedelta(hours=1))
    async with database.read() as uow:
        assert await uow.extensions.of_plan(plan) == [first, last]
        taken_back = await uow.extensions.get(wrong.id)
        assert taken_back is not None
        assert (taken_back.undone, taken_back.due, taken_back.previous) == (True, date(2062, 12, 1), first.due)
        assert (last.reason, last.document, last.at) == ("chờ UBND tỉnh", "12/SGDĐT-VP", NOW)
        assert await uow.extensions.of_plan("another") == []
        assert await uow.extensions.history(plan) == [first, taken_back, last]
        assert taken_back.undone_at == NOW + timedelta(hours=1)


async def test_an_extension_that_is_not_there_cannot_be_taken_back(database: Database) -> None:
    async with database.write() as uow:
        with pytest.raises(NoSuchRecord):
            await uow.extensions.undo(7, NOW)
        assert await uow.extensions.get(7) is None
