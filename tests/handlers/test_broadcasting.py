"""The office tells many: seen before it goes, put once, counted as read, stopped on the way."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from storage.records import Role
from storage.sql.database import SqlDatabase
from tests.support.talk import Talk


async def test_told_to_all_seen_first_put_once_and_read(talk: Talk) -> None:
    lan, nam = await talk.member("Lan", unit="TH"), await talk.member("Nam", unit="TC")
    minh = await talk.member("Minh", Role.OFFICE)
    said = await minh.says("/thongbao tất cả: Họp giao ban 14 giờ ngày 25/11")
    assert "Gửi tới: tất cả: 2 người" in said
    assert await talk.told(lan) == ""
    token = minh.choice("Gửi").token
    assert "hàng gửi tới 2 người" in await minh.presses(token)
    assert "Đã đọc: 0/2" in await minh.presses(token)  # pressed again, nothing is put again
    for person in (lan, nam):
        assert (await talk.told(person)).count("Họp giao ban 14 giờ") == 1
    async with talk.database.write() as uow:
        await uow.choices.offer(
            talk.channel, "Lan", [("read", "Đã đọc", "broadcasting.read", {"id": "1"})], talk.now.replace(year=2030)
        )
    assert "đã đọc thông báo" in await lan.presses("read")
    await lan.presses("read")
    said = await minh.takes("Cập nhật")
    assert "Đã gửi: 2/2" in said
    assert "Đã đọc: 1/2" in said
    assert "Chưa đọc: Nam" in await minh.takes("Ai chưa đọc")
    assert "thông báo tất cả (Họp giao ban" in await minh.says("/nhatky")


@pytest.mark.parametrize(
    ("audience", "names"),
    [
        ("TH", {"Lan", "Trường"}),
        ("Trưởng đơn vị", {"Trường"}),
        ("quá hạn", {"Lan", "Trường"}),
        ("Phòng Tài chính", {"Nam"}),
    ],
)
async def test_only_those_it_is_for_get_it(talk: Talk, audience: str, names: set[str]) -> None:
    people = [
        await talk.member("Lan", unit="TH"),
        await talk.member("Trường", Role.HEAD, "TH"),
        await talk.member("Nam", unit="TC"),
    ]
    minh = await talk.member("Minh", Role.OFFICE)
    await people[2].says("/tiendo I.2 2026 100%")
    await people[2].takes("Đồng ý")
    await people[2].says("/tiendo I.6 quý IV 100%")
    await people[2].takes("Đồng ý")
    talk.now = datetime(2027, 1, 10, 2, tzinfo=UTC)  # I.1 of TH is overdue
    await minh.says(f"/thongbao {audience}: Đề nghị báo cáo")
    await minh.takes("Gửi")
    assert {p.name for p in people if "Đề nghị báo cáo" in await talk.told(p)} == names


async def test_step_by_step_and_stopped_on_the_way(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await minh.says("/thongbao")
    await minh.takes("Một đơn vị")
    await minh.takes("Phòng Tổng hợp")
    assert "Gửi thông báo này?" in await minh.says("Nộp báo cáo quý")
    await minh.takes("Gửi")
    assert "1 tin chưa gửi được bỏ" in await minh.takes("Dừng gửi")
    assert await talk.told(lan) == ""
    assert "(đã dừng)" in await minh.takes("Cập nhật")


async def test_a_file_goes_with_it(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    said = await minh.sends(b"%PDF-1.7 x", "giay moi.pdf", "/thongbao tất cả: Giấy mời họp")
    assert "Tệp: giay moi.pdf" in said
    await minh.takes("Gửi")
    assert "Giấy mời họp" in await talk.told(lan)
    assert "Chưa nhận tệp" in await minh.sends(b"MZ x", "a.exe", "/thongbao tất cả: Giấy mời họp")


async def test_nobody_to_tell_and_nothing_said(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    assert "Không có ai nhận được" in await minh.says("/thongbao tất cả: Họp")
    await talk.member("Lan", unit="TH")
    assert "dài quá" in await minh.says("/thongbao tất cả: " + "dài " * 1000)
    assert "Thông báo cho ai?" in await minh.says("/thongbao Họp giao ban")


async def test_who_did_not_get_it_has_not_read_it(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    nam, minh = await talk.member("Nam", unit="TC"), await talk.member("Minh", Role.OFFICE)
    await minh.says("/thongbao TH: Họp")
    await minh.takes("Gửi")
    async with talk.database.write() as uow:
        await uow.choices.offer(
            talk.channel, "Nam", [("read", "Đã đọc", "broadcasting.read", {"id": "1"})], talk.now.replace(year=2030)
        )
    assert "không dành cho" in await nam.presses("read")


async def test_what_it_costs_where_messages_are_counted_is_shown_before_it_is_sent(database: SqlDatabase) -> None:
    talk = Talk(database, channel="zalo_bot")
    await talk.member("Lan", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    async with database.write() as uow:
        await uow.usage.add("zalo_bot", "2026-11", 100, 3000)
    said = await minh.says("/thongbao tất cả: Họp")
    assert "dùng khoảng 1 tin Zalo; tháng này còn 2900 trên 3000 tin" in said


async def _waits_until(talk: Talk, name: str) -> datetime | None:
    async with talk.database.read() as uow:
        member = next(m for m in await uow.members.all() if m.name == name)
        message = await uow.outbox.get(f"broadcast:1:{member.id}")
    assert message is not None
    return message.not_before


async def test_at_night_it_can_wait_for_the_morning(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    talk.now = datetime(2026, 11, 24, 15, 40, tzinfo=UTC)  # 22:40 at the office
    said = await minh.says("/thongbao tất cả: Họp lúc 8 giờ")
    assert "Bây giờ là 22:40" in said
    assert "[Gửi ngay]" in said
    assert "gửi tới 1 người lúc 07:00 ngày 25/11/2026" in await minh.takes("Gửi lúc 07:00")
    assert await _waits_until(talk, "Lan") == datetime(2026, 11, 25, 0, tzinfo=UTC)
    assert "1 tin chưa gửi được bỏ" in await minh.takes("Dừng gửi")


async def test_at_night_it_can_go_at_once_all_the_same(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    talk.now = datetime(2026, 11, 24, 22, 0, tzinfo=UTC)  # 05:00 at the office
    assert "là sáng ngày 25/11/2026" in await minh.says("/thongbao tất cả: Nghỉ do bão")
    assert "hàng gửi tới 1 người" in await minh.takes("Gửi ngay")
    assert "Nghỉ do bão" in await talk.told(lan)


async def test_shown_by_day_and_pressed_at_night_it_is_asked_about_again(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    shown = await minh.sends(b"%PDF-1.7 x", "giay moi.pdf", "/thongbao tất cả: Giấy mời họp")
    assert "Gửi ngay" not in shown
    talk.now = datetime(2026, 11, 24, 15, tzinfo=UTC)
    again = await minh.takes("Gửi")
    assert "Bây giờ là 22:00" in again
    assert "Tệp: giay moi.pdf" in again
    await minh.takes("Gửi lúc 07:00")
    assert await _waits_until(talk, "Lan") == datetime(2026, 11, 25, 0, tzinfo=UTC)
