"""Papers that are asked for by who issued them and what they are about."""

from __future__ import annotations

import pytest

from tests.support.engines import told as _told


@pytest.mark.parametrize(
    ("question", "paper"),
    [
        ("văn bản của Tỉnh ủy về nâng chất lượng đội ngũ cán bộ số bao nhiêu", "02-NQ/TU"),
        ("văn bản của Thủ tướng về một cửa số mấy", "468/QĐ-TTg"),
        ("van ban cua chinh phu ve theo doi thi hanh phap luat so bao nhieu", "59/2012/NĐ-CP"),
        ("quyết định của UBND tỉnh về một cửa liên thông số bao nhiêu", "258/QĐ-UBND"),
        ("văn bản nào của Chính phủ về vị trí việc làm viên chức", "106/2020/NĐ-CP"),
        ("nghị quyết của chính phủ về cchc số mấy, ngày nào", "76/NQ-CP"),
        ("nghị định về vị trí việc làm viên chức ban hành ngày nào?", "106/2020/NĐ-CP"),
        ("nghi dinh ve theo doi thi hanh phap luat ky ngay nao", "59/2012/NĐ-CP"),
    ],
)
def test_the_paper_of_somebody_about_something_is_quoted(question: str, paper: str) -> None:
    told = _told(question)
    assert told.facet == "legal"
    assert paper in told.quotations[0].text


def test_a_law_is_shown_with_what_names_it_and_not_by_a_deadline() -> None:
    told = _told("luật quản lý tài sản công ban hành năm nào")
    assert (told.facet, told.records) == ("record", ("V.3",))


def test_all_papers_of_somebody_are_listed() -> None:
    told = _told("văn bản nào của UBND tỉnh")
    assert [name for name, _ in told.tally] == [
        "Quyết định số 602/QĐ-UBND",
        "Quyết định số 258/QĐ-UBND",
        "Kế hoạch số 15/KH-UBND",
    ]


@pytest.mark.parametrize(
    ("question", "paper"), [("văn bản nào của Thủ tướng", "468/QĐ-TTg"), ("van ban nao cua tinh uy", "02-NQ/TU")]
)
def test_the_only_paper_of_somebody_is_quoted(question: str, paper: str) -> None:
    assert paper in _told(question).quotations[0].text


def test_what_a_plan_is_based_on_is_still_told_as_that() -> None:
    told = _told("kế hoạch căn cứ nghị quyết nào của Chính phủ")
    assert [q.place for q in told.quotations] == ["Phần mở đầu, căn cứ 1"]


@pytest.mark.parametrize("question", ["văn bản của Tỉnh ủy về học phí số mấy", "công văn của Bộ Nội vụ về CCHC số mấy"])
def test_a_paper_that_is_not_cited_is_refused(question: str) -> None:
    assert _told(question).kind == "none"


@pytest.mark.parametrize(
    ("question", "kind"), [("văn bản nào sửa đổi nó", "answer"), ("kế hoạch này ban hành ngày nào", "none")]
)
def test_another_paper_is_asked_for_after_one_and_the_plan_itself_is_not_taken_for_it(question: str, kind: str) -> None:
    told = _told("NĐ 59/2012 về gì", question)
    assert told.kind == kind
    assert all("32/2020" in quotation.text for quotation in told.quotations)


@pytest.mark.parametrize(
    ("question", "paper"),
    [("Quyết định của UBND tỉnh ký ngày nào?", "602/QĐ-UBND"), ("nghị quyết của Chính phủ thì ngày nào", "76/NQ-CP")],
)
def test_the_day_of_one_of_the_papers_listed_is_told_by_who_issued_it(question: str, paper: str) -> None:
    told = _told("kế hoạch này căn cứ những văn bản nào", question)
    assert [paper in quotation.text for quotation in told.quotations] == [True]


def test_whether_a_paper_is_still_in_force_no_plan_says_that_cites_it() -> None:
    assert _told("Quyết định của UBND tỉnh ký ngày nào", "vậy còn hiệu lực không").kind == "none"
