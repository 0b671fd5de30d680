"""The office sends a plan's document, sees what was understood, corrects it in a workbook and loads it."""

from __future__ import annotations

import hashlib
import io
import zipfile
from datetime import timedelta
from typing import Any

import openpyxl
import pytest

from handlers.making import completed
from handlers.messages import Document
from handlers.outside import FileFault
from handlers.plans.drafts import Draft
from handlers.plans.returned import applied
from handlers.plans.workbook import workbook
from knowledge.importing.plan_of import plan_of
from knowledge.importing.problems import Problem
from knowledge.importing.reading import read_document
from knowledge.importing.returned import read_returned
from storage.records import MAX_FILE, Role
from tests.knowledge.importing.papers import docx_bytes, office_plan, xlsx_bytes
from tests.support.plans import small_plan
from tests.support.talk import ZONE, Person, Talk

NAME = "125-KH-SNV.docx"
PLAN_ID = "125-kh-snv-2026"


@pytest.fixture
async def minh(talk: Talk) -> Person:
    return await talk.member("Minh", Role.OFFICE, "TH")


async def file_of(person: Person) -> bytes:
    """The file that came with the last reply."""
    assert person.screen is not None
    whole = await completed(person.screen, person.talk.database, person.talk.office, ZONE)
    (document,) = [block for block in whole.blocks if isinstance(block, Document)]
    return document.content


