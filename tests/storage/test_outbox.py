"""Messages to send: queued once, sent in order, and never forgotten by a crash."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from storage.records import Attempt, Cause, ChannelUsage, Fate, Member, MessageKind, MessageState, OutboxMessage, Role
from storage.sql.database import SqlDatabase
from storage.sql.engines import parse, sqlite_file
from storage.unit_of_work import UnitOfWork

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
REPLY, DECISION, REMINDER, BROADCAST = MessageKind


async def _put(uow: UnitOfWork, key: str, kind: MessageKind = REPLY, chat: str = "1", **more: Any) -> bool:
    return await uow.outbox.put(key=key, kind=kind, reply=f'"{key}"', now=NOW, channel="telegram", chat=chat, **more)


async def _due(uow: UnitOfWork, now: datetime = NOW, **more: Any) -> list[str]:
    return [message.key for message in await uow.outbox.due(now, **more)]


async def _get(uow: UnitOfWork, key: str) -> OutboxMessage:
    found = await uow.outbox.get(key)
    assert found is not None
    return found


async def test_a_message_queued_twice_is_there_once_as_it_was_first(database: SqlDatabase, lan: Member) -> None:
    async with database.write() as uow:
        first = {"kind": REMINDER, "now": NOW, "member_id": lan.id, "not_before": NOW, "expires": NOW + HOUR}
        assert await uow.outbox.put(key="digest:2026-11-24:1", reply='"một"', **first)  # type: ignore[arg-type]
        assert not await uow.outbox.put(key="digest:2026-11-24:1", reply='"hai"', **first)  # type: ignore[arg-type]
        message = await _get(uow, "digest:2026-11-24:1")
    assert (message.reply, message.kind, message.member_id, message.chat) == ('"một"', REMINDER, lan.id, None)
    assert (message.not_before, message.expires, message.created) == (NOW, NOW + HOUR, NOW)
    assert (message.state, message.attempts, message.repeat) == (MessageState.PENDING, 0, False)


async def test_a_message_to_nobody_is_refused(database: SqlDatabase) -> None:
    async with database.write() as uow:
        with pytest.raises(ValueError, match="needs a member"):
            await uow.outbox.put(key="k", kind=REPLY, reply="{}", now=NOW)


async def test_the_day_s_digests_planned_by_two_processes_are_there_once(
    database: SqlDatabase, other: SqlDatabase
) -> None:
    async def plan(through: SqlDatabase) -> int:
        async with through.write() as uow:
            return sum([await _put(uow, f"digest:{n}", REMINDER, str(n)) for n in range(20)])

    assert sum(await asyncio.gather(plan(database), plan(other), plan(database))) == 20


async def test_who_waits_for_an_answer_comes_first(database: SqlDatabase) -> None:
    async with database.write() as uow:
        await _put(uow, "news", BROADCAST, "1")
        await _put(uow, "digest", REMINDER, "1")
        await _put(uow, "digest of another", REMINDER, "2")
        await _put(uow, "reply", REPLY, "1")
        await _put(uow, "decision", DECISION, "2")
        assert await _due(uow) == ["reply", "decision", "digest", "digest of another", "news"]
        assert await _due(uow, limit=2) == ["reply", "decision"]


async def test_a_later_hour_is_waited_for_and_holds_back_nobody(database: SqlDatabase) -> None:
    async with database.write() as uow:
        await _put(uow, "tomorrow", not_before=NOW + 24 * HOUR)
        await _put(uow, "soon", not_before=NOW + HOUR, chat="2")
        await _put(uow, "reply")
        assert await _due(uow) == ["reply"]
        assert await uow.outbox.next_due(NOW) == NOW + HOUR
        assert await uow.outbox.next_due(NOW + 24 * HOUR) is None
        assert await _due(uow, NOW + HOUR) == ["soon", "reply"]


async def test_messages_of_one_chat_leave_one_by_one_in_order(database: SqlDatabase) -> None:
    async with database.write() as uow:
        for key in ("first", "second", "third"):
            await _put(uow, key)
        await _put(uow, "elsewhere", chat="2")
        first = await _get(uow, "first")
        assert await _due(uow) == ["first", "elsewhere"]
        assert await uow.outbox.sending(first.id)
        assert await _due(uow) == ["elsewhere"]
        await uow.outbox.sent(first.id, NOW)
        assert await _due(uow) == ["second", "elsewhere"]


async def test_a_message_that_waits_for_its_next_try_is_not_overtaken(database: SqlDatabase) -> None:
    async with database.write() as uow:
        await _put(uow, "first")
        await _put(uow, "second")
        first = await _get(uow, "first")
        await uow.outbox.sending(first.id)
        await uow.outbox.later(first.id, NOW + timedelta(seconds=5), "429")
        assert await _due(uow) == []
        assert await uow.outbox.next_due(NOW) == NOW + timedelta(seconds=5)
        assert await _due(uow, NOW + timedelta(seconds=5)) == ["first"]
        await uow.outbox.settle(first.id, MessageState.REFUSED, "chat not found", NOW)
        assert await _due(uow) == ["second"]


async def test_nothing_else_leaves_for_a_chat_while_something_is_on_its_way_to_it(database: SqlDatabase) -> None:
    async with database.write() as uow:
        await _put(uow, "digest", REMINDER)
        await uow.outbox.sending((await _get(uow, "digest")).id)
        await _put(uow, "reply")
        assert await _due(uow) == []


async def test_one_of_two_senders_gets_a_message(database: SqlDatabase, other: SqlDatabase) -> None:
    async with database.write() as uow:
        await _put(uow, "k")
        message = await _get(uow, "k")

    async def claim(through: SqlDatabase) -> bool:
        async with through.write() as uow:
            return await uow.outbox.sending(message.id)

    assert sorted(await asyncio.gather(*(claim(through) for through in [database, other] * 2))) == [
        False,
        False,
        False,
        True,
    ]


async def test_a_sent_message_tells_when_and_as_what_and_stays_sent(database: SqlDatabase) -> None:
    async with database.write() as uow:
        await _put(uow, "k")
        message = await _get(uow, "k")
        await uow.outbox.sending(message.id)
        await uow.outbox.part_sent(message.id, 2)
        await uow.outbox.sent(message.id, NOW, "4711")
        await uow.outbox.later(message.id, NOW, "late report")
        await uow.outbox.settle(message.id, MessageState.REFUSED, "late report", NOW + HOUR)
        await uow.outbox.sent(message.id, NOW + HOUR, "4712")
        message = await _get(uow, "k")
        assert (message.state, message.sent, message.remote) == (MessageState.SENT, NOW, "4711")
        assert (message.parts_sent, message.attempts, message.error) == (2, 1, "")
        assert not await uow.outbox.sending(message.id)


async def test_a_try_that_may_have_arrived_is_repeated_as_such(database: SqlDatabase) -> None:
    async with database.write() as uow:
        await _put(uow, "k")
        message = await _get(uow, "k")
        await uow.outbox.sending(message.id)
        await uow.outbox.later(message.id, NOW, "timeout", repeat=True)
        await uow.outbox.sending(message.id)
        await uow.outbox.later(message.id, NOW, "429")
        message = await _get(uow, "k")
        assert (message.state, message.repeat, message.attempts) == (MessageState.PENDING, True, 2)


async def test_after_a_crash_what_was_on_its_way_is_repeated_once_marked_and_broadcasts_wait_for_the_office(
    database: SqlDatabase,
) -> None:
    async with database.write() as uow:
        for chat, (key, kind) in enumerate({"r": REPLY, "d": DECISION, "digest": REMINDER, "news": BROADCAST}.items()):
            await _put(uow, key, kind, str(chat))
            await uow.outbox.sending((await _get(uow, key)).id)
        await uow.outbox.part_sent((await _get(uow, "r")).id, 1)
        await _put(uow, "untouched", chat="9")
    async with database.write() as uow:
        assert await uow.outbox.recover(NOW + HOUR) == 4
        assert await uow.outbox.recover(NOW + HOUR) == 0
    async with database.read() as uow:
        assert await _due(uow) == ["r", "d", "untouched", "digest"]
        assert [m.repeat for m in await uow.outbox.due(NOW)] == [True, True, False, True]
        assert (await _get(uow, "r")).parts_sent == 1
        news = await _get(uow, "news")
        assert (news.state, news.repeat) == (MessageState.HELD, True)
        assert await uow.outbox.counts() == {MessageState.PENDING: 4, MessageState.HELD: 1}
        assert [m.key for m in await uow.outbox.failures(since=NOW)] == ["news"]


async def test_the_office_sees_what_failed_the_newest_first(database: SqlDatabase) -> None:
    states = (MessageState.REFUSED, MessageState.GONE, MessageState.EXPIRED, MessageState.CANCELLED)
    async with database.write() as uow:
        for minutes, state in enumerate(states):
            await _put(uow, state.value, chat=state.value)
            message = await _get(uow, state.value)
            await uow.outbox.settle(message.id, state, f"why {state.value}", NOW + timedelta(minutes=minutes))
        found = await uow.outbox.failures(since=NOW + timedelta(minutes=1))
        assert [(m.key, m.error) for m in found] == [("expired", "why expired"), ("gone", "why gone")]
        assert [m.key for m in await uow.outbox.failures(since=NOW, limit=1)] == ["expired"]
        assert await _due(uow) == []


async def test_a_message_keeps_what_became_of_it_on_each_channel(database: SqlDatabase) -> None:
    async with database.write() as uow:
        await _put(uow, "k", REMINDER)
        message = await _get(uow, "k")
        await uow.outbox.sending(message.id, "zalo_bot")
        await uow.outbox.part_sent(message.id, 2)
        await uow.outbox.tried(message, Attempt("zalo_bot", NOW, Fate.REFUSED, "quá dài"))
        await uow.outbox.later(message.id, NOW, "quá dài")
        assert ((await _get(uow, "k")).via, (await _get(uow, "k")).parts_sent) == ("zalo_bot", 2)
        await uow.outbox.sending(message.id, "telegram")
        assert (await _get(uow, "k")).parts_sent == 0, "elsewhere it begins anew"
        await uow.outbox.recover(NOW + HOUR)
        message = await _get(uow, "k")
    assert message.trail == (
        Attempt("zalo_bot", NOW, Fate.REFUSED, "quá dài"),
        Attempt("telegram", NOW + HOUR, Fate.UNKNOWN),
    )


async def test_a_reminder_that_cannot_wait_comes_before_others_and_behind_replies(database: SqlDatabase) -> None:
    async with database.write() as uow:
        await _put(uow, "digest", REMINDER, "1")
        await _put(uow, "due today", REMINDER, "2", urgent=True)
        await _put(uow, "reply", REPLY, "3", urgent=True)
        assert await _due(uow) == ["reply", "due today", "digest"]
        assert [m.urgency for m in await uow.outbox.due(NOW)] == [0, 1, 2]


async def test_whom_a_message_is_for_and_which_channel_it_must_not_take_is_kept(
    database: SqlDatabase, lan: Member
) -> None:
    async with database.write() as uow:
        await uow.outbox.put(
            key="k",
            kind=DECISION,
            reply="{}",
            now=NOW,
            member_id=lan.id,
            roles={Role.OFFICE, Role.HEAD},
            not_by="telegram",
        )
        message = await _get(uow, "k")
    assert message.roles == {Role.OFFICE, Role.HEAD}
    assert message.trail == (Attempt("telegram", NOW, Fate.LATE),)


async def test_what_is_unclear_is_counted_and_settled_as_the_office_decides(database: SqlDatabase) -> None:
    async with database.write() as uow:
        assert await uow.outbox.unclear(BROADCAST) is None
        for number in range(3):
            await _put(uow, f"news {number}", BROADCAST, str(number))
            await uow.outbox.settle((await _get(uow, f"news {number}")).id, MessageState.HELD, "timeout", NOW)
        unclear = await uow.outbox.unclear(BROADCAST)
        assert unclear is not None
        assert (unclear.count, unclear.since) == (3, NOW)
        first = (await _get(uow, "news 0")).id
        assert await uow.outbox.decide(BROADCAST, first, NOW, again=True) == 1
        assert await uow.outbox.decide(BROADCAST, unclear.newest, NOW, again=False) == 2
        assert await uow.outbox.decide(BROADCAST, unclear.newest, NOW, again=True) == 0
        states = [(await _get(uow, f"news {number}")).state for number in range(3)]
    assert states == [MessageState.PENDING, MessageState.CANCELLED, MessageState.CANCELLED]


async def test_failures_are_counted_by_cause(database: SqlDatabase) -> None:
    async with database.write() as uow:
        for number in range(3):
            await _put(uow, str(number), chat=str(number))
            message = await _get(uow, str(number))
            await uow.outbox.sending(message.id, "telegram")
            state = MessageState.GONE if number else MessageState.REFUSED
            await uow.outbox.settle(message.id, state, f"chat {number}", NOW)
        causes = await uow.outbox.causes(since=NOW)
        assert causes == [Cause(MessageState.GONE, "telegram", 2), Cause(MessageState.REFUSED, "telegram", 1)]
        assert await uow.outbox.causes(since=NOW + HOUR) == []


async def test_messages_of_a_month_are_counted_by_channel(database: SqlDatabase, other: SqlDatabase) -> None:
    async def send(through: SqlDatabase) -> None:
        for _ in range(5):
            async with through.write() as uow:
                await uow.usage.add("zalo_bot", "2026-12", 1, 3000)

    await asyncio.gather(send(database), send(other))
    async with database.read() as uow:
        assert await uow.usage.of("zalo_bot", "2026-12") == 10
        assert await uow.usage.of("zalo_bot", "2027-01") == 0
        assert await uow.usage.all("2026-12") == [ChannelUsage("zalo_bot", "2026-12", 10, 3000)]


@pytest.mark.sqlite
async def test_finding_what_is_due_reads_no_more_than_it_must(database: SqlDatabase, database_url: str) -> None:
    # 15,000 digests wait at eight in the morning: the question must go through indices and stop at its limit.
    asked: list[tuple[str, Any]] = []

    def listen(_connection: Any, _cursor: Any, statement: str, values: Any, _context: Any, _many: bool) -> None:
        asked.append((statement, values))

    event.listen(Engine, "before_cursor_execute", listen)
    async with database.read() as uow:
        await uow.outbox.due(NOW, skip=[1, 2])
        await uow.outbox.next_due(NOW)
    event.remove(Engine, "before_cursor_execute", listen)
    with sqlite3.connect(sqlite_file(parse(database_url))) as connection:
        plans = [connection.execute(f"EXPLAIN QUERY PLAN {sql}", values) for sql, values in asked if "outbox" in sql]
        steps = [row[3] for plan in plans for row in plan]
    assert len(steps) >= 4
    assert [step for step in steps if re.search(r"SCAN (outbox|other)|TEMP B-TREE", step)] == []
