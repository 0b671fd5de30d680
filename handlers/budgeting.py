"""A channel's month of messages, looked ahead: whether it will suffice, and what a broadcast would cost."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.wording import budgeting as words
from handlers.wording import office as office_words
from storage.records import Member
from storage.unit_of_work import UnitOfWork

FROM_DAY = 4
"""The first days of a month tell too little about the rest of it."""


def forecast(spent: int, today: date) -> int | None:
    """Messages of the whole month when it goes on as it has begun; None while that cannot be said."""
    if today.day < FROM_DAY:
        return None
    days = calendar.monthrange(today.year, today.month)[1]
    return round(spent * days / today.day)


def too_fast(spent: int, quota: int, today: date) -> bool:
    """Whether the month would not suffice: digests then go once a week."""
    whole = forecast(spent, today)
    return whole is not None and whole > quota


async def cost(uow: UnitOfWork, people: Iterable[Member], now: datetime, zone: ZoneInfo) -> tuple[str, ...]:
    """What one message to each of these people takes from the months of the channels that count them, a sentence each;
    nothing when nobody is. Who has another channel too is counted only if they want to be reached there first."""
    used = {found.channel: found for found in await uow.usage.all(f"{now.astimezone(zone):%Y-%m}")}
    counted: Counter[str] = Counter()
    for member in people:
        channels = [account.channel for account in member.accounts if account.reachable]
        wanted = (await uow.personal.get(member.id)).channel if len(channels) > 1 else None
        if wanted in channels and wanted in used:
            counted[wanted] += 1
        elif channels and wanted not in channels and all(channel in used for channel in channels):
            counted[channels[0]] += 1
    return tuple(
        words.COST.format(
            count=count,
            channel=office_words.CHANNELS.get(channel, channel),
            left=max(used[channel].quota - used[channel].messages, 0),
            quota=used[channel].quota,
        )
        for channel, count in sorted(counted.items())
    )
