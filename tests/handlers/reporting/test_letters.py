"""Papers that the office signs and sends, read back as their reader sees them."""

from __future__ import annotations

import io
from datetime import date

import pytest
from docx import Document

from handlers.reporting.agency import agency
from handlers.reporting.letters import Party, Urged, cited, handover_minutes, urging_letter
from handlers.standing import Standing, State
from knowledge.model import Plan
from storage.records import Extension
from tests.handlers.reporting.logs import at, followed, words_of
from tests.support.plans import small_plan

TODAY = date(2026, 5, 4)
PLAN = small_plan().model_copy(
    update={
        "title": "Kế hoạch công tác năm 2026 của Ủy ban nhân dân huyện",
        "governing_body": "UBND tỉnh Hòa Bình",
        "issuer": "Ủy ban nhân dân huyện",
        "number_printed": "Số:   /KH-UBND",
        "issued_printed": "Lạc Sơn, ngày tháng 12 năm 2025",
        "signer": "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH Bùi Y Nhân",
    }
)


def late(code: str, plan: Plan = PLAN) -> Standing:
    """An overdue occurrence of a task, extended once."""
    task = plan.task(code)
    assert task is not None
    occurrence = followed(plan).occurrences(task)[0]
    extension = Extension(
        1, plan.id, code, occurrence.period, date(2026, 4, 24), occurrence.due, "x", "", 1, at("2026-03-01")
    )
    return Standing(task, occurrence, date(2026, 4, 24), (extension,), None, State.OVERDUE)


def test_the_head_of_a_paper_comes_from_the_plan_and_what_the_office_has_set() -> None:
    found = agency(PLAN, {"agency.place": '"Vụ Bản"', "digest.last_day": "2026-01-01"})
    assert (found.superior, found.issuer, found.symbol, found.place) == (
        "UBND tỉnh Hòa Bình",
        "Ủy ban nhân dân huyện",
        "UBND",
        "Vụ Bản",
    )
    assert (found.title_lines, found.signer) == (("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Bùi Y Nhân")
    assert found.recipient_lines == ("Như trên", "Lưu: VT, VP")


def test_the_place_is_not_said_twice_in_the_head() -> None:
    plan = PLAN.model_copy(update={"issuer": "Sở Tài chính tỉnh Hòa Bình"})
    assert agency(plan, {}).issuer == "Sở Tài chính"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Kế hoạch số …/KH-UBND ngày … tháng 12 năm 2025 của Ủy ban nhân dân huyện về công tác năm 2026"),
        (
            {"number": "5/CTr-UBND", "issued": date(2026, 1, 5), "title": "Chương trình hành động về chuyển đổi số"},
            "Chương trình hành động số 5/CTr-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân huyện về chuyển đổi số",
        ),
        (
            {
                "number": "7/QĐ-UBND",
                "issued": date(2026, 1, 5),
                "title": "Kế hoạch hành động Thực hiện Chỉ thị số 9-CT/TW ngày 03 tháng 10 năm 2025 của Ban Bí thư",
            },
            "Quyết định số 7/QĐ-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân huyện ban hành Kế hoạch hành động "
            "thực hiện Chỉ thị số 9-CT/TW ngày 03 tháng 10 năm 2025 của Ban Bí thư",
        ),
        (
            {"number": "7/KH-UBND", "issued": date(2026, 1, 5), "title": "Kế hoạch Triển khai Đề án 06 năm 2026"},
            "Kế hoạch số 7/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân huyện triển khai Đề án 06 năm 2026",
        ),
    ],
)
def test_a_plan_is_cited_in_full_with_its_blanks(changes: dict[str, object], words: str) -> None:
    assert cited(PLAN.model_copy(update=changes)) == words


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("Kế hoạch Cải cách hành chính giai đoạn 2021 - 2025 của Sở Tài chính", "Kế hoạch cải cách hành chính"),
        (
            "Kế hoạch hành động Thực hiện Chỉ thị số 52-CT/TW ngày 03 tháng 10 năm 2025 của Ban Bí thư",
            "Kế hoạch hành động thực hiện Chỉ thị số 52-CT/TW",
        ),
        (
            "Chương trình hành động của Ủy ban nhân dân huyện Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024",
            "Chương trình hành động thực hiện Nghị quyết số 57-NQ/TW",
        ),
        ("Kế hoạch Chính phủ số", "Kế hoạch Chính phủ số"),
        ("Kế hoạch năm 2026", "Kế hoạch năm 2026"),
    ],
)
def test_the_subject_of_a_report_is_the_plan_s_without_when_and_by_whom(title: str, subject: str) -> None:
    assert agency(PLAN.model_copy(update={"title": title}), {}).subject == subject


