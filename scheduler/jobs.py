"""What is done by the clock: one table of jobs, each with its hours. A job that was done for a period is noted in the
database in the same transaction, so it is done once, by whoever asks first, however often anybody asks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import structlog

from handlers import delivering, overviews, reminders
from handlers.office import Office
from knowledge.timetable import Timetable
from storage.records import MessageKind
from storage.unit_of_work import Database, UnitOfWork

log = structlog.get_logger(__name__)

AFTERNOON_ENDS = time(17)
"""After this hour the day's overviews are no longer put together."""
KEEP_UPDATES = timedelta(days=7)
"""How long handled updates are kept: a service brings an update again within a day."""
KEEP_FILES = timedelta(days=30)
"""How long a file is kept that became neither evidence nor part of an announcement: a plan's draft may come back
corrected within a month."""

Work = Callable[[UnitOfWork, Office, datetime, ZoneInfo], Awaitable[object]]
Hours = Callable[[Office, Collection[time]], tuple[time, ...]]
"""At which hours of a day a job is done, by the office's timetable and the hours that people set for themselves."""


@dataclass(frozen=True, slots=True)
class Job:
    """`hours`: when in the office's day the job is to be done, once for each; `closes`: until when that can be made up
    on the same day."""

    name: str
    work: Work
    hours: Hours
    closes: Callable[[Office], time] = lambda office: time.max

    def period(self, local: datetime, office: Office, personal: Collection[time] = ()) -> str | None:
        """The period (a day and an hour, ISO) that the job is to be done for at this local moment; None: not now."""
        come = [hour for hour in self.hours(office, personal) if hour <= local.time()]
        if not come or local.time() >= self.closes(office):
            return None
        return f"{local.date().isoformat()}T{max(come):%H:%M}"


async def _tidy(uow: UnitOfWork, office: Office, now: datetime, zone: ZoneInfo) -> None:
    """Forgets what only served to recognise repeats, choices that have lapsed, and files that came to nothing."""
    await uow.inbox.purge(now - KEEP_UPDATES)
    await uow.choices.purge(now)
    await uow.links.purge(now)
    await uow.files.purge(now - KEEP_FILES)


async def _digests(uow: UnitOfWork, office: Office, now: datetime, zone: ZoneInfo) -> None:
    await reminders.queue_digests(uow, office, now, zone, until=now.astimezone(zone).time())


def _at(hour: Callable[[Timetable], time | None]) -> Hours:
    def hours(office: Office, personal: Collection[time]) -> tuple[time, ...]:
        set_ = hour(office.timetable)
        return () if set_ is None else (set_,)

    return hours


def _digest_closes(office: Office) -> time:
    """After the hour set it is too late, unless the office itself wants its digests later than that."""
    table = office.timetable
    return table.digest_until if table.digest < table.digest_until else time.max


JOBS = (
    Job("digest", _digests, reminders.hours_of, _digest_closes),
    Job("nudge", reminders.queue_nudges, _at(lambda table: table.nudge), lambda office: office.timetable.digest_until),
    Job("summary", overviews.queue_summaries, _at(lambda table: table.summary), lambda office: AFTERNOON_ENDS),
    Job("evening", overviews.queue_evening, _at(lambda table: table.evening), lambda office: AFTERNOON_ENDS),
    Job("tidy", _tidy, lambda office, personal: (time(2),)),
)
"""Everything that is done by the clock."""


async def tick(jobs: Sequence[Job], database: Database, office: Office, now: datetime, zone: ZoneInfo) -> list[str]:
    """Does what is due at `now` (aware) and was not done yet, and asks the office what only it can decide; the names of
    what was done."""
    local = now.astimezone(zone)
    async with database.read() as uow:
        await office.refresh(uow)
        personal = {one.hour for one in (await uow.personal.all()).values() if one.hour}
        due = [(job, period) for job in jobs if (period := job.period(local, office, personal)) is not None]
        waiting = [(job, period) for job, period in due if not await _done(uow, job, period, local)]
        unclear = await uow.outbox.unclear(MessageKind.BROADCAST) is not None
    done = [job.name for job, period in waiting if await _do(job, period, database, office, now, zone)]
    return [*done, "ask"] if unclear and await _ask(database, now) else done


async def _ask(database: Database, now: datetime) -> bool:
    async with database.write() as uow:
        return await delivering.ask_unclear(uow, now)


async def _do(job: Job, period: str, database: Database, office: Office, now: datetime, zone: ZoneInfo) -> bool:
    async with database.write() as uow:
        if await _done(uow, job, period, now.astimezone(zone)):
            return False
        await job.work(uow, office, now, zone)
        await uow.settings.set(_key(job), period, now)
    log.info("done", action=f"job:{job.name}", period=period)
    return True


async def _done(uow: UnitOfWork, job: Job, period: str, local: datetime) -> bool:
    """Also true when a later hour of the day was done. A day to come is what a wrong clock has left: what the job puts
    has the day in its key, so doing it again repeats nothing, and waiting for that day would silence everybody."""
    done = await uow.settings.get(_key(job)) or ""
    return period <= done < f"{local.date().isoformat()}U"


def _key(job: Job) -> str:
    return f"job:{job.name}"
