"""The years 2026–2030 with a hundred people who never answer: nothing on a day off, no task twice a day, every deadline
announced on its day or the working day before; and the real jobs over the weeks around Tết."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from handlers.days import Day
from handlers.office import FollowedPlan, Office
from handlers.overviews import queue_evening, queue_summaries
from handlers.planning import lines_of
from handlers.reminders import queue_digests, queue_nudges
from handlers.standing import Standing, State
from knowledge.model import Plan
from knowledge.reminders import Volume
from knowledge.standing import Group
from knowledge.timetable import DEFAULTS, Timetable, quiet_at
from knowledge.workdays import Calendar
from storage.records import Account, Leave, LineKind, Member, MessageState, Personal, ReminderLine, Role
from storage.sql.database import open_database
from tests.support.plans import small_plan
from tests.support.talk import ZONE

FIRST, LAST = date(2026, 1, 1), date(2030, 12, 31)
ONE = timedelta(days=1)
PRINTED = ("Hàng năm", "Hàng quý", "Trước ngày 15/8 hàng năm", "Quý II/2028", "Năm 2027", "Hàng tháng")


def _plan() -> Plan:
    """Twenty units, three tasks each, of every rhythm."""
    plan = small_plan()
    units = tuple(
        plan.units[0].model_copy(update={"code": f"U{n}", "name": f"Phòng {n}", "short": f"P{n}", "aliases": ()})
        for n in range(20)
    )
    tasks = tuple(
        plan.tasks[0].model_copy(
            update={
                "code": f"I.{n}",
                "title": f"Việc số {n}",
                "lead": (f"U{n % 20}",),
                "deadline": PRINTED[n % 6],
                "cooperating": (),
            }
        )
        for n in range(1, 61)
    )
    years = {"starts": 2026, "period_ends": 2030, "ends": LAST, "targets": ()}
    return plan.model_copy(update={"units": units, "tasks": tasks, **years})


def _people(start: datetime) -> list[Member]:
    """Five a unit: a head, four who do the work, each with the volume of their number."""
    return [
        Member(
            n,
            f"Người {n}",
            Role.HEAD if n <= 20 else Role.STAFF,
            f"U{n % 20}",
            True,
            start,
            (Account("terminal", f"p{n}", f"p{n}", n),),
        )
        for n in range(1, 101)
    ]


def test_five_years_of_plans_for_a_hundred_people() -> None:
    plan, calendar = _plan(), Calendar()
    followed = FollowedPlan(plan, 1, FIRST, LAST)
    start = datetime.combine(FIRST, time(8), ZONE).astimezone(UTC)
    people = _people(start)
    personal = {m.id: Personal(volume=list(Volume)[m.id % 3].value) for m in people}
    leaves = [Leave(1, 21, date(2027, 8, 3), date(2027, 8, 20), 41, 21, start)]
    all_ = [(task, o) for task in plan.tasks for o in followed.occurrences(task) if o.due]
    told: dict[int, dict[tuple[str, str], list[ReminderLine]]] = {}
    announced: set[tuple[str, str]] = set()
    for n in range((LAST - FIRST).days + 1):
        today = FIRST + n * ONE
        near = [(t, o) for t, o in all_ if o.due and -60 <= (o.due - today).days <= 40]
        groups = {True: (State.OVERDUE, Group.OVERDUE), False: (State.IN_TIME, Group.IN_TIME)}
        standings = [Standing(t, o, o.due, (), None, *groups[bool(o.due and o.due < today)]) for t, o in near]
        day = Day(
            uow=None,  # type: ignore[arg-type]  # who is told of what is worked out from what was read
            followed=followed,
            day=today,
            zone=ZONE,
            calendar=calendar,
            timetable=Timetable(report="off"),
            people=people,
            personal=personal,
            leaves=leaves,
            silences=(),
            assigned={},
            lines=told,
            standings=standings,
            since=lambda slot: None,
        )
        for member in people:
            lines = lines_of(day, member)
            assert not lines or calendar.is_working(today)
            assert len({line.place for line in lines}) == len(lines)
            assert not (lines and day.away(member))
            for line in lines:
                due = line.standing.due
                if due and line.kind is LineKind.DIGEST and today == calendar.on_or_before(due):
                    announced.add(line.place)
                kept = told.setdefault(member.id, {}).setdefault(line.place, [])
                assert len([k for k in kept if k.kind is LineKind.IN_CHARGE]) <= 1
                at = datetime.combine(today, time(8), ZONE)
                place = (plan.id, *line.place, due, 1, member.id, None)
                kept.append(ReminderLine(0, "", line.kind, at, *place, state=MessageState.SENT))
    due_then = {(t.code, o.period) for t, o in all_ if o.due and FIRST <= calendar.on_or_before(o.due) <= LAST}
    assert announced == due_then
    assert len(due_then) > 900


@pytest.mark.parametrize("begins", [date(2026, 12, 21), date(2027, 1, 25)])
async def test_the_real_jobs_keep_the_cap_and_the_quiet_hours(sqlite_url: str, begins: date) -> None:
    jobs = (
        (queue_digests, time(8)),
        (queue_nudges, time(14)),
        (queue_summaries, time(15, 30)),
        (queue_evening, time(16, 30)),
    )
    database, office, plan = open_database(sqlite_url), Office(Calendar()), _plan()
    start = datetime.combine(begins, time(7), ZONE).astimezone(UTC)
    async with database.write() as uow:
        await uow.plans.put(plan.id, plan.model_dump_json(), FIRST, LAST, start)
        for n, role in enumerate([Role.OFFICE, *[Role.HEAD] * 8, *[Role.STAFF] * 16, Role.DIRECTOR]):
            member = await uow.members.add(f"Người {n}", role, f"U{n % 8}", start)
            await uow.members.link(member.id, "terminal", f"p{n}", f"p{n}")
    for n in range(21):
        for job, hour in jobs:
            now = datetime.combine(begins + n * ONE, hour, ZONE).astimezone(UTC)
            async with database.write() as uow:
                await job(uow, office, now, ZONE)
                for message in await uow.outbox.due(now + timedelta(hours=1), limit=1000):
                    leaves = (message.not_before or now).astimezone(ZONE)
                    assert not quiet_at(leaves, DEFAULTS.quiet, office.calendar)
                    await uow.outbox.sending(message.id, via="terminal")
                    await uow.outbox.sent(message.id, now, "1")
        midnight = datetime.combine(begins + n * ONE, time(), ZONE)
        async with database.read() as uow:
            sent = [await uow.reminders.messages_to(m.id, since=midnight) for m in await uow.members.all()]
        assert max(sent) <= DEFAULTS.cap
        assert office.calendar.is_working(begins + n * ONE) or not any(sent)
    await database.close()
