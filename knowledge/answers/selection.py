"""Records selected from a plan, and the conditions by which they are narrowed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from knowledge.model import Target, Task

R = TypeVar("R", Task, Target)


class Condition(NamedTuple, Generic[R]):
    """`name`: the filter it is told as, `said`: what it says there, `meets`: which records meet it, `explained`: the
    words of the question that it explains."""

    name: str
    said: str
    meets: Callable[[R], bool]
    explained: Collection[str] = ()


@dataclass
class Selection(Generic[R]):
    """What was selected and by what: `filters` names the conditions in the plan's words; `explained`: words of the
    question that they explain; `rest`: content words that none of them does."""

    records: Sequence[R]
    filters: dict[str, str] = field(default_factory=dict)
    explained: set[str] = field(default_factory=set)
    rest: tuple[str, ...] = ()
    conditions: list[Condition[R]] = field(default_factory=list)

    def meet(self, condition: Condition[R]) -> None:
        """Keeps the records that meet a condition."""
        self.conditions.append(condition)
        self.records = [record for record in self.records if condition.meets(record)]
        self.filters[condition.name] = condition.said
        self.explained.update(condition.explained)
