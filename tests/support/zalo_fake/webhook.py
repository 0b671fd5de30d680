"""How the server calls a bot's webhook: one update a call, again after a failure, then never."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.support.bell import Bell

SECRET_HEADER = "X-Bot-Api-Secret-Token"


@dataclass
class Webhook:
    """`retries`: seconds before each further try; `given_up`: updates that were never taken; `answers`: statuses."""

    bell: Bell
    url: str = ""
    secret: str = ""
    updated: int = 0
    retries: tuple[float, ...] = (0.1, 0.3, 1.0, 2.0, 4.0, 8.0)
    queue: deque[dict[str, Any]] = field(default_factory=deque)
    given_up: list[dict[str, Any]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    twice: bool = False
    """Every call is made twice, as if the answer to the first had been lost."""

    async def deliver(self) -> None:
        """Calls the webhook for as long as the server runs."""
        calls: set[asyncio.Task[None]] = set()
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session:
            while True:
                await self.bell.until(lambda: self.url and self.queue, 10**6)
                task = asyncio.create_task(self._bring(session, self.queue.popleft()))
                calls.add(task)
                task.add_done_callback(calls.discard)

    async def _bring(self, session: aiohttp.ClientSession, body: dict[str, Any]) -> None:
        for pause in (*self.retries, None):
            taken = await self.call(session, body)
            if self.twice:
                await self.call(session, body)
            if taken:
                return
            if pause is not None:
                await asyncio.sleep(pause)
        self.given_up.append(body)
        self.bell.ring()

    async def call(self, session: aiohttp.ClientSession, body: Any) -> bool:
        """Makes one call; whether it was taken."""
        try:
            async with session.post(self.url, json=body, headers={SECRET_HEADER: self.secret}) as answer:
                self.answers.append(answer.status)
        except (aiohttp.ClientError, TimeoutError, OSError):
            self.answers.append(0)
        self.bell.ring()
        return 200 <= self.answers[-1] < 300
