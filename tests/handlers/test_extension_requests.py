"""A later deadline asked for by the unit: head, office, one tap each; refused with a reason, taken back, undone."""

from __future__ import annotations

from datetime import date

import pytest

from storage.records import Extension, Role
from tests.support.talk import Person, Talk

ASKS = '/giahan I.1 31/3/2027 chờ UBND tỉnh "CV 123/SGDĐT-VP"'


async def _extensions(talk: Talk) -> list[Extension]:
    async with talk.database.read() as uow:
        return await uow.extensions.of_plan("small")


async def _asks(person: Person, words: str = ASKS) -> str:
    await person.says(words)
    return await person.takes("Đồng ý")


async def test_from_the_unit_over_its_head_to_the_office_by_one_tap_each(talk: Talk) -> None:
    lan, truong = await talk.member("Lan", unit="TH"), await talk.member("Trường", Role.HEAD, "TH")
    minh = await talk.member("Minh", Role.OFFICE)
    assert "Xin gia hạn I.1 đến 31/03/2027 (lần 1)?" in await lan.says(ASKS)
    assert "tới Trường" in await lan.takes("Đồng ý")
    assert await _extensions(talk) == []
    told = await talk.told(truong)
    assert "Lan xin gia hạn I.1 đến 31/03/2027 (lần 1)" in told
    assert "[Chuyển Văn phòng]" in told
    assert "xin đến 31/03/2027, chờ trưởng đơn vị" in await lan.says("/nhiemvu I.1")
    await truong.says("/giahan đề nghị")
    await truong.takes("1. I.1")
    assert "Đã chuyển" in await truong.takes("Chuyển Văn phòng")
    assert "[Đồng ý gia hạn]" in await talk.told(minh)
    await minh.says("/giahan")
    await minh.takes("Đề nghị đang chờ: 1")
    await minh.takes("1. I.1")
    assert "Đã gia hạn I.1 đến 31/03/2027 (lần 1)" in await minh.takes("Đồng ý gia hạn")
    (extension,) = await _extensions(talk)
    assert (extension.due, extension.document) == (date(2027, 3, 31), "CV 123/SGDĐT-VP")
    assert "Văn phòng đã gia hạn I.1 đến 31/03/2027 (hạn cũ 31/12/2026)" in await talk.told(lan)
    card = await lan.says("/nhiemvu I.1")
    assert "Thời hạn (theo kế hoạch): Tháng 12/2026" in card
    assert "gia hạn lần 1, hạn cũ 31/12/2026" in card
    log = await minh.says("/nhatky")
    assert all(act in log for act in ("xin gia hạn I.1", "chuyển đề nghị gia hạn I.1", "gia hạn I.1"))
    assert "(lần 2)" in await lan.says("/giahan I.1 30/6/2027 chờ tiếp")


async def test_a_head_and_a_unit_without_one_ask_the_office_at_once(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    truong = await talk.member("Trường", Role.HEAD, "TC")
    assert "tới Văn phòng" in await _asks(lan)
    assert "tới Văn phòng" in await _asks(truong, "/giahan I.6 31/1/2027 chờ số liệu")
    told = await talk.told(minh)
    assert "Lan xin gia hạn I.1" in told
    assert "Trường xin gia hạn I.6 (quý IV/2026)" in told


async def test_refused_with_a_reason_that_reaches_the_asker(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await _asks(lan)
    await minh.says("/giahan đề nghị")
    await minh.takes("1. I.1")
    await minh.takes("Không đồng ý")
    assert "Đã trả lời không đồng ý" in await minh.says("UBND tỉnh yêu cầu giữ hạn")
    told = await talk.told(lan)
    assert "Minh không đồng ý gia hạn I.1 đến 31/03/2027" in told
    assert "UBND tỉnh yêu cầu giữ hạn" in told
    assert await _extensions(talk) == []
    await minh.takes("Hoàn tác")
    assert "Đã gia hạn I.1" in await minh.takes("Đồng ý gia hạn")


async def test_an_extension_undone_brings_the_request_back(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await _asks(lan)
    await minh.says("/giahan đề nghị")
    await minh.takes("1. I.1")
    await minh.takes("Đồng ý gia hạn")
    await minh.takes("Hoàn tác")
    assert await _extensions(talk) == []
    assert "đang chờ: 1" in await minh.says("/giahan đề nghị")


async def test_a_head_takes_back_what_was_passed_on_and_the_asker_what_was_asked(talk: Talk) -> None:
    lan, truong = await talk.member("Lan", unit="TH"), await talk.member("Trường", Role.HEAD, "TH")
    minh = await talk.member("Minh", Role.OFFICE)
    await _asks(lan)
    withdraw = lan.choice("Rút đề nghị").token
    await truong.says("/giahan đề nghị")
    await truong.takes("1. I.1")
    await truong.takes("Chuyển Văn phòng")
    await minh.says("/giahan đề nghị")
    await minh.takes("1. I.1")
    await truong.takes("Hoàn tác")
    assert "đang chờ trưởng đơn vị" in await minh.takes("Đồng ý gia hạn")
    assert "Đã rút" in await lan.presses(withdraw)
    assert "đã được xử lý" in await truong.takes("Chuyển Văn phòng")
    assert await _extensions(talk) == []


async def test_one_request_at_a_time_and_one_decision(talk: Talk) -> None:
    lan, mai = await talk.member("Lan", unit="TH"), await talk.member("Mai", unit="TH")
    minh, hoa = await talk.member("Minh", Role.OFFICE), await talk.member("Hòa", Role.OFFICE)
    await _asks(lan)
    assert "đã có đề nghị gia hạn đến 31/03/2027 đang chờ Văn phòng" in await _asks(mai)
    for person in (minh, hoa):
        await person.says("/giahan đề nghị")
        await person.takes("1. I.1")
    await minh.takes("Đồng ý gia hạn")
    assert "đã được xử lý" in await hoa.takes("Đồng ý gia hạn")
    assert len(await _extensions(talk)) == 1


async def test_a_deadline_moved_meanwhile_is_not_moved_by_an_old_request(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await _asks(lan)
    await minh.says("/giahan I.1 30/6/2027 theo kế hoạch mới")
    await minh.takes("Đồng ý")
    await minh.says("/giahan đề nghị")
    await minh.takes("1. I.1")
    assert "đã thay đổi" in await minh.takes("Đồng ý gia hạn")
    assert [e.due for e in await _extensions(talk)] == [date(2027, 6, 30)]


@pytest.mark.parametrize(("role", "unit"), [(Role.STAFF, "TC"), (Role.HEAD, "TC"), (Role.DIRECTOR, None)])
async def test_nobody_asks_for_another_units_work(talk: Talk, role: Role, unit: str | None) -> None:
    other = await talk.member("Khác", role, unit)
    said = await other.says(ASKS)
    assert "không xin gia hạn được" in said or "dành cho" in said


async def test_only_the_head_of_the_unit_passes_it_on(talk: Talk) -> None:
    lan, truong = await talk.member("Lan", unit="TH"), await talk.member("Trường", Role.HEAD, "TH")
    other = await talk.member("Khác", Role.HEAD, "TC")
    await _asks(lan)
    assert "Không có đề nghị" in await other.says("/giahan đề nghị")
    await truong.says("/giahan đề nghị")
    await truong.takes("1. I.1")
    truong.screen = None
    await lan.says("/giahan đề nghị")
    assert "đang chờ trưởng đơn vị" in await lan.takes("1. I.1")
