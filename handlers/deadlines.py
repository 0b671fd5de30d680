"""/hanchot: what is overdue and what falls due soon, for the person's unit first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from handlers import cards, topics
from handlers.listing import IN_A_ROW, caption, opening
from handlers.messages import Action, Block, Choice, Heading, Items, Note, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.office import FollowedPlan
from handlers.paging import page_of
from handlers.rights import led_by
from handlers.standing import Standing, State, by_task, standings
from handlers.turn import ActionHandler, Turn
from handlers.units import unit_name, unit_named, with_office_names
from handlers.wording import deadlines as words
from handlers.wording import tasks as task_words
from knowledge import periods
from knowledge.lexicon.lists import ALL_UNITS, DEADLINE_VIEWS, meaning
from knowledge.progress.codes import codes_like
from knowledge.vietnamese import fold


async def command(turn: Turn, typed: str) -> Reply:
    """/hanchot [unit, "tuần này", "quý này", "quá hạn", code]: overdue and due within 30 days; without words, for the
    person's unit if it leads anything."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    codes = codes_like(typed, followed.plan) if typed else ()
    if len(codes) == 1:
        return await cards.card(turn, {"code": codes[0]})
    view = meaning(fold(typed), DEADLINE_VIEWS)
    unit = unit_named(typed, await with_office_names(turn, followed.plan)) if typed else None
    everything = fold(typed).strip() in ALL_UNITS
    own = (
        turn.who.unit
        if not everything and any(led_by(turn.who.unit, t, followed.plan) for t in followed.plan.tasks)
        else ""
    )
    arguments = {"unit": unit or own or "", "view": view or "month"}
    if typed and not (view or unit or everything):
        arguments["unclear"] = typed[:40]
    return await (_before if view == "before" else _show)(turn, arguments)


async def _found(turn: Turn, followed: FollowedPlan, unit: str) -> list[Standing]:
    """Everything that the units still have to do, by deadline."""
    tasks = [t for t in followed.plan.tasks if not unit or led_by(unit, t, followed.plan)]
    open_ = [s for s in await standings(turn.uow, followed, turn.today, turn.zone, tasks) if s.open]
    return sorted(open_, key=lambda s: s.due or date.max)


