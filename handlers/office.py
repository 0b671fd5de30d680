"""The office's services that outlive a message: the plans being followed, each with what was worked out from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from weakref import WeakKeyDictionary

from handlers.engines import engine_with
from handlers.timetable import TIMETABLE, WORKDAYS, calendar_from, timetable_from
from knowledge.answers import Engine
from knowledge.answers.kept import Asked, asked
from knowledge.model import Plan, Task
from knowledge.occurrences import Occurrence, occurrences, rule_of
from knowledge.timetable import DEFAULTS, Timetable
from knowledge.workdays import Calendar
from storage.records import Extension, PlanHead, StoredPlan
from storage.unit_of_work import UnitOfWork

ENGINES_KEPT = 8
"""Engines in memory: one for each plan in use, and some of versions that were asked about."""
DEFAULT = "plan.default"
"""Setting: the plan of those who have not chosen one."""


def chosen_by(member: int) -> str:
    """The setting that keeps which plan a member works with."""
    return f"plan.of:{member}"


@dataclass(frozen=True)
class FollowedPlan:
    """A plan as the office follows it. `ends` and `followed_from` as in storage.records.StoredPlan."""

    plan: Plan
    version: int
    followed_from: date
    ends: date

    @cached_property
    def _occurrences(self) -> dict[str, tuple[Occurrence, ...]]:
        return {task.code: occurrences(task, self.plan, self.ends) for task in self.plan.tasks}

    @cached_property
    def undated(self) -> frozenset[str]:
        """Codes of the tasks whose printed deadline is blank or could not be read: no date, but not endless either."""
        return frozenset(t.code for t in self.plan.tasks if rule_of(t, self.plan.year).kind == "unknown")

    def occurrences(self, task: Task) -> tuple[Occurrence, ...]:
        """The task's occurrences in order of time, by the printed deadline (extensions not applied)."""
        return self._occurrences[task.code]


@dataclass
class Office:
    """Caches parsed plans by (id, version); the calendar of working days and the timetable of reminders, as the office
    set them when they were last asked for. `defaults`: the timetable where it set nothing; `public_url`: the address
    at which the program can be reached from outside, "" for none."""

    calendar: Calendar
    defaults: Timetable = DEFAULTS
    public_url: str = ""
    timetable: Timetable = field(init=False)
    _kept: dict[str, str] = field(default_factory=dict)
    _plans: dict[tuple[str, int, date, date], FollowedPlan] = field(default_factory=dict)
    _engines: dict[tuple[str, int], tuple[tuple[int, ...], Engine]] = field(default_factory=dict)
    _forms: WeakKeyDictionary[Engine, dict[str, Asked]] = field(default_factory=WeakKeyDictionary)

    def __post_init__(self) -> None:
        self.timetable = self.defaults

    async def refresh(self, uow: UnitOfWork) -> None:
        """Takes over what the office has set since, here or in another process."""
        settings = await uow.settings.all()
        kept = {key: settings[key] for key in (TIMETABLE, WORKDAYS) if key in settings}
        if kept != self._kept:
            self.timetable, self.calendar = timetable_from(kept, self.defaults), calendar_from(kept)
            self._kept = kept

    async def plan(self, uow: UnitOfWork, *, member: int | None = None, wanted: str = "") -> FollowedPlan | None:
        """The plan that is meant: the one `wanted`, else the member's, else the default; None when none is loaded."""
        plans = await self.plans(uow)
        if len(plans) > 1:
            chosen = wanted or (await uow.settings.get(chosen_by(member)) if member is not None else None)
            plans.sort(key=lambda followed: followed.plan.id != chosen)
        return plans[0] if plans else None

    async def plans(self, uow: UnitOfWork) -> list[FollowedPlan]:
        """Every plan that is followed: the default first, then in the order in which they were first loaded."""
        followed = [await self._known(uow, head) for head in await uow.plans.active_heads()]
        if len(followed) > 1:
            default = await uow.settings.get(DEFAULT)
            followed.sort(key=lambda one: one.plan.id != default)
        return followed

    async def _known(self, uow: UnitOfWork, head: PlanHead) -> FollowedPlan:
        """A plan that is followed; its document is read once."""
        kept = self._plans.get((head.id, head.version, head.followed_from, head.ends))
        if kept is not None:
            return kept
        stored = await uow.plans.version(head.id, head.version)
        assert stored is not None
        return self.followed(stored)

    async def engine(self, uow: UnitOfWork, followed: FollowedPlan) -> Engine:
        """The plan's answer engine with the office's own words; built when first asked, and anew after a change."""
        entries = await uow.vocabulary.of_plan(followed.plan.id)
        place, key = (followed.plan.id, followed.version), tuple(entry.id for entry in entries)
        kept = self._engines.get(place)
        if kept is None or kept[0] != key:
            kept = (key, engine_with(followed.plan, entries))
            self._engines[place] = kept
            while len(self._engines) > ENGINES_KEPT:
                self._engines.pop(next(iter(self._engines)))
        return kept[1]

    def read_form(self, engine: Engine, question: str) -> Asked:
        """The question of a kept answer, ready to be compared; read once by each engine."""
        forms = self._forms.setdefault(engine, {})
        if question not in forms:
            forms[question] = asked(question, engine.understanding)
        return forms[question]

    def followed(self, stored: StoredPlan) -> FollowedPlan:
        """The parsed plan of a stored one."""
        key = (stored.id, stored.version, stored.followed_from, stored.ends)
        if key not in self._plans:
            plan = Plan.model_validate_json(stored.document)
            self._plans[key] = FollowedPlan(plan, stored.version, stored.followed_from, stored.ends)
        return self._plans[key]


CONFIRMATION = "confirmation.required"


async def confirmation_required(uow: UnitOfWork) -> bool:
    """Whether completion reported by a unit waits for the office to confirm it, as the office has set (default: it
    does)."""
    return await uow.settings.get(CONFIRMATION) != "0"


async def extensions_by_occurrence(uow: UnitOfWork, plan: str) -> dict[tuple[str, str], list[Extension]]:
    """(task, period) → its extensions in order of time; the last one is in force."""
    found: dict[tuple[str, str], list[Extension]] = {}
    for extension in await uow.extensions.of_plan(plan):
        found.setdefault((extension.task, extension.period), []).append(extension)
    return found
