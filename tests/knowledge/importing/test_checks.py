"""A plan file with something wrong: every fault told, with its line, and the plan kept out."""

from __future__ import annotations

import pytest

from knowledge.importing.problems import Problem
from knowledge.importing.yaml_plan import read_plan


def _problems(text: str, old: str, new: str) -> list[Problem]:
    assert old in text, old
    return read_plan(text.replace(old, new).encode())[1]


def test_the_small_plan_is_sound(small_text: str) -> None:
    plan, problems = read_plan(small_text.encode())
    assert plan is not None
    assert problems == []


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("lead: [VP]", "lead: [TCCB]", "unknown_unit", "tasks[0].lead[0]"),
        ("cooperating: [BDT, CM]", "cooperating: [BDT, XYZ]", "unknown_unit", "tasks[0].cooperating[1]"),
        ("{code: BDT,", "{code: VP,", "duplicate_code", "units[2].code"),
        ("collective: true}", "part_of: ABC}", "unknown_unit", "units[1].part_of"),
        ("collective: true}", "part_of: CM}", "part_of_itself", "units[1].part_of"),
        (
            "    printed_code: 01\n    area: I\n",
            "    printed_code: 01\n    area: VII\n",
            "unknown_area",
            "tasks[0].area",
        ),
        ("    product:", "    group: I.9\n    product:", "unknown_group", "tasks[0].group"),
        ("deadline: Quý III/2026", "deadline: 31/2/2026", "impossible_date", "tasks[0].deadline"),
        ("milestones: [trước ngày 15/8]", "milestones: [trước ngày 31/6]", "impossible_date", "tasks[0].milestones[0]"),
        ("deadline: Quý III/2026", "deadline: Quý V/2026", "impossible_date", "tasks[0].deadline"),
        ("title: Rà soát, đơn giản hóa thủ tục hành chính", "title: ''", "blank", "tasks[0].title"),
        ("code: CT26.01", "code: 'CT 26'", "bad_code", "targets[0].code"),
        ("horizon: 2026", "horizon: 2030", "unknown_horizon", "targets[0].horizon"),
        ("    metric:", "    year: 2031\n    metric:", "year_outside", "targets[0].year"),
        ("value: 90\n", "value: 95\n", "value_differs", "targets[0].value"),
        ("value: 90\n", "value: -90\n", "value_impossible", "targets[0].value"),
        ("value: 90\n", "value: nan\n", "value_impossible", "targets[0].value"),
        ("    value: 90\n", "", "value_missing", "targets[0].value"),
        ("    comparator: '>='\n", "", "comparator_missing", "targets[0]"),
        ("value_printed: tối thiểu", "value_printed: ít nhất", "words_not_in_statement", "targets[0].value_printed"),
        ("ends: 2026-12-31", "ends: 2025-12-31", "ends_before_start", "ends"),
        ("period_ends: 2026", "period_ends: 2020", "ends_before_start", "period_ends"),
        ("year: 2026 ", "year: 20260 ", "odd_year", "year"),
        ("year: 2026 ", "year: 0 ", "odd_year", "year"),
        ("horizon: 2026", "horizon: 99999999999999999999", "odd_year", "targets[0].horizon"),
        ("horizons: [2026]", "horizons: [2026, 2026]", "horizon_twice", "horizons[1]"),
        ("field: title", "field: tilte", "correction_field", "tasks[0].corrections[0]"),
        ("issuer: Sở Ví dụ\n", "issuer: ' '\n", "blank", "issuer"),
    ],
)
def test_a_fault_keeps_the_plan_out_and_is_told_with_its_place_and_line(
    small_text: str, old: str, new: str, code: str, place: str
) -> None:
    assert old in small_text
    text = small_text.replace(old, new)
    plan, problems = read_plan(text.encode())
    assert plan is None
    found = next((problem for problem in problems if problem.code == code and problem.place == place), None)
    assert found is not None, problems
    assert found.severity == "error"
    assert found.line is not None
    assert 1 <= found.line <= text.count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("deadline: Quý III/2026", "deadline: ba bốn hôm", "deadline_not_understood"),
        ("    deadline: Quý III/2026\n    milestones: [trước ngày 15/8]\n", "", "no_deadline"),
        ("    lead: [VP]\n", "", "no_lead"),
        ("cooperating: [BDT, CM]", "cooperating: [BDT, BDT]", "unit_twice"),
        ("aliases: [Văn phòng Sở, VP Sở]", "aliases: [bưu điện tỉnh]", "shared_name"),
        ("code: I.1\n", "code: I.01\n", "leading_zero"),
        ("corrected: Rà soát", "corrected: Rà soat", "correction_stale"),
        ("product: Báo cáo gửi", "product: Báo cáo ngày 31/6/2026 gửi", "impossible_date"),
    ],
)
def test_what_may_be_meant_is_only_pointed_out(small_text: str, old: str, new: str, code: str) -> None:
    text = small_text.replace(old, new)
    assert text != small_text
    plan, problems = read_plan(text.encode())
    assert plan is not None
    assert [(problem.code, problem.severity) for problem in problems] == [(code, "warning")]


