"""What the bot says of its own accord keeps to the hours at the moment at which it leaves, not only when it was put:
after an outage nothing comes at night, in the office's pause or on somebody's leave, and nothing is lost or doubled."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, time

import pytest

from handlers.messages import dump, load, say
from handlers.timetable import keep_calendar, keep_timetable
from handlers.wording import ledger
from knowledge.timetable import DEFAULTS
from knowledge.workdays import Calendar
from storage.records import MessageKind, MessageState, Personal, ReminderLine, Role
from storage.sql.database import SqlDatabase
from tests.soak import offices
from tests.soak.days import Mornings
from tests.soak.ground import UNIT
from tests.support.talk import text_of
from tests.support.wires import update

TUESDAY = "2026-12-01"


@pytest.fixture
async def mornings(database: SqlDatabase) -> Mornings:
    """Three people of a unit with a task due on each day of December; it is Tuesday, eight o'clock."""
    office = Mornings(database, f"{TUESDAY}T08:00")
    await office.follow()
    return office


async def _put(mornings: Mornings) -> None:
    """The jobs of the minute run; then the program dies before anything leaves."""
    await mornings.app.tick()


async def _back(mornings: Mornings, moment: str) -> int:
    """The program is back at that moment; how many messages arrive."""
    before = len(mornings.channel.arrived)
    mornings.off(moment)
    await mornings.app.tick()
    await mornings.app.settle()
    return len(mornings.channel.arrived) - before


async def _first_line(mornings: Mornings) -> ReminderLine:
    """The oldest reminder of Tuesday's task to the first person, as the ledger has it."""
    async with mornings.database.read() as uow:
        return [line for line in await uow.reminders.of_task("small", "I.1", limit=50) if line.member_id == 1][-1]


async def test_a_digest_that_comes_back_in_the_midday_rest_waits_for_its_end_and_arrives_once(
    mornings: Mornings,
) -> None:
    await _put(mornings)
    assert await _back(mornings, f"{TUESDAY}T11:45") == 0
    assert ledger.state(await _first_line(mornings)) == "đang chờ hết giờ yên lặng"
    assert await _back(mornings, f"{TUESDAY}T13:29") == 0
    assert await _back(mornings, f"{TUESDAY}T13:30") == 3
    assert {tuple(days) for days in mornings.arrived.values()} == {(TUESDAY,)}
    assert (await _first_line(mornings)).state is MessageState.SENT


@pytest.mark.parametrize("back", ["17:01", "23:00"])
async def test_what_was_put_in_the_afternoon_does_not_go_out_at_night(mornings: Mornings, back: str) -> None:
    async with mornings.database.write() as uow:
        await uow.members.change(1, role=Role.OFFICE)
    await _back(mornings, f"{TUESDAY}T08:00")
    mornings.clock.now = offices.at(f"{TUESDAY}T16:30")
    await _put(mornings)
    assert await _back(mornings, f"{TUESDAY}T{back}") == 0
    assert await _back(mornings, "2026-12-02T07:30") == 0
    assert await _back(mornings, "2026-12-02T08:00") == 3


async def test_own_quiet_hours_hold_a_message_that_would_be_too_late_after_them_and_the_next_one_takes_it_in(
    mornings: Mornings,
) -> None:
    await _back(mornings, f"{TUESDAY}T08:00")
    async with mornings.database.write() as uow:
        await uow.personal.set(1, Personal(quiet=(time(14), time(17))))
    mornings.clock.now = offices.at(f"{TUESDAY}T13:59")
    async with mornings.database.write() as uow:
        message = await uow.outbox.get(f"digest:{TUESDAY}:member:1")
        assert message is not None
        await uow.outbox.put(
            key=f"nudge:{TUESDAY}:member:1",
            kind=MessageKind.REMINDER,
            reply=message.reply,
            now=mornings.clock.now,
            member_id=1,
            expires=offices.at(f"{TUESDAY}T16:00"),
        )
    assert await _back(mornings, f"{TUESDAY}T14:20") == 2, "the two others are reminded in the afternoon"
    async with mornings.database.read() as uow:
        held = await uow.outbox.get(f"nudge:{TUESDAY}:member:1")
    assert held is not None
    assert (held.state, held.error) == (MessageState.EXPIRED, "quiet hours")
    assert await _back(mornings, "2026-12-02T08:00") == 3


async def test_the_offices_pause_holds_what_was_put_before_it_and_the_ledger_says_so(mornings: Mornings) -> None:
    await _put(mornings)
    async with mornings.database.write() as uow:
        paused = replace(DEFAULTS, paused_until=date(2026, 12, 7))
        await keep_timetable(uow, paused, DEFAULTS, mornings.clock.now)
    assert await _back(mornings, f"{TUESDAY}T09:00") == 0
    assert "cơ quan tạm dừng nhắc việc" in ledger.state(await _first_line(mornings))
    assert await _back(mornings, "2026-12-04T08:00") == 0
    assert await _back(mornings, "2026-12-07T08:00") == 3, "one digest, with what was missed"
    first = next(a.reply for a in mornings.channel.arrived if a.chat == "p0")
    assert "I.1 " in text_of(first)