def edited(content: bytes, sheet: str, **cells: Any) -> bytes:
    """The workbook with cells changed; a row's number to delete it: `row=7`."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for place, value in cells.items():
        if place == "row":
            book[sheet].delete_rows(value)
        else:
            book[sheet][place] = value
    return xlsx_bytes(book)


async def plans(talk: Talk) -> list[str]:
    async with talk.database.read() as uow:
        return [stored.id for stored in await uow.plans.active()]


async def test_a_plan_is_read_shown_loaded_logged_and_taken_back(talk: Talk, minh: Person) -> None:
    assert "gửi tệp" in await minh.says("/nhapkehoach")
    said = await minh.sends(docx_bytes(office_plan()), NAME)
    for fact in (
        "125/KH-SNV",
        "05/01/2026",
        "Sở Nội vụ",
        "Nhiệm vụ: 3",
        "Chỉ tiêu: 1",
        "“Quý I/2026” → trong quý; hạn 31/03/2026",
    ):
        assert fact in said
    assert await plans(talk) == [small_plan().id], "nothing is loaded before it is confirmed"
    assert "Đã nạp" in await minh.takes("Nạp")
    assert PLAN_ID in await plans(talk)
    async with talk.database.read() as uow:
        entry = (await uow.audit.newest())[0]
    assert (entry.action, entry.member_name) == ("plan", "Minh")
    assert "Đã hoàn tác" in await minh.takes("Hoàn tác")
    assert await plans(talk) == [small_plan().id]
    assert "nạp kế hoạch" in await minh.says("/nhatky")


@pytest.mark.parametrize("way", ["caption", "offer"])
async def test_a_file_needs_no_command_before_it(talk: Talk, minh: Person, way: str) -> None:
    said = await minh.sends(docx_bytes(office_plan()), NAME, "/nhapkehoach" if way == "caption" else None)
    if way == "offer":
        assert "muốn nạp kế hoạch" in said
        said = await minh.takes("Đọc kế hoạch")
    assert "Nhiệm vụ: 3" in said


async def test_the_plan_just_loaded_becomes_everybodys_by_one_press(talk: Talk, minh: Person) -> None:
    lan = await talk.member("Lan", unit="TH")
    talk.now += timedelta(days=1)
    await minh.sends(docx_bytes(office_plan()), NAME, "/nhapkehoach")
    await minh.takes("Nạp")
    assert "Ban hành kế hoạch rà soát" not in await lan.says("/nhiemvu I.1")
    assert "mặc định từ nay" in await minh.takes("Đặt làm mặc định")
    assert "Ban hành kế hoạch rà soát" in await lan.says("/nhiemvu I.1")


async def test_a_plan_can_be_dropped_and_questions_are_answered_while_a_file_is_waited_for(
    talk: Talk, minh: Person
) -> None:
    await minh.says("/nhapkehoach")
    assert "Nhiệm vụ" in await minh.says("nhiệm vụ")
    await minh.says("/nhapkehoach")
    await minh.sends(docx_bytes(office_plan()), NAME)
    assert "chưa nạp gì" in await minh.takes("Bỏ")
    assert await plans(talk) == [small_plan().id]


async def test_the_workbook_comes_back_corrected(talk: Talk, minh: Person) -> None:
    await minh.sends(docx_bytes(office_plan()), NAME, "/nhapkehoach")
    content = await file_of(minh)
    await minh.takes("Sửa trong Excel")
    said = await minh.sends(edited(content, "Nhiệm vụ", K2="Quý III/2026", E3="Tổng hợp báo cáo năm"), "sua.xlsx")
    assert "Đã nhận bảng kiểm tra" in said
    assert "“Quý III/2026” → trong quý; hạn 30/09/2026" in said
    await minh.takes("Nạp")
    async with talk.database.read() as uow:
        stored = await uow.plans.get(PLAN_ID)
    assert stored is not None
    plan = talk.office.followed(stored).plan
    first, second, _ = plan.tasks
    assert [(c.field, c.printed) for c in first.corrections] == [("deadline", "Quý I/2026")]
    assert (second.title, second.corrections[0].printed) == ("Tổng hợp báo cáo năm", "Tổng hợp báo cáo")
    assert plan.legal_bases, "what the workbook does not show stays"


@pytest.mark.parametrize(
    ("sheet", "cells", "told"),
    [
        ("Nhiệm vụ", {"F2": "Phòng Không Có"}, "Nhiệm vụ, dòng 2: “Phòng Không Có” chưa có ở trang Đơn vị"),
        ("Nhiệm vụ", {"A3": ""}, "Nhiệm vụ, dòng 3: chưa có mã"),
        ("Nhiệm vụ", {"A3": "I.1"}, "Nhiệm vụ, dòng 3: mã đã dùng"),
        ("Nhiệm vụ", {"C4": "IX"}, "Nhiệm vụ, dòng 4: không có lĩnh vực mã “IX”"),
        ("Nhiệm vụ", {"K4": "31/02/2026"}, "Nhiệm vụ, dòng 4: “31/02/2026” không có trong lịch"),
        ("Chỉ tiêu", {"E2": "gần hết"}, "Chỉ tiêu, dòng 2: “Mức” phải là số"),
        ("Chỉ tiêu", {"D2": "ít nhất"}, "Chỉ tiêu, dòng 2: “Dấu so sánh” chưa đúng"),
        ("Thông tin chung", {"B9": "hôm qua"}, "Thông tin chung, dòng 9: “Ngày ban hành” phải là ngày"),
        ("Nhiệm vụ", {"A1": "Ma so"}, "trang “Nhiệm vụ” thiếu cột “Mã”"),
    ],
)
async def test_what_is_wrong_in_the_workbook_is_told_row_by_row_and_nothing_is_loaded(
    talk: Talk, minh: Person, sheet: str, cells: dict[str, Any], told: str
) -> None:
    await minh.sends(docx_bytes(office_plan()), NAME, "/nhapkehoach")
    said = await minh.sends(edited(await file_of(minh), sheet, **cells), "sua.xlsx", "/nhapkehoach")
    assert told in said
    assert "[Nạp]" not in said
    assert await plans(talk) == [small_plan().id]


async def test_a_workbook_sent_back_unchanged_is_the_same_plan() -> None:
    plan, problems = plan_of(read_document(docx_bytes(office_plan())), 2026)
    book = workbook(Draft(NAME, plan, tuple(problems)), "0" * 64)
    returned = read_returned(book.content)
    assert returned is not None
    result = applied(plan, returned.sheets)
    assert result.wrong == ()
    assert result.plan == plan


def test_nothing_in_the_workbook_is_a_formula() -> None:
    plan, _ = plan_of(read_document(docx_bytes(office_plan())), 2026)
    hostile = plan.tasks[0].model_copy(update={"title": '=HYPERLINK("http://x")', "product": "@SUM(1)"})
    plan = plan.model_copy(update={"tasks": (hostile, *plan.tasks[1:])})
    book = openpyxl.load_workbook(io.BytesIO(workbook(Draft(NAME, plan, ()), "0" * 64).content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)


def bomb() -> bytes:
    """A small package that unpacks to very much."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"\x00" * 40_000_000)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"MZ\x90\x00" + b"\x00" * 100, "ke-hoach.docx", "tệp không phải văn bản"),
        (bomb(), "ke-hoach.docx", "giải nén quá lớn"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "ke-hoach.docx", "có mật khẩu"),
        ("MẬT\n\nKẾ HOẠCH\nNăm 2026\n".encode(), "ke-hoach.txt", "không nạp văn bản mật"),
        (b"id: [", "ke-hoach.yaml", "Chưa đọc được"),
        (b"x" * (MAX_FILE + 1), "to.pdf", "lớn hơn 10 MB"),
        (b"%PDF-1.7" + b"x" * (50 * 1024 * 1024), "to.pdf", "lớn hơn 10 MB"),
    ],
)
async def test_hostile_files_are_refused_in_words(
    talk: Talk, minh: Person, content: bytes, name: str, told: str
) -> None:
    assert told in await minh.sends(content, name, "/nhapkehoach")
    assert await plans(talk) == [small_plan().id]


