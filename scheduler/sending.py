"""What delivery asks of a channel, and what a channel answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from handlers.capabilities import Capabilities
from handlers.messages import Reply
from scheduler.pacing import Rates


class Verdict(StrEnum):
    """What became of a send: accepted; try later; refused for good; the person is gone (blocked us); unknown."""

    SENT = "sent"
    LATER = "later"
    REFUSED = "refused"
    GONE = "gone"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`retry_after`: seconds the server asked us to wait, `everyone`: it said so for all chats; `remote`: the
    channel's id of the (last) message; `chat_moved`: the chat's new id when the channel says it moved."""

    verdict: Verdict
    remote: str = ""
    retry_after: float | None = None
    error: str = ""
    chat_moved: str | None = None
    everyone: bool = False


PartSent = Callable[[int], Awaitable[None]]
"""Called after each accepted part but the last of a long message, with the number of parts accepted so far."""


class Sender(Protocol):
    """A channel, as delivery sees it."""

    name: str
    rates: Rates
    capabilities: Capabilities

    def is_group(self, chat: str) -> bool:
        """Whether the chat has several people in it."""

    async def answers(self) -> bool:
        """Whether the service answers now: a harmless call, made before a message is repeated."""

    async def send(
        self, chat: str, reply: Reply, *, replaces: str | None, first_part: int, repeat: bool, part_sent: PartSent
    ) -> Outcome:
        """Sends the reply's parts from `first_part` (0 at first). Never raises for what the service answers."""


@runtime_checkable
class Portioning(Protocol):
    """A channel that shows a long reply a portion at a time."""

    def portion(self, reply: Reply) -> Reply:
        """So much of the reply as goes out at once, with a choice that brings the rest. Pure."""
