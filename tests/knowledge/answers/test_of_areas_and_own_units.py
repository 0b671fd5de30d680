"""Cells of all tasks of an area or a unit, the unit that somebody says they are from, work of this year."""

from __future__ import annotations

import pytest

from tests.support.engines import told as _told


@pytest.mark.parametrize(
    ("question", "records"),
    [
        ("sản phẩm của mảng tài chính công là gì", "V.1 V.2 V.3"),
        ("sản phẩm của từng việc lĩnh vực III", "III.1 III.2 III.3"),
        ("san pham cua khtc la gi", "V.1 V.2 V.3"),
        ("thời hạn mảng tài chính công", "V.1 V.2 V.3"),
        ("văn phòng có mấy sản phẩm là quyết định", "II.4 II.5 VI.5.3"),
    ],
)
def test_a_cell_of_an_area_or_a_unit_is_that_of_all_its_tasks(question: str, records: str) -> None:
    assert _told(question).records == tuple(records.split())


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("phòng nào làm mảng thể chế", "Phòng Tổ chức cán bộ"),
        ("mang tai chinh cong ai lo", "Phòng Kế hoạch và Tài chính"),
    ],
)
def test_who_does_an_area_is_told_without_the_word_for_leading(question: str, unit: str) -> None:
    assert [name for name, _ in _told(question).tally] == [unit]


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("em mới về TCCB, phòng mình chủ trì những việc gì?", 10),
        ("em là lính mới của KHTC, phòng em phải làm gì", 3),
        ("minh vua chuyen sang TCCB, phong minh co viec nao han 2022", 2),
        ("chị ơi em mới vào văn phòng, bên em làm gì trong mảng TTHC", 8),
        ("em ở văn phòng, ngoài TTHC thì bên em còn làm gì", 20),
        ("mình bên TCCB, bên mình không phải làm việc nào", 31),
    ],
)
def test_the_unit_that_somebody_is_from_is_the_one_they_ask_of(question: str, count: int) -> None:
    assert _told(question).count == count


@pytest.mark.parametrize(
    "question",
    [
        "báo cáo rà soát TTHC năm nay gửi trước ngày nào",
        "nam nay van phong phai nop bao cao ra soat ngay nao",
        "dạ anh ơi cho em hỏi với ạ, báo cáo kết quả rà soát, đơn giản hóa thủ tục hành chính năm nay mình phải gửi "
        "trước ngày nào ạ? em cảm ơn anh nhiều ạ",
    ],
)
def test_this_years_day_of_yearly_work_is_its_day(question: str) -> None:
    told = _told(question)
    assert (told.facet, told.records) == ("deadline", ("II.2",))


def test_a_figure_of_this_year_is_still_no_matter_of_the_plan() -> None:
    assert _told("chỉ tiêu tuyển sinh năm nay bao nhiêu").kind == "none"


def test_who_leads_nothing_is_said_to_lead_nothing() -> None:
    told = _told("có việc nào do bưu điện chủ trì không")
    assert told.filters["not_leading"] == "Bưu điện tỉnh"


@pytest.mark.parametrize(("question", "count"), [("tổng số việc của TCCB và KHTC", 13), ("tong so viec cua khtc", 3)])
def test_the_sum_of_work_is_counted(question: str, count: int) -> None:
    assert _told(question).count == count


@pytest.mark.parametrize(
    ("question", "records"),
    [
        ("phan cap giai quyet tthc voi phan cap quan ly nha nuoc khac phong chu tri ko", "II.5 III.3"),
        ("tinh giản biên chế và quản lý tài sản công khác đơn vị chủ trì à", "III.2 V.3"),
        ("chữ ký số và hạ tầng truyền dẫn chung phòng chủ trì hả", "VI.4.4 VI.2.1"),
    ],
)
def test_two_that_are_compared_by_who_leads_them_are_both_told(question: str, records: str) -> None:
    told = _told(question)
    assert (told.facet, told.records) == ("lead", tuple(records.split()))


@pytest.mark.parametrize(
    ("question", "record"),
    [
        ("phụ lục kèm theo tên là gì?", "PL"),
        ("ten bang nhiem vu kem theo ke hoach", "PL"),
        ("nguyên tắc phân việc giữa các phòng: một việc mấy phòng chủ trì?", "NV.III.1"),
        ("mot viec may to chuc chiu trach nhiem chinh", "NV.III.1"),
        ("hội họp thì làm kiểu gì theo kế hoạch", "NV.III.3"),
    ],
)
def test_what_only_the_running_text_says_is_told_from_it(question: str, record: str) -> None:
    assert _told(question).records == (record,)
