"""How targets grow: the value of a year between, the year of a value, one target at several horizons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answers.answer import Answer, Derivation
from knowledge.model import Plan, Target
from knowledge.questions import Question


def on_path(plan: Plan, target: Target, year: int) -> Answer | None:
    """The value that a target comes to in a year by its pace, and how it gets there; None outside its years."""
    pace = target.pace
    if pace is None or year < pace.start_year or year > plan.period_ends:
        return None
    steps = [
        (y, min(pace.limit, pace.start + pace.step * (y - pace.start_year))) for y in range(pace.start_year, year + 1)
    ]
    derived = Derivation(steps[-1][1], target.unit, target.comparator or "=", tuple(steps))
    return Answer("answer", "value", records=(target.code,), derived=derived)


def between(plan: Plan, q: Question, target: Target) -> Answer | None:
    """How much a target grows from one year to another of its path: "từ 2022 đến 2024 tăng bao nhiêu"."""
    first, last = min(q.years, default=0), max(q.years, default=0)
    found = on_path(plan, target, last) if first < last else None
    if found is None or found.derived is None or target.pace is None or first < target.pace.start_year:
        return None
    steps = tuple(step for step in found.derived.steps if step[0] >= first)
    return replace(found, derived=replace(found.derived, steps=steps), difference=steps[-1][1] - steps[0][1])


def reaching(plan: Plan, q: Question, target: Target, *, always: bool = False) -> Answer | None:
    """In which year a target that grows by the year comes to a percentage, or to its limit: "bao giờ đạt 100".
    `always`: to its limit where the question asks neither."""
    pace = target.pace
    if pace is None:
        return None
    numbers = (*q.percents, *(float(w) for w in q.words if w.isdigit()))
    reached = [n for n in numbers if pace.start < n <= pace.limit and n != pace.step]
    if not (reached or always or q.has("deadline")):
        return None
    year = pace.start_year
    while pace.start + pace.step * (year - pace.start_year) < max(reached, default=pace.limit):
        year += 1
    return on_path(plan, target, year)


def comparison(series: Sequence[Target], score: float = 1.0) -> Answer:
    """A target at several horizons, with the points between the first and the last."""
    ordered = sorted(series, key=lambda t: t.horizon)
    first, last = ordered[0].value, ordered[-1].value
    difference = last - first if first is not None and last is not None else None
    codes = tuple(t.code for t in ordered)
    return Answer("answer", "comparison", records=codes, difference=difference, thing="target", score=score)
