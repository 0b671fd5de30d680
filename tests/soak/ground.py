"""What every trial stands on: a small plan with a task for each person, members, and messages that wait."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from handlers.messages import dump, say
from knowledge.importing.export import to_yaml
from knowledge.model import Plan
from storage.records import MessageKind, Role
from storage.sql import engines
from storage.sql.database import SqlDatabase, open_database
from tests.support.plans import small_plan
from tests.support.telegram_fake.people import Person
from tests.support.telegram_fake.world import Post
from tests.support.telegram_server import TelegramServer
from tests.support.warm import Nursery, WarmServed

REPEAT = "(gửi lại)"
UNIT = "TH"
Figures = dict[str, object]
"""What a trial prints, in order."""


def plan_of(tasks: int) -> Plan:
    """A plan with so many tasks "I.1", "I.2" … of one unit, due at the end of 2027."""
    plan = small_plan()
    first = plan.tasks[0]
    many = (first.model_copy(update={"code": f"I.{n}", "title": f"Rà soát số {n}"}) for n in range(1, tasks + 1))
    return plan.model_copy(update={"tasks": tuple(many)})


def busy_plan() -> Plan:
    """A plan with a task due on each day of December 2026: its unit is reminded of something on every working day."""
    plan = plan_of(31)
    dated = (t.model_copy(update={"deadline": f"Ngày {n:02d}/12/2026"}) for n, t in enumerate(plan.tasks, 1))
    return plan.model_copy(update={"tasks": tuple(dated)})


def plan_file(folder: Path, plan: Plan) -> Path:
    """The plan as a file."""
    file = folder / "plan.yaml"
    file.write_text(to_yaml(plan), encoding="utf-8")
    return file


def served(server: TelegramServer, url: str, folder: Path, nursery: Nursery, plan: Plan, **settings: str) -> WarmServed:
    """The program over the database and the server, following the plan."""
    return WarmServed(nursery, server, url, folder, plan=str(plan_file(folder, plan)), **settings)


async def members(database: SqlDatabase, people: Sequence[Person], role: Role = Role.STAFF) -> list[int]:
    """The people of the test server as members of the unit; their numbers."""
    now, numbers = datetime.now(UTC), []
    async with database.write() as uow:
        for person in people:
            member = await uow.members.add(person.user.full_name, role, UNIT, now)
            await uow.members.link(member.id, "telegram", str(person.id), str(person.id))
            numbers.append(member.id)
    return numbers


async def reminders(database: SqlDatabase, numbers: Sequence[int], text: str = "Nhắc việc") -> None:
    """A reminder to each member, due now."""
    now = datetime.now(UTC)
    async with database.write() as uow:
        for number in numbers:
            await uow.outbox.put(
                key=f"trial:{number}",
                kind=MessageKind.REMINDER,
                reply=dump(say(f"{text} {number}")),
                now=now,
                member_id=number,
            )


def people_of(server: TelegramServer, count: int) -> list[Person]:
    """So many people who have opened a chat with the bot."""
    return [server.person(f"Người {number}") for number in range(count)]


def repeats(posts: Sequence[Post]) -> tuple[int, int]:
    """Of posts that say the same: how many came again, and how many of those do not say so."""
    unmarked = sum(REPEAT not in post.text for post in posts)
    return max(len(posts) - 1, 0), max(unmarked - 1, 0)


def check_file(url: str) -> None:
    """Raises AssertionError when SQLite finds a fault in its file; says nothing of other engines."""
    parsed = engines.parse(url)
    if engines.is_sqlite(parsed):
        import sqlite3

        with sqlite3.connect(engines.sqlite_file(parsed)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def resident(pid: int) -> float:
    """MB that a process holds in memory; its highest so far. Linux only."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def worked(pid: int) -> float:
    """Seconds that a process has kept a processor busy. Linux only."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def cores() -> int:
    """Processors to work with."""
    return len(os.sched_getaffinity(0))


def opened(url: str) -> SqlDatabase:
    """The database beside the program that serves from it."""
    return open_database(url, busy_timeout=60.0)
