"""An occurrence as a report has it, and some of many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from handlers.standing import Standing
from knowledge.model import Plan, Task
from knowledge.occurrences import Occurrence
from knowledge.standing import Group, Health, health
from storage.records import Extension, ProgressEntry, Status


@dataclass(frozen=True, slots=True)
class Line:
    """One occurrence in a report, as it stood at the cut-off. `note`: the last words said; `days_late`: after the
    deadline in force, 0 when in time; `entries`: numbers of all entries about it that stand, oldest first; `told`: the
    day of the first of them; `documents`: numbers of papers that these name; `files`: how many files speak for them."""

    standing: Standing
    note: str
    days_late: int
    entries: tuple[int, ...]
    told: date | None
    documents: tuple[str, ...]
    files: int

    @property
    def task(self) -> Task:
        """Its task."""
        return self.standing.task

    @property
    def occurrence(self) -> Occurrence:
        """Which occurrence of the task."""
        return self.standing.occurrence

    @property
    def due(self) -> date | None:
        """The deadline in force."""
        return self.standing.due

    @property
    def extensions(self) -> tuple[Extension, ...]:
        """How the deadline was moved, oldest first."""
        return self.standing.extensions

    @property
    def group(self) -> Group:
        """What it counts as."""
        return self.standing.group

    @property
    def entry(self) -> ProgressEntry | None:
        """The update that stands."""
        return self.standing.entry

    @property
    def completed(self) -> date | None:
        """The day since which it has been reported completed."""
        return self.standing.completed

    @property
    def begun(self) -> bool:
        """Whether anything but "not begun" was reported."""
        return self.entry is not None and self.entry.status is not Status.NOT_STARTED

    @property
    def blocked(self) -> bool:
        """Whether the unit reports an obstacle."""
        return self.entry is not None and self.entry.status is Status.BLOCKED

    @property
    def health(self) -> Health | None:
        """How it stands to a person in a hurry; None for work that was put off or dropped."""
        return health(self.group, told=self.entry is not None)


def of_health(lines: Iterable[Line], wanted: Health) -> list[Line]:
    """The lines that stand so."""
    return [line for line in lines if line.health is wanted]


def led(lines: Iterable[Line], unit: str, plan: Plan) -> tuple[Line, ...]:
    """The lines of tasks that the unit, or a part of it, leads."""
    own = {unit, *(part.code for part in plan.units if part.part_of == unit)}
    return tuple(line for line in lines if own.intersection(line.task.lead))
