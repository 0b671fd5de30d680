"""Pictures that a reply promises, made when it leaves: how the year's work stood at the moment they were asked for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from handlers.messages import Making, Picture
from handlers.office import FollowedPlan, Office
from handlers.reporting.charts import progress_picture, target_picture, weeks_picture, year_picture
from handlers.reporting.facts import INSTANT, Facts, facts
from handlers.reporting.files import records
from handlers.reporting.targets import target_lines
from knowledge.report_periods import between
from storage.unit_of_work import UnitOfWork


async def _followed(uow: UnitOfWork, office: Office, plan: str) -> FollowedPlan:
    """Raises LookupError when the plan is not there (any more)."""
    stored = await uow.plans.get(plan)
    if stored is None:
        raise LookupError(plan)
    return office.followed(stored)


async def _of_year(
    draw: Callable[[Facts, str | None], Picture],
    uow: UnitOfWork,
    office: Office,
    zone: ZoneInfo,
    arguments: Mapping[str, str],
) -> Making:
    followed = await _followed(uow, office, arguments["plan"])
    at = datetime.fromisoformat(arguments["at"])
    year = at.astimezone(zone).year
    known = await records(uow, followed.plan.id)
    found = facts(followed, known, between(date(year, 1, 1), date(year, 12, 31)), at + INSTANT, zone)
    return partial(draw, found, arguments["unit"] or None)


async def _weeks(uow: UnitOfWork, office: Office, zone: ZoneInfo, arguments: Mapping[str, str]) -> Making:
    return await _of_year(lambda found, _: weeks_picture(found, zone), uow, office, zone, arguments)


async def _target(uow: UnitOfWork, office: Office, zone: ZoneInfo, arguments: Mapping[str, str]) -> Making:
    followed = await _followed(uow, office, arguments["plan"])
    at = datetime.fromisoformat(arguments["at"])
    today = at.astimezone(zone).date()
    log = await uow.target_values.of_plan(followed.plan.id)
    lines = target_lines(followed.plan, log, today, at + INSTANT)
    return partial(target_picture, next(x for x in lines if x.target.code == arguments["code"]), today)


MAKERS: Mapping[str, Callable[[UnitOfWork, Office, ZoneInfo, Mapping[str, str]], Awaitable[Making]]] = {
    "pictures.progress": partial(_of_year, progress_picture),
    "pictures.year": partial(_of_year, year_picture),
    "pictures.weeks": _weeks,
    "pictures.target": _target,
}
