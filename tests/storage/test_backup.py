"""One file to keep, and the way back. A backup counts only when it was restored and read."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage import backup, migrate
from storage.errors import DatabaseInUse, Fault, NotWritten, UnusableBackup, UseServerTools
from storage.records import Role
from storage.sql.database import SqlDatabase, open_database
from storage.sql.engines import parse, sqlite_file

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)

pytestmark = pytest.mark.sqlite


async def _add(database: SqlDatabase, *names: str) -> None:
    async with database.write() as uow:
        for name in names:
            await uow.members.add(name, Role.STAFF, None, NOW)


async def _names(url: str) -> list[str]:
    database = open_database(url)
    async with database.read() as uow:
        found = [member.name for member in await uow.members.all()]
    await database.close()
    return found


async def test_a_backup_taken_while_the_bot_writes_is_whole_and_has_all_that_was_confirmed(
    database: SqlDatabase, database_url: str, tmp_path: Path
) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'restored.sqlite3'}"
    stop = asyncio.Event()
    confirmed = 0

    async def keep_writing() -> None:
        nonlocal confirmed
        while not stop.is_set():
            await _add(database, f"{confirmed}a", f"{confirmed}b")  # in pairs: half a pair would be half a transaction
            confirmed += 1

    writing = asyncio.create_task(keep_writing())
    for round_ in range(3):
        await asyncio.sleep(0.05)
        before = confirmed
        made = await backup.backup(database_url, tmp_path / "kept.sqlite3")
        await backup.restore(url, made.file, NOW + timedelta(seconds=round_))
        names = await _names(url)
        assert len(names) % 2 == 0
        assert before <= len(names) // 2 <= confirmed
        assert made.members == len(names)
    stop.set()
    await writing


async def test_yesterday_s_backup_brings_yesterday_back_and_keeps_today_beside_it(
    database: SqlDatabase, database_url: str, tmp_path: Path
) -> None:
    await _add(database, "yesterday")
    await backup.backup(database_url, tmp_path / "kept.sqlite3")
    await _add(database, "today")
    await database.close()

    restored = await backup.restore(database_url, tmp_path / "kept.sqlite3", NOW)
    assert await _names(database_url) == ["yesterday"]
    assert restored.backup.members == 1
    assert restored.replaced is not None
    assert restored.replaced.name == "dondoc.sqlite3.20261124-010000.replaced"
    assert await _names(f"sqlite+aiosqlite:///{restored.replaced}") == ["yesterday", "today"]


async def test_nothing_is_restored_under_a_running_bot(
    database: SqlDatabase, database_url: str, tmp_path: Path
) -> None:
    await backup.backup(database_url, tmp_path / "kept.sqlite3")
    await _add(database, "Lan")
    with pytest.raises(DatabaseInUse):
        await backup.restore(database_url, tmp_path / "kept.sqlite3", NOW)
    await _add(database, "Minh")
    assert await _names(database_url) == ["Lan", "Minh"]


def _damaged(good: bytes) -> bytes:
    middle = len(good) // 2
    return good[:middle] + os.urandom(16384) + good[middle + 16384 :]


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        (_damaged, Fault.DAMAGED),
        (lambda good: good[: len(good) // 2], Fault.DAMAGED),
        (lambda good: b"not a database at all", Fault.FOREIGN),
        (lambda good: b"", Fault.FOREIGN),
        (None, Fault.MISSING),
    ],
    ids=["overwritten in the middle", "cut off", "another file", "empty", "none"],
)
async def test_a_file_that_cannot_be_trusted_replaces_nothing(
    database: SqlDatabase, database_url: str, tmp_path: Path, harm: object, fault: Fault
) -> None:
    await _add(database, *(f"{n}" * 3000 for n in range(60)))
    await database.close()
    file = tmp_path / "kept.sqlite3"
    if callable(harm):
        await backup.backup(database_url, file)
        file.write_bytes(harm(file.read_bytes()))
    with pytest.raises(UnusableBackup) as refused:
        await backup.restore(database_url, file, NOW)
    assert refused.value.fault is fault
    assert len(await _names(database_url)) == 60
    assert [name for name in os.listdir(sqlite_file(parse(database_url)).parent) if "replaced" in name] == []


async def test_a_backup_of_a_newer_program_is_refused_and_one_of_an_older_is_upgraded_later(
    database: SqlDatabase, database_url: str, tmp_path: Path
) -> None:
    await database.close()
    file = tmp_path / "kept.sqlite3"
    await backup.backup(database_url, file)
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(UnusableBackup) as refused:
        await backup.check(file)
    assert refused.value.fault is Fault.NEWER
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
    await backup.restore(database_url, file, NOW)
    assert await migrate.current(database_url) == "0000"


async def test_a_damaged_database_can_be_replaced_by_a_good_backup(
    database: SqlDatabase, database_url: str, tmp_path: Path
) -> None:
    await _add(database, "Lan")
    await backup.backup(database_url, tmp_path / "kept.sqlite3")
    await database.close()
    sqlite_file(parse(database_url)).write_bytes(b"the disk has lost its mind" * 100)
    restored = await backup.restore(database_url, tmp_path / "kept.sqlite3", NOW)
    assert restored.replaced is not None
    assert restored.replaced.read_bytes().startswith(b"the disk")
    assert await _names(database_url) == ["Lan"]


async def test_a_newer_backup_takes_the_place_of_an_older_one_in_one_step_and_is_private(
    database: SqlDatabase, database_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "folder" / "kept.sqlite3"
    await backup.backup(database_url, file)
    await _add(database, "Lan")
    made = await backup.backup(database_url, file)
    assert (made.members, made.size) == (1, file.stat().st_size)
    assert os.listdir(file.parent) == ["kept.sqlite3"]
    assert file.stat().st_mode & 0o777 == 0o600


async def test_where_there_is_no_database_nothing_is_backed_up(tmp_path: Path) -> None:
    with pytest.raises(NotWritten):
        await backup.backup(f"sqlite+aiosqlite:///{tmp_path / 'none.sqlite3'}", tmp_path / "kept.sqlite3")
    assert os.listdir(tmp_path) == []


async def test_a_server_is_left_to_its_own_tools_and_no_password_is_shown(tmp_path: Path) -> None:
    url = "postgresql+psycopg://bot:secret@db.example/dondoc"
    with pytest.raises(UseServerTools) as told:
        await backup.backup(url, Path("kept.dump"))
    assert told.value.command == "pg_dump --format=custom --file=kept.dump 'postgresql://bot@db.example/dondoc'"
    with pytest.raises(UseServerTools) as told:
        await backup.restore(url, Path("kept.dump"), NOW)
    assert told.value.command.startswith("pg_restore ")
    assert "secret" not in told.value.command
