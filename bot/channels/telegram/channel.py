"""The Telegram channel: reading, sending, polling or webhook, and the menus of commands."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import structlog
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteWebhook,
    GetFile,
    GetMe,
    GetWebhookInfo,
    SendChatAction,
    SetWebhook,
    TelegramMethod,
)
from aiogram.utils.token import TokenValidationError

from bot.channels.base import NotFetched, ServiceRefused, TokenRefused
from bot.channels.failures import CALL_LIMIT, Failure, Limited, Refused, Unauthorized
from bot.channels.rendering import render
from bot.channels.telegram import menus, sending
from bot.channels.telegram.api import Api, Conflict
from bot.channels.telegram.places import Place
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.reading import KINDS, NAME, Us, read
from bot.channels.telegram.webhook import secret_of, updates_of
from bot.clock import clock_for
from handlers.capabilities import Capabilities
from handlers.messages import Incoming, Reply
from handlers.outside import FileFault
from scheduler.pacing import Rates
from scheduler.retry import SERVICE, Backoff
from scheduler.sending import Outcome, PartSent

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
    max_buttons=100,
    max_label=64,
)
COURTESY_LIMIT = 5
"""Seconds for calls that only make things nicer."""
START_TRIES = 2
"""Tries to reach the server while starting, so that the rest of the program need not wait; `poll` goes on trying."""
FETCH_TRIES = 2
"""Tries to have a file: its sender waits."""
LOOK_AFTER = 600.0
"""Seconds between two looks whether our webhook still stands."""


class TelegramChannel:
    """One bot token at one Bot API server (the official one, or any other base URL). `backoff`: between tries to fetch;
    `call_limit`: seconds for a call.

    Raises bot.channels.base.TokenRefused for what is not even shaped like a token.
    """

    name = NAME
    capabilities = CAPABILITIES

    def __init__(self, settings: Settings, *, backoff: Backoff = SERVICE, call_limit: float = CALL_LIMIT) -> None:
        if settings.telegram_token is None:
            raise ValueError("no token")
        token = settings.telegram_token.get_secret_value()
        try:
            self._api = Api(token, settings.telegram_api_base.rstrip("/"), call_limit)
        except TokenValidationError:
            raise TokenRefused(NAME) from None
        given = settings.webhook_secret.get_secret_value() if settings.webhook_secret else None
        self._secret = secret_of(token, given)
        self._url = f"{settings.public_url.rstrip('/')}/hook/{NAME}" if settings.public_url else None
        self._clock = clock_for(settings.now)
        self._backoff = backoff
        self._us = Us(self._api.id, "")
        self.rates = Rates(chat_interval=1.0, group_per_minute=20, per_second=settings.telegram_rate)

    # ---- making ready -----------------------------------------------------------------------------------------------

    async def start(self) -> None:
        """Learns who we are, sets the menus, and the webhook or makes way for polling. A server that is away is left to
        `poll`. Raises TokenRefused, and ServiceRefused when the server does not accept our webhook."""
        await self._make_ready(START_TRIES)

    async def poll(self, store: Store, stop: asyncio.Event) -> None:
        """Sees to it that updates come in until `stop`: fetches them, each batch acknowledged only after `store` has
        returned; or, with a webhook, watches that it stands. May be cancelled. Raises as `start`."""

        async def keep(items: Sequence[tuple[str, str, str]]) -> None:
            await store(NAME, items)

        while not stop.is_set() and not await self._make_ready(START_TRIES):
            await _wait(stop, self._backoff.longest.total_seconds())
        try:
            if self._url is None:
                await Polling(self._api, keep, self._clock, backoff=self._backoff).run(stop)
            else:
                await self._watch_webhook(stop)
        except Unauthorized:
            raise TokenRefused(NAME) from None

    async def _make_ready(self, tries: int) -> bool:
        """Whether the server was there for it."""
        if self._us.username:
            return True
        try:
            me = await self._insist(GetMe(), tries)
            await self._open_way(tries)
        except Unauthorized:
            raise TokenRefused(NAME) from None
        except Refused as error:
            raise ServiceRefused(NAME, error.description) from None
        except Failure as error:
            log.error("Telegram does not answer", action="connect", error=type(error).__name__, said=error.description)
            return False
        self._us = Us(self._api.id, str(me["username"]))
        link = f"https://t.me/{self._us.username}?start={{code}}"
        self.capabilities = replace(self.capabilities, start_link=link)
        log.info("ready", action="connect", bot=self._us.username, way="polling" if self._url is None else "webhook")
        for menu in menus.general():
            with contextlib.suppress(Failure):
                await self._insist(menu, tries)
        return True

    async def _open_way(self, tries: int) -> None:
        """Sets the webhook; or removes one, without which nothing can be fetched."""
        if self._url is not None:
            method = SetWebhook(url=self._url, secret_token=self._secret, allowed_updates=list(KINDS))
            await self._insist(method, tries)
        elif (await self._insist(GetWebhookInfo(), tries)).get("url"):
            log.warning("a webhook was registered: removed, because polling is configured", action="connect")
            await self._insist(DeleteWebhook(), tries)

    async def _insist(self, method: TelegramMethod[Any], tries: int) -> Any:
        """Calls until there is an answer that stands, `tries` times at most. Raises the last Failure."""
        for attempt in range(1, tries + 1):
            try:
                return await self._api.call(method)
            except (Refused, Unauthorized):
                raise
            except Failure as error:
                if attempt == tries:
                    raise
                pause = self._backoff.delay(attempt).total_seconds()
                await asyncio.sleep(error.seconds if isinstance(error, Limited) else pause)
        raise AssertionError("unreachable")

    async def _watch_webhook(self, stop: asyncio.Event) -> None:
        """Sets the webhook again when somebody has taken it away; tells how Telegram fares with it."""
        while not stop.is_set():
            await _wait(stop, LOOK_AFTER)
            with contextlib.suppress(Failure):
                info = await self._api.call(GetWebhookInfo())
                if info.get("url") != self._url:
                    log.error("our webhook was taken away: set again", action="webhook")
                    await self._open_way(1)
                elif info.get("last_error_message"):
                    waiting = info.get("pending_update_count")
                    log.warning("webhook", action="webhook", said=info["last_error_message"], waiting=waiting)

    # ---- in ---------------------------------------------------------------------------------------------------------

    def read(self, payload: str) -> Incoming | None:
        """The stored raw update as an Incoming; None for what is not for us."""
        return read(payload, self._us)

    def webhook_updates(self, headers: Mapping[str, str], body: bytes) -> list[tuple[str, str, str]] | None:
        """Key, lane and payload of the update that a webhook call brings, nothing for what is no update; None when the
        secret is wrong (compared in constant time, before anything is read)."""
        return updates_of(headers, body, self._secret, self._clock())

    async def fetch(self, reference: str, limit: int) -> bytes:
        """The bytes of a file by its file_id. Raises NotFetched."""
        try:
            about = await self._insist(GetFile(file_id=reference), FETCH_TRIES)
            if int(about.get("file_size", 0)) > limit:
                raise NotFetched(FileFault.TOO_LARGE)
            content = await self._api.download(str(about["file_path"]), limit)
        except Refused as error:
            too_large = "too big" in error.description.lower()
            raise NotFetched(FileFault.TOO_LARGE if too_large else FileFault.GONE) from None
        except Failure:
            raise NotFetched(FileFault.AWAY) from None
        if content is None:
            raise NotFetched(FileFault.TOO_LARGE)
        return content

    # ---- out --------------------------------------------------------------------------------------------------------

    def is_group(self, chat: str) -> bool:
        """Groups have negative ids."""
        return chat.startswith("-")

    async def answers(self) -> bool:
        """Whether the server answers now."""
        try:
            await self._api.call(GetMe(), COURTESY_LIMIT)
        except Failure:
            return False
        return True

    async def send(
        self, chat: str, reply: Reply, *, replaces: str | None, first_part: int, repeat: bool, part_sent: PartSent
    ) -> Outcome:
        """Sends the reply's parts from `first_part`; the first text may take the place of the message `replaces`."""
        parts = render(reply, self.capabilities, repeat=repeat, first_part=first_part)
        unmarked = render(reply, self.capabilities)[0] if repeat else parts[0]
        return await sending.send(
            self._api,
            chat,
            parts,
            unmarked=unmarked,
            replaces=replaces,
            first_part=first_part,
            part_sent=part_sent,
            pause=self.rates.chat_interval,
        )

    # ---- courtesies -------------------------------------------------------------------------------------------------

    async def press_seen(self, payload: str) -> None:
        """Stops the pressed button's spinning. Best effort: a query that is too old harms nothing."""
        query = json.loads(payload).get("callback_query", {}).get("id")
        if query:
            await self._courtesy(AnswerCallbackQuery(callback_query_id=query))

    async def typing(self, chat: str) -> None:
        """Shows "typing" for a few seconds. Best effort."""
        place = Place.of(chat)
        await self._courtesy(SendChatAction(chat_id=place.chat, message_thread_id=place.thread, action="typing"))

    async def set_menu(self, chat: str, commands: Sequence[tuple[str, str]]) -> bool:
        """The commands that a private chat's menu lists, as (name, description); none: the strangers' menu again.
        Whether that is settled: done, or refused for good. Never raises."""
        try:
            await self._api.call(menus.personal(Place.of(chat).chat, commands), COURTESY_LIMIT)
        except Refused as error:
            log.warning("menu refused", action="menu", said=error.description)
        except Failure:
            return False
        return True

    async def close(self) -> None:
        """Closes connections."""
        await self._api.close()

    async def _courtesy(self, method: TelegramMethod[Any]) -> None:
        try:
            await self._api.call(method, COURTESY_LIMIT)
        except (Refused, Conflict):
            pass
        except Failure as error:
            log.info("courtesy failed", action="courtesy", error=type(error).__name__)


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()
