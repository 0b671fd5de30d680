"""Pictures and files that a reply promises (`messages.Made`), made when it leaves: what they show is read in a
transaction of its own, and drawn in a thread beside the loop."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

import structlog

from handlers import drafts, journal
from handlers.messages import Block, Made, Making, Reply
from handlers.office import Office
from handlers.plans import workbook
from handlers.reporting import files, pictures
from storage.unit_of_work import Database, UnitOfWork

log = structlog.get_logger(__name__)

Maker = Callable[[UnitOfWork, Office, ZoneInfo, Mapping[str, str]], Awaitable[Making]]
"""Reads what is to be drawn, with the arguments of the block."""

MAKERS: Mapping[str, Maker] = {
    "plans.workbook": workbook.made,
    "urging.letter": drafts.urging,
    **files.MAKERS,
    **pictures.MAKERS,
    "journal.workbook": journal.workbook,
    "files.kept": drafts.kept,
    "handing.minutes": drafts.minutes,
}


async def completed(reply: Reply, database: Database, office: Office, zone: ZoneInfo) -> Reply:
    """The reply with everything made that it promises. What cannot be made stays as it is and is named by channels: a
    picture that fails never holds up the words. Never raises."""
    if not any(isinstance(block, Made) for block in reply.blocks):
        return reply
    return replace(reply, blocks=tuple([await _completed(block, database, office, zone) for block in reply.blocks]))


async def _completed(block: Block, database: Database, office: Office, zone: ZoneInfo) -> Block:
    if not isinstance(block, Made):
        return block
    try:
        async with database.read() as uow:
            making = await MAKERS[block.kind](uow, office, zone, block.arguments)
        return await asyncio.to_thread(making)
    except Exception:
        log.exception("not made", action="make", kind=block.kind)
        return block
