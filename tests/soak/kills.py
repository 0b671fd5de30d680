"""R1, R2: the program killed at random points while messages go out and come in."""

from __future__ import annotations

import asyncio
import math
import random
import socket
from collections import Counter
from pathlib import Path

from storage.records import MessageState
from tests.soak import ground
from tests.soak.ground import Figures
from tests.support.telegram_fake.people import Person
from tests.support.telegram_server import TelegramServer
from tests.support.warm import Nursery

PATIENCE = 180.0
LATENCY = 0.03
"""Seconds from the moment that the server takes a message until it says so: what is in flight at a kill."""


async def going_out(
    url: str, folder: Path, *, kills: int, messages: int, rate: int, seed: int, nursery: Nursery
) -> Figures:
    """R1: nothing lost; what was in flight comes once more and says so; the tables agree with the server."""
    chance = random.Random(seed)
    async with TelegramServer() as server:
        server.faults.silence(math.inf, "sendMessage", seconds=LATENCY)
        people = ground.people_of(server, messages)
        database = ground.opened(url)
        await ground.reminders(database, await ground.members(database, people))
        served = ground.served(server, url, folder, nursery, ground.plan_of(1), telegram_rate=str(rate))
        per_life, done = max(messages // (kills + 1), 1), 0
        for life in range(kills):
            await served.start(wait=False)
            wanted = done + chance.randint(1, per_life)
            await server.world.until(lambda wanted=wanted: len(server.sent("sendMessage")) >= wanted, PATIENCE)  # type: ignore[misc]
            await asyncio.sleep(chance.uniform(0, LATENCY))
            await served.kill()
            done = len(server.sent("sendMessage"))
            assert done < messages or life == kills - 1, "the messages must last for all kills"
        await served.start()
        await server.world.until(lambda: all(person.screen for person in people), PATIENCE)
        await served.stop()
        async with database.read() as uow:
            counts = await uow.outbox.counts()
        await database.close()
    ground.check_file(url)
    again = [ground.repeats(person.screen) for person in people]
    figures: Figures = {
        "kills": kills,
        "messages": messages,
        "lost": sum(not person.screen for person in people),
        "came again": sum(count for count, _ in again),
        "came again without saying so": sum(unmarked for _, unmarked in again),
        "most for one message": max(len(person.screen) for person in people),
    }
    assert counts == {MessageState.SENT: messages}, counts
    assert figures["lost"] == figures["came again without saying so"] == 0, figures
    assert sum(count for count, _ in again) <= kills * 16, "no more than is written to at once"
    return figures


async def coming_in(
    url: str, folder: Path, *, kills: int, updates: int, webhook: bool, seed: int, nursery: Nursery
) -> Figures:
    """R2: every command has its effect once, in its person's order; its answer comes once more at most."""
    chance = random.Random(seed)
    lanes = 12
    each = math.ceil(updates / lanes)
    async with TelegramServer() as server:
        server.delivery.retry_first = 0.1
        people = ground.people_of(server, lanes)
        database = ground.opened(url)
        served = ground.served(server, url, folder, nursery, ground.plan_of(lanes), telegram_rate="1000")
        if webhook:
            address = f"127.0.0.1:{_free_port()}"
            served.environment |= {"DONDOC_PUBLIC_URL": f"http://{address}", "DONDOC_LISTEN": address}
        await ground.members(database, people)
        said, lives = 0, _split(each, kills + 1)
        for life, rounds in enumerate(lives):
            await served.start(wait=False)
            for step in range(said, said + rounds):
                for number, person in enumerate(people, 1):
                    # Up to 90 %: nothing that would have to be confirmed.
                    person.say(f"/tiendo I.{number} {(step + 1) * 90 / each:.3f}% lần {step}")
            said += rounds
            if life == kills:
                break
            before = len(server.sent("sendMessage"))
            await server.world.until(lambda before=before: len(server.sent("sendMessage")) > before, PATIENCE)  # type: ignore[misc]
            await asyncio.sleep(chance.uniform(0, 0.3))
            await served.kill()
        for person in people:
            await _answered(person, each)
        await served.stop()
        async with database.read() as uow:
            (plan,) = await uow.plans.active()
            log = await uow.progress.history(plan.id, limit=100_000)
            assert not await uow.inbox.lanes()
        await database.close()
    ground.check_file(url)
    effects = Counter((entry.task, entry.note) for entry in log)
    twice = sum(count - 1 for count in effects.values())
    answers = [
        [post for post in person.screen if f"lần {step}\n" in post.text] for person in people for step in range(each)
    ]
    again = [ground.repeats(posts) for posts in answers]
    figures: Figures = {
        "way": "webhook" if webhook else "polling",
        "kills": kills,
        "commands": lanes * each,
        "lost": lanes * each - len(effects),
        "effects twice": twice,
        "answers that came again": sum(count for count, _ in again),
        "came again without saying so": sum(unmarked for _, unmarked in again),
        "most for one command": max(len(posts) for posts in answers),
    }
    for number in range(1, lanes + 1):
        notes = [entry.note for entry in reversed(log) if entry.task == f"I.{number}"]
        assert notes == [f"lần {step}" for step in range(each)], "each conversation in its order"
    assert figures["lost"] == twice == figures["came again without saying so"] == 0, figures
    assert sum(count for count, _ in again) <= kills * 16, "no more than is written to at once"
    return figures


async def _answered(person: Person, count: int) -> None:
    def all_there() -> bool:
        texts = " ".join(post.text for post in person.screen)
        return all(f"lần {step}\n" in texts for step in range(count))

    await person.world.until(all_there, PATIENCE)


def _split(total: int, parts: int) -> list[int]:
    return [total * (part + 1) // parts - total * part // parts for part in range(parts)]


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
