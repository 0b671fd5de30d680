"""People and their own data: consent once a wording, seen, exported, corrected, erased on request with a clock."""

from __future__ import annotations

import json
from datetime import timedelta

from handlers.invitations import issue_invite
from handlers.messages import Document
from storage.records import Role
from tests.support.talk import Talk


async def test_the_notice_comes_first_names_the_controller_and_is_agreed_to_once(talk: Talk) -> None:
    async with talk.database.write() as uow:
        code, *_ = await issue_invite(uow, Role.STAFF, "TH", talk.now, None)
    hoa = talk.stranger("Hoa")
    said = await hoa.says(f"/start {code}")
    assert "Đơn vị kiểm soát dữ liệu: Ủy ban nhân dân huyện" in said
    assert said.count("\n") < 14
    assert "kiểm soát dữ liệu" in await hoa.says("/start")
    assert "Đã ghi nhận" in await hoa.takes("Tôi đã rõ và đồng ý")
    assert "kiểm soát dữ liệu" not in await hoa.says("/start")
    assert "Đồng ý lưu dữ liệu: 09:00 ngày 24/11/2026" in await hoa.says("/dulieucuatoi")


async def test_everything_is_exported_to_read_and_for_a_program(talk: Talk) -> None:
    lan, nam = await talk.member("Lan", unit="TH"), await talk.member("Nam", unit="TC")
    await lan.says("/tiendo I.1 60% đã họp")
    await nam.says("/tiendo I.2 10% của người khác")
    await lan.says("/dulieucuatoi")
    assert "cập nhật tiến độ: 1" in lan.read
    await lan.takes("Tải về")
    assert lan.screen is not None
    files = [block for block in lan.screen.blocks if isinstance(block, Document)]
    assert [f.name.rsplit(".", 1)[1] for f in files] == ["txt", "json"]
    kept = json.loads(files[1].content)
    assert [row["note"] for row in kept["progress"]] == ["đã họp"]
    assert "đã họp" in files[0].content.decode()
    assert all("của người khác" not in f.content.decode() for f in files)


async def test_a_name_is_corrected(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/dulieucuatoi")
    await lan.takes("Sửa họ tên")
    assert "Đồng chí gõ lại" in await lan.says("L4n")
    assert "Lan → Nguyễn Thị Lan" in await lan.says("Nguyễn Thị Lan")


async def test_a_request_to_erase_has_a_clock_and_the_log_keeps_a_number(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await lan.says("/tiendo I.1 60% đã họp")
    member = await lan.member()
    assert member is not None
    await lan.says("/dulieucuatoi")
    await lan.takes("Đề nghị xóa")
    await lan.takes("Đồng ý")
    assert "Hạn trả lời: 09:00 ngày 27/11/2026" in await talk.told(minh)
    talk.now += timedelta(hours=47)
    assert await talk.told(minh) == ""
    talk.now += timedelta(hours=1)
    assert "Còn 24 giờ" in await talk.told(minh)
    await minh.says("/dulieucuatoi")
    assert "còn 24 giờ" in await minh.takes("Đề nghị xóa: 1")
    assert "không hoàn tác được" in await minh.takes("Xóa Lan")
    await minh.takes("Đồng ý")
    assert "Xin sử dụng" in await lan.says("/nhiemvu")
    name = f"người dùng #{member.id}"
    assert f"{name}: 60%" in await minh.says("/lichsu I.1")
    assert "Lan" not in await minh.says("/nguoidung")


async def test_refused_with_a_reason_and_warned_of_no_more(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await lan.says("/dulieucuatoi")
    await lan.takes("Đề nghị xóa")
    await lan.takes("Đồng ý")
    await talk.told(minh)
    await minh.says("/dulieucuatoi")
    await minh.takes("Đề nghị xóa: 1")
    await minh.takes("Từ chối Lan")
    await minh.says("Đồng chí đang công tác, hồ sơ phải lưu")
    assert "hồ sơ phải lưu" in await talk.told(lan)
    talk.now += timedelta(hours=49)
    assert await talk.told(minh) == ""


async def test_staff_do_not_reach_the_requests_of_others(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    for action in ("own_data.waiting", "own_data.do", "own_data.refuse"):
        async with talk.database.write() as uow:
            await uow.choices.offer(
                talk.channel, "Lan", [(action, "x", action, {"id": "1"})], talk.now.replace(year=2030)
            )
        assert "dành cho Văn phòng" in await lan.presses(action)
