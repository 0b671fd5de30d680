"""/baocao: how the work of one's unit stands this year, in counts and pictures. /tonghop: the director's one screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from handlers import topics
from handlers.listing import IN_A_ROW
from handlers.measuring import lines as target_lines_of
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Made, Note, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.office import FollowedPlan
from handlers.paging import page_of
from handlers.reported import Line, led, of_health
from handlers.reporting.facts import INSTANT, Facts, Records, facts
from handlers.reporting.files import records
from handlers.reporting.targets import behind
from handlers.turn import ActionHandler, Turn
from handlers.units import named_exactly, unit_name, unit_named
from handlers.wording import common
from handlers.wording import overview as words
from handlers.wording import records as record_words
from handlers.wording import reports as report_words
from handlers.wording import tasks as task_words
from knowledge.lexicon.lists import meaning
from knowledge.lexicon.own import OVERVIEWS
from knowledge.report_periods import between
from knowledge.standing import Health
from knowledge.vietnamese import fold
from storage.records import EntryKind, Role

WORST = 5
NAMED = 6
"""Codes named in one line of what changed."""
WEEK = timedelta(days=7)


async def _year(turn: Turn, followed: FollowedPlan, known: Records, at: datetime) -> Facts:
    """The calendar year so far, as it stood at a moment, what was said at that moment included."""
    day = at.astimezone(turn.zone).date()
    return facts(followed, known, between(date(day.year, 1, 1), date(day.year, 12, 31)), at + INSTANT, turn.zone)


async def command(turn: Turn, typed: str) -> Reply:
    """/baocao [unit, "tất cả", "chậm nhất", "chưa cập nhật"]: the work of a unit, by default one's own; everybody's for
    who belongs to none; the units by what is overdue or not heard of."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    unit = turn.who.unit if turn.who.role in (Role.STAFF, Role.HEAD) else None
    view = meaning(fold(typed), OVERVIEWS)
    if view in ("late", "silent"):
        return await _ranked(turn, {"by": view})
    if view == "all":
        unit = None
    elif typed:
        unit = named_exactly(typed, followed.plan) or unit_named(typed, followed.plan)
        if unit is None:
            return say(words.NO_SUCH_UNIT.format(typed=common.shorten(typed, 40)))
    return await _shown(turn, {"unit": unit or ""})


