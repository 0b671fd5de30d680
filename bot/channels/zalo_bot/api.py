"""Calls of the Zalo Bot API (https://docs.zaloplatforms.com/docs/BOT), and what its answers mean.

Most failures come as HTTP 200 with `ok: false`: what counts is `ok`, then `error_code`, then the HTTP status.
"""

from __future__ import annotations

import re
from typing import Any

import httpx

from bot.channels import calls
from bot.channels.failures import CALL_LIMIT, Failure, Gone, Limited, NotTaken, Refused, Unauthorized, Unclear

QUOTA_PAUSE = 3600.0
"""Seconds before a spent quota is tried again; the service does not say how long."""

TOKEN = re.compile(r"\d{5,20}:[\w.-]{3,}", re.ASCII)
_HOOKED = re.compile(r"webhook", re.IGNORECASE)
_OUT_OF_REACH = re.compile(
    r"(chat|user)(_id)? (is )?(not found|deactivated|invalid)|blocked|not allowed to send", re.IGNORECASE
)


class Quiet(Unclear):
    """Time is up. For a fetch: nothing new, no failure at all; for a message: nobody knows."""


class Hooked(Refused):
    """Nothing can be fetched while a webhook is registered."""


class Api:
    """One bot token at one address. `base`: without the token; `limit`: seconds for a call that does not say otherwise;
    `transport`: for tests, what stands for the network.

    Raises ValueError for what is not even shaped like a token.
    """

    def __init__(
        self, token: str, base: str, limit: float = CALL_LIMIT, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        if not TOKEN.fullmatch(token):
            raise ValueError("not a token")
        self._token = token
        self._base = base.rstrip("/")
        self._limit = limit
        self._client = httpx.AsyncClient(transport=transport)

    async def call(self, method: str, body: dict[str, Any] | None = None, limit: float | None = None) -> Any:
        """The result. `limit`: seconds. Raises Failure."""
        response = await self.raw(method, body, limit)
        answer = calls.document(response, "ok")
        if answer["ok"] is True:
            return answer.get("result")
        code = answer.get("error_code", answer.get("errorCode", 0))
        said = str(answer.get("description", "")).replace(self._token, "***")
        raise failure(int(code) if str(code).isdecimal() and int(code) else response.status_code, said)

    async def raw(self, method: str, body: dict[str, Any] | None = None, limit: float | None = None) -> httpx.Response:
        """The answer as it came. Raises NotTaken or Unclear."""
        url = f"{self._base}/bot{self._token}/{method}"
        return await calls.request(self._client, "POST", url, json=body or {}, limit=limit or self._limit)

    async def download(self, address: str, limit: int) -> bytes | None:
        """What stands at an address; None when it is larger than `limit` bytes. Raises Failure."""
        return await calls.download(self._client, address, limit)

    async def close(self) -> None:
        """Closes connections."""
        await self._client.aclose()


def failure(code: int, description: str) -> Failure:
    """What an error of the service means; `code`: its own, like an HTTP status."""
    if code == 408:
        return Quiet(description)
    if code == 429:
        return Limited(description, QUOTA_PAUSE)
    if code == 401:
        return Unauthorized(description)
    if code in (400, 409) and _HOOKED.search(description):
        return Hooked(description)
    if code in (400, 404) and _OUT_OF_REACH.search(description):
        return Gone(description)
    if code == 504:
        return Unclear(description)
    if code == 403 or code >= 500:
        # 403 is the service's own "Internal server error".
        return NotTaken(description)
    return Refused(description)
