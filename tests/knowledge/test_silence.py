"""A unit is silent about work when nothing was heard for longer than the distance of its deadline allows."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.silence import silent_days

TODAY = date(2026, 11, 24)
LONG_AGO = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("due", "heard", "days"),
    [
        (date(2026, 12, 20), date(2026, 11, 17), 0),
        (date(2026, 12, 20), date(2026, 11, 16), 8),
        (date(2026, 11, 1), date(2026, 11, 16), 8),  # overdue: a word a week
        (date(2027, 1, 31), date(2026, 11, 10), 0),
        (date(2027, 1, 31), date(2026, 11, 9), 15),
        (date(2027, 12, 31), date(2026, 10, 25), 0),
        (date(2027, 12, 31), date(2026, 10, 24), 31),
        (None, date(2026, 10, 24), 31),
        (None, date(2026, 11, 20), 0),
        (None, None, 327),
    ],
)
def test_the_nearer_the_deadline_the_oftener_a_word(due: date | None, heard: date | None, days: int) -> None:
    assert silent_days(due, heard, LONG_AGO, TODAY) == days


def test_what_was_not_followed_yet_could_not_be_silent() -> None:
    assert silent_days(date(2026, 12, 1), None, date(2026, 11, 20), TODAY) == 0
    assert silent_days(date(2026, 12, 1), date(2025, 1, 1), date(2026, 11, 20), TODAY) == 0
