"""Joins everything: database, channels, inbox, delivery, the minute. The only place that starts background tasks."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

import structlog

from bot import seat, web
from bot.channels.base import Channel, Publishing, ServiceRefused
from bot.clock import clock_for
from bot.inbox import Inbox
from bot.linking import Links
from bot.menus import Menus
from bot.opening import opened
from bot.seat import Seat
from handlers.calendars import calendar_at
from handlers.making import completed
from handlers.messages import say
from handlers.notices import tell_office
from handlers.office import Office
from handlers.rechecking import still_to_be_said
from handlers.wording import channels as words
from handlers.wording.office import CHANNELS
from knowledge import patterns
from knowledge.timetable import Timetable
from knowledge.workdays import Calendar
from scheduler.delivery import LOOK_EVERY, Delivery
from scheduler.jobs import JOBS, Job, tick
from scheduler.runner import every_minute
from storage.unit_of_work import Database

if TYPE_CHECKING:
    from bot.settings import Settings

log = structlog.get_logger(__name__)

LEAVE_WITHIN = 9.0
"""Seconds from the wish to stop until everything is cut off; a supervisor often gives ten."""
LAST_SENDS = 5.0
"""Seconds, of those, for messages that are due when stopping."""
SHARED_LOOK_EVERY = 1.0
"""Seconds between two looks for what other processes have stored, when the database is shared."""


class NoChannel(Exception):
    """No channel has its token set: there is nothing to serve."""


class Remote(Channel, Protocol):
    """A channel with a service behind it."""

    async def start(self) -> None:
        """Makes ready: who we are, our menu of commands, webhook or not; what needs a service that is away is left to
        `poll`. Raises ServiceRefused."""

    async def poll(self, store: web.Store, stop: asyncio.Event) -> None:
        """Sees to it that updates come in until `stop`: fetches them, each batch acknowledged only after `store` has
        returned, or watches the webhook. May be cancelled. Raises ServiceRefused."""

    async def close(self) -> None:
        """Closes connections."""


@dataclass(frozen=True)
class App:
    """The joined parts, for those who run them (`serve`) and those who step them (`chat`, tests)."""

    database: Database
    office: Office
    zone: ZoneInfo
    clock: Callable[[], datetime]
    inbox: Inbox
    delivery: Delivery
    jobs: tuple[Job, ...]

    async def tick(self) -> None:
        """Does what the clock asks for."""
        if await tick(self.jobs, self.database, self.office, self.clock(), self.zone):
            self.delivery.wake()

    async def calendar(self, token: str) -> bytes | None:
        """The deadlines behind a private address."""
        async with self.database.read() as uow:
            return await calendar_at(uow, self.office, token, self.clock(), self.zone)

    async def settle(self) -> None:
        """Handles everything that has come in and sends everything that is due."""
        await self.inbox.drain()
        await self.delivery.drain()


def assemble(
    database: Database,
    channels: Sequence[Channel],
    *,
    zone: ZoneInfo,
    digest_time: time,
    clock: Callable[[], datetime],
    spread: timedelta = timedelta(),
    shared: bool = False,
    links: Links | None = None,
    public_url: str = "",
) -> App:
    """Joins the parts over an open database. `channels`: the preferred one first; `spread`: over how long the morning's
    digests leave; `shared`: other processes may store and handle beside this one; `links`: where files get addresses
    for channels that carry none."""
    for channel in channels:
        if links is not None and isinstance(channel, Publishing):
            channel.publish = links.publish
    timetable = Timetable(digest=digest_time, spread=spread)
    office = Office(Calendar(), timetable, public_url)
    every = SHARED_LOOK_EVERY if shared else LOOK_EVERY
    complete = partial(completed, database=database, office=office, zone=zone)
    delivery = Delivery(
        database,
        channels,
        clock=clock,
        look_every=every,
        complete=complete,
        recheck=partial(still_to_be_said, office=office, zone=zone),
        zone=zone,
    )
    inbox = Inbox(database, channels, office=office, zone=zone, clock=clock, wake=delivery.wake, look_every=every)
    return App(database, office, zone, clock, inbox, delivery, JOBS)


async def run(settings: Settings) -> None:
    """Serves every channel that has a token until SIGTERM or SIGINT; then finishes what is being handled, sends what
    is due, and returns within ten seconds. Raises NoChannel, bot.channels.base.ServiceRefused, storage errors."""
    stop = asyncio.Event()
    clock = clock_for(settings.now)
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(opened(settings, clock()))
        channels, refusals = await _channels(settings, database, stack)
        links = Links(database, settings.public_url, clock) if settings.public_url else None
        shared = not settings.database_url.startswith("sqlite")
        app = assemble(
            database,
            channels,
            zone=settings.zone,
            digest_time=time.fromisoformat(settings.digest_time),
            clock=clock,
            spread=timedelta(minutes=settings.digest_spread),
            shared=shared,
            links=links,
            public_url=settings.public_url or "",
        )
        for refusal in refusals:
            await _alarm(app, refusal)
        who = stack.enter_context(seat.holder(_folder(settings)))
        try:
            async with asyncio.timeout(None) as limit:
                _on_signals(stop, app, limit)
                await _serve(app, channels, settings, Seat(database, who, clock=clock), stop, links)
        except TimeoutError:
            if not limit.expired():
                raise
            # Nothing is lost by it: what was not finished is found in the database at the next start.
            log.warning("cut off", action="stop")
        except BaseExceptionGroup as group:
            refused = _refusal_in(group)
            if refused is None:
                raise
            raise refused from None
    log.info("left", action="stop")


def _refusal_in(group: BaseExceptionGroup[BaseException]) -> ServiceRefused | None:
    """The refusal that ended everything, when nothing else went wrong."""
    refused, others = group.split(ServiceRefused)
    if others is not None or refused is None:
        return None
    first = refused.exceptions[0]
    return first if isinstance(first, ServiceRefused) else _refusal_in(first)


async def _channels(
    settings: Settings, database: Database, stack: AsyncExitStack
) -> tuple[list[Remote], list[ServiceRefused]]:
    """The channels whose token is set, started. One that its service refuses is left out as long as another one works:
    it is better to serve some than nobody. Raises NoChannel, ServiceRefused."""
    makers = _makers(settings, database)
    if not makers:
        raise NoChannel
    channels: list[Remote] = []
    refusals: list[ServiceRefused] = []
    for make in makers:
        try:
            channel = make()
            stack.push_async_callback(channel.close)
            await channel.start()
        except ServiceRefused as error:
            log.critical("refused", action="connect", channel=error.channel, reason=error.reason)
            refusals.append(error)
        else:
            channels.append(channel)
    if not channels:
        raise refusals[0]
    return channels, refusals


def _makers(settings: Settings, database: Database) -> list[Callable[[], Remote]]:
    """How to make the channels whose token is set, the preferred one first."""
    makers: list[Callable[[], Remote]] = []
    if settings.telegram_token is not None:
        from bot.channels.telegram import TelegramChannel  # costs seconds: only with a token

        makers.append(lambda: TelegramChannel(settings))
    if settings.zalo_bot_token is not None:
        from bot.channels.zalo_bot import ZaloBotChannel

        makers.append(lambda: ZaloBotChannel(settings))
    if settings.zalo_oa_app_id is not None:
        from bot.channels.zalo_oa import ZaloOaChannel

        makers.append(lambda: ZaloOaChannel(settings, database))
    return makers


async def _serve(
    app: App,
    channels: Sequence[Remote],
    settings: Settings,
    place: Seat,
    stop: asyncio.Event,
    links: Links | None,
) -> None:
    health = web.Health(app.database, app.clock)

    async def minute() -> None:
        await app.tick()
        health.ticked()

    # Everything that lives as long as the program is made by now: the collector need not walk it again.
    patterns.use_all()
    gc.collect()
    gc.freeze()
    async with (
        web.serving(settings, app.inbox.store, channels, health, links, app.calendar),
        asyncio.TaskGroup() as group,
    ):
        group.create_task(app.inbox.run(stop))
        group.create_task(every_minute(minute, clock=app.clock, stop=stop))
        group.create_task(_alone(app, channels, place, stop))
        log.info("serving", action="start", channels=[channel.name for channel in channels])
    # What was being handled has put its reply by now.
    if await place.take():
        await app.delivery.drain(LAST_SENDS)
        await place.leave()


async def _alone(app: App, channels: Sequence[Remote], place: Seat, stop: asyncio.Event) -> None:
    """Fetches and sends, whenever the seat is ours."""
    while not stop.is_set():
        if await place.take():
            log.info("sending and fetching", action="seat")
            await _seated(app, channels, place, stop)
        else:
            await _wait(stop, seat.RENEW_EVERY / 2)


async def _seated(app: App, channels: Sequence[Remote], place: Seat, stop: asyncio.Event) -> None:
    """Until `stop`, or until the seat is lost."""
    await app.delivery.recover()
    menus = Menus(app.database, channels, app.office, app.clock)
    async with asyncio.TaskGroup() as group:
        sending = group.create_task(app.delivery.run(stop))
        others = [group.create_task(every_minute(menus.refresh, clock=app.clock, stop=stop))]
        others += [group.create_task(_fetch(app, channel, channels, stop)) for channel in channels]
        while not stop.is_set() and await place.keep():
            await _wait(stop, seat.RENEW_EVERY)
        if not stop.is_set():
            log.error("the seat is another's", action="seat")
            sending.cancel()
        # A batch that is not stored by now is not acknowledged and comes again.
        for task in others:
            task.cancel()


async def _fetch(app: App, channel: Remote, channels: Sequence[Remote], stop: asyncio.Event) -> None:
    """Sees to it that a channel's updates come in. When its service refuses us, the office is told and the others go
    on; when there are no others, that ends everything."""
    try:
        await channel.poll(app.inbox.store, stop)
    except ServiceRefused as error:
        if len(channels) == 1:
            raise
        log.critical("refused", action="poll", channel=error.channel, reason=error.reason)
        await _alarm(app, error)


async def _alarm(app: App, refusal: ServiceRefused) -> None:
    """Tells the office, once a day, that a channel does not work; it goes out by one that does."""
    now = app.clock()
    day = now.astimezone(app.zone).date()
    async with app.database.write() as uow:
        await tell_office(uow, f"refused:{refusal.channel}:{day}", say(words.refused(CHANNELS[refusal.channel])), now)
    app.delivery.wake()


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()


def _on_signals(stop: asyncio.Event, app: App, limit: asyncio.Timeout) -> None:
    loop = asyncio.get_running_loop()

    def leave() -> None:
        if not stop.is_set():
            log.info("stopping", action="stop")
            stop.set()
            app.inbox.wake()
            app.delivery.wake()
            limit.reschedule(loop.time() + LEAVE_WITHIN)

    for name in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(name, leave)
        except NotImplementedError:  # Windows
            signal.signal(name, lambda *_: loop.call_soon_threadsafe(leave))


def _folder(settings: Settings) -> Path:
    """Where this machine's lock files go: beside the database when it is a file."""
    scheme, _, path = settings.database_url.partition(":///")
    return Path(path).parent if scheme.startswith("sqlite") and path else Path("var")
