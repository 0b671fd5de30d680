"""How updates reach the bot: long polling, or the server calls the bot's webhook."""

from __future__ import annotations

import asyncio
import contextlib
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from tests.support.telegram_fake.errors import ApiError, bad
from tests.support.telegram_fake.parameters import Parameters
from tests.support.telegram_fake.world import World, now

MAX_POLL = 50.0
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_PORTS = (443, 80, 88, 8443)


@dataclass
class Webhook:
    """What setWebhook was given, and how delivery has been going."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    last_error: str = ""
    last_error_at: int = 0
    busy: set[str] = field(default_factory=set)


class Delivery:
    """Both ways. `local`: as a self-hosted server, takes webhooks without https; `retry_first`, `retry_longest`:
    seconds between tries (the real ones are 1 and 60 to 120)."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.webhook = Webhook()
        self.local = True
        self.retry_first = 0.02
        self.retry_longest = 0.5
        self._poller = 0
        self._deliverer: asyncio.Task[None] | None = None

    async def get_updates(self, p: Parameters) -> list[dict[str, Any]]:
        """Waits for updates; those below the offset are acknowledged and forgotten."""
        if self.webhook.url:
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        self._poller += 1
        mine = self._poller
        self.world.changed()
        if "allowed_updates" in p.values:
            self.world.allowed = p.object("allowed_updates")
        offset = p.number("offset")
        if offset < 0:
            while len(self.world.updates) > -offset:
                self.world.updates.popleft()
        elif offset:
            self.world.forget(offset)
        limit = min(max(p.number("limit", 100), 1), 100)
        seconds = min(max(p.number("timeout"), 0), MAX_POLL)
        with contextlib.suppress(TimeoutError):
            await self.world.until(lambda: self.world.updates or self._poller != mine, seconds)
        if self._poller != mine:
            raise ApiError(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            )
        return [update for _, update in zip(range(limit), self.world.updates, strict=False)]

    @property
    def polling(self) -> int:
        """How many times updates were asked for."""
        return self._poller

    def set_webhook(self, p: Parameters) -> bool:
        """Sets or (no url) removes the webhook."""
        url, secret = p.text("url"), p.text("secret_token")
        if secret and not _SECRET.fullmatch(secret):
            raise bad("secret token contains unallowed characters")
        parts = urlsplit(url)
        if url and not self.local:
            if parts.scheme != "https":
                raise bad("bad webhook: An HTTPS URL must be provided for webhook")
            if (parts.port or 443) not in _PORTS:
                raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
        if "allowed_updates" in p.values:
            self.world.allowed = p.object("allowed_updates")
        if p.text("drop_pending_updates").lower() == "true":
            self.world.updates.clear()
        self.webhook = Webhook(url, secret, p.number("max_connections", 40) or 40)
        self.world.changed()
        return True

    def delete_webhook(self, p: Parameters) -> bool:
        """Back to polling."""
        if p.text("drop_pending_updates").lower() == "true":
            self.world.updates.clear()
        self.webhook = Webhook()
        self.world.changed()
        return True

    def get_webhook_info(self, p: Parameters) -> dict[str, Any]:
        """What is set, and how it goes."""
        hook = self.webhook
        info = {
            "url": hook.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self.world.updates),
            "max_connections": hook.max_connections,
            "allowed_updates": self.world.allowed or [],
        }
        if hook.last_error:
            info |= {"last_error_date": hook.last_error_at, "last_error_message": hook.last_error}
        return info

    # ---- calling the webhook ----------------------------------------------------------------------------------------

    async def deliver(self) -> None:
        """Calls the webhook as long as one is set: a chat's updates in order, chats side by side."""
        async with aiohttp.ClientSession() as session, asyncio.TaskGroup() as group:
            while True:
                update = await self.world.until(self._next, 3600 * 24)
                lane = _lane(update)
                self.webhook.busy.add(lane)
                group.create_task(self._bring(session, self.webhook, update, lane))

    def _next(self) -> dict[str, Any] | None:
        hook = self.webhook
        if not hook.url or len(hook.busy) >= hook.max_connections:
            return None
        return next((u for u in self.world.updates if _lane(u) not in hook.busy), None)

    async def _bring(self, session: aiohttp.ClientSession, hook: Webhook, update: dict[str, Any], lane: str) -> None:
        wait = self.retry_first
        while self.webhook is hook and update in self.world.updates:
            problem, asked = await self._call(session, hook, update)
            if not problem:
                self.world.updates.remove(update)
                break
            hook.last_error, hook.last_error_at = problem, int(now().timestamp())
            await asyncio.sleep(min(asked or wait, self.retry_longest))
            wait = min(wait * 2, self.retry_longest)
        hook.busy.discard(lane)
        self.world.changed()

    async def _call(self, session: aiohttp.ClientSession, hook: Webhook, update: dict[str, Any]) -> tuple[str, float]:
        """What went wrong ("" nothing), and the wait that the bot asked for."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
        try:
            async with session.post(hook.url, json=update, headers=headers, timeout=aiohttp.ClientTimeout(60)) as got:
                if 200 <= got.status < 300:
                    return "", 0
                return f"Wrong response from the webhook: {got.status} {got.reason}", float(
                    got.headers.get("Retry-After", 0)
                )
        except TimeoutError:
            return "Read timeout expired", 0
        except aiohttp.ClientError:
            return "Connection refused", 0


def _lane(update: dict[str, Any]) -> str:
    content: dict[str, Any] = next(value for key, value in update.items() if key != "update_id")
    chat = (content.get("message") or content).get("chat") or {}
    return str(chat.get("id", ""))
