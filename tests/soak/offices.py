"""The program's parts over a database, stepped by a test: as many processes as it likes, and a clock that it moves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.app import App, assemble
from knowledge.model import Plan
from storage.records import Role
from storage.sql.database import SqlDatabase
from tests.soak.ground import UNIT
from tests.support.wires import FakeChannel

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
DIGEST = time(8, 0)


def at(moment: str) -> datetime:
    """An ISO moment at the office."""
    return datetime.fromisoformat(moment).replace(tzinfo=ZONE)


class Clock:
    """Shows what it was set to."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        """Moves it."""
        self.now += timedelta(**by)


def process(database: SqlDatabase, channel: FakeChannel, clock: Callable[[], datetime], *, shared: bool = False) -> App:
    """A process that serves from the database."""
    return assemble(database, [channel], zone=ZONE, digest_time=DIGEST, clock=clock, shared=shared)


async def follow(database: SqlDatabase, now: datetime, *, people: int, plan: Plan) -> list[int]:
    """Loads the plan, followed since long ago, and lets people of its unit in; their numbers."""
    numbers = []
    async with database.write() as uow:
        await uow.plans.put(plan.id, plan.model_dump_json(), (now - timedelta(days=400)).date(), plan.ends, now)
        for number in range(people):
            member = await uow.members.add(f"Người {number}", Role.STAFF, UNIT, now)
            await uow.members.link(member.id, "wire", f"p{number}", f"p{number}")
            numbers.append(member.id)
    return numbers
