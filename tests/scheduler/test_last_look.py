"""What is true at the moment of sending counts, not what was true when the message was put."""

from __future__ import annotations

from datetime import datetime

import pytest

from handlers.messages import Reply, say
from storage.errors import NotWritten
from storage.records import MessageKind, MessageState, OutboxMessage, Role
from storage.sql.database import SqlDatabase
from storage.unit_of_work import UnitOfWork
from tests.support.outgoing import Office
from tests.support.times import Time

REMINDER, DECISION = MessageKind.REMINDER, MessageKind.DECISION


class Look:
    """A check that answers as a test tells it; `asked`: how often."""

    def __init__(self) -> None:
        self.says: Reply | Exception | None = None
        self.asked = 0

    async def __call__(self, uow: UnitOfWork, message: OutboxMessage, reply: Reply, now: datetime) -> Reply | None:
        self.asked += 1
        if isinstance(self.says, Exception):
            raise self.says
        return self.says


@pytest.fixture
def look() -> Look:
    return Look()


@pytest.fixture
def checked(file: SqlDatabase, time: Time, look: Look) -> Office:
    return Office(file, time, recheck=look)


async def test_what_need_not_be_said_any_more_is_not_sent(checked: Office) -> None:
    key = await checked.put("nhắc", kind=REMINDER)
    await checked.pass_time(60)
    assert checked.service.calls == []
    assert await checked.state(key) is MessageState.CANCELLED


async def test_what_has_changed_is_said_as_it_is_now(checked: Office, look: Look) -> None:
    look.says = say("còn một việc")
    await checked.put("hai việc", kind=REMINDER)
    await checked.pass_time(60)
    assert checked.service.texts() == ["còn một việc"]


async def test_a_fault_in_the_check_keeps_nothing_back(checked: Office, look: Look) -> None:
    look.says = ZeroDivisionError("fault")
    await checked.put("nhắc", kind=REMINDER)
    await checked.pass_time(60)
    assert checked.service.texts() == ["nhắc"]


async def test_a_database_that_refuses_the_check_delays_the_message_only(checked: Office, look: Look) -> None:
    look.says = NotWritten("locked")
    await checked.put("nhắc", kind=REMINDER)
    await checked.pass_time(1)
    assert checked.service.calls == []
    look.says = say("nhắc")
    await checked.pass_time(60)
    assert checked.service.texts() == ["nhắc"]


async def test_who_left_the_office_meanwhile_does_not_get_what_is_for_the_office(office: Office) -> None:
    minh = await office.member("Minh", role=Role.OFFICE)
    for_office = await office.put("đề nghị", member=minh, kind=DECISION, roles=frozenset({Role.OFFICE}))
    for_anybody = await office.put("gia hạn", member=minh, kind=DECISION)
    async with office.database.write() as uow:
        await uow.members.change(minh, role=Role.STAFF)
    await office.pass_time(60)
    assert office.service.texts() == ["gia hạn"]
    assert [await office.state(key) for key in (for_office, for_anybody)] == [MessageState.CANCELLED, MessageState.SENT]
