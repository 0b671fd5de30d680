"""People and their accounts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from storage.errors import NoSuchRecord
from storage.records import Role
from storage.unit_of_work import Database

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


async def test_a_person_is_found_by_any_of_their_accounts(database: Database) -> None:
    async with database.write() as uow:
        lan = await uow.members.add("Nguyễn Thị Lan", Role.STAFF, "TCCB", NOW)
        await uow.members.link(lan.id, "telegram", "11", "chat-11")
        await uow.members.link(lan.id, "zalo", "z1", "chat-z1")
    async with database.read() as uow:
        found = await uow.members.by_account("zalo", "z1")
        assert found is not None
        assert (found.id, found.name, found.created) == (lan.id, "Nguyễn Thị Lan", NOW)
        assert [(a.channel, a.account, a.chat) for a in found.accounts] == [
            ("telegram", "11", "chat-11"),
            ("zalo", "z1", "chat-z1"),
        ]
        assert await uow.members.by_account("telegram", "z1") is None


async def test_an_account_tied_to_somebody_else_is_moved_and_can_be_reached_again(database: Database) -> None:
    async with database.write() as uow:
        lan = await uow.members.add("Lan", Role.STAFF, "TCCB", NOW)
        minh = await uow.members.add("Minh", Role.STAFF, "TCCB", NOW)
        await uow.members.link(lan.id, "telegram", "11", "old")
        await uow.members.set_reachable("telegram", "11", False)
        await uow.members.link(minh.id, "telegram", "11", "new")
    async with database.read() as uow:
        left, got = await uow.members.get(lan.id), await uow.members.get(minh.id)
        assert left is not None
        assert got is not None
        assert left.accounts == ()
        assert [(a.chat, a.reachable) for a in got.accounts] == [("new", True)]


async def test_a_change_touches_only_what_it_names(database: Database) -> None:
    async with database.write() as uow:
        lan = await uow.members.add("Lan", Role.STAFF, "TCCB", NOW)
        changed = await uow.members.change(lan.id, role=Role.HEAD)
        assert (changed.name, changed.role, changed.unit, changed.active) == ("Lan", Role.HEAD, "TCCB", True)
        await uow.members.set_unit(lan.id, None)
        moved = await uow.members.change(lan.id, active=False)
        assert (moved.role, moved.unit, moved.active) == (Role.HEAD, None, False)


async def test_lists_leave_out_who_has_left_unless_asked(database: Database) -> None:
    async with database.write() as uow:
        lan = await uow.members.add("Lan", Role.OFFICE, "VP", NOW)
        minh = await uow.members.add("Minh", Role.OFFICE, "VP", NOW)
        await uow.members.change(minh.id, active=False)
    async with database.read() as uow:
        assert [m.id for m in await uow.members.all()] == [lan.id]
        assert [m.id for m in await uow.members.all(active=None)] == [lan.id, minh.id]
        assert [m.id for m in await uow.members.all(active=False)] == [minh.id]
        assert [m.id for m in await uow.members.of_unit("VP")] == [lan.id]
        assert [m.id for m in await uow.members.with_role(Role.OFFICE)] == [lan.id]
        assert await uow.members.with_role(Role.DIRECTOR) == []


async def test_somebody_unknown_cannot_be_changed(database: Database) -> None:
    async with database.write() as uow:
        with pytest.raises(NoSuchRecord):
            await uow.members.change(99, active=False)
        with pytest.raises(NoSuchRecord):
            await uow.members.set_unit(99, "VP")
