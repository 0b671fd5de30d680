"""How the occurrences of a plan stand today: deadline in force, last update, and what that amounts to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo

from handlers.office import FollowedPlan, extensions_by_occurrence
from knowledge import standing as rules
from knowledge.model import Task
from knowledge.occurrences import Occurrence, in_hand
from knowledge.standing import Group, Timing
from storage.records import Completion, Extension, ProgressEntry, Ruling, RulingKind, Status
from storage.unit_of_work import UnitOfWork


class State(StrEnum):
    """Reported completed and not confirmed yet; put off or dropped by a paper; completed in time or late; overdue; due
    today; due within a week; in time; waiting for a paper; without end; without a date that could be read; due before
    the plan was followed (askable and completable, never late)."""

    AWAITING = "awaiting"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    DONE = "done"
    DONE_LATE = "done_late"
    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    IN_TIME = "in_time"
    CONDITIONAL = "conditional"
    ENDLESS = "endless"
    UNDATED = "undated"
    BEFORE = "before"


_STATES = {
    Timing.PAST: State.OVERDUE,
    Timing.TODAY: State.TODAY,
    Timing.SOON: State.SOON,
    Timing.AHEAD: State.IN_TIME,
    Timing.CONDITIONAL: State.CONDITIONAL,
    Timing.ENDLESS: State.ENDLESS,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """One occurrence as it stands. `due`: the deadline in force, after `extensions` (oldest first); `group`: what it
    counts as in reports; `completed`: the day since which it has been reported completed, None while it is not;
    `completion`: that report, and `awaiting` whether the office still has to confirm it; `confirmed`: the ruling that
    did; `aside`: the ruling that put it off or dropped it."""

    task: Task
    occurrence: Occurrence
    due: date | None
    extensions: tuple[Extension, ...]
    entry: ProgressEntry | None
    state: State
    group: Group = Group.IN_TIME
    completed: date | None = None
    completion: Completion | None = None
    confirmed: Ruling | None = None
    awaiting: bool = False
    aside: Ruling | None = None

    @property
    def done(self) -> bool:
        """Whether the unit has reported it completed."""
        return self.entry is not None and self.entry.status is Status.DONE

    @property
    def open(self) -> bool:
        """Whether the unit still has something to do: it is neither reported completed nor set aside by a paper."""
        return not self.done and self.aside is None

    @property
    def reportable(self) -> bool:
        """Whether it can be reported on now: it neither waits for a paper nor lacks a date that could be read."""
        return self.state not in (State.CONDITIONAL, State.UNDATED)

    @property
    def place(self) -> dict[str, str]:
        """Task and period as arguments of a choice."""
        return {"code": self.task.code, "period": self.occurrence.period}


def is_open(standing: Standing) -> bool:
    """Whether people are to be told of it: something is still to be done, and it is not from before the plan was
    followed."""
    return standing.open and standing.group in (Group.IN_TIME, Group.OVERDUE)


async def standings(
    uow: UnitOfWork, followed: FollowedPlan, today: date, zone: ZoneInfo, tasks: Sequence[Task] | None = None
) -> list[Standing]:
    """Every occurrence of the tasks (default: all of the plan), by task and in order of time."""
    extended = await extensions_by_occurrence(uow, followed.plan.id)
    latest = await uow.progress.latest_of_plan(followed.plan.id)
    completions = await uow.progress.completions(followed.plan.id)
    ruled: dict[str, list[Ruling]] = {}
    for ruling in await uow.rulings.of_plan(followed.plan.id):
        ruled.setdefault(ruling.task, []).append(ruling)
    return [
        standing_of(
            task,
            occurrence,
            followed,
            today,
            zone,
            extensions=extended.get((task.code, occurrence.period), ()),
            entry=latest.get((task.code, occurrence.period)),
            completion=completions.get((task.code, occurrence.period)),
            rulings=ruled.get(task.code, ()),
        )
        for task in (followed.plan.tasks if tasks is None else tasks)
        for occurrence in followed.occurrences(task)
    ]


def standing_of(
    task: Task,
    occurrence: Occurrence,
    followed: FollowedPlan,
    today: date,
    zone: ZoneInfo,
    *,
    extensions: Sequence[Extension],
    entry: ProgressEntry | None,
    completion: Completion | None,
    rulings: Sequence[Ruling],
) -> Standing:
    """How one occurrence stands, by what was recorded: its extensions (oldest first), its latest update, the
    completion that stands, and the rulings on its task (oldest first)."""
    due = extensions[-1].due if extensions else occurrence.due
    bare = Standing(task, occurrence, due, tuple(extensions), entry, State.IN_TIME)
    if bare.done and completion is not None:
        # A remark added later does not make work late: what counts is the first report.
        bare = replace(bare, completed=completion.at.astimezone(zone).date(), completion=completion)
    periods = [other.period for other in followed.occurrences(task)]
    return _judged(_ruled(bare, rulings, periods), followed, today)


def _ruled(standing: Standing, rulings: Sequence[Ruling], periods: Sequence[str]) -> Standing:
    """The occurrence with what the office has ruled about it; `rulings` of its task, the oldest first."""
    if standing.done and (completion := standing.completion):
        confirms = (r for r in rulings if r.kind is RulingKind.CONFIRM and r.period == standing.occurrence.period)
        confirmed = next((r for r in confirms if r.entry is not None and r.entry >= completion.first), None)
        return replace(standing, confirmed=confirmed, awaiting=completion.awaits and confirmed is None)
    at = periods.index(standing.occurrence.period)
    aside = None
    for ruling in rulings:
        from_ = periods.index(ruling.period) if ruling.period in periods else len(periods)
        if ruling.kind is not RulingKind.CONFIRM and (at == from_ or (ruling.onward and at > from_)):
            aside = None if ruling.kind is RulingKind.RESUME else ruling
    return replace(standing, aside=aside)


def _status(standing: Standing) -> rules.Status | None:
    if standing.aside is not None:
        return "suspended" if standing.aside.kind is RulingKind.SUSPEND else "withdrawn"
    if standing.awaiting:
        return "awaiting"
    return standing.entry.status.value if standing.entry and standing.entry.status else None


def _judged(standing: Standing, followed: FollowedPlan, today: date) -> Standing:
    status = _status(standing)
    judged = rules.standing(
        standing.occurrence,
        standing.due,
        status,
        standing.completed,
        followed_from=followed.followed_from,
        today=today,
    )
    if standing.awaiting:
        state = State.AWAITING
    elif standing.done:
        state = State.DONE_LATE if judged.group is Group.DONE_LATE else State.DONE
    elif standing.aside is not None:
        state = State.SUSPENDED if status == "suspended" else State.WITHDRAWN
    elif judged.group is Group.BEFORE:
        state = State.BEFORE
    else:
        state = _STATES[judged.timing]
    if state is State.ENDLESS and standing.task.code in followed.undated:
        state = State.UNDATED
    return replace(standing, state=state, group=judged.group)


def current(of_task: Sequence[Standing], today: date) -> Standing:
    """The occurrence in hand among those of one task: what a card shows and an update goes to."""
    over = {s.occurrence.period for s in of_task if not s.open}
    chosen = in_hand([s.occurrence for s in of_task], over, today)
    return next(s for s in of_task if s.occurrence.period == chosen.period)


def by_task(found: Sequence[Standing]) -> dict[str, list[Standing]]:
    """Occurrences by the code of their task, in order."""
    grouped: dict[str, list[Standing]] = {}
    for standing in found:
        grouped.setdefault(standing.task.code, []).append(standing)
    return grouped


async def task_standings(
    uow: UnitOfWork, followed: FollowedPlan, task: Task, today: date, zone: ZoneInfo
) -> list[Standing]:
    """The occurrences of one task."""
    return await standings(uow, followed, today, zone, [task])
