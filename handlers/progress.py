"""/tiendo: what was typed is understood, or asked for step by step; `recording` writes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from handlers import digest, undoing
from handlers.correcting import CORRECTED_WITHIN, instead_of_asked, on_one_line
from handlers.flow import stop_waiting, wait_for
from handlers.messages import Action, Block, Choice, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.office import FollowedPlan
from handlers.paging import PAGE_SIZE, page_of
from handlers.recording import UPDATES, packed, record, to_record
from handlers.rights import Right, led_by, right_of
from handlers.standing import Standing, State, current, standings, task_standings
from handlers.turn import ActionHandler, FlowHandler, Turn
from handlers.wording import common
from handlers.wording import progress as words
from handlers.wording import records as record_words
from handlers.wording import tasks as task_words
from knowledge.answers.ground import TASK_FACETS
from knowledge.model import Task
from knowledge.progress.questions import may_ask, possible_note
from knowledge.progress.reading import read
from knowledge.progress.update import Reading, Update
from storage.records import Status

STEPS = (0, 25, 50, 75, 100)


async def command(turn: Turn, typed: str) -> Reply:
    """/tiendo [message]: without a message, the person's tasks as choices."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    if turn.incoming.forwarded:
        return say(words.FORWARDED)
    if undoing.asks_to_undo(typed):
        return await undoing.offer(turn)
    if not typed:
        return await _choose_task(turn, {"page": "1"})
    return await _understood(turn, followed, read(turn.lines(typed), followed.plan, commanded=True))


async def sentence(turn: Turn, typed: str) -> Reply | None:
    """A plain sentence that is surely an update ("II.5 xong 60% rồi"), takes one back, or may be a note; None for
    everything else."""
    followed = await turn.plan()
    if followed is None or not turn.incoming.private:
        return None
    if undoing.asks_to_undo(typed) and not turn.incoming.forwarded:
        return await undoing.offer(turn)
    reading = read(turn.lines(typed), followed.plan, commanded=False)
    unsaid = reading.error in ("empty", "missing_task") and not turn.incoming.forwarded
    if unsaid and (instead := await instead_of_asked(turn, followed, typed)) is not None:
        return instead
    if reading.error == "empty":
        return await _perhaps_note(turn, followed, typed)
    return say(words.FORWARDED) if turn.incoming.forwarded else await _understood(turn, followed, reading)


async def _perhaps_note(turn: Turn, followed: FollowedPlan, typed: str) -> Reply | None:
    """Asks whether words about a task are to be recorded ("I.3 trình rồi"); None when they are a question."""
    update = possible_note(typed, followed.plan)
    task = followed.plan.task(update.task) if update else None
    if update is None or task is None or turn.incoming.forwarded:
        return None
    engine = await turn.office.engine(turn.uow, followed)
    question = engine.understanding.read(typed)
    if "task" in question.things or question.has(*TASK_FACETS) or right_of(turn.who, task, followed.plan) is Right.NONE:
        return None
    return _note_or_question(turn, update, typed, {})


def as_note(turn: Turn, followed: FollowedPlan, code: str, typed: str) -> tuple[Choice, ...]:
    """The choice to record words that nothing was found for as a note for the task just spoken of: what follows an
    update in a message of its own."""
    task = followed.plan.task(code)
    if task is None or may_ask(typed) or not turn.incoming.private or turn.incoming.forwarded:
        return ()
    if right_of(turn.who, task, followed.plan) is not Right.RECORD:
        return ()
    note = to_record(turn, [Update(task=code, percent=None, status=None, note=typed)])
    return (Choice(words.AS_NOTE_OF.format(code=code), note),)


# ---- what was understood --------------------------------------------------------------------------------------------


async def _understood(turn: Turn, followed: FollowedPlan, reading: Reading) -> Reply:
    if not reading.error:
        return await record(turn, followed, [on_one_line(update) for update in reading.updates])
    code = _example(turn, followed)
    corrected = await _corrected(turn, followed, reading.rest) if reading.corrects and reading.rest else None
    if corrected is not None:
        return corrected
    if reading.error == "bad_percent":
        return say(words.BAD_PERCENT.format(code=code))
    if reading.error == "missing_task" and reading.rest is not None:
        return await _choose_task(turn, _rest(reading.rest) | {"page": "1"})
    if len(reading.candidates) > PAGE_SIZE:
        codes = ",".join(reading.candidates)
        return await _choose_task(turn, {"codes": codes, "page": "1", **(_rest(reading.rest) if reading.rest else {})})
    if reading.candidates:
        unknown = reading.error == "unknown_task"
        if reading.error == "empty" and len(reading.candidates) == 1:
            return await _start(turn, {"code": reading.candidates[0]})
        said = (words.UNKNOWN, words.NEAREST) if unknown else (words.AMBIGUOUS_TASKS,)
        if reading.error == "ambiguous" and reading.rest is None and len(reading.candidates) == 1:
            said = (words.UNCLEAR_FIGURE.format(code=reading.candidates[0]),)
        return say(*said, choices=_completing(turn, followed, reading.candidates, reading.rest))
    if reading.error == "ambiguous":
        return say(words.AMBIGUOUS_PERCENT.format(code=code))
    if reading.error == "unknown_task":
        return say(words.UNKNOWN, choices=(Choice(task_words.SHOW_ALL, Action("tasks.list", {"show": "all"})),))
    return say(words.NOT_AN_UPDATE.format(code=code))


