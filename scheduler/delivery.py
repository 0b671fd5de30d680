"""Sends what waits in the outbox: paced, retried, marked when an earlier try may have arrived."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from handlers.messages import Reply


class Verdict(StrEnum):
    """What became of a send: accepted; try later; refused for good; the person is gone (blocked us); unknown."""

    SENT = "sent"
    LATER = "later"
    REFUSED = "refused"
    GONE = "gone"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`retry_after`: seconds the server asked us to wait; `remote`: the channel's id of the (last) message;
    `chat_moved`: the chat's new id when the channel says it moved."""

    verdict: Verdict
    remote: str = ""
    retry_after: float | None = None
    error: str = ""
    chat_moved: str | None = None


PartSent = Callable[[int], Awaitable[None]]
"""Called after each accepted part of a long message with the number of parts accepted so far."""


class Sender(Protocol):
    """A channel, as delivery sees it."""

    name: str

    async def send(
        self, chat: str, reply: Reply, *, replaces: str | None, first_part: int, repeat: bool, part_sent: PartSent
    ) -> Outcome:
        """Sends the reply's parts from `first_part` (0 at first). Never raises for what the service answers."""
