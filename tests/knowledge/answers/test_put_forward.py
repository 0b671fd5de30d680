"""After a task: a unit that is put forward, how often it comes back, and what of those told is compared."""

from __future__ import annotations

import pytest

from tests.support.engines import told as _last


@pytest.mark.parametrize(
    ("said", "yes"),
    [
        ("TCCB chủ trì đúng không", True),
        ("tccb chủ trì đúng k", True),
        ("TCCB chủ trì hả", True),
        ("tccb chu tri ha", True),
        ("Văn phòng chủ trì đúng hông", False),
    ],
)
def test_a_unit_put_forward_is_answered_with_yes_or_no(said: str, yes: bool) -> None:
    found = _last("kiện toàn cơ cấu tổ chức bên trong phòng nào làm", said)
    assert (found.records, found.facet, found.yes) == (("III.1",), "lead", yes)


def test_a_unit_put_forward_as_one_that_cooperates() -> None:
    found = _last("LGSP ai duy trì", "phoi hop vs so tttt ha")
    assert (found.records, found.facet, found.yes) == (("VI.3.1",), "cooperation", False)


@pytest.mark.parametrize("said", ["mấy năm 1 lần", "time?"])
def test_when_may_be_asked_in_few_words(said: str) -> None:
    found = _last("lập danh mục văn bản quy định chi tiết ai làm", said)
    assert (found.records, found.facet) == (("I.2",), "deadline")


def test_the_last_of_a_list_since_when_it_is_done() -> None:
    found = _last("TCCB chủ trì mấy việc", "riêng mảng công vụ?", "kể 4 việc đó ra", "cái cuối từ năm nào")
    assert (found.records, found.facet) == (("IV.4",), "deadline")


def test_the_question_before_in_its_own_words_with_another_year() -> None:
    found = _last("mấy việc ghi năm 2021 và các năm tiếp theo", "còn năm 2022 và các năm tiếp theo")
    assert found.records == ("III.2", "IV.3", "IV.4")


def test_two_years_told_one_after_the_other_are_compared() -> None:
    found = _last("hài lòng sự phục vụ của cơ quan 2025", "2030", "so sanh 2 moc do")
    assert (found.facet, found.records) == ("comparison", ("CT25.13", "CT30.05"))


@pytest.mark.parametrize(
    ("said", "count"),
    [
        (("nhóm hoàn thiện môi trường pháp lý gồm việc gì", "việc nào có bưu điện cùng làm", "việc nào không có"), 1),
        (("việc nào có bưu điện phối hợp", "việc nào ko có"), 34),
    ],
)
def test_those_that_are_not_such_are_never_those_that_are(said: tuple[str, ...], count: int) -> None:
    found, before = _last(*said), _last(*said[:-1])
    assert found.count == count
    assert set(found.records).isdisjoint(before.records)


@pytest.mark.parametrize("said", ["viec do tu nam nao", "VIEC DO TU NAM NAO"])
def test_that_task_typed_without_marks(said: str) -> None:
    found = _last("rà soát TTHC ai làm", said)
    assert (found.records, found.facet) == (("II.2",), "deadline")


@pytest.mark.parametrize(
    "said", ["phụ lục có tổng bao nhiêu nhiệm vụ", "tổng bao nhiêu việc", "cả phụ lục tổng mấy việc"]
)
def test_all_tasks_are_counted_in_few_words(said: str) -> None:
    assert _last(said).count == 41


def test_what_was_meant_is_said_after_a_mistake() -> None:
    found = _last("sự phục vụ của cơ quan 2025 hài lòng mấy %", "nhầm, ý mình hỏi 2030 cơ")
    assert found.records == ("CT30.05",)


@pytest.mark.parametrize("said", ["tỉ lệ hài lòng 2025 là bao nhiêu", "ti le hai long 2025 la bao nhieu"])
def test_a_syllable_spelt_with_i(said: str) -> None:
    assert _last(said).records == _last("tỷ lệ hài lòng 2025 là bao nhiêu").records != ()


def test_a_particle_before_a_courtesy() -> None:
    assert _last("sự phục vụ của cơ quan 2025 hài lòng mấy %", "nhầm, 2030 cơ ạ").records == ("CT30.05",)
