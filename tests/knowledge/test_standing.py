"""The groups of a report are a partition, and late stays late."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.occurrences import Occurrence
from knowledge.standing import Group, Standing, Status, Timing, rate, standing

TODAY = date(2026, 11, 23)
FOLLOWED = date(2026, 1, 1)


def stand(
    due: date | None, status: Status | None = None, completed: date | None = None, conditional: bool = False
) -> Standing:
    occurrence = Occurrence("II.5", "", None, due, conditional)
    return standing(occurrence, due, status, completed, followed_from=FOLLOWED, today=TODAY)


def test_completed_on_the_last_day_is_in_time_and_a_day_later_is_late() -> None:
    due = date(2026, 6, 30)
    assert stand(due, "done", due).group is Group.DONE_IN_TIME
    assert stand(due, "done", due + timedelta(days=1)).group is Group.DONE_LATE
    assert stand(None, "done", TODAY).group is Group.DONE_IN_TIME


def test_what_is_not_completed_is_in_time_until_the_deadline_has_passed() -> None:
    assert stand(TODAY, "in_progress").group is Group.IN_TIME
    assert stand(TODAY).timing is Timing.TODAY
    late = stand(TODAY - timedelta(days=3), "blocked")
    assert (late.group, late.timing, late.days_left) == (Group.OVERDUE, Timing.PAST, -3)
    assert stand(None, conditional=True).timing is Timing.CONDITIONAL
    assert stand(None).timing is Timing.ENDLESS
    assert stand(TODAY + timedelta(days=7)).timing is Timing.SOON
    assert stand(TODAY + timedelta(days=8)).timing is Timing.AHEAD


def test_waiting_for_the_offices_word_does_not_make_work_late() -> None:
    due = TODAY - timedelta(days=2)
    assert stand(due, "awaiting", due).group is Group.IN_TIME
    assert stand(due, "awaiting", TODAY).group is Group.OVERDUE


def test_what_fell_due_before_the_plan_was_followed_is_never_late() -> None:
    due = date(2025, 12, 31)
    assert {stand(due).group, stand(due, "done", TODAY).group, stand(due, "blocked").group} == {Group.BEFORE}


def test_suspended_work_is_outside_the_rate() -> None:
    assert stand(TODAY - timedelta(days=30), "suspended").group is Group.SUSPENDED
    groups = [Group.DONE_IN_TIME, Group.DONE_IN_TIME, Group.DONE_LATE, Group.SUSPENDED, Group.IN_TIME, Group.BEFORE]
    assert rate(groups) == 66.7
    assert rate([Group.IN_TIME, Group.SUSPENDED]) is None


@settings(deadline=None)
@given(
    st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.sampled_from([None, "not_started", "in_progress", "blocked", "done", "awaiting", "suspended", "withdrawn"]),
    st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)
def test_everything_stands_in_exactly_one_group(
    due: date | None, status: Status | None, completed: date | None
) -> None:
    found = stand(due, status, completed)
    assert found.group in Group
    assert found.done == (status == "done" and (due is None or due >= FOLLOWED))
    assert (found.days_left is None) == (due is None)
