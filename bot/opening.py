"""Opens the database ready for use: schema up to date, the plan of the settings loaded."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING

import structlog

from bot.plan_file import load_plan
from handlers.plans.unattended import take, tell_of_file

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.records import StoredPlan
    from storage.unit_of_work import Database, UnitOfWork

log = structlog.get_logger(__name__)

FILE = "plan.file"
"""Stands before the plan's name in the setting that holds the hash of the file last loaded."""


@asynccontextmanager
async def opened(settings: Settings, now: datetime) -> AsyncIterator[Database]:
    """The database of the settings, upgraded and with the plan loaded; closed at the end.

    `now` is aware. Raises bot.plan_file.PlanFileError when the plan file cannot be used, storage errors when the
    database cannot.
    """
    from storage import migrate
    from storage.sql.database import open_database

    await migrate.upgrade(settings.database_url)
    database = open_database(settings.database_url)
    try:
        await load(database, settings, now)
        yield database
    finally:
        await database.close()


async def load(database: Database, settings: Settings, now: datetime) -> None:
    """Loads the plan file of the settings: a first time, or as a new version when the file has changed since it was
    loaded. What stayed keeps its code, however the file numbers it; where that is doubtful the plan in use stands, and
    the office is told. What the office has set (followed from, end), corrected in the plan, amended or archived stands.
    """
    plan = load_plan(settings.plan)
    since = settings.followed_from
    day = date.fromisoformat(since) if since else now.astimezone(settings.zone).date()
    document = plan.model_dump_json()
    digest, key = hashlib.sha256(document.encode()).hexdigest(), f"{FILE}.{plan.id}"
    async with database.write() as uow:
        stored = await uow.plans.get(plan.id)
        known = await uow.settings.get(key)
        if known == digest or (stored is not None and not stored.active):
            return
        if known is not None or stored is None or not await _was_loaded(uow, stored, document):
            taken = await take(uow, plan, day, now)
            await tell_of_file(uow, taken, digest, now)
            if taken.stored is None:
                log.warning("plan file not loaded", action="open", plan=plan.id, doubts=taken.doubts)
                return
        await uow.settings.set(key, digest, now)


async def _was_loaded(uow: UnitOfWork, stored: StoredPlan, document: str) -> bool:
    """Whether some version of the plan is this document: what the office made of it since stands."""
    versions = [await uow.plans.version(stored.id, number) for number in range(1, stored.version + 1)]
    return any(version is not None and version.document == document for version in versions)
