"""Everybody has their minute: the same every day, evenly spread, the urgent first."""

from __future__ import annotations

from datetime import timedelta

from knowledge.spreading import offset

TEN = timedelta(minutes=10)


def test_a_person_s_minute_is_the_same_every_time_and_within_the_stretch() -> None:
    found = [offset(person, TEN, urgent=False) for person in range(1000)]
    assert found == [offset(person, TEN, urgent=False) for person in range(1000)]
    assert all(timedelta() <= one < TEN for one in found)


def test_people_are_spread_evenly_and_the_urgent_come_before_all_others() -> None:
    urgent = [offset(person, TEN, urgent=True) for person in range(1000)]
    others = [offset(person, TEN, urgent=False) for person in range(1000)]
    assert max(urgent) < min(others)
    for found, first, minutes in ((urgent, 0, 2), (others, 2, 8)):
        by_minute = [sum(int(one / timedelta(minutes=1)) == first + m for one in found) for m in range(minutes)]
        assert max(by_minute) < 1.3 * 1000 / minutes


def test_without_a_stretch_everybody_is_written_to_at_once() -> None:
    assert offset(17, timedelta(), urgent=False) == timedelta()
