"""Waiting between tries."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from scheduler import retry
from scheduler.retry import Backoff


@given(st.integers(-5, 10**6), st.floats(0, 1, exclude_max=True))
def test_a_wait_is_never_longer_than_the_longest_nor_shorter_than_chance_allows(attempt: int, chance: float) -> None:
    wait = retry.MESSAGE.delay(attempt, chance)
    assert retry.MESSAGE.first * (1 - retry.MESSAGE.spread) <= wait <= retry.MESSAGE.longest


def test_waits_grow_until_the_longest() -> None:
    backoff = Backoff(timedelta(seconds=1), timedelta(seconds=30))
    waits = [backoff.delay(attempt).total_seconds() for attempt in range(1, 8)]
    assert waits == [1, 2, 4, 8, 16, 30, 30]
    assert all(earlier <= later for earlier, later in pairwise(waits))


def test_two_that_failed_together_do_not_come_back_together() -> None:
    assert retry.MESSAGE.delay(3, 0.1) != retry.MESSAGE.delay(3, 0.9)
