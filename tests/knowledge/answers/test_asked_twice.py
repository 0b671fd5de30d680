"""Messages that ask of two records, or of some among a number, and of both parts that one unit takes."""

from __future__ import annotations

import pytest

from knowledge.answers import Answer, Engine
from knowledge.model import Passage, Unit
from tests.knowledge.answers.test_engine import _engine as engine
from tests.knowledge.answers.test_rows_of_a_table import _asked


def _of_plan(question: str) -> Answer:
    return engine().answer(question)


def test_two_records_that_are_each_asked_for_are_both_told() -> None:
    answer = _of_plan("rà soát TTHC giao cho ai, còn bồi dưỡng CBCC giao ai")
    assert (answer.facet, answer.records) == ("lead", ("II.2", "IV.3"))
    of_two_cells = _of_plan("rà soát TTHC giao cho ai, còn bồi dưỡng CBCC hạn khi nào")
    assert (of_two_cells.facet, of_two_cells.records) == ("record", ("II.2", "IV.3"))


def test_a_part_is_told_with_the_number_that_it_is_of() -> None:
    answer = _of_plan("Văn phòng chủ trì bao nhiêu việc, trong đó bao nhiêu về TTHC")
    assert (answer.count, answer.filters["among"]) == (8, "28")
    none = _of_plan("Văn phòng có mấy việc, trong đó mấy việc hạn năm 2021")
    assert (none.kind, none.count, none.filters["among"]) == ("answer", 0, "28")
    targets = _of_plan("có bao nhiêu chỉ tiêu 2025, trong đó bao nhiêu chỉ tiêu trên 90%")
    assert (targets.count, targets.filters["among"]) == (4, "21")
    # The whole leaves out targets without a value, which the area has.
    of_area = _of_plan("có bao nhiêu chỉ tiêu 2025, trong đó mấy chỉ tiêu về cải cách tài chính công")
    assert (of_area.count, "among" in of_area.filters) == (5, False)


def test_what_one_unit_both_leads_and_cooperates_in_is_in_both_cells() -> None:
    assert _asked("Sở Y tế vừa chủ trì vừa phối hợp việc nào").records == ()
    plan = engine().plan
    first, *others = plan.tasks
    twice = first.model_copy(update={"cooperating": first.lead})
    both = Engine(plan.model_copy(update={"tasks": (twice, *others)}))
    name = next(u.name for u in plan.units if u.code == first.lead[0])
    assert both.answer(f"{name} vừa chủ trì vừa phối hợp việc nào").records == (first.code,)


@pytest.mark.parametrize(
    "question",
    [
        "Sở Y tế chủ trì và phối hợp những việc nào",
        "Sở Y tế chủ trì hoặc phối hợp bao nhiêu việc",
        "Sở Y tế chủ trì việc gì và phối hợp việc gì",
        "Sở Y tế chủ trì, phối hợp việc gì",
    ],
)
def test_all_that_one_unit_takes_part_in_is_listed(question: str) -> None:
    answer = _asked(question)
    assert (set(answer.records), *answer.filters) == ({"I.1", "I.2", "I.5", "I.6", "I.8"}, "taking_part")


def test_it_is_told_which_part_a_unit_takes() -> None:
    assert _asked("Sở Y tế chủ trì hay phối hợp nhiều hơn").tally == (("Sở Y tế chủ trì", 3), ("Sở Y tế phối hợp", 2))
    assert _of_plan("Văn phòng chủ trì hay phối hợp việc rà soát TTHC").facet == "lead"


def test_an_office_that_no_plan_has_leads_nothing() -> None:
    for question in ("Văn phòng chủ trì mấy việc", "việc nào do văn phòng chủ trì"):
        assert _asked(question).kind == "none"


def test_a_bound_of_targets_is_a_percentage_where_its_unit_is_said_before_or_not_at_all() -> None:
    meant = _of_plan("chỉ tiêu nào dưới 50%").records
    for question in ("chỉ tiêu nào tính theo phần trăm mà dưới 50", "chỉ tiêu nào dưới 50", "chi tieu nao duoi 50"):
        assert _of_plan(question).records == meant
    assert "below" not in _of_plan("chỉ tiêu nào trước năm 2030").filters


def test_a_word_without_marks_among_marked_ones_is_another_word() -> None:
    assert _of_plan("thi tuyển công chức khi nào").kind == "none"
    assert _of_plan("thì tuyển dụng công chức khi nào").records == ("IV.4",)


def test_a_unit_that_leads_nothing_does_what_it_cooperates_in() -> None:
    plan = engine().plan
    police = Unit(code="CA", name="Công an tỉnh", short="Công an tỉnh")
    first, *others = plan.tasks
    helped = first.model_copy(update={"cooperating": ("CA",)})
    asked = Engine(plan.model_copy(update={"units": (*plan.units, police), "tasks": (helped, *others)}))
    for question in ("Công an tỉnh làm gì", "Công an tỉnh có bao nhiêu việc"):
        answer = asked.answer(question)
        assert (answer.records, *answer.filters) == ((first.code,), "cooperating")
    assert asked.answer("Công an tỉnh chủ trì việc gì").records == ()


def test_a_list_of_recipients_says_nothing_of_what_the_people_s_committees_do() -> None:
    plan = engine().plan
    told = Passage(code="NN9", kind="recipient", title="Nơi nhận:", text="- UBND các xã, phường;", place="Nơi nhận")
    asked = Engine(plan.model_copy(update={"passages": (*plan.passages, told)}))
    assert "NN9" not in asked.answer("Ủy ban nhân dân các xã, phường làm gì").records
    assert "NN9" in asked.answer("những ai nhận kế hoạch này").records


def test_who_does_the_work_on_people_is_told_by_a_task() -> None:
    for question in ("phòng nào làm về nhân sự", "nhân sự thì phòng nào phụ trách"):
        assert _of_plan(question).records == ("IV.3",)
