"""The morning's digest: for each person at most one message a day, of what their unit owes; and its preview."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers import digest
from handlers.digest import Line
from handlers.messages import Reply, dump, say
from handlers.office import FollowedPlan, Office
from handlers.recording import record
from handlers.rights import stands_for
from handlers.standing import standings
from handlers.turn import ActionHandler, Turn
from handlers.wording import common
from knowledge.progress import Update
from knowledge.reminders import due_today
from knowledge.spreading import offset
from storage.records import Member, MessageKind, OutboxMessage, Role
from storage.unit_of_work import UnitOfWork

UNTIL = time(17, 0)
"""A digest that could not be sent by this hour of its day is dropped; the next one has its lines again or the person
sees them under /hanchot."""
_LAST_DAY = "digest.last_day"


@dataclass(frozen=True, slots=True)
class Digest:
    """What one person is told on one day."""

    member: Member
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """A day's digests, and what nobody would be told of: the lead units' names → its lines."""

    digests: tuple[Digest, ...]
    nobody: Mapping[str, tuple[Line, ...]]


async def preview(uow: UnitOfWork, office: Office, day: date, zone: ZoneInfo, *, today: date) -> Preview:
    """What a day's morning would bring; for `today` (the day at the office) with what was missed before it."""
    followed = await office.plan(uow)
    if followed is None:
        return Preview((), {})
    since = await _last_day(uow) if day == today else None
    since = since if since is not None and since < day else None
    found = await digests(uow, office, day, zone, since=since)
    told = {(line.standing.task.code, line.standing.occurrence.period) for one in found for line in one.lines}
    nobody: dict[str, tuple[Line, ...]] = {}
    for line in await due_lines(uow, office, followed, day, zone, since=since):
        if (line.standing.task.code, line.standing.occurrence.period) not in told:
            units = digest.absent(line.standing.task, (), followed.plan)
            nobody[units] = (*nobody.get(units, ()), line)
    return Preview(tuple(found), nobody)


async def _last_day(uow: UnitOfWork) -> date | None:
    """The last day whose digests went out."""
    kept = await uow.settings.get(_LAST_DAY)
    return date.fromisoformat(kept) if kept else None


async def digests(
    uow: UnitOfWork, office: Office, day: date, zone: ZoneInfo, *, since: date | None = None
) -> list[Digest]:
    """Who gets what on a day at the office. `since`: the last day whose digests went out; what was missed after it
    is given with this day's."""
    followed = await office.plan(uow)
    if followed is None:
        return []
    lines = await due_lines(uow, office, followed, day, zone, since=since)
    people = [m for m in await uow.members.all() if m.role is not Role.DIRECTOR]
    found = [Digest(member, _of(member, lines, people, followed)) for member in people]
    return [one for one in found if one.lines]


async def due_lines(
    uow: UnitOfWork, office: Office, followed: FollowedPlan, day: date, zone: ZoneInfo, *, since: date | None = None
) -> list[Line]:
    """Everything that is reminded of on a day, whoever is told: what is due that day first, then what is overdue (the
    longest first), then what is coming."""
    lines = []
    for standing in await standings(uow, followed, day, zone):
        reminder = due_today(
            standing.occurrence,
            standing.due,
            done=not standing.open,
            followed_from=followed.followed_from,
            today=day,
            calendar=office.calendar,
            since=since,
        )
        if reminder is not None:
            lines.append(Line(standing, reminder.days_left))
    return sorted(lines, key=lambda line: (line.days_left != 0, line.days_left))


def _of(member: Member, lines: Sequence[Line], people: Collection[Member], followed: FollowedPlan) -> tuple[Line, ...]:
    """The lines of a person's unit; for the office also those of units for which nobody can be reached."""
    mine = []
    for line in lines:
        task = line.standing.task
        if stands_for(member, task.lead, followed.plan):
            mine.append(line)
        elif member.role is Role.OFFICE and (units := digest.absent(task, people, followed.plan)):
            mine.append(replace(line, nobody=units))
    return tuple(mine)


async def queue_digests(
    uow: UnitOfWork,
    office: Office,
    now: datetime,
    zone: ZoneInfo,
    *,
    ahead: bool = False,
    spread: timedelta = timedelta(),
) -> int:
    """Puts the digests of the day of `now` into the outbox, each person's under its own key, so that doing it twice
    changes nothing. How many were new. `ahead`: `now` is a morning to come; they wait for it, and the days until then
    have their own. `spread`: over how long they leave, those with something due that day first."""
    day = now.astimezone(zone).date()
    last = await _last_day(uow)
    since = last if last is not None and last < day and not ahead else None
    until = datetime.combine(day, UNTIL, zone)
    expires = until if until > now else now + timedelta(hours=1)
    over = min(spread, (expires - now) / 2)
    queued = 0
    for one in await digests(uow, office, day, zone, since=since):
        queued += await uow.outbox.put(
            key=f"digest:{day.isoformat()}:member:{one.member.id}",
            kind=MessageKind.REMINDER,
            reply=dump(digest.message(one.lines, day, office.calendar)),
            now=now,
            member_id=one.member.id,
            not_before=now + offset(one.member.id, over, urgent=_due_today(one)),
            expires=expires,
            urgent=_due_today(one),
        )
    if not ahead and (last is None or last < day):
        await uow.settings.set(_LAST_DAY, day.isoformat(), now)
    return queued


def _due_today(one: Digest) -> bool:
    return any(line.days_left == 0 for line in one.lines)


async def still_due(
    uow: UnitOfWork, office: Office, message: OutboxMessage, reply: Reply, now: datetime, zone: ZoneInfo
) -> Reply | None:
    """A digest as it is to be said at the moment of sending: without lines that were answered since it was put, or that
    are no longer this person's; None when none is left."""
    followed, about = await office.plan(uow), digest.about_of(reply)
    member = await uow.members.get(message.member_id) if message.member_id is not None else None
    if followed is None or about is None or member is None:
        return reply
    day, lines = await digest.lines_now(uow, followed, member, now.astimezone(zone).date(), zone, about)
    left = [line for line in lines if not _settled(line, message.created) and _theirs(line, member, followed)]
    if len(left) == len(about.split(";")) - 1:
        return reply
    return digest.message([replace(line, answered=False) for line in left], day, office.calendar) if left else None


def _settled(line: Line, since: datetime) -> bool:
    entry = line.standing.entry
    return not line.standing.open or (entry is not None and entry.at >= since)


def _theirs(line: Line, member: Member, followed: FollowedPlan) -> bool:
    return stands_for(member, line.standing.task.lead, followed.plan) or (
        member.role is Role.OFFICE and bool(line.nobody)
    )


async def _done(turn: Turn, arguments: dict[str, str]) -> Reply:
    """ "Xong" on a digest's line: as if the person had typed it."""
    followed = await turn.plan()
    if followed is None:
        return say(common.NO_PLAN)
    update = Update(arguments["code"], 100.0, "done", None, arguments["period"])
    kept = {"digest": arguments["digest"], "offered": digest.morning(arguments["digest"], turn.zone).isoformat()}
    return replace(await record(turn, followed, [update], kept), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {"reminders.done": _done, "reminders.show": digest.show}
