"""R4, R5, R6: the same digests once a day for everybody, whatever processes and clocks do."""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

from handlers.messages import Heading
from knowledge.timetable import DEFAULTS
from knowledge.workdays import Calendar
from storage.sql.database import SqlDatabase
from tests.soak import ground, offices
from tests.soak.ground import Figures
from tests.support.telegram_server import TelegramServer
from tests.support.warm import Nursery
from tests.support.wires import FakeChannel

PATIENCE = 180.0
HEADING = "Nhắc việc ngày"


def working_days(first: date, count: int) -> list[date]:
    """So many working days from the first one on."""
    calendar, found, day = Calendar(), [], first
    while len(found) < count:
        if calendar.is_working(day):
            found.append(day)
        day += timedelta(days=1)
    return found


async def three_processes(url: str, folder: Path, *, days: int, people: int, seed: int, nursery: Nursery) -> Figures:
    """R4: three processes over one database, started at the hour of the digest, killed and started again at random:
    each person has each day's digest once (a repeat says that it is one)."""
    chance, killed = random.Random(seed), 0
    async with TelegramServer() as server:
        staff = ground.people_of(server, people)
        database = ground.opened(url)
        await ground.members(database, staff)
        settings = {"telegram_rate": "200", "followed_from": "2026-01-01"}
        programs = [ground.served(server, url, folder, nursery, ground.busy_plan(), **settings) for _ in range(3)]
        for day in working_days(date(2026, 12, 1), days):
            heading = f"{HEADING} {day:%d/%m/%Y}"
            for program in programs:
                await program.start(wait=False, now=f"{day.isoformat()}T08:00:00+07:00")
            for program in chance.sample(programs, 2):
                await asyncio.sleep(chance.uniform(0, 2))
                await program.kill()
                killed += 1
                await program.start(wait=False)
            await server.world.until(
                lambda heading=heading: all(any(heading in p.text for p in one.screen) for one in staff),  # type: ignore[misc]
                PATIENCE,
            )
            for program in programs:
                await program.kill()
        await database.close()
    digests = Counter(
        (person.id, post.text.split(HEADING)[1][:11])
        for person in staff
        for post in person.screen
        if HEADING in post.text and ground.REPEAT not in post.text
    )
    marked = sum(HEADING in post.text and ground.REPEAT in post.text for person in staff for post in person.screen)
    figures: Figures = {
        "days": days,
        "people": people,
        "kills": killed,
        "digests due": days * people,
        "digests": len(digests),
        "came again unmarked": sum(count - 1 for count in digests.values()),
        "came again marked": marked,
    }
    assert figures["digests due"] == figures["digests"], figures
    assert figures["came again unmarked"] == 0, figures
    return figures


class Mornings:
    """An office whose program is switched on and off, and whose clock jumps; `arrived`: the days of the digests that
    came, with when."""

    def __init__(self, database: SqlDatabase, start: str) -> None:
        self.database = database
        self.clock = offices.Clock(offices.at(start))
        self.channel = FakeChannel()
        self.app = offices.process(database, self.channel, self.clock)

    async def follow(self, people: int = 3) -> None:
        """Loads the busy plan for so many people."""
        await offices.follow(self.database, self.clock.now, people=people, plan=ground.busy_plan())

    async def minutes(self, until: str) -> None:
        """The program runs until that moment, a minute at a time."""
        end = offices.at(until)
        while self.clock.now < end:
            await self.app.tick()
            await self.app.settle()
            # Within the hours the minutes are alike.
            self.clock.now += timedelta(minutes=1 if self.clock.now.minute == 0 else 60 - self.clock.now.minute)
        self.clock.now = end

    def off(self, until: str) -> None:
        """The program is switched off until that moment, then started anew."""
        self.clock.now = offices.at(until)
        self.app = offices.process(self.database, self.channel, self.clock)

    @property
    def arrived(self) -> dict[str, list[str]]:
        """Person → days of the digests that came, in order."""
        found: dict[str, list[str]] = {}
        for message in self.channel.arrived:
            first = message.reply.blocks[0]
            if isinstance(first, Heading) and first.text.startswith(HEADING):
                day = datetime.strptime(first.text[len(HEADING) :].split()[0], "%d/%m/%Y").date()  # noqa: DTZ007
                found.setdefault(message.chat, []).append(day.isoformat())
        return found


