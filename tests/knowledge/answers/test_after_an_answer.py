"""What people type next after a record, a list, a target or a paper: what leans on it, and what must not."""

from __future__ import annotations

import pytest

from tests.support.engines import told as _told


@pytest.mark.parametrize(
    "questions",
    [
        ("tinh giản biên chế ai chủ trì", "từ năm 2021 hả?"),
        ("tinh giản biên chế ai chủ trì", "tu nam 2021 ha"),
        ("tinh giản biên chế hạn khi nào", "chắc không, tôi nghe năm 2023"),
        ("tinh giản biên chế hạn khi nào", "chắc chưa"),
    ],
)
def test_what_is_doubted_is_told_once_more(questions: tuple[str, ...]) -> None:
    answer = _told(*questions)
    assert (answer.facet, answer.assumed) == ("deadline", "III.2")


def test_a_year_asked_for_is_no_doubt() -> None:
    answer = _told("số hóa kết quả TTHC năm 2022 bao nhiêu", "2024 thì sao")
    assert answer.derived is not None
    assert answer.derived.value == 90


@pytest.mark.parametrize(
    ("questions", "facet", "records"),
    [
        (("LGSP ai duy trì", "họ phối hợp với ai"), "cooperation", ("VI.3.1",)),
        (("IoT ai làm", "còn việc nào cũng phải chờ như nó"), "list", ("II.8",)),
        (("IoT ai làm", "còn việc nào cũng phải chờ như nó", "việc đó ai chủ trì"), "lead", ("II.8",)),
        (("công tác pháp chế bao lâu một lần", "việc nào cũng hàng năm"), "list", ("I.2", "I.3")),
        (("định danh xác thực điện tử ai làm", "cùng nhóm còn việc nào"), "list", ("VI.1.1", "VI.1.3")),
        (
            ("tinh giản biên chế hạn khi nào", "đào tạo bồi dưỡng hạn nào", "hai việc này ai làm"),
            "lead",
            ("III.2", "IV.3"),
        ),
        (("sản phẩm của tinh giản biên chế", "của phân cấp quản lý nhà nước"), "product", ("III.3",)),
        (("NĐ 62 hạn khi nào", "NĐ 106 thì sao"), "deadline", ("IV.2",)),
        (("NĐ 62 hạn khi nào", "NĐ 60"), "deadline", ("V.2",)),
        (("rà soát TTHC ai chủ trì", "ban3 pha6m gi2"), "product", ("II.2",)),
        (("thanh toán không dùng tiền mặt ai lo", "việc ngay trước nó"), "lead", ("VI.5.3",)),
        (("LGSP sản phẩm gì", "hạ tầng truyền dẫn thì sao", "ai chủ trì 2 việc đó"), "lead", ("VI.3.1", "VI.2.1")),
        (("giải pháp thứ 2 là gì", "tiếp theo"), "section", ("GP.3",)),
    ],
)
def test_it_leans_on_the_record_before(questions: tuple[str, ...], facet: str, records: tuple[str, ...]) -> None:
    answer = _told(*questions)
    assert (answer.facet, answer.records) == (facet, records)


@pytest.mark.parametrize(
    ("questions", "records"),
    [
        (("nhóm hạ tầng số có việc gì", "việc nào phải chờ Chính phủ"), ("VI.2.4",)),
        (("cải cách công vụ gồm việc nào", "chỉ lấy việc kéo dài sau 2022"), ("IV.3", "IV.4")),
        (("mảng tổ chức bộ máy có việc gì", "việc nào xong trong 2021"), ("III.1",)),
        (("mảng tổ chức bộ máy có việc gì", "việc nào xong trong 2021", "việc nào bắt đầu 2022"), ("III.2",)),
        (("liệt kê mục IV phụ lục", "việc nào hạn quý II", "ba việc còn lại hạn nào"), ("IV.2", "IV.3", "IV.4")),
        (("liệt kê việc của KHTC", "cái 1 ai phối hợp", "hai việc còn lại sản phẩm gì"), ("V.2", "V.3")),
        (
            ("Bưu điện phối hợp mấy việc", "chỉ tính mảng TTHC thôi", "liệt kê 5 cái đó"),
            ("II.3", "II.4", "II.6", "II.7", "II.8"),
        ),
        (("liệt kê mục V phụ lục", "việc thứ hai thời gian nào"), ("V.2",)),
        (("mục I phụ lục gồm", "cái thứ 3 sản phẩm gì"), ("I.3",)),
        (("phân cấp hạn khi nào", "cả hai"), ("II.5", "III.3")),
        (("phân cấp hạn khi nào", "chọn cái thứ hai"), ("III.3",)),
        (("phân cấp hạn khi nào", "chọn cái thứ hai", "cái đầu"), ("II.5",)),
    ],
)
def test_it_leans_on_the_list_before(questions: tuple[str, ...], records: tuple[str, ...]) -> None:
    assert _told(*questions).records == records


