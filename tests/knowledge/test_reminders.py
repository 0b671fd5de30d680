"""Reminders: on working days only, every deadline announced, overdue work once a week."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.occurrences import Occurrence
from knowledge.reminders import OFFSETS, due_today, offsets_of, overdue_day
from knowledge.workdays import Calendar

CALENDAR = Calendar()
FOLLOWED = date(2026, 1, 1)
ONE = timedelta(days=1)
DUES = st.dates(date(2026, 2, 15), date(2030, 12, 31))


def occurrence(due: date | None, period: str = "") -> Occurrence:
    return Occurrence("II.5", period, None, due)


def days_of(due: date, start: date, end: date, *, followed: date = FOLLOWED, period: str = "") -> list[date]:
    """The days on which work that nobody completes is reminded of."""
    found = []
    for n in range((end - start).days + 1):
        today = start + n * ONE
        if due_today(occurrence(due, period), due, done=False, followed_from=followed, today=today, calendar=CALENDAR):
            found.append(today)
    return found


def test_an_ordinary_deadline_is_announced_on_its_offsets() -> None:
    due = date(2026, 6, 30)  # Tuesday
    assert days_of(due, date(2026, 5, 1), due) == [
        date(2026, 5, 29),  # 30 days before is Sunday 31/5
        date(2026, 6, 16),
        date(2026, 6, 23),
        date(2026, 6, 26),  # 3 days before is Saturday
        date(2026, 6, 29),
        date(2026, 6, 30),
    ]


def test_a_deadline_on_a_sunday_is_announced_on_the_friday_before_once() -> None:
    due = date(2026, 8, 16)
    assert days_of(due, date(2026, 8, 12), due) == [date(2026, 8, 13), date(2026, 8, 14)]
    found = due_today(
        occurrence(due), due, done=False, followed_from=FOLLOWED, today=date(2026, 8, 14), calendar=CALENDAR
    )
    assert found is not None
    assert found.days_left == 2


def test_overdue_work_is_reminded_of_on_the_next_working_day_and_then_weekly() -> None:
    due = date(2026, 6, 30)
    assert days_of(due, due + ONE, date(2026, 7, 31)) == [date(2026, 7, d) for d in (1, 8, 15, 22, 29)]


def test_a_holiday_moves_the_weekly_reminder_inside_its_week() -> None:
    # Due on Monday 9/2/2026, so on Tuesdays; the week of Tết has no working day, 28/4 is a Tuesday, 1/9 a holiday.
    assert days_of(date(2026, 2, 9), date(2026, 2, 10), date(2026, 3, 3)) == [
        date(2026, 2, 10),
        date(2026, 2, 24),
        date(2026, 3, 3),
    ]
    around = days_of(date(2026, 2, 9), date(2026, 8, 24), date(2026, 9, 8))
    assert around == [date(2026, 8, 25), date(2026, 9, 3), date(2026, 9, 8)]


def test_what_is_done_undated_or_fell_due_before_it_was_followed_is_silent() -> None:
    due, today = date(2026, 6, 30), date(2026, 6, 30)
    ask = {"followed_from": FOLLOWED, "today": today, "calendar": CALENDAR}
    assert due_today(occurrence(due), due, done=True, **ask) is None  # type: ignore[arg-type]
    assert due_today(occurrence(None), None, done=False, **ask) is None  # type: ignore[arg-type]
    late_start = {**ask, "followed_from": date(2026, 7, 1), "today": date(2026, 7, 1)}
    assert due_today(occurrence(due), due, done=False, **late_start) is None  # type: ignore[arg-type]


def test_nothing_is_said_before_the_plan_is_followed() -> None:
    due = date(2026, 6, 30)
    assert days_of(due, date(2026, 5, 1), due, followed=date(2026, 6, 29)) == [date(2026, 6, 29), due]


def test_an_extension_counts_instead_of_the_printed_day() -> None:
    printed, extended = date(2026, 6, 30), date(2026, 9, 30)
    found = due_today(
        occurrence(printed), extended, done=False, followed_from=FOLLOWED, today=date(2026, 7, 1), calendar=CALENDAR
    )
    assert found is None


def test_reminders_missed_because_nothing_ran_are_made_up_once() -> None:
    """A night down must not swallow the only notice of an overdue task."""
    due = date(2026, 6, 30)

    def on(today: date, since: date) -> bool:
        return (
            due_today(
                occurrence(due),
                due,
                done=False,
                followed_from=FOLLOWED,
                today=today,
                calendar=CALENDAR,
                since=since,
            )
            is not None
        )

    assert on(date(2026, 7, 2), since=date(2026, 6, 30))
    assert not on(date(2026, 7, 2), since=date(2026, 7, 1))
    assert not on(date(2026, 7, 4), since=date(2026, 6, 20))  # Saturday


@pytest.mark.parametrize(
    ("period", "offsets"),
    [
        ("", OFFSETS),
        ("2026", OFFSETS),
        ("2026-06-30", OFFSETS),
        ("2026-Q2", (14, 7, 3, 1, 0)),
        ("2026-06", (5, 2, 0)),
        ("2026-W05", (1, 0)),
    ],
)
def test_the_shorter_the_rhythm_the_fewer_the_reminders(period: str, offsets: tuple[int, ...]) -> None:
    assert offsets_of(occurrence(None, period)) == offsets


@settings(deadline=None)
@given(DUES)
def test_every_deadline_is_announced_on_its_day_or_the_working_day_before(due: date) -> None:
    announced = CALENDAR.on_or_before(due)
    found = due_today(occurrence(due), due, done=False, followed_from=FOLLOWED, today=announced, calendar=CALENDAR)
    assert found is not None
    assert found.days_left == (due - announced).days


@settings(deadline=None)
@given(DUES, st.integers(1, 400))
def test_overdue_work_never_comes_twice_in_a_week_nor_stays_away_for_three(due: date, length: int) -> None:
    days = [d for n in range(1, length) if overdue_day(due, d := due + n * ONE, CALENDAR)]
    weeks = [d.isocalendar()[:2] for d in days]
    assert len(set(weeks)) == len(weeks)
    assert all(CALENDAR.is_working(d) for d in days)
    assert all((later - earlier).days <= 15 for earlier, later in pairwise(days))
    if length > 14:
        assert days[0] == CALENDAR.on_or_after(due + ONE)


def test_five_years_simulated_have_no_reminder_on_a_day_off_and_miss_no_deadline() -> None:
    """A deadline a day for five years, each followed to its fourth week overdue."""
    first, last = date(2026, 2, 1), date(2030, 11, 30)
    for n in range(0, (last - first).days, 3):
        due = first + n * ONE
        days = days_of(due, due - 31 * ONE, due + 28 * ONE)
        assert all(CALENDAR.is_working(d) for d in days)
        assert CALENDAR.on_or_before(due) in days
        assert any(d > due for d in days)
        assert len(days) <= len(OFFSETS) + 5
