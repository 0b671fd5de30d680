"""Calls of a service over HTTP, for channels that have no library."""

from __future__ import annotations

from typing import Any

import httpx

from bot.channels.failures import CARRIED_OUT_PERHAPS, CONNECT_LIMIT, DOWNLOAD_LIMIT, NotTaken, Refused, Unclear

_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol, httpx.ProxyError)


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
