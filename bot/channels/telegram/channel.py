"""The Telegram channel: reading, sending, polling or webhook, and the menu of commands."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import json
import secrets
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import structlog
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import AiogramError, TelegramAPIError, TelegramNotFound, TelegramUnauthorizedError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.channels.base import TokenRefused
from bot.channels.rendering import render
from bot.channels.telegram import polling, sending
from bot.channels.telegram.reading import NAME, key_and_lane, read
from handlers.capabilities import Capabilities
from handlers.messages import Incoming, Reply
from handlers.wording.commands import DESCRIPTIONS
from scheduler.pacing import Rates
from scheduler.sending import Outcome, PartSent, Verdict

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.web import Store

log = structlog.get_logger(__name__)

CAPABILITIES = Capabilities(
    buttons=True,
    edit=True,
    files_in=True,
    files_out=True,
    images_out=True,
    max_text=4096,
    text_unit="characters",
    markup="html",
    max_buttons=sending.MAX_BUTTONS,
    max_label=sending.MAX_LABEL,
)
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
COURTESY_LIMIT = 5
"""Seconds for calls that only make things nicer."""


class TelegramChannel:
    """One bot token at one Bot API server (the official one, or any other base URL)."""

    name = NAME
    capabilities = CAPABILITIES

    def __init__(self, settings: Settings) -> None:
        if settings.telegram_token is None:
            raise ValueError("no token")
        self._token = settings.telegram_token.get_secret_value()
        self._base = settings.telegram_api_base.rstrip("/")
        self._public_url = settings.public_url
        given = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
        self._secret = given or secrets.token_urlsafe(32)
        self.rates = Rates(chat_interval=1.0, group_per_minute=20, per_second=settings.telegram_rate)
        server = TelegramAPIServer.from_base(self._base)
        self._bot = Bot(self._token, AiohttpSession(api=server, timeout=30))
        self._id = int(self._token.partition(":")[0])
        self._username = ""

    # ---- in ---------------------------------------------------------------------------------------------------------

    def read(self, payload: str) -> Incoming | None:
        """The stored raw update as an Incoming; None for what is not for us."""
        return read(payload, self._id, self._username)

    async def start(self) -> None:
        """Learns who we are, offers strangers /start, and sets the webhook or makes way for polling. Waits for a server
        that is away; raises TokenRefused for a token that it does not know."""
        try:
            self._username = await self._insist()
        except (TelegramUnauthorizedError, TelegramNotFound) as error:
            raise TokenRefused(NAME) from error
        commands = [BotCommand(command="start", description=DESCRIPTIONS["start"])]
        with contextlib.suppress(AiogramError):
            await self._bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats())
        if self._public_url:
            await self._bot.set_webhook(
                f"{self._public_url.rstrip('/')}/hook/{NAME}",
                secret_token=self._secret,
                allowed_updates=list(polling.ALLOWED),
            )
            return
        hook = await self._bot.get_webhook_info()
        if hook.url:
            log.warning("a webhook was registered: removed, because polling is configured", action="start")
            await self._bot.delete_webhook()

    async def _insist(self) -> str:
        pause = 1.0
        while True:
            try:
                me = await self._bot.get_me()
            except TelegramAPIError as error:
                if isinstance(error, TelegramUnauthorizedError | TelegramNotFound):
                    raise
                log.warning("no answer", action="start", error=type(error).__name__)
            except AiogramError as error:
                log.warning("no answer", action="start", error=type(error).__name__)
            else:
                return me.username or ""
            await asyncio.sleep(pause)
            pause = min(pause * 2, 30.0)

    async def poll(self, store: Store, stop: asyncio.Event) -> None:
        """Fetches until `stop`; each batch is acknowledged only after `store` has returned."""

        async def keep(items: Sequence[tuple[str, str, str]]) -> None:
            await store(NAME, items)

        try:
            await polling.poll(self._base, self._token, keep, stop)
        except polling.Unauthorized as error:
            log.error("the token is refused: nothing is fetched", action="poll", said=str(error))

    def webhook_update(self, headers: Mapping[str, str], body: bytes) -> tuple[str, str, str] | None:
        """The update of a webhook call; None when the secret is wrong (compared in constant time, before parsing) or
        the body is not an update."""
        given = headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode("utf-8", "replace"), self._secret.encode()):
            return None
        try:
            update = json.loads(body)
            key, lane = key_and_lane(update)
        except (ValueError, KeyError, TypeError, AttributeError):
            log.warning("not an update", action="webhook")
            return None
        return key, lane, json.dumps(update, ensure_ascii=True)

    # ---- out --------------------------------------------------------------------------------------------------------

    def is_group(self, chat: str) -> bool:
        """Groups have negative ids."""
        return chat.startswith("-")

    async def answers(self) -> bool:
        """Whether the server answers now."""
        try:
            await self._bot.get_me(request_timeout=COURTESY_LIMIT)
        except AiogramError:
            return False
        return True

    async def send(
        self, chat: str, reply: Reply, *, replaces: str | None, first_part: int, repeat: bool, part_sent: PartSent
    ) -> Outcome:
        """Sends the reply's parts from `first_part`; the first text may take the place of the message `replaces`."""
        parts = render(reply, self.capabilities, repeat=repeat)
        remote = ""
        for number, part in enumerate(parts[first_part:], first_part):
            try:
                edited = number == 0 and replaces is not None and part.media is None
                if edited and replaces is not None and await sending.edit(self._bot, chat, replaces, part):
                    remote = replaces
                else:
                    remote = str((await sending.send_part(self._bot, chat, part)).message_id)
            except AiogramError as error:
                found = sending.outcome(error)
                if found.verdict is not Verdict.SENT:
                    return found
            if number + 1 < len(parts):
                await part_sent(number + 1)
                await asyncio.sleep(self.rates.chat_interval)
        return Outcome(Verdict.SENT, remote=remote)

    # ---- courtesies -------------------------------------------------------------------------------------------------

    async def press_seen(self, payload: str) -> None:
        """Stops the pressed button's spinning. Best effort."""
        query = json.loads(payload).get("callback_query", {}).get("id")
        with contextlib.suppress(AiogramError):
            await self._bot.answer_callback_query(query, request_timeout=COURTESY_LIMIT)

    async def typing(self, chat: str) -> None:
        """Shows "typing" for a few seconds. Best effort."""
        with contextlib.suppress(AiogramError):
            await self._bot.send_chat_action(chat, "typing", request_timeout=COURTESY_LIMIT)

    async def set_menu(self, chat: str, commands: Sequence[tuple[str, str]]) -> bool:
        """The commands that a private chat's menu lists, as (name, description); none: the strangers' menu again.
        Whether it was done."""
        scope = BotCommandScopeChat(chat_id=int(chat))
        try:
            if commands:
                listed = [BotCommand(command=name, description=text[:256]) for name, text in commands]
                await self._bot.set_my_commands(listed, scope=scope)
            else:
                await self._bot.delete_my_commands(scope=scope)
        except AiogramError as error:
            return sending.outcome(error).verdict in (Verdict.GONE, Verdict.REFUSED)
        return True

    async def close(self) -> None:
        """Closes connections."""
        await self._bot.session.close()
