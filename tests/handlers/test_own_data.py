"""People and their own data: consent once a wording, seen, exported, corrected, erased on request with a clock."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from handlers.invitations import issue_invite
from handlers.messages import Document, load
from handlers.reminders import digests, queue_digests, still_due
from storage.records import Role
from tests.support.talk import ZONE, Person, Talk


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


async def test_the_notice_names_the_agency_that_the_office_has_set_whoever_issued_the_plan(talk: Talk) -> None:
    async with talk.database.write() as uow:
        await uow.settings.set("agency.issuer", '"SỞ Y TẾ"', talk.now)
        code, *_ = await issue_invite(uow, Role.STAFF, "TH", talk.now, None)
    assert "Đơn vị kiểm soát dữ liệu: SỞ Y TẾ" in await talk.stranger("Hoa").says(f"/start {code}")


async def test_consent_is_taken_back_told_to_the_office_logged_and_given_again(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await lan.says("/start")
    await lan.takes("Tôi đã rõ và đồng ý")
    await lan.says("/dulieucuatoi")
    assert "chỉ Văn phòng đóng tài khoản" in await lan.takes("Rút lại đồng ý")
    assert "Đồng ý lưu dữ liệu: 09:00" in await lan.says("/dulieucuatoi")
    await lan.takes("Rút lại đồng ý")
    token = lan.choice("Đồng ý").token
    assert "rút lại đồng ý (thông báo bản 1) lúc 09:00 ngày 24/11/2026" in await lan.presses(token)
    assert "đã rút lại từ trước" not in lan.read
    assert "từ trước" in await lan.presses(token)
    told = await talk.told(minh)
    assert told.count("Lan đã rút lại đồng ý") == 1
    assert "Văn phòng xem xét căn cứ pháp lý" in told
    assert "đã rút lại lúc 09:00" in await lan.says("/dulieucuatoi")
    assert "Đã ghi nhận" in await lan.takes("Tôi đã rõ và đồng ý")
    assert "Lan đã đồng ý lại (bản 1)" in await talk.told(minh)
    log = await minh.says("/nhatky Lan")
    assert "rút lại đồng ý lưu dữ liệu Lan (bản 1)" in log
    assert log.count("đồng ý lưu dữ liệu Lan") == 3
    async with talk.database.read() as uow:
        assert await uow.privacy.withdrawals() == {}


async def _id(person: Person) -> int:
    member = await person.member()
    assert member is not None
    return member.id


async def test_who_took_consent_back_is_not_reminded_and_the_office_is_instead(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await talk.member("Minh", Role.OFFICE)
    await lan.says("/start")
    await lan.takes("Tôi đã rõ và đồng ý")
    morning = datetime(2026, 12, 31, 1, tzinfo=UTC)

    async def reminded() -> set[str]:
        async with talk.database.read() as uow:
            found = await digests(uow, talk.office, morning.date(), ZONE)
        return {one.member.name for one in found if any(line.place[0] == "I.1" for line in one.lines)}

    async with talk.database.write() as uow:
        await queue_digests(uow, talk.office, morning, ZONE, ahead=True)
        waiting = await uow.outbox.get(f"digest:2026-12-31:member:{(await _id(lan))}")
    assert waiting is not None
    assert await reminded() == {"Lan"}
    await lan.says("/dulieucuatoi")
    await lan.takes("Rút lại đồng ý")
    await lan.takes("Đồng ý")
    assert await reminded() == {"Minh"}
    async with talk.database.read() as uow:
        assert await still_due(uow, talk.office, waiting, load(waiting.reply), morning, ZONE) is None


async def test_the_only_person_of_the_office_is_told_to_find_another_first(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/start")
    await minh.takes("Tôi đã rõ và đồng ý")
    await minh.says("/dulieucuatoi")
    assert "mời thêm một người của Văn phòng" in await minh.takes("Rút lại đồng ý")


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
