"""The digest as a message: numbered lines with their choices, and the same message kept up to date as lines are
answered. What it was about travels with its choices as "digest", so that a tap edits the message into a checklist."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from handlers import topics
from handlers.digest_lines import Gone, Line, lines_now
from handlers.flow import IN_PLAN, stop_waiting
from handlers.messages import Action, Block, Choice, Heading, Items, Note, Reply, dump
from handlers.missing import no_plan
from handlers.paging import Page, page_of
from handlers.turn import Turn
from handlers.wording import common
from handlers.wording import records as record_words
from handlers.wording import reminders as words
from knowledge.timetable import DEFAULTS
from knowledge.workdays import Calendar
from storage.records import LineKind, MessageKind

ON_SCREEN = DEFAULTS.on_screen
"""Lines of a digest on one page, where the office has not set another number."""


def message(
    lines: Sequence[Line | Gone], day: date, calendar: Calendar, page: str = "1", size: int = ON_SCREEN
) -> Reply:
    """The digest as the person reads it: numbered lines, each with its choices until it is answered."""
    about = _packed(day, lines)
    shown = page_of(lines, page, size)
    texts = tuple(_text(line, calendar) for line in shown.items)
    blocks: list[Block] = [
        Heading(words.HEADING.format(day=common.day(day))),
        Items(texts, numbered=True, start=shown.first),
    ]
    if shown.pages > 1:
        blocks.append(Note(_rest(shown, len(lines))))
    if any(line.waits and not line.watched for line in lines):
        blocks.append(Note(words.HOW if len(lines) > 1 else words.HOW_ONE))
    turning = shown.turning("reminders.show", {"digest": about})
    return Reply(tuple(blocks), (*_choices(shown, about, alone=len(lines) == 1), *turning))


def texts(lines: Sequence[Line], calendar: Calendar) -> tuple[str, ...]:
    """The lines in words."""
    return tuple(_text(line, calendar) for line in lines)


def notice(lines: Sequence[Line], day: date, calendar: Calendar) -> Reply:
    """What the director is told: late work by unit, to be looked at."""
    shown = lines[:ON_SCREEN]
    blocks: list[Block] = [Heading(words.DIRECTOR.format(day=common.day(day))), Items(texts(shown, calendar))]
    if len(lines) > len(shown):
        blocks.append(Note(words.MORE.format(count=len(lines) - len(shown))))
    choices = tuple(
        Choice(
            record_words.label(line.standing.task), Action("tasks.open", {**line.standing.place, IN_PLAN: line.plan.id})
        )
        for line in shown
    )
    return Reply(tuple(blocks), choices)


def way_back(arguments: Mapping[str, str]) -> Choice | None:
    """The choice that leads back to the digest, for a step that was reached from one."""
    if "digest" not in arguments:
        return None
    return Choice(common.BACK, Action("reminders.show", {"digest": arguments["digest"]}), row=1)


async def below(turn: Turn, reply: Reply, about: str) -> Reply:
    """The reply with the digest as it stands now below it."""
    day, lines = await _lines_for(turn, about)
    open_ = next((n for n, line in enumerate(lines) if line.waits), 0)
    size = turn.office.timetable.on_screen
    rest = message(lines, day, turn.office.calendar, str(open_ // size + 1), size)
    return replace(reply, blocks=(*reply.blocks, *rest.blocks), choices=(*reply.choices, *rest.choices))


async def check_off(turn: Turn, about: str, key: str) -> None:
    """Edits the digest that was sent under this outbox key into what it is by now, where the channel can and the
    message is known to be in this chat."""
    sent = await turn.uow.outbox.get(key)
    incoming = turn.incoming
    if sent is None or not sent.remote or sent.via != incoming.channel or not turn.capabilities.edit:
        return
    day, lines = await _lines_for(turn, about)
    shown = message(lines, day, turn.office.calendar, size=turn.office.timetable.on_screen)
    await turn.uow.outbox.put(
        key=f"checklist:{turn.key}",
        kind=MessageKind.REPLY,
        reply=dump(shown),
        now=turn.now,
        channel=incoming.channel,
        chat=incoming.chat,
        replaces=sent.remote,
    )


async def show(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The digest again, on the page asked for; whatever was being done about a line is dropped."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    await stop_waiting(turn)
    day, lines = await _lines_for(turn, arguments["digest"])
    page, size = arguments.get("page", "1"), turn.office.timetable.on_screen
    if {line.plan_id for line in lines} == {followed.plan.id}:
        await topics.show_list(turn, followed, [line.place[0] for line in lines])
    return replace(message(lines, day, turn.office.calendar, page, size), replaces=True)


def _packed(day: date, lines: Sequence[Line | Gone]) -> str:
    return ";".join([day.isoformat(), *("|".join((*line.place, line.kind.value, line.plan_id)) for line in lines)])


def morning(about: str, zone: ZoneInfo) -> datetime:
    """When the day of a digest began at the office."""
    return datetime.combine(date.fromisoformat(about.split(";")[0]), time.min, zone)


def about_of(reply: Reply) -> str | None:
    """What a digest is about, as its choices carry it; None when it offers nothing any more."""
    return next((c.action.arguments["digest"] for c in reply.choices if "digest" in c.action.arguments), None)


async def _lines_for(turn: Turn, about: str) -> tuple[date, list[Line | Gone]]:
    return await lines_now(turn.uow, turn.office, turn.who, turn.today, turn.zone, about)


def _text(line: Line | Gone, calendar: Calendar) -> str:
    if isinstance(line, Gone):
        return words.GONE.format(code=line.place[0])
    elsewhere = words.ELSEWHERE.format(plan=line.elsewhere) if line.elsewhere else ""
    if line.moved or line.refused:
        return (words.moved if line.moved else words.refused)(line.standing) + elsewhere
    if line.answered:
        return words.answered(line.standing) + elsewhere
    due = line.standing.due
    off = day_off(due, calendar) if due is not None else ""
    marks = [words.NOBODY.format(unit=line.nobody)] if line.nobody else []
    if line.watched and not line.nobody:
        marks.append(words.OF_UNIT.format(unit=record_words.shorts(line.standing.task.lead, line.plan)))
    marks += [words.INSTEAD.format(name=line.instead)] if line.instead else []
    told = words.line(line.standing, line.days_left, off=off) + "".join((elsewhere, *marks))
    if line.kind is LineKind.IN_CHARGE:
        return f"{told}. {words.IN_CHARGE}"
    if line.kind is LineKind.REPORT:
        return f"{told}. {words.REPORT.format(day=common.day(line.cut)) if line.cut else words.REPORT_AGAIN}"
    return told


def day_off(due: date, calendar: Calendar) -> str:
    """What is said of a deadline that falls on a day off: "Chủ nhật", or the holiday's name; "" on a working day."""
    if calendar.is_working(due):
        return ""
    return calendar.name(due) or common.WEEKDAYS[due.weekday()]


