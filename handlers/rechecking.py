"""Whether what waited in the outbox is still to be said, asked at the moment of sending and in the transaction that
marks it as being sent. Whether the member may still be written to is seen to before (scheduler.addressing)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers import reminders
from handlers.messages import Reply
from handlers.office import Office
from storage.records import OutboxMessage
from storage.unit_of_work import UnitOfWork

Check = Callable[[UnitOfWork, Office, OutboxMessage, Reply, datetime, ZoneInfo], Awaitable[Reply | None]]
"""The message as it is to be said now, or None when it need not be said any more."""

CHECKS: Mapping[str, Check] = {"digest": reminders.still_due, "nudge": reminders.still_due}
"""By the first word of the message's key ("digest:2026-12-01:member:17"); other messages are said as they were put."""


async def still_to_be_said(
    uow: UnitOfWork, message: OutboxMessage, reply: Reply, now: datetime, *, office: Office, zone: ZoneInfo
) -> Reply | None:
    """What `CHECKS` has for this sort of message."""
    check = CHECKS.get(message.key.partition(":")[0])
    return reply if check is None else await check(uow, office, message, reply, now, zone)
