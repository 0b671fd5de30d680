"""Which has most, and how many each has: of what is asked for, among what is named beside it."""

from __future__ import annotations

import pytest

from handlers import answering
from tests.support.engines import default_engine as _engine
from tests.support.engines import told as _told


@pytest.mark.parametrize(
    ("question", "first", "count"),
    [
        ("ai nhiều việc nhất trong mảng TTHC", "Văn phòng", 8),
        ("phòng nào nhiều việc nhất năm 2022", "Phòng Tổ chức cán bộ", 5),
        ("moi phong may viec han 2022", "Văn phòng", 2),
        ("lĩnh vực nào bưu điện phối hợp nhiều nhất", "Cải cách thủ tục hành chính (TTHC)", 5),
        ("lĩnh vực nào có nhiều việc của TCCB nhất", "Cải cách công vụ", 4),
        ("mỗi lĩnh vực văn phòng chủ trì mấy việc", "Xây dựng và phát triển Chính quyền điện tử, Chính quyền số", 20),
        ("nhóm nào nhiều việc nhất trong VI", "Phát triển ứng dụng, dịch vụ nội bộ", 6),
    ],
)
def test_the_most_is_counted_among_what_is_named(question: str, first: str, count: int) -> None:
    told = _told(question)
    assert told.tally[0] == (first, count)
    assert told.filters


@pytest.mark.parametrize(
    ("order", "first", "thing"),
    [
        ("thống kê nhiệm vụ theo phòng", ("Văn phòng", 28), "task"),
        ("phan bo nhiem vu theo don vi", ("Văn phòng", 28), "task"),
        ("đếm việc phối hợp theo đơn vị", ("Bưu điện tỉnh", 7), "task"),
        ("thống kê việc lĩnh vực VI theo nhóm", ("Phát triển ứng dụng, dịch vụ nội bộ", 6), "task"),
        ("việc chia theo lĩnh vực thế nào", ("Xây dựng và phát triển Chính quyền điện tử, Chính quyền số", 20), "task"),
        ("thống kê chỉ tiêu theo lĩnh vực", ("Cải cách thủ tục hành chính (TTHC)", 14), "target"),
    ],
)
def test_what_is_to_be_counted_up_is_told_of_each(order: str, first: tuple[str, int], thing: str) -> None:
    told = _told(order)
    assert (told.tally[0], told.thing) == (first, thing)


def test_what_the_plan_says_of_counting_is_no_order_to_count() -> None:
    assert not _told("cơ chế phân bổ ngân sách theo nhiệm vụ của đơn vị").tally


def test_the_reply_says_what_was_counted() -> None:
    reply = answering.reply(_told("ai nhiều việc nhất trong mảng TTHC"), _engine().plan)
    assert "Chỉ tính: Cải cách thủ tục hành chính (TTHC)." in str(reply)


@pytest.mark.parametrize(
    ("question", "first", "count"),
    [
        ("lĩnh vực nào nhiều chỉ tiêu nhất", "Cải cách thủ tục hành chính (TTHC)", 14),
        ("moi linh vuc co may chi tieu", "Cải cách thủ tục hành chính (TTHC)", 14),
        ("lĩnh vực nào ít chỉ tiêu nhất 2025", "Cải cách thể chế", 0),
    ],
)
def test_targets_are_counted_where_targets_are_asked_for(question: str, first: str, count: int) -> None:
    told = _told(question)
    assert (told.thing, told.tally[0]) == ("target", (first, count))


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("nhóm 5 của lĩnh vực VI có mấy việc", 4),
        ("nhóm 2 của VI gồm gì", 4),
        ("viec thuoc nhom 4 mang chinh quyen so", 6),
        ("nhóm 3 có những việc gì", 3),
        ("các việc của VI", 20),
    ],
)
def test_groups_and_areas_are_named_by_their_number(question: str, count: int) -> None:
    assert _told(question).count == count


@pytest.mark.parametrize(
    "question", ["so số nhiệm vụ cải cách TTHC với cải cách công vụ", "thể chế có mấy việc, còn TTHC mấy việc"]
)
def test_areas_that_are_compared_are_counted_one_by_one(question: str) -> None:
    assert len(_told(question).tally) == 2


def test_areas_that_are_added_up_are_counted_together() -> None:
    assert _told("cải cách thể chế với cải cách tổ chức bộ máy gộp lại mấy nhiệm vụ").count == 6


def test_a_kind_of_body_that_the_plan_has_none_of_leads_nothing() -> None:
    assert _told("phần mềm quản lý văn bản của tỉnh do công ty nào làm").kind == "none"


@pytest.mark.parametrize(
    "question",
    [
        "Văn phòng chủ trì bao nhiêu, KHTC bao nhiêu",
        "văn phòng chủ trì mấy, phòng Kế hoạch và Tài chính mấy",
        "Văn phòng chủ trì bao nhiêu việc, phòng KHTC bao nhiêu",
    ],
)
def test_a_kind_of_paper_in_the_name_of_a_unit_is_no_paper(question: str) -> None:
    assert _told(question).tally == (("Văn phòng", 28), ("Phòng Kế hoạch và Tài chính", 3))
