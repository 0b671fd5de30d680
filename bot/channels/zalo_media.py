"""Pictures and files that people sent to Zalo: fetched from Zalo's own servers and from nowhere else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from bot.channels.base import NotFetched
from bot.channels.failures import Failure, Refused
from handlers.outside import FileFault

_SERVERS = ("zaloplatforms.com", "zaloapp.com", "zdn.vn", "zadn.vn", "zapps.me")


def of_zalo(address: str) -> bool:
    """Whether an address is one of Zalo's own servers: nobody may send us anywhere else."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    host = (parts.hostname or "").lower()
    return parts.scheme == "https" and any(host == own or host.endswith(f".{own}") for own in _SERVERS)


async def fetched(download: Callable[[str, int], Awaitable[bytes | None]], address: str, limit: int) -> bytes:
    """The bytes at an address. Raises NotFetched."""
    if not of_zalo(address):
        raise NotFetched(FileFault.GONE)
    try:
        content = await download(address, limit)
    except Refused:
        raise NotFetched(FileFault.GONE) from None
    except Failure:
        raise NotFetched(FileFault.AWAY) from None
    if content is None:
        raise NotFetched(FileFault.TOO_LARGE)
    return content
