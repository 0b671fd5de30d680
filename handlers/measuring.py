"""Measured values of targets: /chitieu CODE VALUE [period, paper]; written once, repeated, undone, with a history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from handlers.flow import stop_waiting, wait_for
from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Made, Note, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.office import FollowedPlan
from handlers.paging import page_of
from handlers.reporting.targets import TargetLine, target_lines
from handlers.rights import stands_for
from handlers.turn import ActionHandler, FlowHandler, Turn
from handlers.wording import common
from handlers.wording import measuring as words
from handlers.wording import progress as progress_words
from handlers.wording import targets as target_words
from knowledge import measures
from knowledge.lexicon.measures import ANY_VALUE, TARGET
from knowledge.measures import Measure
from knowledge.model import Plan, Target
from knowledge.pace import LESS_IS_BETTER
from knowledge.vietnamese import fold
from storage.records import Member, Role, TargetValue

UNDO_WITHIN = timedelta(hours=24)
MAX_NOTE = 500
ON_SCREEN = 8


def may_measure(member: Member, target: Target, plan: Plan) -> bool:
    """The office, and the units that lead work in the target's area."""
    if member.role is Role.OFFICE:
        return True
    tasks = (task for task in plan.tasks if task.area == target.area)
    return target.area is not None and any(stands_for(member, task.lead, plan) for task in tasks)


async def lines(turn: Turn, followed: FollowedPlan) -> tuple[TargetLine, ...]:
    """Every target as it stands today."""
    return target_lines(followed.plan, await turn.uow.target_values.of_plan(followed.plan.id), turn.today)


async def line_of(turn: Turn, followed: FollowedPlan, target: Target) -> TargetLine:
    """One target as it stands today."""
    return next(line for line in await lines(turn, followed) if line.target.code == target.code)


# ---- what is typed --------------------------------------------------------------------------------------------------


async def typed(turn: Turn, followed: FollowedPlan, text: str) -> Reply | None:
    """The reply to words that state a value, None when they state none."""
    target, rest = measures.split(text, followed.plan)
    if target is not None:
        return await _propose(turn, followed, target, rest) if measures.has_value(rest) else None
    value = ANY_VALUE.search(text)
    if value is None or not text[: value.start()].strip():
        return None
    about, rest = text[: value.start()].strip(), text[value.start() :]
    if not _meant(about, followed.plan):
        return None
    return await _which(turn, {"about": about[:MAX_NOTE], "rest": rest[:MAX_NOTE], "page": "1"})