async def test_a_day_that_the_office_gives_off_meanwhile_is_a_day_off(mornings: Mornings) -> None:
    await _put(mornings)
    async with mornings.database.write() as uow:
        await keep_calendar(uow, Calendar([date(2026, 12, 1)], []), mornings.clock.now)
    assert await _back(mornings, f"{TUESDAY}T09:00") == 0
    assert await _back(mornings, "2026-12-02T08:00") == 3


async def test_who_has_gone_on_leave_meanwhile_is_not_reminded_and_the_stand_in_is(mornings: Mornings) -> None:
    async with mornings.database.write() as uow:
        await uow.members.set_unit(3, "TC")
    await _put(mornings)
    async with mornings.database.write() as uow:
        days = {"first": date(2026, 12, 1), "last": date(2026, 12, 2)}
        await uow.leaves.add(member_id=1, **days, stand_in=3, by=1, now=mornings.clock.now)
    await _back(mornings, f"{TUESDAY}T09:00")
    assert "người nhận nghỉ" in ledger.state(await _first_line(mornings))
    await _back(mornings, "2026-12-02T08:00")
    assert mornings.arrived == {"p1": [TUESDAY, "2026-12-02"], "p2": [TUESDAY, "2026-12-02"]}
    for_other = [text_of(a.reply) for a in mornings.channel.arrived if a.chat == "p2"]
    assert any("I.1 " in text and "[thay Người 0]" in text for text in for_other)
    await _back(mornings, "2026-12-03T08:00")
    assert mornings.arrived["p0"] == ["2026-12-03"]


async def test_a_units_group_is_not_written_to_in_quiet_hours_either(mornings: Mornings) -> None:
    async with mornings.database.write() as uow:
        await uow.unit_chats.bind("wire", "-100", UNIT, 1, mornings.clock.now)
    await _put(mornings)
    await _back(mornings, f"{TUESDAY}T12:00")
    assert mornings.channel.arrived == []
    await _back(mornings, f"{TUESDAY}T13:30")
    assert Counter(a.chat for a in mornings.channel.arrived) == {"p0": 1, "p1": 1, "p2": 1, "-100": 1}


async def test_answers_decisions_and_announcements_leave_at_any_hour(mornings: Mornings) -> None:
    mornings.clock.now = offices.at("2026-12-05T23:00")  # Saturday night
    async with mornings.database.write() as uow:
        for kind in (MessageKind.DECISION, MessageKind.BROADCAST):
            notice = dump(say(kind.value))
            await uow.outbox.put(key=f"{kind.value}:1", kind=kind, reply=notice, now=mornings.clock.now, member_id=2)
    await mornings.app.inbox.store("wire", [update("1", "p0", "/hanchot")])
    await mornings.app.settle()
    assert sorted(a.chat for a in mornings.channel.arrived) == ["p0", "p1", "p1"]


async def test_an_urging_at_night_waits_for_the_morning(mornings: Mornings) -> None:
    mornings.clock.now = offices.at(f"{TUESDAY}T21:00")
    async with mornings.database.write() as uow:
        notice = dump(say("Đề nghị đơn vị cập nhật"))
        await uow.outbox.put(
            key="decision:urge:1:2", kind=MessageKind.DECISION, reply=notice, now=mornings.clock.now, member_id=2
        )
    await mornings.app.settle()
    assert mornings.channel.arrived == []
    mornings.off("2026-12-02T07:30")
    await mornings.app.settle()
    assert [a.text for a in mornings.channel.arrived] == ["Đề nghị đơn vị cập nhật"]


async def test_over_a_fortnight_of_outages_the_cap_and_the_hours_are_kept_and_no_day_is_told_twice(
    mornings: Mornings,
) -> None:
    """The program is back at odd hours only, day after day: in quiet hours, at night, on days off."""
    hours = ("05:10", "07:29", "09:12", "11:31", "13:10", "13:31", "14:05", "15:40", "16:45", "17:20", "22:40")
    counts: Counter[tuple[str, date]] = Counter()
    calendar = Calendar()
    for number in range(14):
        day = f"2026-12-{1 + number:02d}"
        for hour in hours[number % 3 :: 1 + number % 2]:
            before = len(mornings.channel.arrived)
            await _back(mornings, f"{day}T{hour}")
            arrived = mornings.channel.arrived[before:]
            counts.update((message.chat, mornings.clock.now.date()) for message in arrived)
            quiet = hour < "07:30" or "11:30" <= hour < "13:30" or hour >= "17:00"
            assert not (arrived and quiet), (day, hour)
            assert not (arrived and not calendar.is_working(mornings.clock.now.date())), day
    assert max(counts.values()) <= DEFAULTS.cap
    assert all(len(set(days)) == len(days) for days in mornings.arrived.values())
    assert all(len(days) == 10 for days in mornings.arrived.values()), "each working day has its digest"
    async with mornings.database.read() as uow:
        states = await uow.outbox.counts()
        assert set(states) <= {MessageState.SENT, MessageState.EXPIRED, MessageState.CANCELLED}, states
        message = await uow.outbox.get("digest:2026-12-14:member:1")
    assert message is not None
    assert load(message.reply)
