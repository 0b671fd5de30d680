"""Long polling with our own loop: a batch is stored for good before the next call acknowledges it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any

import structlog
from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.channels.telegram.reading import key_and_lane
from storage.errors import NotWritten

log = structlog.get_logger(__name__)

WAIT = 25
"""Seconds that the server holds a call when there is nothing new (it allows 50)."""
BATCH = 100
ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
CONFLICT_PAUSE = 30.0
LONGEST_PAUSE = 60.0

Store = Callable[[Sequence[tuple[str, str, str]]], Awaitable[None]]


class Unauthorized(Exception):
    """The server does not know the token: nothing can be fetched until an operator changes it."""


async def poll(base: str, token: str, store: Store, stop: asyncio.Event) -> None:
    """Fetches until `stop` is set. Survives everything but a refused token (Unauthorized)."""
    offset: int | None = None
    failures = 0
    async with ClientSession(timeout=ClientTimeout(total=WAIT + 15, sock_connect=10)) as session:
        while not stop.is_set():
            try:
                updates, pause = await _fetch(session, f"{base}/bot{token}/getUpdates", offset)
            except (ClientError, TimeoutError, ValueError) as error:
                failures += 1
                log.warning("not fetched", action="poll", error=type(error).__name__, failures=failures)
                updates, pause = [], min(LONGEST_PAUSE, 0.5 * 2 ** min(failures, 8))
            else:
                failures = 0
            if updates:
                try:
                    await store([(*key_and_lane(u), json.dumps(u, ensure_ascii=True)) for u in updates])
                except NotWritten:
                    # Not acknowledged: the same batch comes again.
                    pause = 2.0
                else:
                    offset = updates[-1]["update_id"] + 1
            if pause:
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), pause)


async def _fetch(session: ClientSession, url: str, offset: int | None) -> tuple[list[dict[str, Any]], float]:
    """One call: the updates, and how long to pause before the next."""
    asked: dict[str, Any] = {"timeout": WAIT, "limit": BATCH, "allowed_updates": list(ALLOWED)}
    if offset is not None:
        asked["offset"] = offset
    async with session.post(url, json=asked) as response:
        answer = json.loads(await response.text())
    if answer.get("ok"):
        return answer["result"], 0.0
    code, said = answer.get("error_code"), answer.get("description", "")
    if code in (401, 404):
        raise Unauthorized(said)
    if code == 409:
        log.error("somebody else fetches with this token", action="poll", said=said)
        return [], CONFLICT_PAUSE
    log.warning("refused", action="poll", code=code, said=said)
    return [], float(answer.get("parameters", {}).get("retry_after", 3))
