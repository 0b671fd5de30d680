"""The small web server: webhooks of the channels, and /healthz for whoever watches the program."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import structlog
from aiohttp import web

from storage.errors import NotWritten, StorageError
from storage.unit_of_work import Database

if TYPE_CHECKING:
    from bot.linking import Links
    from bot.settings import Settings

log = structlog.get_logger(__name__)

MAX_BODY = 2 * 1024 * 1024
"""Bytes: an update with the longest text is far smaller."""
SILENT_AFTER = 180.0
"""Seconds without a minute's work after which the program counts as stuck."""

Update = tuple[str, str, str]
"""Key, lane, payload."""
Store = Callable[[str, Sequence[Update]], Awaitable[None]]
"""bot.inbox.Inbox.store: keeps updates of a channel for good."""


@runtime_checkable
class Hooked(Protocol):
    """A channel that can be called by its service."""

    name: str

    def webhook_updates(self, headers: Mapping[str, str], body: bytes) -> Sequence[Update] | None:
        """What a call of the service brings: updates, or none for a probe and for what cannot be read, which would
        only come again; None for a forgery (its secret is missing or wrong)."""


class Health:
    """What /healthz tells."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock
        self._ticked: float | None = None

    def ticked(self) -> None:
        """The minute's work was done."""
        self._ticked = asyncio.get_running_loop().time()

    async def report(self) -> dict[str, object]:
        """`ok`, and numbers that an operator wants to see; nothing about people."""
        problems = []
        waiting: Mapping[str, int] = {}
        try:
            async with self._database.read() as uow:
                waiting = {state.value: count for state, count in (await uow.outbox.counts()).items()}
        except StorageError:
            problems.append("database")
        if self._ticked is not None and asyncio.get_running_loop().time() - self._ticked > SILENT_AFTER:
            problems.append("clock")
        return {"ok": not problems, "problems": problems, "now": self._clock().isoformat(), "outbox": waiting}


Calendars = Callable[[str], Awaitable[bytes | None]]
"""The calendar behind a private token; None when there is none."""


def application(
    store: Store,
    channels: Sequence[object],
    health: Health,
    links: Links | None = None,
    calendars: Calendars | None = None,
) -> web.Application:
    """Routes: POST /hook/<channel> for each channel that can be called; GET /tep/… for files; GET /lich/… for private
    calendars; GET /healthz."""
    app = web.Application(client_max_size=MAX_BODY)
    for channel in channels:
        if isinstance(channel, Hooked):
            app.router.add_post(f"/hook/{channel.name}", _hook(channel, store))

    async def healthz(request: web.Request) -> web.Response:
        report = await health.report()
        return web.json_response(report, status=200 if report["ok"] else 503)

    app.router.add_get("/healthz", healthz)
    if links is not None:
        app.router.add_get("/tep/{token}/{name}", links.serve)
    if calendars is not None:
        app.router.add_get("/lich/{token}.ics", _calendar(calendars))
    return app


def _calendar(calendars: Calendars) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def serve(request: web.Request) -> web.Response:
        try:
            found = await calendars(request.match_info["token"])
        except StorageError:
            return web.Response(status=503, headers={"Retry-After": "60"})
        if found is None:
            return web.Response(status=404)
        headers = {"Cache-Control": "private, max-age=3600", "X-Robots-Tag": "noindex"}
        return web.Response(body=found, content_type="text/calendar", charset="utf-8", headers=headers)

    return serve


def _hook(channel: Hooked, store: Store) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def receive(request: web.Request) -> web.Response:
        updates = channel.webhook_updates(request.headers, await request.read())
        if updates is None:
            return web.Response(status=401)
        try:
            if updates:
                await store(channel.name, updates)
        except NotWritten:
            # Not stored, so not taken: the service brings it again.
            return web.Response(status=503, headers={"Retry-After": "5"})
        return web.Response()

    return receive


@asynccontextmanager
async def serving(
    settings: Settings,
    store: Store,
    channels: Sequence[object],
    health: Health,
    links: Links | None = None,
    calendars: Calendars | None = None,
) -> AsyncIterator[None]:
    """Listens while the body runs. Without a public address nothing depends on it: a port in use is only noted."""
    runner = web.AppRunner(
        application(store, channels, health, links, calendars), access_log=None, shutdown_timeout=2.0
    )
    await runner.setup()
    host, _, port = settings.listen.rpartition(":")
    try:
        await web.TCPSite(runner, host, int(port)).start()
    except OSError:
        if settings.public_url is not None:
            raise
        log.warning("nobody can ask for our health: the address is in use", action="listen", listen=settings.listen)
    try:
        yield
    finally:
        await runner.cleanup()
