"""What is done by the clock: one table of jobs, each with its hours. A job that was done for a period is noted in the
database in the same transaction, so it is done once, by whoever asks first, however often anybody asks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import structlog

from handlers import delivering, reminders
from handlers.office import Office
from storage.records import MessageKind
from storage.unit_of_work import Database, UnitOfWork

log = structlog.get_logger(__name__)

DIGEST_UNTIL = time(17, 0)
"""After this hour the day's digest is no longer sent, however long the program was switched off."""
KEEP_UPDATES = timedelta(days=7)
"""How long handled updates are kept: a service brings an update again within a day."""

Work = Callable[[UnitOfWork, Office, datetime, ZoneInfo], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Job:
    """`opens` and `closes`: between which hours of the office's day the job may be done, once a day."""

    name: str
    work: Work
    opens: time
    closes: time = time.max

    def period(self, local: datetime) -> str | None:
        """The period (a day, ISO) that the job is to be done for at this local moment; None: not now."""
        return local.date().isoformat() if self.opens <= local.time() < self.closes else None


async def _tidy(uow: UnitOfWork, office: Office, now: datetime, zone: ZoneInfo) -> None:
    """Forgets what only served to recognise repeats, and choices that have lapsed."""
    await uow.inbox.purge(now - KEEP_UPDATES)
    await uow.choices.purge(now)
    await uow.links.purge(now)


def table(digest_time: time, spread: timedelta = timedelta()) -> tuple[Job, ...]:
    """The jobs of an office that wants its digest from `digest_time` on (its own time zone), over `spread`."""
    digest_until = DIGEST_UNTIL if digest_time < DIGEST_UNTIL else time.max
    return (
        Job("digest", partial(reminders.queue_digests, spread=spread), opens=digest_time, closes=digest_until),
        Job("tidy", _tidy, opens=time(2, 0)),
    )


async def tick(jobs: Sequence[Job], database: Database, office: Office, now: datetime, zone: ZoneInfo) -> list[str]:
    """Does what is due at `now` (aware) and was not done yet, and asks the office what only it can decide; the names of
    what was done."""
    local = now.astimezone(zone)
    due = [(job, period) for job in jobs if (period := job.period(local)) is not None]
    async with database.read() as uow:
        waiting = [(job, period) for job, period in due if not await _done(uow, job, period)]
        unclear = await uow.outbox.unclear(MessageKind.BROADCAST) is not None
    done = [job.name for job, period in waiting if await _do(job, period, database, office, now, zone)]
    return [*done, "ask"] if unclear and await _ask(database, now) else done


async def _ask(database: Database, now: datetime) -> bool:
    async with database.write() as uow:
        return await delivering.ask_unclear(uow, now)


async def _do(job: Job, period: str, database: Database, office: Office, now: datetime, zone: ZoneInfo) -> bool:
    async with database.write() as uow:
        if await _done(uow, job, period):
            return False
        await job.work(uow, office, now, zone)
        await uow.settings.set(_key(job), period, now)
    log.info("done", action=f"job:{job.name}", period=period)
    return True


async def _done(uow: UnitOfWork, job: Job, period: str) -> bool:
    """Also true when a later period was done: a clock put back by days repeats nothing."""
    return (await uow.settings.get(_key(job)) or "") >= period


def _key(job: Job) -> str:
    return f"job:{job.name}"