async def switched_off(database: SqlDatabase) -> Figures:
    """R5: down over the hour, for three days, over Tết: at most one digest at the start of a working day whose window
    is open, none for days that are past, none on days off."""
    office = Mornings(database, "2026-12-01T07:00")
    await office.follow()
    office.off("2026-12-01T09:40")  # over the hour
    await office.minutes("2026-12-01T18:00")
    assert set(map(tuple, office.arrived.values())) == {("2026-12-01",)}, office.arrived
    office.off("2026-12-04T10:00")  # three days: Wednesday to Friday
    await office.minutes("2026-12-04T18:00")
    office.off("2026-12-07T17:30")  # the whole Monday, until after the window
    await office.minutes("2026-12-08T18:00")
    days = {tuple(days) for days in office.arrived.values()}
    assert days == {("2026-12-01", "2026-12-04", "2026-12-08")}, days
    before = len(office.channel.arrived)
    (back,) = working_days(date(2027, 2, 6), 1)  # the first day of Tết
    office.off("2027-02-06T08:00")
    await office.minutes(f"{back - timedelta(days=1)}T18:00")
    assert len(office.channel.arrived) == before, "nothing on days off"
    office.off(f"{back}T09:00")
    await office.minutes(f"{back}T18:00")
    after = Counter(message.chat for message in office.channel.arrived[before:])
    assert max(days.count(back.isoformat()) for days in office.arrived.values()) <= 1, "no pile after the holidays"
    assert max(after.values(), default=0) <= DEFAULTS.cap, after
    return {"before Tết": before, "over Tết": 0, f"on {back}": sum(after.values()), "people": len(office.arrived)}


async def clock_steps(database: SqlDatabase) -> Figures:
    """R6: the clock put forward by 25 minutes, back by ten, forward by a day, months ahead for a minute: the same
    digests, none twice, each within a minute of the step."""
    office = Mornings(database, "2026-12-01T07:30")
    await office.follow()
    await office.app.tick()
    office.clock.forward(minutes=31)  # 07:30 → 08:01: the hour was jumped over
    await office.app.tick()
    await office.app.settle()
    assert {len(days) for days in office.arrived.values()} == {1}, "within the minute after the step"
    office.clock.forward(minutes=-10)  # back before the hour
    await office.minutes("2026-12-01T12:00")
    office.clock.forward(days=1)  # to tomorrow noon
    await office.minutes("2026-12-02T18:00")
    office.clock.forward(days=-1)  # and back
    await office.minutes("2026-12-03T18:00")
    days = {tuple(days) for days in office.arrived.values()}
    assert days == {("2026-12-01", "2026-12-02", "2026-12-03")}, days
    office.clock.now = offices.at("2027-03-04T08:01")  # a morning months ahead, for a minute
    await office.app.tick()
    await office.app.settle()
    office.clock.now = offices.at("2026-12-04T07:30")
    await office.minutes("2026-12-07T18:00")
    after = {tuple(day for day in days if "2026-12-03" < day < "2027") for days in office.arrived.values()}
    assert after == {("2026-12-04", "2026-12-07")}, "a wrong clock silences nobody afterwards"
    return {"steps": 6, "digests": len(office.channel.arrived), "twice": 0}


@contextmanager
def host_zone(name: str) -> Iterator[None]:
    """The machine stands in another time zone."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = name
    time.tzset()
    try:
        yield
    finally:
        os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
        time.tzset()


async def hosts_elsewhere(database: SqlDatabase, zone: str) -> Figures:
    """R6: the machine in another time zone: the office's hours stay the office's."""
    with host_zone(zone):
        assert datetime.now().astimezone().tzname() != "+07"
        office = Mornings(database, "2026-12-01T07:00")
        await office.follow()
        await office.minutes("2026-12-01T07:59")
        assert office.arrived == {}
        await office.minutes("2026-12-02T18:00")
    days = {tuple(days) for days in office.arrived.values()}
    assert days == {("2026-12-01", "2026-12-02")}, days
    return {"zone": zone, "digests": len(office.channel.arrived)}
