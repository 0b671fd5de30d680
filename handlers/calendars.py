"""/lich: a person's deadlines as a calendar file, and a private address at which their calendar can follow them."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from handlers.messages import Action, Choice, Document, Note, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.office import FollowedPlan, Office
from handlers.rights import stands_for
from handlers.standing import Standing, is_open, standings
from handlers.turn import ActionHandler, Turn
from handlers.wording import calendars as words
from handlers.wording import records as record_words
from handlers.wording import tasks as task_words
from storage.records import Member, Role
from storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from icalendar.cal import Component

BACK = timedelta(days=60)
AHEAD = timedelta(days=550)
"""Deadlines in the file: recent and coming ones."""
_TOKEN_BYTES = 24
PATH = "lich"
"""Where the calendars stand under the public address: /lich/TOKEN.ics."""


async def command(turn: Turn, typed: str) -> Reply:
    """/lich: the file, and the address for those who want to subscribe."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    content = await calendar_of(turn.uow, turn.office, turn.who, turn.now, turn.zone)
    link = Choice(words.LINK, Action("calendars.link"))
    if content is None:
        return say(words.NOTHING)
    said = (Paragraph(words.FILE, strong=True), Note(words.HOW), Document(words.NAME, content))
    return Reply(said, (link,) if turn.office.public_url else ())


async def _link(turn: Turn, arguments: dict[str, str]) -> Reply:
    """A new private address; an earlier one ends."""
    if not turn.office.public_url:
        return say(words.NO_LINK)
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    await turn.uow.calendar_links.add(turn.who.id, token, turn.now)
    address = f"{turn.office.public_url.rstrip('/')}/{PATH}/{token}.ics"
    end = Choice(words.REVOKE, Action("calendars.revoke"))
    return Reply((Paragraph(words.ADDRESS), Paragraph(address, strong=True), Note(words.PRIVATE)), (end,))


async def _revoke(turn: Turn, arguments: dict[str, str]) -> Reply:
    done = await turn.uow.calendar_links.revoke(turn.who.id)
    return Reply((Paragraph(words.REVOKED if done else words.NO_ADDRESS, strong=True),), replaces=True)


async def calendar_at(uow: UnitOfWork, office: Office, token: str, now: datetime, zone: ZoneInfo) -> bytes | None:
    """The calendar behind a private address; None when there is none, or its owner may no longer see the plan."""
    owner = await uow.calendar_links.member_of(token)
    member = await uow.members.get(owner) if owner is not None else None
    if member is None or not member.active:
        return None
    return await calendar_of(uow, office, member, now, zone) or _written([], now, zone)


async def calendar_of(uow: UnitOfWork, office: Office, member: Member, now: datetime, zone: ZoneInfo) -> bytes | None:
    """The person's deadlines as an iCalendar file; None when there are none. Each has the same name for ever, so that a
    second import changes what the first brought."""
    today, found = now.astimezone(zone).date(), []
    for followed in await office.plans(uow):
        assigned = await uow.assignments.of_plan(followed.plan.id)
        found += [
            (followed.plan.id, s)
            for s in await standings(uow, followed, today, zone)
            if s.due is not None and today - BACK <= s.due <= today + AHEAD and _theirs(member, s, followed, assigned)
        ]
    return _written(found, now, zone) if found else None


def _theirs(
    member: Member, standing: Standing, followed: FollowedPlan, assigned: Mapping[str, tuple[int, ...]]
) -> bool:
    if member.unit is None:
        return member.role in (Role.OFFICE, Role.DIRECTOR)
    doing = assigned.get(standing.task.code, ())
    mine = not doing or member.id in doing or member.role is not Role.STAFF
    return mine and stands_for(member, standing.task.lead, followed.plan)


def _written(found: list[tuple[str, Standing]], now: datetime, zone: ZoneInfo) -> bytes:
    from icalendar import Calendar  # costs a tenth of a second: only who asks for a calendar pays

    calendar = Calendar()
    calendar.add("prodid", "-//dondoc//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", words.TITLE)
    calendar.add("x-wr-timezone", str(zone))
    for plan, standing in found:
        calendar.add_component(_event(plan, standing, now))
    return bytes(calendar.to_ical())


def _event(plan: str, standing: Standing, now: datetime) -> Component:
    from icalendar import Alarm, Event

    event = Event()
    due = standing.due or date.max
    event.add("uid", f"{plan}-{standing.task.code}-{standing.occurrence.period or 'once'}@dondoc")
    event.add("dtstamp", now)
    event.add("sequence", len(standing.extensions))
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    done = "✓ " if not is_open(standing) and standing.done else ""
    event.add("summary", f"{done}{task_words.with_period(standing)} {record_words.title(standing.task, 80)}")
    event.add("description", f"{words.PRINTED}: {standing.task.deadline}. {task_words.progress(standing)}")
    event.add("transp", "TRANSPARENT")
    if not done:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", words.ALARM.format(code=standing.task.code))
        alarm.add("trigger", timedelta(hours=-16))  # 08:00 of the day before
        event.add_component(alarm)
    return event


ACTIONS: Mapping[str, ActionHandler] = {"calendars.link": _link, "calendars.revoke": _revoke}
