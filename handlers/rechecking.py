"""Whether what waited in the outbox is still to be said, and whether now, asked at the moment of sending and in the
transaction that marks it as being sent. Whether the member may still be written to is seen to before
(scheduler.addressing)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers import reminders, urging
from handlers.messages import Note, Reply
from handlers.office import Office
from handlers.wording import common
from handlers.wording import delivering as words
from knowledge.timetable import next_allowed
from storage.records import Held, OutboxMessage
from storage.unit_of_work import UnitOfWork

Check = Callable[[UnitOfWork, Office, OutboxMessage, Reply, datetime, ZoneInfo], Awaitable[Reply | None]]
"""The message as it is to be said now, or None when it need not be said any more."""

CHECKS: Mapping[str, Check] = {
    "digest:": reminders.still_due,
    "nudge:": reminders.still_due,
    "decision:urge:": urging.still_owed,
}
"""By how the message's key begins ("digest:2026-12-01:member:17"); other messages are said as they were put, and when
that was where it matters."""
LATE = timedelta(minutes=30)
"""A message that leaves so much later and on another day than it was put says when that was: its "hôm nay" and "chiều
nay" are of that moment."""

KEEPS_HOURS = ("digest:", "nudge:", "summary:", "evening:", "decision:urge:")
"""How the keys begin of what reminds people, by the clock or by somebody's tap: it keeps to the hours, whenever it was
put. What somebody waits for (an answer, a decision, an announcement of the office) leaves at once."""


@dataclass(frozen=True, slots=True)
class Hold:
    """The message is not to leave before `until`."""

    until: datetime
    why: Held


async def still_to_be_said(
    uow: UnitOfWork, message: OutboxMessage, reply: Reply, now: datetime, *, office: Office, zone: ZoneInfo
) -> Reply | Hold | None:
    """The message as it is to be said now, by what `CHECKS` has for its sort; a Hold when this is no hour for it."""
    if message.key.startswith(KEEPS_HOURS):
        await office.refresh(uow)
        held = await _held(uow, office, message, now.astimezone(zone))
        if held is not None:
            return held
    check = next((check for begins, check in CHECKS.items() if message.key.startswith(begins)), None)
    if check is not None:
        return await check(uow, office, message, reply, now, zone)
    put = message.created
    if now - put < LATE or put.astimezone(zone).date() == now.astimezone(zone).date():
        return reply
    return replace(reply, blocks=(*reply.blocks, Note(words.WRITTEN.format(at=common.moment(put, zone)))))


async def _held(uow: UnitOfWork, office: Office, message: OutboxMessage, local: datetime) -> Hold | None:
    """What holds a reminder back at a local moment: the office's pause, the person's leave, quiet hours
    (the office's and the person's own) and days off."""
    table, today = office.timetable, local.date()
    if table.paused_until is not None and today < table.paused_until:
        return Hold(datetime.combine(table.paused_until, time.min, local.tzinfo), Held.PAUSE)
    spans = table.quiet
    if message.member_id is not None:
        leaves = await uow.leaves.from_day(today)
        away = next((one for one in leaves if one.member_id == message.member_id and one.first <= today), None)
        if away is not None:
            return Hold(datetime.combine(away.last + timedelta(days=1), time.min, local.tzinfo), Held.LEAVE)
        own = (await uow.personal.get(message.member_id)).quiet
        spans = (*spans, own) if own else spans
    allowed = next_allowed(local, spans, office.calendar)
    if allowed == local:
        return None
    return Hold(allowed or local + timedelta(days=1), Held.QUIET)
