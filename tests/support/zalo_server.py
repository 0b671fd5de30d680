"""A Zalo Bot server for tests: over HTTP, as strict as the real one is said to be.

    async with ZaloServer() as server:
        lan = server.person("Lan")
        lan.say("xin chào")
        await lan.wait_for("Đôn Đốc")

Where the sources contradict each other, `claims` says how it behaves (tests.support.zalo_fake.claims).
"""

from __future__ import annotations

import asyncio
import itertools
import json
import re
import time
from collections import deque
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from aiohttp import web

from tests.support.bell import Bell
from tests.support.loopback import Loopback
from tests.support.telegram_fake.errors import ApiError
from tests.support.telegram_fake.faults import Faults, early_answer, reset
from tests.support.zalo_fake.claims import MEASURED, Claims
from tests.support.zalo_fake.people import Group, Person, Post, milliseconds, opaque
from tests.support.zalo_fake.webhook import Webhook

TOKEN = "1459232241454765289:tests-only-Token_0123456789"
BOT_ID = "1459232241454765289"
BOT_NAME = "Bot Đôn Đốc"
SENDING = frozenset({"sendMessage", "sendPhoto", "sendSticker", "sendVoice"})
OFFLINE_AFTER = 3.0
"""Seconds without a poll after which nobody counts as polling."""
MAX_TEXT = 2000


@dataclass(frozen=True)
class Call:
    """A call as it came: method name and parameters."""

    method: str
    parameters: dict[str, Any]


