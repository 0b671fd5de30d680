"""/dondoc: which units are late or silent; one tap urges a unit, and a letter can be drafted for signature."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Heading, Items, Made, Note, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.office import FollowedPlan, Office
from handlers.paging import page_of
from handlers.plans.current import pinned
from handlers.rights import led_by, stands_for
from handlers.standing import Standing, State, by_task, current, standings
from handlers.telling import tell
from handlers.turn import ActionHandler, Turn
from handlers.units import own_units, unit_name, unit_named
from handlers.wording import common
from handlers.wording import records as record_words
from handlers.wording import tasks as task_words
from handlers.wording import urging as words
from knowledge.model import Unit
from knowledge.silence import silent_days
from knowledge.timetable import next_allowed
from storage.records import Member, OutboxMessage, Urging
from storage.unit_of_work import UnitOfWork

SHOWN = 6
A_WEEK = 3
"""Urgings of one unit in seven days; one a day."""
LOOK_BACK = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Owed:
    """What a unit owes: late occurrences (the oldest first), and open tasks about which nothing was heard for days."""

    unit: Unit
    late: tuple[Standing, ...]
    silent: tuple[tuple[int, Standing], ...]

    @property
    def count(self) -> int:
        """Late and silent together, a task once."""
        return len({s.task.code for s in self.late} | {s.task.code for _, s in self.silent})

    @property
    def first(self) -> list[Standing]:
        """What can be reported on by a tap."""
        return [*self.late, *(standing for _, standing in self.silent)][:SHOWN]


async def owed(uow: UnitOfWork, followed: FollowedPlan, today: date, zone: ZoneInfo) -> list[Owed]:
    """Every unit of the agency that is late or silent, the worst first."""
    found = await standings(uow, followed, today, zone)
    every = [_of_unit(followed, unit, found, today, zone) for unit in own_units(followed.plan) if not unit.collective]
    return sorted((o for o in every if o.count), key=lambda o: (-len(o.late), -len(o.silent), o.unit.name))


def _of_unit(followed: FollowedPlan, unit: Unit, found: Sequence[Standing], today: date, zone: ZoneInfo) -> Owed:
    mine = [s for s in found if led_by(unit.code, s.task, followed.plan)]
    late = sorted((s for s in mine if s.state is State.OVERDUE), key=lambda s: s.due or date.max)
    open_ = [s for s in mine if s.open and s.state is not State.BEFORE]
    codes = {s.task.code for s in late}
    silent = []
    for standing in (current(of, today) for of in by_task(open_).values()):
        heard = standing.entry.at.astimezone(zone).date() if standing.entry else None
        days = silent_days(standing.due, heard, followed.followed_from, today)
        if days and standing.task.code not in codes:
            silent.append((days, standing))
    return Owed(unit, tuple(late), tuple(sorted(silent, key=lambda pair: -pair[0])))


async def command(turn: Turn, typed: str) -> Reply:
    """/dondoc [unit]: all units that are late or silent; one unit with what it owes."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    if not typed:
        return await _list(turn, {"page": "1"})
    unit = unit_named(typed, followed.plan)
    if unit is None:
        listed = await _list(turn, {"page": "1"})
        unknown = Paragraph(words.UNKNOWN.format(name=common.shorten(typed, 60)))
        return Reply((unknown, *listed.blocks), listed.choices)
    return await _unit(turn, {"unit": unit})


async def _urged(uow: UnitOfWork, followed: FollowedPlan, now: datetime) -> dict[str, list[Urging]]:
    """Unit → its urgings within a year, oldest first."""
    found: dict[str, list[Urging]] = {}
    for urging in await uow.urgings.of_plan(followed.plan.id, now - LOOK_BACK):
        found.setdefault(urging.unit, []).append(urging)
    return found


