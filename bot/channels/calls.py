"""Calls of a service over HTTP, told apart by what they mean for a message; for channels that have no library.

Failure
├── Refused        the service understood and will not do it, now or later
│   └── Gone       … because the person is out of reach
├── Limited        too many calls, or the quota is spent: wait
├── Unauthorized   the service does not know the token
├── NotTaken       no answer that counts; not carried out
└── Unclear        no answer that counts; may have been carried out
"""

from __future__ import annotations

from typing import Any

import httpx

from scheduler.sending import Outcome, Verdict

CALL_LIMIT = 30.0
"""Seconds for a call, unless it says otherwise."""
DOWNLOAD_LIMIT = 60.0
"""Seconds for fetching a file."""
CONNECT_LIMIT = 10.0
"""Seconds of either for finding the service and connecting."""

CARRIED_OUT_PERHAPS = frozenset({200, 408, 504})
"""Statuses of answers that a proxy gave which had handed the call on."""
_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol, httpx.ProxyError)


class Failure(Exception):
    """A call that was not answered with a result. `description`: what was said, without secrets."""

    def __init__(self, description: str) -> None:
        super().__init__(description)
        self.description = description


class Refused(Failure):
    """The service understood and will not do it."""


class Gone(Refused):
    """The person blocked us, left, or cannot be written to."""


class Limited(Failure):
    """Too many calls or too many messages. `seconds`: how long to wait, for whomever the message is."""

    def __init__(self, description: str, seconds: float) -> None:
        super().__init__(description)
        self.seconds = seconds


class Unauthorized(Failure):
    """The service does not know the token."""


class NotTaken(Failure):
    """The call did not get through, or the service was not able to carry it out."""


class Unclear(Failure):
    """The call left, and nobody knows what became of it."""


async def request(client: httpx.AsyncClient, method: str, url: str, *, limit: float, **content: Any) -> httpx.Response:
    """Makes the call within `limit` seconds. Raises NotTaken or Unclear, whose words never hold the address: the
    address may have a token in it."""
    timeout = httpx.Timeout(limit, connect=min(CONNECT_LIMIT, limit))
    try:
        return await client.request(method, url, timeout=timeout, **content)
    except (*_NEVER_LEFT, httpx.InvalidURL) as error:
        raise NotTaken(type(error).__name__) from None
    except (httpx.HTTPError, OSError) as error:
        raise Unclear(type(error).__name__) from None


async def download(client: httpx.AsyncClient, url: str, limit: int) -> bytes | None:
    """What stands at an address; None as soon as it turns out larger than `limit` bytes. Raises Refused, NotTaken."""
    body = bytearray()
    try:
        async with client.stream("GET", url, timeout=httpx.Timeout(DOWNLOAD_LIMIT, connect=CONNECT_LIMIT)) as response:
            if response.status_code != 200:
                kind = NotTaken if response.status_code >= 500 else Refused
                raise kind(f"HTTP {response.status_code} for a file")
            async for chunk in response.aiter_bytes():
                body += chunk
                if len(body) > limit:
                    return None
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        raise NotTaken(type(error).__name__) from None
    return bytes(body)


def document(response: httpx.Response, mark: str) -> dict[str, Any]:
    """The answer as a JSON object that has the field `mark`. Raises NotTaken or Unclear for a proxy's page."""
    try:
        answer = response.json()
    except ValueError:
        answer = None
    if isinstance(answer, dict) and mark in answer:
        return answer
    kind = Unclear if response.status_code in CARRIED_OUT_PERHAPS else NotTaken
    raise kind(f"HTTP {response.status_code}, not an answer of the service")


def outcome(error: Failure) -> Outcome:
    """What a failed call means for the message."""
    said = f"{type(error).__name__}: {error.description}"[:300]
    match error:
        case Limited(seconds=seconds):
            return Outcome(Verdict.LATER, retry_after=seconds, error=said, everyone=True)
        case Gone():
            return Outcome(Verdict.GONE, error=said)
        case Refused():
            return Outcome(Verdict.REFUSED, error=said)
        case NotTaken() | Unauthorized():
            # A token that is refused now may be put right by the operator: the messages wait.
            return Outcome(Verdict.LATER, error=said)
    return Outcome(Verdict.UNKNOWN, error=said)
