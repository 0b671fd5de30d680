"""Targets against their path: each value beside its year, and what falls behind."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.model import Pace, Target
from knowledge.pace import Reading, Verdict, is_step, judge, kin, path, required
from tests.support.plans import small_plan

PACE = Pace(start_year=2021, start=30, step=20, limit=100)


def target(**given: Any) -> Target:
    """A target of at least 100 % in 2025."""
    kept = {
        "code": "CT1",
        "horizon": 2025,
        "metric": "Số hóa",
        "comparator": ">=",
        "value": 100.0,
        "statement": "",
        "place": "",
    }
    return Target(**{**kept, **given})


def test_a_yearly_step_gives_each_year_its_level() -> None:
    assert path(PACE) == ((2021, 30), (2022, 50), (2023, 70), (2024, 90), (2025, 100))
    assert [required(PACE, year) for year in (2020, 2021, 2022, 2024, 2025, 2030)] == [None, 30, 50, 90, 100, 100]


@pytest.mark.parametrize(
    ("day", "value", "today", "expected", "verdict"),
    [
        (date(2022, 12, 31), 50, date(2023, 1, 5), 50, Verdict.ON_PACE),
        (date(2022, 12, 31), 45, date(2023, 1, 5), 50, Verdict.BEHIND),
        (date(2022, 12, 31), 37.5, date(2023, 1, 5), 50, Verdict.AT_RISK),
        (date(2023, 6, 30), 72, date(2023, 8, 1), 70, Verdict.ON_PACE),
        (date(2024, 6, 30), 100, date(2024, 8, 1), 90, Verdict.REACHED),
        (date(2024, 6, 30), 60, date(2026, 1, 1), 90, Verdict.SHORT),
    ],
)
def test_a_value_is_placed_beside_its_own_year(
    day: date, value: float, today: date, expected: float, verdict: Verdict
) -> None:
    found = judge(target(pace=PACE), [Reading(day, value)], today)
    assert found is not None
    assert (found.expected, found.distance, found.verdict, found.drawn) == (expected, value - expected, verdict, False)


def test_a_target_of_one_year_and_the_step_itself_are_not_levels_of_the_path() -> None:
    first = judge(target(pace=PACE, year=2021, value=30.0), [Reading(date(2021, 12, 31), 32)], date(2022, 1, 1))
    assert first is not None
    assert (first.goal, first.goal_year, first.verdict) == (30, 2021, Verdict.REACHED)
    assert is_step(target(pace=PACE, value=20.0))
    assert not is_step(target(pace=PACE))


def test_without_a_path_the_first_reading_begins_the_way_and_one_reading_says_nothing_of_pace() -> None:
    goal = target(horizon=2030)
    one = Reading(date(2026, 1, 1), 20)
    alone = judge(goal, [one], date(2026, 6, 1))
    assert alone is not None
    assert (alone.verdict, alone.expected, alone.distance) == (Verdict.OPEN, None, -80)
    later = judge(goal, [Reading(date(2028, 7, 2), 30), one], date(2028, 8, 1))
    assert later is not None
    assert (round(later.expected or 0), later.drawn, later.verdict) == (60, True, Verdict.AT_RISK)


@pytest.mark.parametrize(
    ("comparator", "value", "reached"),
    [
        (">=", 80, True),
        (">", 80, False),
        ("<=", 80, True),
        ("<=", 79, True),
        ("<", 80, False),
        ("-", 85, True),
        ("=", 79, False),
    ],
)
def test_reaching_follows_the_words_of_the_goal(comparator: str, value: float, reached: bool) -> None:
    found = judge(target(comparator=comparator, value=80.0), [Reading(date(2025, 1, 1), value)], date(2025, 2, 1))
    assert found is not None
    assert (found.verdict is Verdict.REACHED) is reached


def test_nothing_is_judged_without_a_number_or_a_reading() -> None:
    assert judge(target(value=None), [Reading(date(2025, 1, 1), 5)], date(2025, 2, 1)) is None
    assert judge(target(), [], date(2025, 2, 1)) is None


def test_targets_of_a_series_share_their_readings_but_the_step_keeps_its_own() -> None:
    targets = (
        target(code="A", series="s"),
        target(code="B", series="s", horizon=2030),
        target(code="C", series="s", pace=PACE, value=20.0),
        target(code="D"),
    )
    plan = small_plan().model_copy(update={"targets": targets})
    assert [sorted(kin(t, plan)) for t in targets] == [["A", "B"], ["A", "B"], ["C"], ["D"]]


@given(st.floats(0, 100), st.dates(date(2021, 1, 1), date(2025, 12, 31)))
def test_more_is_never_judged_worse(value: float, day: date) -> None:
    order = [Verdict.SHORT, Verdict.AT_RISK, Verdict.BEHIND, Verdict.OPEN, Verdict.ON_PACE, Verdict.REACHED]
    low = judge(target(pace=PACE), [Reading(day, value)], day)
    high = judge(target(pace=PACE), [Reading(day, value + 1)], day)
    assert low is not None
    assert high is not None
    assert order.index(high.verdict) >= order.index(low.verdict)
