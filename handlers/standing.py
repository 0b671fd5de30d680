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
from storage.records import EntryKind, Extension, ProgressEntry, Status
from storage.unit_of_work import UnitOfWork

LOOK_BACK = 100
"""Entries of a task among which the beginning of its completion is sought."""


class State(StrEnum):
    """Completed in time or late; overdue; due today; due within a week; in time; waiting for a paper; without end;
    without a date that could be read; due before the plan was followed (askable and completable, never late)."""

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
    counts as in reports; `completed`: the day since which it has been reported completed, None while it is not."""

    task: Task
    occurrence: Occurrence
    due: date | None
    extensions: tuple[Extension, ...]
    entry: ProgressEntry | None
    state: State
    group: Group = Group.IN_TIME
    completed: date | None = None

    @property
    def done(self) -> bool:
        """Whether the unit has reported it completed."""
        return self.entry is not None and self.entry.status is Status.DONE

    @property
    def place(self) -> dict[str, str]:
        """Task and period as arguments of a choice."""
        return {"code": self.task.code, "period": self.occurrence.period}


async def standings(
    uow: UnitOfWork, followed: FollowedPlan, today: date, zone: ZoneInfo, tasks: Sequence[Task] | None = None
) -> list[Standing]:
    """Every occurrence of the tasks (default: all of the plan), by task and in order of time."""
    extended = await extensions_by_occurrence(uow, followed.plan.id)
    latest = await uow.progress.latest_of_plan(followed.plan.id)
    found: list[Standing] = []
    for task in followed.plan.tasks if tasks is None else tasks:
        for occurrence in followed.occurrences(task):
            key = (task.code, occurrence.period)
            later, entry = tuple(extended.get(key, ())), latest.get(key)
            due = later[-1].due if later else occurrence.due
            bare = Standing(task, occurrence, due, later, entry, State.IN_TIME)
            if bare.done and entry is not None:
                said = entry.at.astimezone(zone).date()
                late = due is not None and said > due
                bare = replace(bare, completed=await _completed(uow, followed, bare, zone) if late else said)
            found.append(_judged(bare, followed, today))
    return found


async def _completed(uow: UnitOfWork, followed: FollowedPlan, standing: Standing, zone: ZoneInfo) -> date | None:
    """The day of the first report of completion since which nothing else was reported: a remark added later does not
    make work late."""
    log = await uow.progress.history(followed.plan.id, standing.task.code, limit=LOOK_BACK)
    since = None
    for entry in log:
        if entry.period != standing.occurrence.period or entry.kind is not EntryKind.UPDATE or entry.undone:
            continue
        if entry.status is not Status.DONE:
            break
        since = entry.at.astimezone(zone).date()
    return since


def _judged(standing: Standing, followed: FollowedPlan, today: date) -> Standing:
    status = standing.entry.status if standing.entry else None
    judged = rules.standing(
        standing.occurrence,
        standing.due,
        status.value if status else None,
        standing.completed,
        followed_from=followed.followed_from,
        today=today,
    )
    if standing.done:
        state = State.DONE_LATE if judged.group is Group.DONE_LATE else State.DONE
    elif judged.group is Group.BEFORE:
        state = State.BEFORE
    else:
        state = _STATES[judged.timing]
    if state is State.ENDLESS and standing.task.code in followed.undated:
        state = State.UNDATED
    return replace(standing, state=state, group=judged.group)


def current(of_task: Sequence[Standing], today: date) -> Standing:
    """The occurrence in hand among those of one task: what a card shows and an update goes to."""
    done = {s.occurrence.period for s in of_task if s.done}
    chosen = in_hand([s.occurrence for s in of_task], done, today)
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
