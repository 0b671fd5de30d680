"""Putting a reminder off: never past the deadline, three times in a row at most."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.snoozing import Snooze, offers
from knowledge.timetable import DEFAULTS, quiet_at
from knowledge.workdays import Calendar

CALENDAR = Calendar()
TUESDAY = datetime(2026, 12, 1, 8, 5, tzinfo=UTC)


def _kinds(now: datetime, due: date | None, taken: int = 0) -> list[tuple[Snooze, datetime]]:
    return [(o.kind, o.until) for o in offers(now, due, taken, DEFAULTS, CALENDAR)]


def test_the_four_ways_of_the_house() -> None:
    assert _kinds(TUESDAY, date(2026, 12, 31)) == [
        (Snooze.AFTERNOON, datetime(2026, 12, 1, 14, tzinfo=UTC)),
        (Snooze.MORNING, datetime(2026, 12, 2, 8, tzinfo=UTC)),
        (Snooze.MONDAY, datetime(2026, 12, 7, 8, tzinfo=UTC)),
        (Snooze.BEFORE, datetime(2026, 12, 28, 8, tzinfo=UTC)),
    ]


def test_on_friday_the_next_morning_is_monday_and_offered_once() -> None:
    found = _kinds(datetime(2026, 12, 4, 15, tzinfo=UTC), date(2026, 12, 31))
    assert [until for _, until in found] == [
        datetime(2026, 12, 7, 8, tzinfo=UTC),
        datetime(2026, 12, 28, 8, tzinfo=UTC),
    ]


def test_what_is_due_today_or_late_can_wait_until_the_afternoon_only() -> None:
    afternoon = [(Snooze.AFTERNOON, datetime(2026, 12, 1, 14, tzinfo=UTC))]
    assert _kinds(TUESDAY, date(2026, 12, 1)) == afternoon
    assert _kinds(TUESDAY, date(2026, 11, 2)) == afternoon
    assert _kinds(TUESDAY.replace(hour=15), date(2026, 12, 1)) == []


def test_the_third_time_in_a_row_is_the_last() -> None:
    assert _kinds(TUESDAY, date(2026, 12, 31), taken=2)
    assert _kinds(TUESDAY, date(2026, 12, 31), taken=3) == []


@settings(deadline=None)
@given(
    st.builds(datetime.combine, st.dates(date(2026, 1, 1), date(2030, 6, 1)), st.times(), st.just(UTC)),
    st.integers(-30, 120),
)
def test_no_offer_passes_the_deadline_or_falls_on_a_day_off(now: datetime, days: int) -> None:
    due = now.date() + timedelta(days=days)
    for offer in offers(now, due, 0, DEFAULTS, CALENDAR):
        assert now < offer.until
        assert offer.until.date() <= max(due, now.date())
        assert not quiet_at(offer.until, DEFAULTS.quiet, CALENDAR)