async def _which(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The targets that the words may mean, each of which takes the value."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    page = page_of(_meant(arguments["about"], followed.plan), arguments["page"], ON_SCREEN)
    choices = tuple(
        Choice(target_words.label(t), Action("measures.typed", {"code": t.code, "rest": arguments["rest"]}))
        for t in page.items
    )
    asked: list[Block] = [Paragraph(words.WHICH.format(value=common.shorten(arguments["rest"], 60)))]
    asked += [Note(page.caption)] if page.caption else []
    kept = {"about": arguments["about"], "rest": arguments["rest"], "turned": "1"}
    return Reply(tuple(asked), (*choices, *page.turning("measures.which", kept)), replaces="turned" in arguments)


def _meant(about: str, plan: Plan) -> list[Target]:
    """Targets that the words may mean: by words of theirs, else those of the area that a task's code is in."""
    wanted = fold(TARGET.sub("", about)).split()
    numbered = [t for t in plan.targets if t.value is not None]
    found = [t for t in numbered if all(w in fold(" ".join((t.code, t.metric, *t.names, t.statement))) for w in wanted)]
    if found:
        return found
    task = plan.task(about.upper()) or plan.task(about.split()[-1].upper())
    return [t for t in numbered if task is not None and t.area == task.area]


async def _completed(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    target = followed.plan.target(arguments["code"]) if followed else None
    if followed is None or target is None:
        return say(target_words.GONE.format(code=arguments["code"]))
    return await _propose(turn, followed, target, arguments["rest"], sure="sure" in arguments)


async def _ask(turn: Turn, arguments: dict[str, str]) -> Reply:
    """ "Ghi kết quả" on a target's card: which value?"""
    followed = await turn.plan()
    target = followed.plan.target(arguments["code"]) if followed else None
    if followed is None or target is None:
        return say(target_words.GONE.format(code=arguments["code"]))
    await wait_for(turn, "measures.typed", {"code": target.code})
    title = Paragraph(f"{target.code} {common.shorten(target.metric, 160)}", strong=True)
    asked = words.ASK.format(example=words.EXAMPLE.format(value=target_words.number(72, target), year=turn.today.year))
    return Reply((title, Paragraph(asked)), (Choice(common.NO, Action("progress.drop")),))


async def _answered(turn: Turn, data: dict[str, str], text: str) -> Reply | None:
    """The value that was asked for; None when it is a new message."""
    followed = await turn.plan()
    target = followed.plan.target(data["code"]) if followed else None
    if followed is None or target is None or not measures.has_value(text):
        return None
    await stop_waiting(turn)
    return await _propose(turn, followed, target, text)


# ---- one value ------------------------------------------------------------------------------------------------------


async def _propose(turn: Turn, followed: FollowedPlan, target: Target, rest: str, *, sure: bool = False) -> Reply:
    """Writes the value, or says why not; one that falls below what stands is asked about first."""
    if turn.incoming.forwarded:
        return say(progress_words.FORWARDED)
    if not may_measure(turn.who, target, followed.plan):
        return say(words.NOT_ALLOWED.format(code=target.code))
    measure = measures.read(rest, target, turn.today)
    problem = _problem(measure, target)
    if problem or measure.value is None or measure.day is None:
        return say(problem or words.NO_VALUE.format(code=target.code))
    line = await line_of(turn, followed, target)
    same = [v for v in line.values if v.day == measure.day and v.target == target.code]
    if any((v.value, v.period, v.document) == (measure.value, measure.period, measure.document) for v in same):
        return say(words.ALREADY.format(code=target.code, value=_shown(measure, target)))
    before = line.latest
    if before is not None and not sure and _worse(measure.value, before, target) and measure.day >= before.day:
        question = words.SURE.format(code=target.code, before=line.value_words, after=_shown(measure, target))
        yes = Action("measures.typed", {"code": target.code, "rest": rest[:MAX_NOTE], "sure": "1"})
        choices = (Choice(common.YES, yes, row=1), Choice(common.NO, Action("progress.drop"), row=1))
        return say(question, choices=choices)
    return await _record(turn, followed, target, measure, line)


def _problem(measure: Measure, target: Target) -> str:
    if target.value is None:
        return words.NO_NUMBER.format(code=target.code)
    unit = target_words.unit(target)
    return words.PROBLEMS[measure.problem].format(code=target.code, unit=unit) if measure.problem else ""


def _worse(value: float, before: TargetValue, target: Target) -> bool:
    if before.value is None:
        return False
    return value > before.value if target.comparator in LESS_IS_BETTER else value < before.value


def _shown(measure: Measure, target: Target) -> str:
    return target_words.measured(measure.value or 0.0, measure.period, target)


async def _record(turn: Turn, followed: FollowedPlan, target: Target, measure: Measure, before: TargetLine) -> Reply:
    stored = await turn.uow.target_values.add(
        plan=followed.plan.id,
        target=target.code,
        period=measure.period,
        day=measure.day or turn.today,
        value=measure.value,
        document=measure.document,
        note=measure.note[:MAX_NOTE],
        member_id=turn.who.id,
        unit=turn.who.unit,
        now=turn.now,
    )
    now = await line_of(turn, followed, target)
    facts = [(words.BEFORE, before.value_words)] if before.latest else []
    facts += [(words.DOCUMENT, measure.document)] if measure.document else []
    facts += [(words.NOTE, stored.note)] if stored.note else []
    facts += standing_facts(now)
    said = words.DONE.format(code=target.code, metric=common.shorten(target.metric, 80), value=_shown(measure, target))
    blocks: list[Block] = [Paragraph(said, strong=True), Fields(tuple(facts))]
    if now.latest is not None and now.latest.id != stored.id:
        blocks.append(Note(words.OLDER.format(value=now.value_words)))
    choices = (
        Choice(common.UNDO, Action("measures.undo", {"id": str(stored.id)}), row=1),
        Choice(words.CARD, Action("targets.open", {"code": target.code}), row=1),
    )
    return Reply(tuple(blocks), choices)


def standing_facts(line: TargetLine) -> list[tuple[str, str]]:
    """Goal, distance and pace."""
    return [(words.GOAL, line.goal_words), *judged_facts(line)]


def judged_facts(line: TargetLine) -> list[tuple[str, str]]:
    """How far a target is, and its value beside what the plan's path asks for in that year."""
    if line.judgement is None:
        return []
    facts = [(words.STANDS, target_words.verdict(line.judgement, line.target))]
    beside = target_words.beside_path(line.judgement, line.target)
    return [*facts, (words.PACE, beside)] if beside else facts


# ---- history and undo -----------------------------------------------------------------------------------------------


async def _picture(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The target's path to its goal, as a picture."""
    followed = await turn.plan()
    target = followed.plan.target(arguments["code"]) if followed else None
    if followed is None or target is None:
        return say(target_words.GONE.format(code=arguments["code"]))
    about = {"plan": followed.plan.id, "code": target.code, "at": turn.now.isoformat()}
    return Reply((Made("pictures.target", f"{target.code} {target.metric}", about),))


async def _history(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Everything that was ever recorded for a target, the newest first."""
    followed = await turn.plan()
    target = followed.plan.target(arguments["code"]) if followed else None
    if followed is None or target is None:
        return say(target_words.GONE.format(code=arguments["code"]))
    log = [v for v in await turn.uow.target_values.of_plan(followed.plan.id) if v.target == target.code]
    card = Choice(words.CARD, Action("targets.open", {"code": target.code}))
    if not log:
        return say(words.NO_HISTORY.format(code=target.code), choices=(card,))
    undos = tuple(
        Choice(words.UNDO_VALUE.format(value=_told(v, target)), Action("measures.undo", {"id": str(v.id)}))
        for v in reversed(log)
        if not _obstacle(turn, v)
    )
    entries = tuple(_line(turn, value, target) for value in reversed(log[-20:]))
    return Reply((Heading(words.HISTORY.format(code=target.code)), Items(entries)), (*undos[:3], card))


def _told(value: TargetValue, target: Target) -> str:
    return target_words.measured(value.value or 0.0, value.period, target)


def _line(turn: Turn, value: TargetValue, target: Target) -> str:
    what = words.UNDO_ENTRY if value.value is None else _told(value, target)
    paper = f", {value.document}" if value.document else ""
    note = f". {value.note}" if value.note else ""
    undone = f" ({words.UNDONE_MARK})" if value.undone else ""
    return f"{common.moment(value.at, turn.zone)}, {value.member_name}: {what}{paper}{note}{undone}"


def _obstacle(turn: Turn, value: TargetValue | None) -> str:
    """Why the person cannot take the value back; "" when they can."""
    if value is None or value.undone or value.value is None:
        return progress_words.UNDO_ALREADY
    if value.member_id != turn.who.id and turn.who.role is not Role.OFFICE:
        return progress_words.UNDO_NOT_YOURS
    return progress_words.UNDO_TOO_LATE if turn.now - value.at > UNDO_WITHIN else ""


async def _undo(turn: Turn, arguments: dict[str, str]) -> Reply:
    value = await turn.uow.target_values.get(int(arguments["id"]))
    followed = await turn.plan()
    target = followed.plan.target(value.target) if followed and value else None
    obstacle = _obstacle(turn, value)
    if obstacle or value is None or followed is None or target is None:
        return say(obstacle or common.CHOICE_LAPSED)
    await turn.uow.target_values.add(
        plan=value.plan,
        target=value.target,
        period=value.period,
        day=value.day,
        value=None,
        document="",
        note="",
        member_id=turn.who.id,
        unit=turn.who.unit,
        now=turn.now,
        undoes=value.id,
    )
    if value.member_id != turn.who.id:
        await log_act(turn, "measure.undo", f"{value.target}, {value.member_name}", _told(value, target))
    now = await line_of(turn, followed, target)
    said = words.UNDONE.format(code=target.code, value=now.value_words or words.NOTHING)
    card = Choice(words.CARD, Action("targets.open", {"code": target.code}))
    return Reply((Paragraph(said, strong=True),), (card,), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {
    "measures.ask": _ask,
    "measures.which": _which,
    "measures.typed": _completed,
    "measures.undo": _undo,
    "measures.history": _history,
    "pictures.target": _picture,
}
FLOWS: Mapping[str, FlowHandler] = {"measures.typed": _answered}