def test_that_a_list_was_narrowed_is_told() -> None:
    answer = _told("mảng tổ chức bộ máy có việc gì", "việc nào xong trong 2021")
    assert answer.filters == {"area": "Cải cách tổ chức bộ máy hành chính nhà nước", "deadline": "2021"}


@pytest.mark.parametrize(
    ("questions", "records", "difference"),
    [
        (("hài lòng dịch vụ công 2025", "à nhầm, 2030 cơ", "so hai cái đó giúp"), ("CT25.14", "CT30.06"), 5),
        (("kỹ năng số cơ bản bao nhiêu", "còn phân tích dữ liệu", "cái nào cao hơn"), ("CT25.15", "CT25.16"), 50),
        (("kỹ năng số cơ bản bao nhiêu", "còn phân tích dữ liệu", "cái nào thấp hơn"), ("CT25.16", "CT25.15"), 50),
        (
            ("hài lòng dịch vụ công 2025", "hài lòng giải quyết TTHC 2025", "hai cái chênh nhau mấy điểm"),
            ("CT25.10", "CT25.14"),
            5,
        ),
    ],
)
def test_the_last_two_targets_are_compared(
    questions: tuple[str, ...], records: tuple[str, ...], difference: float
) -> None:
    answer = _told(*questions)
    assert answer.difference is not None
    assert (answer.records, abs(answer.difference)) == (records, difference)


@pytest.mark.parametrize("asked", ["tăng bao nhiêu đến 2030", "tăng mấy"])
def test_growth_is_told_from_the_year_before_to_the_one_that_is_named(asked: str) -> None:
    answer = _told("hồ sơ trực tuyến 2025", asked)
    assert (answer.records, answer.difference) == (("CT25.09", "CT30.02"), 30)


def test_how_much_more_is_asked_of_what_was_counted() -> None:
    assert _told("VP chủ trì mấy việc, TCCB mấy việc", "chênh nhau bao nhiêu").difference == 18


def test_a_paper_that_was_listed_is_named_by_who_issued_it() -> None:
    of_province = _told("căn cứ pháp lý của kế hoạch này", "cái của UBND tỉnh ngày mấy")
    assert [q.text.split(" ngày")[0] for q in of_province.quotations] == ["Căn cứ Quyết định số 602/QĐ-UBND"]
    of_state = _told("căn cứ pháp lý của kế hoạch này", "cái của UBND tỉnh ngày mấy", "còn của Chính phủ")
    assert [q.text.split(" ngày")[0] for q in of_state.quotations] == ["Căn cứ Nghị quyết số 76/NQ-CP"]


def test_what_takes_back_the_question_before_is_no_exclusion() -> None:
    assert _told("việc của KHTC", "ko phải, TCCB chủ trì mấy việc").count == 10
    assert _told("giảm biên chế 2025 mấy %", "à năm 2030 mới đúng").records == ("CT30.04",)


def test_work_is_asked_for_by_what_somebody_does() -> None:
    assert _told("tccb làm việc gì từ 2022 trở đi").records == ("III.2", "IV.3", "IV.4")


def test_two_targets_joined_by_with_are_both_told() -> None:
    assert _told("kỹ năng số cơ bản với phân tích dữ liệu % bao nhiêu").records == ("CT25.15", "CT25.16")


@pytest.mark.parametrize(
    ("questions", "records"),
    [
        (("nhóm hạ tầng số có việc gì", "việc nào của TCCB xong trong 2021"), ("III.1",)),
        (("hài lòng dịch vụ công 2025", "hồ sơ xử lý trên môi trường mạng 2030"), ("CT30.10",)),
        (("tinh giản biên chế hạn khi nào", "phần mềm quản lý văn bản của hãng nào"), ()),
        (("mục V có mấy việc", "chữ ký số ai chủ trì"), ("VI.4.4",)),
    ],
)
def test_a_complete_question_is_one_of_its_own(questions: tuple[str, ...], records: tuple[str, ...]) -> None:
    assert _told(*questions).records == records
