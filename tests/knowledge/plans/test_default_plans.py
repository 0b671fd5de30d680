"""The plans that come with the program: nothing lost on the way from paper, and the cells people ask about most."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from knowledge.importing.summary import summarize
from knowledge.importing.yaml_plan import read_plan
from knowledge.model import Plan, Target

PLANS = sorted((Path(__file__).parents[3] / "knowledge" / "plans").glob("*.yaml"))


@pytest.fixture(scope="module")
def plan() -> Plan:
    read, problems = read_plan((PLANS[0].parent / "gialai-cchc-2021-2025.yaml").read_bytes())
    assert read is not None, problems
    return read


def _target(plan: Plan, code: str) -> Target:
    target = plan.target(code)
    assert target is not None, code
    return target


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_plan_that_comes_with_the_program_is_sound(path: Path) -> None:
    plan, problems = read_plan(path.read_bytes())
    assert plan is not None
    assert problems == []


def test_nothing_is_lost_on_the_way_from_paper(plan: Plan) -> None:
    counts = summarize(plan)
    assert [(h.horizon, h.with_value, h.without_value) for h in counts.horizons] == [(2025, 21, 12), (2030, 12, 6)]
    assert [(a.code, a.tasks) for a in counts.areas] == [
        ("I", 3),
        ("II", 8),
        ("III", 3),
        ("IV", 4),
        ("V", 3),
        ("VI", 20),
    ]
    assert counts.areas[5].groups == (("VI.1", 3), ("VI.2", 4), ("VI.3", 3), ("VI.4", 6), ("VI.5", 4))
    assert counts.tasks == 41
    kinds = dict(counts.passages)
    assert (kinds["viewpoint"], kinds["area_objective"], kinds["solution"], kinds["organization"]) == (5, 6, 6, 4)
    assert kinds["objective"] == kinds["content"] == kinds["recipient"] == kinds["signature"] == 1
    body = Counter(p.area for p in plan.passages if p.kind == "body_task")
    assert body == {"I": 2, "II": 7, "III": 3, "IV": 11, "V": 3, "VI": 6}
    assert len(plan.legal_bases) == 2


def test_each_area_has_the_targets_that_were_printed_under_it(plan: Plan) -> None:
    numbered = Counter((t.horizon, t.area) for t in plan.targets if t.value is not None)
    assert numbered == {
        **{(2025, "II"): 11, (2025, "III"): 3, (2025, "IV"): 3, (2025, "VI"): 4},
        **{(2030, "II"): 3, (2030, "III"): 3, (2030, "IV"): 1, (2030, "V"): 1, (2030, "VI"): 4},
    }


def test_the_numbers_of_the_targets_are_those_of_the_paper_in_its_order(plan: Plan) -> None:
    def printed(horizon: int) -> str:
        numbered = [t for t in plan.targets if t.horizon == horizon and t.value is not None]
        assert [t.code for t in numbered] == [f"CT{horizon % 100}.{n:02d}" for n in range(1, len(numbered) + 1)]
        return " ".join(f"{t.comparator}{t.value:g}" for t in numbered)

    assert printed(2025) == (
        ">=20 -20 >=80 >=30 >=20 =100 >=80 >=80 >=50 >=90 =80 -10 >=90 >=85 =100 =50 >=20 =100 =100 >=80 >=90"
    )
    assert printed(2030) == ">=90 >=80 >=95 -10 >=95 >=90 >30 -15 =100 =100 >=70 >=80"


@pytest.mark.parametrize(
    ("code", "value_printed", "words", "baseline"),
    [
        ("CT25.01", "tối thiểu 20%", "số quy định", None),
        ("CT25.03", "tối thiểu 80%", "luân chuyển trong nội bộ", None),
        ("CT25.09", "tối thiểu 50%", "trên tổng số hồ sơ", None),
        ("CT25.12", "giảm tối thiểu 10%", "biên chế sự nghiệp", "so với năm 2021"),
        ("CT25.14", "tối thiểu 85%", "cung cấp dịch vụ công", None),
        ("CT25.17", "từ 20% trở lên", "môi trường quốc tế", None),
        ("CT25.21", "tối thiểu 90%", "hồ sơ công việc", None),
        ("CT30.03", "tối thiểu 95%", "giải quyết TTHC", None),
        ("CT30.04", "giảm bình quân 10%", "biên chế sự nghiệp", "so với năm 2025"),
        ("CT30.07", "trên 30%", "cấp phòng trực thuộc Sở", None),
        ("CT30.08", "giảm bình quân 15%", "chi trực tiếp", "so với giai đoạn 2021 - 2025"),
        ("CT30.12", "tối thiểu 80%", "người trưởng thành", None),
    ],
)
def test_a_target_says_its_value_in_the_words_of_the_plan(
    plan: Plan, code: str, value_printed: str, words: str, baseline: str | None
) -> None:
    target = _target(plan, code)
    assert target.value_printed == value_printed
    assert words in target.statement
    assert target.baseline == baseline


def test_the_pace_of_digitising_reaches_all_results_by_2025(plan: Plan) -> None:
    for code in ("CT25.04", "CT25.05", "CT25.06"):
        pace = _target(plan, code).pace
        assert pace is not None
        assert (pace.start_year, pace.start, pace.step, pace.limit) == (2021, 30, 20, 100)
    assert _target(plan, "CT25.04").year == 2021


def test_targets_of_both_horizons_that_measure_the_same_are_joined(plan: Plan) -> None:
    joined: dict[str, list[str]] = {}
    for target in plan.targets:
        if target.series is not None:
            joined.setdefault(target.series, []).append(target.code)
    numbered = [codes for codes in joined.values() if all(_target(plan, code).value is not None for code in codes)]
    assert ["CT25.07", "CT30.01"] in numbered
    assert ["CT25.09", "CT30.02"] in numbered
    assert ["CT25.10", "CT30.03"] in numbered
    assert ["CT25.12", "CT30.04"] in numbered
    assert ["CT25.13", "CT30.05"] in numbered
    assert ["CT25.14", "CT30.06"] in numbered
    assert ["CT25.17", "CT30.07"] in numbered
    assert ["CT25.21", "CT30.10"] in numbered
    assert joined["tich-hop-cong-dvcqg"] == ["CT25.08", "CT30.15"]


def test_each_unit_leads_what_the_annex_gives_it(plan: Plan) -> None:
    leads = Counter(code for task in plan.tasks for code in task.lead)
    assert leads == {"VP": 28, "TCCB": 7, "TCCB-PC": 3, "KHTC": 3}
    assert all(len(task.lead) == 1 for task in plan.tasks)
    part = plan.unit("TCCB-PC")
    assert part is not None
    assert part.part_of == "TCCB"


def test_outside_units_cooperate_where_the_annex_says(plan: Plan) -> None:
    def cooperates(unit: str) -> list[str]:
        return [task.code for task in plan.tasks if unit in task.cooperating]

    assert cooperates("BDT") == ["II.3", "II.4", "II.6", "II.7", "II.8", "VI.1.2", "VI.1.3"]
    assert cooperates("TD1022") == ["II.7"]
    assert cooperates("STTTT") == ["VI.4.3"]
    assert len(cooperates("CMNV")) == 41


@pytest.mark.parametrize(
    ("code", "deadline"),
    [
        ("I.1", "Hàng năm"),
        ("II.2", "Năm 2021 và các năm tiếp theo"),
        ("II.5", "Hoàn thành trong năm 2022, phải đạt ít nhất 20% TTHC được phân cấp"),
        ("II.8", "Sau khi Chính phủ có văn bản chỉ đạo, hướng dẫn của các Bộ, ngành."),
        ("III.1", "Năm 2021"),
        ("III.2", "Năm 2022 và các năm tiếp theo"),
        ("IV.1", "Quý II/2022"),
        ("IV.2", "Năm 2022"),
        ("VI.2.4", "Sau khi Chính phủ có văn bản chỉ đạo, hướng dẫn của Văn phòng Chính phủ, Bộ Tư pháp"),
        ("VI.5.1", "Năm 2022"),
    ],
)
def test_deadlines_stand_as_they_were_printed(plan: Plan, code: str, deadline: str) -> None:
    task = plan.task(code)
    assert task is not None
    assert task.deadline == deadline


def test_the_yearly_date_inside_a_product_binds_its_task(plan: Plan) -> None:
    assert {task.code: task.milestones for task in plan.tasks if task.milestones} == {
        "II.2": ("trước ngày 15/8 hàng năm",)
    }


@pytest.mark.parametrize(
    ("code", "field", "whole"),
    [
        ("I.2", "product", "chi tiết Luật, Nghị quyết của Quốc hội; Pháp lệnh, Nghị quyết của Ủy ban thường vụ"),
        ("II.4", "title", "Đề án đổi mới việc thực hiện cơ chế một cửa"),
        ("IV.2", "title", "ngày 10/9/2020 của Chính phủ về vị trí việc làm"),
        ("V.1", "title", "sửa đổi, bổ sung, thay thế (nếu có)"),
        ("VI.1.3", "title", "quy định pháp lý về thuế, phí"),
        ("VI.4.1", "title", "Chính phủ, Thủ tướng Chính phủ giao"),
        ("VI.4.1", "product", "thực hiện nhiệm vụ do Chính phủ"),
        ("VI.5.3", "product", "các kênh tương tác trực tuyến để người dân"),
    ],
)
def test_rows_that_a_page_break_cut_are_whole_again(plan: Plan, code: str, field: str, whole: str) -> None:
    task = plan.task(code)
    assert task is not None
    assert whole in getattr(task, field)
    assert any(c.field == field and "⏎" in c.printed for c in task.corrections)


def test_no_scanning_fault_is_left_in_what_people_read(plan: Plan) -> None:
    faults = ["TTTC", "CBCCVN", "Niên yết", "chuyên đổi số", "Các chuyên môn", "thẩm giải quyết", "đầu đầu", "⏎"]
    read = [*(t.statement for t in plan.targets), *(p.text for p in plan.passages), *(p.title for p in plan.passages)]
    for task in plan.tasks:
        read += [task.title, task.lead_printed, task.cooperating_printed, task.product, task.deadline]
    assert [(fault, text) for fault in faults for text in read if fault in text] == []


def test_what_was_printed_is_kept_beside_each_correction(plan: Plan) -> None:
    records = [*plan.targets, *plan.tasks, *plan.passages]
    printed = {(r.code, c.printed) for r in records for c in r.corrections}
    assert ("II.3", "Niên yết") in printed
    assert ("I.1", "Các chuyên môn, phòng nghiệp vụ") in printed
    assert ("VI.5.4", "Các chuyên môn, nghiệp vụ") in printed
    assert ("CT30.03", "TTTC") in printed
    assert ("QD.1", "CBCCVN") in printed
    assert ("MT.VI", "chuyên đổi số") in printed
    for record in records:
        for correction in record.corrections:
            assert correction.printed not in getattr(record, correction.field)


def test_blanks_and_contradictions_of_the_paper_can_be_shown(plan: Plan) -> None:
    assert plan.number is None
    assert plan.issued is None
    assert any("trống số" in note for note in plan.notes)
    assert any("trống ngày" in note for note in plan.notes)
    sixth = next(p for p in plan.passages if p.code == "GP.6")
    assert sixth.text == ""
    assert sixth.notes
    for code in ("VI.4.2", "VI.5.1", "V.3"):
        task = plan.task(code)
        assert task is not None
        assert task.notes


def test_every_task_has_a_short_name_of_its_own_for_buttons(plan: Plan) -> None:
    short = [task.names[0] for task in plan.tasks]
    assert len(set(short)) == 41
    assert max(map(len, short)) <= 60
