"""People invited by a list: the template comes back filled, each bad row is named, invitations are made once."""

from __future__ import annotations

import io

import openpyxl

from handlers.messages import Document
from storage.records import Role
from tests.support.talk import Person, Talk

ROWS = [
    ("Nguyễn Văn An", "Phòng Tổng hợp", "cán bộ"),
    ("Trần Thị Bình", "TC", "trưởng đơn vị"),
    ("Lê Cường", "", ""),
    ("X1", "Phòng Tổng hợp", "cán bộ"),
    ("Phạm Dung", "Phòng Vũ trụ", "cán bộ"),
    ("Đỗ Em", "Phòng Tổng hợp", "phi hành gia"),
    ("Nguyễn Văn An", "TH", ""),
]


def _file_of(person: Person) -> Document:
    assert person.screen is not None
    (file,) = (block for block in person.screen.blocks if isinstance(block, Document))
    return file


def _filled(template: bytes, rows: list[tuple[str, str, str]]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(template))
    for row in rows:
        book.worksheets[0].append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


async def test_the_template_comes_back_and_each_bad_row_is_named(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/moi")
    await minh.takes("Mời theo danh sách")
    said = await minh.sends(_filled(_file_of(minh).content, ROWS), "danh sach.xlsx")
    assert "Đọc được 3 người, 4 dòng cần sửa" in said
    for fault in (
        "Dòng 5: họ tên “X1”",
        "Dòng 6 (Phạm Dung): kế hoạch không có đơn vị “Phòng Vũ trụ”",
        "Dòng 7 (Đỗ Em): không có vai trò “phi hành gia”",
        "Dòng 8 (Nguyễn Văn An): trùng với dòng 2",
    ):
        assert fault in said
    token = minh.choice("Tạo 3 lời mời").token
    assert "Đã tạo 3 lời mời" in await minh.presses(token)
    sheet = openpyxl.load_workbook(io.BytesIO(_file_of(minh).content)).worksheets[0]
    codes = {str(row[0].value): str(row[3].value) for row in sheet.iter_rows(min_row=2)}
    assert "đã được tạo" in await minh.presses(token)
    binh = talk.stranger("binh99")
    await binh.says(codes["Trần Thị Bình"])
    member = await binh.member()
    assert member is not None
    assert (member.name, member.role, member.unit) == ("Trần Thị Bình", Role.HEAD, "TC")


async def test_what_is_no_list_makes_nothing(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/moi")
    await minh.takes("Mời theo danh sách")
    template = _file_of(minh).content
    assert "Chưa đọc được danh sách" in await minh.sends(b"MZ program", "danh sach.xlsx")
    assert "chưa có dòng nào" in await minh.sends(template, "danh sach.xlsx")
    assert "dài quá 300 dòng" in await minh.sends(_filled(template, [("An Bình", "", "")] * 301), "danh sach.xlsx")
