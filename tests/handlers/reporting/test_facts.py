"""What a report counts: on boundary days, by what was known then, as a partition whose sums add up."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.reported import Line
from handlers.reporting.facts import INSTANT, Facts, Records, facts, moment_of
from knowledge.report_periods import ReportPeriod, between, month, part, quarter
from knowledge.standing import Group
from storage.records import EntryKind, RulingKind, Status
from tests.handlers.reporting.logs import BLOCKED, DOING, DONE, Log, at, followed
from tests.support.plans import small_plan
from tests.support.talk import ZONE

FOLLOWED = followed(small_plan())
Q4 = quarter(2026, 4)


def made(log: Log, period: ReportPeriod, now: datetime | None = None) -> Facts:
    """The report of the period, asked for at `now` (default: long after)."""
    cutoff = moment_of(period, now or at("2029-01-01"), ZONE)
    return facts(FOLLOWED, log.records, period, cutoff, ZONE)


def line(found: Facts, task: str, period: str = "") -> Line:
    """The line of a task."""
    return next(x for x in found.lines if (x.task.code, x.occurrence.period) == (task, period))


def groups(found: Facts) -> dict[str, Group]:
    """Task and period → group."""
    return {f"{x.task.code} {x.occurrence.period}".strip(): x.group for x in found.lines}


def test_each_group_has_its_work() -> None:
    log = Log()
    log.says(at("2026-02-10"), "I.4", 100, DONE)
    log.says(at("2026-04-02"), "I.6", 100, DONE, period="2026-Q1")
    log.says(at("2026-04-03"), "I.2", 30, DOING, "đang đối chiếu", period="2026")
    found = made(log, part("first_half", 2026))
    assert groups(found) == {
        "I.2 2026": Group.IN_TIME,
        "I.3": Group.IN_TIME,
        "I.4": Group.DONE_IN_TIME,
        "I.5": Group.IN_TIME,
        "I.6 2026-Q1": Group.DONE_LATE,
        "I.6 2026-Q2": Group.IN_TIME,
    }
    assert (found.tally.total, found.tally.idle, found.tally.rate) == (6, 3, 50.0)
    assert line(found, "I.6", "2026-Q1").days_late == 2
    assert [x.task.code for x in found.upcoming] == ["I.6", "I.6"]


@pytest.mark.parametrize(
    ("said", "period", "group"),
    [
        ("2026-06-14", part("first_half", 2026), Group.DONE_IN_TIME),
        ("2026-06-15", part("first_half", 2026), Group.IN_TIME),
        ("2026-06-14", part("second_half", 2026), None),
        ("2026-06-15", part("second_half", 2026), Group.DONE_IN_TIME),
        ("2026-12-14", Q4, Group.DONE_IN_TIME),
        ("2026-12-15", Q4, Group.IN_TIME),
        ("2026-12-14", quarter(2027, 1), None),
        ("2026-12-15", quarter(2027, 1), Group.DONE_IN_TIME),
    ],
)
@pytest.mark.parametrize("clock", ["00:00", "23:59"])
def test_an_update_counts_in_the_period_of_its_day_at_the_office(
    said: str, clock: str, period: ReportPeriod, group: Group | None
) -> None:
    log = Log()
    log.says(at(said, clock), "I.2", 100, DONE, period="2026")
    assert groups(made(log, period)).get("I.2 2026") is group


@pytest.mark.parametrize(
    ("period", "listed"),
    [
        (quarter(2026, 2), "Q2 2026 ends 30/6: not due by 14/6"),
        (month(2026, 7), "overdue by 14/7"),
    ],
)
def test_a_quarter_as_a_deadline_ends_on_its_last_day_not_on_the_14th(period: ReportPeriod, listed: str) -> None:
    found = made(Log(), period)
    assert (line(found, "I.6", "2026-Q2").group is Group.OVERDUE) is ("overdue" in listed)


def test_later_entries_change_nothing_in_an_earlier_report() -> None:
    log = Log()
    first = log.says(at("2026-10-01"), "I.1", 40, DOING, "đang soạn Tờ trình 7/TTr-TH")
    before = made(log, Q4, at("2026-11-01"))
    log.says(at("2026-11-05"), "I.1", 80, BLOCKED, "chờ ý kiến")
    log.undo(at("2026-11-06"), first)
    log.extend(at("2026-11-07"), "I.1", date(2027, 3, 1), date(2026, 12, 31))
    again = made(log, Q4, at("2026-11-01"))
    assert again.lines == before.lines
    assert line(before, "I.1").documents == ("7/TTr-TH",)
    now = line(made(log, Q4), "I.1")
    assert (now.due, now.blocked, now.note, now.entries) == (date(2027, 3, 1), True, "chờ ý kiến", (2,))


def test_what_is_taken_back_later_changes_no_earlier_report() -> None:
    log = Log()
    log.extend(at("2026-03-01"), "I.4", date(2026, 5, 31), date(2026, 3, 31))
    entry = log.says(at("2026-04-02"), "I.6", 100, DONE, period="2026-Q1", awaits=True)
    log.rule(at("2026-04-10"), "I.6", RulingKind.CONFIRM, period="2026-Q1", entry=entry)
    log.rule(at("2026-05-01"), "I.3", RulingKind.SUSPEND)
    log.prove(at("2026-05-02"), entry)
    half, year = part("first_half", 2026), part("year", 2026)
    before, whole = made(log, half), made(log, year)
    log.take_back(at("2026-07-01"))
    again = made(log, half)
    assert [(x.group, x.due, x.files) for x in again.lines] == [(x.group, x.due, x.files) for x in before.lines]
    assert len(again.extensions) == 1
    after = made(log, year)
    assert line(whole, "I.4").due == date(2026, 5, 31)
    assert line(after, "I.4").due == date(2026, 3, 31)
    assert (line(whole, "I.6", "2026-Q1").files, line(after, "I.6", "2026-Q1").files) == (1, 0)
    assert (line(whole, "I.3").group, line(after, "I.3").group) == (Group.SUSPENDED, Group.IN_TIME)
    assert after.extensions == ()


def test_work_that_is_reported_on_before_it_begins_belongs_to_the_report() -> None:
    log = Log()
    assert "I.2 2027" not in groups(made(log, Q4))
    log.says(at("2026-12-01"), "I.2", 10, DOING, period="2027")
    assert groups(made(log, Q4))["I.2 2027"] is Group.IN_TIME
    assert "I.2 2027" not in groups(made(log, quarter(2026, 3)))


def test_what_was_taken_back_does_not_count_nor_does_a_remark_make_work_late() -> None:
    log = Log()
    log.says(at("2026-03-30"), "I.4", 100, DONE, "đã ban hành")
    wrong = log.says(at("2026-04-20"), "I.4", 20, DOING)
    log.undo(at("2026-04-21"), wrong)
    log.says(at("2026-05-01"), "I.4", 100, DONE, "bổ sung Quyết định 9/QĐ-UBND")
    log.says(at("2026-05-02"), "I.4", None, None, "đã lưu hồ sơ", kind=EntryKind.NOTE)
    found = line(made(log, part("year", 2026)), "I.4")
    assert (found.group, found.completed, found.note) == (Group.DONE_IN_TIME, date(2026, 3, 30), "đã lưu hồ sơ")
    assert (found.entries, found.documents) == ((1, 4, 5), ("9/QĐ-UBND",))


def test_late_counts_against_the_deadline_in_force_and_both_are_there() -> None:
    log = Log()
    log.extend(at("2026-03-01"), "I.4", date(2026, 5, 31), date(2026, 3, 31))
    log.says(at("2026-06-03"), "I.4", 100, DONE)
    found = line(made(log, part("first_half", 2026)), "I.4")
    assert (found.due, found.occurrence.due, found.days_late) == (date(2026, 5, 31), date(2026, 3, 31), 3)


def test_what_waits_to_be_confirmed_is_not_yet_completed_and_late_by_the_day_it_was_reported() -> None:
    log = Log()
    entry = log.says(at("2026-03-31"), "I.4", 100, DONE, awaits=True)
    assert line(made(log, quarter(2026, 2)), "I.4").group is Group.IN_TIME
    log.rule(at("2026-06-20"), "I.4", RulingKind.CONFIRM, entry=entry)
    assert line(made(log, quarter(2026, 2)), "I.4").group is Group.IN_TIME
    # In the report of the quarter in which it was confirmed, and in no later one.
    assert line(made(log, quarter(2026, 3)), "I.4").group is Group.DONE_IN_TIME
    assert "I.4" not in groups(made(log, quarter(2026, 4)))


def test_work_put_off_by_a_paper_is_outside_of_the_rate() -> None:
    log = Log()
    log.rule(at("2026-03-01"), "I.4", RulingKind.SUSPEND)
    found = made(log, quarter(2026, 2))
    assert line(found, "I.4").group is Group.SUSPENDED
    assert found.of(Group.OVERDUE) == [line(found, "I.6", "2026-Q1")]


def test_work_that_fell_due_before_the_plan_was_followed_is_left_out_and_counted() -> None:
    late = facts(followed(small_plan(), "2026-05-01"), Records(), Q4, at("2026-12-15", "00:00"), ZONE)
    assert "I.4" not in {x.task.code for x in late.lines}
    assert late.before == 2


def test_the_cut_off_is_now_while_the_period_runs_and_its_end_afterwards() -> None:
    assert moment_of(Q4, at("2026-11-24", "09:30"), ZONE) - INSTANT == at("2026-11-24", "09:30")
    assert moment_of(Q4, at("2027-02-01"), ZONE) == at("2026-12-15", "00:00")
    assert made(Log(), Q4).day == date(2026, 12, 14)


entries = st.lists(
    st.tuples(
        st.sampled_from(["I.1", "I.2:2026", "I.3", "I.4", "I.5", "I.6:2026-Q1", "I.6:2026-Q3", "I.2:2027"]),
        st.integers(0, 700),
        st.sampled_from(list(Status)),
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(entries, st.dates(date(2025, 12, 1), date(2027, 12, 31)), st.integers(0, 400))
def test_the_groups_are_a_partition_and_rows_and_columns_add_up(
    said: list[tuple[str, int, Status]], start: date, length: int
) -> None:
    log = Log()
    for place, after, status in sorted(said, key=lambda x: x[1]):
        task, _, period = place.partition(":")
        log.says(
            datetime.fromtimestamp(at("2026-01-02").timestamp() + after * 86400, ZONE), task, 50, status, period=period
        )
    end = date.fromordinal(start.toordinal() + length)
    found = made(log, between(start, end))
    whole = Counter(x.group for x in found.lines)
    for tallies in (found.by_area, found.by_lead):
        assert sum(tally.total for tally in tallies.values()) == found.tally.total == sum(whole.values())
        for group in Group:
            assert sum(tally.of(group) for tally in tallies.values()) == found.tally.of(group) == whole[group]
    assert all((x.days_late > 0) is (x.group in (Group.DONE_LATE, Group.OVERDUE)) for x in found.lines)
    assert len({(x.task.code, x.occurrence.period) for x in found.lines}) == found.tally.total
