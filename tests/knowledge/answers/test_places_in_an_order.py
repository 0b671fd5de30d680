"""What stands first, second or last: units by their tasks, rows by where they are printed; and work that waits."""

from __future__ import annotations

import pytest

from handlers.answering import reply
from handlers.messages import Paragraph
from tests.support.engines import default_engine as _engine
from tests.support.engines import told as _told


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("đơn vị nào chủ trì nhiều thứ hai", ("Phòng Tổ chức cán bộ", 10)),
        ("đơn vị đứng thứ nhì về số nhiệm vụ chủ trì", ("Phòng Tổ chức cán bộ", 10)),
        ("phòng nào xếp thứ ba về số việc chủ trì", ("Phòng Kế hoạch và Tài chính", 3)),
        ("phòng nào ít việc thứ hai", ("Phòng Tổ chức cán bộ", 10)),
        ("lĩnh vực nào nhiều nhiệm vụ thứ hai", ("Cải cách thủ tục hành chính (TTHC)", 8)),
        ("đơn vị nào đứng đầu về số nhiệm vụ chủ trì", ("Văn phòng", 28)),
    ],
)
def test_a_place_by_the_number_of_tasks(question: str, first: tuple[str, int]) -> None:
    assert _told(question).tally[0] == first


def test_the_place_is_said_beside_the_number() -> None:
    said = reply(_told("đơn vị nào chủ trì nhiều thứ hai"), _engine().plan).blocks[0]
    assert isinstance(said, Paragraph)
    assert said.text == "Phòng Tổ chức cán bộ: 10 nhiệm vụ (nhiều thứ 2)"


def test_a_place_that_nobody_has_is_refused() -> None:
    assert _told("đơn vị nào đứng thứ tư về số nhiệm vụ").kind == "none"


def test_the_second_of_a_list_is_none_of_all() -> None:
    listed = _engine().answer("Văn phòng chủ trì những việc nào về hạ tầng số")
    assert _engine().answer("việc thứ hai", listed.topic).records == (listed.records[1],)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("tiểu mục nhiều việc nhất của phụ lục VI", "Phát triển ứng dụng, dịch vụ nội bộ"),
        ("trong phụ lục VI tiểu mục nào đông việc nhất", "Phát triển ứng dụng, dịch vụ nội bộ"),
        ("mục nào trong phần VI nhiều việc nhất", "Phát triển ứng dụng, dịch vụ nội bộ"),
        ("trong mục VI nhóm nào ít việc nhất", "Hoàn thiện môi trường pháp lý"),
    ],
)
def test_the_parts_of_an_area_by_their_tasks(question: str, first: str) -> None:
    assert _told(question).tally[0][0] == first


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("nhiệm vụ cuối cùng của bảng phụ lục?", "VI.5.4"),
        ("nhiệm vụ đầu tiên trong phụ lục là gì", "I.1"),
        ("dòng cuối bảng phụ lục là việc gì", "VI.5.4"),
        ("việc cuối cùng của lĩnh vực II", "II.8"),
        ("việc đầu tiên của mảng công vụ ai chủ trì", "IV.1"),
    ],
)
def test_the_first_or_last_row(question: str, code: str) -> None:
    assert _told(question).records == (code,)


def test_what_ends_last_is_no_last_row() -> None:
    assert _told("nhiệm vụ cuối năm trong phụ lục").records != ("VI.5.4",)


@pytest.mark.parametrize(
    "question",
    [
        "số việc phụ thuộc văn bản của Chính phủ",
        "việc nào tùy thuộc vào văn bản hướng dẫn của Chính phủ",
        "những nhiệm vụ nào trong phụ lục phải đợi Chính phủ có văn bản chỉ đạo rồi mới triển khai",
        "việc nào chưa làm ngay mà phải chờ chính phủ",
    ],
)
def test_work_that_waits_for_a_paper(question: str) -> None:
    assert _told(question).records == ("II.8", "VI.2.4")


@pytest.mark.parametrize("question", ["IoT có lịch chưa hay chờ gì", "anh em CNTT hỏi hạ tầng IoT có lịch chưa"])
def test_whether_there_is_a_day_asks_for_the_deadline(question: str) -> None:
    found = _told(question)
    assert (found.facet, found.records) == ("deadline", ("VI.2.4",))


def test_the_number_of_tasks_is_asked_for_with_so_viec() -> None:
    assert _told("số việc TCCB chủ trì").count == 10