class ZaloServer(Loopback):
    """Serves one bot on the loopback. `quota`: messages until 429; `users_at_most`: people whose messages arrive;
    `markdown`: whether parse_mode is taken; `plain_http`: webhooks and pictures need no https; `fetches`: pictures are
    fetched when they are sent, as the real one does. `blocked`: chats that cannot be written to. `calls`, `refusals`:
    what was asked, and what was not done."""

    def __init__(self, claims: Claims = MEASURED, token: str = TOKEN, port: int = 0) -> None:
        super().__init__(port)
        self.claims = claims
        self.token = token
        self.bell = Bell()
        self.faults = Faults()
        self.webhook = Webhook(self.bell)
        self.updates: deque[dict[str, Any]] = deque()
        self.consumed: list[dict[str, Any]] = []
        self.lost: list[dict[str, Any]] = []
        self.calls: list[Call] = []
        self.refusals: list[tuple[str, ApiError]] = []
        self.bot_name = BOT_NAME
        self.quota = 3000
        self.counted = 0
        self.users_at_most = 50
        self.markdown = True
        self.plain_http = True
        self.fetches = False
        self.blocked: set[str] = set()
        self.revoked = False
        self._posts: list[Post] = []
        self._people: dict[str, Person] = {}
        self._served: set[str] = set()
        self._groups: dict[str, Group] = {}
        self._ids = itertools.count(1)
        self._polling = 0
        self._polled = time.monotonic()
        self._replayed = 0

    @property
    def environment(self) -> dict[str, str]:
        """Settings of a program that is this bot, without their prefix."""
        return {"ZALO_BOT_TOKEN": self.token, "ZALO_BOT_API_BASE": self.url}

    # ---- running ----------------------------------------------------------------------------------------------------

    def routes(self, app: web.Application) -> None:
        """The calls of a bot."""
        app.router.add_route("*", "/bot{token}/{method}", self._call)

    async def meanwhile(self) -> None:
        """Calls the webhook."""
        await self.webhook.deliver()

    # ---- who is there -----------------------------------------------------------------------------------------------

    def person(self, name: str) -> Person:
        """The person of this name, made when new."""
        return self._people.setdefault(name, Person(self, opaque(name), name))

    def group(self, title: str) -> Group:
        """A group with the bot in it."""
        return self._groups.setdefault(title, Group(self, f"zgr-{opaque(title)}", title))

    def posts(self, chat: str) -> list[Post]:
        """The bot's messages in a chat, oldest first."""
        return [post for post in self._posts if post.chat == chat]

    def sent(self, method: str) -> list[dict[str, Any]]:
        """The parameters of every call of a method so far."""
        return [call.parameters for call in self.calls if call.method == method]

    # ---- updates ----------------------------------------------------------------------------------------------------

    def update(self, person: Person, kind: str, content: dict[str, Any], group: Group | None) -> dict[str, Any]:
        """A message of a person as the service tells it."""
        chat = (
            {"id": group.id, "chat_type": "GROUP"} if group is not None else {"id": person.id, "chat_type": "PRIVATE"}
        )
        now = milliseconds()
        message = {
            "from": {"id": person.id, "display_name": person.name, "is_bot": False},
            "chat": chat,
            **content,
            "message_id": opaque(f"message {next(self._ids)} {now}"),
            "date": now if self.claims.milliseconds else now // 1000,
        }
        return {"event_name": f"message.{kind}.received", "message": message}

    def tell(self, update: dict[str, Any]) -> None:
        """Brings an update to the bot: by webhook, or to whoever polls; or nobody ever sees it."""
        sender = update.get("message", {}).get("from", {}).get("id", "")
        if sender not in self._served and len(self._served) >= self.users_at_most:
            self.lost.append(update)
            return
        self._served.add(sender)
        if self.claims.counts_incoming:
            self.counted += 1
        if self.webhook.url:
            self.webhook.queue.append({"ok": True, "result": update} if self.claims.wrapped else update)
        elif self.claims.forgets and not self._polling and time.monotonic() - self._polled > OFFLINE_AFTER:
            self.lost.append(update)
        else:
            self.updates.append(update)
        self.bell.ring()

    # ---- answering --------------------------------------------------------------------------------------------------

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        try:
            if request.match_info["token"] != self.token or self.revoked:
                raise ApiError(401, "Unauthorized")
            fault = self.faults.next(method)
            if fault is not None and (early := early_answer(fault, request)) is not None:
                return early
            given = await _parameters(request)
            self.calls.append(Call(method, given))
            self.bell.ring()
            result = await self._do(method, given)
            if fault is not None and fault.kind == "reset after":
                reset(request)
            if fault is not None and fault.kind == "silence":
                await asyncio.sleep(fault.seconds)
            answer = {"ok": True} | ({} if result is None else {"result": result})
            return web.json_response(answer | ({"error_code": 0} if self.claims.zero_code else {}))
        except ApiError as error:
            idle = error.code == 408
            if not idle:
                self.refusals.append((method, error))
            as_http = self.claims.idle_as_http if idle else self.claims.errors_as_http
            return web.json_response(error.body(), status=error.code if as_http else 200)

    async def _do(self, method: str, given: dict[str, Any]) -> Any:
        match method:
            case "getMe":
                me = {"id": BOT_ID, "account_name": "bot.VDKyGxQvc", "account_type": "BASIC", "can_join_groups": True}
                return me | ({"display_name": self.bot_name} if self.claims.shows_name else {})
            case "getUpdates":
                return await self._get_updates(given)
            case "setWebhook":
                return self._set_webhook(given)
            case "deleteWebhook":
                self.webhook.url, self.webhook.updated = "", milliseconds()
                return {"url": "", "updated_at": self.webhook.updated}
            case "getWebhookInfo":
                if not self.webhook.url and self.claims.clean_is_404:
                    raise ApiError(404, "Not Found")
                return {"url": self.webhook.url, "updated_at": self.webhook.updated}
            case "sendChatAction":
                if given.get("action") != "typing":
                    raise _bad("action is not supported")
                return None
        if method in SENDING:
            return await self._send(method, given)
        raise ApiError(404, "Not Found")

    async def _get_updates(self, given: dict[str, Any]) -> Any:
        seconds = float(given.get("timeout", 30))
        if self.webhook.url and self.claims.hooked_poll_refused:
            raise _bad("can't use getUpdates while webhook is active")
        self._polling += 1
        self.bell.ring()
        try:
            if self.claims.replays and not self.updates and self.consumed:
                update = self.consumed[self._replayed % len(self.consumed)]
                self._replayed += 1
            else:
                await self.bell.until(lambda: self.updates and not self.webhook.url, seconds)
                update = self.updates.popleft()
                self.consumed.append(update)
        except TimeoutError:
            raise ApiError(408, "Request timeout") from None
        finally:
            self._polling -= 1
            self._polled = time.monotonic()
        self.bell.ring()
        return update if self.claims.one_object else [update]

    def _set_webhook(self, given: dict[str, Any]) -> dict[str, Any]:
        url, secret = str(given.get("url", "")), str(given.get("secret_token", ""))
        if not (url.startswith("https://") or (self.plain_http and url.startswith("http://"))):
            raise _bad("url must be https")
        if not 8 <= len(secret) <= 256:
            raise _bad("secret_token must be 8-256 characters")
        self.webhook.url, self.webhook.secret, self.webhook.updated = url, secret, milliseconds()
        self.bell.ring()
        return {"url": url, "updated_at": self.webhook.updated}

    async def _send(self, method: str, given: dict[str, Any]) -> dict[str, Any]:
        chat = given.get("chat_id")
        if not isinstance(chat, str) or not chat:
            raise _bad("chat_id is required")
        if chat in self.blocked:
            raise _bad("user has blocked the bot")
        if not self._knows(chat):
            raise _bad("chat not found")
        text = str(given.get("text" if method == "sendMessage" else "caption", ""))
        length = len(text.encode("utf-16-le")) // 2 if self.claims.utf16 else len(text)
        if length > MAX_TEXT or (method == "sendMessage" and not text.strip()):
            raise _bad("text must be 1-2000 characters")
        parse_mode = str(given.get("parse_mode", ""))
        if parse_mode and (not self.markdown or parse_mode not in ("markdown", "html")):
            raise _bad("parse_mode is invalid")
        photo = str(given.get("photo", ""))
        if method == "sendPhoto":
            await self._look_at(photo)
        if self.counted >= self.quota:
            raise ApiError(429, "Quota exceeded")
        self.counted += 1
        id = opaque(f"sent {next(self._ids)}")
        self._posts.append(Post(id, chat, text, self.bell.ring(), photo, parse_mode))
        self.bell.ring()
        if self.claims.echoes:
            self._echo(chat, text)
        return {"message_id": id, "date": milliseconds()}

    def _knows(self, chat: str) -> bool:
        """Whoever has not written first cannot be written to."""
        return chat in self._served or any(group.id == chat for group in self._groups.values())

    async def _look_at(self, photo: str) -> None:
        if not re.match(r"https?://", photo):
            raise _bad("The photo must start with http:// or https://")
        if not self.plain_http and not photo.startswith("https://"):
            raise _bad("The photo URL is invalid")
        if not self.fetches:
            return
        if not urlsplit(photo).hostname:
            raise _bad("The photo URL is invalid")
        async with aiohttp.ClientSession() as session, session.get(photo) as answer:
            if answer.status != 200 or not answer.content_type.startswith("image/"):
                raise _bad("The photo URL is invalid")

    def _echo(self, chat: str, text: str) -> None:
        update = self.update(Person(self, BOT_ID, self.bot_name), "text", {"text": text}, None)
        update["message"]["chat"]["id"] = chat
        update["message"]["from"]["is_bot"] = False  # even this flag cannot be relied on
        self._served.add(BOT_ID)
        self.tell(update)


async def _parameters(request: web.Request) -> dict[str, Any]:
    """Query, JSON or form; a multipart body is not read."""
    given: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        try:
            body = json.loads(await request.text() or "{}")
        except ValueError:
            raise _bad("invalid JSON") from None
        return given | (body if isinstance(body, dict) else {})
    if request.content_type == "application/x-www-form-urlencoded":
        return given | dict(await request.post())
    return given


def _bad(description: str) -> ApiError:
    return ApiError(400, f"Bad request: {description}")
