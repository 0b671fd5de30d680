"""What people send is handled once, in the order of their conversation, whatever dies meanwhile."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import structlog

from bot.inbox import Inbox
from handlers.messages import Incoming, Reply, say
from handlers.office import Office
from handlers.outside import Fetch, FileFault, Needs
from handlers.wording import errors as words
from knowledge.workdays import Calendar
from scheduler.delivery import Delivery
from scheduler.retry import Backoff
from storage.errors import NotWritten
from storage.records import AuditEntry
from storage.sql.database import SqlDatabase, open_database
from storage.unit_of_work import UnitOfWork
from tests.support.wires import FakeChannel, update

NOW = datetime(2026, 11, 24, 1, tzinfo=UTC)
AT_ONCE = Backoff(timedelta(milliseconds=1), timedelta(milliseconds=5))


class Killed(BaseException):
    """The process dies here."""


async def record(uow: UnitOfWork, incoming: Incoming) -> Reply | None:
    """A handler with an effect that can be counted."""
    said = incoming.text or f"press {incoming.pressed}"
    await uow.audit.add(member_id=None, member_name=incoming.chat, action="said", subject=said, now=NOW)
    return say(f"đã ghi {said}")


class Program:
    """Inbox and delivery over a database, started as often as a test likes."""

    def __init__(self, database: SqlDatabase) -> None:
        self.database = database
        self.channel = FakeChannel()
        self.act: Callable[[UnitOfWork, Incoming], Awaitable[Reply | None]] = record
        self.respond: Callable[[UnitOfWork, Incoming, dict[Any, Any]], Awaitable[Reply | None]] | None = None
        self.woken: Callable[[], None] = lambda: None
        self.inbox = self.new_inbox()

    def new_inbox(self) -> Inbox:
        async def respond(incoming: Incoming, *, uow: UnitOfWork, done: dict[Any, Any], **_: Any) -> Reply | None:
            if self.respond is not None:
                return await self.respond(uow, incoming, done)
            return await self.act(uow, incoming)

        return Inbox(
            self.database,
            [self.channel],
            office=Office(Calendar()),
            zone=ZoneInfo("Asia/Ho_Chi_Minh"),
            clock=lambda: NOW,
            wake=lambda: self.woken(),
            respond=respond,
            backoff=AT_ONCE,
        )

    async def restart(self) -> None:
        """A new process: handles what is stored and sends what is due."""
        self.woken = lambda: None
        await self.new_inbox().drain()
        delivery = Delivery(self.database, [self.channel], clock=lambda: NOW + timedelta(minutes=1))
        await delivery.recover()
        await delivery.drain()

    async def effects(self) -> list[AuditEntry]:
        async with self.database.read() as uow:
            return list(reversed(await uow.audit.newest(limit=1000)))

    async def said(self, chat: str | None = None) -> list[str]:
        return [e.subject for e in await self.effects() if chat is None or e.member_name == chat]


@pytest.fixture
def program(database: SqlDatabase) -> Program:
    return Program(database)


async def test_each_conversation_is_handled_in_its_order_and_answered(program: Program) -> None:
    await program.inbox.store("wire", [update(str(n), "ab"[n % 2], f"m{n}") for n in range(20)])
    await program.restart()
    assert await program.said("a") == [f"m{n}" for n in range(0, 20, 2)]
    assert program.channel.texts("b") == [f"đã ghi m{n}" for n in range(1, 20, 2)]


async def test_the_same_update_a_hundred_times_over_has_one_effect_and_one_answer(program: Program) -> None:
    once = [update("7", "a", "một")]
    await asyncio.gather(*(program.inbox.store("wire", once * 10) for _ in range(10)))
    await program.restart()
    await program.inbox.store("wire", once)
    await program.restart()
    assert await program.said() == ["một"]
    assert program.channel.texts() == ["đã ghi một"]


async def test_two_processes_at_once_handle_each_message_once_and_in_order(program: Program) -> None:
    await program.inbox.store("wire", [update(f"{c}{n}", c, f"{c}{n}") for n in range(8) for c in "abc"])
    await asyncio.gather(program.inbox.drain(), program.new_inbox().drain())
    for chat in "abc":
        assert await program.said(chat) == [f"{chat}{n}" for n in range(8)]


async def test_nobody_waits_for_the_service_to_hear_that_a_press_was_seen(program: Program) -> None:
    answered = asyncio.Event()

    async def act(uow: UnitOfWork, incoming: Incoming) -> Reply | None:
        if incoming.chat == "b":
            answered.set()
        return None

    async def read_slowly(payload: str) -> None:
        await asyncio.wait_for(answered.wait(), 10)

    program.act = act
    program.channel.press_seen = read_slowly  # type: ignore[method-assign]
    await program.inbox.store("wire", [update("1", "a", press="x"), update("2", "b", "nhanh")])
    await program.inbox.drain()
    assert answered.is_set()


async def test_one_who_floods_the_bot_does_not_hold_up_others(program: Program) -> None:
    order: list[str] = []

    async def act(uow: UnitOfWork, incoming: Incoming) -> Reply | None:
        order.append(incoming.chat)
        return None

    program.act = act
    await program.inbox.store("wire", [update(f"f{n}", "flooder", "x") for n in range(60)])
    await program.inbox.store("wire", [update("1", "a", "một câu hỏi")])
    await program.inbox.drain()
    assert len(order) == 61
    assert order.index("a") < 30  # long before the sixty are through, however busy the machine is


async def test_a_handler_that_fails_leaves_no_trace_but_an_apology(program: Program) -> None:
    async def act(uow: UnitOfWork, incoming: Incoming) -> Reply | None:
        await record(uow, incoming)
        if incoming.text == "hỏng":
            raise ZeroDivisionError("secret detail")
        return say("đã ghi")

    program.act = act
    await program.inbox.store("wire", [update("1", "a", "hỏng"), update("2", "a", "được")])
    await program.restart()
    assert await program.said() == ["được"]
    assert program.channel.texts() == [words.FAILED, "đã ghi"]


@pytest.mark.parametrize("dies", ["before the effect", "after the effect", "after the commit", "while sending", "sent"])
async def test_a_process_that_dies_anywhere_loses_nothing_and_doubles_nothing(program: Program, dies: str) -> None:
    async def act(uow: UnitOfWork, incoming: Incoming) -> Reply | None:
        if dies == "before the effect":
            raise Killed
        reply = await record(uow, incoming)
        if dies == "after the effect":
            raise Killed
        return reply

    def woken() -> None:
        if dies == "after the commit":
            raise Killed

    program.act, program.woken = act, woken
    await program.inbox.store("wire", [update("1", "a", "60%")])
    died: list[BaseException] = []
    try:
        await program.inbox.drain()
        if dies in ("while sending", "sent"):
            program.channel.will_answer("a", Killed())
            await Delivery(program.database, [program.channel], clock=lambda: NOW).drain()
    except BaseExceptionGroup as group:
        died = list(group.exceptions)
    assert died, "the trial itself must have died"
    program.act = record
    await program.restart()
    assert await program.said() == ["60%"]
    assert program.channel.texts() == ["đã ghi 60%"]
    assert [a.repeat for a in program.channel.arrived] == [dies in ("while sending", "sent")]


async def test_while_the_database_refuses_the_person_is_told_once_and_the_message_is_kept(program: Program) -> None:
    refusals = 6

    async def act(uow: UnitOfWork, incoming: Incoming) -> Reply | None:
        nonlocal refusals
        refusals -= 1
        if refusals >= 0:
            raise NotWritten("database or disk is full")
        return await record(uow, incoming)

    program.act = act
    await program.inbox.store("wire", [update("1", "a", "60%"), update("2", "a", "70%")])
    await program.inbox.drain()
    assert program.channel.texts() == [words.WAITING]
    await program.restart()
    assert await program.said() == ["60%", "70%"]
    assert program.channel.texts() == [words.WAITING, "đã ghi 60%", "đã ghi 70%"]


async def test_what_cannot_even_be_stored_is_not_acknowledged_and_the_person_is_told(sqlite_url: str) -> None:
    database = open_database(sqlite_url, busy_timeout=0.01)
    program = Program(database)
    other = sqlite3.connect(sqlite_url.partition("///")[2], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for _ in range(3):  # the service brings it again and again
        with pytest.raises(NotWritten):
            await program.inbox.store("wire", [update("1", "a", "60%")])
    assert program.channel.texts() == [words.WAITING]
    other.close()
    await program.inbox.store("wire", [update("1", "a", "60%")])
    await program.inbox.drain()
    assert await program.said() == ["60%"]
    await database.close()


async def test_an_update_that_cannot_be_read_or_is_not_for_us_stops_nothing(program: Program) -> None:
    items = [("1", "a", "garbage"), update("2", "a", ours=False), update("3", "a", "tiếp")]
    await program.inbox.store("wire", items)
    await program.restart()
    assert program.channel.texts() == ["đã ghi tiếp"]


async def test_a_press_is_acknowledged_and_its_message_edited(program: Program) -> None:
    async def act(uow: UnitOfWork, incoming: Incoming) -> Reply | None:
        return Reply(say("xong").blocks, replaces=True)

    program.act = act
    await program.inbox.store("wire", [update("1", "a", press="token", message="55")])
    await program.restart()
    assert [json.loads(payload)["press"] for payload in program.channel.seen] == ["token"]
    assert [a.replaces for a in program.channel.arrived] == ["55"]


async def test_stopping_finishes_what_is_being_handled_and_leaves_the_rest_for_the_next_start(
    program: Program,
) -> None:
    stop, begun, go_on = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def act(uow: UnitOfWork, incoming: Incoming) -> Reply | None:
        begun.set()
        await go_on.wait()
        return await record(uow, incoming)

    program.act = act
    await program.inbox.store("wire", [update("1", "a", "một"), update("2", "a", "hai")])
    running = asyncio.create_task(program.inbox.run(stop))
    await asyncio.wait_for(begun.wait(), 10)
    stop.set()
    program.inbox.wake()
    go_on.set()
    await asyncio.wait_for(running, 10)
    assert await program.said() == ["một"]
    await program.restart()
    assert await program.said() == ["một", "hai"]


async def test_one_line_is_logged_for_each_message_and_it_does_not_tell_what_was_said(program: Program) -> None:
    with structlog.testing.capture_logs() as lines:
        await program.inbox.store("wire", [update("1", "a", "/tiendo II.5 60% việc riêng")])
        await program.inbox.drain()
    handled = [line for line in lines if line["event"] == "handled"]
    assert [(line["action"], line["lane"]) for line in handled] == [("/tiendo", "wire:a")]
    assert isinstance(handled[0]["ms"], int)
    assert "riêng" not in str(lines)


async def stored_file(uow: UnitOfWork, incoming: Incoming, done: dict[Any, Any]) -> Reply | None:
    """A handler that asks for the file of its message."""
    assert incoming.file is not None
    work = Fetch(incoming.file.reference, 100)
    await uow.audit.add(member_id=None, member_name=incoming.chat, action="said", subject="thấy", now=NOW)
    if work not in done:
        raise Needs(work)
    return say(f"{done[work]!r}")


async def test_a_file_is_fetched_outside_of_the_transaction_and_its_message_has_one_effect(program: Program) -> None:
    program.channel.files["bản.docx"] = b"PK"
    free = asyncio.Event()
    fetch = program.channel.fetch

    async def slow(reference: str, limit: int) -> bytes:
        # Somebody else's message is written meanwhile: no transaction is open here.
        async with asyncio.timeout(5), program.database.write() as uow:
            await uow.settings.set("free", "1", NOW)
        free.set()
        return await fetch(reference, limit)

    program.channel.fetch = slow  # type: ignore[method-assign]
    program.respond = stored_file
    await program.inbox.store("wire", [update("1", "a", file="bản.docx")])
    await program.restart()
    assert free.is_set()
    assert program.channel.texts() == ["b'PK'"]
    assert await program.said() == ["thấy"]


async def test_a_file_that_cannot_be_fetched_is_told_to_the_handler(program: Program) -> None:
    program.channel.files["lớn"] = FileFault.TOO_LARGE
    program.respond = stored_file
    await program.inbox.store("wire", [update("1", "a", file="lớn"), update("2", "b", file="không có")])
    await program.restart()
    assert sorted(program.channel.texts()) == [repr(FileFault.GONE), repr(FileFault.TOO_LARGE)]
