"""The clock's overviews: the office's week and evening, and what heads see at the end of the week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.announcing import put_for
from handlers.days import Day, read_days
from handlers.digest import texts
from handlers.digest_lines import Line
from handlers.flow import IN_PLAN
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Made, Note, Paragraph, Reply
from handlers.office import Office
from handlers.plans.current import pinned
from handlers.rights import stands_for
from handlers.standing import Standing, State, by_task, current, is_open
from handlers.units import unit_name
from handlers.wording import common
from handlers.wording import overview as overview_words
from handlers.wording import overviews as words
from handlers.wording import records as record_words
from handlers.wording import reminders as reminder_words
from knowledge.standing import Group, rate
from storage.records import EntryKind, Held, Member, MessageKind, Role
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


def for_office(days: Sequence[Day]) -> Reply | None:
    """What the office's digest has below its lines: the week on its first day, what waits for a paper each quarter.
    `days`: the day in each plan, as handlers.days.read_days has them."""
    if not days or not days[0].calendar.is_working(days[0].day) or days[0].timetable.paused(days[0].day):
        return None
    day = days[0]
    blocks: list[Block] = []
    choices: list[Choice] = []
    if day.timetable.week and opens_week(day):
        blocks += _week(days)
    waiting = [(d, s) for d in days for s in d.standings if s.state in (State.CONDITIONAL, State.UNDATED)]
    if waiting and opens_quarter(day):
        lines = tuple(
            f"{s.task.code} {record_words.title(s.task, 60)}: {s.task.deadline}{_mark(d)}" for d, s in waiting[:SHOWN]
        )
        blocks += [Heading(words.WAITING.format(count=len(waiting))), Items(lines)]
        blocks.append(Note(words.WAITING_HOW))
        for one in dict.fromkeys(d.followed.plan.id for d, _ in waiting):
            there = next(d for d in days if d.followed.plan.id == one)
            offer = Action("extensions.offer", {"page": "1", "show": "waiting", IN_PLAN: one})
            choices.append(Choice(words.WAITING_OPEN + _mark(there), offer))
    return Reply(tuple(blocks), tuple(choices)) if blocks else None


def _mark(day: Day) -> str:
    """What is said of the plan where it is not the default one."""
    return reminder_words.ELSEWHERE.format(plan=day.elsewhere) if day.elsewhere else ""


def _week(days: Sequence[Day]) -> list[Block]:
    """What falls due until Sunday, and what is late, by how long."""
    today, calendar = days[0].day, days[0].calendar
    sunday = today + timedelta(days=7 - today.isoweekday())
    open_ = [_line(d, s) for d in days for s in d.standings if is_open(s) and s.due is not None]
    coming = sorted((one for one in open_ if 0 <= one.days_left <= (sunday - today).days), key=_left)
    late = sorted((one for one in open_ if one.standing.state is State.OVERDUE), key=_left)
    found: list[Block] = []
    for heading, listed in ((words.WEEK, coming), (words.LATE, late)):
        if listed:
            found.append(Heading(heading.format(count=len(listed))))
            found.append(Items(texts(listed[:SHOWN], calendar)))
            if len(listed) > SHOWN:
                found.append(Note(words.MORE.format(count=len(listed) - SHOWN)))
    return found


def _line(day: Day, standing: Standing) -> Line:
    return replace(day.line(standing), watched=True)


def _left(line: Line) -> int:
    return line.days_left


def _due(standing: Standing) -> date:
    return standing.due or date.max


def _listed(day: Day, found: Sequence[Standing]) -> tuple[str, ...]:
    return texts([_line(day, s) for s in found], day.calendar)


async def queue_evening(uow: UnitOfWork, office: Office, now: datetime, zone: ZoneInfo) -> int:
    """To the office: what could not be delivered since yesterday's list, and who has not answered what was due."""
    days = await _working_day(uow, office, now, zone)
    if not days:
        return 0
    day = days[0]
    blocks = [*await _undelivered(day, now), *await _unanswered(days)]
    if not blocks:
        return 0
    reply = Reply((Heading(words.EVENING.format(day=common.day(day.day))), *blocks))
    return await _put_for(day, Role.OFFICE, "evening", reply, now)


