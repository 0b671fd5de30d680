"""Quiet hours: nothing at night, at noon, or on a day off, whatever hour it became ready."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.timetable import DEFAULTS, next_allowed, quiet_at, within
from knowledge.workdays import Calendar

CALENDAR = Calendar()
HOURS = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))


def test_a_span_over_midnight_holds_the_evening_and_the_night() -> None:
    night = (time(17), time(7, 30))
    assert within(time(17), night)
    assert within(time(3), night)
    assert not within(time(7, 30), night)
    assert not within(time(12), night)


def test_the_lunch_hour_the_night_and_tet_are_waited_out() -> None:
    def after(moment: str) -> datetime | None:
        return next_allowed(datetime.fromisoformat(moment).replace(tzinfo=UTC), DEFAULTS.quiet, CALENDAR)

    assert after("2026-12-01T09:00") == datetime(2026, 12, 1, 9, tzinfo=UTC)
    assert after("2026-12-01T11:45") == datetime(2026, 12, 1, 13, 30, tzinfo=UTC)
    assert after("2026-12-01T18:00") == datetime(2026, 12, 2, 7, 30, tzinfo=UTC)
    assert after("2026-02-13T17:05") == datetime(2026, 2, 23, 7, 30, tzinfo=UTC)
    assert after("2026-12-05T10:00") == datetime(2026, 12, 7, 7, 30, tzinfo=UTC)


def test_quiet_hours_that_leave_nothing_are_said_to() -> None:
    assert (
        next_allowed(datetime(2026, 12, 1, 9, tzinfo=UTC), ((time(0), time(12)), (time(12), time(0))), CALENDAR) is None
    )


@settings(deadline=None)
@given(
    st.builds(datetime.combine, st.dates(date(2026, 1, 1), date(2030, 12, 20)), st.times(), st.just(UTC)),
    st.lists(st.tuples(HOURS, HOURS).filter(lambda span: span[0] != span[1]), max_size=3),
)
def test_what_is_allowed_is_never_quiet_and_never_earlier(moment: datetime, spans: list[tuple[time, time]]) -> None:
    found = next_allowed(moment, tuple(spans), CALENDAR)
    if found is not None:
        assert found >= moment
        assert not quiet_at(found, tuple(spans), CALENDAR)
        assert found - moment <= timedelta(days=20)
    else:
        day = CALENDAR.on_or_after(date(2026, 6, 1))
        free = [m for m in range(0, 1440, 15) if not any(within(time(m // 60, m % 60), span) for span in spans)]
        assert day
        assert not free
