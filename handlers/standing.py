"""How the occurrences of a plan stand today: deadline in force, last update, and what that amounts to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo

from handlers.office import FollowedPlan, extensions_by_occurrence
from knowledge.model import Task
from knowledge.occurrences import Occurrence, in_hand
from storage.records import Extension, ProgressEntry, Status
from storage.unit_of_work import UnitOfWork

SOON = 7
"""Days before the deadline from which an occurrence counts as "sắp đến hạn"."""


class State(StrEnum):
    """Completed in time or late; overdue; due today; due within a week; in time; waiting for a paper; without end;
    due before the plan was followed (askable and completable, never late)."""

    DONE = "done"
    DONE_LATE = "done_late"
    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    IN_TIME = "in_time"
    CONDITIONAL = "conditional"
    ENDLESS = "endless"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Standing:
    """One occurrence as it stands. `due`: the deadline in force, after `extensions` (oldest first)."""

    task: Task
    occurrence: Occurrence
    due: date | None
    extensions: tuple[Extension, ...]
    entry: ProgressEntry | None
    state: State

    @property
    def done(self) -> bool:
        """Whether the unit has reported it completed."""
        return self.entry is not None and self.entry.status is Status.DONE

    @property
    def percent(self) -> float:
        """Percent done, 0–100; 0 while nothing was reported."""
        return self.entry.percent or 0.0 if self.entry else 0.0


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
            state = _state(occurrence, due, entry, followed.followed_from, today, zone)
            found.append(Standing(task, occurrence, due, later, entry, state))
    return found


def _state(
    occurrence: Occurrence, due: date | None, entry: ProgressEntry | None, since: date, today: date, zone: ZoneInfo
) -> State:
    if entry is not None and entry.status is Status.DONE:
        late = due is not None and since <= due < entry.at.astimezone(zone).date()
        return State.DONE_LATE if late else State.DONE
    if due is None:
        return State.CONDITIONAL if occurrence.conditional else State.ENDLESS
    if due < since:
        return State.BEFORE
    left = (due - today).days
    if left < 0:
        return State.OVERDUE
    return State.TODAY if left == 0 else State.SOON if left <= SOON else State.IN_TIME


def current(of_task: Sequence[Standing], today: date) -> Standing:
    """The occurrence in hand among those of one task: what a card shows and an update goes to."""
    done = {s.occurrence.period for s in of_task if s.done}
    chosen = in_hand([s.occurrence for s in of_task], done, today)
    return next(s for s in of_task if s.occurrence.period == chosen.period)


async def task_standings(
    uow: UnitOfWork, followed: FollowedPlan, task: Task, today: date, zone: ZoneInfo
) -> list[Standing]:
    """The occurrences of one task."""
    return await standings(uow, followed, today, zone, [task])
