"""Completion waits for the office: confirmed by a tap, returned with a reason, told, undone; never late by waiting."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from handlers.standing import Standing, State, standings
from knowledge.standing import Group
from storage.records import Role
from tests.support.talk import ZONE, Person, Talk


async def _of(talk: Talk, task: str, period: str = "") -> Standing:
    async with talk.database.read() as uow:
        followed = await talk.office.plan(uow)
        assert followed is not None
        found = await standings(uow, followed, talk.now.astimezone(ZONE).date(), ZONE)
    return next(s for s in found if (s.task.code, s.occurrence.period) == (task, period))


async def _reports(person: Person, words: str = "/tiendo I.1 100% đã ban hành QĐ 12/QĐ-UBND") -> str:
    await person.says(words)
    return await person.takes("Đồng ý")


async def test_what_the_unit_reports_waits_and_is_confirmed_by_one_tap(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    assert "Văn phòng sẽ xem và xác nhận" in await _reports(lan)
    assert "100%, chờ xác nhận" in await lan.says("/nhiemvu I.1")
    said = await minh.says("/xacnhan")
    assert "Chờ xác nhận hoàn thành: 1" in said
    assert "Lan báo ngày 24/11/2026, đúng hạn" in said
    said = await minh.takes("1. Xác nhận I.1")
    assert "Đã xác nhận I.1 hoàn thành" in said
    assert "Không có nhiệm vụ nào chờ xác nhận" in said
    assert (await _of(talk, "I.1")).state is State.DONE
    assert "đã xác nhận I.1 hoàn thành" in await talk.told(lan)
    card = await lan.says("/nhiemvu I.1")
    assert "hoàn thành ngày 24/11/2026" in card
    assert "Xác nhận: Minh, 09:00 ngày 24/11/2026" in card
    assert "Minh: xác nhận hoàn thành" in await lan.says("/lichsu I.1")
    assert "xác nhận hoàn thành I.1" in await minh.says("/nhatky")


async def test_the_wait_for_the_office_makes_nothing_late(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    talk.now = datetime(2026, 12, 31, 2, tzinfo=UTC)
    await _reports(lan)
    talk.now = datetime(2027, 1, 20, 2, tzinfo=UTC)
    waiting = await _of(talk, "I.1")
    assert (waiting.state, waiting.group, waiting.open) == (State.AWAITING, Group.IN_TIME, False)
    await minh.says("/xacnhan I.1 đồng ý")
    done = await _of(talk, "I.1")
    assert (done.group, done.completed) == (Group.DONE_IN_TIME, date(2026, 12, 31))


async def test_work_reported_late_is_overdue_while_it_waits_and_late_when_confirmed(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    talk.now = datetime(2027, 1, 3, 2, tzinfo=UTC)
    await _reports(lan)
    assert (await _of(talk, "I.1")).group is Group.OVERDUE
    assert "quá hạn 3 ngày" in await minh.says("/xacnhan")
    await minh.takes("1. Xác nhận")
    assert (await _of(talk, "I.1")).group is Group.DONE_LATE


async def test_returned_with_a_reason_the_work_goes_on_from_where_it_stood(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await lan.says("/tiendo I.1 60% đã trình")
    await _reports(lan)
    await minh.says("/xacnhan")
    assert "QĐ 12/QĐ-UBND" in await minh.takes("1. Xem")
    await minh.takes("Trả lại")
    said = await minh.says("Chưa có quyết định ban hành?")
    assert "Đã trả lại I.1. Hiện nay: 60%, đang thực hiện" in said
    assert (await _of(talk, "I.1")).state is State.IN_TIME
    told = await talk.told(lan)
    assert "Văn phòng trả lại I.1" in told
    assert "Lý do: Chưa có quyết định ban hành?" in told
    assert "trả lại I.1 (Chưa có quyết định ban hành?)" in await minh.says("/nhatky")


async def test_confirming_and_returning_are_undone(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await _reports(lan)
    await minh.says("/xacnhan I.1 đồng ý")
    assert "trở lại trạng thái chờ xác nhận" in await minh.takes("Hoàn tác")
    assert (await _of(talk, "I.1")).state is State.AWAITING
    await minh.says("/xacnhan I.1 trả lại: thiếu hồ sơ")
    undo = minh.choice("Hoàn tác").token
    assert (await _of(talk, "I.1")).state is State.IN_TIME
    await minh.presses(undo)
    assert (await _of(talk, "I.1")).state is State.AWAITING
    assert "đã được hoàn tác" in await minh.presses(undo)
    assert "hoàn tác việc trả lại I.1" in await talk.told(lan)


async def test_two_of_the_office_decide_once(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    minh, hoa = await talk.member("Minh", Role.OFFICE), await talk.member("Hòa", Role.OFFICE)
    await _reports(lan)
    await minh.says("/xacnhan")
    await hoa.says("/xacnhan I.1 trả lại thiếu hồ sơ")
    assert "hiện không chờ xác nhận" in await minh.takes("1. Xác nhận")
    assert (await _of(talk, "I.1")).state is State.IN_TIME


async def test_what_was_reported_anew_since_it_was_shown_is_looked_at_again(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await _reports(lan)
    await minh.says("/xacnhan")
    await lan.takes("Hoàn tác")
    talk.now += timedelta(days=1)
    await _reports(lan, "/tiendo I.1 100%")
    assert "đã có thay đổi" in await minh.takes("1. Xác nhận")
    assert (await _of(talk, "I.1")).state is State.AWAITING


async def test_the_unit_cannot_take_back_what_the_office_confirmed(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await _reports(lan)
    token = lan.choice("Hoàn tác").token
    await minh.says("/xacnhan I.1 đồng ý")
    assert "không hoàn tác được nữa" in await lan.presses(token)
    assert (await _of(talk, "I.1")).state is State.DONE


async def test_work_opened_again_and_reported_again_waits_again(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await _reports(lan)
    await minh.says("/xacnhan I.1 đồng ý")
    await lan.says("/tiendo I.1 100% bổ sung số văn bản")
    assert (await _of(talk, "I.1")).state is State.DONE
    await lan.says("/tiendo I.1 80% phải sửa")
    await lan.takes("Đồng ý")
    await _reports(lan)
    assert (await _of(talk, "I.1")).state is State.AWAITING


async def test_what_the_office_reports_itself_needs_no_confirmation(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    assert "xác nhận" not in await _reports(minh)
    assert (await _of(talk, "I.1")).state is State.DONE
    await _reports(lan, "/tiendo I.3 100%")
    await minh.says("/tiendo I.3 100% đã kiểm tra")
    assert (await _of(talk, "I.3")).state is State.DONE


async def test_the_office_may_do_without_confirming(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await minh.says("/xacnhan")
    assert "không cần Văn phòng xác nhận" in await minh.takes("Không yêu cầu xác nhận")
    undo = minh.choice("Hoàn tác").token
    await _reports(lan)
    assert (await _of(talk, "I.1")).state is State.DONE
    await minh.presses(undo)
    await _reports(lan, "/tiendo I.3 100%")
    assert (await _of(talk, "I.3")).state is State.AWAITING
    assert "đổi cài đặt yêu cầu xác nhận hoàn thành (có → không)" in await minh.says("/nhatky")


@pytest.mark.parametrize(("role", "unit"), [(Role.STAFF, "TH"), (Role.HEAD, "TH"), (Role.DIRECTOR, None)])
async def test_only_the_office_confirms(talk: Talk, role: Role, unit: str | None) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    other = await talk.member("Khác", role, unit)
    await _reports(lan)
    assert "dành cho Văn phòng" in await other.says("/xacnhan I.1 đồng ý")
    await minh.says("/xacnhan")
    assert "hết hạn hoặc không dành cho" in await other.presses(minh.choice("1. Xác nhận").token)
    assert (await _of(talk, "I.1")).state is State.AWAITING


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("/xacnhan X.9", "không có nhiệm vụ X.9"), ("/xacnhan I.1", "không chờ xác nhận (chưa có cập nhật)")],
)
async def test_what_cannot_be_confirmed_is_explained(talk: Talk, typed: str, answer: str) -> None:
    assert answer in await (await talk.member("Minh", Role.OFFICE)).says(typed)
