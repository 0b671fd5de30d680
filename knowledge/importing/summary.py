"""What a plan holds, counted: the figures by which the office sees that nothing was lost on the way in."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.importing.check_values import understood
from knowledge.model import Passage, Plan, Target, Task


@dataclass(frozen=True, slots=True)
class HorizonCount:
    """Targets of one horizon (2025), with a number and without."""

    horizon: int
    with_value: int
    without_value: int


@dataclass(frozen=True, slots=True)
class AreaCount:
    """Tasks of one area, and of each of its groups as (code, tasks)."""

    code: str
    title: str
    tasks: int
    groups: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of a plan; `unread_deadlines` are (task code, phrase) pairs that no rule could be derived from."""

    horizons: tuple[HorizonCount, ...]
    areas: tuple[AreaCount, ...]
    tasks: int
    targets: int
    groups: int
    units: int
    passages: tuple[tuple[str, int], ...]
    corrections: int
    notes: int
    unread_deadlines: tuple[tuple[str, str], ...]


def summarize(plan: Plan) -> Summary:
    """Counts what `plan` holds. `passages` are (kind, count) in the plan's order of kinds."""
    kinds: dict[str, int] = {}
    for passage in plan.passages:
        kinds[passage.kind] = kinds.get(passage.kind, 0) + 1
    noted: list[Plan | Target | Task | Passage] = [plan, *plan.targets, *plan.tasks, *plan.passages]
    return Summary(
        horizons=tuple(_horizon(plan, year) for year in _horizons(plan)),
        areas=tuple(_area(plan, area.code, area.title) for area in plan.areas),
        tasks=len(plan.tasks),
        targets=len(plan.targets),
        groups=len(plan.groups),
        units=len(plan.units),
        passages=tuple(kinds.items()),
        corrections=sum(len(record.corrections) for record in noted),
        notes=sum(len(record.notes) for record in noted),
        unread_deadlines=tuple(
            (task.code, text)
            for task in plan.tasks
            for text in (task.deadline, *task.milestones)
            if text.strip() and not understood(text, plan.year)
        ),
    )


def _horizons(plan: Plan) -> list[int]:
    return sorted({*plan.horizons, *(target.horizon for target in plan.targets)})


def _horizon(plan: Plan, year: int) -> HorizonCount:
    values = [target.value for target in plan.targets if target.horizon == year]
    without = values.count(None)
    return HorizonCount(year, len(values) - without, without)


def _area(plan: Plan, code: str, title: str) -> AreaCount:
    tasks = [task for task in plan.tasks if task.area == code]
    groups = tuple(
        (group.code, sum(task.group == group.code for task in tasks)) for group in plan.groups if group.area == code
    )
    return AreaCount(code, title, len(tasks), groups)
