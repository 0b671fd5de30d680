"""The log of the office's acts."""

from __future__ import annotations

from datetime import UTC, datetime

from storage.records import Member
from storage.unit_of_work import Database

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


async def test_acts_are_listed_newest_first_paged_and_by_kind(database: Database, lan: Member) -> None:
    async with database.write() as uow:
        for action, subject in (("extend", "II.5"), ("block", "Minh"), ("extend", "I.1")):
            await uow.audit.add(
                member_id=lan.id, member_name=lan.name, action=action, subject=subject, now=NOW, before="a", after="b"
            )
        await uow.audit.add(member_id=None, member_name="", action="invite", subject="office", now=NOW)
    async with database.read() as uow:
        assert [entry.subject for entry in await uow.audit.newest(limit=2, offset=1)] == ["I.1", "Minh"]
        extended = await uow.audit.newest(action="extend")
        assert [entry.subject for entry in extended] == ["I.1", "II.5"]
        assert (extended[0].member_name, extended[0].before, extended[0].after) == ("Nguyễn Thị Lan", "a", "b")
        assert (await uow.audit.newest(limit=1))[0].member_id is None