@pytest.mark.parametrize(
    ("content", "name", "caption"),
    [
        (b"any", "125-KH (MẬT).docx", "/nhapkehoach"),
        (b"any", "125-KH (MẬT).docx", None),
        ("MẬT\n\nKẾ HOẠCH\nNăm 2026\n".encode(), "ke-hoach.txt", "/nhapkehoach"),
        ("MẬT\n\nKẾ HOẠCH\nNăm 2026\n".encode(), "ke-hoach.txt", None),
    ],
)
async def test_a_classified_plan_is_refused_and_not_kept(
    talk: Talk, minh: Person, content: bytes, name: str, caption: str | None
) -> None:
    assert "mật" in await minh.sends(content, name, caption)
    async with talk.database.read() as uow:
        assert await uow.files.get(hashlib.sha256(content).hexdigest()) is None


@pytest.mark.parametrize(
    ("fault", "told"), [(FileFault.GONE, "không còn"), (FileFault.AWAY, "ít phút"), (FileFault.TOO_LARGE, "10 MB")]
)
async def test_a_file_that_cannot_be_had_is_explained(talk: Talk, minh: Person, fault: FileFault, told: str) -> None:
    class Away(dict[str, Any]):
        def __setitem__(self, key: str, value: Any) -> None:
            super().__setitem__(key, fault)

    talk.files = Away()
    assert told in await minh.sends(b"x", NAME, "/nhapkehoach")


async def test_staff_load_nothing(talk: Talk) -> None:
    lan = await talk.member("Lan", Role.STAFF, "TH")
    assert "Lệnh này dành cho Văn phòng" in await lan.sends(docx_bytes(office_plan()), NAME, "/nhapkehoach")
    assert "chưa lưu" in await lan.sends(docx_bytes(office_plan()), NAME)


def test_the_workbook_shows_first_what_is_to_be_looked_at_and_where_in_words() -> None:
    problems = (
        Problem("left_out_line", severity="warning", data={"text": "CÔNG BÁO/Số 286"}),
        Problem(
            "deadline_not_understood",
            ("tasks", 0, "deadline"),
            severity="warning",
            subject="I.1",
            data={"text": "Đã hoàn thành"},
        ),
    )
    content = workbook(Draft("a.pdf", small_plan(), problems), "0" * 64).content
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Cần xem"]
    assert [row[1].value for row in sheet.iter_rows(min_row=2)] == ["nhiệm vụ I.1, thời hạn", "cả tệp"]
