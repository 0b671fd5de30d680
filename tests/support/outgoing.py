"""The outbox of an office whose time passes when a test says so."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

from handlers.messages import Choice, dump, say
from scheduler.delivery import Delivery, Recheck
from scheduler.pacing import Rates
from storage.records import Fate, MessageKind, MessageState, OutboxMessage, Role
from storage.sql.database import SqlDatabase
from tests.support.times import Time
from tests.support.wires import FakeService

LIMITED = Rates(chat_interval=1.0, group_per_minute=20, per_second=25.0)


class CountingGroup(asyncio.TaskGroup):
    """Knows whether anything was started in it."""

    tasks = 0

    def create_task(self, *args: Any, **named: Any) -> asyncio.Task[Any]:
        self.tasks += 1
        return super().create_task(*args, **named)


class Office:
    """Puts messages into the outbox and lets time pass. `service` is the preferred channel, `other` a second one that
    runs only when it is given."""

    def __init__(
        self,
        database: SqlDatabase,
        time: Time,
        rates: Rates | None = None,
        *,
        other: FakeService | None = None,
        recheck: Recheck | None = None,
    ) -> None:
        self.database, self.time = database, time
        self.service = FakeService(monotonic=time.monotonic)
        if rates:
            self.service.rates = rates
        self.services = [self.service] if other is None else [self.service, other]
        self.recheck = recheck
        self.delivery = self.new_process()
        self._count = 0

    def new_process(self) -> Delivery:
        """Another process that sends."""
        return Delivery(
            self.database,
            self.services,
            clock=self.time.now,
            monotonic=self.time.monotonic,
            chance=lambda: 0.0,
            recheck=self.recheck,
        )

    async def put(
        self,
        text: str,
        chat: str | None = "a",
        *,
        kind: MessageKind = MessageKind.REPLY,
        member: int | None = None,
        channel: str = "wire",
        expires: timedelta | None = None,
        choices: tuple[Choice, ...] = (),
        roles: frozenset[Role] = frozenset(),
        urgent: bool = False,
    ) -> str:
        """Queues a message to a chat or a member; its key."""
        self._count += 1
        key = f"{self._count}:{text}"
        async with self.database.write() as uow:
            await uow.outbox.put(
                key=key,
                kind=kind,
                reply=dump(say(text, choices=choices)),
                now=self.time.now(),
                member_id=member,
                channel=None if member else channel,
                chat=None if member else chat,
                expires=self.time.now() + expires if expires else None,
                roles=roles,
                urgent=urgent,
            )
        return key

    async def pass_time(self, seconds: float) -> None:
        """Runs the loop as time goes by, without waiting for it."""
        end = self.time.seconds + seconds
        self.delivery.wake()
        for _ in range(10_000):
            async with CountingGroup() as group:
                again = await self.delivery.step(group)
            if group.tasks:
                continue
            if again > end:
                self.time.seconds = end
                return
            self.time.seconds = max(self.time.seconds, again)
        raise AssertionError("time does not pass")

    async def calls(self, number: int) -> None:
        """Waits until the service has been called so often."""
        while len(self.service.calls) < number:
            self.service.called.clear()
            await asyncio.wait_for(self.service.called.wait(), 10)

    async def message(self, key: str) -> OutboxMessage:
        """The message as it stands."""
        async with self.database.read() as uow:
            message = await uow.outbox.get(key)
        assert message is not None
        return message

    async def state(self, key: str) -> MessageState:
        """What became of the message so far."""
        return (await self.message(key)).state

    async def trail(self, key: str) -> list[tuple[str, Fate]]:
        """What became of it on each channel."""
        return [(attempt.channel, attempt.fate) for attempt in (await self.message(key)).trail]

    async def member(self, name: str, *channels: str, channel: str = "wire", role: Role = Role.STAFF) -> int:
        """An approved person with an account of the same name on the channels; the member's number."""
        async with self.database.write() as uow:
            member = await uow.members.add(name, role, None, self.time.now())
            for place in channels or (channel,):
                await uow.members.link(member.id, place, name, name)
        return member.id
