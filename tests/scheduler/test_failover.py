"""A message goes to one channel; to the person's other one only when the first did not take it, and never to both."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from scheduler.sending import Outcome, Verdict
from storage.records import Fate, MessageKind, MessageState, Role
from storage.sql.database import SqlDatabase
from tests.support.outgoing import Office
from tests.support.times import Time
from tests.support.wires import FakeService

REMINDER = MessageKind.REMINDER
REFUSED = Outcome(Verdict.REFUSED, error="chat not found")
AWAY = Outcome(Verdict.LATER, error="502")


@pytest.fixture
def other(time: Time) -> FakeService:
    return FakeService(name="other", monotonic=time.monotonic)


@pytest.fixture
def two(file: SqlDatabase, time: Time, other: FakeService) -> Office:
    return Office(file, time, other=other)


async def _people(office: Office, count: int) -> list[str]:
    """Reminders to people with both channels; their keys."""
    people = [await office.member(f"p{number}", "wire", "other") for number in range(count)]
    return [await office.put(f"nhắc {m}", member=m, kind=REMINDER, expires=timedelta(hours=9)) for m in people]


@pytest.mark.parametrize("answer", [REFUSED, Outcome(Verdict.GONE, error="blocked")], ids=["refused", "blocked"])
async def test_what_one_channel_refuses_goes_once_to_the_other_and_the_trail_says_so(
    two: Office, other: FakeService, answer: Outcome
) -> None:
    lan = await two.member("Lan", "wire", "other")
    two.service.will_answer("Lan", answer)
    key = await two.put("nhắc", member=lan, kind=REMINDER)
    await two.pass_time(600)
    assert (two.service.texts(), other.texts()) == ([], ["nhắc"])
    fate = Fate.GONE if answer.verdict is Verdict.GONE else Fate.REFUSED
    assert await two.trail(key) == [("wire", fate), ("other", Fate.REACHED)]
    assert (await two.state(key), (await two.message(key)).via) == (MessageState.SENT, "other")


async def test_what_both_channels_refuse_is_settled_and_tried_on_neither_again(two: Office, other: FakeService) -> None:
    lan = await two.member("Lan", "wire", "other")
    two.service.will_answer("Lan", REFUSED)
    other.will_answer("Lan", REFUSED)
    key = await two.put("nhắc", member=lan, kind=REMINDER)
    await two.pass_time(3600)
    assert (len(two.service.calls), len(other.calls)) == (1, 1)
    assert await two.state(key) is MessageState.REFUSED


async def test_a_reply_stays_where_it_was_asked_for(two: Office, other: FakeService) -> None:
    await two.member("Lan", "wire", "other")
    two.service.will_answer("Lan", REFUSED)
    key = await two.put("trả lời", "Lan")
    await two.pass_time(60)
    assert other.calls == []
    assert await two.state(key) is MessageState.REFUSED


async def test_what_may_have_arrived_is_repeated_where_it_may_have_arrived(two: Office, other: FakeService) -> None:
    lan = await two.member("Lan", "wire", "other")
    two.service.will_answer("Lan", Outcome(Verdict.UNKNOWN, error="timeout"))
    key = await two.put("nhắc", member=lan, kind=REMINDER)
    await two.pass_time(600)
    assert [a.repeat for a in two.service.arrived] == [False, True]
    assert other.calls == []
    assert await two.trail(key) == [("wire", Fate.UNKNOWN), ("wire", Fate.REACHED)]


async def test_what_would_be_late_goes_to_the_other_channel_in_time(two: Office, other: FakeService) -> None:
    lan = await two.member("Lan", "wire", "other")
    two.service.will_answer("Lan", Outcome(Verdict.LATER, retry_after=3600.0))
    key = await two.put("nhắc", member=lan, kind=REMINDER, expires=timedelta(minutes=30))
    await two.pass_time(2 * 3600)
    assert (two.service.texts(), other.texts()) == ([], ["nhắc"])
    assert await two.trail(key) == [("wire", Fate.LATE), ("other", Fate.REACHED)]


async def test_when_a_channel_is_down_people_are_written_to_on_their_other_one_and_nothing_comes_twice_when_it_is_back(
    two: Office, other: FakeService
) -> None:
    two.service.away = True
    two.service.fails_with = AWAY
    keys = await _people(two, 40)
    await two.pass_time(250)
    assert other.calls == [], "a channel that stumbles is waited for"
    await two.pass_time(250)
    assert len(other.arrived) == 40
    two.service.away, two.service.fails_with = False, None
    await two.pass_time(3600)
    assert two.service.texts() == []
    assert {await two.state(key) for key in keys} == {MessageState.SENT}


async def test_who_asks_everybody_to_wait_for_hours_is_stood_in_for_at_once_and_sends_nothing_twice_afterwards(
    two: Office, other: FakeService
) -> None:
    spent = Outcome(Verdict.LATER, retry_after=3600.0, everyone=True, error="quota exceeded")
    two.service.fails_with = spent  # its courtesy calls work
    keys = await _people(two, 40)
    await two.pass_time(60)
    assert len(other.arrived) == 40
    asked = len(two.service.calls)
    await two.pass_time(6 * 3600)
    two.service.fails_with = None
    await two.pass_time(2 * 3600)
    assert (len(other.arrived), two.service.texts()) == (40, [])
    assert len(two.service.calls) == asked
    assert {await two.state(key) for key in keys} == {MessageState.SENT}
    await two.put("nhắc mới", member=await two.member("Mai", "wire", "other"), kind=REMINDER)
    await two.pass_time(60)
    assert two.service.texts() == ["nhắc mới"]


async def test_who_has_only_the_channel_that_is_down_gets_the_message_when_it_is_back(
    two: Office, other: FakeService
) -> None:
    two.service.away, two.service.fails_with = True, AWAY
    lan = await two.member("Lan", "wire")
    key = await two.put("nhắc", member=lan, kind=REMINDER, expires=timedelta(hours=9))
    await two.pass_time(1800)
    two.service.away, two.service.fails_with = False, None
    await two.pass_time(900)
    assert two.service.texts() == ["nhắc"]
    assert await two.state(key) is MessageState.SENT


async def test_the_office_is_told_once_that_a_channel_is_down_by_another_one_and_once_that_it_is_back(
    two: Office, other: FakeService
) -> None:
    await two.member("Minh", "wire", "other", role=Role.OFFICE)
    two.service.away, two.service.fails_with = True, AWAY
    await _people(two, 5)
    await two.pass_time(1800)
    told = [text for text in other.texts("Minh") if "không gửi được" in text]
    assert len(told) == 1
    assert [a.chat for a in other.arrived if "không gửi được" in a.text] == ["Minh"], "staff are not told"
    # A new process does not tell it again.
    two.delivery = two.new_process()
    await two.delivery.recover()
    await two.put("x", "Lan")
    await two.pass_time(900)
    two.service.away, two.service.fails_with = False, None
    await two.pass_time(900)
    everything = two.service.texts("Minh") + other.texts("Minh")
    assert len([text for text in everything if "đang không gửi được" in text]) == 1
    assert len([text for text in everything if "đã gửi được trở lại" in text]) == 1


async def test_with_one_channel_the_office_hears_of_it_when_it_is_back(file: SqlDatabase, time: Time) -> None:
    office = Office(file, time)
    await office.member("Minh", role=Role.OFFICE)
    office.service.away, office.service.fails_with = True, AWAY
    await office.put("nhắc", "Lan")
    await office.pass_time(3600)
    office.service.away, office.service.fails_with = False, None
    await office.pass_time(1800)
    (told,) = office.service.texts("Minh")
    assert "đã gửi được trở lại" in told


async def test_a_service_that_answers_but_takes_nothing_is_not_called_back(two: Office, other: FakeService) -> None:
    await two.member("Minh", "wire", "other", role=Role.OFFICE)
    two.service.fails_with = AWAY  # its courtesy calls work
    await _people(two, 3)
    for _ in range(5):
        await two.put("tin", "Lan")
        await two.pass_time(400)
    assert len(other.texts("Minh")) == 1


async def test_the_channel_that_a_person_prefers_goes_before_the_office_s_order(
    two: Office, other: FakeService
) -> None:
    lan = await two.member("Lan", "wire", "other")
    async with two.database.write() as uow:
        await uow.personal.set(lan, replace(await uow.personal.get(lan), channel="other"))
    await two.put("nhắc", member=lan, kind=REMINDER)
    await two.pass_time(60)
    assert (two.service.texts(), other.texts()) == ([], ["nhắc"])
    other.will_answer("Lan", REFUSED)
    await two.put("nhắc nữa", member=lan, kind=REMINDER)
    await two.pass_time(60)
    assert two.service.texts() == ["nhắc nữa"]
