"""What the office is asked and shown about the sending of messages."""

from __future__ import annotations

from datetime import timedelta

from handlers import delivering
from handlers.messages import Reply, dump, load, say
from scheduler.offers import offered
from storage.records import MessageKind, MessageState, Role
from tests.support.talk import ZONE, Person, Talk, text_of


async def _lost(talk: Talk, count: int, kind: MessageKind = MessageKind.BROADCAST) -> None:
    """Messages that were on their way when the program died."""
    async with talk.database.write() as uow:
        for number in range(count):
            key = f"{kind.value}:{talk.now.isoformat()}:{number}"
            await uow.outbox.put(
                key=key, kind=kind, reply=dump(say("họp")), now=talk.now, channel="terminal", chat=f"c{number}"
            )
            message = await uow.outbox.get(key)
            assert message is not None
            await uow.outbox.sending(message.id, "terminal")
        await uow.outbox.recover(talk.now)


async def _asked(talk: Talk, person: Person) -> list[str]:
    """The questions that wait for a person, the newest on their screen."""
    async with talk.database.write() as uow:
        await delivering.ask_unclear(uow, talk.now)
        found = [m for m in await uow.outbox.due(talk.now) if m.key.startswith("unclear:")]
        if found:
            person.screen = await offered(uow, talk.channel, person.name, load(found[-1].reply), talk.now)
    return [text_of(load(message.reply)) for message in found]


async def test_the_office_is_asked_once_about_broadcasts_of_unknown_fate_and_sends_them_again_marked(
    talk: Talk,
) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await _lost(talk, 12)
    await _lost(talk, 1, MessageKind.REMINDER)
    assert await _asked(talk, minh) == [], "more may be added to them"
    talk.now += timedelta(minutes=3)
    for _ in range(3):
        (question,) = await _asked(talk, minh)
    assert "12 tin thông báo chưa rõ kết quả" in question
    assert "Đã đưa 12 tin vào hàng chờ gửi lại." in await minh.takes("Gửi lại 12 tin")
    async with talk.database.read() as uow:
        again = [m for m in await uow.outbox.due(talk.now) if m.kind is MessageKind.BROADCAST]
    assert [m.repeat for m in again] == [True] * 12


async def test_what_the_office_drops_is_not_sent_and_a_late_press_changes_nothing(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await _lost(talk, 2)
    talk.now += timedelta(minutes=3)
    await _asked(talk, minh)
    again = minh.choice("Gửi lại").token
    assert "không gửi lại 2 tin" in await minh.takes("Không gửi lại")
    assert "đã được xử lý" in await minh.presses(again)
    async with talk.database.read() as uow:
        assert (await uow.outbox.counts())[MessageState.CANCELLED] == 2
        assert (await uow.audit.newest(limit=1))[0].action == "unclear.drop"


async def test_the_standing_tells_queue_channels_budgets_failures_and_people_out_of_reach(talk: Talk) -> None:
    await talk.member("Minh", Role.OFFICE)
    await talk.member("Lan")
    async with talk.database.write() as uow:
        await uow.members.set_reachable("terminal", "Lan", False)
        await uow.outbox.put(
            key="k", kind=MessageKind.REMINDER, reply=dump(say("x")), now=talk.now, channel="telegram", chat="1"
        )
        message = await uow.outbox.get("k")
        assert message is not None
        await uow.outbox.sending(message.id, "telegram")
        await uow.outbox.settle(message.id, MessageState.REFUSED, "Bad Request: chat not found", talk.now)
        await delivering.channel_down(uow, "zalo_bot", talk.now, talk.now, ZONE, full=False)
        await uow.usage.add("zalo_bot", "2026-11", 2400, 3000)
        text = text_of(Reply(await delivering.standing(uow, talk.now, ZONE)))
    for words in (
        "Đang chờ gửi: 1",
        "Zalo: không gửi được từ 09:00 ngày 24/11/2026",
        "2400/3000 (80%)",
        "1 tin: kênh không nhận (Telegram)",
        "Chưa liên lạc được (1 người): Lan",
    ):
        assert words in text
    assert "Bad Request" not in text


async def test_the_command_shows_the_standing_and_asks_what_waits_for_an_answer(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    assert "7 ngày qua không có tin nào gửi hỏng" in await minh.says("/hethong hàng chờ")
    await _lost(talk, 3)
    await minh.says("hệ thống")
    text = await minh.takes("Hàng chờ")
    assert "3 tin: chưa rõ đã tới hay chưa (máy tính)" in text
    assert "3 tin thông báo chưa rõ kết quả" in text
    assert "Đã đưa 3 tin" in await minh.takes("Gửi lại 3 tin")
    lan = await talk.member("Lan")
    assert "dành cho Văn phòng" in await lan.says("/hethong")
