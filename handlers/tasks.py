"""/nhiemvu: the plan's tasks in pages, those of the person's unit first; each opens as a card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Note, Paragraph, Reply, Source, say
from handlers.office import FollowedPlan
from handlers.paging import page_of
from handlers.rights import Right, led_by, right_of, stands_for
from handlers.standing import Standing, State, current, standings, task_standings
from handlers.turn import ActionHandler, Turn
from handlers.units import unit_name, unit_named
from handlers.wording import common
from handlers.wording import tasks as words
from knowledge.model import Task
from knowledge.progress import codes_like
from knowledge.vietnamese import fold


async def command(turn: Turn, typed: str) -> Reply:
    """/nhiemvu [code, area, unit or words]: a code opens the task; without words, the tasks the person's unit leads."""
    followed = await turn.office.plan(turn.uow)
    if followed is None:
        return say(common.NO_PLAN)
    if not typed:
        own = turn.who.unit
        leads = own is not None and any(led_by(own, task, followed.plan) for task in followed.plan.tasks)
        return await _list(turn, {"show": "unit", "unit": own or ""} if leads else {"show": "all"})
    area = next((a.code for a in followed.plan.areas if fold(a.code) == fold(typed)), None)
    if area:
        return await _list(turn, {"show": "area", "area": area})
    codes = codes_like(typed, followed.plan)
    if len(codes) == 1:
        return await _card(turn, {"code": codes[0]})
    unit = unit_named(typed, followed.plan)
    if unit:
        return await _list(turn, {"show": "unit", "unit": unit})
    return await _list(turn, {"show": "words", "words": typed[:60]})


# ---- the list -------------------------------------------------------------------------------------------------------


def _chosen(turn: Turn, followed: FollowedPlan, arguments: Mapping[str, str]) -> tuple[str, list[Task]]:
    """What the list is of, in words with a slot for the count, and its tasks (before states are looked at)."""
    plan, show = followed.plan, arguments["show"]
    if show == "unit":
        unit = arguments["unit"]
        found = [t for t in plan.tasks if led_by(unit, t, plan)]
        return words.LIST_UNIT.format(unit=unit_name(unit, plan), count="{count}"), found
    if show == "cooperating":
        name = unit_name(turn.who.unit, plan)
        found = [t for t in plan.tasks if stands_for(turn.who, t.cooperating, plan)]
        return words.LIST_COOPERATING.format(unit=name, count="{count}"), found
    if show == "area":
        code = arguments["area"]
        area = next((a for a in plan.areas if a.code == code), None)
        title = words.LIST_AREA.format(code=code, title=area.title if area else "", count="{count}")
        return title, [t for t in plan.tasks if t.area == code]
    if show == "words":
        wanted = fold(arguments["words"]).split()
        found = [t for t in plan.tasks if all(w in fold(f"{t.title} {t.product}") for w in wanted)]
        return words.LIST_WORDS.format(words=arguments["words"], count="{count}"), found
    return (words.LIST_OVERDUE if show == "overdue" else words.LIST_ALL), list(plan.tasks)


