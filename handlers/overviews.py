"""The clock's overviews: the office's week and evening, and what heads see at the end of the week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.announcing import put_for
from handlers.digest import Line, texts
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Note, Paragraph, Reply
from handlers.office import Office
from handlers.planning import Day, read_day
from handlers.rights import stands_for
from handlers.standing import Standing, State, by_task, current, is_open
from handlers.units import unit_name
from handlers.wording import common
from handlers.wording import overviews as words
from handlers.wording import tasks as task_words
from knowledge.standing import Group, rate
from storage.records import EntryKind, Member, MessageKind, Role
from storage.unit_of_work import UnitOfWork

SHOWN = 8
"""Tasks listed in an overview."""
WORST = 3
SILENT = timedelta(days=14)
"""Without an update for so long, a task in hand counts as silent."""
RECENT = 500
"""Entries among which the week's are sought."""


def opens_week(day: Day) -> bool:
    """Whether it is the day of the office's week: the day set, or the working day after it."""
    nominal = day.day - timedelta(days=(day.day.isoweekday() - day.timetable.week_day) % 7)
    return day.calendar.on_or_after(nominal) == day.day


def closes_week(day: Day) -> bool:
    """Whether it is the day of the heads' overview: the day set, or the working day before it."""
    nominal = day.day + timedelta(days=(day.timetable.summary_day - day.day.isoweekday()) % 7)
    return day.calendar.on_or_before(nominal) == day.day


