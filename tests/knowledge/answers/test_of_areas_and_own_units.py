"""Cells of all tasks of an area or a unit, the unit that somebody says they are from, work of this year."""

from __future__ import annotations

from functools import lru_cache

import pytest

from bot.plan_file import load_plan
from bot.settings import DEFAULT_PLAN
from knowledge.answers import Answer, Engine


@lru_cache(1)
def _engine() -> Engine:
    return Engine(load_plan(DEFAULT_PLAN))


def _told(question: str) -> Answer:
    return _engine().answer(question)


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
