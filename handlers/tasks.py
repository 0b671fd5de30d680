"""/nhiemvu: the plan's tasks in pages, those of the person's unit first; each opens as a card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from handlers import cards, topics
from handlers.listing import area_named, caption, opening
from handlers.messages import Action, Choice, Heading, Items, Paragraph, Reply
from handlers.missing import no_plan
from handlers.office import FollowedPlan
from handlers.paging import page_of
from handlers.rights import led_by, stands_for
from handlers.standing import Standing, State, by_task, current, standings
from handlers.turn import ActionHandler, Turn
from handlers.units import named_exactly, unit_name, unit_named, with_office_names
from handlers.wording import common
from handlers.wording import tasks as words
from knowledge.lexicon.lists import TASK_FILTERS, meaning
from knowledge.model import Area, Plan, Task
from knowledge.progress.codes import codes_like
from knowledge.vietnamese import fold

_BY_STATE = {"overdue": words.LIST_OVERDUE, "awaiting": words.LIST_AWAITING}
"""Lists of what is in one state, with their titles."""
MAX_WORDS = 60
"""Characters of a search in a list; what is longer is a question."""


async def command(turn: Turn, typed: str) -> Reply:
    """/nhiemvu [code, area, unit, filter or words]: a code opens the task; without words, what the person's unit
    leads."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    codes = codes_like(typed, followed.plan) if typed else ()
    area = area_named(typed, followed.plan) if typed else None
    if len(codes) == 1 and area is None:
        return await cards.card(turn, {"code": codes[0]})
    arguments = _wanted(turn, await with_office_names(turn, followed.plan), typed, codes, area)
    return await (_areas(turn, {}) if arguments["show"] == "areas" else _list(turn, arguments))


def _wanted(turn: Turn, plan: Plan, typed: str, codes: Sequence[str], area: Area | None) -> dict[str, str]:
    """Which list the words ask for."""
    own = turn.who.unit or ""
    if not typed:
        leads = bool(own) and any(led_by(own, task, plan) for task in plan.tasks)
        return {"show": "unit", "unit": own} if leads else {"show": "all"}
    if area is not None:
        return {"show": "area", "area": area.code}
    if codes:
        return {"show": "codes", "codes": ",".join(codes), "words": typed[:MAX_WORDS]}
    show = meaning(fold(typed), TASK_FILTERS)
    if show in ("all", *_BY_STATE, "areas"):
        return {"show": show}
    if show and own:
        return {"show": show, "unit": own}
    unit = named_exactly(typed, plan)
    if unit is None and not _containing(typed, plan):
        unit = unit_named(typed, plan)
    return {"show": "unit", "unit": unit} if unit else {"show": "words", "words": typed[:MAX_WORDS]}


def _containing(typed: str, plan: Plan) -> list[Task]:
    wanted = fold(typed).split()
    said = ((task, fold(" ".join((task.title, *task.names, task.product)))) for task in plan.tasks)
    return [task for task, text in said if all(word in text for word in wanted)]


# ---- the list -------------------------------------------------------------------------------------------------------


def _chosen(turn: Turn, followed: FollowedPlan, arguments: Mapping[str, str]) -> tuple[str, list[Task]]:
    """What the list is of, in words with a slot for the count, and its tasks (before states are looked at)."""
    plan, show = followed.plan, arguments["show"]
    if show == "unit":
        unit = arguments["unit"]
        title = words.LIST_UNIT.format(unit=unit_name(unit, plan), count="{count}")
        return title, [t for t in plan.tasks if led_by(unit, t, plan)]
    if show == "cooperating":
        title = words.LIST_COOPERATING.format(unit=unit_name(turn.who.unit, plan), count="{count}")
        own = turn.who.unit
        return title, [t for t in plan.tasks if stands_for(turn.who, t.cooperating, plan) and not led_by(own, t, plan)]
    if show == "area":
        code = arguments["area"]
        area = next((a for a in plan.areas if a.code == code), None)
        title = words.LIST_AREA.format(code=code, title=area.title if area else "", count="{count}")
        return title, [t for t in plan.tasks if t.area == code]
    if show in ("words", "codes"):
        quoted = arguments["words"].replace("{", "(").replace("}", ")")
        title = words.LIST_WORDS.format(words=quoted, count="{count}")
        codes = arguments.get("codes", "").split(",")
        found = [t for t in plan.tasks if t.code in codes] if show == "codes" else _containing(arguments["words"], plan)
        return title, found
    return _BY_STATE.get(show, words.LIST_ALL), list(plan.tasks)


