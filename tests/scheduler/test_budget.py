"""A channel that takes so many messages a month: counted, told of, and its rest kept for what is urgent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from handlers.budgeting import forecast, too_fast
from scheduler.sending import Outcome, Verdict
from storage.records import MessageKind, MessageState, Role
from storage.sql.database import SqlDatabase
from tests.support.outgoing import Office
from tests.support.times import Time
from tests.support.wires import BUTTONS, FakeService

REMINDER, REPLY, BROADCAST = MessageKind.REMINDER, MessageKind.REPLY, MessageKind.BROADCAST


@pytest.fixture
def metered(file: SqlDatabase, time: Time) -> Office:
    office = Office(file, time)
    office.service.capabilities = replace(BUTTONS, monthly_quota=100)
    office.delivery = office.new_process()
    return office


async def _used(office: Office, month: str = "2026-11") -> int:
    async with office.database.read() as uow:
        return await uow.usage.of("wire", month)


async def _use(office: Office, messages: int) -> None:
    async with office.database.write() as uow:
        await uow.usage.add("wire", "2026-11", messages, 100)


async def test_each_message_that_may_have_arrived_counts_and_each_part_of_it(metered: Office) -> None:
    metered.service.parts = 3
    metered.service.will_answer("a", Outcome(Verdict.LATER, error="502"))
    metered.service.will_answer("b", Outcome(Verdict.REFUSED))
    await metered.put("dài", "a")
    await metered.pass_time(1)
    metered.service.parts = 1
    await metered.put("không nhận", "b")
    await metered.pass_time(60)
    # Two parts before the failure, the last one at the second try; what was refused does not count.
    assert await _used(metered) == 3


async def test_the_office_is_told_at_four_fifths_and_again_when_the_rest_is_kept(metered: Office) -> None:
    await metered.member("Minh", role=Role.OFFICE)
    await _use(metered, 78)
    for number in range(30):
        await metered.put(f"trả lời {number}", f"c{number}", kind=REPLY)
    await metered.pass_time(60)
    told = metered.service.texts("Minh")
    assert ["trên 100 tin của tháng này (80%)" in told[0], "(95%)" in told[1], len(told)] == [True, True, 2]


async def test_near_the_end_only_what_is_urgent_leaves_and_the_rest_when_the_month_is_new(metered: Office) -> None:
    await _use(metered, 95)
    held = await metered.put("thông báo", "a", kind=BROADCAST)
    await metered.put("nhắc", "b", kind=REMINDER)
    await metered.put("đến hạn hôm nay", "c", kind=REMINDER, urgent=True)
    await metered.put("trả lời", "d", kind=REPLY)
    await metered.pass_time(3600)
    assert sorted(metered.service.texts()) == ["trả lời", "đến hạn hôm nay"]
    assert await metered.state(held) is MessageState.PENDING
    metered.time.seconds += 7 * 24 * 3600  # from the 24th of November
    await metered.pass_time(120)
    assert sorted(metered.service.texts()) == ["nhắc", "thông báo", "trả lời", "đến hạn hôm nay"]
    assert await _used(metered, "2026-12") == 2


async def test_what_is_not_urgent_takes_the_person_s_other_channel_meanwhile(metered: Office) -> None:
    other = FakeService(name="other", monotonic=metered.time.monotonic)
    metered.services.append(other)
    metered.delivery = metered.new_process()
    await _use(metered, 96)
    lan = await metered.member("Lan", "wire", "other")
    await metered.put("nhắc", member=lan, kind=REMINDER)
    await metered.put("đến hạn hôm nay", member=lan, kind=REMINDER, urgent=True)
    await metered.pass_time(60)
    assert (metered.service.texts(), other.texts()) == (["đến hạn hôm nay"], ["nhắc"])


async def test_what_comes_in_may_count_too_and_the_office_is_told_all_the_same(metered: Office) -> None:
    await metered.member("Minh", role=Role.OFFICE)
    await _use(metered, 70)
    await metered.put("trả lời", "a", kind=REPLY)
    await metered.pass_time(1)
    await _use(metered, 15)  # people have written
    await metered.put("trả lời", "a", kind=REPLY)
    await metered.pass_time(60)
    assert ["(87%)" in text or "(88%)" in text for text in metered.service.texts("Minh")] == [True]


async def test_when_the_month_would_not_suffice_digests_leave_once_a_week(metered: Office) -> None:
    await _use(metered, 85)  # on Tuesday the 24th of November: 106 in the whole month
    await metered.put("nhắc thứ Ba", "a", kind=REMINDER)
    await metered.put("đến hạn hôm nay", "b", kind=REMINDER, urgent=True)
    await metered.put("thông báo", "c", kind=BROADCAST)
    await metered.pass_time(3600)
    assert sorted(metered.service.texts()) == ["thông báo", "đến hạn hôm nay"]
    metered.time.seconds += 6 * 24 * 3600  # Monday, the 30th: as urgent as before, but it is their day
    await metered.pass_time(120)
    assert "nhắc thứ Ba" in metered.service.texts()


@pytest.mark.parametrize(
    ("spent", "day", "whole"), [(100, 3, None), (100, 10, 300), (3000, 30, 3000), (0, 20, 0), (1450, 14, 3107)]
)
def test_the_month_is_looked_ahead_in_a_straight_line(spent: int, day: int, whole: int | None) -> None:
    assert forecast(spent, date(2026, 11, day)) == whole
    assert too_fast(spent, 3000, date(2026, 11, day)) is (whole is not None and whole > 3000)