async def _list(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    found = await owed(turn.uow, followed, turn.today, turn.zone)
    urged = await _urged(turn.uow, followed, turn.now)
    if not found:
        return say(words.NONE)
    page = page_of(found, arguments["page"])
    people = await turn.uow.members.all()
    lines, choices = [], []
    for number, one in enumerate(page.items, page.first):
        to = {"unit": one.unit.code, "page": arguments["page"]}
        nobody = not _reached(people, followed, one.unit.code)
        lines.append(_line(turn, one, urged.get(one.unit.code, []), nobody=nobody))
        short = common.shorten(one.unit.short or one.unit.name, 30)
        choices.append(Choice(words.URGE.format(unit=short), Action("urging.urge", to), row=number))
        choices.append(Choice(words.OPEN.format(unit=short), Action("urging.unit", to), row=number))
    blocks: list[Block] = [Heading(words.HEADING.format(count=len(found)))]
    blocks.append(Items(tuple(lines), numbered=True, start=page.first))
    blocks += [Note(page.caption)] if page.caption else []
    turning = page.turning("urging.list", {"turned": "1"})
    return Reply(tuple(blocks), (*choices, *turning), replaces="turned" in arguments)


def _line(turn: Turn, one: Owed, urged: Sequence[Urging], *, nobody: bool) -> str:
    facts = [words.LATE.format(count=len(one.late))] if one.late else []
    facts += [words.SILENT.format(count=len(one.silent))] if one.silent else []
    if urged:
        day = common.day(urged[-1].at.astimezone(turn.zone).date())
        facts.append(words.URGED.format(count=len(urged), day=day))
    facts += [words.NOBODY] if nobody else []
    return words.LINE.format(unit=one.unit.name, facts="; ".join(facts))


def _reached(people: Sequence[Member], followed: FollowedPlan, unit: str) -> list[Member]:
    """Those of the unit who can be written to."""
    mine = [m for m in people if stands_for(m, (unit,), followed.plan)]
    return [m for m in mine if any(a.reachable for a in m.accounts)]


async def _one(turn: Turn, followed: FollowedPlan, unit: str) -> Owed | None:
    found = await owed(turn.uow, followed, turn.today, turn.zone)
    return next((one for one in found if one.unit.code == unit), None)


def _titled(title: str, lines: Sequence[str]) -> list[Block]:
    if not lines:
        return []
    more = [Note(common.MORE_LINES.format(count=len(lines) - SHOWN))] if len(lines) > SHOWN else []
    return [Paragraph(title, strong=True), Items(tuple(lines[:SHOWN])), *more]


def _late_lines(one: Owed, today: date) -> list[str]:
    return [task_words.line(s, today) for s in one.late]


def _silent_lines(one: Owed) -> list[str]:
    return [
        words.SILENT_LINE.format(code=s.task.code, title=record_words.title(s.task, 70), days=days)
        for days, s in one.silent
    ]


async def _unit(turn: Turn, arguments: dict[str, str]) -> Reply:
    """One unit: what is late, what is silent, and what can be done."""
    followed, unit = await turn.plan(), arguments["unit"]
    if followed is None:
        return no_plan()
    one, name = await _one(turn, followed, unit), unit_name(unit, followed.plan)
    back = Choice(words.ALL, Action("urging.list", {"page": arguments.get("page", "1"), "turned": "1"}), row=2)
    if one is None:
        return say(words.UNIT_NONE.format(unit=name), choices=(back,))
    heading = words.UNIT_HEADING.format(unit=name, late=len(one.late), silent=len(one.silent))
    urged = (await _urged(turn.uow, followed, turn.now)).get(unit, [])
    blocks: list[Block] = [Heading(heading)]
    blocks += _titled(words.LATE_TITLE, _late_lines(one, turn.today)) + _titled(words.SILENT_TITLE, _silent_lines(one))
    if urged:
        day = common.day(urged[-1].at.astimezone(turn.zone).date())
        blocks.append(Note(words.URGED.format(count=len(urged), day=day).capitalize()))
    choices = [Choice(words.URGE_NOW, Action("urging.urge", {"unit": unit}), row=1)]
    if one.late and turn.capabilities.files_out:
        choices.append(Choice(words.LETTER, Action("urging.letter", {"unit": unit}), row=1))
    return Reply(tuple(blocks), (*choices, back), replaces="page" in arguments)


async def _urge(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Writes to the people of the unit, once a day and three times a week at most."""
    followed, unit = await turn.plan(), arguments["unit"]
    if followed is None:
        return no_plan()
    one, name = await _one(turn, followed, unit), unit_name(unit, followed.plan)
    if one is None:
        return say(words.UNIT_NONE.format(unit=name))
    if capped := await _capped(turn, followed, unit, name):
        return say(capped)
    people = _reached(await turn.uow.members.all(), followed, unit)
    if not people:
        letter = (Choice(words.LETTER, Action("urging.letter", {"unit": unit})),) if one.late else ()
        return say(words.NO_PEOPLE.format(unit=name), choices=letter)
    urging = await turn.uow.urgings.add(followed.plan.id, unit, turn.who.id, len(people), turn.now)
    await tell(turn, people, _notice(one, followed, turn.today), f"urge:{urging.id}")
    await log_act(turn, "urge", name, after=", ".join(s.task.code for s in one.first))
    done = words.DONE.format(unit=name, people=len(people), count=one.count)
    choices = [Choice(words.ALL, Action("urging.list", {"page": arguments.get("page", "1"), "turned": "1"}), row=1)]
    said: tuple[Block, ...] = (Paragraph(done, strong=True), *_waits(turn))
    return Reply(said, tuple(choices), replaces="page" in arguments)


def _notice(one: Owed, followed: FollowedPlan, today: date) -> Reply:
    """What the people of the unit read."""
    blocks: list[Block] = [Heading(words.NOTICE.format(unit=unit_name(one.unit.code, followed.plan)))]
    blocks += _titled(words.NOTICE_LATE, _late_lines(one, today))
    blocks += _titled(words.NOTICE_SILENT, _silent_lines(one))
    updating = tuple(
        Choice(words.UPDATE.format(code=s.task.code), Action("progress.start", s.place), row=n // 2)
        for n, s in enumerate(one.first)
    )
    return Reply(tuple(blocks), updating)


async def still_owed(
    uow: UnitOfWork, office: Office, message: OutboxMessage, reply: Reply, now: datetime, zone: ZoneInfo
) -> Reply | None:
    """An urging as it is to be said at the moment of sending, which may be days after the tap: how late each is by
    then, without what was reported meanwhile. None when the unit owes nothing any more."""
    number, today = message.key.split(":")[2], now.astimezone(zone).date()
    for followed in await office.plans(uow):
        urged = await _urged(uow, followed, now)
        unit = next((code for code, urgings in urged.items() if number in {str(one.id) for one in urgings}), None)
        if unit is not None:
            one = next((one for one in await owed(uow, followed, today, zone) if one.unit.code == unit), None)
            return pinned(_notice(one, followed, today), followed) if one else None
    return reply


def _waits(turn: Turn) -> tuple[Note, ...]:
    """When it leaves, where that is not now: outside working hours nobody is urged."""
    local, table = turn.now.astimezone(turn.zone), turn.office.timetable
    begins = datetime.combine(table.paused_until, time.min, turn.zone) if table.paused_until else local
    leaves = next_allowed(max(local, begins), table.quiet, turn.office.calendar)
    return (Note(words.LEAVES.format(at=common.moment(leaves, turn.zone))),) if leaves and leaves > local else ()


async def _capped(turn: Turn, followed: FollowedPlan, unit: str, name: str) -> str:
    """Why the unit cannot be urged again now; "" when it can."""
    urged = (await _urged(turn.uow, followed, turn.now)).get(unit, [])
    today = [u for u in urged if u.at.astimezone(turn.zone).date() == turn.today]
    if today:
        return words.CAPPED_DAY.format(unit=name, at=common.moment(today[-1].at, turn.zone))
    week = [u for u in urged if u.at > turn.now - timedelta(days=7)]
    return words.CAPPED_WEEK.format(unit=name) if len(week) >= A_WEEK else ""


async def _letter(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The draft of a letter to the unit, for the office to number and sign."""
    followed, unit = await turn.plan(), arguments["unit"]
    one = await _one(turn, followed, unit) if followed else None
    name = unit_name(unit, followed.plan if followed else None)
    if followed is None or one is None or not one.late:
        return say(words.LETTER_NONE.format(unit=name))
    await log_act(turn, "urge.letter", name)
    title = words.LETTER_TITLE.format(unit=name)
    made = Made("urging.letter", title, {"plan": followed.plan.id, "unit": unit, "day": turn.today.isoformat()})
    return Reply((Paragraph(words.LETTER_HERE.format(unit=name, count=len(one.late)), strong=True), made))


ACTIONS: Mapping[str, ActionHandler] = {
    "urging.list": _list,
    "urging.unit": _unit,
    "urging.urge": _urge,
    "urging.letter": _letter,
}
