"""Messages that ask of two records, or of some among a number, and of both parts that one unit takes."""

from __future__ import annotations

import pytest

from knowledge.answers import Answer, Engine
from knowledge.model import Passage, Unit
from tests.knowledge.answers.test_engine import _engine as engine
from tests.knowledge.answers.test_rows_of_a_table import _asked
from tests.knowledge.answers.test_rows_of_a_table import _engine as rows


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


@pytest.mark.parametrize(
    ("question", "tally"),
    [
        ("Sở Y tế chủ trì mấy nhiệm vụ, phối hợp mấy", (("Sở Y tế chủ trì", 3), ("Sở Y tế phối hợp", 2))),
        ("sở nào phối hợp nhiều nhất", (("Sở Y tế", 2), ("Sở Nội vụ", 2))),
    ],
)
def test_the_number_of_each_is_counted_though_the_work_is_not_named_again(
    question: str, tally: tuple[tuple[str, int], ...]
) -> None:
    assert _asked(question).tally == tally


def test_it_is_counted_among_what_a_question_is_narrowed_to() -> None:
    tasks = tuple(
        task.model_copy(update={"place": f"Phụ lục {'II' if number < 3 else 'III'}, STT {number}"})
        for number, task in enumerate(rows().plan.tasks)
    )
    asked = Engine(rows().plan.model_copy(update={"tasks": tasks}))
    answer = asked.answer("sở nào nhiều việc nhất ở phụ lục II")
    assert (answer.tally, answer.filters) == ((("Sở Nội vụ", 2), ("Sở Y tế", 1)), {"annex": "II"})
    each = asked.answer("phụ lục II có bao nhiêu việc, phụ lục III bao nhiêu")
    assert each.tally == (("Phụ lục II", 3), ("Phụ lục III", 5))
    of_year = engine().answer("năm 2022 phòng nào nhiều việc nhất")
    assert (of_year.tally[0], of_year.filters) == (("Phòng Tổ chức cán bộ", 5), {"deadline": "2022"})


def test_what_units_lead_together_is_no_more_than_that() -> None:
    first, second, *others = rows().plan.tasks
    both = first.model_copy(update={"lead": ("SNV", "SYT"), "cooperating": ()})
    beside = second.model_copy(update={"lead": ("TTHC",), "cooperating": ("SNV", "SYT")})
    asked = Engine(rows().plan.model_copy(update={"tasks": (both, beside, *others)}))
    assert asked.answer("Sở Nội vụ và Sở Y tế cùng chủ trì việc nào").records == ("I.1",)
    assert "I.2" in asked.answer("Sở Nội vụ và Sở Y tế cùng tham gia việc nào").records


def test_an_authority_that_is_printed_in_full_and_for_short_is_one() -> None:
    products = ("Quyết định của Thủ tướng Chính phủ", "Quyết định của Thủ tướng")
    tasks = tuple(
        task.model_copy(update={"product": product})
        for task, product in zip(rows().plan.tasks, products * 4, strict=True)
    )
    asked = Engine(rows().plan.model_copy(update={"tasks": tasks}))
    assert len(asked.answer("bao nhiêu việc ra quyết định của Thủ tướng").records) == len(tasks)


def test_words_that_only_look_like_a_time_ask_for_none() -> None:
    task, *others = rows().plan.tasks
    once = task.model_copy(update={"title": "Triển khai đăng nhập một lần", "product": "Giảm 50% thời gian xử lý"})
    asked = Engine(rows().plan.model_copy(update={"tasks": (once, *others)}))
    assert asked.answer("đăng nhập một lần là việc của đơn vị nào").facet == "lead"
    assert asked.answer("I.1 giảm bao nhiêu phần trăm thời gian").facet == "record"
    assert asked.answer("theo dõi giám sát sử dụng tiền dịch vụ mấy tháng một lần").facet == "deadline"


def test_a_short_form_with_its_sign_is_one_word_and_no_figure_of_speech_is_an_amount() -> None:
    staff, *others = rows().plan.targets
    spent = staff.model_copy(
        update={"metric": "Chi cho R&D", "statement": "Chi cho R&D: 2% GDP", "names": (), "value": 2.0, "unit": "% GDP"}
    )
    aim = Passage(
        code="P.1", kind="objective", text="Phấn đấu tăng trưởng “2 con số”, kiểm soát lạm phát.", place="Mục I"
    )
    asked = Engine(rows().plan.model_copy(update={"targets": (spent, *others), "passages": (aim,)}))
    assert asked.answer("chi cho R&D mấy phần trăm GDP").records == (staff.code,)
    assert asked.answer("lạm phát bao nhiêu").kind == "none"
