"""S6: one person floods, and the others do not notice: what they wait for an answer, beside what they wait in quiet."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from statistics import quantiles

from storage.sql.database import SqlDatabase
from tests.soak import ground, offices
from tests.soak.ground import Figures
from tests.soak.repeats import PATIENCE, Waiting
from tests.support.wires import update

NOW = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
BATCH = 20
"""Messages of the flooder that come in at a time, as a service brings them."""


async def others_meanwhile(
    database: SqlDatabase, *, people: int, rounds: int, messages: int, bound: float | None
) -> Figures:
    """Each of `people` reports once a round, one after the other; every second round somebody else sends `messages` as
    fast as they go in. Quiet and flooded rounds take turns, so that whatever else the machine does falls on both.
    `bound`: how many times longer the others' p95 may be in a flood (None: it is told only)."""
    channel, clock = Waiting(), offices.Clock(NOW)
    app = offices.process(database, channel, clock)
    await offices.follow(database, NOW, people=people + 1, plan=ground.plan_of(1))
    stop = asyncio.Event()
    running = [asyncio.create_task(app.inbox.run(stop)), asyncio.create_task(app.delivery.run(stop))]

    async def answered(round_: int, person: int) -> float:
        chat = f"p{person}"
        answer = channel.waits[chat] = asyncio.get_running_loop().create_future()
        began = time.perf_counter()
        await app.inbox.store("wire", [update(f"{round_}-{person}", chat, f"/tiendo I.1 {40 + round_}% lần {round_}")])
        return await asyncio.wait_for(answer, PATIENCE) - began

    async def flood(round_: int) -> None:
        for first in range(0, messages, BATCH):
            items = [update(f"f{round_}-{first + n}", f"p{people}", "/hanchot") for n in range(BATCH)]
            await app.inbox.store("wire", items)

    waited: dict[bool, list[float]] = {False: [], True: []}
    for round_ in range(rounds * 2):
        flooded = bool(round_ % 2)
        clock.forward(minutes=2)  # the flooder may speak again: each flood is a first one
        flooding = asyncio.create_task(flood(round_)) if flooded else None
        for person in range(people):
            waited[flooded].append(await answered(round_, person))
        if flooding is not None:
            await flooding
            await app.inbox.drain()
    stop.set()
    app.inbox.wake()
    app.delivery.wake()
    await asyncio.gather(*running)
    async with database.read() as uow:
        (plan,) = await uow.plans.active()
        log = await uow.progress.history(plan.id, limit=1_000_000)
    quiet, loud = (quantiles(waited[flooded], n=100)[94] for flooded in (False, True))
    figures: Figures = {
        "messages of the flooder": messages * rounds,
        "reports of the others": len(waited[False]) + len(waited[True]),
        "kept": len(log),
        "p95 quiet ms": round(quiet * 1000),
        "p95 in a flood ms": round(loud * 1000),
        "ratio": round(loud / quiet, 2),
    }
    assert len(log) == people * rounds * 2, figures
    assert bound is None or loud / quiet <= bound, figures
    return figures