async def _corrected(turn: Turn, followed: FollowedPlan, rest: Update) -> Reply | None:
    """ "Nhầm, 50%" right after an update is the figure of the same task; after a message about several it is asked of
    which. None when nothing was just recorded."""
    last = await undoing.last(turn)
    if last is None or last.plan != followed.plan.id or turn.now - last.at > CORRECTED_WITHIN:
        return None
    codes = list(dict.fromkeys(entry.task for entry in await undoing.of_message(turn, last)))
    if len(codes) > 1:
        return await _choose_task(turn, {"codes": ",".join(codes), "page": "1", **_rest(rest)})
    return await record(turn, followed, [replace(rest, task=last.task, period=last.period)])


def _example(turn: Turn, followed: FollowedPlan) -> str:
    tasks = followed.plan.tasks
    own = (t.code for t in tasks if led_by(turn.who.unit, t, followed.plan))
    return next(own, tasks[0].code if tasks else "")


def _completing(turn: Turn, followed: FollowedPlan, codes: Sequence[str], rest: Update | None) -> tuple[Choice, ...]:
    """A choice a task that completes the update with it; without anything to complete, it opens the wizard."""
    tasks = [task for task in (followed.plan.task(code) for code in codes) if task]
    choices = []
    for task in tasks:
        if rest is not None and (rest.percent is not None or rest.status or rest.note):
            action = to_record(turn, [replace(on_one_line(rest), task=task.code)])
        else:
            action = Action("progress.start", {"code": task.code})
        choices.append(Choice(record_words.label(task), action))
    return tuple(choices)


def _rest(update: Update) -> dict[str, str]:
    return {"rest": packed([on_one_line(update)])} if update.percent is not None or update.status or update.note else {}


# ---- step by step ---------------------------------------------------------------------------------------------------


