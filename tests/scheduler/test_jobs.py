"""What the clock asks for is done once a day, within its hours, whoever asks and however the clock jumps."""

from __future__ import annotations

import asyncio
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers.office import Office
from knowledge.timetable import Timetable
from knowledge.workdays import Calendar
from scheduler.jobs import JOBS, Job, tick
from storage.records import Personal, Role
from storage.sql.database import SqlDatabase
from storage.unit_of_work import UnitOfWork

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


class Asked:
    """A job whose work can be counted, and a clock to ask it by."""

    def __init__(self, database: SqlDatabase) -> None:
        self.database = database
        self.done: list[date] = []
        self.fails = False
        self.job = Job("digest", self.work, lambda office, personal: (time(8), *personal), lambda office: time(17))

    async def work(self, uow: UnitOfWork, office: Office, now: datetime, zone: ZoneInfo) -> None:
        if self.fails:
            raise RuntimeError("the day's work failed")
        self.done.append(now.astimezone(zone).date())

    async def at(self, moment: str) -> list[str]:
        now = datetime.fromisoformat(moment).replace(tzinfo=ZONE)
        return await tick([self.job], self.database, Office(Calendar()), now, ZONE)


@pytest.fixture
def asked(database: SqlDatabase) -> Asked:
    return Asked(database)


async def test_a_job_is_done_in_the_first_minute_of_its_hours_and_only_once_that_day(asked: Asked) -> None:
    assert await asked.at("2026-12-01T07:59") == []
    assert await asked.at("2026-12-01T08:00") == ["digest"]
    for moment in ("2026-12-01T08:01", "2026-12-01T16:59", "2026-12-01T23:00"):
        assert await asked.at(moment) == []
    assert await asked.at("2026-12-02T08:00") == ["digest"]


async def test_after_hours_switched_off_it_is_done_at_once_and_days_switched_off_are_not_made_up(
    asked: Asked,
) -> None:
    assert await asked.at("2026-12-01T09:40") == ["digest"]
    assert await asked.at("2026-12-04T09:40") == ["digest"]
    assert asked.done == [date(2026, 12, 1), date(2026, 12, 4)]


async def test_nothing_is_done_after_the_hours_of_the_job(asked: Asked) -> None:
    assert await asked.at("2026-12-01T17:00") == []


async def test_a_clock_that_is_put_back_repeats_nothing(asked: Asked) -> None:
    await asked.at("2026-12-02T08:00")
    assert await asked.at("2026-12-02T07:50") == []
    assert await asked.at("2026-12-02T08:00") == []


async def test_a_clock_that_stood_ahead_silences_nobody_when_it_is_right_again(asked: Asked) -> None:
    """What a job puts has its day in its key: done again for a day, it repeats nothing."""
    assert await asked.at("2027-03-01T08:00") == ["digest"]
    assert await asked.at("2026-12-01T08:00") == ["digest"]
    assert await asked.at("2026-12-01T08:01") == []
    assert await asked.at("2026-12-02T08:00") == ["digest"]


async def test_many_processes_that_ask_at_once_do_it_once_each_in_turn(asked: Asked) -> None:
    done = await asyncio.gather(*(asked.at("2026-12-01T08:00") for _ in range(5)))
    assert ["digest"] in done
    assert await asked.at("2026-12-01T08:01") == []


async def test_work_that_failed_is_tried_again_the_next_minute(asked: Asked) -> None:
    asked.fails = True
    with pytest.raises(RuntimeError):
        await asked.at("2026-12-01T08:00")
    asked.fails = False
    assert await asked.at("2026-12-01T08:01") == ["digest"]


def test_an_office_that_wants_its_digest_in_the_evening_gets_it() -> None:
    digest = next(job for job in JOBS if job.name == "digest")
    office = Office(Calendar(), Timetable(digest=time(18, 30), week=None))
    assert digest.period(datetime(2026, 12, 1, 18, 30, tzinfo=ZONE), office) == "2026-12-01T18:30"
    assert digest.period(datetime(2026, 12, 1, 18, 29, tzinfo=ZONE), office) is None


async def test_a_person_with_an_hour_of_their_own_opens_the_job_once_more(asked: Asked) -> None:
    async with asked.database.write() as uow:
        lan = await uow.members.add("Lan", Role.STAFF, None, datetime(2026, 12, 1, tzinfo=ZONE))
        await uow.personal.set(lan.id, Personal(hour=time(9, 30)))
    assert await asked.at("2026-12-01T08:00") == ["digest"]
    assert await asked.at("2026-12-01T09:29") == []
    assert await asked.at("2026-12-01T09:30") == ["digest"]
    assert await asked.at("2026-12-01T09:31") == []


async def test_handled_updates_are_kept_a_week_to_recognise_repeats(database: SqlDatabase) -> None:
    start = datetime(2026, 12, 1, 3, tzinfo=ZONE)
    async with database.write() as uow:
        await uow.inbox.store("wire", [("old", "a", "{}")], start)
        item = await uow.inbox.next("a")
        assert item is not None
        await uow.inbox.done(item.id, start)
    jobs = [job for job in JOBS if job.name == "tidy"]
    for days, new in ((6, 0), (8, 1)):
        await tick(jobs, database, Office(Calendar()), start + timedelta(days=days), ZONE)
        async with database.write() as uow:
            assert await uow.inbox.store("wire", [("old", "a", "{}")], start) == new
