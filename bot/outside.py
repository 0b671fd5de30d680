"""Does what handlers cannot wait for inside a transaction (handlers.outside)."""

from __future__ import annotations

import structlog

from bot.channels.base import Channel, NotFetched
from handlers.outside import Result, Work

log = structlog.get_logger(__name__)


async def perform(work: Work, channel: Channel) -> Result:
    """What comes of the work; `channel`: where the message came from. Never raises for what a service answers."""
    try:
        return await channel.fetch(work.reference, work.limit)
    except NotFetched as refusal:
        log.warning("file not fetched", action="fetch", channel=channel.name, fault=refusal.fault.value)
        return refusal.fault
