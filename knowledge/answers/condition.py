"""A condition by which a list of tasks is narrowed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from knowledge.model import Task


class Condition(NamedTuple):
    """`name`: the filter it is told as, `said`: what it says there, `meets`: which tasks meet it, `explained`: the
    words of the question that it explains."""

    name: str
    said: str
    meets: Callable[[Task], bool]
    explained: Collection[str] = ()
