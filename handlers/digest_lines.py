"""The lines of a digest: what each is about, and how they stand by now."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar
from zoneinfo import ZoneInfo

from handlers.office import FollowedPlan, Office
from handlers.rights import stands_for
from handlers.standing import Standing, standings
from handlers.units import unit_name
from handlers.wording import reminders as words
from knowledge.model import Plan, Task
from storage.records import LineKind, Member, Role, SilenceKind
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Line:
    """One task in a digest. `plan`: the plan that it is of; `elsewhere`: that plan's short title when it is not the
    office's default plan, to be said. `step`: what it is given for (knowledge.reminders.Reminder). `nobody`: the lead
    units that have nobody on the bot, when the office is told for them; `watched`: told to those above the unit
    because it is late; `instead`: the name of the person whose it is, who is away; `cut`: the cut-off of the reporting
    period that it is asked for; `answered`: something was reported since the digest's morning; `moved`: it
    is no longer for the person who is told; `refused`: the person has said that it is not theirs."""

    standing: Standing
    days_left: int
    plan: Plan
    elsewhere: str = ""
    step: int | None = None
    kind: LineKind = LineKind.DIGEST
    nobody: str = ""
    watched: bool = False
    instead: str = ""
    cut: date | None = None
    answered: bool = False
    moved: bool = False
    refused: bool = False

    @property
    def place(self) -> tuple[str, str]:
        """Task and period."""
        return self.standing.task.code, self.standing.occurrence.period

    @property
    def plan_id(self) -> str:
        """Id of the plan that it is of."""
        return self.plan.id

    @property
    def waits(self) -> bool:
        """Whether the person can still answer it."""
        return not (self.answered or self.moved or self.refused)


@dataclass(frozen=True, slots=True)
class Gone:
    """A line whose task stands in no plan that is followed any more; it keeps its number."""

    place: tuple[str, str]
    kind: LineKind
    plan_id: str
    waits: ClassVar[bool] = False
    watched: ClassVar[bool] = False


def names_elsewhere(plans: Sequence[FollowedPlan]) -> dict[str, str]:
    """Plan → what a line says of it: nothing of the default plan, which is the first, else its short title."""
    return {one.plan.id: one.plan.short_title if number else "" for number, one in enumerate(plans)}


def absent(task: Task, people: Collection[Member], plan: Plan) -> str:
    """Names of the task's lead units for which nobody can be reached; "" when somebody can for each."""
    present = [m for m in people if any(account.reachable for account in m.accounts)]
    missing = [code for code in task.lead if not any(stands_for(m, (code,), plan) for m in present)]
    if not task.lead:
        return task.lead_printed or words.NO_LEAD
    return ", ".join(unit_name(code, plan) for code in missing)


async def lines_now(
    uow: UnitOfWork, office: Office, who: Member, today: date, zone: ZoneInfo, about: str
) -> tuple[date, list[Line | Gone]]:
    """The day and the lines of a digest, as they stand now, each under its number."""
    day, *places = about.split(";")
    morning = date.fromisoformat(day)
    plans = await office.plans(uow)
    # Digests put before there were several plans do not name theirs.
    default = plans[0].plan.id if plans else ""
    wanted = [tuple(place.split("|")) for place in places]
    wanted = [place if len(place) > 3 else (*place, default) for place in wanted]
    withdrawn = await uow.privacy.withdrawals()
    elsewhere, people = names_elsewhere(plans), [m for m in await uow.members.all() if m.id not in withdrawn]
    whose = await _stood_in_for(uow, who, today)
    found: dict[tuple[str, str, str], Line] = {}
    for followed in plans:
        plan = followed.plan
        silences = await uow.silences.standing(plan.id)
        refused = {s.task for s in silences if s.kind is SilenceKind.NOT_MINE and s.member_id == who.id}
        tasks = [task for task in plan.tasks if (task.code, plan.id) in {(code, of) for code, _, _, of in wanted}]
        for standing in await standings(uow, followed, today, zone, tasks):
            entry, lead = standing.entry, standing.task.lead
            answered = not standing.open or (entry is not None and entry.at.astimezone(zone).date() >= morning)
            mine = stands_for(who, lead, plan)
            line = Line(
                standing,
                (standing.due - today).days if standing.due else 0,
                plan,
                elsewhere[plan.id],
                nobody="" if mine else absent(standing.task, people, plan),
                watched=not mine,
                answered=answered,
                moved=who.role is not Role.OFFICE and not any(stands_for(one, lead, plan) for one in whose),
                refused=standing.task.code in refused,
            )
            found[(*line.place, plan.id)] = line
    lines: list[Line | Gone] = []
    for code, period, kind, of in wanted:
        known = found.get((code, period, of))
        lines.append(replace(known, kind=LineKind(kind)) if known else Gone((code, period), LineKind(kind), of))
    return morning, lines


async def _stood_in_for(uow: UnitOfWork, who: Member, today: date) -> list[Member]:
    """The person, and those whom they stand in for today."""
    leaves = [leave for leave in await uow.leaves.from_day(today) if leave.stand_in == who.id and leave.first <= today]
    others = [await uow.members.get(leave.member_id) for leave in leaves]
    return [who, *(other for other in others if other is not None)]