def opens_quarter(day: Day) -> bool:
    """Whether it is the first working day of a quarter."""
    first = date(day.day.year, (day.day.month - 1) // 3 * 3 + 1, 1)
    return day.calendar.on_or_after(first) == day.day


def comes_later(day: Day, member: Member) -> bool:
    """Whether the person gets another message of the clock in the late afternoon."""
    if member.role is Role.OFFICE:
        return day.timetable.evening is not None
    return member.role is Role.HEAD and day.timetable.summary is not None and closes_week(day)


# ---- the office -----------------------------------------------------------------------------------------------------


def for_office(day: Day) -> Reply | None:
    """What the office's digest has below its lines: the week on its first day, what waits for a paper each quarter."""
    if not day.calendar.is_working(day.day) or day.timetable.paused(day.day):
        return None
    blocks: list[Block] = []
    choices: list[Choice] = []
    if day.timetable.week and opens_week(day):
        blocks += _week(day)
    waiting = [s for s in day.standings if s.state in (State.CONDITIONAL, State.UNDATED)]
    if waiting and opens_quarter(day):
        lines = tuple(f"{s.task.code} {task_words.title(s.task, 60)}: {s.task.deadline}" for s in waiting[:SHOWN])
        blocks += [Heading(words.WAITING.format(count=len(waiting))), Items(lines)]
        blocks.append(Note(words.WAITING_HOW))
        choices.append(Choice(words.WAITING_OPEN, Action("extensions.offer", {"page": "1", "show": "waiting"})))
    return Reply(tuple(blocks), tuple(choices)) if blocks else None


def _week(day: Day) -> list[Block]:
    """What falls due until Sunday, and what is late, by how long."""
    sunday = day.day + timedelta(days=7 - day.day.isoweekday())
    open_ = [s for s in day.standings if is_open(s) and s.due is not None]
    coming = sorted((s for s in open_ if s.due and day.day <= s.due <= sunday), key=_due)
    late = sorted((s for s in open_ if s.state is State.OVERDUE), key=_due)
    found: list[Block] = []
    for heading, listed in ((words.WEEK, coming), (words.LATE, late)):
        if listed:
            found.append(Heading(heading.format(count=len(listed))))
            found.append(Items(_listed(day, listed[:SHOWN])))
            if len(listed) > SHOWN:
                found.append(Note(words.MORE.format(count=len(listed) - SHOWN)))
    return found


def _due(standing: Standing) -> date:
    return standing.due or date.max


def _listed(day: Day, found: Sequence[Standing]) -> tuple[str, ...]:
    lines = [Line(s, (s.due - day.day).days if s.due else 0, watched=True) for s in found]
    return texts(lines, day.calendar, day.followed.plan)


async def queue_evening(uow: UnitOfWork, office: Office, now: datetime, zone: ZoneInfo) -> int:
    """To the office: what could not be delivered since yesterday's list, and who has not answered what was due."""
    day = await _working_day(uow, office, now, zone)
    if day is None:
        return 0
    blocks = [*await _undelivered(day, now), *await _unanswered(day)]
    if not blocks:
        return 0
    reply = Reply((Heading(words.EVENING.format(day=common.day(day.day))), *blocks))
    return await _put_for(day, Role.OFFICE, "evening", reply, now)


async def _undelivered(day: Day, now: datetime) -> list[Block]:
    names = {m.id: m.name for m in day.people}
    failed = await day.uow.outbox.failures(since=now - timedelta(days=1), limit=50)
    of_people = Counter(m.member_id for m in failed if m.kind is not MessageKind.REPLY and m.member_id in names)
    lines = tuple(words.UNDELIVERED_LINE.format(name=names[who], count=n) for who, n in of_people.items() if who)
    return [Heading(words.UNDELIVERED), Items(lines[:SHOWN])] if lines else []


async def _unanswered(day: Day) -> list[Block]:
    """Today's reminders of what is due or late that nobody has answered, by task."""
    start = datetime.combine(day.day, time.min, day.zone)
    people = {m.id: m for m in day.people}
    silent: dict[tuple[str, str], list[str]] = {}
    for line in await day.uow.reminders.open_lines(day.followed.plan.id, since=start):
        standing = day.by_place.get((line.task, line.period))
        member = people.get(line.member_id or 0)
        theirs = (
            standing is not None and member is not None and stands_for(member, standing.task.lead, day.followed.plan)
        )
        if standing and member and theirs and is_open(standing) and standing.due and standing.due <= day.day:
            names = silent.setdefault((line.task, line.period), [])
            names += [member.name] if member.name not in names else []
    if not silent:
        return []
    lines = [
        f"{text} ({', '.join(names)})"
        for text, names in zip(_listed(day, [day.by_place[p] for p in silent]), silent.values(), strict=True)
    ]
    more = [Note(words.MORE.format(count=len(lines) - SHOWN))] if len(lines) > SHOWN else []
    return [Heading(words.UNANSWERED.format(count=len(lines))), Items(tuple(lines[:SHOWN])), *more]


# ---- heads ----------------------------------------------------------------------------------------------------------


async def queue_summaries(uow: UnitOfWork, office: Office, now: datetime, zone: ZoneInfo) -> int:
    """To each head at the end of the week: how the unit's work stands, the worst, the silent, what has changed."""
    day = await _working_day(uow, office, now, zone)
    if day is None or not closes_week(day):
        return 0
    queued = 0
    for member in day.people:
        if member.role is Role.HEAD and member.unit and (reply := await summary(day, member.unit, now)):
            queued += await _put_one(day, member, "summary", reply, now)
    return queued


async def summary(day: Day, unit: str, now: datetime) -> Reply | None:
    """A unit's week in one message; None when it leads nothing that is followed."""
    plan = day.followed.plan
    of_unit = Member(0, "", Role.STAFF, unit, True, now)
    mine = [s for s in day.standings if stands_for(of_unit, s.task.lead, plan) and s.group is not Group.BEFORE]
    if not mine:
        return None
    groups = Counter(s.group for s in mine if s.group is not Group.IN_TIME)
    held = [current(of_task, day.day) for of_task in by_task(mine).values()]
    in_hand = [s for s in held if is_open(s) and s.reportable]
    late = sorted((s for s in mine if s.state is State.OVERDUE), key=_due)
    silent = [s for s in in_hand if s.entry is None or now - s.entry.at > SILENT]
    since = now - timedelta(days=7)
    codes = {s.task.code for s in mine}
    log = [e for e in await day.uow.progress.history(plan.id, limit=RECENT) if e.at > since and e.task in codes]
    updates = [e for e in log if e.kind is EntryKind.UPDATE and not e.undone]
    done = {(e.task, e.period) for e in updates if e.status is not None and e.status.value == "done"}
    percent = rate(s.group for s in mine)
    facts = [
        (words.IN_HAND, str(len(in_hand))),
        (words.DONE_IN_TIME, str(groups[Group.DONE_IN_TIME])),
        (words.DONE_LATE, str(groups[Group.DONE_LATE])),
        (words.OVERDUE, str(groups[Group.OVERDUE])),
        (words.RATE, common.percent(percent) if percent is not None else words.NO_RATE),
        (words.CHANGED, words.CHANGES.format(updates=len(updates), done=len(done))),
    ]
    blocks: list[Block] = [
        Heading(words.SUMMARY.format(unit=unit_name(unit, plan), day=common.day(day.day))),
        Fields(tuple(facts)),
    ]
    if late:
        blocks += [Paragraph(words.WORST), Items(_listed(day, late[:WORST]))]
    if silent:
        blocks += [Paragraph(words.SILENT.format(count=len(silent))), Items(_listed(day, silent[:WORST]))]
    choices = (Choice(words.OPEN_LIST, Action("say", {"text": "/nhiemvu"})),)
    return Reply(tuple(blocks), choices)


# ---- putting --------------------------------------------------------------------------------------------------------


async def _working_day(uow: UnitOfWork, office: Office, now: datetime, zone: ZoneInfo) -> Day | None:
    followed = await office.plan(uow)
    today = now.astimezone(zone).date()
    if followed is None or not office.calendar.is_working(today) or office.timetable.paused(today):
        return None
    return await read_day(uow, office, followed, today, zone)


async def _put_for(day: Day, role: Role, name: str, reply: Reply, now: datetime) -> int:
    return sum([await _put_one(day, m, name, reply, now) for m in day.people if m.role is role])


async def _put_one(day: Day, member: Member, name: str, reply: Reply, now: datetime) -> bool:
    if day.away(member):
        return False
    return await put_for(day, member, f"{name}:{day.day.isoformat()}:member:{member.id}", reply, now)
