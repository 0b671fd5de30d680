"""What is typed in a few words after a record, a target, a list or a paper."""

from __future__ import annotations

import pytest

from tests.support.engines import told as _told


@pytest.mark.parametrize(
    ("questions", "facet", "records"),
    [
        (("vị trí việc làm theo NĐ 62 phòng nào chủ trì", "còn NĐ 106 thì năm nào ạ"), "deadline", ("IV.2",)),
        (("tự chủ theo nd 130 phòng nào", "ah thoi gian nua a"), "deadline", ("V.1",)),
        (("tự chủ theo nd 130 phòng nào", "à quên sản phẩm nữa"), "product", ("V.1",)),
        (("chính sách thuế phí ai triển khai", "buu dien hay ai pohi hop"), "cooperation", ("VI.1.3",)),
        (("sở tttt phối hợp việc nào", "cái đó hạn bao giờ", "ai làm chính"), "lead", ("VI.4.3",)),
        (("công khai tthc ai làm", "phoi hop voi ai ngoai so"), "cooperation", ("II.3",)),
        (("TCCB mấy việc", "riêng mảng công vụ", "cái 106 hạn khi nào", "còn cái 62?"), "record", ("IV.1",)),
        (("nơi nhận có những sở nào", "có gửi bưu điện tỉnh ko"), "section", ("NN",)),
        (("lãnh đạo làm việc môi trường quốc tế 2030 bao nhiêu", "2025 thi mấy"), "value", ("CT25.17",)),
        (("hài lòng giải quyết tthc 2025 bao nhiêu", "vậy 95 là của năm nào"), "value", ("CT30.03",)),
    ],
)
def test_it_is_of_what_was_spoken_of(questions: tuple[str, ...], facet: str, records: tuple[str, ...]) -> None:
    answer = _told(*questions)
    assert (answer.facet, answer.records) == (facet, records)


def test_that_paper_is_the_one_that_the_task_cites() -> None:
    (quotation,) = _told("đề án một cửa ai chủ trì", "QĐ đó ban hành ngày mấy").quotations
    assert "258/QĐ-UBND ngày 29/4/2021" in quotation.text
    assert _told("đào tạo bồi dưỡng ai chủ trì", "nghị định đó ban hành ngày nào").kind == "none"


def test_no_year_has_a_value_that_no_target_has() -> None:
    assert _told("hài lòng giải quyết tthc 2025 bao nhiêu", "97 là của năm nào").kind == "none"


@pytest.mark.parametrize(
    "questions",
    [
        ("tccb với khtc ai nhiều việc hơn", "gộp 2 phòng lại mấy việc"),
        ("KHTC chủ trì mấy việc", "còn TCCB", "cả hai phòng cộng lại bao nhiêu"),
    ],
)
def test_the_work_of_several_units_is_added_up(questions: tuple[str, ...]) -> None:
    assert _told(*questions).count == 13


def test_the_rest_is_what_the_list_leaves_of_the_plan() -> None:
    found = _told("tccb với khtc ai nhiều việc hơn", "gộp 2 phòng lại mấy việc", "còn lại của ai")
    assert (found.count, found.facts) == (28, {"cell": "lead"})


def test_what_comes_every_year_may_be_the_product() -> None:
    found = _told("việc nào có sản phẩm là báo cáo định kỳ về chính quyền điện tử hằng năm")
    assert found.records == ("VI.1.1", "VI.1.2", "VI.1.3")
