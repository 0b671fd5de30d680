"""Tasks and targets that a question names: by their codes, or by their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from knowledge.model import Plan
from knowledge.questions import spotting
from knowledge.questions.numbered import Numbered


class Named(NamedTuple):
    """`tasks`: codes of those that are surely meant, `candidates`: of those that may be, `strange`: a code that is no
    task's; `targets`: codes."""

    tasks: tuple[str, ...]
    candidates: tuple[str, ...]
    strange: str
    targets: tuple[str, ...]

    @property
    def by_code(self) -> bool:
        """Whether tasks are named."""
        return bool(self.tasks or self.candidates)


class Records:
    """Finds the tasks and targets that are named in questions about one plan."""

    def __init__(self, plan: Plan, numbered: Numbered) -> None:
        self._plan = plan
        self._numbered = numbered
        self._codes = dict.fromkeys(t.code for t in plan.tasks)
        self._group_codes = {g.code for g in plan.groups}
        self._tasks_printed = {spotting.key(code): code for code in self._codes}
        self._targets_printed = {spotting.key(t.code): t.code for t in plan.targets}

    def is_code(self, word: str) -> bool:
        """Whether a word is a task's code."""
        return word in self._tasks_printed

    def named(self, typed: str, first: str, *, by_number: bool) -> Named:
        """The records that a message names. `first`: the code that it begins with, where nothing else is said but what
        is asked for ("1 ai chủ trì"); `by_number`: what it numbers may be tasks."""
        keys = spotting.keys(typed)
        if not (keys or first or spotting.has_number(typed)):
            return Named((), (), "", ())
        targets = spotting.targets(typed, self._plan) or _of(keys, self._targets_printed)
        targets = targets or self._numbered.targets(typed)
        tasks, candidates, strange = spotting.codes(typed, self._codes.keys(), self._group_codes)
        if not tasks and (printed := _of(keys, self._tasks_printed) or _of([first], self._tasks_printed)):
            return Named(printed, (), "", targets)
        if by_number and not (tasks or candidates):
            tasks, candidates = self._numbered.tasks(typed)
        return Named(tasks, candidates, strange, targets)


def _of(keys: Iterable[str], printed: Mapping[str, str]) -> tuple[str, ...]:
    """The codes, as the plan prints them, that are among the keys."""
    return tuple(printed[key] for key in keys if key in printed)
