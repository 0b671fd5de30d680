"""Calls of the Bot API, and what its answers mean (https://core.telegram.org/bots/api#making-requests).

aiogram builds the calls; answers are read here, because delivery must know what aiogram's errors do not tell: whether
a call that failed may have been carried out all the same.

Beside what may go wrong with every service (bot.channels.failures), a group may have moved, and updates may be fetched
elsewhere.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote, urlsplit
from urllib.request import getproxies, proxy_bypass

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import TelegramMethod
from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    InvalidURL,
    TCPConnector,
)
from yarl import URL

from bot.channels.failures import (
    CALL_LIMIT,
    CARRIED_OUT_PERHAPS,
    CONNECT_LIMIT,
    DOWNLOAD_LIMIT,
    Failure,
    Gone,
    Limited,
    NotTaken,
    Refused,
    Unauthorized,
    Unclear,
)

_OUT_OF_REACH = (
    "chat not found",
    "user is deactivated",
    "peer_id_invalid",
    "user not found",
    "group chat was deactivated",
)


class Moved(Failure):
    """The group became a supergroup. `chat`: its new id."""

    def __init__(self, description: str, chat: int) -> None:
        super().__init__(description)
        self.chat = str(chat)


class Conflict(Failure):
    """Updates are fetched elsewhere."""


class Api:
    """One bot token at one Bot API server. `base`: its address, without the token; `limit`: seconds for a call that
    does not say otherwise."""

    def __init__(self, token: str, base: str, limit: float = CALL_LIMIT) -> None:
        self._token = token
        self._limit = limit
        self._session = _Session(api=TelegramAPIServer.from_base(base), timeout=limit)
        self._bot = Bot(token, self._session)

    @property
    def id(self) -> int:
        """The bot's own user id, which its token begins with."""
        return self._bot.id

    async def call(self, method: TelegramMethod[Any], limit: float | None = None) -> Any:
        """The result as plain JSON values, so that a field we do not know cannot make a success look like a failure.
        `limit`: seconds. Raises Failure."""
        answer = await self._session.answer(self._bot, method, limit or self._limit)
        try:
            document = json.loads(answer.body)
        except ValueError:
            document = None
        if not isinstance(document, dict) or "ok" not in document:
            kind = Unclear if answer.status in CARRIED_OUT_PERHAPS else NotTaken
            raise kind(f"HTTP {answer.status}, not an answer of the Bot API")
        if document["ok"] is True:
            return document.get("result")
        said = str(document.get("description", "")).replace(self._token, "***")
        raise failure(int(document.get("error_code", answer.status)), said, document.get("parameters") or {})

    async def download(self, path: str, limit: int) -> bytes | None:
        """The file at a path that getFile gave; None when it is larger than `limit` bytes. Raises Failure."""
        answer = await self._session.download(self._token, path, limit)
        if answer is not None and answer.status != 200:
            raise (NotTaken if answer.status >= 500 else Refused)(f"HTTP {answer.status} for a file")
        return None if answer is None else answer.body

    async def close(self) -> None:
        """Closes connections."""
        await self._session.close()


def failure(code: int, description: str, parameters: dict[str, Any]) -> Failure:
    """What an error of the server means (https://core.telegram.org/bots/api#responseparameters)."""
    lowered = description.lower()
    if "retry_after" in parameters or code == 429:
        return Limited(description, float(parameters.get("retry_after", 5)), everyone=False)
    if "migrate_to_chat_id" in parameters:
        return Moved(description, int(parameters["migrate_to_chat_id"]))
    if code == 401 or (code == 404 and "method" not in lowered):
        # A token that is not even shaped like one is not found.
        return Unauthorized(description)
    if code == 409:
        return Conflict(description)
    if code == 403 or any(words in lowered for words in _OUT_OF_REACH):
        return Gone(description)
    if code >= 500:
        return NotTaken(description)
    return Refused(description)


def _proxy_to(address: str) -> str | None:
    """The proxy on the way to an address. (aiohttp's own reading of the environment takes a thread each call.)"""
    parts = urlsplit(address)
    return None if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme)


class _Answer:
    """An HTTP answer, read to its end."""

    __slots__ = ("body", "status")

    def __init__(self, status: int, body: bytes) -> None:
        self.status = status
        self.body = body


class _Session(AiohttpSession):
    """aiogram's session, telling a call that never left from one that may have arrived. Goes through the proxy that the
    environment names (HTTPS_PROXY, NO_PROXY), if any."""

    async def create_session(self) -> ClientSession:
        if self._session is None or self._session.closed:
            connector = TCPConnector(**self._connector_init)
            self._session = ClientSession(connector=connector, proxy=_proxy_to(self.api.base))
        return self._session

    async def answer(self, bot: Bot, method: TelegramMethod[Any], limit: float) -> _Answer:
        """Makes the call within `limit` seconds. Raises NotTaken or Unclear."""
        session = await self.create_session()
        url = self.api.api_url(token=bot.token, method=method.__api_method__)
        form = self.build_form_data(bot, method)
        allowed = ClientTimeout(total=limit, connect=CONNECT_LIMIT)
        # The library's errors may carry the address, which has the token in it: they are not passed on.
        try:
            # A redirect would turn the call into a GET without its content.
            async with session.post(url, data=form, timeout=allowed, allow_redirects=False) as answer:
                return _Answer(answer.status, await answer.read())
        except (ClientConnectorError, ConnectionTimeoutError, InvalidURL) as error:
            raise NotTaken(type(error).__name__) from None
        except (ClientError, TimeoutError, OSError) as error:
            raise Unclear(type(error).__name__) from None

    async def download(self, token: str, path: str, limit: int) -> _Answer | None:
        """Fetches a file; None as soon as it turns out larger than `limit` bytes. Raises NotTaken."""
        session = await self.create_session()
        allowed = ClientTimeout(total=DOWNLOAD_LIMIT, connect=CONNECT_LIMIT)
        url = URL(self.api.file_url(token, quote(path)), encoded=True)
        try:
            async with session.get(url, timeout=allowed, allow_redirects=False) as answer:
                body = bytearray()
                async for chunk in answer.content.iter_chunked(65536):
                    body += chunk
                    if len(body) > limit:
                        return None
                return _Answer(answer.status, bytes(body))
        except (ClientError, InvalidURL, TimeoutError, OSError) as error:
            raise NotTaken(type(error).__name__) from None

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
