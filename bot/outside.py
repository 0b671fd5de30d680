"""Does what handlers cannot wait for inside a transaction (handlers.outside)."""

from __future__ import annotations

import asyncio

import structlog

from bot.channels.base import Channel, NotFetched
from bot.plan_document import is_marked, reading_of
from handlers.outside import LookForMark, ReadPlan, Result, Work

log = structlog.get_logger(__name__)


DOCUMENTS_AT_ONCE = 2
"""Documents read at a time: each may take a good deal of memory."""


async def perform(work: Work, channel: Channel, places: asyncio.Semaphore) -> Result:
    """What comes of the work; `channel`: where the message came from; `places`: for DOCUMENTS_AT_ONCE. Never raises for
    what a service answers."""
    if isinstance(work, ReadPlan):
        async with places:
            return await reading_of(work.content, work.name, work.year)
    if isinstance(work, LookForMark):
        async with places:
            return await is_marked(work.content)
    try:
        return await channel.fetch(work.reference, work.limit)
    except NotFetched as refusal:
        log.warning("file not fetched", action="fetch", channel=channel.name, fault=refusal.fault.value)
        return refusal.fault
