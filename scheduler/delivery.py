"""Sends what waits in the outbox: paced, retried, marked when an earlier try may have arrived."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import math
import random
import time
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime

import structlog

from handlers.messages import Reply, load
from scheduler import retry
from scheduler.addressing import mark_unreachable, place_of
from scheduler.backlog import Backlog, Place
from scheduler.line import AFTER_UNKNOWN, GIVE_UP_TRIES, Line
from scheduler.offers import offered
from scheduler.sending import Outcome, PartSent, Portioning, Sender, Verdict
from scheduler.together import Together
from storage.errors import NotWritten, StorageError
from storage.records import MessageKind, MessageState, OutboxMessage
from storage.unit_of_work import Database, UnitOfWork

__all__ = ["Delivery", "Outcome", "PartSent", "Sender", "Verdict"]

log = structlog.get_logger(__name__)

Complete = Callable[[Reply], Awaitable[Reply]]
"""Makes what a reply promises, just before it leaves; never raises."""

BATCH = 100
"""Messages taken in hand at a time."""
FEW = 25
"""With fewer places than this able to move within a second, more messages are taken in hand."""
IN_HAND = 2000
"""Above so many messages in memory, those that wait are let go and found again in the database."""
AT_ONCE = 16
"""Messages on their way on one channel at a time."""
SEND_LIMIT = 120.0
"""Seconds after which a call that has not returned counts as unknown."""
LOOK_EVERY = 30.0
"""Seconds after which the outbox is looked at though nothing woke us (another process may have put something there)."""
ASIDE = 60.0
"""Seconds for which a message is set aside when no running channel leads to its person."""
_SLACK = 0.02  # seconds after a message's time at which it is looked for: the two clocks are read one after the other


class Delivery:
    """The loop that empties the outbox. One process sends at a time; which, is decided above.

    `senders`: the running channels, the preferred one first. `clock` gives the moment in UTC, `monotonic` seconds for
    pacing, `chance` a number in [0, 1) that spreads retries; `complete` makes the pictures and files that a reply
    promises (default: there are none).
    """

    def __init__(
        self,
        database: Database,
        senders: Iterable[Sender],
        *,
        clock: Callable[[], datetime],
        monotonic: Callable[[], float] = time.monotonic,
        chance: Callable[[], float] = random.random,
        look_every: float = LOOK_EVERY,
        complete: Complete | None = None,
    ) -> None:
        self._database = database
        self._complete = complete
        self._together = Together(database)
        self._lines = {sender.name: Line(sender) for sender in senders}
        self._clock = clock
        self._monotonic = monotonic
        self._chance = chance
        self._look_every = look_every
        self._backlog = Backlog()
        self._more = False
        self._look_at = -math.inf
        self._aside_until = math.inf
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Something was put into the outbox, or something else happened that the loop should see."""
        self._look_at = -math.inf
        self._woken.set()

    async def recover(self) -> int:
        """To be called when this process becomes the sender: what was on its way in a process that died is sent once
        more and says so (broadcasts wait for the office). How many there were."""
        self._backlog.forget()
        async with self._database.write() as uow:
            found = await uow.outbox.recover(self._clock())
        if found:
            log.warning("messages whose fate is unknown", action="recover", messages=found)
        self.wake()
        return found

    async def run(self, stop: asyncio.Event) -> None:
        """Sends until `stop` is set and `wake` called; returns when nothing is on its way any more."""
        async with asyncio.TaskGroup() as group:
            while not stop.is_set():
                try:
                    again = await self.step(group)
                except StorageError:
                    log.exception("outbox not read", action="deliver")
                    again = self._look_at = self._monotonic() + retry.SERVICE.delay(3).total_seconds()
                await self._rest(again)

    async def drain(self, seconds: float = 0.0) -> None:
        """Sends what is due now and may leave within `seconds`; returns when that has left or failed."""
        end = self._monotonic() + seconds
        self.wake()
        async with asyncio.TaskGroup() as group:
            while True:
                again = await self.step(group)
                if not self._backlog.busy and again > max(end, self._monotonic()):
                    return
                await self._rest(again)

    async def step(self, group: asyncio.TaskGroup) -> float:
        """Starts in `group` every message that may leave now; the monotonic moment at which to do so again, unless
        woken before."""
        if self._monotonic() >= self._look_at:
            await self._look()
        while True:
            again, moving = self._start(group)
            if not self._more or moving >= FEW:
                return min(again, self._look_at)
            await self._look()

    # ---- the loop's parts -------------------------------------------------------------------------------------------

    def _start(self, group: asyncio.TaskGroup) -> tuple[float, int]:
        """Starts what may leave now. When the next in hand may, and how many places move within a second."""
        again, moving = math.inf, self._backlog.busy
        for place, _ in self._backlog.heads():
            now = self._monotonic()
            line = self._lines.get(place.channel)
            ready = line.pacer.ready_at(place.chat) if line else now
            if ready < now + 1:
                moving += 1
            if ready > now:
                again = min(again, ready)
            elif self._backlog.on_the_way(place.channel) < AT_ONCE:
                if line:
                    line.note(place.chat, now)
                group.create_task(self._deliver(place, self._backlog.take(place)))
        return again, moving

    async def _look(self) -> None:
        """Takes in hand what is due in the outbox."""
        now, moment = self._monotonic(), self._clock()
        if now >= self._aside_until or len(self._backlog) >= IN_HAND:
            self._aside_until = math.inf
            self._backlog.forget()
        self._look_at = min(now + self._look_every, self._aside_until)
        async with self._database.read() as uow:
            rows = await uow.outbox.due(moment, limit=BATCH, skip=self._backlog.in_hand)
            for row in rows:
                place = await place_of(uow, row, self._lines)
                if isinstance(place, Place):
                    self._backlog.add(place, row)
                elif place is None and not _too_late(row, moment):
                    self._set_aside(row)
                else:
                    self._backlog.add(Place("", str(row.id)), row)  # goes nowhere: to be settled
            upcoming = await uow.outbox.next_due(moment)
        self._more = len(rows) == BATCH
        if upcoming is not None:
            self._look_by(now + (upcoming - moment).total_seconds() + _SLACK)

    def _look_by(self, moment: float) -> None:
        self._look_at = min(self._look_at, moment)

    def _set_aside(self, message: OutboxMessage) -> None:
        self._backlog.set_aside(message)
        self._aside_until = min(self._aside_until, self._monotonic() + ASIDE)
        self._look_by(self._aside_until)

    async def _rest(self, until: float) -> None:
        """Until something happens: a message was put or has arrived, or the moment has come."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(max(until - self._monotonic(), 0.0)):
                await self._woken.wait()
        self._woken.clear()

    async def _write(self, act: Callable[[UnitOfWork], Awaitable[object]]) -> None:
        """Writes what became of a message, however long the database refuses: a row left in "sending" is repeated."""
        for attempt in itertools.count(1):
            try:
                await self._together.write(act)
                return
            except NotWritten:
                log.warning("not written", action="deliver", attempt=attempt)
                await asyncio.sleep(retry.STORAGE.delay(attempt).total_seconds())

    # ---- one message ------------------------------------------------------------------------------------------------

    async def _deliver(self, place: Place, message: OutboxMessage) -> None:
        """Brings one message as far as it goes now; the place is busy meanwhile."""
        next_place: Place | None = None
        aside = False
        try:
            next_place = await self._try(place, message)
        except NotWritten:
            log.warning("message not begun", action="deliver", message=message.id)
            next_place = place
            self._pause()
        except Exception:
            # A fault of ours: the other messages go on, this one is tried again in a while.
            log.exception("message not delivered", action="deliver", message=message.id)
            aside = True
        finally:
            self._backlog.release(place)
            if aside:
                self._set_aside(message)
            if next_place is not None:
                self._backlog.add(next_place, message)
            # What is behind it in its place cannot leave before the chat's next turn.
            line = self._lines.get(place.channel)
            self._look_by(self._monotonic() + (line.sender.rates.chat_interval if line else 0.0))
            self._woken.set()

    async def _try(self, place: Place, message: OutboxMessage) -> Place | None:
        """Sends the message, or finds out why not; the place to queue it at when nothing was done with it."""
        line = self._lines.get(place.channel)
        if line and message.repeat and not await line.sender.answers():
            # The one repeat is not spent on a service that is away.
            line.failed(self._monotonic())
            return place
        ready = await self._prepare(place, message)
        if isinstance(ready, Place):
            return ready
        if ready is not None and line:
            whole = await self._complete(ready) if self._complete else ready
            outcome = await self._call(line, place, message, whole)
            await self._conclude(line, place, message, outcome)
        return None

    def _pause(self) -> None:
        until = self._monotonic() + retry.SERVICE.delay(2).total_seconds()
        for line in self._lines.values():
            line.pacer.hold_all(until)

    async def _prepare(self, place: Place, message: OutboxMessage) -> Reply | Place | None:
        """Marks the message "sending" and stores its choices. The reply to send; or another place that it goes to by
        now; or None when it is settled, set aside, or somebody else's."""
        now = self._clock()

        async def act(uow: UnitOfWork) -> Reply | Place | None:
            if _too_late(message, now):
                await uow.outbox.settle(message.id, MessageState.EXPIRED, "too late", now)
                return None
            found = await place_of(uow, message, self._lines)
            if isinstance(found, MessageState):
                await uow.outbox.settle(message.id, found, "no longer to be reached", now)
                return None
            if found != place:
                return found
            if not await uow.outbox.sending(message.id):
                return None
            try:
                reply = load(message.reply)
            except ValueError:
                log.exception("message cannot be read", action="deliver", message=message.id)
                await uow.outbox.settle(message.id, MessageState.REFUSED, "unreadable", now)
                return None
            line = self._lines.get(place.channel)
            if line and isinstance(line.sender, Portioning):
                reply = line.sender.portion(reply)
            return await offered(uow, place.channel, place.chat, reply, now)

        return await self._together.write(act)

    async def _call(self, line: Line, place: Place, message: OutboxMessage, reply: Reply) -> Outcome:
        chat = line.moved.get(place.chat, place.chat)

        async def part_sent(parts: int) -> None:
            line.note(place.chat, self._monotonic())
            await self._write(lambda uow: uow.outbox.part_sent(message.id, parts))

        try:
            async with asyncio.timeout(SEND_LIMIT):
                return await line.sender.send(
                    chat,
                    reply,
                    replaces=message.replaces,
                    first_part=message.parts_sent,
                    repeat=message.repeat,
                    part_sent=part_sent,
                )
        except Exception as error:
            # A fault of ours, or no answer in time: either way nobody knows whether it left.
            log.exception("send failed", action="deliver", message=message.id)
            return Outcome(Verdict.UNKNOWN, error=type(error).__name__)

    async def _conclude(self, line: Line, place: Place, message: OutboxMessage, outcome: Outcome) -> None:
        """Writes what became of the message, and learns from it how to go on with the channel."""
        verdict, error, now = outcome.verdict, outcome.error, self._clock()
        log.info("delivered", action="deliver", message=message.id, kind=message.kind.value, verdict=verdict.value)
        if verdict in (Verdict.LATER, Verdict.UNKNOWN):
            await self._put_off(line, place, message, outcome)
            return
        line.well()
        if verdict is Verdict.SENT:
            await self._write(lambda uow: uow.outbox.sent(message.id, now, outcome.remote))
        elif verdict is Verdict.REFUSED:
            await self._settle(message, MessageState.REFUSED, error)
        else:
            await self._gone(place, message, error)

    async def _put_off(self, line: Line, place: Place, message: OutboxMessage, outcome: Outcome) -> None:
        """The message is tried again, unless its one repeat is spent or it must not be repeated unasked."""
        at, now, attempt = self._monotonic(), self._clock(), message.attempts + 1
        unknown = outcome.verdict is Verdict.UNKNOWN
        if unknown:
            wait = AFTER_UNKNOWN
            line.failed(at)
        else:
            wait = line.later(place.chat, outcome, attempt, at, self._chance())
        if unknown and (message.repeat or message.kind is MessageKind.BROADCAST):
            await self._settle(message, MessageState.HELD, outcome.error)
        elif not unknown and attempt >= GIVE_UP_TRIES and await line.sender.answers():
            await self._settle(message, MessageState.REFUSED, outcome.error)
        else:
            await self._write(lambda uow: uow.outbox.later(message.id, now + wait, outcome.error, repeat=unknown))

    async def _settle(self, message: OutboxMessage, state: MessageState, error: str) -> None:
        await self._write(lambda uow: uow.outbox.settle(message.id, state, error, self._clock()))

    async def _gone(self, place: Place, message: OutboxMessage, error: str) -> None:
        async def act(uow: UnitOfWork) -> None:
            await mark_unreachable(uow, message, place)
            await uow.outbox.settle(message.id, MessageState.GONE, error, self._clock())

        await self._write(act)


def _too_late(message: OutboxMessage, now: datetime) -> bool:
    return message.expires is not None and message.expires <= now
