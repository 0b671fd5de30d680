"""When a unit counts as silent about open work: the nearer the deadline, the oftener something is to be heard."""

from __future__ import annotations

from datetime import date

NEAR, MIDDLE = 30, 90
"""Calendar days before the deadline from which a word a week, and a word every two weeks, is expected."""
WEEKLY, FORTNIGHTLY, MONTHLY = 7, 14, 30


def silent_days(due: date | None, heard: date | None, followed_from: date, today: date) -> int:
    """For how many days nothing was heard about open work, if that is too long; else 0.

    `heard`: the day of the last update or note, None when there was none: then it counts from `followed_from`.
    """
    left = MONTHLY if due is None else (due - today).days
    expected = WEEKLY if left <= NEAR and due is not None else FORTNIGHTLY if left <= MIDDLE and due else MONTHLY
    since = max(heard, followed_from) if heard else followed_from
    quiet = (today - since).days
    return quiet if quiet > expected else 0
