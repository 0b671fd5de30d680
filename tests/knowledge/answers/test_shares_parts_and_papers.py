"""Targets that are shares, parts of the annex by number, work by the paper that it follows, two things with "vs"."""

from __future__ import annotations

import pytest

from tests.support.engines import told as _told


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("chính quyền điện tử đến 2025 có các chỉ tiêu phần trăm nào", 4),
        ("mảng tổ chức bộ máy có những chỉ tiêu % nào đến 2025", 3),
        ("liệt kê các con số phần trăm của chính quyền điện tử năm 2030", 4),
        ("chỉ tiêu nào tính bằng % đến 2030", 12),
    ],
)
def test_targets_that_are_shares_are_listed(question: str, count: int) -> None:
    found = _told(question)
    assert (found.facet, found.thing, found.count) == ("list", "target", count)


def test_the_share_of_one_thing_is_told() -> None:
    assert _told("chỉ tiêu 15% là chỉ tiêu gì").records == ("CT30.08",)
    assert _told("mức giảm 15% nói về khoản nào").records == ("CT30.08",)


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("phụ lục phần III có gì", ("III.1", "III.2", "III.3")),
        ("liệt kê mục V phụ lục", ("V.1", "V.2", "V.3")),
        ("phần IV của phụ lục gồm gì", ("IV.1", "IV.2", "IV.3", "IV.4")),
    ],
)
def test_a_part_of_the_annex_is_its_tasks(question: str, codes: tuple[str, ...]) -> None:
    assert _told(question).records == codes


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("NĐ １０６／２０２０ hạn năm nào", "IV.2"),
        ("NĐ 62/2020 hạn khi nào", "IV.1"),
        ("nghi dinh 60 giao tu chu thuc hien tu khi nao", "V.2"),
        ("hạn VTVL theo NĐ6 2/2020", "IV.1"),
        ("hạn vị trí việc làm theo nđ 1 06/2020", "IV.2"),
    ],
)
def test_the_deadline_of_the_work_that_follows_a_paper(question: str, code: str) -> None:
    found = _told(question)
    assert (found.facet, found.records) == ("deadline", (code,))


def test_the_day_of_a_paper_is_not_that_of_the_work() -> None:
    assert _told("NĐ 106/2020 ban hành năm nào").facet == "legal"


def test_vs_compares() -> None:
    found = _told("năm 2030: hài lòng phục vụ của cơ quan vs hài lòng cung cấp DVC")
    assert found.records == ("CT30.05", "CT30.06")
