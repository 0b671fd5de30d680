"""How a message of the clock is put for a person: at an hour that is right for them, and not one too many a day."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from handlers.days import Day
from handlers.messages import Reply, dump
from handlers.plans.current import pinned
from knowledge.spreading import offset
from knowledge.timetable import next_allowed
from storage.records import Member, MessageKind

AT_LEAST = timedelta(minutes=30)
"""What was put late in the day is tried for so long."""


async def put_for(day: Day, member: Member, key: str, reply: Reply, now: datetime, *, urgent: bool = False) -> bool:
    """Puts a message for one person: after their quiet hours, until it is too late that day, and not above the day's
    number. False when it is there already or one too many."""
    start = datetime.combine(day.day, time.min, day.zone)
    if await day.uow.reminders.messages_to(member.id, since=start) >= day.timetable.cap:
        return False
    personal = day.personal.get(member.id)
    spans = (*day.timetable.quiet, *((personal.quiet,) if personal and personal.quiet else ()))
    local = now.astimezone(day.zone)
    leaves = next_allowed(local, spans, day.calendar) or local
    expires = max(datetime.combine(day.day, day.timetable.digest_until, day.zone), local + AT_LEAST)
    over = max(min(day.timetable.spread, (expires - leaves) / 2), timedelta())
    return await day.uow.outbox.put(
        key=key,
        kind=MessageKind.REMINDER,
        reply=dump(pinned(reply, day.followed)),
        now=now,
        member_id=member.id,
        not_before=leaves + offset(member.id, over, urgent=urgent),
        expires=expires,
        urgent=urgent,
    )
