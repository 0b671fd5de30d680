"""/tiendo: an update is checked, confirmed where needed, recorded, repeated, and can be undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from handlers.messages import Action, Block, Choice, Paragraph, Reply, say
from handlers.office import FollowedPlan
from handlers.paging import page_of
from handlers.recording import UPDATES, end_flow, packed, record
from handlers.rights import Right, led_by, right_of
from handlers.standing import Standing, current, task_standings
from handlers.turn import ActionHandler, FlowHandler, Turn
from handlers.wording import common
from handlers.wording import progress as words
from handlers.wording import tasks as task_words
from knowledge.model import Task
from knowledge.progress import Reading, Update, read
from storage.records import Status

FLOW_LASTS = timedelta(minutes=30)
STEPS = (0, 25, 50, 75, 100)


async def command(turn: Turn, typed: str) -> Reply:
    """/tiendo [message]: without a message, the person's tasks as choices."""
    followed = await turn.office.plan(turn.uow)
    if followed is None:
        return say(common.NO_PLAN)
    if turn.incoming.forwarded:
        return say(words.FORWARDED)
    if not typed:
        return await _choose_task(turn, {"page": "1"})
    return await _understood(turn, followed, read(typed, followed.plan, commanded=True))


async def sentence(turn: Turn, typed: str) -> Reply | None:
    """A plain sentence that is surely an update ("II.5 xong 60% rồi"); None for everything else."""
    followed = await turn.office.plan(turn.uow)
    if followed is None or not turn.incoming.private:
        return None
    reading = read(typed, followed.plan, commanded=False)
    if reading.error == "empty":
        return None
    return say(words.FORWARDED) if turn.incoming.forwarded else await _understood(turn, followed, reading)


# ---- what was understood --------------------------------------------------------------------------------------------


async def _understood(turn: Turn, followed: FollowedPlan, reading: Reading) -> Reply:
    if not reading.error:
        return await record(turn, followed, reading.updates, sure=False)
    code = _example(turn, followed)
    if reading.error == "bad_percent":
        return say(words.BAD_PERCENT.format(code=code))
    if reading.error == "missing_task" and reading.rest is not None:
        return await _choose_task(turn, _rest(reading.rest) | {"page": "1"})
    if reading.candidates:
        unknown = reading.error == "unknown_task"
        said = (words.UNKNOWN, words.NEAREST) if unknown else (words.AMBIGUOUS_TASKS,)
        return say(*said, choices=_completing(followed, reading.candidates, reading.rest))
    if reading.error == "ambiguous":
        return say(words.AMBIGUOUS_PERCENT.format(code=code))
    if reading.error == "unknown_task":
        return say(words.UNKNOWN, choices=(Choice(task_words.SHOW_ALL, Action("tasks.list", {"show": "all"})),))
    return say(words.NOT_AN_UPDATE.format(code=code))


def _example(turn: Turn, followed: FollowedPlan) -> str:
    tasks = followed.plan.tasks
    own = (t.code for t in tasks if led_by(turn.who.unit, t, followed.plan))
    return next(own, tasks[0].code if tasks else "")


def _completing(followed: FollowedPlan, codes: Sequence[str], rest: Update | None) -> tuple[Choice, ...]:
    """A choice a task that completes the update with it; without anything to complete, it opens the wizard."""
    tasks = [task for task in (followed.plan.task(code) for code in codes) if task]
    choices = []
    for task in tasks:
        if rest is not None and (rest.percent is not None or rest.status or rest.note):
            action = Action("progress.record", {"updates": packed([replace(rest, task=task.code)])})
        else:
            action = Action("progress.start", {"code": task.code})
        choices.append(Choice(task_words.label(task), action))
    return tuple(choices)


def _rest(update: Update) -> dict[str, str]:
    return {"rest": packed([update])} if update.percent is not None or update.status or update.note else {}


# ---- step by step ---------------------------------------------------------------------------------------------------


