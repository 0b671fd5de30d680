"""Putting a reminder off: never past the deadline, never for ever, a few times in a row at most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from knowledge.timetable import Timetable, quiet_at
from knowledge.workdays import Calendar

BEFORE_DUE = 3
"""Calendar days before the deadline of "trước hạn 3 ngày"."""


class Snooze(StrEnum):
    """Chiều nay · sáng ngày làm việc tới · thứ Hai · trước hạn 3 ngày."""

    AFTERNOON = "afternoon"
    MORNING = "morning"
    MONDAY = "monday"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to put it off, and the local moment until which that lasts; `tomorrow`: that is the next day."""

    kind: Snooze
    until: datetime
    tomorrow: bool = False


def offers(now: datetime, due: date | None, taken: int, timetable: Timetable, calendar: Calendar) -> list[Offer]:
    """How work due on `due` can be put off at the local moment `now`, after it was put off `taken` times in a row.
    Late work can wait until the afternoon only."""
    if taken >= timetable.snoozes:
        return []
    today = now.date()
    last = max(due, today) if due else date.max

    def at(day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, now.tzinfo)

    found: list[Offer] = []
    if timetable.nudge and at(today, timetable.nudge) > now and calendar.is_working(today):
        found.append(Offer(Snooze.AFTERNOON, at(today, timetable.nudge)))
    next_day = calendar.on_or_after(today + timedelta(days=1))
    monday = calendar.on_or_after(today + timedelta(days=7 - today.weekday()))
    found.append(Offer(Snooze.MORNING, at(next_day, timetable.digest), next_day == today + timedelta(days=1)))
    found.append(Offer(Snooze.MONDAY, at(monday, timetable.digest)))
    if due is not None:
        found.append(
            Offer(Snooze.BEFORE, at(calendar.on_or_before(due - timedelta(days=BEFORE_DUE)), timetable.digest))
        )
    kept: dict[datetime, Offer] = {}
    for offer in found:
        if now < offer.until and offer.until.date() <= last and not quiet_at(offer.until, (), calendar):
            kept.setdefault(offer.until, offer)
    return list(kept.values())
