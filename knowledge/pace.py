"""How far a target is: its measured values against its goal, and against the path that the plan gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.model import Pace, Plan, Target

AT_RISK = 0.25
"""Share of what should have been reached that is missing, from which a target is at risk."""
LESS_IS_BETTER = ("<=", "<")
"""Comparators of targets whose values should be low."""


class Verdict(StrEnum):
    """Đạt mục tiêu cuối · đúng lộ trình · chậm so với lộ trình · có nguy cơ (a quarter or more behind) · đến hạn chưa
    đạt · chưa đến hạn (no path to compare with)."""

    REACHED = "reached"
    ON_PACE = "on_pace"
    BEHIND = "behind"
    AT_RISK = "at_risk"
    SHORT = "short"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Reading:
    """A measured value: as of `day`, in the target's own unit."""

    day: date
    value: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """`reading`: the latest; `goal` in `goal_year`: what the target is for; `expected`: what should have been reached
    in the reading's year, by the plan's path or, without one, on the straight way from the first reading to the goal
    (`drawn`); `distance`: reading minus what it is compared with, in the target's unit."""

    reading: Reading
    goal: float
    goal_year: int
    expected: float | None
    drawn: bool
    distance: float
    verdict: Verdict


def path(pace: Pace) -> tuple[tuple[int, float], ...]:
    """The yearly path: (2021, 30), (2022, 50) … up to the limit."""
    if pace.step <= 0:
        return ((pace.start_year, pace.start),)
    steps, year, value = [], pace.start_year, pace.start
    while value < pace.limit:
        steps.append((year, value))
        year, value = year + 1, value + pace.step
    return (*steps, (year, pace.limit))


def required(pace: Pace, year: int) -> float | None:
    """What the path asks for in a year; None before it begins."""
    if year < pace.start_year:
        return None
    return min(pace.limit, pace.start + pace.step * (year - pace.start_year))


def reaches(target: Target, value: float, goal: float) -> bool:
    """Whether a value satisfies a goal of this target."""
    match target.comparator:
        case "<=":
            return value <= goal
        case "<":
            return value < goal
        case ">":
            return value > goal
    return value >= goal


def goal_of(target: Target) -> tuple[float, int] | None:
    """The value to be reached and the year of it; None for a target without a number."""
    pace = path_of(target)
    if pace is not None:
        year, value = path(pace)[-1]
        return value, year
    return None if target.value is None else (target.value, target.year or target.horizon)


def path_of(target: Target) -> Pace | None:
    """The path on which the target's values lie; None for a target of one year, for a yearly step, and without one."""
    if target.pace is None or target.pace.step <= 0 or target.year is not None or is_step(target):
        return None
    return target.pace


def is_step(target: Target) -> bool:
    """Whether the target is the yearly step of a path ("mỗi năm tăng tối thiểu 20%"), not a level on it."""
    pace = target.pace
    return pace is not None and target.value == pace.step and target.value not in (pace.start, pace.limit)


def kin(target: Target, plan: Plan) -> frozenset[str]:
    """Codes of the targets that measure the same thing, its own among them: a value measured for one is theirs."""
    if target.series is None or is_step(target):
        return frozenset({target.code})
    return frozenset(t.code for t in plan.targets if t.series == target.series and not is_step(t))


def judge(target: Target, readings: Sequence[Reading], today: date) -> Judgement | None:
    """How far the target is by its newest reading; None without a reading or without a number to reach."""
    goal = goal_of(target)
    if goal is None or not readings:
        return None
    value, year = goal
    ordered = sorted(readings, key=lambda reading: reading.day)
    latest = ordered[-1]
    pace = path_of(target)
    asked = required(pace, latest.day.year) if pace is not None else None
    drawn = None if asked is not None else _straight(ordered, value, year)
    expected = asked if asked is not None else drawn
    compared = value if expected is None else expected
    return Judgement(
        reading=latest,
        goal=value,
        goal_year=year,
        expected=expected,
        drawn=drawn is not None,
        distance=round(latest.value - compared, 6),
        verdict=_verdict(target, ordered, expected, value, year, today),
    )


def _straight(ordered: Sequence[Reading], goal: float, year: int) -> float | None:
    """Where the straight way from the first reading to the goal is on the day of the latest; None when there is no
    such way."""
    first, latest, end = ordered[0], ordered[-1], date(year, 12, 31)
    if first.day == latest.day or latest.day >= end:
        return None
    share = (latest.day - first.day).days / (end - first.day).days
    return first.value + (goal - first.value) * share


def _verdict(
    target: Target, ordered: Sequence[Reading], expected: float | None, goal: float, year: int, today: date
) -> Verdict:
    value = ordered[-1].value
    if reaches(target, value, goal):
        return Verdict.REACHED
    if today > date(year, 12, 31):
        return Verdict.SHORT
    if expected is None:
        return Verdict.OPEN
    if reaches(target, value, expected):
        return Verdict.ON_PACE
    return Verdict.AT_RISK if _missing(target, ordered, expected) >= AT_RISK else Verdict.BEHIND


def _missing(target: Target, ordered: Sequence[Reading], expected: float) -> float:
    """The share of the way that should have been made by now and was not."""
    begin = 0.0 if path_of(target) is not None else ordered[0].value
    way = expected - begin
    if target.comparator in LESS_IS_BETTER or way == 0:
        way = abs(way) or abs(expected) or 1.0
    return abs(expected - ordered[-1].value) / abs(way)