async def _choose_task(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The tasks that the person may record, as choices; with `rest`, each completes the update."""
    followed = await turn.office.plan(turn.uow)
    if followed is None:
        return say(common.NO_PLAN)
    plan = followed.plan
    mine = [t for t in plan.tasks if led_by(turn.who.unit, t, plan)]
    if not mine:
        mine = [t for t in plan.tasks if right_of(turn.who, t, plan) is Right.RECORD]
    if not mine:
        return say(words.NO_TASKS.format(code=_example(turn, followed)))
    rest = UPDATES.validate_json(arguments["rest"])[0] if "rest" in arguments else None
    page = page_of(mine, arguments["page"])
    choices = _completing(followed, [t.code for t in page.items], rest)
    kept = {k: v for k, v in arguments.items() if k != "page"}
    asked: list[Block] = [Paragraph(words.CHOOSE_TASK, strong=True)]
    if page.caption:
        asked.append(Paragraph(page.caption))
    return Reply(tuple(asked), (*choices, *page.turning("progress.choose", kept)), replaces=arguments["page"] != "1")


async def _start(turn: Turn, arguments: dict[str, str]) -> Reply:
    """A task was chosen: how far is it?"""
    found = await _chosen(turn, arguments)
    if isinstance(found, Reply):
        return found
    followed, task, standing = found
    place = {"code": task.code, "period": standing.occurrence.period}
    title = Paragraph(f"{task.code} {common.shorten(task.title, 160)}", strong=True)
    right = right_of(turn.who, task, followed.plan)
    if right is Right.NONE:
        units = task_words.units(task.lead, task.lead_printed, followed.plan)
        return say(words.NOT_ALLOWED.format(code=task.code, units=units))
    if right is Right.NOTE:
        await _set_flow(turn, "progress.note", place)
        return Reply((title, Paragraph(words.NOTE_ONLY)), (_drop(),))
    await _set_flow(turn, "progress.percent", place)
    now = words.NOW.format(progress=task_words.progress(standing))
    period = task_words.period(standing.occurrence.period)
    now += f" ({words.PERIOD.lower()} {period})" if period else ""
    steps = tuple(
        Choice(common.percent(step), Action("progress.percent", {**place, "percent": str(step)}), row=1)
        for step in STEPS
    )
    blocked = Choice(words.BLOCKED, Action("progress.percent", {**place, "status": "blocked"}), row=2)
    return Reply((title, Paragraph(now), Paragraph(words.CHOOSE_PERCENT)), (*steps, blocked, _drop(2)))


async def _percent(turn: Turn, arguments: dict[str, str]) -> Reply:
    """A percent (or "blocked") was chosen: is there anything to add?"""
    found = await _chosen(turn, arguments)
    if isinstance(found, Reply):
        return found
    await _set_flow(turn, "progress.note", arguments)
    blocked = arguments.get("status") == "blocked"
    question = (words.CHOOSE_OBSTACLE if blocked else words.CHOOSE_NOTE).format(skip=words.SKIP_NOTE)
    shown = common.STATUSES[Status.BLOCKED] if blocked else common.percent(float(arguments["percent"]))
    skip = Choice(words.SKIP_NOTE, Action("progress.record", {"updates": packed([_update(arguments)])}), row=1)
    head = Paragraph(f"{found[1].code}: {shown}", strong=True)
    return Reply((head, Paragraph(question)), (skip, _drop(1)), replaces=True)


async def _chosen(turn: Turn, arguments: Mapping[str, str]) -> tuple[FollowedPlan, Task, Standing] | Reply:
    followed = await turn.office.plan(turn.uow)
    task = followed.plan.task(arguments["code"]) if followed else None
    if followed is None or task is None:
        return say(task_words.GONE.format(code=arguments["code"]))
    of_task = await task_standings(turn.uow, followed, task, turn.today, turn.zone)
    period = arguments.get("period")
    standing = next((s for s in of_task if s.occurrence.period == period), None)
    return followed, task, standing or current(of_task, turn.today)


def _update(arguments: Mapping[str, str], note: str | None = None) -> Update:
    percent = float(arguments["percent"]) if "percent" in arguments else None
    said: dict[str, Any] = {"status": arguments.get("status"), "period": arguments.get("period", "")}
    return Update(task=arguments["code"], percent=percent, note=note, **said)


async def _typed_percent(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    """The text typed where a percent was asked for: "60% đã trình"; None when it is a new message."""
    followed = await turn.office.plan(turn.uow)
    if followed is None or _is_new(followed, typed):
        return None
    reading = read(f"{data['code']} {typed}", followed.plan, commanded=True)
    updates = [replace(u, period=u.period or data.get("period", "")) for u in reading.updates]
    return await _understood(turn, followed, replace(reading, updates=tuple(updates)))


async def _typed_note(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    """The text typed where a note was asked for; None when it is a new message."""
    followed = await turn.office.plan(turn.uow)
    if followed is None or _is_new(followed, typed):
        return None
    return await record(turn, followed, [_update(data, typed)], sure=False)


def _is_new(followed: FollowedPlan, typed: str) -> bool:
    """A question, or an update that names its own task, is not the answer that was waited for."""
    return typed.rstrip().endswith("?") or bool(read(typed, followed.plan, commanded=False).updates)


def _drop(row: int | None = None) -> Choice:
    return Choice(common.NO, Action("progress.drop"), row=row)


async def _dropped(turn: Turn, arguments: dict[str, str]) -> Reply:
    await end_flow(turn)
    return Reply((Paragraph(common.DROPPED),), replaces=True)


async def _set_flow(turn: Turn, flow: str, data: dict[str, str]) -> None:
    incoming = turn.incoming
    place = (incoming.channel, incoming.chat, incoming.account)
    await turn.uow.conversations.set_flow(*place, flow, data, turn.now + FLOW_LASTS)


ACTIONS: Mapping[str, ActionHandler] = {
    "progress.choose": _choose_task,
    "progress.start": _start,
    "progress.percent": _percent,
    "progress.drop": _dropped,
}
FLOWS: Mapping[str, FlowHandler] = {"progress.percent": _typed_percent, "progress.note": _typed_note}
