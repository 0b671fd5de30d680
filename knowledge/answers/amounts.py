"""Conditions on the values of targets: "trên 80%", "từ 90% trở lên", "cao nhất"."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence

from knowledge.lexicon.amounts import HIGHEST, LOWEST
from knowledge.model import Target
from knowledge.questions import Question
from knowledge.vietnamese import fold

_N = r"(?P<n>\d+(?:[.,]\d+)?) ?(?:%|phan tram)"
_BOUNDS: tuple[tuple[str, re.Pattern[str], Callable[[float, float], bool]], ...] = (
    ("from", re.compile(rf"\b(?:tu )?{_N} tro len\b"), operator.ge),
    ("up_to", re.compile(rf"\b(?:tu )?{_N} tro xuong\b"), operator.le),
    ("up_to", re.compile(rf"\b(?:khong qua|khong vuot|toi da) {_N}"), operator.le),
    ("below", re.compile(rf"\b(?:duoi|thap hon|chua den|chua toi|it hon|nho hon) {_N}"), operator.lt),
    ("above", re.compile(rf"\b(?:tren|hon|vuot) {_N}"), operator.gt),
)
"""How a bound is said, folded, and what it means. "Tối thiểu 80%" is how plans print a value, and no bound."""


def bound_of(q: Question) -> tuple[Callable[[float, float], bool], float] | None:
    """The bound that is said, as a comparison and its percentage, or None."""
    said = " ".join(q.words).replace(" %", "%")
    found = ((form.search(said), meets) for _, form, meets in _BOUNDS)
    return next(((meets, float(bound["n"].replace(",", "."))) for bound, meets in found if bound), None)


def of_value(q: Question, targets: Sequence[Target]) -> tuple[str, list[Target]]:
    """The targets that have the percentage asked for ("value"), or are within the bound that is said ("from", "up_to",
    "above", "below"), unless the plan prints just that ("trên 30%")."""
    said = " ".join(q.words).replace(" %", "%")
    for name, form, meets in _BOUNDS:
        bound = form.search(said)
        if bound is None:
            continue
        at = float(bound["n"].replace(",", "."))
        printed = [t for t in targets if bound[0] in fold(f"{t.value_printed} {t.statement}").replace(" %", "%")]
        if found := [t for t in printed if t.value == at]:
            return "value", found
        return name, [t for t in targets if t.unit == "%" and t.value is not None and meets(t.value, at)]
    return "value", [t for t in targets if t.value in q.percents]


def extreme(q: Question, targets: Sequence[Target]) -> list[Target]:
    """The targets in percent with the highest or lowest value, where that is asked ("cao nhất"); else none."""
    highest = q.says(*HIGHEST)
    valued = [(t.value, t) for t in targets if t.unit == "%" and t.value is not None]
    if not valued or not (highest or q.says(*LOWEST)):
        return []
    bound = (max if highest else min)(value for value, _ in valued)
    return [t for value, t in valued if value == bound]
