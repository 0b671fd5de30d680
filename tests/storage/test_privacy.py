"""A person's own data: everything that names them is exported; erased, the official log keeps a number."""

from __future__ import annotations

from datetime import UTC, datetime

from storage.records import Role
from storage.sql.database import SqlDatabase

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


async def test_everything_about_one_person_and_nobody_else(database: SqlDatabase) -> None:
    async with database.write() as uow:
        lan = await uow.members.add("Lan", Role.STAFF, "TH", NOW)
        nam = await uow.members.add("Nam", Role.STAFF, "TC", NOW)
        for member in (lan, nam):
            await uow.members.link(member.id, "terminal", member.name, member.name)
            await uow.privacy.consent(member.id, 1, NOW)
            await uow.invites.note_failure("terminal", member.name, NOW)
            await uow.audit.add(
                member_id=member.id, member_name=member.name, action="join", subject=member.name, now=NOW
            )
        found = await uow.privacy.everything(lan.id)
    assert set(found) == {"members", "accounts", "consents", "audit", "invite_failures"}
    assert "Nam" not in str(found)


async def test_erased_the_log_keeps_a_number(database: SqlDatabase) -> None:
    async with database.write() as uow:
        lan = await uow.members.add("Lan", Role.STAFF, "TH", NOW)
        await uow.requests.add("terminal", "lan.97", "chat.97", "Lan", "Lan, Phòng Tổng hợp", "TH", NOW)
        await uow.members.link(lan.id, "terminal", "lan.97", "chat.97")
        await uow.audit.add(member_id=lan.id, member_name="Lan", action="join", subject="x", now=NOW)
        await uow.privacy.pseudonymise(lan.id, "người dùng #1")
        found = str(await uow.privacy.everything(lan.id)) + str(await uow.requests.pending())
        (entry,) = await uow.audit.newest()
    assert (entry.member_name, entry.member_id) == ("người dùng #1", lan.id)
    assert "Lan" not in found
    assert "97" not in found
