"""The office urges units that are late or silent: one tap, told, logged, counted, capped; and a letter to sign."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

from docx import Document as Docx

from handlers.making import completed
from handlers.messages import Document
from storage.records import Role
from tests.support.talk import ZONE, Talk

LATER = datetime(2027, 1, 11, 2, tzinfo=UTC)


async def test_a_unit_is_urged_by_one_tap_once_a_day_and_the_office_sees_how_often(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    talk.now = LATER
    said = await minh.says("/dondoc")
    assert "Phòng Tổng hợp: quá hạn 1 việc" in said
    assert "chưa có người dùng" in said  # Phòng Tài chính
    assert "Đã đôn đốc Phòng Tổng hợp: gửi tới 1 người" in await minh.takes("Đôn đốc Tổng hợp")
    told = await talk.told(lan)
    assert "Văn phòng đôn đốc Phòng Tổng hợp" in told
    assert "I.1 Rà soát quy chế làm việc" in told
    assert "[Cập nhật I.1]" in told
    await minh.says("/dondoc")
    assert "đã đôn đốc 1 lần (gần nhất 11/01/2027)" in minh.read
    assert "nhiều nhất một lần một ngày" in await minh.takes("Đôn đốc Tổng hợp")
    assert await talk.told(lan) == ""
    assert "đôn đốc Phòng Tổng hợp" in await minh.says("/nhatky")


async def test_an_urging_outside_working_hours_says_when_it_will_arrive(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    talk.now = LATER.replace(day=15, hour=14)  # Friday, 21:00 at the office
    await minh.says("/dondoc TH")
    assert "tin tới đơn vị lúc 07:30 ngày 18/01/2027" in await minh.takes("Nhắc ngay")


async def test_three_times_a_week_at_most(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    for day in range(3):
        talk.now = LATER + timedelta(days=day)
        await minh.says("/dondoc TH")
        assert "Đã đôn đốc" in await minh.takes("Nhắc ngay")
    talk.now = LATER + timedelta(days=3)
    await minh.says("/dondoc TH")
    assert "ba lần trong bảy ngày" in await minh.takes("Nhắc ngay")


async def test_a_unit_without_people_is_not_urged_in_vain(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    talk.now = LATER
    await minh.says("/dondoc phòng tài chính")
    assert "chưa có ai nhận được tin" in await minh.takes("Nhắc ngay")


async def test_the_letter_names_what_is_late(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    talk.now = LATER
    await minh.says("/dondoc TH")
    said = await minh.takes("Thư đôn đốc")
    assert "1 việc quá hạn" in said
    assert minh.screen is not None
    made = await completed(minh.screen, talk.database, talk.office, ZONE)
    (document,) = (block for block in made.blocks if isinstance(block, Document))
    assert document.name == "Don doc phong tong hop 2027-01-11.docx"
    cells = [
        cell.text for table in Docx(io.BytesIO(document.content)).tables for row in table.rows for cell in row.cells
    ]
    assert "I.1" in cells
    assert "Tháng 12/2026" in cells


async def test_nobody_to_urge(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    assert "Không có đơn vị nào" in await minh.says("/dondoc")
    assert "Không có đơn vị “Sở Vũ trụ”" in await minh.says("/dondoc Sở Vũ trụ")
