"""A service of the tests on the loopback: it starts, goes away and comes back on the port that it had."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Self

from aiohttp import web


class Loopback:
    """Serves `routes` while it runs, and does `meanwhile`. `port`: 0 for any that is free."""

    body_limit = 1024**2
    """Bytes of a call that are taken."""

    def __init__(self, port: int = 0) -> None:
        self.port = port
        self._runner: web.AppRunner | None = None
        self._meanwhile: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        """The base address of the service."""
        return f"http://127.0.0.1:{self.port}"

    def routes(self, app: web.Application) -> None:
        """Says what is served."""
        raise NotImplementedError

    async def meanwhile(self) -> None:
        """What the service does of its own accord."""

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self) -> None:
        """Listens, on the port of before if there was one."""
        app = web.Application(client_max_size=self.body_limit)
        self.routes(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1, handler_cancellation=True)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True).start()
        self.port = self._runner.addresses[0][1]
        self._meanwhile = asyncio.create_task(self.meanwhile())

    async def stop(self) -> None:
        """Closes every connection and refuses new ones."""
        if self._meanwhile is not None:
            self._meanwhile.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._meanwhile
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def restart(self, down_for: float = 0.0) -> None:
        """Is away for a while, then back on the same port with everything it kept."""
        await self.stop()
        await asyncio.sleep(down_for)
        await self.start()
