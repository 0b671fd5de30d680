"""/chitieu: the plan's targets by horizon and area; each opens in full, with what was measured and how far it is."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import measuring, topics
from handlers.listing import IN_A_ROW, area_named
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Note, Paragraph, Reply, Source, say
from handlers.missing import no_plan
from handlers.office import FollowedPlan
from handlers.paging import page_of
from handlers.reporting.targets import TargetLine, behind
from handlers.turn import ActionHandler, Turn
from handlers.wording import common
from handlers.wording import measuring as measure_words
from handlers.wording import targets as words
from handlers.wording import tasks as task_words
from knowledge.lexicon.measures import AT_RISK
from knowledge.model import Target
from knowledge.vietnamese import fold

MAX_WORDS = 60
"""Characters of a search in a list; what is longer is a question."""


async def command(turn: Turn, typed: str) -> Reply:
    """/chitieu [code, year, area or words]: a code opens the target; without words, those of the first horizon."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    plan = followed.plan
    code = typed.strip().upper()
    if plan.target(code):
        return await _card(turn, {"code": code})
    if fold(typed) in AT_RISK:
        return await _at_risk(turn, {})
    stated = await measuring.typed(turn, followed, typed)
    if stated is not None:
        return stated
    horizon = next((h for h in plan.horizons if str(h) in typed.split()), None)
    rest = " ".join(word for word in typed.split() if word != str(horizon))
    area = area_named(rest, plan) if rest else None
    shown = {"horizon": str(horizon or _first_horizon(followed)), "area": area.code if area else ""}
    if rest and area is None:
        shown |= {"words": rest[:MAX_WORDS], "horizon": str(horizon or "")}
    return await _list(turn, shown)


def _first_horizon(followed: FollowedPlan) -> int:
    return followed.plan.horizons[0] if followed.plan.horizons else followed.plan.period_ends


def _selected(followed: FollowedPlan, arguments: Mapping[str, str]) -> list[Target]:
    wanted = fold(arguments.get("words", "")).split()
    return [
        t
        for t in followed.plan.targets
        if arguments["horizon"] in ("", str(t.horizon))
        and arguments.get("area", "") in ("", t.area)
        and all(word in fold(" ".join((t.code, t.metric, *t.names, t.statement))) for word in wanted)
    ]


