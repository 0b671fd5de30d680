"""The channel of an Official Account: events by webhook, replies within the account's windows."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import structlog

from bot.channels.base import ServiceRefused
from bot.channels.continuing import portion
from bot.channels.failures import CALL_LIMIT, Failure, Refused, Unauthorized, outcome
from bot.channels.posting import post_all
from bot.channels.publishing import Publish, published
from bot.channels.rendering import Part, render
from bot.channels.zalo_media import fetched
from bot.channels.zalo_oa import sending
from bot.channels.zalo_oa.api import Api, Closed
from bot.channels.zalo_oa.reading import NAME, read, stored
from bot.channels.zalo_oa.signature import Keys, Variant, fitting
from bot.channels.zalo_oa.tokens import tokens_of
from bot.clock import clock_for
from handlers.capabilities import Capabilities
from handlers.messages import Block, Document, Incoming, Note, Picture, Reply
from handlers.wording import channels as words
from handlers.wording.rendering import DOCUMENT_LEFT_OUT, PICTURE, REPEAT_SAID
from scheduler.pacing import Rates
from scheduler.sending import Outcome, PartSent, Verdict
from storage.errors import NotWritten

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.web import Store
    from storage.unit_of_work import Database

log = structlog.get_logger(__name__)

MAX_TEXT = 1900
"""UTF-16 units of a message. The service takes 2,000 of a unit that it does not name."""
COURTESY_LIMIT = 5.0
LOOK_AFTER = 600.0
"""Seconds between two looks whether it is time for a new token."""
RETRY_AFTER = 30.0
"""Seconds between two tries to reach the service when it was away at the start."""


class ZaloOaChannel:
    """One Official Account, over an open database that keeps its tokens."""

    name = NAME

    def __init__(self, settings: Settings, database: Database, *, call_limit: float = CALL_LIMIT) -> None:
        app, secret = settings.zalo_oa_app_id, settings.zalo_oa_app_secret
        if app is None or secret is None:
            raise ServiceRefused(NAME, words.OA_INCOMPLETE)
        self._clock = clock_for(settings.now)
        tokens = tokens_of(settings, database, self._clock, call_limit)
        self._api = Api(tokens, settings.zalo_oa_api_base, call_limit)
        hook = settings.zalo_oa_secret_key
        self._keys = Keys(app, hook.get_secret_value() if hook else "", secret.get_secret_value())
        self._fits: Variant | None = None
        self._public = settings.public_url is not None
        self._template, self._field = settings.zalo_oa_template, settings.zalo_oa_template_field
        self._known = False
        self.publish: Publish | None = None
        self.capabilities = Capabilities(
            buttons=True,
            edit=False,
            files_in=True,
            files_out=True,
            images_out=True,
            max_text=MAX_TEXT,
            text_unit="utf16",
            markup="plain",
            max_parts=3,
            repeat_mark=REPEAT_SAID,
            max_buttons=5,
            max_label=60,
            max_in_row=1,
        )
        self.rates = Rates(chat_interval=0.5, group_per_minute=20, per_second=settings.zalo_oa_rate)

    # ---- making ready -----------------------------------------------------------------------------------------------

    async def start(self) -> None:
        """Sees that there is a token that works. A service that is away is left to `poll`. Raises ServiceRefused
        without one, and without a public address: events come by webhook only."""
        if not self._public:
            raise ServiceRefused(NAME, words.OA_NEEDS_ADDRESS)
        await self._make_ready()

    async def poll(self, store: Store, stop: asyncio.Event) -> None:
        """Keeps the token fresh until `stop`; events come by webhook. May be cancelled. Raises ServiceRefused when
        an administrator has to consent again."""
        while not stop.is_set():
            ready = self._known or await self._make_ready()
            try:
                await self._api.renew()
            except Unauthorized:
                raise ServiceRefused(NAME, words.OA_CONSENT) from None
            except Failure as error:
                log.warning("token not refreshed", action="token", said=error.description)
            await _wait(stop, LOOK_AFTER if ready else RETRY_AFTER)

    async def _make_ready(self) -> bool:
        try:
            about = await self._api.call("GET", "/v2.0/oa/getoa")
        except Unauthorized as error:
            log.error("the account does not take our token", action="connect", said=error.description)
            raise ServiceRefused(NAME, words.OA_CONSENT) from None
        except Refused as error:
            raise ServiceRefused(NAME, error.description) from None
        except Failure as error:
            log.error("Zalo OA does not answer", action="connect", error=type(error).__name__, said=error.description)
            return False
        self._known = True
        log.info("ready", action="connect", account=str(about.get("oa_id", "")), verified=about.get("is_verified"))
        return True

    # ---- in ---------------------------------------------------------------------------------------------------------

    def read(self, payload: str) -> Incoming | None:
        """The stored event as an Incoming; None for what is not for us."""
        return read(payload)

    def webhook_updates(self, headers: Mapping[str, str], body: bytes) -> list[tuple[str, str, str]] | None:
        """Key, lane and payload of the event that a call brings; nothing for the console's unsigned probe; None for a
        forgery. The signature is checked over the raw body."""
        if body.strip() == b"{}":
            return []
        fits = fitting(headers, body, self._keys, self._fits)
        if fits is None:
            log.warning("a call whose signature does not fit: is DONDOC_ZALO_OA_SECRET_KEY right?", action="webhook")
            return None
        if fits != self._fits:
            log.info("signature", action="webhook", **fits._asdict())
            self._fits = fits
        try:
            return [stored(json.loads(body), self._clock())]
        except (KeyError, TypeError, ValueError, AttributeError):
            log.exception("not an event", action="webhook")
            return []

    async def fetch(self, reference: str, limit: int) -> bytes:
        """The bytes of a picture or file by its address, which must be one of Zalo's own. Raises NotFetched."""
        return await fetched(self._api.download, reference, limit)

    # ---- out --------------------------------------------------------------------------------------------------------

    def is_group(self, chat: str) -> bool:
        """The account speaks with single people."""
        return False

    async def answers(self) -> bool:
        """Whether the service answers now."""
        try:
            await self._api.call("GET", "/v2.0/oa/getoa", limit=COURTESY_LIMIT)
        except Failure:
            return False
        return True

    def portion(self, reply: Reply) -> Reply:
        """So much of the reply as is shown at once."""
        return portion(reply, self.capabilities)

    async def send(
        self, chat: str, reply: Reply, *, replaces: str | None, first_part: int, repeat: bool, part_sent: PartSent
    ) -> Outcome:
        """Sends the reply's parts from `first_part`; to a person who has not written for seven days what it is about,
        by an approved template, where one is configured."""
        try:
            reply = _without_the_rest(await published(reply, self.publish, NAME, chat, _goes_as_address))
        except NotWritten as error:
            return Outcome(Verdict.LATER, error=type(error).__name__)
        parts = render(reply, self.capabilities, repeat=repeat, first_part=first_part)
        closed = False

        async def post(part: Part) -> str:
            nonlocal closed
            try:
                return await sending.post(self._api, chat, part)
            except Closed:
                closed = True
                raise

        result = await post_all(post, parts, first_part=first_part, part_sent=part_sent, pause=self.rates.chat_interval)
        if not closed or self._template is None:
            return result
        try:
            remote = await sending.post_template(self._api, chat, self._template, self._field, parts)
        except Failure as error:
            return outcome(error)
        return Outcome(Verdict.SENT, remote=remote)

    # ---- courtesies -------------------------------------------------------------------------------------------------

    async def press_seen(self, payload: str) -> None:
        """Nothing spins."""

    async def typing(self, chat: str) -> None:
        """The service has no way to show it."""

    async def close(self) -> None:
        """Closes connections."""
        await self._api.close()


def _goes_as_address(block: Picture | Document) -> bool:
    return not sending.can_upload(block)


def _without_the_rest(reply: Reply) -> Reply:
    """In place of what can neither be uploaded nor has an address: words."""
    blocks: list[Block] = []
    for block in reply.blocks:
        if isinstance(block, Picture) and not block.url and not sending.can_upload(block):
            block = Note(PICTURE.format(text=block.alternative))
        elif isinstance(block, Document) and not block.url and not sending.can_upload(block):
            block = Note(DOCUMENT_LEFT_OUT.format(name=block.name))
        blocks.append(block)
    return replace(reply, blocks=tuple(blocks))


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()
