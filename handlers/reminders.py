"""The clock's messages to people: the morning's digest, the afternoon's word to the silent, and the preview of both."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from handlers import digest, overviews, planning
from handlers.announcing import put_for
from handlers.days import Day, note_sent, read_days, slot_at
from handlers.digest_lines import Gone, Line, absent, lines_now
from handlers.messages import Heading, Items, Note, Reply, dump
from handlers.missing import no_plan
from handlers.office import Office
from handlers.planning import all_lines_of
from handlers.recording import record
from handlers.standing import is_open
from handlers.turn import ActionHandler, Turn
from handlers.units import unit_name
from handlers.wording import common
from handlers.wording import reminders as words
from knowledge.progress.update import Update
from knowledge.reminders import Volume
from storage.records import LineKind, Member, MessageKind, MessageState, OutboxMessage, ReminderLine, Role, Silence
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
    days = await read_days(uow, office, day, zone)
    if not days or not office.calendar.is_working(day) or office.timetable.paused(day):
        return Preview((), {})
    found = _digests(days, missed=day == today)
    told = {(line.plan.id, line.place) for one in found for line in one.lines}
    nobody: dict[str, tuple[Line, ...]] = {}
    since = days[0].since(slot_at(office.timetable.digest)) if day == today else None
    for line in planning.in_order(line for in_plan in days for line in in_plan.due_lines(Volume.STANDARD, since)):
        if (line.plan.id, line.place) not in told:
            units = absent(line.standing.task, (), line.plan)
            nobody[units] = (*nobody.get(units, ()), line)
    return Preview(tuple(found), nobody)


async def digests(uow: UnitOfWork, office: Office, day: date, zone: ZoneInfo) -> list[Digest]:
    """Who gets what on a day at the office."""
    return _digests(await read_days(uow, office, day, zone), missed=False)


def _digests(days: Sequence[Day], *, missed: bool) -> list[Digest]:
    """One a person, over all plans. `days`: the day in each plan, as handlers.days.read_days has them."""
    found = []
    for member in days[0].people if days else ():
        lines = tuple(all_lines_of(days, member, missed=missed))
        further = overviews.for_office(days) if member.role is Role.OFFICE else None
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
    today = now.astimezone(zone).date()
    days = await read_days(uow, office, today, zone)
    if not days or not office.calendar.is_working(today) or office.timetable.paused(today):
        return 0
    day = days[0]
    slots = {day.slot_of(m) for m in day.people if until is None or _hour(day, m) <= until}
    queued = 0
    for one in _digests(days, missed=not ahead):
        if until is None or _hour(day, one.member) <= until:
            queued += await _put_digest(day, one, now)
    if until is None or day.timetable.digest <= until:
        queued += await _put_for_groups(days, now)
        slots.add(slot_at(day.timetable.digest))
    if not ahead:
        await note_sent(uow, slots, today, now)
    return queued


async def queue_for(uow: UnitOfWork, office: Office, member: Member, now: datetime, zone: ZoneInfo) -> bool:
    """Puts one person's digest of today, unless it was put before or it is too late."""
    local = now.astimezone(zone)
    if local.time() >= office.timetable.digest_until:
        return False
    days = await read_days(uow, office, local.date(), zone)
    lines = tuple(all_lines_of(days, member))
    return bool(lines) and await _put_digest(days[0], Digest(member, lines), now)


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
    numbered = [(number, line) for number, line in enumerate(one.lines, 1) if line.kind is kind]
    for plan in dict.fromkeys(line.plan.id for _, line in numbered):
        of_plan = [(number, line) for number, line in numbered if line.plan.id == plan]
        await day.uow.reminders.add(
            key=key,
            kind=kind,
            plan=plan,
            places=[(*line.place, line.standing.due) for _, line in of_plan],
            numbers=[number for number, _ in of_plan],
            now=now,
            member_id=one.member.id,
        )


def _due_today(lines: Sequence[Line]) -> bool:
    return any(line.days_left == 0 for line in lines)


def _as_reply(day: Day, one: Digest) -> Reply:
    if one.member.role is Role.DIRECTOR:
        return digest.notice(one.lines, day.day, day.calendar)
    if not one.lines:
        return one.further or Reply(())
    reply = digest.message(one.lines, day.day, day.calendar, size=day.timetable.on_screen)
    if one.further is None:
        return reply
    return Reply((*reply.blocks, *one.further.blocks), (*reply.choices, *one.further.choices))


