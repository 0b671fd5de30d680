"""A trial without any set-up: people of the plan's own units, and a short tour that shows what can be said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from handlers.office import FollowedPlan
from handlers.units import own_units, unit_named
from handlers.wording.roles import ROLES
from knowledge.model import Plan, Task, Unit
from knowledge.reminders import due_today
from knowledge.workdays import Calendar
from storage.records import Role
from storage.unit_of_work import Database

CHANNEL = "terminal"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who takes part in the trial; their name is also their account."""

    name: str
    role: Role
    unit: str | None


def leading_unit(plan: Plan) -> Unit | None:
    """The single unit of the agency that leads first, in the order of the plan (a part of a unit stands for the
    unit); None when the plan has no unit."""
    own = {unit.code: unit for unit in own_units(plan) if not unit.collective}
    parents = {unit.code: unit.part_of or unit.code for unit in plan.units}
    leads = (parents.get(code, code) for task in plan.tasks for code in task.lead)
    return next((own[code] for code in leads if code in own), next(iter(own.values()), None))


def cast(plan: Plan) -> tuple[Actor, ...]:
    """A member of staff and the head of the unit that leads first, one of the office, the director."""
    unit = leading_unit(plan)
    code = unit.code if unit else None
    return (
        Actor("Lan", Role.STAFF, code),
        Actor("Hùng", Role.HEAD, code),
        Actor("Minh", Role.OFFICE, unit_named(ROLES[Role.OFFICE], plan)),
        Actor("Thu", Role.DIRECTOR, None),
    )


async def populate(database: Database, plan: Plan, now: datetime) -> None:
    """Lets the cast in, unless somebody is there already. `now` is aware."""
    async with database.write() as uow:
        if await uow.members.all(active=None):
            return
        for actor in cast(plan):
            member = await uow.members.add(actor.name, actor.role, actor.unit, now)
            await uow.members.link(member.id, CHANNEL, actor.name, actor.name)


# ---- the tour -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the tour: a line typed, a choice taken by the first label that begins with `words`, or the clock set
    (`words` empty, `at` given)."""

    does: Literal["types", "takes", "waits"]
    words: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Tour:
    """Who plays, from which moment, and what happens."""

    actor: str
    starts: datetime
    followed_from: date
    steps: tuple[Step, ...]


def tour(followed: FollowedPlan, calendar: Calendar, today: date, digest: time, zone: ZoneInfo) -> Tour:
    """A tour for whatever plan it is: about a task of the cast's unit of which tomorrow's digest will speak."""
    plan = followed.plan
    unit = leading_unit(plan)
    codes = {u.code for u in plan.units if unit and unit.code in (u.code, u.part_of)}
    mine = [task for task in plan.tasks if codes.intersection(task.lead)] or list(plan.tasks)
    task, morning = _reminded(followed, mine, calendar, today) or (mine[0] if mine else None, _next(calendar, today))
    eve = calendar.on_or_before(morning - timedelta(days=1))
    return Tour(
        actor=cast(plan)[0].name,
        starts=datetime.combine(eve, time(14, 30), zone),
        followed_from=date(eve.year, 1, 1),
        steps=(*_steps(plan, task), Step("waits", at=datetime.combine(morning, digest, zone))),
    )


def _next(calendar: Calendar, day: date) -> date:
    """The first working day after `day`."""
    day += timedelta(days=1)
    while not calendar.is_working(day):
        day += timedelta(days=1)
    return day


def _reminded(followed: FollowedPlan, tasks: list[Task], calendar: Calendar, today: date) -> tuple[Task, date] | None:
    """A task and the first working day after today on which its people are reminded of it; of days long past when the
    plan has none to come."""
    found = sorted(_mornings(followed, tasks, calendar), key=lambda pair: pair[1])
    coming = [pair for pair in found if pair[1] > today]
    return next(iter(coming or found[-1:]), None)


def _mornings(followed: FollowedPlan, tasks: list[Task], calendar: Calendar) -> Iterator[tuple[Task, date]]:
    for task in tasks:
        for occurrence in followed.occurrences(task):
            if occurrence.due is None:
                continue
            morning = calendar.on_or_before(occurrence.due - timedelta(days=7))
            reminder = due_today(
                occurrence,
                occurrence.due,
                done=False,
                followed_from=date(morning.year, 1, 1),
                today=morning,
                calendar=calendar,
            )
            if reminder is not None:
                yield task, morning


def _steps(plan: Plan, task: Task | None) -> Iterator[Step]:
    yield Step("types", "Xin chào")
    if task is not None:
        yield Step("types", f"{task.code} hạn khi nào?")
        yield Step("types", "ai chủ trì?")
    target = next((t for t in plan.targets if t.value is not None), None)
    if target is not None:
        yield Step("types", f"{target.metric} đến năm {target.horizon} là bao nhiêu?")
    yield Step("types", "/nhiemvu")
    if task is not None:
        yield Step("types", f"/tiendo {task.code} 60% đã trình lãnh đạo")
        yield Step("takes", "Hoàn tác")