async def _shown(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    unit = arguments["unit"]
    now = await _year(turn, followed, await records(turn.uow, followed.plan.id), turn.now)
    lines = led(now.lines, unit, followed.plan) if unit else now.lines
    title = words.OF_UNIT.format(unit=unit_name(unit, followed.plan), year=turn.today.year) if unit else words.OF_ALL
    if not lines:
        return say(words.NOTHING.format(year=turn.today.year), choices=_pictures(unit))
    pairs = tuple((words.HEALTH[h], str(len(of_health(lines, h)))) for h in Health)
    picture = _promised(turn, followed, "pictures.progress", unit, words.PICTURE)
    blocks = (Heading(title.format(year=turn.today.year)), Fields(pairs), picture)
    return Reply(blocks, (*_counted(lines, unit), *_pictures(unit)))


async def _ranked(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The units by how much of their work is overdue, or has no update yet; the most first."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    late = arguments["by"] == "late"
    now = await _year(turn, followed, await records(turn.uow, followed.plan.id), turn.now)
    silent = [line for line in now.lines if line.entry is None]
    chosen = of_health(now.lines, Health.LATE)
    if not late:
        chosen = [line for health in (Health.LATE, Health.SILENT) for line in of_health(silent, health)]
    of_units = [(unit, led(chosen, unit.code, followed.plan)) for unit in followed.plan.units if unit.part_of is None]
    found = sorted((pair for pair in of_units if pair[1]), key=lambda pair: -len(pair[1]))
    day = common.day(turn.today)
    if not found:
        return say((words.NONE_LATE if late else words.NONE_SILENT).format(day=day))
    page = page_of(found, arguments.get("page", "1"))
    shape = words.UNIT_LATE if late else words.UNIT_SILENT
    rows = tuple(
        shape.format(unit=unit.name, count=len(lines), days=max(line.days_late for line in lines))
        for unit, lines in page.items
    )
    heading = Heading((words.RANKED_LATE if late else words.RANKED_SILENT).format(day=day))
    blocks: list[Block] = [heading, Items(rows, numbered=True, start=page.first)]
    blocks += [Note(page.caption)] if page.caption else []
    opened = "overview.list" if late else "overview.show"
    opening = (
        Choice(unit.short, Action(opened, {"unit": unit.code, "health": Health.LATE.value}), row=number // IN_A_ROW)
        for number, (unit, _) in enumerate(page.items)
    )
    other = "silent" if late else "late"
    others = Choice(words.BY[other], Action("overview.ranked", {"by": other}), row=49)
    turning = page.turning("overview.ranked", {"by": arguments["by"]})
    return Reply(tuple(blocks), (*opening, *turning, others, *_pictures("")), replaces="page" in arguments)


def _counted(lines: Sequence[Line], unit: str) -> tuple[Choice, ...]:
    """A choice for each count that opens its list, what is late first."""
    return tuple(
        Choice(
            words.COUNTED.format(name=words.HEALTH[health], count=len(of_health(lines, health))),
            Action("overview.list", {"unit": unit, "health": health.value}),
            row=number // 2,
        )
        for number, health in enumerate(reversed(Health))
        if of_health(lines, health)
    )


def _pictures(unit: str) -> tuple[Choice, ...]:
    """The other pictures."""
    choices = [
        Choice(words.YEAR, Action("overview.picture", {"kind": "pictures.year", "unit": unit}), row=50),
        Choice(words.WEEKS, Action("overview.picture", {"kind": "pictures.weeks", "unit": ""}), row=50),
    ]
    if unit:
        choices.append(Choice(words.ALL_UNITS, Action("overview.show", {"unit": ""}), row=51))
    return tuple(choices)


def _promised(turn: Turn, followed: FollowedPlan, kind: str, unit: str, title: str) -> Made:
    """A picture of the year as it stands at this moment."""
    return Made(kind, title, {"plan": followed.plan.id, "unit": unit, "at": turn.now.isoformat()})


async def _picture(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    title = words.YEAR if arguments["kind"] == "pictures.year" else words.WEEKS
    return Reply((_promised(turn, followed, arguments["kind"], arguments["unit"], title),))


async def _list(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The work behind a count, what is due first."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    wanted, unit = Health(arguments["health"]), arguments["unit"]
    now = await _year(turn, followed, await records(turn.uow, followed.plan.id), turn.now)
    lines = of_health(led(now.lines, unit, followed.plan) if unit else now.lines, wanted)
    found = sorted((line.standing for line in lines), key=lambda s: (s.due or date.max, s.task.code))
    if not found:
        return say(words.NONE)
    page = page_of(found, arguments.get("page", "1"))
    await topics.show_list(turn, followed, [s.task.code for s in page.items])
    texts = tuple(task_words.line(s, turn.today, plan=None if unit else followed.plan) for s in page.items)
    blocks: list[Block] = [Heading(words.COUNTED.format(name=words.HEALTH[wanted], count=len(found))), Items(texts)]
    blocks += [Note(page.caption)] if page.caption else []
    opening = tuple(
        Choice(task_words.with_period(s), Action("tasks.open", s.place), row=number // IN_A_ROW)
        for number, s in enumerate(page.items)
    )
    kept = {"unit": unit, "health": wanted.value}
    return Reply(tuple(blocks), (*opening, *page.turning("overview.list", kept)), replaces="page" in arguments)


# ---- the director's one screen --------------------------------------------------------------------------------------


async def summary(turn: Turn, typed: str) -> Reply:
    """/tonghop: counts, each opening its list; the five worst; what changed since last week; a picture."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    known = await records(turn.uow, followed.plan.id)
    now, before = [await _year(turn, followed, known, at) for at in (turn.now, turn.now - WEEK)]
    slow = behind(await target_lines_of(turn, followed))
    blocks: list[Block] = [
        Heading(words.SUMMARY.format(day=common.day(turn.today))),
        Fields((*_compared(now, before), (words.TARGETS, str(len(slow))))),
    ]
    late = sorted(of_health(now.lines, Health.LATE), key=lambda line: -line.days_late)
    if late:
        worst = tuple(task_words.line(line.standing, turn.today, plan=followed.plan) for line in late[:WORST])
        blocks += [Paragraph(words.WORST, strong=True), Items(worst, numbered=True)]
    blocks += [Paragraph(words.CHANGED, strong=True), Items(_changes(turn, followed, now, before))]
    blocks.append(_promised(turn, followed, "pictures.progress", "", words.PICTURE))
    risk = (Choice(words.TARGETS_CHOICE.format(count=len(slow)), Action("targets.risk"), row=49),) if slow else ()
    return Reply(tuple(blocks), (*_counted(now.lines, ""), *risk, *_pictures("")))


def _compared(now: Facts, before: Facts) -> list[tuple[str, str]]:
    """Each count with how it moved in a week."""
    pairs = []
    for health in Health:
        count, was = len(of_health(now.lines, health)), len(of_health(before.lines, health))
        moved = words.MOVED.format(change=f"{count - was:+d}") if count != was else ""
        pairs.append((words.HEALTH[health], f"{count}{moved}"))
    rate = report_words.rate(now.tally.rate)
    was_rate = report_words.rate(before.tally.rate)
    return [*pairs, (words.RATE, rate + (words.WAS.format(rate=was_rate) if rate != was_rate else ""))]


def _changes(turn: Turn, followed: FollowedPlan, now: Facts, before: Facts) -> tuple[str, ...]:
    """What happened in the last seven days."""
    since = turn.now - WEEK
    taken_back = {e.undoes for e in now.log}
    said = [e for e in now.log if e.at >= since and e.kind is not EntryKind.UNDO and e.id not in taken_back]
    units = dict.fromkeys(unit_name(e.unit, followed.plan) for e in said if e.unit)
    told = words.UPDATES.format(count=len(said), units=", ".join(units)) if said else words.NO_UPDATES
    changes = [told]
    for health, shape in ((Health.DONE, words.NEWLY_DONE), (Health.LATE, words.NEWLY_LATE)):
        was = {_key(line) for line in of_health(before.lines, health)}
        new = [line for line in of_health(now.lines, health) if _key(line) not in was]
        if new:
            changes.append(shape.format(count=len(new), codes=_codes(new)))
    moved = [line for line in now.lines if any(extension.at >= since for extension in line.extensions)]
    if moved:
        changes.append(words.EXTENDED.format(count=len(moved), codes=_codes(moved)))
    return tuple(changes)


def _key(line: Line) -> tuple[str, str]:
    return line.task.code, line.occurrence.period


def _codes(lines: Sequence[Line]) -> str:
    codes = [record_words.coded(line.task.code, line.occurrence.period) for line in lines]
    more = words.MORE.format(count=len(codes) - NAMED) if len(codes) > NAMED else ""
    return ", ".join(codes[:NAMED]) + more


ACTIONS: Mapping[str, ActionHandler] = {
    "overview.show": _shown,
    "overview.list": _list,
    "overview.ranked": _ranked,
    "overview.picture": _picture,
}
