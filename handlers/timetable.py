"""The office's timetable and days off, as they are kept: only what differs from the defaults."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime

from pydantic import TypeAdapter

from knowledge.timetable import Timetable
from knowledge.workdays import Calendar
from storage.unit_of_work import UnitOfWork

TIMETABLE, WORKDAYS = "timetable", "workdays"
"""Keys of the office's settings."""

_TIMETABLE: TypeAdapter[Timetable] = TypeAdapter(Timetable)
_DAYS: TypeAdapter[dict[str, list[date]]] = TypeAdapter(dict[str, list[date]])


def timetable_from(kept: Mapping[str, str], defaults: Timetable) -> Timetable:
    """The timetable in force, from the office's settings."""
    if TIMETABLE not in kept:
        return defaults
    written = _TIMETABLE.dump_python(defaults, mode="json") | json.loads(kept[TIMETABLE])
    return _TIMETABLE.validate_python(written)


def calendar_from(kept: Mapping[str, str]) -> Calendar:
    """The calendar with the office's own days."""
    days = _DAYS.validate_json(kept[WORKDAYS]) if WORKDAYS in kept else {}
    return Calendar(days.get("off", ()), days.get("on", ()))


async def keep_timetable(uow: UnitOfWork, wanted: Timetable, defaults: Timetable, now: datetime) -> None:
    """Keeps a changed timetable."""
    before, after = (_TIMETABLE.dump_python(table, mode="json") for table in (defaults, wanted))
    changed = {name: after[name] for name in asdict(wanted) if after[name] != before[name]}
    await uow.settings.set(TIMETABLE, json.dumps(changed), now)


async def keep_calendar(uow: UnitOfWork, calendar: Calendar, now: datetime) -> None:
    """Keeps changed days."""
    days = {"off": sorted(calendar.off), "on": sorted(calendar.on)}
    await uow.settings.set(WORKDAYS, _DAYS.dump_json(days).decode(), now)
