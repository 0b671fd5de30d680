"""Occurrences (kỳ): the dated instances of a task, from its printed deadline and the milestones in other cells."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.deadlines import Rule
from knowledge.model import Plan, Task


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One instance of a task. `period` is stable ("2026", "2026-Q2", "2026-06", "" for work that occurs once) and is
    what progress is kept under. `start`: first day of the period. `due`: last day on which it is in time, None for
    conditional or endless work. `conditional`: waits for a paper that has not come."""

    task: str
    period: str
    start: date | None
    due: date | None
    conditional: bool = False


def rule_of(task: Task, year: int) -> Rule:
    """The rule that binds the task: its deadline cell together with milestones ("trước ngày 15/8 hàng năm" of II.2
    gives yearly occurrences due on 14/8, from the first year that the deadline cell names)."""
    raise NotImplementedError


def occurrences(task: Task, plan: Plan, ends: date) -> tuple[Occurrence, ...]:
    """All occurrences from the plan's first year until `ends`, in order of time; at least one."""
    raise NotImplementedError


def in_hand(all_: Sequence[Occurrence], done: Collection[str], today: date) -> Occurrence:
    """The occurrence that an update without a period goes to: the one whose period holds today, else the nearest
    that is not in `done` (periods completed), else the last one before today."""
    raise NotImplementedError


def named(all_: Sequence[Occurrence], words: str) -> Occurrence | None:
    """The occurrence that a person names ("2025", "quý II/2026", "tháng 6"), or None."""
    raise NotImplementedError
