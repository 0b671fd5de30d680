"""The question before, asked anew of another unit, area or group that alone is named."""

from __future__ import annotations

import pytest

from tests.support.engines import told as _told


@pytest.mark.parametrize(
    ("questions", "records"),
    [
        (("VP chủ trì mấy việc 2021 và các năm tiếp theo", "TCCB?"), ("III.3",)),
        (("VP chủ trì mấy việc 2021 và các năm tiếp theo", "TCCB?", "tài chính?"), ("V.1", "V.2", "V.3")),
        (("mục II bao nhiêu việc có Bưu điện phối hợp", "mục VI thì mấy"), ("VI.1.2", "VI.1.3")),
        (("việc nào hạn trong năm 2022", "lọc của Văn phòng thôi"), ("II.5", "VI.5.1")),
        (("việc nào hạn trong năm 2022", "của TCCB", "còn Văn phòng"), ("II.5", "VI.5.1")),
        (("hạ tầng số mấy việc", "nền tảng và hệ thống số?"), ("VI.3.1", "VI.3.2", "VI.3.3")),
        (("mục II có mấy việc", "III?"), ("III.1", "III.2", "III.3")),
        (("bưu điện phối hợp mấy việc", "riêng mục II", "VI thì sao"), ("VI.1.2", "VI.1.3")),
    ],
)
def test_what_else_the_question_said_is_kept(questions: tuple[str, ...], records: tuple[str, ...]) -> None:
    assert _told(*questions).records == records


def test_a_part_of_a_name_is_enough_among_things_of_one_kind() -> None:
    assert _told("hạ tầng số mấy việc", "nội bộ?").filters == {"group": "Phát triển ứng dụng, dịch vụ nội bộ"}


def test_a_year_is_changed_in_the_question_of_the_other_unit() -> None:
    answer = _told("TCCB chủ trì việc nào năm 2022", "còn Văn phòng?", "năm 2021 thì sao")
    assert answer.filters["lead"] == "Văn phòng"
    assert "2021" in answer.filters["deadline"]


def test_that_the_other_has_none_is_said_with_all_conditions() -> None:
    answer = _told("TCCB chủ trì việc nào năm 2022", "KHTC thì sao")
    assert (answer.kind, answer.count) == ("none", 0)
    assert answer.filters == {"lead": "Phòng Kế hoạch và Tài chính", "deadline": "2022"}


def test_a_complete_question_drops_the_conditions_before() -> None:
    assert _told("TCCB chủ trì việc nào năm 2022", "Văn phòng chủ trì mấy việc").count == 28
    assert _told("có bao nhiêu nhiệm vụ", "văn phòng chiếm bao nhiêu phần trăm").facet == "share"