async def _undelivered(day: Day, now: datetime) -> list[Block]:
    names = {m.id: m.name for m in day.people}
    failed = await day.uow.outbox.failures(since=now - timedelta(days=1), limit=50)
    missed = [m for m in failed if m.kind is not MessageKind.REPLY and m.error not in (Held.LEAVE, Held.PAUSE)]
    of_people = Counter(m.member_id for m in missed if m.member_id in names)
    lines = tuple(words.UNDELIVERED_LINE.format(name=names[who], count=n) for who, n in of_people.items() if who)
    return [Heading(words.UNDELIVERED), Items(lines[:SHOWN])] if lines else []


async def _unanswered(days: Sequence[Day]) -> list[Block]:
    """Today's reminders of what is due or late that nobody has answered, by task."""
    lines = [line for day in days for line in await _silent(day)]
    if not lines:
        return []
    more = [Note(words.MORE.format(count=len(lines) - SHOWN))] if len(lines) > SHOWN else []
    return [Heading(words.UNANSWERED.format(count=len(lines))), Items(tuple(lines[:SHOWN])), *more]


async def _silent(day: Day) -> list[str]:
    """Those of one plan, each with who is silent."""
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
    return [
        f"{text} ({', '.join(names)})"
        for text, names in zip(_listed(day, [day.by_place[p] for p in silent]), silent.values(), strict=True)
    ]


# ---- heads ----------------------------------------------------------------------------------------------------------


async def queue_summaries(uow: UnitOfWork, office: Office, now: datetime, zone: ZoneInfo) -> int:
    """To each head at the end of the week: how the unit's work stands, the worst, the silent, what has changed."""
    days = await _working_day(uow, office, now, zone)
    if not days or not closes_week(days[0]):
        return 0
    queued = 0
    for member in days[0].people:
        if member.role is not Role.HEAD or not member.unit:
            continue
        found = [(day, reply) for day in days if (reply := await summary(day, member.unit, now))]
        if found:
            blocks = tuple(block for _, reply in found for block in reply.blocks)
            choices = tuple(choice for _, reply in found for choice in reply.choices)
            picture = _picture(found[0][0], member.unit, now)
            queued += await _put_one(days[0], member, "summary", Reply((*blocks, picture), choices), now)
    return queued


def _picture(day: Day, unit: str, now: datetime) -> Made:
    """How the year's work of the unit stands, as a picture that is made when the message leaves."""
    about = {"plan": day.followed.plan.id, "unit": unit, "at": now.isoformat()}
    return Made("pictures.progress", overview_words.PICTURE, about)


async def summary(day: Day, unit: str, now: datetime) -> Reply | None:
    """A unit's week in one plan; None when it leads nothing there that is followed."""
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
        Heading(words.SUMMARY.format(unit=unit_name(unit, plan), day=common.day(day.day)) + _mark(day)),
        Fields(tuple(facts)),
    ]
    if late:
        blocks += [Paragraph(words.WORST), Items(_listed(day, late[:WORST]))]
    if silent:
        blocks += [Paragraph(words.SILENT.format(count=len(silent))), Items(_listed(day, silent[:WORST]))]
    choices = (Choice(words.OPEN_LIST + _mark(day), Action("say", {"text": "/nhiemvu"})),)
    return pinned(Reply(tuple(blocks), choices), day.followed)


# ---- putting --------------------------------------------------------------------------------------------------------


async def _working_day(uow: UnitOfWork, office: Office, now: datetime, zone: ZoneInfo) -> list[Day]:
    """The day in each plan; [] on a day off or when reminders rest."""
    today = now.astimezone(zone).date()
    if not office.calendar.is_working(today) or office.timetable.paused(today):
        return []
    return await read_days(uow, office, today, zone)


async def _put_for(day: Day, role: Role, name: str, reply: Reply, now: datetime) -> int:
    return sum([await _put_one(day, m, name, reply, now) for m in day.people if m.role is role])


async def _put_one(day: Day, member: Member, name: str, reply: Reply, now: datetime) -> bool:
    if day.away(member):
        return False
    return await put_for(day, member, f"{name}:{day.day.isoformat()}:member:{member.id}", reply, now)