def _until(view: str, today: date) -> date:
    """The last day that a view shows."""
    if view == "week":
        return today + timedelta(days=6 - today.weekday())
    if view == "quarter":
        return periods.last_of_month(today.year, (today.month + 2) // 3 * 3)
    return today - timedelta(days=1) if view == "overdue" else today + timedelta(days=words.DAYS)


async def _show(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    unit, view = arguments["unit"], arguments["view"]
    found = await _found(turn, followed, unit)
    until = _until(view, turn.today)
    counted = [s for s in found if s.due and s.state is not State.BEFORE]
    shown = [s for s in counted if s.due and s.due <= until]
    overdue = sum(s.state is State.OVERDUE for s in counted)
    scope = unit_name(unit, followed.plan) if unit else words.SCOPE_ALL
    page = page_of(shown, arguments.get("page", "1"))
    await topics.show_list(turn, followed, [s.task.code for s in page.items])
    blocks: list[Block] = [Heading(words.HEADING.format(scope=scope))]
    if "unclear" in arguments:
        blocks.append(Note(words.UNCLEAR.format(words=arguments["unclear"])))
    if not shown:
        blocks += [Paragraph(words.nothing(view, until)), *_next(counted, turn.today)]
    for late, part in groupby(page.items, key=lambda s: s.state is State.OVERDUE):
        title = words.OVERDUE.format(count=overdue) if late else words.coming(view, until, len(shown) - overdue)
        plan = None if unit else followed.plan
        blocks += [Paragraph(title, strong=True), Items(tuple(task_words.line(s, turn.today, plan=plan) for s in part))]
    blocks += [*caption(page), *_aside(found)]
    kept = {k: v for k, v in arguments.items() if k not in ("page", "unclear")}
    choices = (*opening(page.items), *page.turning("deadlines.show", kept), *_filters(turn, kept, found, overdue))
    return Reply(tuple(blocks), choices, replaces="page" in arguments)


def _next(counted: Sequence[Standing], today: date) -> list[Block]:
    """The nearest deadline, when there is nothing else to show."""
    nearest = next((s for s in counted if s.due and s.due >= today), None)
    return [Paragraph(words.NEXT.format(line=task_words.line(nearest, today)))] if nearest else []


def _aside(found: Sequence[Standing]) -> list[Block]:
    """What has no place in the list: due before the plan was followed, or without a date."""
    before = [s for s in found if s.state is State.BEFORE]
    conditional = sum(s.state is State.CONDITIONAL for s in found)
    undated = sum(s.state is State.UNDATED for s in found)
    notes = [words.BEFORE.format(tasks=len(by_task(before)), periods=len(before))] if before else []
    notes += [words.CONDITIONAL.format(count=conditional)] if conditional else []
    notes += [words.UNDATED.format(count=undated)] if undated else []
    return [Note("\n".join(notes))] if notes else []


def _filters(turn: Turn, arguments: Mapping[str, str], found: Sequence[Standing], overdue: int) -> tuple[Choice, ...]:
    def to(label: str, row: int, **changed: str) -> Choice:
        return Choice(label, Action("deadlines.show", {**arguments, "page": "1", **changed}), row=row)

    view, unit = arguments["view"], arguments["unit"]
    views = [("week", words.WEEK), ("month", words.MONTH), ("quarter", words.QUARTER)]
    views += [("overdue", words.ONLY_OVERDUE)] if overdue else []
    choices = [to(label, 901, view=name) for name, label in views if name != view]
    if unit:
        choices.append(to(words.SHOW_ALL, 902, unit=""))
    if turn.who.unit and unit != turn.who.unit:
        choices.append(to(words.SHOW_UNIT, 902, unit=turn.who.unit))
    if before := len(by_task([s for s in found if s.state is State.BEFORE])):
        earlier = Action("deadlines.before", {"unit": unit})
        choices.append(Choice(words.SHOW_BEFORE.format(count=before), earlier, row=903))
    return tuple(choices)


async def _before(turn: Turn, arguments: dict[str, str]) -> Reply:
    """What fell due before the plan was followed and has not been reported done, a line a task; the latest first."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    found = [s for s in await _found(turn, followed, arguments["unit"]) if s.state is State.BEFORE]
    back = Choice(words.BACK, Action("deadlines.show", {"unit": arguments["unit"], "view": "month", "page": "1"}))
    if not found:
        return say(words.NONE_BEFORE, choices=(back,))
    tasks = list(by_task(found[::-1]).values())
    page = page_of(tasks, arguments.get("page", "1"))
    await topics.show_list(turn, followed, [of_task[0].task.code for of_task in page.items])
    blocks: list[Block] = [
        Heading(words.BEFORE.format(tasks=len(tasks), periods=len(found))),
        Items(tuple(words.before_line(of_task) for of_task in page.items)),
    ]
    if page.caption:
        blocks.append(Note(page.caption))
    opened = tuple(_open(of_task, number) for number, of_task in enumerate(page.items))
    turning = page.turning("deadlines.before", {"unit": arguments["unit"]})
    return Reply(tuple(blocks), (*opened, *turning, back), replaces="page" in arguments)


def _open(of_task: Sequence[Standing], number: int) -> Choice:
    code = of_task[0].task.code
    once = Action("tasks.open", of_task[0].place)
    return Choice(code, once if len(of_task) == 1 else Action("tasks.periods", {"code": code}), row=number // IN_A_ROW)


ACTIONS: Mapping[str, ActionHandler] = {"deadlines.show": _show, "deadlines.before": _before}
