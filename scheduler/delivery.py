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
from zoneinfo import ZoneInfo

import structlog

from handlers.messages import Reply, load
from handlers.rechecking import Hold
from scheduler import retry
from scheduler.addressing import place_of, places_of
from scheduler.backlog import Backlog, Place
from scheduler.ending import Ending
from scheduler.line import Line
from scheduler.offers import offered
from scheduler.sending import Outcome, PartSent, Portioning, Sender, Verdict
from scheduler.together import Together
from scheduler.watch import Watch
from storage.errors import NotWritten, StorageError
from storage.records import MessageState, OutboxMessage
from storage.unit_of_work import Database, UnitOfWork

__all__ = ["Delivery", "Outcome", "PartSent", "Sender", "Verdict"]

log = structlog.get_logger(__name__)

UTC = ZoneInfo("UTC")
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
Recheck = Callable[[UnitOfWork, OutboxMessage, Reply, datetime], Awaitable[Reply | Hold | None]]
"""Asked at the moment of sending: the message as it is to be said now, a Hold when this is no hour for it, or None when
it need not be said any more."""
_SLACK = 0.02  # seconds after a message's time at which it is looked for: the two clocks are read one after the other


class Delivery:
    """The loop that empties the outbox. One process sends at a time; which, is decided above.

    `senders`: the running channels, the preferred one first. `clock` gives the moment in UTC, `monotonic` seconds for
    pacing, `chance` a number in [0, 1) that spreads retries; `recheck` says whether a message is still to be said;
    `zone` when a month of a budget begins; `complete` makes the pictures and files that a reply promises (default:
    there are none).
    """

    def __init__(
        self,
        database: Database,
        senders: Iterable[Sender],
        *,
        clock: Callable[[], datetime],
        recheck: Recheck | None = None,
        zone: ZoneInfo = UTC,
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
        self._recheck = recheck
        self._monotonic = monotonic
        self._look_every = look_every
        self._watch = Watch(database, self._lines, clock=clock, monotonic=monotonic, zone=zone, wake=self.wake)
        self._ending = Ending(self._write, self._watch, clock=clock, monotonic=monotonic, chance=chance)
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
            await self._watch.remember(uow)
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
        watch = await self._watch.look(group)
        if self._watch.changed:
            # Whoever has another channel is to be written to there: what is in hand is addressed anew.
            self._backlog.forget()
            self._look_at = -math.inf
        if self._monotonic() >= self._look_at:
            await self._look()
        while True:
            again, moving = self._start(group)
            if not self._more or moving >= FEW:
                return min(again, self._look_at, watch)
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
            await self._watch.read_budgets(uow, moment)
            ways = self._watch.ways()
            rows = await uow.outbox.due(moment, limit=BATCH, skip=self._backlog.in_hand)
            for row, place in zip(rows, await places_of(uow, rows, ways), strict=True):
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
            await self._ending.conclude(line, place, message, outcome)
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
            found = await place_of(uow, message, self._watch.ways())
            if isinstance(found, MessageState):
                await uow.outbox.settle(message.id, found, "no longer to be reached", now)
                return None
            if found != place:
                return found
            try:
                reply = await self._still(uow, message, load(message.reply), now)
            except ValueError:
                log.exception("message cannot be read", action="deliver", message=message.id)
                await uow.outbox.settle(message.id, MessageState.REFUSED, "unreadable", now)
                return None
            if reply is None:
                await uow.outbox.settle(message.id, MessageState.CANCELLED, "no longer needed", now)
                return None
            if isinstance(reply, Hold):
                if message.expires is not None and reply.until >= message.expires:
                    await uow.outbox.settle(message.id, MessageState.EXPIRED, reply.why, now)
                else:
                    await uow.outbox.later(message.id, reply.until, reply.why)
                return None
            if not await uow.outbox.sending(message.id, place.channel):
                return None
            line = self._lines.get(place.channel)
            if line and isinstance(line.sender, Portioning):
                reply = line.sender.portion(reply)
            return await offered(uow, place.channel, place.chat, reply, now)

        return await self._together.write(act)

    async def _still(self, uow: UnitOfWork, message: OutboxMessage, reply: Reply, now: datetime) -> Reply | Hold | None:
        """The message as it is to be said now; a Hold when not now; None when it need not be said any more. What has
        begun to arrive is said to its end."""
        if self._recheck is None or message.parts_sent:
            return reply
        try:
            return await self._recheck(uow, message, reply, now)
        except StorageError:
            raise
        except Exception:
            # A fault in the check must not keep a message back.
            log.exception("message not checked", action="deliver", message=message.id)
            return reply

    async def _call(self, line: Line, place: Place, message: OutboxMessage, reply: Reply) -> Outcome:
        chat = line.moved.get(place.chat, place.chat)

        async def part_sent(parts: int) -> None:
            line.note(place.chat, self._monotonic())

            async def act(uow: UnitOfWork) -> None:
                await uow.outbox.part_sent(message.id, parts)
                await self._watch.count(uow, line)

            await self._write(act)

        try:
            async with asyncio.timeout(SEND_LIMIT):
                return await line.sender.send(
                    chat,
                    reply,
                    replaces=message.replaces,
                    first_part=message.parts_sent if message.via == place.channel else 0,
                    repeat=message.repeat,
                    part_sent=part_sent,
                )
        except Exception as error:
            # A fault of ours, or no answer in time: either way nobody knows whether it left.
            log.exception("send failed", action="deliver", message=message.id)
            return Outcome(Verdict.UNKNOWN, error=type(error).__name__)


def _too_late(message: OutboxMessage, now: datetime) -> bool:
    return message.expires is not None and message.expires <= now
