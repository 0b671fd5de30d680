"""What every channel gives: its capabilities, how to read an update, how to send a reply."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from bot.channels.publishing import Publish
from handlers.messages import Incoming
from handlers.outside import FileFault
from scheduler.delivery import Sender


class ServiceRefused(Exception):
    """The service does not accept how we are configured: nothing works until an operator changes that. `channel`: its
    name; `reason`: what the service said, for the operator."""

    def __init__(self, channel: str, reason: str = "") -> None:
        super().__init__(channel)
        self.channel = channel
        self.reason = reason


class TokenRefused(ServiceRefused):
    """The service does not know our token."""


class NotFetched(Exception):
    """A file that a person sent could not be had. `fault`: why."""

    def __init__(self, fault: FileFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@runtime_checkable
class Publishing(Protocol):
    """A channel that carries no files, or not all: it gives them an address with `publish` (None: no web part)."""

    publish: Publish | None


class Channel(Sender, Protocol):
    """A channel joins sending (scheduler.delivery.Sender) with reading."""

    def read(self, payload: str) -> Incoming | None:
        """The stored raw update as an Incoming; None for what is not for us."""

    async def fetch(self, reference: str, limit: int) -> bytes:
        """The bytes of a file that a person sent (IncomingFile.reference), `limit` at most. Raises NotFetched."""

    async def press_seen(self, payload: str) -> None:
        """Tells the person's app that the press of a button has arrived. Best effort, never raises."""

    async def typing(self, chat: str) -> None:
        """Shows that an answer is being prepared. Best effort, never raises."""
