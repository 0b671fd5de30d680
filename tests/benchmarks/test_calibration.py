"""A stricter threshold never answers more and never adds a wrong answer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.calibration import Scored, curve, order, thresholds

answers = st.lists(st.builds(Scored, st.floats(0, 1), st.booleans(), st.booleans()), min_size=2, max_size=60)


@given(answers)
def test_coverage_and_wrong_answers_fall_with_the_threshold(given_answers: list[Scored]) -> None:
    rows = curve(given_answers, len(given_answers), thresholds(given_answers))
    assert [r[1] for r in rows] == sorted((r[1] for r in rows), reverse=True)
    assert [r[3] for r in rows] == sorted((r[3] for r in rows), reverse=True)


def test_the_order_tells_how_often_a_right_answer_comes_before_a_wrong_one() -> None:
    right, wrong = Scored(0.9, right=True, refusable=False), Scored(0.4, right=False, refusable=False)
    assert order([right, wrong]) == 1.0
    assert order([right, wrong, Scored(0.9, right=False, refusable=False)]) == 0.75
