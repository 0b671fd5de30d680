"""The morning's digest: for each person at most one message a day, of what their unit owes; and its preview."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.messages import Action, Block, Choice, Heading, Items, Note, Reply, dump, say
from handlers.office import FollowedPlan, Office
from handlers.recording import record
from handlers.rights import stands_for
from handlers.standing import Standing, standings
from handlers.turn import ActionHandler, Turn
from handlers.units import unit_name
from handlers.wording import common
from handlers.wording import reminders as words
from knowledge.progress import Update
from knowledge.reminders import due_today
from storage.records import Member, MessageKind, Role
from storage.unit_of_work import UnitOfWork

ON_SCREEN = 5
"""Lines of a digest; the rest is counted and opened by a choice."""
UNTIL = time(17, 0)
"""A digest that could not be sent by this hour of its day is dropped; the next one has its lines again or the person
sees them under /hanchot."""
_LAST_DAY = "digest.last_day"


@dataclass(frozen=True, slots=True)
class Line:
    """One task in a digest. `nobody`: name of the lead unit, when nobody of it is on the bot and the office is told."""

    standing: Standing
    days_left: int
    nobody: str = ""


@dataclass(frozen=True, slots=True)
class Digest:
    """What one person is told on one day."""

    member: Member
    lines: tuple[Line, ...]


async def digests(
    uow: UnitOfWork, office: Office, day: date, zone: ZoneInfo, *, since: date | None = None
) -> list[Digest]:
    """Who gets what on a day at the office. `since`: the last day whose digests went out; what was missed after it
    is given with this day's."""
    followed = await office.plan(uow)
    if followed is None:
        return []
    lines = []
    for standing in await standings(uow, followed, day, zone):
        reminder = due_today(
            standing.occurrence,
            standing.due,
            done=standing.done,
            followed_from=followed.followed_from,
            today=day,
            calendar=office.calendar,
            since=since,
        )
        if reminder is not None:
            lines.append(Line(standing, reminder.days_left))
    lines.sort(key=lambda line: (line.days_left != 0, line.days_left))
    people = [m for m in await uow.members.all() if m.role is not Role.DIRECTOR]
    found = [Digest(member, _of(member, lines, people, followed)) for member in people]
    return [digest for digest in found if digest.lines]


def _of(member: Member, lines: list[Line], people: list[Member], followed: FollowedPlan) -> tuple[Line, ...]:
    """The lines of a person's unit; for the office also those of units that have nobody on the bot."""
    mine = []
    for line in lines:
        task = line.standing.task
        if stands_for(member, task.lead, followed.plan):
            mine.append(line)
        elif member.role is Role.OFFICE and not any(stands_for(m, task.lead, followed.plan) for m in people):
            unit = unit_name(task.lead[0], followed.plan) if task.lead else task.lead_printed
            mine.append(Line(line.standing, line.days_left, nobody=unit))
    return tuple(mine)


async def queue_digests(uow: UnitOfWork, office: Office, now: datetime, zone: ZoneInfo) -> int:
    """Puts the digests of the day of `now` into the outbox, each person's under its own key, so that doing it twice
    changes nothing. How many were new."""
    day = now.astimezone(zone).date()
    last = await uow.settings.get(_LAST_DAY)
    since = date.fromisoformat(last) if last else None
    earlier = since if since is not None and since < day else None
    expires = datetime.combine(day, UNTIL, zone)
    queued = 0
    for digest in await digests(uow, office, day, zone, since=earlier):
        queued += await uow.outbox.put(
            key=f"digest:{day.isoformat()}:member:{digest.member.id}",
            kind=MessageKind.REMINDER,
            reply=dump(message(digest, day, office)),
            now=now,
            member_id=digest.member.id,
            expires=expires if expires > now else now + timedelta(hours=1),
        )
    if since is None or since < day:
        await uow.settings.set(_LAST_DAY, day.isoformat(), now)
    return queued


def message(digest: Digest, day: date, office: Office) -> Reply:
    """The digest as the person reads it: numbered lines, each with its choices."""
    shown = digest.lines[:ON_SCREEN]
    texts = tuple(_text(line, office) for line in shown)
    blocks: list[Block] = [Heading(words.HEADING.format(day=common.day(day))), Items(texts, numbered=True)]
    choices: list[Choice] = []
    for number, line in enumerate(shown, 1):
        place = {"code": line.standing.task.code, "period": line.standing.occurrence.period}
        update = words.UPDATE.format(number=number, code=line.standing.task.code)
        choices.append(Choice(words.DONE.format(number=number), Action("reminders.done", place), row=number))
        choices.append(Choice(update, Action("progress.start", place), row=number))
    rest = len(digest.lines) - len(shown)
    if rest:
        blocks.append(Note(words.MORE.format(count=rest)))
        choices.append(Choice(words.SHOW_ALL, Action("say", {"text": "/hanchot"})))
    return Reply(tuple(blocks), tuple(choices))


def _text(line: Line, office: Office) -> str:
    due = line.standing.due
    off = due is not None and not office.calendar.is_working(due)
    return words.line(line.standing, line.days_left, nobody=line.nobody, day_off=off)


async def _done(turn: Turn, arguments: dict[str, str]) -> Reply:
    """ "Xong" on a digest's line: as if the person had typed it; the digest stays on screen."""
    followed = await turn.office.plan(turn.uow)
    if followed is None:
        return say(common.NO_PLAN)
    update = Update(arguments["code"], 100.0, "done", None, arguments["period"])
    return await record(turn, followed, [update], sure=False)


ACTIONS: Mapping[str, ActionHandler] = {"reminders.done": _done}