async def _list(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.office.plan(turn.uow)
    if followed is None:
        return say(common.NO_PLAN)
    title, tasks = _chosen(turn, followed, arguments)
    shown = await _shown(turn, followed, tasks, overdue=arguments["show"] == "overdue")
    filters = _filters(turn, followed, arguments["show"])
    if not shown:
        return Reply((Paragraph(_nothing(followed, arguments)),), filters)
    page = page_of(shown, arguments.get("page", "1"))
    blocks: list[Block] = [Heading(title.format(count=len(shown)))]
    blocks.append(Items(tuple(words.line(s, turn.today) for s in page.items)))
    if page.caption:
        blocks.append(Note(page.caption))
    opening = tuple(Choice(words.label(s.task), Action("tasks.open", _place(s))) for s in page.items)
    kept = {k: v for k, v in arguments.items() if k != "page"}
    return Reply(tuple(blocks), (*opening, *page.turning("tasks.list", kept), *filters), replaces="page" in arguments)


def _place(standing: Standing) -> dict[str, str]:
    return {"code": standing.task.code, "period": standing.occurrence.period}


async def _shown(turn: Turn, followed: FollowedPlan, tasks: Sequence[Task], *, overdue: bool) -> list[Standing]:
    """The occurrence in hand of each task; for the overdue list, every overdue occurrence, the oldest first."""
    found = await standings(turn.uow, followed, turn.today, turn.zone, tasks)
    if overdue:
        return sorted((s for s in found if s.state is State.OVERDUE), key=lambda s: s.due or date.max)
    by_task: dict[str, list[Standing]] = {}
    for standing in found:
        by_task.setdefault(standing.task.code, []).append(standing)
    return [current(of_task, turn.today) for of_task in by_task.values()]


def _nothing(followed: FollowedPlan, arguments: Mapping[str, str]) -> str:
    if arguments["show"] == "overdue":
        return words.NONE_OVERDUE
    if arguments["show"] == "words":
        return words.NONE_WORDS.format(words=arguments["words"])
    return words.NONE_UNIT.format(unit=unit_name(arguments.get("unit"), followed.plan))


def _filters(turn: Turn, followed: FollowedPlan, shown: str) -> tuple[Choice, ...]:
    own = turn.who.unit
    choices = [
        ("unit", words.SHOW_UNIT, Action("tasks.list", {"show": "unit", "unit": own or ""})),
        ("cooperating", words.SHOW_COOPERATING, Action("tasks.list", {"show": "cooperating"})),
        ("all", words.SHOW_ALL, Action("tasks.list", {"show": "all"})),
        ("overdue", words.SHOW_OVERDUE, Action("tasks.list", {"show": "overdue"})),
        ("areas", words.SHOW_AREAS, Action("tasks.areas")),
    ]
    usable = [c for c in choices if c[0] != shown and (own or c[0] not in ("unit", "cooperating"))]
    return tuple(Choice(label, action, row=901 + i // 2) for i, (_, label, action) in enumerate(usable))


async def _areas(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.office.plan(turn.uow)
    if followed is None:
        return say(common.NO_PLAN)
    choices = tuple(
        Choice(common.shorten(f"{a.code}. {a.title}", 60), Action("tasks.list", {"show": "area", "area": a.code}))
        for a in followed.plan.areas
    )
    return Reply((Paragraph(words.CHOOSE_AREA),), choices, replaces=True)


# ---- the card -------------------------------------------------------------------------------------------------------


async def _card(turn: Turn, arguments: dict[str, str]) -> Reply:
    """A task in full, for the occurrence named, else the one in hand."""
    followed = await turn.office.plan(turn.uow)
    task = followed.plan.task(arguments["code"]) if followed else None
    if followed is None or task is None:
        return say(words.GONE.format(code=arguments["code"]))
    of_task = await task_standings(turn.uow, followed, task, turn.today, turn.zone)
    named = next((s for s in of_task if s.occurrence.period == arguments.get("period")), None)
    standing = named or current(of_task, turn.today)
    blocks: list[Block] = [
        Heading(f"{task.code}. {task.title}"),
        Fields(_facts(followed, standing, turn.today)),
        *(Note(note) for note in task.notes),
        Source(f"{followed.plan.short_title}, {task.place}"),
    ]
    return Reply(tuple(blocks), _card_choices(turn, followed, standing, several=len(of_task) > 1))


def _facts(followed: FollowedPlan, standing: Standing, today: date) -> tuple[tuple[str, str], ...]:
    task, plan = standing.task, followed.plan
    facts = [(words.LEAD, words.units(task.lead, task.lead_printed, plan))]
    if task.cooperating or task.cooperating_printed:
        facts.append((words.COOPERATING, words.units(task.cooperating, task.cooperating_printed, plan)))
    if task.product:
        facts.append((words.PRODUCT, task.product))
    facts.append((words.PRINTED, task.deadline or words.MATTER_NONE))
    period = words.period(standing.occurrence.period)
    if period:
        facts.append((words.PERIOD, period))
    if standing.due is not None:
        facts.append((words.DUE, f"{words.due(standing)}, {words.state(standing, today)}"))
    reported = words.progress(standing)
    if standing.entry and standing.entry.note:
        reported += f". {standing.entry.note}"
    facts.append((words.PROGRESS, reported))
    return tuple(facts)


def _card_choices(turn: Turn, followed: FollowedPlan, standing: Standing, *, several: bool) -> tuple[Choice, ...]:
    place = _place(standing)
    choices = []
    if right_of(turn.who, standing.task, followed.plan) is not Right.NONE:
        choices.append(Choice(words.UPDATE, Action("progress.start", place)))
    choices.append(Choice(words.HISTORY, Action("history.show", {"code": standing.task.code}), row=1))
    if several:
        choices.append(Choice(words.OTHER_PERIODS, Action("tasks.periods", {"code": standing.task.code}), row=1))
    return tuple(choices)


async def _periods(turn: Turn, arguments: dict[str, str]) -> Reply:
    """All occurrences of a task, each opening its card."""
    followed = await turn.office.plan(turn.uow)
    task = followed.plan.task(arguments["code"]) if followed else None
    if followed is None or task is None:
        return say(words.GONE.format(code=arguments["code"]))
    of_task = await task_standings(turn.uow, followed, task, turn.today, turn.zone)
    page = page_of(of_task, arguments.get("page", "1"), 12)
    lines = tuple(
        f"{words.period(s.occurrence.period)}: {words.due(s)}, {words.progress(s)}; {words.state(s, turn.today)}"
        for s in page.items
    )
    opening = tuple(
        Choice(words.period(s.occurrence.period), Action("tasks.open", _place(s)), row=i // 3)
        for i, s in enumerate(page.items)
    )
    turning = page.turning("tasks.periods", {"code": task.code})
    return Reply((Heading(words.PERIODS_HEADING.format(code=task.code)), Items(lines)), (*opening, *turning))


ACTIONS: Mapping[str, ActionHandler] = {
    "tasks.list": _list,
    "tasks.areas": _areas,
    "tasks.open": _card,
    "tasks.periods": _periods,
}