def test_the_letter_names_what_is_late_and_leaves_number_and_day_to_the_registry() -> None:
    said = words_of(urging_letter(agency(PLAN, {}), PLAN, "Phòng Tài chính", [Urged(late("I.4"), 3)], TODAY))
    for words in (
        "UBND TỈNH HÒA BÌNH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số:        /UBND",
        "Lạc Sơn, ngày      tháng 5 năm 2026",
        "Kính gửi: Phòng Tài chính.",
        "đến hết ngày 04/05/2026, Phòng Tài chính còn 01 nhiệm vụ",
        "1 | I.4 | Sắp xếp bộ máy | Báo cáo số 4 | Quý I/2026 | 24/04/2026 (gia hạn lần 1, hạn cũ 31/03/2026) | "
        "chưa có cập nhật | 10 | 3",
        "quan tâm, thực hiện./.",
        "PHÓ CHỦ TỊCH",
        "Bùi Y Nhân",
        "- Lưu: VT, VP.",
    ):
        assert words in said


def test_the_layout_is_that_of_the_decree() -> None:
    letter = urging_letter(agency(PLAN, {}), PLAN, "Phòng Tài chính", [Urged(late("I.4"))] * 40, TODAY)
    document = Document(io.BytesIO(letter))
    section = document.sections[0]
    sizes = (section.page_width, section.page_height, section.top_margin, section.bottom_margin)
    assert [round(size.mm) for size in sizes if size] == [210, 297, 20, 20]
    assert [round(size.mm) for size in (section.left_margin, section.right_margin) if size] == [30, 20]
    assert section.different_first_page_header_footer
    header = section.header.paragraphs[0]
    assert (header.alignment, "PAGE" in header._p.xml) == (1, True)
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert document.element.body.xml.count("w:tblHeader") == 1


def test_minutes_have_both_sides_and_what_goes_over() -> None:
    minutes = handover_minutes(
        agency(PLAN, {}), PLAN, Party("Lan", "Phòng Tổng hợp"), Party("Hùng", "Phòng Tài chính"), [late("I.4")], TODAY
    )
    said = words_of(minutes)
    assert "1. Bên bàn giao: Lan, Phòng Tổng hợp." in said
    assert "2. Bên nhận bàn giao: Hùng, Phòng Tài chính." in said
    assert "bàn giao 01 nhiệm vụ" in said
    assert "1 | I.4 | Sắp xếp bộ máy | Báo cáo số 4" in said
    nothing = handover_minutes(agency(PLAN, {}), PLAN, Party("Lan", "A"), Party("Hùng", "B"), [], TODAY)
    assert "Không có nhiệm vụ nào đang thực hiện." in words_of(nothing)


def test_hostile_words_stay_words_and_the_same_contents_are_the_same_bytes() -> None:
    evil = "<w:t>x</w:t>\x00\x0b\ud800 & {name} …"
    plan = PLAN.model_copy(update={"tasks": tuple(t.model_copy(update={"title": evil}) for t in PLAN.tasks)})
    first, second = (urging_letter(agency(PLAN, {}), plan, evil, [Urged(late("I.4", plan))], TODAY) for _ in range(2))
    assert first == second
    assert "<w:t>x</w:t> & {name} ..." in words_of(first)
