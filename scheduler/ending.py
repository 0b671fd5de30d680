"""What becomes of a message after a channel has answered: written down, repeated, taken to another channel, or given
up; each in one transaction with its line in the message's trail."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

import structlog

from scheduler.addressing import mark_unreachable, place_of
from scheduler.backlog import Place
from scheduler.line import AFTER_UNKNOWN, GIVE_UP_TRIES, Line
from scheduler.sending import Outcome, Verdict
from scheduler.watch import Watch
from storage.records import Attempt, Fate, MessageKind, MessageState, OutboxMessage
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

Write = Callable[[Callable[[UnitOfWork], Awaitable[object]]], Awaitable[None]]
"""Writes, however long the database refuses."""


class Ending:
    """Over one delivery; `chance` gives a number in [0, 1) that spreads retries."""

    def __init__(
        self,
        write: Write,
        watch: Watch,
        *,
        clock: Callable[[], datetime],
        monotonic: Callable[[], float],
        chance: Callable[[], float],
    ) -> None:
        self._write = write
        self._watch = watch
        self._clock = clock
        self._monotonic = monotonic
        self._chance = chance

    async def conclude(self, line: Line, place: Place, message: OutboxMessage, outcome: Outcome) -> None:
        """Writes what became of the message, and learns from it how to go on with the channel."""
        verdict, now = outcome.verdict, self._clock()
        log.info("delivered", action="deliver", message=message.id, kind=message.kind.value, verdict=verdict.value)
        if verdict is Verdict.UNKNOWN:
            await self._unknown(line, place, message, outcome.error)
            return
        if verdict is Verdict.LATER:
            await self._put_off(line, place, message, outcome)
            return
        line.well()
        if verdict is not Verdict.SENT:
            await self._elsewhere(place, message, Fate.GONE if verdict is Verdict.GONE else Fate.REFUSED, outcome.error)
            return

        async def act(uow: UnitOfWork) -> None:
            await uow.outbox.tried(message, Attempt(place.channel, now, Fate.REACHED))
            await uow.outbox.sent(message.id, now, outcome.remote)
            await self._watch.count(uow, line)

        await self._write(act)

    async def _unknown(self, line: Line, place: Place, message: OutboxMessage, error: str) -> None:
        """Its one repeat comes after a while, unless that is spent or the office has to be asked."""
        now = self._clock()
        line.failed(self._monotonic())

        async def act(uow: UnitOfWork) -> None:
            await uow.outbox.tried(message, Attempt(place.channel, now, Fate.UNKNOWN, error))
            await self._watch.count(uow, line)
            if message.repeat or message.kind is MessageKind.BROADCAST:
                await uow.outbox.settle(message.id, MessageState.HELD, error, now)
            else:
                await uow.outbox.later(message.id, now + AFTER_UNKNOWN, error, repeat=True)

        await self._write(act)

    async def _put_off(self, line: Line, place: Place, message: OutboxMessage, outcome: Outcome) -> None:
        """The message is tried again, unless that would be too late or has been done often enough."""
        now, attempt = self._clock(), message.attempts + 1
        again = now + line.later(place.chat, outcome, attempt, self._monotonic(), self._chance())
        if attempt >= GIVE_UP_TRIES and await line.sender.answers():
            await self._elsewhere(place, message, Fate.REFUSED, outcome.error)
        elif message.expires is not None and again >= message.expires:
            await self._elsewhere(place, message, Fate.LATE, outcome.error, otherwise=again)
        else:

            async def act(uow: UnitOfWork) -> None:
                other = line.held(self._monotonic()) and await self._stands_in(uow, message, place)
                await uow.outbox.later(message.id, now if other else again, outcome.error)

            await self._write(act)

    async def _stands_in(self, uow: UnitOfWork, message: OutboxMessage, place: Place) -> bool:
        """Whether the person is to be written to by another channel while this one rests."""
        if message.member_id is None:
            return False
        found = await place_of(uow, message, self._watch.ways())
        return isinstance(found, Place) and found.channel != place.channel

    async def _elsewhere(
        self, place: Place, message: OutboxMessage, fate: Fate, error: str, *, otherwise: datetime | None = None
    ) -> None:
        """The channel did not take the message: it goes to the person's other one, once. Without one it is settled, or
        waits for the moment `otherwise`."""
        now = self._clock()
        tried = Attempt(place.channel, now, fate, error)

        async def act(uow: UnitOfWork) -> None:
            if fate is Fate.GONE:
                await mark_unreachable(uow, message, place)
            left = replace(message, trail=(*message.trail, tried))
            found = await place_of(uow, left, self._watch.ways()) if message.member_id is not None else None
            if otherwise is not None and not isinstance(found, Place):
                await uow.outbox.later(message.id, otherwise, error)
                return
            await uow.outbox.tried(message, tried)
            if isinstance(found, Place):
                await uow.outbox.later(message.id, now, error)
            else:
                state = MessageState.GONE if fate is Fate.GONE else MessageState.REFUSED
                await uow.outbox.settle(message.id, state, error, now)

        await self._write(act)
