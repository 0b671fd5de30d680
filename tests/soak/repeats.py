"""R3, R12: the same update again and again, and many people at once: each update one effect, none lost."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from statistics import quantiles

from handlers.messages import Reply
from scheduler.sending import Outcome, PartSent, Verdict
from storage.records import Role
from storage.sql.database import SqlDatabase, open_database
from tests.soak import ground, offices
from tests.soak.ground import Figures
from tests.support.wires import FakeChannel, update

PATIENCE = 120.0
NOW = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)


async def same_update(url: str, *, updates: int, times: int, at_once: int) -> Figures:
    """R3: each of several updates delivered `times` times, `at_once` at a time, to two processes that both handle:
    one effect and one line in the log of the office for each."""
    first, second = open_database(url), open_database(url)
    channel = FakeChannel()
    apps = [offices.process(database, channel, lambda: NOW, shared=True) for database in (first, second)]
    numbers = await offices.follow(first, NOW, people=updates, plan=ground.plan_of(updates))
    async with first.write() as uow:
        # The office's acts are logged, so that a second effect would show twice.
        await uow.members.change(numbers[0], role=Role.OFFICE)
    items = [update(f"u{n}", f"p{n}", f"/tiendo I.{n + 1} 40% lần đầu") for n in range(updates)]
    items.append(update("office", "p0", "/giahan I.1 31/03/2028 chờ cấp trên"))
    gate = asyncio.Semaphore(at_once)

    async def bring(number: int) -> None:
        async with gate:
            await apps[number % 2].inbox.store("wire", items)
            await apps[number % 2].inbox.drain()

    await asyncio.gather(*(bring(number) for number in range(times)))
    await asyncio.gather(*(app.settle() for app in apps))
    async with first.read() as uow:
        (plan,) = await uow.plans.active()
        log = Counter(entry.task for entry in await uow.progress.history(plan.id, limit=10_000))
    await first.close()
    await second.close()
    replies = Counter(message.chat for message in channel.arrived)
    figures: Figures = {
        "updates": len(items),
        "deliveries": len(items) * times,
        "effects": sum(log.values()),
        "answers": sum(replies.values()),
    }
    assert set(log.values()) == {1}, log
    assert figures["effects"] == updates
    assert figures["answers"] == len(items), figures
    return figures


@dataclass
class Waiting(FakeChannel):
    """A channel on which people wait for the answer to what they said last."""

    waits: dict[str, asyncio.Future[float]] = field(default_factory=dict)

    async def send(
        self, chat: str, reply: Reply, *, replaces: str | None, first_part: int, repeat: bool, part_sent: PartSent
    ) -> Outcome:
        """Takes the answer."""
        if (waiting := self.waits.pop(chat, None)) is not None:
            waiting.set_result(time.perf_counter())
        return Outcome(Verdict.SENT)


async def people_at_once(database: SqlDatabase, *, people: int, rounds: int) -> Figures:
    """R12: so many people send /tiendo about one task at the same moment, round after round: all are kept, the last one
    stands. The time is from handing the update in until its answer leaves, waiting included."""
    channel, taken = Waiting(), []
    app = offices.process(database, channel, lambda: NOW)
    await offices.follow(database, NOW, people=people, plan=ground.plan_of(1))
    stop = asyncio.Event()
    running = [asyncio.create_task(app.inbox.run(stop)), asyncio.create_task(app.delivery.run(stop))]

    async def one(round_: int, person: int) -> None:
        chat = f"p{person}"
        answer = channel.waits[chat] = asyncio.get_running_loop().create_future()
        text = f"/tiendo I.1 {40 + round_ * 0.001:.3f}% lần {round_} của {person}"
        began = time.perf_counter()
        await app.inbox.store("wire", [update(f"{round_}-{person}", chat, text)])
        taken.append(await asyncio.wait_for(answer, PATIENCE) - began)

    for round_ in range(rounds):
        await asyncio.gather(*(one(round_, person) for person in range(people)))
    stop.set()
    app.inbox.wake()
    app.delivery.wake()
    await asyncio.gather(*running)
    async with database.read() as uow:
        (plan,) = await uow.plans.active()
        log = await uow.progress.history(plan.id, limit=1_000_000)
        latest = await uow.progress.latest(plan.id, "I.1", log[0].period)
    percentiles = quantiles(taken, n=100)
    figures: Figures = {
        "updates": people * rounds,
        "kept": len({entry.note for entry in log}),
        "p50 ms": round(percentiles[49] * 1000),
        "p99 ms": round(percentiles[98] * 1000),
    }
    assert len(log) == figures["kept"] == people * rounds, figures
    assert latest is not None
    assert latest.id == max(entry.id for entry in log), "the last one stands"
    return figures
