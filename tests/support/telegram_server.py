"""A Telegram Bot API server for tests and for trying things out: over HTTP, as strict as the real one.

    async with TelegramServer() as server:
        lan = server.person("Lan")
        lan.say("/start")
        await lan.wait_for("Chào đồng chí")

By hand: `python -m tests.support.telegram_server --port 8081` says how to go on. Updates are built, and what the bot
sends is read, with python-telegram-bot's types: a second reading of the Bot API beside the bot's own.
"""

from __future__ import annotations

import asyncio
import itertools
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from telegram import Chat, User

from tests.support.loopback import Loopback
from tests.support.telegram_fake.errors import ApiError
from tests.support.telegram_fake.faults import Faults, Limits, early_answer, reset
from tests.support.telegram_fake.methods import Methods
from tests.support.telegram_fake.parameters import Parameters, parameters
from tests.support.telegram_fake.people import Group, Person
from tests.support.telegram_fake.updates import Delivery
from tests.support.telegram_fake.world import Room, World

TOKEN = "7000000001:AAtests-only-token_0123456789abcdefgh"
USERNAME = "dondoc_bot"


@dataclass(frozen=True)
class Call:
    """A call as it came: method name and parameters."""

    method: str
    parameters: dict[str, Any]


class TelegramServer(Loopback):
    """Serves one bot on the loopback. `world` is what it keeps; it survives `stop` and `start` (on the same port).
    `calls`: every call that was read; `refusals`: method and error of those that were not done."""

    body_limit = 60 * 1024 * 1024

    def __init__(self, token: str = TOKEN, username: str = USERNAME, port: int = 0) -> None:
        super().__init__(port)
        self.token = token
        self.world = World(token, username)
        self.faults = Faults()
        self.limits = Limits()
        self.delivery = Delivery(self.world)
        self.methods = Methods(self.world, self.limits)
        self.calls: list[Call] = []
        self.refusals: list[tuple[str, ApiError]] = []
        self.revoked = False
        self._people: dict[str, Person] = {}
        self._ids = itertools.count(5_000_000_001)

    @property
    def environment(self) -> dict[str, str]:
        """Settings of a program that is this bot, without their prefix."""
        return {"TELEGRAM_TOKEN": self.token, "TELEGRAM_API_BASE": self.url}

    # ---- running ----------------------------------------------------------------------------------------------------

    def routes(self, app: web.Application) -> None:
        """The calls of a bot, and its files."""
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.router.add_get("/file/bot{token}/{folder}/{file}", self._file)

    async def meanwhile(self) -> None:
        """Calls the webhook."""
        await self.delivery.deliver()

    # ---- who is there -----------------------------------------------------------------------------------------------

    def person(
        self, name: str, id: int | None = None, *, username: str | None = None, stranger: bool = False
    ) -> Person:
        """The person of this name, made when new. `stranger`: has never opened a chat with the bot."""
        if name not in self._people:
            first, _, last = name.partition(" ")
            user = User(
                id or next(self._ids), first, False, last_name=last or None, username=username, language_code="vi"
            )
            chat = Chat(user.id, Chat.PRIVATE, first_name=first, last_name=last or None, username=username)
            room = self.world.rooms.setdefault(user.id, Room(chat, started=not stranger))
            self._people[name] = Person(self.world, user, room)
        return self._people[name]

    def group(self, title: str, id: int | None = None, *, forum: bool = False, small: bool = False) -> Group:
        """A new group with the bot in it: a supergroup unless `small`; `forum`: with topics."""
        number = next(self._ids)
        chat_id = id or (-number if small else -1_000_000_000_000 - number)
        chat = Chat(chat_id, Chat.GROUP if small else Chat.SUPERGROUP, title=title, is_forum=forum or None)
        room = self.world.rooms.setdefault(chat_id, Room(chat))
        return Group(self.world, room)

    def sent(self, method: str) -> list[dict[str, Any]]:
        """The parameters of every call of a method so far."""
        return [call.parameters for call in self.calls if call.method.lower() == method.lower()]

    # ---- answering --------------------------------------------------------------------------------------------------

    async def _call(self, request: web.Request) -> web.StreamResponse:
        try:
            if request.match_info["token"] != self.token or self.revoked:
                raise ApiError(401, "Unauthorized")
            method = request.match_info["method"]
            fault = self.faults.next(method)
            if fault is not None and (early := early_answer(fault, request)) is not None:
                return early
            read = await parameters(request)
            self.calls.append(Call(method, read.values))
            result = await self._do(method, read)
            if fault is not None and fault.kind == "reset after":
                reset(request)
            if fault is not None and fault.kind == "silence":
                await asyncio.sleep(fault.seconds)
            return web.json_response({"ok": True, "result": result})
        except ApiError as error:
            self.refusals.append((request.match_info["method"], error))
            seconds = error.parameters.get("retry_after")
            headers = {"Retry-After": str(seconds)} if seconds else None
            return web.json_response(error.body(), status=error.code, headers=headers)

    async def _do(self, method: str, p: Parameters) -> Any:
        match method.lower():
            case "getupdates":
                return await self.delivery.get_updates(p)
            case "setwebhook":
                return self.delivery.set_webhook(p)
            case "deletewebhook":
                return self.delivery.delete_webhook(p)
            case "getwebhookinfo":
                return self.delivery.get_webhook_info(p)
        return self.methods.do(method, p)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        # Only what getFile has opened can be fetched, by its path.
        path = f"{request.match_info['folder']}/{request.match_info['file']}"
        found = self.world.files.get(self.world.paths.get(path, ""))
        fault = self.faults.next("file")
        if fault is not None and (early := early_answer(fault, request)) is not None:
            return early
        if request.match_info["token"] != self.token or found is None:
            return web.json_response({"ok": False, "error_code": 404, "description": "Not Found"}, status=404)
        return web.Response(body=found[1])


if __name__ == "__main__":
    from tests.support.telegram_fake.by_hand import main

    main()
