"""The minute comes, whatever the clock does."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from scheduler.runner import every_minute, until_next_minute


@pytest.mark.parametrize(
    ("now", "seconds"),
    [("08:00:00", 60.05), ("07:59:59.5", 0.55), ("07:59:30", 30.05)],
)
def test_the_next_call_comes_just_after_the_full_minute(now: str, seconds: float) -> None:
    assert until_next_minute(datetime.fromisoformat(f"2026-12-01T{now}+00:00")) == pytest.approx(seconds)


async def test_calls_go_on_within_a_minute_when_the_clock_is_put_back_or_a_call_fails() -> None:
    stop = asyncio.Event()
    calls: list[datetime] = []
    moment = datetime(2026, 12, 1, 0, 59, 59, 990_000, tzinfo=UTC)

    async def act() -> None:
        nonlocal moment
        calls.append(moment)
        if len(calls) == 1:
            moment -= timedelta(days=1)
            raise OSError("the database is away")
        stop.set()

    await asyncio.wait_for(every_minute(act, clock=lambda: moment, stop=stop), 5)
    assert len(calls) == 2