@pytest.mark.parametrize(
    ("pace", "code", "severity"),
    [
        ("{start_year: 2026, start: 95, step: 5, limit: 90}", "pace_impossible", "error"),
        ("{start_year: 2026, start: 30, step: 0, limit: 90}", "pace_impossible", "error"),
        ("{start_year: 2026, start: 30, step: -5, limit: 90}", "pace_impossible", "error"),
        ("{start_year: 2026, start: 30, step: 20, limit: 120}", "pace_impossible", "error"),
        ("{start_year: 2026, start: nan, step: 20, limit: 100}", "pace_impossible", "error"),
        ("{start_year: 2031, start: 30, step: 20, limit: 100}", "year_outside", "error"),
        ("{start_year: 2026, start: 30, step: 20, limit: 90}", "pace_too_slow", "warning"),
    ],
)
def test_a_yearly_path_that_makes_no_sense_is_told(small_text: str, pace: str, code: str, severity: str) -> None:
    problems = _problems(small_text, "    statement:", f"    pace: {pace}\n    statement:")
    assert [(problem.code, problem.severity) for problem in problems] == [(code, severity)]


def test_codes_that_differ_only_in_case_are_the_same_code(small_text: str) -> None:
    again = "  - {code: i.1, printed_code: 2, area: I, title: Khác, lead: [VP], deadline: Năm 2026, place: Phụ lục}\n"
    problems = _problems(small_text, "\npassages:", again + "\npassages:")
    assert [(problem.code, problem.subject) for problem in problems] == [("duplicate_code", "i.1")]


def test_a_group_belongs_to_the_area_of_its_tasks(small_text: str) -> None:
    more = (
        "  - {code: II, title: Khác, place: Phụ lục}\ngroups:\n  - {code: II.1, area: II, title: N, place: Phụ lục}\n"
    )
    text = small_text.replace("\ntargets:", more + "\ntargets:")
    problems = _problems(text, "    product:", "    group: II.1\n    product:")
    assert [problem.code for problem in problems] == ["group_of_other_area"]


def test_units_that_are_parts_of_each_other_in_a_ring_are_told(small_text: str) -> None:
    text = small_text.replace("collective: true}", "part_of: BDT}").replace("outside: true}", "part_of: CM}")
    assert [p.code for p in read_plan(text.encode())[1]] == ["part_of_itself", "part_of_itself"]


def test_a_plan_with_nothing_to_follow_is_refused(small_text: str) -> None:
    start, end = small_text.index("targets:"), small_text.index("passages:")
    plan, problems = read_plan((small_text[:start] + small_text[end:]).encode())
    assert plan is None
    assert [problem.code for problem in problems] == ["nothing_to_follow"]


def test_a_number_with_a_decimal_comma_agrees_with_its_value(small_text: str) -> None:
    text = small_text.replace("tối thiểu 90%", "tối thiểu 90,5%").replace("value: 90\n", "value: 90.5\n")
    plan, problems = read_plan(text.encode())
    assert plan is not None, problems


def test_a_plan_that_is_only_used_is_not_searched_for_deadlines_that_nobody_can_read(small_text: str) -> None:
    unclear = small_text.replace("deadline: Quý III/2026", "deadline: ba bốn hôm")
    plan, problems = read_plan(unclear.encode(), warned=False)
    assert plan is not None
    assert problems == []
    impossible = small_text.replace("deadline: Quý III/2026", "deadline: Ngày 31/9/2026")
    plan, problems = read_plan(impossible.encode(), warned=False)
    assert plan is None
    assert [p.code for p in problems] == ["impossible_date"]
