"""The dated instances of tasks, and which of them an update goes to."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.importing.yaml_plan import read_plan
from knowledge.model import Plan, Task
from knowledge.occurrences import Occurrence, in_hand, named, occurrences, rule_of

ENDS = date(2030, 12, 31)
PLAN_FILE = Path(__file__).parents[2] / "knowledge" / "plans" / "gialai-cchc-2021-2025.yaml"


def plan_of(deadline: str, *milestones: str, issued: date | None = None, starts: int = 2021) -> Plan:
    task = Task(code="1", printed_code="1", area="A", title="t", deadline=deadline, milestones=milestones, place="p")
    return Plan(
        id="p",
        title="t",
        short_title="t",
        issuer="i",
        year=starts,
        starts=starts,
        period_ends=2025,
        ends=ENDS,
        issued=issued,
        tasks=(task,),
    )


def found(
    deadline: str, *milestones: str, issued: date | None = None, ends: date = ENDS
) -> list[tuple[str, date | None]]:
    plan = plan_of(deadline, *milestones, issued=issued)
    return [(o.period, o.due) for o in occurrences(plan.tasks[0], plan, ends)]


def test_yearly_work_has_an_occurrence_a_year_until_the_plan_ends() -> None:
    assert found("Hàng năm") == [(str(y), date(y, 12, 31)) for y in range(2021, 2031)]
    assert found("Hàng năm", ends=date(2022, 6, 30)) == [("2021", date(2021, 12, 31)), ("2022", date(2022, 12, 31))]


def test_a_year_and_the_following_ones_begin_with_that_year() -> None:
    assert found("Năm 2022 và các năm tiếp theo") == [(str(y), date(y, 12, 31)) for y in range(2022, 2031)]


def test_a_day_of_listed_years_is_due_in_each_of_them() -> None:
    assert found("Trước 31/12 các năm 2026, 2027") == [("2026", date(2026, 12, 30)), ("2027", date(2027, 12, 30))]
    assert [due for _, due in found("Quý II các năm 2022, 2024")] == [date(2022, 6, 30), date(2024, 6, 30)]


def test_a_milestone_in_the_product_sets_the_day_of_each_year() -> None:
    """II.2 of the Gia Lai plan: "trước" is strict, so 14/8."""
    expected = [(str(y), date(y, 8, 14)) for y in range(2021, 2031)]
    assert found("Năm 2021 và các năm tiếp theo", "trước ngày 15/8 hàng năm") == expected
    assert found("Hàng năm", "trước ngày 15/8 hàng năm") == expected
    assert found("", "trước ngày 15/8 hàng năm") == expected


def test_work_that_occurs_once_has_no_period_name() -> None:
    plan = plan_of("Quý II/2022")
    (only,) = occurrences(plan.tasks[0], plan, ENDS)
    assert only == Occurrence("1", "", date(2022, 4, 1), date(2022, 6, 30))
    assert found("2021 – 2025") == [("", date(2025, 12, 31))]


def test_work_after_the_plans_end_still_occurs() -> None:
    assert found("Quý II/2035") == [("", date(2035, 6, 30))]
    assert found("Từ năm 2035") == [("2035", date(2035, 12, 31))]


@pytest.mark.parametrize(
    ("deadline", "first", "count"),
    [
        ("Hằng quý", ("2021-Q1", date(2021, 3, 31)), 40),
        ("trước ngày 15 tháng cuối quý", ("2021-Q1", date(2021, 3, 14)), 40),
        ("Hằng tháng", ("2021-01", date(2021, 1, 31)), 120),
        ("ngày 20 hằng tháng", ("2021-01", date(2021, 1, 20)), 120),
        ("ngày 31 hằng tháng", ("2021-01", date(2021, 1, 31)), 120),
        ("định kỳ 6 tháng", ("2021-H1", date(2021, 6, 30)), 20),
        ("Quý I và Quý III hằng năm", ("2021-Q1", date(2021, 3, 31)), 20),
        ("trước 15/6 và 15/12 hằng năm", ("2021-06", date(2021, 6, 14)), 20),
        ("Quý IV hằng năm", ("2021", date(2021, 12, 31)), 10),
        ("Thường xuyên, hằng năm", ("2021", date(2021, 12, 31)), 10),
        ("Hằng năm giai đoạn 2023-2025", ("2023", date(2023, 12, 31)), 3),
    ],
)
def test_every_rhythm_has_its_periods(deadline: str, first: tuple[str, date], count: int) -> None:
    all_ = found(deadline)
    assert all_[0] == first
    assert len(all_) == count


def test_a_weekly_task_falls_due_on_its_day_of_the_week() -> None:
    assert found("Thứ Sáu hằng tuần")[0] == ("2020-W53", date(2021, 1, 1))
    assert all(due and due.weekday() == 4 for _, due in found("Thứ Sáu hằng tuần"))


def test_the_29th_of_february_is_the_28th_in_other_years() -> None:
    assert [due for _, due in found("ngày 29/2 hằng năm")][2:4] == [date(2023, 2, 28), date(2024, 2, 29)]


def test_several_milestones_are_several_occurrences_with_names_of_their_own() -> None:
    assert found("Quý II/2026: dự thảo; 31/12/2026: ban hành") == [
        ("2026-Q2", date(2026, 6, 30)),
        ("2026-12-31", date(2026, 12, 31)),
    ]
    assert found("Tháng 12/2026 và thực hiện thường xuyên") == [("", date(2026, 12, 31))]


def test_conditional_ongoing_and_unknown_work_has_one_occurrence_without_a_date() -> None:
    plan = plan_of("Sau khi Chính phủ có văn bản")
    assert occurrences(plan.tasks[0], plan, ENDS) == (Occurrence("1", "", None, None, conditional=True),)
    plan = plan_of("Thường xuyên")
    assert occurrences(plan.tasks[0], plan, ENDS) == (Occurrence("1", "", date(2021, 1, 1), None),)
    plan = plan_of("31/2/2026")
    assert occurrences(plan.tasks[0], plan, ENDS) == (Occurrence("1", "", None, None),)


def test_time_from_the_day_of_issue_is_dated_once_that_day_is_known() -> None:
    words = "100 ngày kể từ ngày ban hành Kế hoạch"
    assert found(words) == [("", None)]
    assert found(words, issued=date(2026, 4, 1)) == [("", date(2026, 7, 10))]


@settings(deadline=None)
@given(
    st.sampled_from(
        ["Hàng năm", "Hằng quý", "Hằng tháng", "định kỳ 6 tháng", "Hàng tuần", "Năm 2026", "30/6 và 31/12/2026"]
    ),
    st.dates(date(2021, 1, 1), date(2032, 1, 1)),
)
def test_periods_are_unique_in_order_and_fall_due_after_they_start(deadline: str, ends: date) -> None:
    plan = plan_of(deadline)
    all_ = occurrences(plan.tasks[0], plan, ends)
    assert all_
    assert len({o.period for o in all_}) == len(all_)
    dues = [o.due for o in all_ if o.due]
    assert dues == sorted(dues)
    assert all(o.start is None or o.due is None or o.start <= o.due for o in all_)


# ---- which one is in hand --------------------------------------------------------------------------------------------


def of(deadline: str, *milestones: str) -> tuple[Occurrence, ...]:
    plan = plan_of(deadline, *milestones)
    return occurrences(plan.tasks[0], plan, ENDS)


def test_an_update_goes_to_the_period_that_holds_today() -> None:
    assert in_hand(of("Hàng năm"), set(), date(2026, 11, 23)).period == "2026"
    assert in_hand(of("Hằng quý"), set(), date(2026, 11, 23)).period == "2026-Q4"
    assert in_hand(of("Hàng năm", "trước ngày 15/8 hàng năm"), set(), date(2026, 11, 23)).period == "2026"


def test_outside_every_period_it_goes_to_the_nearest_not_completed() -> None:
    all_ = of("Quý I và Quý III hằng năm")
    assert in_hand(all_, set(), date(2026, 4, 10)).period == "2026-Q1"
    assert in_hand(all_, {"2026-Q1"}, date(2026, 4, 10)).period == "2026-Q3"


def test_when_all_is_completed_it_goes_to_the_last_one_before_today() -> None:
    all_ = of("Hàng năm")
    assert in_hand(all_, {o.period for o in all_}, date(2035, 1, 1)).period == "2030"
    milestones = of("30/6/2026 và 31/12/2026")
    assert in_hand(milestones, {o.period for o in milestones}, date(2026, 9, 1)).period == "2026-06-30"


@settings(deadline=None)
@given(
    st.sampled_from(
        ["Hàng năm", "Hằng quý", "Hằng tháng", "Năm 2026", "Thường xuyên", "Sau khi có văn bản", "30/6/2026"]
    ),
    st.dates(date(2015, 1, 1), date(2035, 1, 1)),
    st.booleans(),
)
def test_there_is_always_one_in_hand(deadline: str, today: date, done: bool) -> None:
    all_ = of(deadline)
    assert in_hand(all_, {o.period for o in all_} if done else set(), today) in all_


# ---- naming one ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("deadline", "words", "period"),
    [
        ("Hàng năm", "2025", "2025"),
        ("Hàng năm", "năm 2025", "2025"),
        ("Hàng năm", "kỳ 2025", "2025"),
        ("Hằng quý", "quý II/2026", "2026-Q2"),
        ("Hằng quý", "Q2/2026", "2026-Q2"),
        ("Hằng quý", "quý II", "2026-Q2"),
        ("Hằng tháng", "tháng 6", "2026-06"),
        ("định kỳ 6 tháng", "6 tháng đầu năm 2026", "2026-H1"),
        ("Hàng năm", "tháng 6/2026", "2026"),
        ("Quý II/2026", "2026", ""),
        ("Quý I và Quý III hằng năm", "quý III", "2026-Q3"),
    ],
)
def test_a_person_may_name_the_occurrence(deadline: str, words: str, period: str) -> None:
    chosen = named(of(deadline), words, date(2026, 11, 23))
    assert chosen is not None
    assert chosen.period == period


@pytest.mark.parametrize(
    ("deadline", "words"),
    [("Hàng năm", "2035"), ("Hằng quý", "2026"), ("Hàng năm", "hằng năm"), ("Hàng năm", "xong"), ("Hàng năm", "")],
)
def test_words_that_name_none_or_several_name_nothing(deadline: str, words: str) -> None:
    assert named(of(deadline), words, date(2026, 11, 23)) is None


def test_without_a_year_and_without_today_the_words_must_fit_one_only() -> None:
    assert named(of("Hằng quý"), "quý II") is None
    milestones = of("Quý II/2026; Quý IV/2026")
    assert named(milestones, "quý II") == milestones[0]


# ---- the Gia Lai plan ------------------------------------------------------------------------------------------------


def test_every_task_of_the_default_plan_is_understood() -> None:
    plan, problems = read_plan(PLAN_FILE.read_bytes())
    assert plan is not None, problems
    kinds = {task.code: rule_of(task, plan.year).kind for task in plan.tasks}
    assert "unknown" not in kinds.values()
    assert [code for code, kind in kinds.items() if kind == "conditional"] == ["II.8", "VI.2.4"]
    dues = {task.code: occurrences(task, plan, plan.ends) for task in plan.tasks}
    assert [o.due for o in dues["II.2"]] == [date(y, 8, 14) for y in range(2021, 2031)]
    assert [(o.period, o.due) for o in dues["IV.1"]] == [("", date(2022, 6, 30))]
    assert [(o.period, o.due) for o in dues["II.5"]] == [("", date(2022, 12, 31))]
    assert timedelta(0) == dues["I.1"][-1].due - plan.ends  # type: ignore[operator]  # it has a due date
