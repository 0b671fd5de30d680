"""What comes in: stored before it is acknowledged, then handled, one lane a conversation, each item one transaction.

Nothing lost: an item is marked done in the transaction that holds its effects and its reply. Nothing doubled: the mark
comes first in that transaction, so whoever comes second (a redelivery, another process) finds it done.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

import structlog

from bot.channels.base import Channel
from bot.courtesies import Senders, best_effort, say_waiting, show_typing
from bot.flood import Flood, Verdict
from bot.outside import DOCUMENTS_AT_ONCE, perform
from handlers import dispatch
from handlers.capabilities import Capabilities
from handlers.commands import BY_NAME
from handlers.messages import Incoming, Reply, dump, say
from handlers.office import Office
from handlers.outside import Needs, Result, Work
from handlers.wording import errors as words
from scheduler import retry
from scheduler.delivery import LOOK_EVERY
from storage.errors import NotWritten
from storage.records import InboxItem, MessageKind
from storage.unit_of_work import Database, UnitOfWork

log = structlog.get_logger(__name__)

LANES_AT_ONCE = 16
"""Conversations handled at a time."""
QUIET_TRIES = 3
"""So often a refused write is tried before the person is told."""


class Respond(Protocol):
    """`handlers.dispatch.handle`, or what stands for it."""

    async def __call__(
        self,
        incoming: Incoming,
        *,
        uow: UnitOfWork,
        now: datetime,
        zone: ZoneInfo,
        office: Office,
        capabilities: Capabilities,
        key: str,
        done: Mapping[Work, Result],
    ) -> Reply | None: ...


@dataclass(slots=True)
class _AtHand:
    """The item being handled, as far as it has been read. `done`: what has been done for it outside of the
    transaction; `slowed`: whether it is one too many, asked once however often it is tried."""

    item: InboxItem | None = None
    incoming: Incoming | None = None
    typing: asyncio.Task[None] | None = None
    done: dict[Work, Result] = field(default_factory=dict)
    slowed: Verdict | None = None


class Inbox:
    """Stores updates and handles them. `wake` is called when something was put into the outbox.

    Lanes are taken in turn, an item each, so that one busy conversation does not hold up the others.
    """

    def __init__(
        self,
        database: Database,
        channels: Iterable[Channel],
        *,
        office: Office,
        zone: ZoneInfo,
        clock: Callable[[], datetime],
        wake: Callable[[], None],
        respond: Respond = dispatch.handle,
        look_every: float = LOOK_EVERY,
        backoff: retry.Backoff = retry.STORAGE,
    ) -> None:
        self._database = database
        self._channels = {channel.name: channel for channel in channels}
        self._office = office
        self._zone = zone
        self._clock = clock
        self._wake_delivery = wake
        self._respond = respond
        self._flood = Flood()
        self._look_every = look_every
        self._backoff = backoff
        self._look_at = -math.inf
        self._turns: deque[str] = deque()
        self._known: set[str] = set()
        self._resting: dict[str, float] = {}
        self._tries: dict[int, int] = {}
        self._senders = Senders()
        self._stored = 0
        self._active = 0
        self._woken = asyncio.Event()
        self._places = asyncio.Semaphore(DOCUMENTS_AT_ONCE)

    # ---- in ---------------------------------------------------------------------------------------------------------

    async def store(self, channel: str, items: Sequence[tuple[str, str, str]]) -> None:
        """Keeps a fetched batch of (key, lane, payload) for good; only after this may it be acknowledged. Raises
        NotWritten when the database refuses; the people concerned are told so as far as possible."""
        rows = [(key, f"{channel}:{lane}", payload) for key, lane, payload in items]
        try:
            async with self._database.write() as uow:
                new = await uow.inbox.store(channel, rows, self._clock())
                await self._count(uow, self._channels[channel], new)
        except NotWritten:
            await self._senders.tell(self._channels[channel], [payload for _, _, payload in items])
            raise
        self._stored += 1
        self.wake()

    async def _count(self, uow: UnitOfWork, channel: Channel, new: int) -> None:
        """Where the service counts what comes in, it is counted here."""
        can = channel.capabilities
        if can.counts_incoming and can.monthly_quota and new:
            month = f"{self._clock().astimezone(self._zone):%Y-%m}"
            await uow.usage.add(channel.name, month, new, can.monthly_quota)

    def wake(self) -> None:
        """Something was stored, or something else happened that the loop should see."""
        self._look_at = -math.inf
        self._woken.set()

    # ---- the loop ---------------------------------------------------------------------------------------------------

    async def run(self, stop: asyncio.Event) -> None:
        """Handles what comes until `stop` is set and `wake` called; returns when nothing is being handled any more."""
        async with asyncio.TaskGroup() as group:
            while not stop.is_set():
                await self._careful_look()
                self._start(group)
                await self._rest()

    async def drain(self) -> None:
        """Handles everything that is stored, and what is stored meanwhile."""
        self.wake()
        async with asyncio.TaskGroup() as group:
            while True:
                await self._careful_look()
                self._start(group)
                if not self._known:
                    return
                await self._rest()

    async def _careful_look(self) -> None:
        """Finds lanes that wait, when there is a reason to look."""
        now = time.monotonic()
        if now < self._look_at:
            return
        self._look_at = now + self._look_every
        try:
            async with self._database.read() as uow:
                waiting = await uow.inbox.lanes()
        except NotWritten:
            log.exception("inbox not read", action="look")
            self._look_at = now + retry.SERVICE.delay(3).total_seconds()
            return
        for lane in waiting:
            if lane not in self._known and lane.partition(":")[0] in self._channels:
                self._known.add(lane)
                self._turns.append(lane)

    def _start(self, group: asyncio.TaskGroup) -> None:
        now = time.monotonic()
        for lane in [lane for lane, until in self._resting.items() if until <= now]:
            del self._resting[lane]
            self._turns.append(lane)
        while self._turns and self._active < LANES_AT_ONCE:
            self._active += 1
            group.create_task(self._turn(self._turns.popleft(), group))

    async def _rest(self) -> None:
        until = min([self._look_at, *self._resting.values()])
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(max(until - time.monotonic(), 0.0)):
                await self._woken.wait()
        self._woken.clear()

    async def _turn(self, lane: str, group: asyncio.TaskGroup) -> None:
        """One item of a lane; then the lane queues up again, rests, or is done with."""
        stored = self._stored
        rest: float | None = None
        more = True
        at_hand = _AtHand()
        try:
            more = await self._handle(lane, at_hand, group) or self._stored != stored
        except NotWritten:
            rest = await self._refused(at_hand)
        except Exception:
            # Not even the apology could be written: the lane waits, the others go on.
            log.exception("not settled", action="handle", lane=lane)
            rest = await self._refused(at_hand)
        finally:
            self._active -= 1
            if rest is not None:
                self._resting[lane] = time.monotonic() + rest
            elif more:
                self._turns.append(lane)
            else:
                self._known.discard(lane)
            self._woken.set()

    # ---- one item ---------------------------------------------------------------------------------------------------

    async def _handle(self, lane: str, at_hand: _AtHand, group: asyncio.TaskGroup) -> bool:
        """Handles the lane's next item for good, whatever becomes of it; raises NotWritten when it has to wait.
        Whether there are more."""
        begun = time.monotonic()
        fault: Exception | None = None
        try:
            more = await self._answer(lane, at_hand, group)
        except NotWritten:
            raise
        except Exception as error:
            if at_hand.item is None:
                raise
            fault, more = error, True
            log.exception("failed", action=_action(at_hand.incoming), lane=lane)
            await self._apologise(at_hand.item, at_hand.incoming, type(error).__name__)
        finally:
            if at_hand.typing is not None:
                at_hand.typing.cancel()
        if at_hand.item is None:
            return more
        self._tries.pop(at_hand.item.id, None)
        self._wake_delivery()
        spent = round((time.monotonic() - begun) * 1000)
        failed = {"failed": type(fault).__name__} if fault else {}
        log.info("handled", action=_action(at_hand.incoming), lane=lane, ms=spent, **failed)
        return more

    async def _answer(self, lane: str, at_hand: _AtHand, group: asyncio.TaskGroup) -> bool:
        """Whether the lane has more. What cannot be waited for in a transaction is done between two tries."""
        while True:
            try:
                return await self._transact(lane, at_hand, group)
            except Needs as needs:
                if at_hand.item is None or needs.work in at_hand.done:
                    raise RuntimeError("asked for again what is there") from needs
                channel = self._channels[at_hand.item.channel]
                at_hand.done[needs.work] = await perform(needs.work, channel, self._places)

    async def _transact(self, lane: str, at_hand: _AtHand, group: asyncio.TaskGroup) -> bool:
        """Effects, reply and "done" in one transaction. Whether the lane has more."""
        now = self._clock()
        async with self._database.write() as uow:
            # Other processes wait here until this conversation is free.
            item = at_hand.item = await uow.inbox.next(lane)
            if item is None or not await uow.inbox.done(item.id, now):
                return False
            channel = self._channels[item.channel]
            incoming = at_hand.incoming = channel.read(item.payload)
            if incoming is not None:
                if at_hand.typing is None:
                    if incoming.pressed is not None:
                        group.create_task(best_effort(channel.press_seen(item.payload)))
                    at_hand.typing = group.create_task(best_effort(show_typing(channel, incoming.chat)))
                at_hand.slowed = at_hand.slowed or self._flood.check(incoming, item.received)
                reply = at_hand.slowed.said
                if at_hand.slowed.handle:
                    reply = await self._respond(
                        incoming,
                        uow=uow,
                        now=now,
                        zone=self._zone,
                        office=self._office,
                        capabilities=channel.capabilities,
                        key=f"{item.channel}:{item.key}",
                        done=at_hand.done,
                    )
                    reply = at_hand.slowed.above(reply, self._zone)
                if reply is not None:
                    await _put_reply(uow, item, incoming, reply, now)
            return await uow.inbox.next(lane) is not None

    async def _apologise(self, item: InboxItem, incoming: Incoming | None, error: str) -> None:
        """Marks an item done that had no effect, with an apology where there is somebody to read it."""
        now = self._clock()
        async with self._database.write() as uow:
            if await uow.inbox.done(item.id, now, error) and incoming is not None:
                await _put_reply(uow, item, incoming, say(words.FAILED), now)

    # ---- when the database refuses ----------------------------------------------------------------------------------

    async def _refused(self, at_hand: _AtHand) -> float:
        """Seconds that the lane rests before its item is tried again. It is safe to try again: nothing of it stands,
        and its lane goes on in order. After some quiet tries the person is told that nothing is recorded yet."""
        item, incoming = at_hand.item, at_hand.incoming
        if item is None:
            return self._backoff.delay(QUIET_TRIES).total_seconds()
        tries = self._tries[item.id] = self._tries.get(item.id, 0) + 1
        log.warning("not written", action="handle", lane=item.lane, tries=tries)
        if tries == QUIET_TRIES and incoming is not None:
            await say_waiting(self._channels[item.channel], incoming.chat)
        return self._backoff.delay(tries).total_seconds()


async def _put_reply(uow: UnitOfWork, item: InboxItem, incoming: Incoming, reply: Reply, now: datetime) -> None:
    await uow.outbox.put(
        key=f"reply:{item.channel}:{item.key}",
        kind=MessageKind.REPLY,
        reply=dump(reply),
        now=now,
        channel=item.channel,
        chat=incoming.chat,
        replaces=incoming.message if reply.replaces else None,
    )


def _action(incoming: Incoming | None) -> str:
    """What is logged of a message: its sort, and its command if it is one of ours; never its words."""
    if incoming is None:
        return "nothing"
    if incoming.pressed is not None:
        return "press"
    if incoming.text is not None:
        word = next(iter(incoming.text[:40].split(maxsplit=1)), "")
        name = word.removeprefix("/").partition("@")[0].lower()
        return f"/{name}" if word.startswith("/") and name in BY_NAME else "text"
    return "file" if incoming.file is not None else "other"
