"""What the messages since a list was asked for say of it together."""

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
        (("bưu điện phối hợp mấy việc", "rieng cai cach tthc may viec?"), ("II.3", "II.4", "II.6", "II.7", "II.8")),
        (("bưu điện phối hợp mấy việc", "riêng mảng TTHC", "còn mảng chính quyền số"), ("VI.1.2", "VI.1.3")),
        (("việc nào sản phẩm là quyết định của cơ quan có thẩm quyền", "riêng công vụ"), ("IV.1", "IV.2", "IV.3")),
        (("việc nào sản phẩm là quyết định của cơ quan có thẩm quyền", "của KHTC thôi"), ("V.2", "V.3")),
        (("việc nào ghi năm 2021 và các năm tiếp theo", "riêng công vụ mấy việc?", "còn bộ máy?"), ("III.3",)),
        (("việc nào sản phẩm là quyết định phê duyệt", "việc nào của văn phòng"), ("II.5",)),
        (
            ("việc nào chỉ làm trong 2022", "kể ra", "việc nào của văn phòng", "2 việc còn lại phòng nào"),
            ("IV.1", "IV.2"),
        ),
        (("cải cách TTHC có mấy việc", "mấy việc có bưu điện", "việc nào có 1022"), ("II.7",)),
        (("việc nào xong trong năm 2021", "riêng TCCB", "còn 2022"), ("IV.1", "IV.2")),
        (("TCCB mấy việc", "trong đó việc nào xong sớm nhất"), ("III.1",)),
        (("TCCB mấy việc", "riêng bộ máy", "hạn của từng việc", "việc nào muộn nhất"), ("III.1",)),
        (("có mấy chỉ tiêu 2025", "riêng tthc", "thế 2030"), ("CT30.01", "CT30.02", "CT30.03")),
        (("phong to chuc can bo tinh ca phap che mấy việc", "riêng công vụ"), ("IV.1", "IV.2", "IV.3", "IV.4")),
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


def test_all_that_is_kept_is_told() -> None:
    answer = _told("bưu điện phối hợp mấy việc", "riêng TTHC", "trong đó việc nào có 1022")
    assert answer.filters == {
        "cooperating": "Bưu điện tỉnh và Tổng đài 1022",
        "area": "Cải cách thủ tục hành chính (TTHC)",
    }


def test_that_part_is_the_one_of_the_list() -> None:
    answer = _told("văn phòng làm bao nhiêu việc", "mảng tthc bao nhiêu", "mảng đó có việc nào bưu điện cùng làm")
    assert (answer.count, sorted(answer.filters)) == (5, ["area", "cooperating", "lead"])


def test_a_list_without_any_is_still_spoken_of() -> None:
    assert _told("KHTC mấy việc", "riêng công vụ mấy việc", "còn tài chính công").count == 3
    assert _told("tccb phối hợp những việc nào", "riêng thể chế thì sao").count == 0


def test_a_complete_question_drops_the_conditions_before() -> None:
    assert _told("TCCB chủ trì việc nào năm 2022", "Văn phòng chủ trì mấy việc").count == 28
    assert _told("việc nào liên quan danh tính số", "tổng cộng Bưu điện phối hợp mấy nhiệm vụ").count == 7
    assert _told("có bao nhiêu nhiệm vụ", "văn phòng chiếm bao nhiêu phần trăm").facet == "share"
