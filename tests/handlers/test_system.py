"""/hethong: the office changes how reminders go; each change is shown, confirmed, in force at once, and taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from handlers.reminders import digests, queue_digests
from storage.records import Role
from tests.support.talk import ZONE, Talk

pytestmark = pytest.mark.sqlite


async def test_the_hour_is_changed_in_one_line_confirmed_and_taken_back(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    assert "Giờ nhắc sáng: 08:00 → 08:30?" in await minh.says("/hethong giờ nhắc sáng 8h30")
    await minh.says("/hethong")
    assert talk.office.timetable.digest == time(8)
    await minh.says("/hethong giờ nhắc sáng 8h30")
    assert "Đã đặt Giờ nhắc sáng: 08:30." in await minh.takes("Đồng ý")
    await minh.says("/hethong")
    assert "Giờ nhắc sáng: 08:30" in minh.read
    assert talk.office.timetable.digest == time(8, 30)
    assert "đổi cài đặt Giờ nhắc sáng (08:00 → 08:30)" in await minh.says("/nhatky")
    await minh.says("/hethong giờ nhắc sáng 9h")
    await minh.takes("Đồng ý")
    await minh.takes("Hoàn tác")
    await minh.says("/hethong")
    assert "Giờ nhắc sáng: 08:30" in minh.read


async def test_numbers_are_changed_step_by_step_and_nonsense_changes_nothing(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/hethong")
    await minh.takes("Lịch nhắc")
    await minh.takes("Xem tiếp")
    await minh.takes("Việc năm nhắc trước")
    for typed in ("abc", "999, 3", "-1"):
        assert "Chưa thay đổi gì" in await minh.says(typed) or "?" in minh.read
    assert "20, 10, 5 ngày?" in await minh.says("20, 10, 5")
    await minh.takes("Đồng ý")
    await minh.says("/hethong")
    assert talk.office.timetable.yearly == (20, 10, 5)


@pytest.mark.parametrize(
    "typed",
    ["giờ nhắc sáng 25h", "giờ nhắc sáng 12h", "giờ nhắc chiều 7h45", "số tin mỗi ngày 0", "kỳ báo cáo tuần", "xyz"],
)
async def test_what_would_not_work_is_refused(talk: Talk, typed: str) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    said = await minh.says(f"/hethong {typed}")
    assert "Chưa thay đổi gì" in said
    assert "[Đồng ý]" not in said


async def test_the_offices_days_come_in_one_message_and_hold_everywhere(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    said = await minh.says("/hethong nghỉ 24/12/2026, làm bù 26/12/2026")
    assert "Ngày nghỉ: 24/12/2026 (thứ Năm)" in said
    assert "Ngày làm bù: 26/12/2026 (thứ Bảy)" in said
    await minh.takes("Đồng ý")
    await minh.says("/hethong")
    assert not talk.office.calendar.is_working(date(2026, 12, 24))
    assert talk.office.calendar.is_working(date(2026, 12, 26))
    await minh.says("/hethong bỏ 24/12/2026")
    await minh.takes("Đồng ý")
    await minh.takes("Hoàn tác")
    await minh.says("/hethong")
    assert not talk.office.calendar.is_working(date(2026, 12, 24))


async def test_the_swap_of_2026_is_office_data_too(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/hethong nghỉ 2/1/2026, làm bù 10/1/2026, 22/8/2026")
    await minh.takes("Đồng ý")
    await minh.says("/hethong")
    calendar = talk.office.calendar
    assert not calendar.is_working(date(2026, 1, 2))
    assert calendar.is_working(date(2026, 1, 10))
    assert calendar.is_working(date(2026, 8, 22))


async def test_a_pause_stops_everything_until_its_day(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    assert "nhắc lại từ ngày 24/12/2026?" in await minh.says("/hethong tạm dừng đến 24/12")
    await minh.takes("Đồng ý")
    talk.now = datetime(2026, 12, 17, 1, tzinfo=UTC)
    async with talk.database.write() as uow:
        await talk.office.refresh(uow)
        assert await queue_digests(uow, talk.office, talk.now, ZONE) == 0
    talk.now = datetime(2026, 12, 24, 1, tzinfo=UTC)
    async with talk.database.write() as uow:
        assert await queue_digests(uow, talk.office, talk.now, ZONE) > 0
    await minh.says("/hethong bỏ tạm dừng")
    await minh.takes("Đồng ý")
    await minh.says("/hethong")
    assert talk.office.timetable.paused_until is None


async def test_the_preview_names_people_and_what_nobody_gets(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE, "TC")
    said = await minh.says("/hethong xem trước 17/12")
    assert "Xem trước nhắc việc ngày 17/12/2026" in said
    assert "Lan (Phòng Tổng hợp)" in said
    assert "I.1 Rà soát quy chế làm việc: còn 14 ngày" in said
    assert "Ngày nghỉ, không nhắc" in await minh.says("/hethong xem trước 20/12")


async def test_the_queue_says_how_delivery_stands(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/hethong")
    assert "Hôm nay đã nhắc 0 người" in await minh.takes("Hàng chờ")


async def test_only_the_office_may(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert "dành cho Văn phòng" in await lan.says("/hethong giờ nhắc sáng 9h")


async def test_what_the_office_set_decides_who_is_told(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/hethong việc quý, việc có ngày nhắc trước 20, 0")
    await minh.takes("Đồng ý")
    async with talk.database.read() as uow:
        await talk.office.refresh(uow)
        on = [
            d
            for d in (11, 17)
            if any(x.member.name == "Lan" for x in await digests(uow, talk.office, date(2026, 12, d), ZONE))
        ]
    assert on == [11]


async def test_the_plan_ends_on_the_day_that_the_office_sets(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    assert "đến ngày 31/12/2027" in await minh.says("/theodoi")
    assert "31/12/2027 → 31/12/2029?" in await minh.says("/theodoi đến 31/12/2029")
    assert "theo dõi đến ngày 31/12/2029" in await minh.takes("Đồng ý")
    assert "năm 2029" in await minh.says("/nhiemvu I.2")
    await minh.says("/theodoi đến 31/12/2028")
    await minh.takes("Đồng ý")
    assert "theo dõi đến ngày 31/12/2029" in await minh.takes("Hoàn tác")
