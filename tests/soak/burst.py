"""R9: the morning's digests of very many people through the program as it runs, and a question asked meanwhile."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from statistics import quantiles

from tests.soak import ground
from tests.soak.ground import Figures
from tests.support.telegram_server import TelegramServer
from tests.support.warm import Nursery

QUESTION_EVERY = 2.0


async def burst(url: str, folder: Path, *, people: int, rate: int, nursery: Nursery) -> Figures:
    """Everybody gets the reminder once, at the pace that was asked for; somebody asks a question every two seconds."""
    async with TelegramServer() as server:
        everybody = ground.people_of(server, people)
        asker = server.person("Lan")
        database = ground.opened(url)
        numbers = await ground.members(database, everybody)
        await ground.members(database, [asker])
        for start in range(0, people, 1000):
            await ground.reminders(database, numbers[start : start + 1000])
        await database.close()
        served = ground.served(server, url, folder, nursery, ground.plan_of(20), telegram_rate=str(rate))
        await served.start()
        began = time.perf_counter()
        waited: list[float] = []

        async def ask() -> None:
            for number in range(10_000):
                before, asked = len(asker.screen), time.perf_counter()
                asker.say(f"hạn của I.{number % 20 + 1}?")
                await server.world.until(lambda before=before: len(asker.screen) > before, 120)  # type: ignore[misc]
                waited.append(time.perf_counter() - asked)
                await asyncio.sleep(QUESTION_EVERY)

        asking = asyncio.create_task(ask())
        first = len(server.sent("sendMessage"))
        limit = people / rate * 3 + 300
        await server.world.until(lambda: len(server.sent("sendMessage")) >= people + len(waited), limit)
        taken = time.perf_counter() - began
        await server.world.until(lambda: all(person.screen for person in everybody), limit)
        asking.cancel()
        memory, worked = ground.resident(served.pid), ground.worked(served.pid)
        await served.stop()
    assert all(len(person.screen) == 1 for person in everybody), "each once"
    assert first <= people
    return {
        "people": people,
        "asked for, messages/s": rate,
        "paced, messages/s": round((people + len(waited)) / taken, 1),
        "of the pace": f"{(people + len(waited)) / taken / rate:.1%}",
        "RSS MB (highest)": round(memory),
        "CPU ms a message, questions included": round(worked / (people + len(waited)) * 1000, 1),
        "questions": len(waited),
        "question p50 ms": round(quantiles(waited, n=100)[49] * 1000) if len(waited) > 1 else None,
        "question p95 ms": round(quantiles(waited, n=100)[94] * 1000) if len(waited) > 1 else None,
    }