async def _list(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    title, tasks = _chosen(turn, followed, arguments)
    shown = await _shown(turn, followed, tasks, arguments["show"])
    filters = _filters(turn, arguments["show"])
    if not shown:
        return Reply((Paragraph(_nothing(turn, followed, arguments)),), (*_ask_instead(arguments), *filters))
    page = page_of(shown, arguments.get("page", "1"))
    # Whose task it is matters where the list is not of one unit.
    plan = None if arguments["show"] == "unit" else followed.plan
    lines = tuple(words.line(s, turn.today, plan=plan) for s in page.items)
    kept = {k: v for k, v in arguments.items() if k != "page"}
    await topics.show_list(turn, followed, [s.task.code for s in page.items])
    return Reply(
        (Heading(title.format(count=len(shown))), Items(lines), *caption(page)),
        (*opening(page.items), *page.turning("tasks.list", kept), *filters),
        replaces="page" in arguments,
    )


async def _shown(turn: Turn, followed: FollowedPlan, tasks: Sequence[Task], show: str) -> list[Standing]:
    """The occurrence in hand of each task; in a list of one state every occurrence that is in it, the oldest first."""
    found = await standings(turn.uow, followed, turn.today, turn.zone, tasks)
    if show in _BY_STATE:
        wanted = [s for s in found if (s.awaiting if show == "awaiting" else s.state is State.OVERDUE)]
        return sorted(wanted, key=lambda s: s.due or date.max)
    return [current(of_task, turn.today) for of_task in by_task(found).values()]


def _nothing(turn: Turn, followed: FollowedPlan, arguments: Mapping[str, str]) -> str:
    match arguments["show"]:
        case "overdue":
            return words.NONE_OVERDUE
        case "awaiting":
            return words.NONE_AWAITING
        case "words":
            return words.NONE_WORDS.format(words=arguments["words"])
        case "cooperating":
            return words.NONE_COOPERATING.format(unit=unit_name(turn.who.unit, followed.plan))
        case "unit":
            return words.NONE_UNIT.format(unit=unit_name(arguments["unit"], followed.plan))
        case _:
            return words.NONE


def _ask_instead(arguments: Mapping[str, str]) -> tuple[Choice, ...]:
    """Words that no task has may be a question."""
    if arguments["show"] != "words":
        return ()
    return (Choice(words.ASK_INSTEAD, Action("ask", {"question": arguments["words"]})),)


def _filters(turn: Turn, shown: str) -> tuple[Choice, ...]:
    own = turn.who.unit
    choices = [
        ("unit", words.SHOW_UNIT, Action("tasks.list", {"show": "unit", "unit": own or ""})),
        ("cooperating", words.SHOW_COOPERATING, Action("tasks.list", {"show": "cooperating"})),
        ("all", words.SHOW_ALL, Action("tasks.list", {"show": "all"})),
        ("overdue", words.SHOW_OVERDUE, Action("tasks.list", {"show": "overdue"})),
        ("awaiting", words.SHOW_AWAITING, Action("tasks.list", {"show": "awaiting"})),
        ("areas", words.SHOW_AREAS, Action("tasks.areas")),
    ]
    usable = [c for c in choices if c[0] != shown and (own or c[0] not in ("unit", "cooperating"))]
    return tuple(Choice(label, action, row=901 + i // 2) for i, (_, label, action) in enumerate(usable))


async def _areas(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    choices = tuple(
        Choice(common.shorten(f"{a.code}. {a.title}", 60), Action("tasks.list", {"show": "area", "area": a.code}))
        for a in followed.plan.areas
    )
    return Reply((Paragraph(words.CHOOSE_AREA),), choices)


ACTIONS: Mapping[str, ActionHandler] = {"tasks.list": _list, "tasks.areas": _areas, **cards.ACTIONS}