async def _list(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    found = _selected(followed, arguments)
    filters = _filters(followed, arguments)
    if not found:
        return Reply((Paragraph(_nothing(arguments)),), (*_ask_instead(arguments), *filters))
    page = page_of(found, arguments.get("page", "1"))
    await topics.show_list(turn, followed, [t.code for t in page.items], "target")
    everything = arguments["horizon"] == ""
    now = {line.target.code: line for line in await measuring.lines(turn, followed)}
    lines = tuple(_line(now[t.code], horizon=everything) for t in page.items)
    blocks: list[Block] = [Heading(_title(followed, arguments, len(found))), Items(lines)]
    if page.caption:
        blocks.append(Note(page.caption))
    opening = tuple(
        Choice(t.code, Action("targets.open", {"code": t.code}), row=i // IN_A_ROW) for i, t in enumerate(page.items)
    )
    kept = {k: v for k, v in arguments.items() if k != "page"}
    return Reply(tuple(blocks), (*opening, *page.turning("targets.list", kept), *filters), replaces="page" in arguments)


def _line(line: TargetLine, *, horizon: bool) -> str:
    """A target in a list, with its latest value and how far that is."""
    told = words.line(line.target, horizon=horizon)
    if line.latest is None:
        return told
    verdict = f", {words.verdict(line.judgement, line.target)}" if line.judgement else ""
    return words.MEASURED_LINE.format(line=told, value=line.value_words, verdict=verdict)


async def _at_risk(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Targets that fall short or behind, the worst first."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    found = behind(await measuring.lines(turn, followed))
    if not found:
        return say(measure_words.AT_RISK_NONE)
    page = page_of(found, arguments.get("page", "1"))
    await topics.show_list(turn, followed, [line.target.code for line in page.items], "target")
    opening = tuple(
        Choice(line.target.code, Action("targets.open", {"code": line.target.code}), row=i // IN_A_ROW)
        for i, line in enumerate(page.items)
    )
    blocks: list[Block] = [
        Heading(measure_words.AT_RISK_HEADING.format(count=len(found))),
        Items(tuple(_line(line, horizon=True) for line in page.items)),
    ]
    blocks += [Note(page.caption)] if page.caption else []
    return Reply(tuple(blocks), (*opening, *page.turning("targets.risk", {})), replaces="page" in arguments)


def _title(followed: FollowedPlan, arguments: Mapping[str, str], count: int) -> str:
    horizon = arguments["horizon"] or ", ".join(str(h) for h in followed.plan.horizons)
    area = next((a for a in followed.plan.areas if a.code == arguments.get("area")), None)
    if area:
        return words.HEADING_AREA.format(code=area.code, title=area.title, horizon=horizon, count=count)
    if "words" in arguments:
        return words.HEADING_WORDS.format(words=arguments["words"], horizon=horizon, count=count)
    return words.HEADING.format(horizon=horizon, count=count)


def _nothing(arguments: Mapping[str, str]) -> str:
    return words.NONE_WORDS.format(words=arguments["words"]) if "words" in arguments else words.NONE


def _ask_instead(arguments: Mapping[str, str]) -> tuple[Choice, ...]:
    """Words that no target has may be a question."""
    if "words" not in arguments:
        return ()
    return (Choice(task_words.ASK_INSTEAD, Action("ask", {"question": arguments["words"]})),)


def _filters(followed: FollowedPlan, arguments: Mapping[str, str]) -> tuple[Choice, ...]:
    others = [h for h in followed.plan.horizons if str(h) != arguments["horizon"]]
    kept = {k: v for k, v in arguments.items() if k != "page"}
    choices = [
        Choice(words.OTHER_HORIZON.format(horizon=h), Action("targets.list", {**kept, "horizon": str(h)}), row=901)
        for h in others
    ]
    choices.append(Choice(words.AREAS, Action("targets.areas", {"horizon": arguments["horizon"]}), row=901))
    choices.append(Choice(measure_words.AT_RISK, Action("targets.risk"), row=902))
    return tuple(choices)


async def _areas(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    choices = tuple(
        Choice(common.shorten(f"{a.code}. {a.title}", 60), Action("targets.list", {**arguments, "area": a.code}))
        for a in followed.plan.areas
    )
    return Reply((Paragraph(words.CHOOSE_AREA),), choices, replaces=True)


async def _card(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    target = followed.plan.target(arguments["code"]) if followed else None
    if followed is None or target is None:
        return say(words.GONE.format(code=arguments["code"]))
    await topics.speak_of(turn, followed, target.code, "value")
    facts = [(words.HORIZON, str(target.horizon))]
    facts += [(words.YEAR, str(target.year))] if target.year else []
    facts += [(words.VALUE, words.value(target))] if words.value(target) else []
    facts += [(words.BASELINE, target.baseline)] if target.baseline else []
    facts += [(words.PATH, words.path(target))] if target.pace and target.pace.step > 0 else []
    facts += _measured(await measuring.line_of(turn, followed, target))
    blocks: list[Block] = [
        Heading(f"{target.code}. {target.metric}"),
        Fields(tuple(facts)),
        Paragraph(target.statement),
        *(Note(note) for note in target.notes),
        Source(f"{followed.plan.short_title}, {target.place}"),
    ]
    same = [t for t in followed.plan.targets if target.series and t.series == target.series and t != target]
    choices = tuple(
        Choice(words.SAME.format(horizon=t.horizon), Action("targets.open", {"code": t.code})) for t in same
    )
    return Reply(tuple(blocks), (*_doing(turn, followed, target), *choices))


def _measured(line: TargetLine) -> list[tuple[str, str]]:
    """The latest value, the paper it stands in, and how far it is."""
    if line.latest is None:
        return []
    paper = f", {line.latest.document}" if line.latest.document else ""
    return [(measure_words.LATEST, line.value_words + paper), *measuring.judged_facts(line)]


def _doing(turn: Turn, followed: FollowedPlan, target: Target) -> tuple[Choice, ...]:
    """What can be done about a target."""
    choices = []
    if target.value is not None and measuring.may_measure(turn.who, target, followed.plan):
        choices.append(Choice(measure_words.RECORD, Action("measures.ask", {"code": target.code}), row=1))
    if target.value is not None:
        choices.append(Choice(measure_words.HISTORY_CHOICE, Action("measures.history", {"code": target.code}), row=1))
        choices.append(Choice(measure_words.PICTURE, Action("pictures.target", {"code": target.code}), row=1))
    return tuple(choices)


ACTIONS: Mapping[str, ActionHandler] = {
    "targets.list": _list,
    "targets.areas": _areas,
    "targets.open": _card,
    "targets.risk": _at_risk,
}
