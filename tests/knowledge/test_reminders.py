"""Reminders: on working days only, every deadline announced, overdue work up a ladder and then left to the office."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.occurrences import Occurrence
from knowledge.reminders import (
    Volume,
    asks_for_report,
    cut_off,
    due_today,
    for_head,
    late_by,
    opened,
    reached,
    silent_lines,
)
from knowledge.timetable import DEFAULTS, Timetable
from knowledge.workdays import Calendar

CALENDAR = Calendar()
FOLLOWED = date(2026, 1, 1)
ONE = timedelta(days=1)
DUES = st.dates(date(2026, 2, 15), date(2030, 12, 31))


def occurrence(due: date | None, period: str = "2026") -> Occurrence:
    return Occurrence("II.5", period, None, due)


def days_of(
    due: date, start: date, end: date, *, followed: date = FOLLOWED, period: str = "2026", **further: Any
) -> list[date]:
    """The days on which work that nobody completes is reminded of."""
    found = []
    for n in range((end - start).days + 1):
        today = start + n * ONE
        if due_today(
            occurrence(due, period), due, done=False, followed_from=followed, today=today, calendar=CALENDAR, **further
        ):
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


def test_overdue_work_goes_up_the_ladder_in_working_days_and_is_then_left_to_the_office() -> None:
    due = date(2026, 6, 30)  # Tuesday
    assert days_of(due, due + ONE, date(2026, 9, 30)) == [date(2026, 7, d) for d in (1, 3, 9, 20)]


def test_the_ladder_passes_over_tet() -> None:
    # Due on the Friday before Tết 2026 (16–20/2 off): the next working day is Monday 23/2.
    assert days_of(date(2026, 2, 13), date(2026, 2, 14), date(2026, 3, 15)) == [
        date(2026, 2, 23),
        date(2026, 2, 25),
        date(2026, 3, 3),
        date(2026, 3, 12),
    ]


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
    ("period", "start", "days"),
    [
        ("2026", None, (30, 14, 7, 3, 1, 0)),
        ("", None, (14, 7, 3, 1, 0)),
        ("", date(2025, 7, 1), (30, 14, 7, 3, 1, 0)),
        ("2026-06-30", None, (14, 7, 3, 1, 0)),
        ("2026-Q2", None, (14, 7, 3, 1, 0)),
        ("2026-H1", None, (14, 7, 3, 1, 0)),
        ("2026-06", None, (5, 2, 0)),
        ("2026-W05", None, (1, 0)),
    ],
)
def test_the_shorter_the_rhythm_the_fewer_the_reminders(period: str, start: date | None, days: tuple[int, ...]) -> None:
    assert DEFAULTS.before(Occurrence("II.5", period, start, date(2026, 6, 30))) == days


def test_an_office_that_forgets_the_day_itself_still_has_it_told() -> None:
    assert Timetable(yearly=(10,)).before(occurrence(None)) == (10, 0)


def test_who_wants_little_hears_of_the_day_and_of_what_is_late() -> None:
    due = date(2026, 6, 30)
    found = days_of(due, date(2026, 5, 1), date(2026, 7, 31), volume=Volume.LIGHT)
    assert found == [due, date(2026, 7, 1), date(2026, 7, 3), date(2026, 7, 9), date(2026, 7, 20)]


def test_who_wants_everything_has_the_month_ahead_each_monday_too() -> None:
    due = date(2026, 6, 30)
    standard = set(days_of(due, date(2026, 5, 1), due))
    more = set(days_of(due, date(2026, 5, 1), due, volume=Volume.FULL)) - standard
    assert more == {date(2026, 6, d) for d in (1, 8, 15, 22)}


@settings(deadline=None)
@given(DUES, st.sampled_from(list(Volume)))
def test_the_day_of_the_deadline_cannot_be_switched_off(due: date, volume: Volume) -> None:
    announced = CALENDAR.on_or_before(due)
    assert days_of(due, announced, announced, volume=volume) == [announced]


@pytest.mark.parametrize(
    ("step", "percent", "silent", "told"),
    [
        (7, 80, 3, False),
        (7, 40, 3, True),
        (7, 80, 14, True),
        (7, None, None, True),
        (14, 0, None, False),
        (3, 0, None, False),
        (1, 90, 0, True),
        (0, 90, 0, True),
        (-1, 90, 0, True),
        (-3, 0, None, False),
        (None, 0, None, False),
    ],
)
def test_heads_are_told_of_what_is_behind_and_of_the_last_days(
    step: int | None, percent: float | None, silent: int | None, told: bool
) -> None:
    assert for_head(step, percent, silent) is told


def test_steps_above_the_unit_are_reached_once_even_after_days_off() -> None:
    due, step = date(2026, 2, 13), 3
    hits = []
    for n in range(1, 40):
        today = due + n * ONE
        if CALENDAR.is_working(today):
            late = late_by(due, today, CALENDAR)
            hits += [today] if reached(late, today, CALENDAR, step, None) else []
    assert hits == [date(2026, 2, 25)]
    late = late_by(due, date(2026, 2, 27), CALENDAR)
    assert reached(late, date(2026, 2, 27), CALENDAR, step, since=date(2026, 2, 24))
    assert not reached(late, date(2026, 2, 27), CALENDAR, step, since=date(2026, 2, 25))


@pytest.mark.parametrize(
    ("today", "regime", "cut", "begins"),
    [
        (date(2026, 12, 1), "month", date(2026, 12, 14), date(2026, 11, 15)),
        (date(2026, 12, 14), "month", date(2026, 12, 14), date(2026, 11, 15)),
        (date(2026, 12, 15), "month", date(2027, 1, 14), date(2026, 12, 15)),
        (date(2026, 10, 1), "quarter", date(2026, 12, 14), date(2026, 9, 15)),
        (date(2027, 1, 1), "quarter", date(2027, 3, 14), date(2026, 12, 15)),
    ],
)
def test_reporting_periods_run_from_the_15th_to_the_14th(today: date, regime: Any, cut: date, begins: date) -> None:
    table = Timetable(report=regime)
    assert cut_off(today, table) == cut
    assert opened(cut, table) == begins


def test_people_are_asked_once_before_each_cut_off() -> None:
    days = [date(2026, 11, 1) + n * ONE for n in range(92)]
    asked = [d for d in days if CALENDAR.is_working(d) and asks_for_report(d, CALENDAR, DEFAULTS)]
    assert asked == [date(2026, 11, 10), date(2026, 12, 9), date(2027, 1, 11)]
    assert not any(asks_for_report(d, CALENDAR, Timetable(report="off")) for d in days)
    assert asks_for_report(date(2026, 12, 11), CALENDAR, DEFAULTS, since=date(2026, 12, 8)) == date(2026, 12, 14)


def test_reminders_without_an_answer_are_counted_from_the_last_one_back() -> None:
    assert silent_lines([False, True, False, False]) == 2
    assert silent_lines([]) == 0
    assert silent_lines([False, True]) == 0


@settings(deadline=None)
@given(DUES)
def test_every_deadline_is_announced_on_its_day_or_the_working_day_before(due: date) -> None:
    announced = CALENDAR.on_or_before(due)
    found = due_today(occurrence(due), due, done=False, followed_from=FOLLOWED, today=announced, calendar=CALENDAR)
    assert found is not None
    assert found.days_left == (due - announced).days


def test_five_years_simulated_have_no_reminder_on_a_day_off_and_miss_no_deadline() -> None:
    """A deadline a day for five years, each followed to its fourth week overdue."""
    first, last = date(2026, 2, 1), date(2030, 11, 30)
    for n in range(0, (last - first).days, 3):
        due = first + n * ONE
        days = days_of(due, due - 31 * ONE, due + 28 * ONE)
        assert all(CALENDAR.is_working(d) for d in days)
        assert CALENDAR.on_or_before(due) in days
        assert any(d > due for d in days)
        assert len(days) <= len(DEFAULTS.yearly) + len(DEFAULTS.late)
