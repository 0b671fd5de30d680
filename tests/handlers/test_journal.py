"""The office's log: narrowed by act, person or day; exported as a workbook in which text stays text."""

from __future__ import annotations

import io
from datetime import timedelta

import openpyxl
import pytest

from handlers.making import completed
from handlers.messages import Document
from storage.records import Role
from tests.support.talk import ZONE, Talk


async def _acts(talk: Talk) -> None:
    minh, hoa = await talk.member("Minh", Role.OFFICE), await talk.member("Trần Hòa", Role.OFFICE)
    await talk.member("=cmd()", unit="TH")
    await minh.says("/giahan I.1 31/3/2027 chờ")
    await minh.takes("Đồng ý")
    talk.now += timedelta(days=1)
    await hoa.says("/giao I.1 =cmd()")
    await hoa.says("/theodoi 1/1/2026")
    await hoa.takes("Đồng ý")


@pytest.mark.parametrize(
    ("typed", "there", "absent"),
    [
        ("gia hạn", "gia hạn I.1 (31/12/2026 → 31/03/2027, chờ)", "đổi ngày theo dõi"),
        ("Hòa", "đổi ngày theo dõi", "gia hạn I.1"),
        ("24/11/2026", "gia hạn I.1", "đổi ngày theo dõi"),
        ("25/11", "đổi ngày theo dõi", "gia hạn I.1"),
        ("tháng 11/2026", "gia hạn I.1", "không có"),
    ],
)
async def test_narrowed_by_act_person_or_day(talk: Talk, typed: str, there: str, absent: str) -> None:
    await _acts(talk)
    said = await (await talk.member("Nga", Role.OFFICE)).says(f"/nhatky {typed}")
    assert there in said
    assert absent not in said


async def test_what_is_not_in_it_is_said(talk: Talk) -> None:
    assert "Ví dụ: /nhatky gia hạn" in await (await talk.member("Nga", Role.OFFICE)).says("/nhatky vũ trụ")


async def test_exported_as_a_workbook_in_which_text_stays_text(talk: Talk) -> None:
    await _acts(talk)
    nga = await talk.member("Nga", Role.OFFICE)
    await nga.says("/nhatky")
    talk.now += timedelta(seconds=1)
    await nga.takes("Xuất Excel")
    assert nga.screen is not None
    made = await completed(nga.screen, talk.database, talk.office, ZONE)
    (file,) = (block for block in made.blocks if isinstance(block, Document))
    rows = list(openpyxl.load_workbook(io.BytesIO(file.content)).worksheets[0].iter_rows())
    assert [cell.value for cell in rows[0]] == ["Lúc", "Ai", "Việc", "Về", "Trước", "Sau"]
    assert {str(row[2].value) for row in rows[1:]} == {"gia hạn", "giao việc", "đổi ngày theo dõi"}
    assert "=cmd()" in {cell.value for row in rows for cell in row}
    assert {cell.data_type for row in rows[1:] for cell in row if cell.value} <= {"s", "d"}
