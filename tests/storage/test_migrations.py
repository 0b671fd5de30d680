"""The schema and its history."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, event, inspect, text
from sqlalchemy.pool import Pool

from storage import migrate
from storage.errors import NotWritten, StorageError, UnknownRevision
from storage.records import Role
from storage.sql import engines
from storage.sql.database import open_database
from storage.sql.revision import HEAD
from storage.sql.tables import metadata

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
REVISIONS = [script.revision for script in ScriptDirectory.from_config(migrate.configuration()).walk_revisions()][::-1]

_SCHEMA = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE tbl_name <> 'alembic_version' ORDER BY name",
    "postgres": """
        SELECT table_name || '.' || column_name AS name,
               concat_ws(' ', row_number() OVER (PARTITION BY table_name ORDER BY ordinal_position),
                         data_type, is_nullable, column_default, is_identity)
          FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name <> 'alembic_version'
        UNION ALL
        SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'
        UNION ALL
        SELECT conname || ' of ' || conrelid::regclass, pg_get_constraintdef(oid)
          FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 'alembic_version'::regclass
         ORDER BY 1, 2""",
}


def _schema(url: str, engine_name: str) -> list[tuple[str, str]]:
    with engines.make_sync(engines.parse(url), "read").connect() as connection:
        rows = connection.execute(text(_SCHEMA[engine_name]))
        return [(name, " ".join((words or "").split())) for name, words in rows]


def _tables(url: str) -> set[str]:
    with engines.make_sync(engines.parse(url), "read").connect() as connection:
        return set(inspect(connection).get_table_names())


def test_revisions_are_numbered_in_their_order_and_the_program_needs_the_last() -> None:
    numbered = [f"{number:04}" for number in range(1, len(REVISIONS) + 1)]
    assert numbered == REVISIONS
    assert numbered[-1] == HEAD


def test_the_revisions_make_exactly_the_tables_that_the_program_uses(empty_url: str, engine_name: str) -> None:
    asyncio.run(migrate.upgrade(empty_url))
    made_by_revisions = _schema(empty_url, engine_name)
    with engines.make_sync(engines.parse(empty_url), "migrate").begin() as connection:
        metadata.drop_all(connection)
    assert _tables(empty_url) == {"alembic_version"}
    with engines.make_sync(engines.parse(empty_url), "migrate").begin() as connection:
        metadata.create_all(connection)
    assert made_by_revisions == _schema(empty_url, engine_name)
    assert made_by_revisions


def test_alembic_finds_nothing_to_add(database_url: str) -> None:
    command.check(migrate.configuration(database_url))


@pytest.mark.parametrize("revision", REVISIONS)
async def test_each_revision_goes_up_down_and_up_again(empty_url: str, engine_name: str, revision: str) -> None:
    before = REVISIONS[REVISIONS.index(revision) - 1] if revision != REVISIONS[0] else "base"
    await migrate.upgrade(empty_url, before)
    # SQLite keeps its own table of used numbers.
    without = (
        [row for row in _schema(empty_url, engine_name) if row[0] != "sqlite_sequence"] if before != "base" else []
    )
    await migrate.upgrade(empty_url, revision)
    with_it = _schema(empty_url, engine_name)
    await migrate.downgrade(empty_url, before)
    assert [row for row in _schema(empty_url, engine_name) if row[0] != "sqlite_sequence"] == without
    await migrate.upgrade(empty_url, revision)
    assert _schema(empty_url, engine_name) == with_it
    assert await migrate.current(empty_url) == revision


async def test_a_database_is_made_ready_once_and_its_rows_stay(empty_url: str) -> None:
    assert await migrate.current(empty_url) is None
    await migrate.upgrade(empty_url)
    database = open_database(empty_url)
    async with database.write() as uow:
        await uow.members.add("Lan", Role.STAFF, None, NOW)
    await migrate.upgrade(empty_url)
    async with database.read() as uow:
        assert len(await uow.members.all()) == 1
    await database.close()


async def test_processes_that_start_at_once_make_one_schema(empty_url: str) -> None:
    program = "import asyncio, sys; from storage import migrate; asyncio.run(migrate.upgrade(sys.argv[1]))"

    def start() -> subprocess.CompletedProcess[str]:
        command_line = [sys.executable, "-c", program, empty_url]
        return subprocess.run(command_line, capture_output=True, text=True, check=False)

    ran = await asyncio.gather(*(asyncio.to_thread(start) for _ in range(3)))
    assert [(process.returncode, process.stderr) for process in ran] == [(0, "")] * 3
    assert await migrate.current(empty_url) == HEAD


async def test_a_database_without_its_schema_is_not_opened_and_the_way_out_is_named(empty_url: str) -> None:
    with pytest.raises(UnknownRevision, match="dondoc db upgrade"):
        open_database(empty_url)


async def test_answers_kept_before_they_had_several_questions_are_kept_on(empty_url: str) -> None:
    await migrate.upgrade(empty_url, "0008")
    with engines.make_sync(engines.parse(empty_url), "migrate").begin() as connection:
        for words in (
            "INSERT INTO members (name, role, active, created) VALUES ('Minh', 'office', {true}, '{now}')",
            "INSERT INTO plans VALUES ('cchc', 3, '2026-01-01', '2026-12-31', {true})",
            "INSERT INTO kept_answers (plan, question, answer, member_id, at, withdrawn)"
            " VALUES ('cchc', 'lương bao nhiêu?', 'Hỏi Phòng Tài chính.', 1, '{now}', {false})",
            "INSERT INTO kept_answers (plan, question, answer, member_id, at, withdrawn)"
            " VALUES ('cchc', 'nghỉ mấy ngày?', '12 ngày.', 1, '{now}', {true})",
        ):
            told = {"now": "2026-11-24 01:00:00.000000", "true": "1", "false": "0"}
            if connection.dialect.name == "postgresql":
                told |= {"now": "2026-11-24 01:00:00+00", "true": "true", "false": "false"}
            connection.execute(text(words.format(**told)))
    await migrate.upgrade(empty_url)
    database = open_database(empty_url)
    async with database.read() as uow:
        (entry,) = await uow.faq.of_plan("cchc")
    await database.close()
    assert (entry.questions, entry.answer, entry.version) == (("lương bao nhiêu?",), "Hỏi Phòng Tài chính.", 3)


async def test_evidence_that_was_withdrawn_stays_withdrawn_and_may_be_given_again(empty_url: str) -> None:
    await migrate.upgrade(empty_url, "0015")
    with engines.make_sync(engines.parse(empty_url), "migrate").begin() as connection:
        found = MetaData()
        found.reflect(connection)

        def add(table: str, **values: object) -> None:
            connection.execute(found.tables[table].insert().values(**values))

        add("members", name="Lan", role="staff", active=True, created=NOW)
        add("plans", id="cchc", version=1, followed_from=NOW.date(), ends=NOW.date(), active=True)
        add("progress", plan="cchc", task="I.1", period="", kind="update", note="", member_id=1, channel="x", at=NOW)
        for sha256, withdrawn in (("a", False), ("b", True)):
            add("files", sha256=sha256, name="", media_type="image/png", size=1, content=b"x", created=NOW)
            add("evidence", entry=1, sha256=sha256, name=sha256, member_id=1, at=NOW, withdrawn=withdrawn)
    await migrate.upgrade(empty_url)
    database = open_database(empty_url)
    async with database.write() as uow:
        assert [one.name for one in await uow.evidence.of_occurrence("cchc", "I.1", "")] == ["a"]
        again = await uow.evidence.add(1, "b", "b", 1, NOW)
        assert [(one.id, one.undone) for one in await uow.evidence.history("cchc")] == [
            (1, False),
            (2, True),
            (again.id, False),
        ]
    await database.close()


def _pretend(url: str, revision: str) -> None:
    with engines.make_sync(engines.parse(url), "migrate").begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})


async def test_an_older_schema_is_not_opened(database_url: str) -> None:
    _pretend(database_url, "0000")
    with pytest.raises(UnknownRevision, match=f"at revision 0000, this program needs {HEAD}; run: dondoc db upgrade"):
        open_database(database_url)


async def test_a_newer_schema_is_neither_opened_nor_touched(database_url: str) -> None:
    _pretend(database_url, "9999")
    with pytest.raises(UnknownRevision, match="newer than this program"):
        open_database(database_url)
    with pytest.raises(UnknownRevision, match="update dondoc"):
        await migrate.upgrade(database_url)
    assert await migrate.current(database_url) == "9999"


@pytest.mark.sqlite
async def test_an_upgrade_that_fails_half_way_leaves_nothing(empty_url: str) -> None:
    def tiny_disk(connection: Any, _record: Any) -> None:
        connection.cursor().execute("PRAGMA max_page_count = 12")

    event.listen(Pool, "connect", tiny_disk)
    with pytest.raises(NotWritten):
        await migrate.upgrade(empty_url)
    event.remove(Pool, "connect", tiny_disk)
    assert _tables(empty_url) == set()
    await migrate.upgrade(empty_url)
    assert await migrate.current(empty_url) == HEAD


async def test_asking_for_the_revision_makes_no_file(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'none.sqlite3'}"
    assert await migrate.current(url) is None
    assert os.listdir(tmp_path) == []


async def test_the_database_file_is_for_its_owner_only_and_in_a_folder_that_is_made(tmp_path: Path) -> None:
    file = tmp_path / "var" / "deep" / "dondoc.sqlite3"
    await migrate.upgrade(f"sqlite+aiosqlite:///{file}")
    database = open_database(f"sqlite+aiosqlite:///{file}")
    async with database.write() as uow:
        await uow.members.add("Lan", Role.STAFF, None, NOW)
    modes = {entry.name: oct(entry.stat().st_mode & 0o777) for entry in os.scandir(file.parent)}
    assert modes == dict.fromkeys(["dondoc.sqlite3", "dondoc.sqlite3-shm", "dondoc.sqlite3-wal"], "0o600")
    await database.close()


@pytest.mark.parametrize("url", ["mysql://x/y", "not a url", "sqlite+aiosqlite://", "sqlite:///:memory:"])
def test_a_url_that_cannot_be_meant_is_refused(url: str) -> None:
    with pytest.raises(StorageError):
        open_database(url)


async def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotWritten):
        await migrate.upgrade(f"sqlite+aiosqlite:///{tmp_path / 'file' / 'dondoc.sqlite3'}")
