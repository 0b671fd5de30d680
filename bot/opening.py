"""Opens the database ready for use: schema up to date, the plan of the settings loaded."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING

import structlog

from bot.plan_file import PlanFileError, load_plan
from handlers.plans.unattended import take, tell_of_file
from handlers.plans.unusable import unusable, usable
from handlers.wording import plan as problem_words
from knowledge.importing.problems import errors

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.records import StoredPlan
    from storage.unit_of_work import Database, UnitOfWork

log = structlog.get_logger(__name__)

FILE = "plan.file"
"""Stands before the plan's name in the setting that holds the hash of the file last loaded."""
LOGGED = 5
"""Faults of a plan file that the log names."""


def logged(error: PlanFileError) -> None:
    """Says in the log what is wrong with a plan file."""
    found = [problem_words.listed(problem) for problem in errors(error.problems)[:LOGGED]]
    log.error("the plan file cannot be used", action="open", path=str(error.path), problems=found)


@asynccontextmanager
async def opened(
    settings: Settings, now: datetime, tell: Callable[[PlanFileError], None] = logged
) -> AsyncIterator[Database]:
    """The database of the settings, upgraded and with the plan loaded; closed at the end.

    `now` is aware. A plan file that cannot be used keeps nobody out: what was loaded before is followed, the office
    hears of it, and so does `tell`. Raises storage errors when the database cannot be used.
    """
    from storage import migrate
    from storage.sql.database import open_database

    await migrate.upgrade(settings.database_url)
    database = open_database(settings.database_url)
    try:
        try:
            await load(database, settings, now)
        except PlanFileError as error:
            tell(error)
        yield database
    finally:
        await database.close()


async def load(database: Database, settings: Settings, now: datetime) -> None:
    """Loads the plan file of the settings: a first time, or as a new version when the file has changed since it was
    loaded. What stayed keeps its code, however the file numbers it; where that is doubtful the plan in use stands, and
    the office is told. What the office has set (followed from, end), corrected in the plan, amended or archived stands.
    Raises bot.plan_file.PlanFileError, after the office has been told, when the file cannot be used.
    """
    try:
        plan = load_plan(settings.plan)
    except PlanFileError as error:
        async with database.write() as uow:
            await unusable(uow, settings.plan.name, error.problems, now)
        raise
    since = settings.followed_from
    day = date.fromisoformat(since) if since else now.astimezone(settings.zone).date()
    document = plan.model_dump_json()
    digest, key = hashlib.sha256(document.encode()).hexdigest(), f"{FILE}.{plan.id}"
    async with database.write() as uow:
        await usable(uow, now)
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
