"""Files that people sent are kept once, whole, and no larger than allowed."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from storage.errors import FileTooLarge
from storage.records import MAX_FILE, EntryKind, Member
from storage.unit_of_work import Database

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
CONTENT = bytes(range(256)) * 3


async def test_a_file_comes_back_whole_and_says_who_sent_it(database: Database, lan: Member) -> None:
    async with database.write() as uow:
        kept = await uow.files.put(CONTENT, "Báo cáo.pdf", "application/pdf", NOW, lan.id)
    assert kept.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert (kept.name, kept.media_type, kept.size) == ("Báo cáo.pdf", "application/pdf", len(CONTENT))
    assert (kept.member_id, kept.created) == (lan.id, NOW)
    async with database.read() as uow:
        assert await uow.files.get(kept.sha256) == kept
        assert await uow.files.content(kept.sha256) == CONTENT
        assert await uow.files.get("0" * 64) is None
        assert await uow.files.content("0" * 64) is None


async def test_the_same_bytes_are_kept_once_under_their_first_name(database: Database, lan: Member) -> None:
    async with database.write() as uow:
        first = await uow.files.put(CONTENT, "một.pdf", "application/pdf", NOW, lan.id)
    async with database.write() as uow:
        again = await uow.files.put(CONTENT, "hai.pdf", "", NOW + timedelta(days=1))
    assert again == replace(first, created=NOW + timedelta(days=1))


async def test_files_that_came_to_nothing_are_forgotten_after_a_time(
    database: Database, lan: Member, plan: str
) -> None:
    async with database.write() as uow:
        entry = await uow.progress.add(
            plan=plan,
            task="I.1",
            period="",
            kind=EntryKind.UPDATE,
            percent=10,
            status=None,
            note="",
            member_id=lan.id,
            unit=None,
            channel="terminal",
            now=NOW,
        )
        proof, draft, resent = [await uow.files.put(bytes([n]), str(n), "", NOW) for n in range(3)]
        await uow.evidence.add(entry.id, proof.sha256, "0", lan.id, NOW)
        await uow.files.put(bytes([2]), "2", "", NOW + timedelta(days=20))
        await uow.files.purge(NOW + timedelta(days=10))
    async with database.read() as uow:
        found = [await uow.files.get(file.sha256) is not None for file in (proof, draft, resent)]
    assert found == [True, False, True]


async def test_a_file_that_is_too_large_is_refused(database: Database) -> None:
    with pytest.raises(FileTooLarge):
        async with database.write() as uow:
            await uow.files.put(b"x" * (MAX_FILE + 1), "lớn.bin", "", NOW)
    async with database.write() as uow:
        assert (await uow.files.put(b"x" * MAX_FILE, "vừa.bin", "", NOW)).size == MAX_FILE
