"""What is said where a list finds nothing: by which conditions, and what comes near; never what others have."""

from __future__ import annotations

import pytest

from handlers import answering
from tests.support.engines import default_engine, default_plan
from tests.support.talk import text_of


def _said(question: str) -> str:
    return text_of(answering.reply(default_engine().answer(question), default_plan()))


@pytest.mark.parametrize(
    ("question", "filters", "near"),
    [
        ("bao nhiêu việc KHTC chủ trì về biên chế", "(Phòng Kế hoạch và Tài chính chủ trì; có “biên chế”)", "III.2"),
        ("TCCB làm mấy việc liên quan tài sản công", "(Phòng Tổ chức cán bộ chủ trì; có “tài sản công”)", "V.3"),
        ("KHTC có việc nào hạn 2022 không", "(Phòng Kế hoạch và Tài chính chủ trì; thời hạn 2022)", "V.1"),
        ("mục tiêu 2030 về hạ tầng số", "(nhóm Phát triển hạ tầng số; thời hạn 2030)", "VI.2.1"),
    ],
)
def test_a_list_of_nothing_tells_its_conditions_and_what_comes_near(question: str, filters: str, near: str) -> None:
    said = _said(question)
    assert "Không tìm thấy" in said
    assert filters in said
    assert f"{near}. " in said


@pytest.mark.parametrize(
    "question",
    [
        "ai bị kỷ luật vì chậm cải cách hành chính",
        "phòng nào bị nhắc nhở nhiều nhất",
        "don vi nao bi phe binh",
    ],
)
def test_who_was_reprimanded_is_in_no_plan(question: str) -> None:
    assert default_engine().answer(question).kind == "none"


@pytest.mark.parametrize(
    ("question", "records"),
    [
        ("vị trí việc làm viên chức theo NĐ nào, 62 hay 106", ("IV.1", "IV.2")),
        ("vi tri viec lam cong chuc nd 106 hay 62", ("IV.2", "IV.1")),
    ],
)
def test_of_two_decrees_to_choose_from_both_are_told(question: str, records: tuple[str, ...]) -> None:
    assert default_engine().answer(question).records == records


def test_a_particle_is_no_word_of_the_plan() -> None:
    assert default_engine().answer("cải cách công vụ có bn việc v ak").count == 4


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("III.4 là gì", "Không tìm thấy nhiệm vụ III.4 trong kế hoạch. Mục III có 3 nhiệm vụ: III.1, III.2, III.3."),
        ("i.9 ai lam", "Không tìm thấy nhiệm vụ I.9 trong kế hoạch. Mục I có 3 nhiệm vụ: I.1, I.2, I.3."),
        ("nhiệm vụ VII.1", "Không tìm thấy nhiệm vụ VII.1 trong kế hoạch."),
    ],
)
def test_a_code_that_no_task_has_is_told_with_those_that_there_are(question: str, said: str) -> None:
    assert _said(question).splitlines()[0] == said


@pytest.mark.parametrize("question", ["kinh phí thực hiện VI.2.1 bao nhiêu", "VI.2.1 ton bao nhieu tien"])
def test_money_that_the_plan_does_not_name_is_said_to_be_missing(question: str) -> None:
    assert "kế hoạch không nêu số tiền" in _said(question)


@pytest.mark.parametrize("question", ["phụ lục có mấy mục", "phu luc chia lam may phan"])
def test_an_annex_has_as_many_parts_as_areas(question: str) -> None:
    told = default_engine().answer(question)
    assert (told.thing, told.count) == ("area", 6)
