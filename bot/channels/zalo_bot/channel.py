"""The Zalo Bot channel: reading, sending, polling or webhook."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import structlog

from bot.channels.base import ServiceRefused, TokenRefused
from bot.channels.continuing import portion
from bot.channels.failures import CALL_LIMIT, Failure, Limited, Refused, Unauthorized
from bot.channels.posting import post_all
from bot.channels.publishing import Publish, published
from bot.channels.rendering import render
from bot.channels.zalo_bot import sending
from bot.channels.zalo_bot.api import Api, Hooked
from bot.channels.zalo_bot.polling import BACKOFF, FLOOR, Polling
from bot.channels.zalo_bot.reading import NAME, Us, read
from bot.channels.zalo_bot.webhook import genuine, items_of, secret_of
from bot.channels.zalo_media import fetched
from bot.clock import clock_for
from handlers.capabilities import Capabilities
from handlers.messages import Incoming, Reply
from handlers.wording import channels as words
from handlers.wording.rendering import REPEAT_SAID
from scheduler.pacing import Rates
from scheduler.retry import Backoff
from scheduler.sending import Outcome, PartSent, Verdict
from storage.errors import NotWritten

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.web import Store

log = structlog.get_logger(__name__)

MAX_TEXT = 1900
"""UTF-16 units of a message. The service takes 2,000 of a unit that it does not name."""
MAX_PARTS = 3
COURTESY_LIMIT = 5.0
"""Seconds for calls that only make things nicer."""
START_TRIES = 2
"""Tries to reach the service while starting, so that the rest of the program need not wait; `poll` goes on trying."""
LOOK_AFTER = 600.0
"""Seconds between two looks whether our webhook still stands."""


class ZaloBotChannel:
    """One bot token. `backoff`: between tries to fetch; `floor`: seconds at least between two fetches; `call_limit`:
    seconds for a call.

    Raises bot.channels.base.TokenRefused for what is not even shaped like a token.
    """

    name = NAME

    def __init__(
        self, settings: Settings, *, backoff: Backoff = BACKOFF, floor: float = FLOOR, call_limit: float = CALL_LIMIT
    ) -> None:
        if settings.zalo_bot_token is None:
            raise ValueError("no token")
        token = settings.zalo_bot_token.get_secret_value()
        try:
            self._api = Api(token, settings.zalo_bot_api_base, call_limit)
        except ValueError:
            raise TokenRefused(NAME) from None
        given = settings.webhook_secret.get_secret_value() if settings.webhook_secret else None
        self._secret = secret_of(token, given)
        self._url = f"{settings.public_url.rstrip('/')}/hook/{NAME}" if settings.public_url else None
        self._clock = clock_for(settings.now)
        self._backoff = backoff
        self._floor = floor
        self._us = Us()
        self.publish: Publish | None = None
        self.capabilities = Capabilities(
            buttons=False,
            edit=False,
            files_in=False,
            files_out=False,
            images_out=False,
            max_text=MAX_TEXT,
            text_unit="utf16",
            markup="markdown" if settings.zalo_bot_markdown else "plain",
            max_parts=MAX_PARTS,
            monthly_quota=settings.zalo_bot_monthly_quota,
            counts_incoming=settings.zalo_bot_counts_incoming,
            people_at_most=settings.zalo_bot_people,
            groups_at_most=settings.zalo_bot_groups,
            repeat_mark=REPEAT_SAID,
        )
        self.rates = Rates(chat_interval=0.5, group_per_minute=20, per_second=settings.zalo_bot_rate)

    # ---- making ready -----------------------------------------------------------------------------------------------

    async def start(self) -> None:
        """Learns who we are, and sets the webhook or sees that none stands in the way of polling. A service that is
        away is left to `poll`. Raises TokenRefused; ServiceRefused when our webhook is not accepted, or when one is
        registered though polling is configured: somebody may depend on it, so it is not removed unasked."""
        await self._make_ready(START_TRIES)

    async def poll(self, store: Store, stop: asyncio.Event) -> None:
        """Sees to it that updates come in until `stop`: fetches them, or watches that the webhook stands. May be
        cancelled. Raises as `start`."""

        async def keep(items: Sequence[tuple[str, str, str]]) -> None:
            await store(NAME, items)

        while not stop.is_set() and not await self._make_ready(START_TRIES):
            await _wait(stop, self._backoff.longest.total_seconds())
        try:
            if self._url is None:
                await Polling(self._api, keep, self._clock, floor=self._floor, backoff=self._backoff).run(stop)
            else:
                await self._watch_webhook(stop)
        except Unauthorized:
            raise TokenRefused(NAME) from None
        except Hooked as error:
            raise ServiceRefused(NAME, words.WEBHOOK_IN_THE_WAY.format(url=error.description)) from None

    async def _make_ready(self, tries: int) -> bool:
        """Whether the service was there for it."""
        if self._us.id:
            return True
        try:
            me = await self._insist("getMe", {}, tries)
            await self._open_way(tries)
        except Unauthorized:
            raise TokenRefused(NAME) from None
        except Refused as error:
            raise ServiceRefused(NAME, error.description) from None
        except Failure as error:
            log.error("Zalo does not answer", action="connect", error=type(error).__name__, said=error.description)
            return False
        names = tuple(str(me[field]) for field in ("display_name", "account_name") if me.get(field))
        self._us = Us(str(me.get("id", "")), names)
        log.info("ready", action="connect", bot=self._us.id, way="polling" if self._url is None else "webhook")
        return True

    async def _open_way(self, tries: int) -> None:
        """Sets the webhook; or sees that none is set, with which nothing could be fetched."""
        if self._url is not None:
            await self._insist("setWebhook", {"url": self._url, "secret_token": self._secret}, tries)
        elif found := await self._registered(tries):
            raise ServiceRefused(NAME, words.WEBHOOK_IN_THE_WAY.format(url=found))

    async def _registered(self, tries: int) -> str:
        """The address that is registered, "" for none (which the service may call "not found")."""
        try:
            return str(((await self._insist("getWebhookInfo", {}, tries)) or {}).get("url") or "")
        except Refused:
            return ""

    async def _insist(self, method: str, body: dict[str, Any], tries: int) -> Any:
        """Calls until there is an answer that stands, `tries` times at most. Raises the last Failure."""
        for attempt in range(1, tries + 1):
            try:
                return await self._api.call(method, body)
            except (Refused, Unauthorized, Limited):
                raise
            except Failure:
                if attempt == tries:
                    raise
                await asyncio.sleep(self._backoff.delay(attempt).total_seconds())
        raise AssertionError("unreachable")

    async def _watch_webhook(self, stop: asyncio.Event) -> None:
        """Sets the webhook again when somebody has taken it away."""
        while not stop.is_set():
            await _wait(stop, LOOK_AFTER)
            with contextlib.suppress(Failure):
                if await self._registered(1) != self._url:
                    log.error("our webhook was taken away: set again", action="webhook")
                    await self._open_way(1)

    # ---- in ---------------------------------------------------------------------------------------------------------

    def read(self, payload: str) -> Incoming | None:
        """The stored raw update as an Incoming; None for what is not for us."""
        return read(payload, self._us)

    def webhook_updates(self, headers: Mapping[str, str], body: bytes) -> list[tuple[str, str, str]] | None:
        """Key, lane and payload of what a webhook call brings, nothing for a probe; None when the secret is wrong
        (compared in constant time, before anything is read)."""
        if not genuine(headers, self._secret):
            log.warning("a call without our secret", action="webhook")
            return None
        return items_of(body, self._clock())

    async def fetch(self, reference: str, limit: int) -> bytes:
        """The bytes of a picture by its address, which must be one of Zalo's own. Raises NotFetched."""
        return await fetched(self._api.download, reference, limit)

    # ---- out --------------------------------------------------------------------------------------------------------

    def is_group(self, chat: str) -> bool:
        """Ids do not tell: what a group allows is not published, so every chat is treated alike."""
        return False

    async def answers(self) -> bool:
        """Whether the service answers now."""
        try:
            await self._api.call("getMe", {}, COURTESY_LIMIT)
        except Failure:
            return False
        return True

    async def send(
        self, chat: str, reply: Reply, *, replaces: str | None, first_part: int, repeat: bool, part_sent: PartSent
    ) -> Outcome:
        """Sends the reply's parts from `first_part`. Nothing can be edited: what would replace is sent anew."""
        try:
            reply = await published(reply, self.publish, NAME, chat)
        except NotWritten as error:
            return Outcome(Verdict.LATER, error=type(error).__name__)
        parts = render(reply, self.capabilities, repeat=repeat, first_part=first_part)
        markdown = self.capabilities.markup == "markdown"
        return await post_all(
            lambda part: sending.post(self._api, chat, part, markdown=markdown),
            parts,
            first_part=first_part,
            part_sent=part_sent,
            pause=self.rates.chat_interval,
        )

    def portion(self, reply: Reply) -> Reply:
        """So much of the reply as is shown at once."""
        return portion(reply, self.capabilities)

    # ---- courtesies -------------------------------------------------------------------------------------------------

    async def press_seen(self, payload: str) -> None:
        """There are no buttons."""

    async def typing(self, chat: str) -> None:
        """Shows "typing" for a few seconds. Best effort."""
        try:
            await self._api.call("sendChatAction", {"chat_id": chat, "action": "typing"}, COURTESY_LIMIT)
        except Refused:
            pass
        except Failure as error:
            log.info("courtesy failed", action="courtesy", error=type(error).__name__)

    async def close(self) -> None:
        """Closes connections."""
        await self._api.close()


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()