def _choices(shown: Page[Line | Gone], about: str, *, alone: bool) -> list[Choice]:
    choices: list[Choice] = []
    for number, line in enumerate(shown.items, shown.first):
        if isinstance(line, Gone) or not line.waits:
            continue
        code = line.standing.task.code
        place = {"code": code, "period": line.standing.occurrence.period, "digest": about, IN_PLAN: line.plan.id}
        row = 100 + number
        if line.kind is LineKind.IN_CHARGE:
            choices.append(Choice(words.STILL_MINE.format(number=number), Action("answers.mine", place), row=row))
            choices.append(Choice(words.NOT_MINE_N.format(number=number), Action("answers.not_mine", place), row=row))
            continue
        update = words.UPDATE.format(number=number, code=code)
        choices.append(Choice(words.DONE.format(number=number), Action("reminders.done", place), row=row))
        choices.append(Choice(update, Action("progress.start", place), row=row))
        if alone:
            choices += [replace(choice, row=row + 1) for choice in further(place)]
        else:
            choices.append(Choice(words.OTHER.format(number=number), Action("answers.line", place), row=row))
    return choices


def further(place: Mapping[str, str]) -> tuple[Choice, ...]:
    """The answers to a line beside "Xong" and "Cập nhật"."""
    kept = dict(place)
    blocked = Action("progress.percent", {**kept, "status": "blocked"})
    return (
        Choice(words.SAME, Action("answers.same", kept), row=2),
        Choice(words.BLOCKED, blocked, row=2),
        Choice(words.LATER, Action("answers.later", kept), row=3),
        Choice(words.NOT_MINE, Action("answers.not_mine", kept), row=3),
    )


def _rest(shown: Page[Line | Gone], count: int) -> str:
    left = count - shown.first - len(shown.items) + 1
    return words.MORE.format(count=left) if left else shown.caption
