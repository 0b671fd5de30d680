"""Addresses of files: whoever knows one gets the file, until it lapses, is taken back, or its owner is locked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from storage.records import LinkedFile, Role
from storage.sql.database import SqlDatabase
from storage.unit_of_work import UnitOfWork

NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
FILE = LinkedFile("báo cáo.docx", "application/msword", b"PK\x00\xff")


async def _add(uow: UnitOfWork, token: str, chat: str = "lan") -> None:
    await uow.links.add(token, FILE, channel="wire", chat=chat, expires=NOW + timedelta(days=7), now=NOW)


async def test_the_address_gives_the_file_and_no_other_does(database: SqlDatabase) -> None:
    async with database.write() as uow:
        await _add(uow, "bí-mật")
    async with database.read() as uow:
        assert await uow.links.find("bí-mật", NOW) == FILE
        assert await uow.links.find("bi-mat", NOW) is None
        assert await uow.links.find("", NOW) is None


async def test_it_lapses_and_is_then_forgotten(database: SqlDatabase) -> None:
    later = NOW + timedelta(days=7)
    async with database.write() as uow:
        await _add(uow, "a")
        assert await uow.links.find("a", later) is None
        assert await uow.links.purge(NOW) == 0
        assert await uow.links.purge(later) == 1


async def test_those_of_one_chat_can_be_taken_back(database: SqlDatabase) -> None:
    async with database.write() as uow:
        await _add(uow, "a")
        await _add(uow, "b")
        await _add(uow, "c", "hùng")
        assert await uow.links.open("wire", "lan", NOW) == 2
        assert await uow.links.revoke("wire", "lan") == 2
        assert await uow.links.find("a", NOW) is None
        assert await uow.links.find("c", NOW) == FILE


async def test_a_locked_member_opens_nothing(database: SqlDatabase) -> None:
    async with database.write() as uow:
        member = await uow.members.add("Lan", Role.STAFF, None, NOW)
        await uow.members.link(member.id, "wire", "account of lan", "lan")
        await _add(uow, "a")
        await _add(uow, "c", "hùng")
        assert await uow.links.find("a", NOW) == FILE
        await uow.members.change(member.id, active=False)
        assert await uow.links.find("a", NOW) is None
        assert await uow.links.find("c", NOW) == FILE
