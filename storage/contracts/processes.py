"""What processes share: settings, leases."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol


class Settings(Protocol):
    """What the office has set, by key; values are JSON text."""

    async def get(self, key: str) -> str | None: ...
    async def set(self, key: str, value: str, now: datetime) -> None: ...
    async def all(self) -> dict[str, str]: ...


class Leases(Protocol):
    """Who may do what only one process may do, such as send for a token: until when, unless renewed."""

    async def acquire(self, name: str, holder: str, now: datetime, ttl: timedelta) -> bool:
        """True when `holder` has it now: it was free, had run out, or was the holder's own."""

    async def renew(self, name: str, holder: str, now: datetime, ttl: timedelta) -> bool:
        """False when somebody else has taken it since: stop at once."""

    async def release(self, name: str, holder: str) -> None:
        """Gives it back; nothing happens when it is another's."""
