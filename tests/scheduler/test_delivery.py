"""What the bot promised to say arrives: once, in order, no faster than allowed, and marked when it may be a repeat."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from handlers.messages import Action, Choice
from scheduler.delivery import Delivery, Outcome, Verdict
from storage.records import MessageKind, MessageState
from tests.support.outgoing import LIMITED, Office


async def test_each_message_arrives_once_and_in_the_order_of_its_chat(office: Office) -> None:
    for number in range(30):
        await office.put(f"m{number}", chat="ab"[number % 2])
    await office.pass_time(5)
    assert office.service.texts("a") == [f"m{n}" for n in range(0, 30, 2)]
    assert office.service.texts("b") == [f"m{n}" for n in range(1, 30, 2)]


async def test_a_reply_overtakes_reminders_and_broadcasts(slow_office: Office) -> None:
    await slow_office.put("thông báo", "a", kind=MessageKind.BROADCAST)
    await slow_office.put("nhắc", "b", kind=MessageKind.REMINDER)
    await slow_office.put("trả lời", "c", kind=MessageKind.REPLY)
    await slow_office.pass_time(5)
    assert slow_office.service.texts() == ["trả lời", "nhắc", "thông báo"]


async def test_a_chat_gets_one_message_a_second_and_the_service_no_more_than_its_rate(slow_office: Office) -> None:
    for number in range(90):
        await slow_office.put(f"m{number}", chat=f"chat{number % 45}")
    await slow_office.pass_time(30)
    arrived = slow_office.service.arrived
    assert len(arrived) == 90
    for chat in {a.chat for a in arrived}:
        moments = [a.at for a in arrived if a.chat == chat]
        assert all(after - before >= 1 for before, after in pairwise(moments))
    per_second = Counter(int((a.at - 1000) * 25 // 25) for a in arrived)
    assert max(per_second.values()) <= 26
    assert arrived[-1].at - arrived[0].at < 6, "and no slower than it may"


async def test_a_group_gets_no_more_than_twenty_messages_a_minute(slow_office: Office) -> None:
    for number in range(45):
        await slow_office.put(f"m{number}", chat="-100")
    await slow_office.pass_time(200)
    moments = [a.at for a in slow_office.service.arrived]
    assert len(moments) == 45
    assert all(sum(start <= at < start + 60 for at in moments) <= 20 for start in moments)


async def test_a_long_message_counts_for_each_of_its_parts(slow_office: Office) -> None:
    slow_office.service.parts = 3
    await slow_office.put("dài")
    await slow_office.put("sau")
    await slow_office.pass_time(10)
    first, second = slow_office.service.arrived
    assert second.at - first.at >= 3


async def test_one_asked_to_wait_waits_that_long_and_nobody_else_does(slow_office: Office) -> None:
    slow_office.service.will_answer("a", Outcome(Verdict.LATER, retry_after=17.0))
    await slow_office.put("một", "a")
    await slow_office.put("hai", "a")
    for number in range(20):
        await slow_office.put("khác", f"other{number}")
    await slow_office.pass_time(60)
    calls = [at for chat, at in slow_office.service.calls if chat == "a"]
    assert 17 <= calls[1] - calls[0] < 18
    assert slow_office.service.texts("a") == ["một", "hai"]
    others = [a.at for a in slow_office.service.arrived if a.chat != "a"]
    assert max(others) < 1000 + 3


async def test_when_the_service_asks_everybody_to_wait_nobody_is_written_to(slow_office: Office) -> None:
    slow_office.service.will_answer("a", Outcome(Verdict.LATER, retry_after=30.0, everyone=True))
    await slow_office.put("một", "a")
    await slow_office.put("hai", "b")
    await slow_office.pass_time(60)
    first, *others = slow_office.service.calls
    assert all(at - first[1] >= 30 for _, at in others)
    assert sorted(slow_office.service.texts()) == ["hai", "một"]


async def test_a_ban_that_is_told_chat_by_chat_is_recognised_before_everybody_has_been_tried(
    slow_office: Office,
) -> None:
    for number in range(100):
        slow_office.service.will_answer(f"c{number}", Outcome(Verdict.LATER, retry_after=300.0))
        await slow_office.put("tin", f"c{number}")
    await slow_office.pass_time(250)
    assert len(slow_office.service.calls) < 30
    slow_office.service.answers_to.clear()
    await slow_office.pass_time(400)
    assert len(slow_office.service.arrived) == 100


async def test_in_a_storm_of_waits_nothing_is_lost_and_no_wait_is_cut_short(slow_office: Office) -> None:
    for number in range(60):
        if number % 2:
            slow_office.service.will_answer(f"c{number}", Outcome(Verdict.LATER, retry_after=float(1 + number % 30)))
        await slow_office.put("tin", f"c{number}")
    await slow_office.pass_time(120)
    assert sorted(a.chat for a in slow_office.service.arrived) == sorted(f"c{n}" for n in range(60))
    for number in range(1, 60, 2):
        first, second = (at for chat, at in slow_office.service.calls if chat == f"c{number}")
        assert second - first >= 1 + number % 30


async def test_a_chat_whose_call_hangs_holds_up_nobody(office: Office) -> None:
    office.service.stuck.add("a")
    await office.put("treo", "a")
    for chat in "bcdef":
        await office.put(f"đi {chat}", chat)
    running = asyncio.create_task(office.delivery.run(asyncio.Event()))
    await office.calls(6)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert len(office.service.arrived) == 5


async def test_a_flood_to_one_chat_does_not_delay_the_others(slow_office: Office) -> None:
    for number in range(250):
        await slow_office.put(f"m{number}", "flooder")
    await slow_office.put("một câu trả lời", "b")
    await slow_office.pass_time(2)
    assert slow_office.service.texts("b") == ["một câu trả lời"]


async def test_with_little_room_people_take_turns(slow_office: Office) -> None:
    for number in range(30):
        await slow_office.put(f"m{number}", "flooder")
    for number in range(60):
        await slow_office.put("tin", f"c{number}")
    slow_office.service.rates = replace(LIMITED, per_second=2.0, chat_interval=0.1)
    slow_office.delivery = slow_office.new_process()
    await slow_office.pass_time(35)
    first = slow_office.service.arrived[:61]
    assert [a.chat for a in first].count("flooder") == 1, "everybody has one before anybody has two"


async def test_a_service_that_is_down_is_tried_less_and_less_and_then_gets_everything(office: Office) -> None:
    failing = [Outcome(Verdict.LATER, error="502")] * 6
    keys = []
    for chat in "abc":
        office.service.will_answer(chat, *failing)
        keys.append(await office.put(f"tới {chat}", chat))
    await office.pass_time(120)
    early = len(office.service.calls)
    assert early < 21
    await office.pass_time(1500)
    assert sorted(office.service.texts()) == ["tới a", "tới b", "tới c"]


async def test_who_blocked_the_bot_is_noted_and_written_to_no_more(office: Office) -> None:
    member = await office.member("Lan")
    office.service.will_answer("Lan", Outcome(Verdict.GONE, error="bot was blocked by the user"))
    first = await office.put("nhắc 1", member=member, kind=MessageKind.REMINDER)
    await office.pass_time(1)
    second = await office.put("nhắc 2", member=member, kind=MessageKind.REMINDER)
    await office.pass_time(1)
    assert [await office.state(first), await office.state(second)] == [MessageState.GONE, MessageState.GONE]
    assert len(office.service.calls) == 1
    async with office.database.read() as uow:
        lan = await uow.members.get(member)
    assert lan is not None
    assert not lan.accounts[0].reachable


async def test_a_message_to_somebody_who_left_meanwhile_is_not_sent(office: Office) -> None:
    member = await office.member("Lan")
    key = await office.put("nhắc", member=member, kind=MessageKind.REMINDER)
    async with office.database.write() as uow:
        await uow.members.change(member, active=False)
    await office.pass_time(1)
    assert office.service.calls == []
    assert await office.state(key) is MessageState.CANCELLED


async def test_a_message_to_a_member_goes_to_the_account_they_have_when_it_leaves(office: Office) -> None:
    member = await office.member("Lan", channel="elsewhere")
    key = await office.put("nhắc", member=member, kind=MessageKind.REMINDER)
    await office.pass_time(10)
    assert await office.state(key) is MessageState.PENDING, "no channel that runs leads to her yet"
    async with office.database.write() as uow:
        await uow.members.link(member, "wire", "Lan", "lan-chat")
    await office.pass_time(120)
    assert office.service.texts("lan-chat") == ["nhắc"]


async def test_what_comes_too_late_is_dropped_and_said_so(office: Office) -> None:
    key = await office.put("nhắc", kind=MessageKind.REMINDER, expires=timedelta(hours=1))
    office.time.seconds += 3601
    await office.pass_time(1)
    assert office.service.calls == []
    assert await office.state(key) is MessageState.EXPIRED


async def test_what_the_service_refuses_for_good_is_not_tried_again_and_holds_up_nothing(office: Office) -> None:
    office.service.will_answer("a", Outcome(Verdict.REFUSED, error="chat not found"))
    key = await office.put("một")
    await office.put("hai")
    await office.pass_time(1)
    assert await office.state(key) is MessageState.REFUSED
    assert office.service.texts() == ["hai"]


async def test_an_unknown_fate_is_repeated_once_with_a_mark(office: Office) -> None:
    office.service.will_answer("a", Outcome(Verdict.UNKNOWN, error="timeout"), Outcome(Verdict.UNKNOWN))
    key = await office.put("đã ghi", kind=MessageKind.REPLY)
    await office.pass_time(600)
    assert [a.repeat for a in office.service.arrived] == [False, True]
    assert await office.state(key) is MessageState.HELD


async def test_the_one_repeat_waits_for_a_service_that_is_away(office: Office) -> None:
    office.service.will_answer("a", Outcome(Verdict.UNKNOWN, error="timeout"))
    await office.put("đã ghi")
    await office.pass_time(1)
    office.service.away = True
    await office.pass_time(900)
    assert len(office.service.calls) == 1
    office.service.away = False
    await office.pass_time(60)
    assert [a.repeat for a in office.service.arrived] == [False, True]


async def test_a_broadcast_of_unknown_fate_waits_for_the_office(office: Office) -> None:
    office.service.will_answer("a", Outcome(Verdict.UNKNOWN, error="timeout"))
    key = await office.put("thông báo", kind=MessageKind.BROADCAST)
    await office.pass_time(600)
    assert len(office.service.calls) == 1
    assert await office.state(key) is MessageState.HELD


async def test_a_fault_of_ours_in_sending_counts_as_unknown_and_stops_nothing(office: Office) -> None:
    office.service.will_answer("a", RuntimeError("rendering"))
    await office.put("một", "a")
    await office.put("hai", "b")
    await office.pass_time(60)
    assert sorted(office.service.texts()) == ["hai", "một"]


async def test_what_was_on_its_way_when_the_process_died_is_sent_once_more_and_says_so(office: Office) -> None:
    await office.put("một", "a")
    await office.put("hai", "a")
    await office.put("thông báo", "b", kind=MessageKind.BROADCAST)
    office.service.stuck |= {"a", "b"}
    task = asyncio.create_task(office.delivery.run(asyncio.Event()))
    await office.calls(2)
    task.cancel()  # the process dies with both calls under way
    await asyncio.gather(task, return_exceptions=True)
    office.service.stuck.clear()
    office.delivery = office.new_process()
    assert await office.delivery.recover() == 2
    await office.pass_time(60)
    assert [(a.text, a.repeat) for a in office.service.arrived] == [("một", True), ("hai", False)]


async def test_a_long_message_goes_on_after_the_part_that_arrived(office: Office) -> None:
    office.service.parts = 3
    office.service.will_answer("a", Outcome(Verdict.LATER, error="502"))
    await office.put("dài")
    await office.pass_time(60)
    assert [a.first_part for a in office.service.arrived] == [2]


async def test_a_group_that_moved_is_written_to_at_its_new_place_at_once(office: Office) -> None:
    office.service.will_answer("-1", Outcome(Verdict.LATER, chat_moved="-1001"))
    await office.put("tin", "-1")
    await office.pass_time(1)
    assert office.service.texts("-1001") == ["tin"]


async def test_choices_can_be_taken_from_the_moment_their_message_arrives(office: Office) -> None:
    await office.put("chọn", choices=(Choice("Có", Action("x", {"y": "1"})), Choice("Không", Action("z"))))
    await office.pass_time(1)
    shown = office.service.arrived[0].reply.choices
    async with office.database.read() as uow:
        taken = await uow.choices.by_token("wire", "a", shown[0].token, office.time.now())
        menu = await uow.choices.latest_menu("wire", "a", office.time.now())
    assert taken is not None
    assert (taken.action, taken.arguments, taken.position) == ("x", {"y": "1"}, 1)
    assert [offered.label for offered in menu] == ["Có", "Không"]


async def test_two_senders_by_mistake_do_not_send_a_message_twice(office: Office) -> None:
    other = office.new_process()
    for number in range(20):
        await office.put(f"m{number}", chat=str(number))
    async with asyncio.TaskGroup() as group:
        await office.delivery.step(group)
        await other.step(group)
    await office.pass_time(1)
    assert len(office.service.arrived) == 20


async def test_draining_sends_what_is_due_and_leaves_what_must_wait(slow_office: Office) -> None:
    for number in range(3):
        await slow_office.put(f"m{number}", chat=str(number))
    slow_office.service.will_answer("0", Outcome(Verdict.LATER, retry_after=500.0))
    slow_office.service.rates = LIMITED
    delivery = Delivery(slow_office.database, [slow_office.service], clock=slow_office.time.now)
    await asyncio.wait_for(delivery.drain(2.0), 10)
    assert sorted(slow_office.service.texts()) == ["m1", "m2"]