async def _choose_task(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The tasks that the person may record, what is due first, as choices; with `rest`, each completes the update.
    `codes`: only these tasks."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    if not turn.incoming.private and "rest" not in arguments:
        return say(words.IN_GROUP.format(code=_example(turn, followed)))
    mine = _own_tasks(turn, followed, arguments.get("codes", ""))
    if not mine:
        return say(words.NO_TASKS.format(code=_example(turn, followed)))
    if "codes" not in arguments:
        mine = await _pressing_first(turn, followed, mine)
    rest = UPDATES.validate_json(arguments["rest"])[0] if "rest" in arguments else None
    page = page_of(mine, arguments["page"])
    choices = _completing(turn, followed, [t.code for t in page.items], rest)
    kept = {**{k: v for k, v in arguments.items() if k != "page"}, "turned": "1"}
    asked: list[Block] = [Paragraph(words.CHOOSE_TASK, strong=True)]
    if page.caption:
        asked.append(Paragraph(page.caption))
    return Reply(tuple(asked), (*choices, *page.turning("progress.choose", kept)), replaces="turned" in arguments)


def _own_tasks(turn: Turn, followed: FollowedPlan, codes: str) -> list[Task]:
    """The tasks named; else those that the person's unit leads; else all that the person may record."""
    plan = followed.plan
    if codes:
        return [task for task in map(plan.task, codes.split(",")) if task]
    led = [t for t in plan.tasks if led_by(turn.who.unit, t, plan)]
    return led or [t for t in plan.tasks if right_of(turn.who, t, plan) is Right.RECORD]


async def _pressing_first(turn: Turn, followed: FollowedPlan, tasks: Sequence[Task]) -> list[Task]:
    """Overdue first, then by the day it is due; what is done, has no date or fell due before following comes last."""
    found: dict[str, list[Standing]] = {}
    for standing in await standings(turn.uow, followed, turn.today, turn.zone, tasks):
        found.setdefault(standing.task.code, []).append(standing)

    def order(task: Task) -> tuple[bool, int]:
        now = current(found[task.code], turn.today)
        late = [s for s in found[task.code] if s.state is State.OVERDUE]
        due = late[0].due if late else now.due
        open_ = bool(late) or (now.open and now.state is not State.BEFORE and due is not None)
        return not open_, due.toordinal() if open_ and due else 0

    return sorted(tasks, key=order)


async def _start(turn: Turn, arguments: dict[str, str]) -> Reply:
    """A task was chosen: how far is it?"""
    found = await _chosen(turn, arguments)
    if isinstance(found, Reply):
        return found
    followed, task, standing = found
    if not turn.incoming.private:
        return say(words.IN_GROUP.format(code=task.code))
    place = {"code": task.code, "period": standing.occurrence.period, **_origin(arguments)}
    title = Paragraph(f"{task.code} {common.shorten(task.title, 160)}", strong=True)
    right = right_of(turn.who, task, followed.plan)
    if right is Right.NONE:
        units = record_words.units(task.lead, task.lead_printed, followed.plan)
        return say(words.NOT_ALLOWED.format(code=task.code, units=units))
    if right is Right.NOTE:
        await wait_for(turn, "progress.note", place)
        return Reply((title, Paragraph(words.NOTE_ONLY)), (_drop(place),))
    await wait_for(turn, "progress.percent", place)
    now = words.NOW.format(progress=task_words.progress(standing))
    period = record_words.period(standing.occurrence.period)
    now += f" ({words.PERIOD.lower()} {period})" if period else ""
    steps = tuple(
        Choice(common.percent(step), Action("progress.percent", {**place, "percent": str(step)}), row=1)
        for step in STEPS
    )
    blocked = Choice(words.BLOCKED, Action("progress.percent", {**place, "status": "blocked"}), row=2)
    asked = (title, Paragraph(now), Paragraph(words.CHOOSE_PERCENT))
    return Reply(asked, (*steps, blocked, _drop(place, 2)), replaces="digest" in arguments)


async def _percent(turn: Turn, arguments: dict[str, str]) -> Reply:
    """A percent (or "blocked") was chosen: is there anything to add?"""
    found = await _chosen(turn, arguments)
    if isinstance(found, Reply):
        return found
    _, _, standing = found
    await wait_for(turn, "progress.note", arguments)
    blocked = arguments.get("status") == "blocked"
    question = (words.CHOOSE_OBSTACLE if blocked else words.CHOOSE_NOTE).format(skip=words.SKIP_NOTE)
    shown = task_words.STATUSES[Status.BLOCKED] if blocked else common.percent(float(arguments["percent"]))
    skip = Choice(words.SKIP_NOTE, to_record(turn, [_update(arguments)], _origin(arguments)), row=1)
    head = Paragraph(f"{task_words.with_period(standing)}: {shown}", strong=True)
    return Reply((head, Paragraph(question)), (skip, _drop(arguments, 1)), replaces=True)


def _origin(arguments: Mapping[str, str]) -> dict[str, str]:
    """The digest that this was reached from, passed on."""
    return {"digest": arguments["digest"]} if "digest" in arguments else {}


async def _chosen(turn: Turn, arguments: Mapping[str, str]) -> tuple[FollowedPlan, Task, Standing] | Reply:
    followed = await turn.plan()
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
    followed = await _answered(turn, typed)
    if not isinstance(followed, FollowedPlan):
        return followed
    reading = read(f"{data['code']} {typed}", followed.plan, commanded=True)
    silent = reading.error == "empty" or all(u.percent is None and u.status is None for u in reading.updates)
    if silent and may_ask(typed):
        return _doubt(turn, data, typed)
    if reading.error:
        return await _understood(turn, followed, reading)
    updates = [replace(u, period=u.period or data.get("period", "")) for u in reading.updates]
    return await record(turn, followed, updates, _origin(data))


async def _typed_note(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    """The text typed where a note was asked for; None when it is a new message."""
    followed = await _answered(turn, typed)
    if not isinstance(followed, FollowedPlan):
        return followed
    if may_ask(typed):
        return _doubt(turn, data, typed)
    return await record(turn, followed, [_update(data, typed)], _origin(data))


async def _answered(turn: Turn, typed: str) -> FollowedPlan | Reply | None:
    """The plan, when the text answers the step that waits for it; None when it is a new message: a question, or an
    update that names its own task."""
    followed = await turn.plan()
    if followed is None or not turn.incoming.private or typed.rstrip().endswith("?") or undoing.asks_to_undo(typed):
        return None
    if turn.incoming.forwarded:
        return say(words.FORWARDED)
    return None if read(typed, followed.plan, commanded=False).updates else followed


def _doubt(turn: Turn, data: dict[str, str], typed: str) -> Reply:
    """A note or a question? A wrong guess would lose the one or record the other."""
    return _note_or_question(turn, _update(data, typed), typed, _origin(data))


def _note_or_question(turn: Turn, update: Update, typed: str, origin: dict[str, str]) -> Reply:
    note = to_record(turn, [update], origin)
    choices = (Choice(words.AS_NOTE, note, row=1), Choice(words.AS_QUESTION, Action("ask", {"question": typed}), row=1))
    return say(words.DOUBTFUL.format(code=update.task), choices=choices)


def _drop(arguments: Mapping[str, str], row: int | None = None) -> Choice:
    return digest.way_back(arguments) or Choice(common.NO, Action("progress.drop"), row=row)


async def _dropped(turn: Turn, arguments: dict[str, str]) -> Reply:
    await stop_waiting(turn)
    return Reply((Paragraph(common.DROPPED),), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {
    "progress.choose": _choose_task,
    "progress.start": _start,
    "progress.percent": _percent,
    "progress.drop": _dropped,
}
FLOWS: Mapping[str, FlowHandler] = {"progress.percent": _typed_percent, "progress.note": _typed_note}
