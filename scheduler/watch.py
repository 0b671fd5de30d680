"""Channels as they have been doing: who is down, who has come back, and how much of a month is left. The office is told
once of each; nobody else is."""

from __future__ import annotations

import asyncio
import contextlib
import math
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from handlers import delivering
from handlers.budgeting import too_fast
from scheduler.addressing import Way
from scheduler.budget import DIGEST_DAY, SAVE
from scheduler.line import PROBE_EVERY, Line
from storage.errors import NotWritten
from storage.unit_of_work import Database, UnitOfWork

log = structlog.get_logger(__name__)


class Watch:
    """Over the lines of one delivery. `wake` is called when messages may go another way; `changed`: whether the last
    look found a channel that had gone down or come back."""

    def __init__(
        self,
        database: Database,
        lines: Mapping[str, Line],
        *,
        clock: Callable[[], datetime],
        monotonic: Callable[[], float],
        zone: ZoneInfo,
        wake: Callable[[], None],
    ) -> None:
        self._database = database
        self._lines = lines
        self._clock = clock
        self._monotonic = monotonic
        self._zone = zone
        self._wake = wake
        self.changed = False

    def ways(self) -> Mapping[str, Way]:
        """The channels as addressing sees them, the preferred one first."""
        now = self._monotonic()
        return {name: line.way(now) for name, line in self._lines.items()}

    async def remember(self, uow: UnitOfWork) -> None:
        """What the office had been told before this process began to send."""
        for name, line in self._lines.items():
            line.told = await delivering.down_since(uow, name)

    async def look(self, group: asyncio.TaskGroup) -> float:
        """Notices channels that go down and come back; the monotonic moment at which to look again."""
        now, again, self.changed = self._monotonic(), math.inf, False
        for name, line in self._lines.items():
            down = line.down(now)
            if down != line.was_down:
                log.warning("channel down" if down else "channel tried again", action="deliver", channel=name)
                line.was_down = down
                self.changed = True
            if down and now >= line.probe_at:
                line.probe_at = now + PROBE_EVERY
                group.create_task(self._probe(line))
            if down and not line.told:
                await self._tell(self._down, line)
            elif line.told and line.proved and line.bad_since is None:
                await self._tell(self._back, line)
            again = min(again, line.next_look(now))
        return again

    async def _probe(self, line: Line) -> None:
        with contextlib.suppress(Exception):
            if await line.sender.answers():
                line.trial = True
                self._wake()

    async def _tell(self, act: Callable[[UnitOfWork, Line], Awaitable[str]], line: Line) -> None:
        try:
            async with self._database.write() as uow:
                told = await act(uow, line)
        except NotWritten:
            log.warning("not written", action="deliver", channel=line.sender.name)
            return
        line.told = told
        self._wake()

    async def _down(self, uow: UnitOfWork, line: Line) -> str:
        now, at = self._clock(), self._monotonic()
        since = now - timedelta(seconds=at - (at if line.bad_since is None else line.bad_since))
        return await delivering.channel_down(uow, line.sender.name, since, now, self._zone, full=line.held(at))

    async def _back(self, uow: UnitOfWork, line: Line) -> str:
        await delivering.channel_back(uow, line.sender.name, self._clock(), self._zone)
        return ""

    # ---- monthly budgets --------------------------------------------------------------------------------------------

    async def read_budgets(self, uow: UnitOfWork, now: datetime) -> None:
        """Reads how much of this month has been used, also by others."""
        for name, line in self._lines.items():
            if (budget := line.budget) is not None:
                budget.spent = await uow.usage.of(name, self._month(now))
                today = now.astimezone(self._zone).date()
                budget.weekly = today.weekday() != DIGEST_DAY and too_fast(budget.spent, budget.quota, today)

    async def count(self, uow: UnitOfWork, line: Line) -> None:
        """Counts a message against the channel's month; tells the office when little is left."""
        budget, now = line.budget, self._clock()
        if budget is None:
            return
        month = self._month(now)
        budget.spent = await uow.usage.add(line.sender.name, month, 1, budget.quota)
        # What came in may count as well, so more than this one message can have been added since the last look.
        before, budget.told = min(budget.told, budget.spent - 1), budget.spent
        if (share := budget.crossed(before, budget.spent)) is not None:
            saving = share >= SAVE
            await delivering.budget(uow, line.sender.name, month, budget.spent, budget.quota, saving, now)

    def _month(self, now: datetime) -> str:
        return f"{now.astimezone(self._zone):%Y-%m}"
