"""Calls of the Official Account API, and what its answers mean. Errors come as HTTP 200 with `error` other than 0."""

from __future__ import annotations

from typing import Any

import httpx

from bot.channels import calls
from bot.channels.failures import CALL_LIMIT, Failure, Gone, Limited, NotTaken, Refused, Unauthorized
from bot.channels.zalo_oa.tokens import Tokens

TOKEN_REFUSED = frozenset({-216, -220, -124, 216, 401, -401})
"""The access token is not taken: once more with a new one."""
WINDOW_CLOSED = frozenset({-230, -232})
"""The person has not written for seven days: only an approved template reaches them."""
_RATE = frozenset({-32})
_SPENT = frozenset({-211, -144, -147, -115, -320, -321})
"""A quota or the money of the account is spent, for everybody."""
_NIGHT = frozenset({-133, -234})
_NOT_DONE = frozenset({-200})
_OUT_OF_REACH = frozenset({-213, -227, -244, -114, -119, -108})
_OURS_TO_MEND = frozenset({-204, -205, -209, -221, -223, -224})
"""The account or the app is disabled, unverified or not allowed to."""

RATE_PAUSE, SPENT_PAUSE, NIGHT_PAUSE = 60.0, 3600.0, 3600.0
"""Seconds of waiting; the service does not say how long."""


class Closed(Refused):
    """The window in which the account may write to the person has closed."""


class Api:
    """One Official Account. `base`: the address of the API; `limit`: seconds for a call that does not say otherwise."""

    def __init__(self, tokens: Tokens, base: str, limit: float = CALL_LIMIT) -> None:
        self._tokens = tokens
        self._base = base.rstrip("/")
        self._limit = limit
        self._client = httpx.AsyncClient()

    async def call(self, method: str, path: str, *, limit: float | None = None, **content: Any) -> dict[str, Any]:
        """The `data` of the answer. Raises Failure."""
        refused = ""
        for last in (False, True):
            token = await self._tokens.access(self._client, refused=refused)
            response = await calls.request(
                self._client,
                method,
                f"{self._base}{path}",
                limit=limit or self._limit,
                headers={"access_token": token},
                **content,
            )
            answer = calls.document(response, "error")
            code = int(answer["error"]) if str(answer["error"]).lstrip("-").isdecimal() else -1
            if code == 0:
                data = answer.get("data")
                return data if isinstance(data, dict) else {}
            if code not in TOKEN_REFUSED or last:
                raise failure(code, str(answer.get("message", "")).replace(token, "***"))
            refused = token
        raise AssertionError("unreachable")

    async def renew(self) -> None:
        """Exchanges the token when it is time. Raises Failure."""
        await self._tokens.access(self._client)

    async def download(self, address: str, limit: int) -> bytes | None:
        """What stands at an address; None when it is larger than `limit` bytes. Raises Failure."""
        return await calls.download(self._client, address, limit)

    async def close(self) -> None:
        """Closes connections."""
        await self._client.aclose()


def failure(code: int, message: str) -> Failure:
    """What an error of the service means."""
    said = f"{code} {message}"
    if code in TOKEN_REFUSED or code in _OURS_TO_MEND:
        return Unauthorized(said)
    if code in WINDOW_CLOSED:
        return Closed(said)
    if code in _OUT_OF_REACH:
        return Gone(said)
    if code in _RATE:
        return Limited(said, RATE_PAUSE)
    if code in _SPENT:
        return Limited(said, SPENT_PAUSE)
    if code in _NIGHT:
        return Limited(said, NIGHT_PAUSE)
    if code in _NOT_DONE:
        return NotTaken(said)
    return Refused(said)
