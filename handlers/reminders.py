"""The clock's messages to people: the morning's digest, the afternoon's word to the silent, and the preview of both."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from handlers import digest, overviews, planning
from handlers.announcing import put_for
from handlers.digest import Line
from handlers.messages import Heading, Items, Note, Reply, dump, say
from handlers.office import FollowedPlan, Office
from handlers.planning import Day, lines_of, read_day
from handlers.plans.current import pinned
from handlers.recording import record
from handlers.rights import stands_for
from handlers.standing import is_open
from handlers.turn import ActionHandler, Turn
from handlers.units import unit_name
from handlers.wording import common
from handlers.wording import reminders as words
from knowledge.progress import Update
from knowledge.reminders import Volume
from storage.records import Member, MessageKind, MessageState, OutboxMessage, Role
from storage.reminding import LineKind, ReminderLine, Silence
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Digest:
    """What one person is told on one day: lines, and below them what else the day brings (the office's week)."""

    member: Member
    lines: tuple[Line, ...]
    further: Reply | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """A day's digests, and what nobody would be told of: the lead units' names → its lines."""

    digests: tuple[Digest, ...]
    nobody: Mapping[str, tuple[Line, ...]]


async def preview(uow: UnitOfWork, office: Office, day: date, zone: ZoneInfo, *, today: date) -> Preview:
    """What a day's morning would bring; for `today` (the day at the office) with what was missed before it."""
    await office.refresh(uow)
    followed = await office.plan(uow)
    if followed is None or not office.calendar.is_working(day) or office.timetable.paused(day):
        return Preview((), {})
    plan_day = await read_day(uow, office, followed, day, zone)
    found = await _digests(plan_day, missed=day == today)
    told = {line.place for one in found for line in one.lines}
    nobody: dict[str, tuple[Line, ...]] = {}
    since = plan_day.since(planning.slot_at(plan_day.timetable.digest)) if day == today else None
    for line in plan_day.due_lines(Volume.STANDARD, since):
        if line.place not in told:
            units = digest.absent(line.standing.task, (), followed.plan)
            nobody[units] = (*nobody.get(units, ()), line)
    return Preview(tuple(found), nobody)


async def digests(uow: UnitOfWork, office: Office, day: date, zone: ZoneInfo) -> list[Digest]:
    """Who gets what on a day at the office."""
    followed = await office.plan(uow)
    return [] if followed is None else await _digests(await read_day(uow, office, followed, day, zone), missed=False)


async def _digests(day: Day, *, missed: bool) -> list[Digest]:
    found = []
    for member in day.people:
        lines = tuple(lines_of(day, member, missed=missed))
        further = overviews.for_office(day) if member.role is Role.OFFICE else None
        if lines or further:
            found.append(Digest(member, lines, further))
    return found


# ---- the morning ----------------------------------------------------------------------------------------------------


async def queue_digests(
    uow: UnitOfWork,
    office: Office,
    now: datetime,
    zone: ZoneInfo,
    *,
    ahead: bool = False,
    until: time | None = None,
) -> int:
    """Puts the digests of the day of `now` into the outbox, each person's under its own key, so that doing it twice
    changes nothing. How many were new. `ahead`: `now` is a morning to come; they wait for it, and the days until then
    have their own. `until`: only of those whose hour has come by then."""
    followed = await office.plan(uow)
    today = now.astimezone(zone).date()
    if followed is None or not office.calendar.is_working(today) or office.timetable.paused(today):
        return 0
    day = await read_day(uow, office, followed, today, zone)
    slots = {day.slot_of(m) for m in day.people if until is None or _hour(day, m) <= until}
    queued = 0
    for one in await _digests(day, missed=not ahead):
        if until is None or _hour(day, one.member) <= until:
            queued += await _put_digest(day, one, now)
    if until is None or day.timetable.digest <= until:
        queued += await _put_for_groups(day, now)
        slots.add(planning.slot_at(day.timetable.digest))
    if not ahead:
        await planning.note_sent(uow, slots, today, now)
    return queued


async def queue_for(uow: UnitOfWork, office: Office, member: Member, now: datetime, zone: ZoneInfo) -> bool:
    """Puts one person's digest of today, unless it was put before or it is too late."""
    followed = await office.plan(uow)
    local = now.astimezone(zone)
    if followed is None or local.time() >= office.timetable.digest_until:
        return False
    day = await read_day(uow, office, followed, local.date(), zone)
    lines = tuple(lines_of(day, member))
    return bool(lines) and await _put_digest(day, Digest(member, lines), now)


def _hour(day: Day, member: Member) -> time:
    """When the person's digest comes; the office's comes with its list of the week."""
    if member.role is Role.OFFICE and day.timetable.week and overviews.opens_week(day):
        return day.timetable.week
    return day.hour_of(member)


def hours_of(office: Office, personal: Collection[time]) -> tuple[time, ...]:
    """At which hours of a day somebody's digest may come."""
    table = office.timetable
    return tuple(sorted({table.digest, *personal, *((table.week,) if table.week else ())}))


async def _put_digest(day: Day, one: Digest, now: datetime) -> bool:
    key = f"digest:{day.day.isoformat()}:member:{one.member.id}"
    put = await put_for(day, one.member, key, _as_reply(day, one), now, urgent=_due_today(one.lines))
    if put:
        for kind in (LineKind.DIGEST, LineKind.IN_CHARGE, LineKind.REPORT):
            await _note(day, key, kind, one, now)
    return put


async def _note(day: Day, key: str, kind: LineKind, one: Digest, now: datetime) -> None:
    """Keeps the lines of one kind in the ledger, under their numbers in the message."""
    numbered = [
        (number, (*line.place, line.standing.due)) for number, line in enumerate(one.lines, 1) if line.kind is kind
    ]
    await day.uow.reminders.add(
        key=key,
        kind=kind,
        plan=day.followed.plan.id,
        places=[place for _, place in numbered],
        numbers=[number for number, _ in numbered],
        now=now,
        member_id=one.member.id,
    )


def _due_today(lines: Sequence[Line]) -> bool:
    return any(line.days_left == 0 for line in lines)


def _as_reply(day: Day, one: Digest) -> Reply:
    plan, calendar = day.followed.plan, day.calendar
    if one.member.role is Role.DIRECTOR:
        return digest.notice(one.lines, day.day, calendar, plan)
    if not one.lines:
        return one.further or Reply(())
    reply = digest.message(one.lines, day.day, calendar, plan, size=day.timetable.on_screen)
    if one.further is None:
        return reply
    return Reply((*reply.blocks, *one.further.blocks), (*reply.choices, *one.further.choices))


async def _put_for_groups(day: Day, now: datetime) -> int:
    """The digests of the units that have a group chat: without persons, without choices."""
    queued = 0
    for place in await day.uow.unit_chats.all():
        lines = planning.of_unit(day, place.unit)
        if not lines:
            continue
        unit = unit_name(place.unit, day.followed.plan)
        heading = Heading(words.HEADING_UNIT.format(day=common.day(day.day), unit=unit))
        texts = digest.texts(lines, day.calendar, day.followed.plan)
        key = f"digest:{day.day.isoformat()}:chat:{place.channel}:{place.chat}"
        put = await day.uow.outbox.put(
            key=key,
            kind=MessageKind.REMINDER,
            reply=dump(Reply((heading, Items(texts, numbered=True), Note(words.IN_GROUP)))),
            now=now,
            channel=place.channel,
            chat=place.chat,
            not_before=now,
            expires=datetime.combine(day.day, day.timetable.digest_until, day.zone),
        )
        if put:
            places = [(*line.place, line.standing.due) for line in lines]
            plan = day.followed.plan.id
            await day.uow.reminders.add(
                key=key, kind=LineKind.DIGEST, plan=plan, places=places, now=now, unit=place.unit
            )
        queued += put
    return queued


# ---- the afternoon --------------------------------------------------------------------------------------------------


async def queue_nudges(uow: UnitOfWork, office: Office, now: datetime, zone: ZoneInfo) -> int:
    """One more word in the afternoon to those who have not answered what is due today or late, and to those who put
    something off until then. Not to those who get another message later in the day."""
    followed = await office.plan(uow)
    today = now.astimezone(zone).date()
    if followed is None or not office.calendar.is_working(today) or office.timetable.paused(today):
        return 0
    day = await read_day(uow, office, followed, today, zone)
    start = datetime.combine(today, time.min, zone)
    told: dict[int, list[ReminderLine]] = {}
    for line in await uow.reminders.open_lines(followed.plan.id, since=start):
        if line.member_id is not None and line.kind is LineKind.DIGEST and line.state is MessageState.SENT:
            told.setdefault(line.member_id, []).append(line)
    queued = 0
    for member in day.people:
        lines = _unanswered(day, member, told.get(member.id, []), now)
        if not lines or day.away(member) or overviews.comes_later(day, member):
            continue
        key = f"nudge:{today.isoformat()}:member:{member.id}"
        reply = digest.message(lines, today, day.calendar, followed.plan, size=day.timetable.on_screen)
        heading = Heading(words.NUDGE.format(day=common.day(today)))
        if await put_for(
            day, member, key, replace(reply, blocks=(heading, *reply.blocks[1:])), now, urgent=_due_today(lines)
        ):
            await _note(day, key, LineKind.NUDGE, Digest(member, tuple(lines)), now)
            queued += 1
    return queued


def _unanswered(day: Day, member: Member, told: Sequence[ReminderLine], now: datetime) -> list[Line]:
    found = []
    for line in told:
        standing = day.by_place.get((line.task, line.period))
        if standing is None or standing.due is None or not is_open(standing):
            continue
        if standing.due <= day.day and not planning.only_copied(day, member, standing):
            found.append(Line(standing, (standing.due - day.day).days, kind=LineKind.NUDGE))
    places = {line.place for line in found}
    for place, snooze in day.snoozes.get(member.id, {}).items():
        standing = day.by_place.get(place)
        if standing is None or place in places or not is_open(standing) or not _ends_now(day, snooze, now):
            continue
        found.append(Line(standing, (standing.due - day.day).days if standing.due else 0, kind=LineKind.NUDGE))
    return sorted(found, key=lambda line: (line.days_left != 0, line.days_left))


def _ends_now(day: Day, snooze: Silence, now: datetime) -> bool:
    """Whether something was put off until this afternoon."""
    if snooze.until is None or snooze.until > now:
        return False
    local = snooze.until.astimezone(day.zone)
    return local.date() == day.day and local.time() > day.timetable.digest


# ---- at the moment of sending ---------------------------------------------------------------------------------------


async def still_due(
    uow: UnitOfWork, office: Office, message: OutboxMessage, reply: Reply, now: datetime, zone: ZoneInfo
) -> Reply | None:
    """A digest as it is to be said at the moment of sending: what was answered since it was put is ticked, so that
    every number still means the same; None when nothing is left to be said, or the person has moved on."""
    followed, about = await office.plan(uow), digest.about_of(reply)
    member = await uow.members.get(message.member_id) if message.member_id is not None else None
    if followed is None or about is None or member is None:
        return reply
    today = now.astimezone(zone).date()
    day, lines = await digest.lines_now(uow, followed, member, today, zone, about)
    theirs = await _theirs(uow, followed, member, today)
    shown = [replace(line, answered=_settled(line, message.created) or not theirs(line)) for line in lines]
    if all(line.answered for line in shown):
        return None
    if not any(line.answered for line in shown):
        return reply
    said = digest.message(shown, day, office.calendar, followed.plan, size=office.timetable.on_screen)
    headings = [number for number, block in enumerate(reply.blocks) if isinstance(block, Heading)]
    further = reply.blocks[headings[1] :] if len(headings) > 1 else ()
    choices = tuple(c for c in reply.choices if "digest" not in c.action.arguments)
    return Reply((*said.blocks, *further), (*pinned(said, followed).choices, *choices))


def _settled(line: Line, since: datetime) -> bool:
    entry = line.standing.entry
    return not line.standing.open or (entry is not None and entry.at >= since)


async def _theirs(uow: UnitOfWork, followed: FollowedPlan, member: Member, today: date) -> Callable[[Line], bool]:
    """Whether a line is still for the person: of their unit, of somebody whom they stand in for, or the office's."""
    whose = [member]
    for leave in await uow.leaves.from_day(today):
        if leave.stand_in == member.id and leave.first <= today and (other := await uow.members.get(leave.member_id)):
            whose.append(other)

    def theirs(line: Line) -> bool:
        lead = line.standing.task.lead
        return member.role is Role.OFFICE or any(stands_for(one, lead, followed.plan) for one in whose)

    return theirs


async def _done(turn: Turn, arguments: dict[str, str]) -> Reply:
    """ "Xong" on a digest's line: as if the person had typed it."""
    followed = await turn.plan()
    if followed is None:
        return say(common.NO_PLAN)
    update = Update(arguments["code"], 100.0, "done", None, arguments["period"])
    kept = {"digest": arguments["digest"], "offered": digest.morning(arguments["digest"], turn.zone).isoformat()}
    return replace(await record(turn, followed, [update], kept), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {"reminders.done": _done, "reminders.show": digest.show}
