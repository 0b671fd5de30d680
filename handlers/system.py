"""/hethong: what the office sets about reminders, shown and changed: timetable, quiet hours, own days, a pause; a look
at what a day would bring; and what waits to be sent. Every change is shown first, logged, and can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from handlers import delivering
from handlers.digest import texts
from handlers.flow import stop_waiting, wait_for
from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Note, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.paging import page_of
from handlers.plans.unusable import trouble
from handlers.reminders import preview
from handlers.timetable import keep_calendar, keep_timetable
from handlers.timetable_items import BY_NAME, ITEMS, Item, named
from handlers.turn import ActionHandler, FlowHandler, Turn
from handlers.units import unit_name_among
from handlers.wording import common
from handlers.wording import system as words
from handlers.wording import timetable as item_words
from knowledge import deadlines, own_days
from knowledge.lexicon.timetable import PREVIEW, RESUME, UNTIL
from knowledge.timetable import Timetable
from knowledge.vietnamese import fold
from knowledge.workdays import Calendar

PEOPLE = 4
"""People on a page of a preview."""


def _open(section: str) -> Choice:
    return Choice(words.SECTIONS[section], Action(f"system.{section}", {"page": "1"}))


async def command(turn: Turn, typed: str) -> Reply:
    """/hethong; or in one line "giờ nhắc sáng 8h30", "nghỉ 2/1/2026, làm bù 10/1/2026", "tạm dừng đến 5/1"."""
    if typed:
        return await _in_one_line(turn, typed)
    table = turn.office.timetable
    facts = [(item.label, _shown(item, table)) for item in ITEMS if item.name in ("digest", "nudge", "quiet")]
    facts.append((words.PAUSE, _paused(table)))
    choices = tuple(replace(_open(section), row=n // 2) for n, section in enumerate(words.SECTIONS))
    blocks = (Heading(words.HEADING), *await trouble(turn.uow), Fields(tuple(facts)), Note(words.HOW))
    return Reply(blocks, choices)


async def _in_one_line(turn: Turn, typed: str) -> Reply:
    folded = fold(typed).strip(" .")
    section = next((name for name, label in words.SECTIONS.items() if fold(label) == folded), None)
    if section is not None:
        return replace(await ACTIONS[f"system.{section}"](turn, {}), replaces=False)
    found = named(typed)
    if found is not None:
        return _proposed(turn, *found)
    if folded in RESUME or any(folded.startswith(word) for word in UNTIL):
        return _pause_proposed(turn, folded)
    for word in PREVIEW:
        if folded.startswith(word):
            day = _day(folded.removeprefix(word).strip(), turn.today) or turn.today
            return await _preview(turn, {"day": day.isoformat(), "page": "1"})
    if own_days.read(typed, turn.today.year):
        return _days_proposed(turn, typed)
    return say(words.NOT_UNDERSTOOD.format(typed=common.shorten(typed, 60)), words.HOW)


def _day(typed: str, today: date) -> date | None:
    rule = deadlines.read(typed, today.year)
    if rule.kind != "date" or rule.end is None or rule.boundary == "before":
        return None
    if rule.end < today and str(today.year) not in typed:
        return deadlines.read(typed, today.year + 1).end
    return rule.end


# ---- the timetable --------------------------------------------------------------------------------------------------


def _shown(item: Item, table: Timetable) -> str:
    unit = item_words.UNITS.get(item.name, "")
    return f"{item.of(table)} {unit}".strip()


async def _schedule(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The numbers of the timetable, a page at a time, each to be changed by a tap."""
    page = page_of([item for item in ITEMS if item.name != "quiet"], arguments.get("page", "1"), 8)
    table = turn.office.timetable
    facts = Fields(tuple((item.label, _shown(item, table)) for item in page.items))
    choices = tuple(
        Choice(item.label, Action("system.ask", {"name": item.name}), row=n // 2) for n, item in enumerate(page.items)
    )
    turning = page.turning("system.schedule", {})
    return Reply((Heading(words.SECTIONS["schedule"]), facts), (*choices, *turning), replaces=True)


async def _quiet(turn: Turn, arguments: dict[str, str]) -> Reply:
    return await _ask(turn, {"name": "quiet"})


async def _ask(turn: Turn, arguments: dict[str, str]) -> Reply:
    """What shall it be?"""
    item = BY_NAME[arguments["name"]]
    await wait_for(turn, "system.value", {"name": item.name})
    now = Fields(((item.label, _shown(item, turn.office.timetable)),))
    example = item_words.EXAMPLES.get(item.name, item.of(turn.office.timetable))
    return Reply((now, Paragraph(words.TYPE_VALUE.format(example=example))), (_no(),), replaces=True)


def _no() -> Choice:
    return Choice(common.NO, Action("progress.drop"), row=1)


async def _typed_value(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    return _proposed(turn, BY_NAME[data["name"]], typed)


def _proposed(turn: Turn, item: Item, typed: str) -> Reply:
    """The change as it would be; nothing is changed yet."""
    table = turn.office.timetable
    try:
        wanted = item.changed(table, typed)
    except ValueError as reason:
        return say(f"{reason} {words.UNCHANGED}")
    if wanted == table:
        return say(words.SAME.format(label=item.label, value=_shown(item, table)))
    arguments = {"name": item.name, "value": item.of(wanted), "before": item.of(table)}
    question = words.SURE.format(label=item.label, before=_shown(item, table), after=_shown(item, wanted))
    return Reply(
        (Paragraph(question, strong=True),), (Choice(common.YES, Action("system.set", arguments), row=1), _no())
    )


async def _set(turn: Turn, arguments: dict[str, str]) -> Reply:
    item, table = BY_NAME[arguments["name"]], turn.office.timetable
    if item.of(table) != arguments["before"]:
        return say(words.CHANGED_MEANWHILE.format(label=item.label, value=_shown(item, table)))
    wanted = item.changed(table, arguments["value"])
    await _keep(turn, wanted)
    await stop_waiting(turn)
    await log_act(turn, "setting", item.label, item.of(table), item.of(wanted))
    back = {"name": item.name, "value": item.of(table), "before": item.of(wanted)}
    said = words.DONE.format(label=item.label, value=_shown(item, wanted))
    return Reply((Paragraph(said, strong=True),), (Choice(common.UNDO, Action("system.set", back)),), replaces=True)


async def _keep(turn: Turn, wanted: Timetable) -> None:
    await keep_timetable(turn.uow, wanted, turn.office.defaults, turn.now)


# ---- a pause --------------------------------------------------------------------------------------------------------


def _paused(table: Timetable) -> str:
    until = table.paused_until
    return words.PAUSED.format(day=common.day(until)) if until else words.RUNNING


async def _pause(turn: Turn, arguments: dict[str, str]) -> Reply:
    await wait_for(turn, "system.until", {})
    choices = [_no()]
    if turn.office.timetable.paused_until:
        choices.insert(0, Choice(words.RESUME, Action("system.pause_set", {"until": ""}), row=1))
    return Reply((Paragraph(_paused(turn.office.timetable)), Paragraph(words.PAUSE_HOW)), tuple(choices), replaces=True)


async def _typed_until(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    return _pause_proposed(turn, fold(typed).strip(" ."))


def _pause_proposed(turn: Turn, folded: str) -> Reply:
    if folded in RESUME:
        until, question = "", words.SURE_RESUME
    else:
        words_left = next((folded.removeprefix(word) for word in UNTIL if folded.startswith(word)), folded)
        day = _day(words_left.strip(), turn.today)
        if day is None or not turn.today < day <= turn.today + timedelta(days=366):
            return say(words.NO_PAUSE_DAY)
        until, question = day.isoformat(), words.SURE_PAUSE.format(day=common.day(day))
    yes = Choice(common.YES, Action("system.pause_set", {"until": until}), row=1)
    return Reply((Paragraph(question, strong=True),), (yes, _no()))


async def _pause_set(turn: Turn, arguments: dict[str, str]) -> Reply:
    table = turn.office.timetable
    until = date.fromisoformat(arguments["until"]) if arguments["until"] else None
    await _keep(turn, replace(table, paused_until=until))
    await stop_waiting(turn)
    before, after = (common.day(day) if day else words.RUNNING for day in (table.paused_until, until))
    await log_act(turn, "setting", words.PAUSE, before, after)
    back = {"until": table.paused_until.isoformat() if table.paused_until else ""}
    said = words.PAUSED_NOW.format(day=after) if until else words.RESUMED
    return Reply(
        (Paragraph(said, strong=True),), (Choice(common.UNDO, Action("system.pause_set", back)),), replaces=True
    )


# ---- own days -------------------------------------------------------------------------------------------------------


async def _days(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The days that the office set, this year's and later, and how to name more."""
    await wait_for(turn, "system.days", {})
    calendar, this = turn.office.calendar, date(turn.today.year, 1, 1)
    facts = [
        (label, ", ".join(common.day(day) for day in sorted(days) if day >= this) or words.NO_DAYS)
        for label, days in ((words.DAYS_OFF, calendar.off), (words.DAYS_ON, calendar.on))
    ]
    coming = [
        d for n in range(120) if not calendar.is_working(d := turn.today + timedelta(days=n)) and calendar.name(d)
    ]
    if coming:
        facts.append((words.HOLIDAYS, "; ".join(f"{common.day(d)} {calendar.name(d)}" for d in coming[:8])))
    return Reply((Fields(tuple(facts)), Paragraph(words.DAYS_HOW)), (_no(),), replaces=True)


async def _typed_days(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    return _days_proposed(turn, typed)


def _days_proposed(turn: Turn, typed: str) -> Reply:
    changes = own_days.read(typed, turn.today.year)
    if changes is None:
        return say(words.DAYS_UNCLEAR, words.DAYS_HOW)
    calendar = changes.of(turn.office.calendar)
    facts = tuple(
        (label, ", ".join(common.day(day) + f" ({common.WEEKDAYS[day.weekday()]})" for day in sorted(days)))
        for label, days in (
            (words.DAYS_OFF, changes.off),
            (words.DAYS_ON, changes.on),
            (words.DAYS_USUAL, changes.usual),
        )
        if days
    )
    yes = Choice(common.YES, Action("system.days_set", _packed(calendar)), row=1)
    return Reply((Paragraph(words.DAYS_SURE, strong=True), Fields(facts)), (yes, _no()))


def _packed(calendar: Calendar) -> dict[str, str]:
    return {"off": _joined(calendar.off), "on": _joined(calendar.on)}


def _joined(days: frozenset[date]) -> str:
    return ",".join(day.isoformat() for day in sorted(days))


async def _days_set(turn: Turn, arguments: dict[str, str]) -> Reply:
    before = turn.office.calendar
    off, on = ([date.fromisoformat(day) for day in arguments[kind].split(",") if day] for kind in ("off", "on"))
    after = Calendar(off, on)
    await keep_calendar(turn.uow, after, turn.now)
    await stop_waiting(turn)
    changed = sorted((after.off ^ before.off) | (after.on ^ before.on))
    shown = ", ".join(common.day(day) for day in changed[:20])
    await log_act(turn, "setting", words.SECTIONS["days"], after=shown)
    said = words.DAYS_DONE.format(days=shown)
    undo = Choice(common.UNDO, Action("system.days_set", _packed(before)))
    return Reply((Paragraph(said, strong=True),), (undo,), replaces=True)


# ---- looking --------------------------------------------------------------------------------------------------------


async def _preview(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Who would get what on a day; without one, the next working day."""
    calendar = turn.office.calendar
    plans = [one.plan for one in await turn.office.plans(turn.uow)]
    if not plans:
        return no_plan()
    next_day = calendar.on_or_after(turn.today + timedelta(days=1))
    day = date.fromisoformat(arguments["day"]) if "day" in arguments else next_day
    found = await preview(turn.uow, turn.office, day, turn.zone, today=turn.today)
    about = {"day": day.isoformat()}
    after = calendar.on_or_after(day + timedelta(days=1))
    further = Choice(words.NEXT_DAY.format(day=f"{after:%d/%m}"), Action("system.preview", {"day": after.isoformat()}))
    blocks: list[Block] = [Heading(words.PREVIEW.format(day=common.day(day)))]
    rows = [(one.member.name, unit_name_among(one.member.unit, plans), one.lines) for one in found.digests if one.lines]
    rows += [(words.NOBODY, units, lines) for units, lines in found.nobody.items()]
    page = page_of(rows, arguments.get("page", "1"), PEOPLE)
    for name, unit, lines in page.items:
        blocks.append(Paragraph(f"{name} ({unit})" if unit else name, strong=True))
        blocks.append(Items(texts(lines[:5], calendar), numbered=True))
        if len(lines) > 5:
            blocks.append(Note(words.MORE.format(count=len(lines) - 5)))
    if not rows:
        blocks.append(Paragraph(words.NOTHING if calendar.is_working(day) else words.DAY_OFF))
    blocks += [Note(page.caption)] if page.caption else []
    return Reply(tuple(blocks), (*page.turning("system.preview", about), further), replaces="page" in arguments)


async def _queue(turn: Turn, arguments: dict[str, str]) -> Reply:
    """What waits, what failed and why, who cannot be reached."""
    sending = await delivering.command(turn, "")
    start = datetime.combine(turn.today, time.min, turn.zone)
    plans = await turn.office.plans(turn.uow)
    if not plans:
        return sending
    lines = [line for one in plans for line in await turn.uow.reminders.since(one.plan.id, start)]
    people = {line.member_id for line in lines if line.member_id is not None}
    answered = sum(line.answered is not None for line in lines)
    said = words.TODAY.format(people=len(people), lines=len(lines), answered=answered)
    return replace(sending, blocks=(*sending.blocks, Paragraph(said)))


ACTIONS: Mapping[str, ActionHandler] = {
    "system.schedule": _schedule,
    "system.quiet": _quiet,
    "system.ask": _ask,
    "system.set": _set,
    "system.pause": _pause,
    "system.pause_set": _pause_set,
    "system.days": _days,
    "system.days_set": _days_set,
    "system.preview": _preview,
    "system.queue": _queue,
}
FLOWS: Mapping[str, FlowHandler] = {
    "system.value": _typed_value,
    "system.until": _typed_until,
    "system.days": _typed_days,
}
