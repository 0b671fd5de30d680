"""Sixteen people ask and report at once while two processes serve one database: each message is answered once, each
report is kept, and each reminder comes once, though the process that serves is stopped meanwhile."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.soak import ground
from tests.support.telegram_fake.people import Person
from tests.support.telegram_server import TelegramServer
from tests.support.warm import Nursery

PEOPLE = 16
REMINDER = "Nhắc việc"
PATIENCE = 90.0


async def test_sixteen_people_at_two_processes_lose_and_double_nothing(
    database_url: str, tmp_path: Path, nursery: Nursery
) -> None:
    async with TelegramServer() as server:
        everybody = ground.people_of(server, PEOPLE)
        database = ground.opened(database_url)
        numbers = await ground.members(database, everybody)
        folders = [tmp_path / name for name in ("first", "second")]
        for folder in folders:
            folder.mkdir()
        programs = [ground.served(server, database_url, f, nursery, ground.plan_of(PEOPLE)) for f in folders]
        for program in programs:
            await program.start(wait=program is programs[0])
        await ground.reminders(database, numbers, REMINDER)

        async def talks(number: int, person: Person) -> None:
            said = (f"/tiendo I.{number} 10%", "/nhiemvu", f"/tiendo I.{number} 40% đã trình", "I.1 ai chủ trì?")
            for count, words in enumerate(said, 1):
                person.say(words)
                await server.world.until(lambda count=count: _answers(person) >= count, PATIENCE)  # type: ignore[misc]

        async def ends() -> None:
            await server.world.until(lambda: sum(map(_answers, everybody)) >= PEOPLE, PATIENCE)
            await programs[0].stop()

        talking = [talks(number, person) for number, person in enumerate(everybody, 1)]
        await asyncio.gather(ends(), *talking)
        await server.world.until(lambda: all(len(person.screen) >= 5 for person in everybody), PATIENCE)
        async with database.read() as uow:
            (plan,) = await uow.plans.active()
            kept = [(entry.task, entry.percent) for entry in await uow.progress.history(plan.id)]
        for program in programs:
            await program.stop()
        await database.close()
    assert sorted(kept) == sorted((f"I.{n}", percent) for n in range(1, PEOPLE + 1) for percent in (10.0, 40.0))
    for person in everybody:
        assert _answers(person) == 4
        assert len(person.screen) == 5


def _answers(person: Person) -> int:
    return sum(not post.text.startswith(REMINDER) for post in person.screen)
