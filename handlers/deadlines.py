"""/hanchot: what is overdue and what falls due soon, for the person's unit first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from handlers.messages import Action, Block, Choice, Heading, Items, Note, Paragraph, Reply, say
from handlers.office import FollowedPlan
from handlers.paging import page_of
from handlers.rights import led_by
from handlers.standing import Standing, State, standings
from handlers.turn import ActionHandler, Turn
from handlers.units import unit_name, unit_named
from handlers.wording import common
from handlers.wording import deadlines as words
from handlers.wording import tasks as task_words

DAYS = 30
LONGER = 90
ON_SCREEN = 8


async def command(turn: Turn, typed: str) -> Reply:
    """/hanchot [unit]: overdue and due within 30 days; without words, for the person's unit if it leads anything."""
    followed = await turn.office.plan(turn.uow)
    if followed is None:
        return say(common.NO_PLAN)
    unit = unit_named(typed, followed.plan) if typed else turn.who.unit
    leads = any(led_by(unit, task, followed.plan) for task in followed.plan.tasks)
    return await _show(turn, {"unit": unit if unit and leads else "", "days": str(DAYS)})


async def _found(turn: Turn, followed: FollowedPlan, unit: str) -> list[Standing]:
    tasks = [t for t in followed.plan.tasks if not unit or led_by(unit, t, followed.plan)]
    open_ = [s for s in await standings(turn.uow, followed, turn.today, turn.zone, tasks) if not s.done]
    return sorted(open_, key=lambda s: s.due or date.max)


async def _show(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.office.plan(turn.uow)
    if followed is None:
        return say(common.NO_PLAN)
    unit, days = arguments["unit"], int(arguments["days"])
    found = await _found(turn, followed, unit)
    overdue = [s for s in found if s.state is State.OVERDUE]
    coming = [s for s in found if s.due and 0 <= (s.due - turn.today).days <= days and s.state is not State.BEFORE]
    before = sum(s.state is State.BEFORE for s in found)
    conditional = sum(s.state is State.CONDITIONAL for s in found)
    scope = unit_name(unit, followed.plan) if unit else words.SCOPE_ALL
    blocks: list[Block] = [Heading(words.HEADING.format(scope=scope))]
    if not overdue and not coming:
        blocks.append(Paragraph(words.NOTHING.format(days=days)))
        blocks += _next(found, turn.today)
    blocks += _part(words.OVERDUE.format(count=len(overdue)), overdue, turn.today)
    blocks += _part(words.SOON.format(days=days, count=len(coming)), coming, turn.today)
    if before:
        blocks.append(Note(words.BEFORE.format(count=before)))
    if conditional:
        blocks.append(Note(words.CONDITIONAL.format(count=conditional)))
    opening = tuple(_opening(s) for s in (overdue + coming)[:ON_SCREEN])
    return Reply(tuple(blocks), (*opening, *_filters(turn, arguments, before)), replaces="again" in arguments)


def _part(title: str, found: Sequence[Standing], today: date) -> list[Block]:
    if not found:
        return []
    lines = [task_words.line(s, today, 70) for s in found[:ON_SCREEN]]
    if len(found) > ON_SCREEN:
        lines.append(words.MORE.format(count=len(found) - ON_SCREEN))
    return [Paragraph(title, strong=True), Items(tuple(lines))]


def _next(found: Sequence[Standing], today: date) -> list[Block]:
    coming = [s for s in found if s.due and s.due >= today and s.state is not State.BEFORE]
    return [Paragraph(words.NEXT.format(line=task_words.line(coming[0], today, 70)))] if coming else []


def _opening(standing: Standing) -> Choice:
    place = {"code": standing.task.code, "period": standing.occurrence.period}
    return Choice(task_words.label(standing.task), Action("tasks.open", place))


def _filters(turn: Turn, arguments: Mapping[str, str], before: int) -> tuple[Choice, ...]:
    again = {**arguments, "again": "1"}
    choices = []
    if arguments["days"] == str(DAYS):
        longer = Action("deadlines.show", {**again, "days": str(LONGER)})
        choices.append(Choice(words.LONGER.format(days=LONGER), longer, row=901))
    if arguments["unit"]:
        choices.append(Choice(words.SHOW_ALL, Action("deadlines.show", {**again, "unit": ""}), row=901))
    elif turn.who.unit:
        choices.append(Choice(words.SHOW_UNIT, Action("deadlines.show", {**again, "unit": turn.who.unit}), row=901))
    if before:
        earlier = Action("deadlines.before", {"unit": arguments["unit"], "page": "1"})
        choices.append(Choice(words.SHOW_BEFORE.format(count=before), earlier, row=902))
    return tuple(choices)


async def _before(turn: Turn, arguments: dict[str, str]) -> Reply:
    """What fell due before the plan was followed and has not been reported done."""
    followed = await turn.office.plan(turn.uow)
    if followed is None:
        return say(common.NO_PLAN)
    found = [s for s in await _found(turn, followed, arguments["unit"]) if s.state is State.BEFORE]
    page = page_of(found[::-1], arguments["page"])
    blocks: list[Block] = [
        Heading(words.BEFORE.format(count=len(found))),
        Items(tuple(task_words.line(s, turn.today, 70) for s in page.items)),
    ]
    if page.caption:
        blocks.append(Note(page.caption))
    turning = page.turning("deadlines.before", {"unit": arguments["unit"]})
    return Reply(tuple(blocks), (*(_opening(s) for s in page.items), *turning), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {"deadlines.show": _show, "deadlines.before": _before}