async def _put_for_groups(days: Sequence[Day], now: datetime) -> int:
    """The digests of the units that have a group chat: without persons, without choices."""
    queued, day = 0, days[0]
    for place in await day.uow.unit_chats.all():
        lines = planning.in_order(line for in_plan in days for line in planning.of_unit(in_plan, place.unit))
        if not lines:
            continue
        unit = unit_name(place.unit, lines[0].plan)
        heading = Heading(words.HEADING_UNIT.format(day=common.day(day.day), unit=unit))
        texts = digest.texts(lines, day.calendar)
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
            for plan in dict.fromkeys(line.plan.id for line in lines):
                numbered = [(n, line) for n, line in enumerate(lines, 1) if line.plan.id == plan]
                await day.uow.reminders.add(
                    key=key,
                    kind=LineKind.DIGEST,
                    plan=plan,
                    places=[(*line.place, line.standing.due) for _, line in numbered],
                    numbers=[number for number, _ in numbered],
                    now=now,
                    unit=place.unit,
                )
        queued += put
    return queued


# ---- the afternoon --------------------------------------------------------------------------------------------------


async def queue_nudges(uow: UnitOfWork, office: Office, now: datetime, zone: ZoneInfo) -> int:
    """One more word in the afternoon to those who have not answered what is due today or late, and to those who put
    something off until then. Not to those who get another message later in the day."""
    today = now.astimezone(zone).date()
    days = await read_days(uow, office, today, zone)
    if not days or not office.calendar.is_working(today) or office.timetable.paused(today):
        return 0
    start, day = datetime.combine(today, time.min, zone), days[0]
    told: dict[tuple[str, int], list[ReminderLine]] = {}
    for plan in (in_plan.followed.plan.id for in_plan in days):
        for line in await uow.reminders.open_lines(plan, since=start):
            if line.member_id is not None and line.kind is LineKind.DIGEST and line.state is MessageState.SENT:
                told.setdefault((plan, line.member_id), []).append(line)
    queued = 0
    for member in day.people:
        lines = planning.in_order(
            line
            for in_plan in days
            for line in _unanswered(in_plan, member, told.get((in_plan.followed.plan.id, member.id), []), now)
        )
        if not lines or day.away(member) or overviews.comes_later(day, member):
            continue
        key = f"nudge:{today.isoformat()}:member:{member.id}"
        reply = digest.message(lines, today, day.calendar, size=day.timetable.on_screen)
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
            found.append(replace(day.line(standing), kind=LineKind.NUDGE))
    places = {line.place for line in found}
    for place, snooze in day.snoozes.get(member.id, {}).items():
        standing = day.by_place.get(place)
        if standing is None or place in places or not is_open(standing) or not _ends_now(day, snooze, now):
            continue
        found.append(replace(day.line(standing), kind=LineKind.NUDGE))
    return found


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
    """A digest as it is to be said at the moment of sending: what was answered since it was put is ticked, what is no
    longer the person's is said to be so, and every number still means the same; what the office reads below its lines
    is told anew. None when nothing is left to be said, or the person has moved on."""
    about = digest.about_of(reply)
    member = await uow.members.get(message.member_id) if message.member_id is not None else None
    if member is None or (about is None and member.role is not Role.OFFICE):
        return reply
    if member.id in await uow.privacy.withdrawals():
        return None
    today = now.astimezone(zone).date()
    headings = [number for number, block in enumerate(reply.blocks) if isinstance(block, Heading)]
    below = headings[1] if len(headings) > 1 else len(reply.blocks)
    further = None
    if member.role is Role.OFFICE and (about is None or below < len(reply.blocks)):
        # With a plan that is not followed any more the week has lost its work too.
        further = overviews.for_office(await read_days(uow, office, today, zone))
    if about is None:
        return further
    day, lines = await lines_now(uow, office, member, today, zone, about)
    shown = [
        line if isinstance(line, Gone) else replace(line, answered=_settled(line, message.created)) for line in lines
    ]
    if not any(line.waits for line in shown):
        return further
    if all(line.waits for line in shown):
        if below == len(reply.blocks):
            return reply
        said = Reply(reply.blocks[:below], tuple(c for c in reply.choices if "digest" in c.action.arguments))
    else:
        said = digest.message(shown, day, office.calendar, size=office.timetable.on_screen)
    further = further or Reply(())
    return Reply((*said.blocks, *further.blocks), (*said.choices, *further.choices))


def _settled(line: Line, since: datetime) -> bool:
    entry = line.standing.entry
    return not line.standing.open or (entry is not None and entry.at >= since)


async def _done(turn: Turn, arguments: dict[str, str]) -> Reply:
    """ "Xong" on a digest's line: as if the person had typed it."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    update = Update(arguments["code"], 100.0, "done", None, arguments["period"])
    kept = {"digest": arguments["digest"], "offered": digest.morning(arguments["digest"], turn.zone).isoformat()}
    return replace(await record(turn, followed, [update], kept), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {"reminders.done": _done, "reminders.show": digest.show}
