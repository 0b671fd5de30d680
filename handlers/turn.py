"""What a handler is given: who spoke, the open unit of work, the moment, and the office's services."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from handlers.capabilities import Capabilities
from handlers.messages import Incoming, Reply
from storage.records import Member
from storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from handlers.office import FollowedPlan, Office


@dataclass(frozen=True, slots=True)
class Turn:
    """One message being handled, inside one write transaction.

    `member` is None for a stranger. `now` is aware UTC, `today` the day at the office. `office` holds what outlives a
    message (plans with their engines, the calendar). `key` is unique for the message handled: outbox keys build on it.
    """

    incoming: Incoming
    member: Member | None
    uow: UnitOfWork
    now: datetime
    today: date
    zone: ZoneInfo
    office: Office
    capabilities: Capabilities
    key: str

    @property
    def who(self) -> Member:
        """The member; only for handlers that `dispatch` calls for approved people."""
        if self.member is None:
            raise RuntimeError("a stranger reached a handler for members")
        return self.member

    async def plan(self) -> FollowedPlan | None:
        """The plan that the conversation is about, or None when none is loaded."""
        return await self.office.plan(self.uow)


CommandHandler = Callable[[Turn, str], Awaitable[Reply]]
"""Handles a command; the text is what stands after the command word, stripped, "" for none."""

ActionHandler = Callable[[Turn, dict[str, str]], Awaitable[Reply]]
"""Handles a choice that was taken, with the arguments it was offered with."""

FlowHandler = Callable[[Turn, dict[str, str], str], Awaitable[Reply | None]]
"""Handles the text that a flow waited for, with the flow's data; None: not meant for me, treat as a new message."""
