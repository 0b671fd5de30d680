"""/suanhiemvu: the office corrects a task (title, units, product, deadline): a new version of the plan, with what was
printed beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from handlers.flow import stop_waiting, wait_for
from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Fields, Note, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.office import FollowedPlan
from handlers.paging import page_of
from handlers.rights import stands_for
from handlers.standing import current, task_standings
from handlers.telling import tell
from handlers.turn import ActionHandler, FlowHandler, Turn
from handlers.units import own_units
from handlers.wording import common
from handlers.wording import editing as words
from handlers.wording import records as record_words
from handlers.wording import tasks as task_words
from knowledge.editing import Change, UnknownUnit, changed, with_task
from knowledge.lexicon.editing import fields_in
from knowledge.model import Task
from knowledge.occurrences import occurrences
from knowledge.progress.codes import codes_like

REQUIRED = ("title", "lead")
"""Fields that cannot be left empty."""


async def command(turn: Turn, typed: str) -> Reply:
    """/suanhiemvu [CODE [field: value; …]]: shows before and after and asks; without fields, asks which."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    if not typed:
        return await _tasks(turn, {"page": "1"})
    first, _, rest = typed.partition(" ")
    task = next((followed.plan.task(code) for code in codes_like(first, followed.plan)), None)
    if task is None:
        return say(task_words.GONE.format(code=common.shorten(first, 20)), _usage(followed))
    if not rest.strip():
        return _choose(task)
    wanted = fields_in(rest)
    return await _propose(turn, followed, task, wanted) if wanted else say(_not_understood(followed))


def _unit(followed: FollowedPlan) -> str:
    return next((u.short for u in own_units(followed.plan)), "")


def _usage(followed: FollowedPlan) -> str:
    code = followed.plan.tasks[0].code if followed.plan.tasks else ""
    return words.USAGE.format(code=code, unit=_unit(followed))


def _not_understood(followed: FollowedPlan) -> str:
    return words.NOT_UNDERSTOOD.format(unit=_unit(followed))


# ---- step by step ---------------------------------------------------------------------------------------------------


async def _tasks(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    page = page_of(followed.plan.tasks, arguments["page"])
    choices = tuple(Choice(record_words.label(t), Action("editing.task", {"code": t.code})) for t in page.items)
    turning = page.turning("editing.tasks", {"turned": "1"})
    asked = (Paragraph(words.WHICH, strong=True), Paragraph(_usage(followed)))
    return Reply(asked, (*choices, *turning), replaces="turned" in arguments)


async def _task(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    task = followed.plan.task(arguments["code"]) if followed else None
    return _choose(task) if task else say(task_words.GONE.format(code=arguments["code"]))


def _choose(task: Task) -> Reply:
    choices = tuple(
        Choice(name, Action("editing.field", {"code": task.code, "field": field}), row=n // 2)
        for n, (field, name) in enumerate(words.FIELDS.items())
    )
    title = Paragraph(f"{words.CHOOSE.format(code=task.code)} {record_words.title(task, 160)}", strong=True)
    return Reply((title,), (*choices, Choice(common.NO, Action("progress.drop"))))


async def _field(turn: Turn, arguments: dict[str, str]) -> Reply:
    """A field was chosen: what shall it be?"""
    followed = await turn.plan()
    task = followed.plan.task(arguments["code"]) if followed else None
    if followed is None or task is None:
        return say(task_words.GONE.format(code=arguments["code"]))
    field = arguments["field"]
    await wait_for(turn, "editing.typed", {"code": task.code, "field": field})
    now = {
        "lead": record_words.units(task.lead, task.lead_printed, followed.plan),
        "cooperating": record_words.units(task.cooperating, task.cooperating_printed, followed.plan),
    }.get(field) or str(getattr(task, field))
    asked = words.ASK.format(field=words.FIELDS[field], code=task.code, now=now or words.BLANK)
    return say(asked, choices=(Choice(common.NO, Action("progress.drop")),))


async def _typed(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    """The new words of the field that was chosen."""
    followed = await turn.plan()
    task = followed.plan.task(data["code"]) if followed else None
    if followed is None or task is None or turn.incoming.forwarded:
        return None
    return await _propose(turn, followed, task, fields_in(typed) or {data["field"]: typed})


# ---- one correction -------------------------------------------------------------------------------------------------


async def _propose(turn: Turn, followed: FollowedPlan, task: Task, wanted: Mapping[str, str]) -> Reply:
    """Before and after, with what it means for dates and for what was recorded."""
    empty = next((field for field in REQUIRED if field in wanted and not wanted[field].strip(" .")), None)
    if empty:
        return say(words.EMPTY.format(field=words.FIELDS[empty]))
    try:
        after, changes = changed(followed.plan, task, wanted, _reason(turn))
    except UnknownUnit as unknown:
        units = ", ".join(u.short or u.name for u in followed.plan.units)
        return say(words.UNKNOWN_UNIT.format(name=common.shorten(str(unknown), 60), units=units))
    if "lead" in wanted and not after.lead:
        return say(words.EMPTY.format(field=words.FIELDS["lead"]))
    if not changes:
        return say(words.NOTHING)
    chosen = {"code": task.code, "version": str(followed.version), "fields": json.dumps(dict(wanted))}
    yes = Choice(common.YES, Action("editing.set", chosen), row=1)
    no = Choice(common.NO, Action("progress.drop"), row=1)
    notes = [Note(words.KEPT), *await _dates(turn, followed, task, after)]
    question = Paragraph(words.SURE.format(code=task.code), strong=True)
    return Reply((question, _shown(changes), *notes), (yes, no))


def _reason(turn: Turn) -> str:
    return words.BY_OFFICE.format(day=common.day(turn.today))


def _shown(changes: Sequence[Change]) -> Fields:
    return Fields(
        tuple(
            (words.FIELDS[c.field], words.CHANGE.format(before=c.before or words.BLANK, after=c.after or words.BLANK))
            for c in changes
        )
    )


async def _dates(turn: Turn, followed: FollowedPlan, before: Task, after: Task) -> list[Block]:
    """What a corrected deadline means."""
    if before.deadline == after.deadline:
        return []
    of_task = await task_standings(turn.uow, followed, before, turn.today, turn.zone)
    now = current(of_task, turn.today)
    later = occurrences(after, followed.plan, followed.ends)
    periods = {o.period for o in later}
    due = next((o.due for o in later if o.period == now.occurrence.period), next((o.due for o in later), None))
    notes: list[Block] = []
    if due is None:
        notes.append(Note(words.NO_DATE))
    else:
        was = common.day(now.occurrence.due) if now.occurrence.due else words.BLANK
        notes.append(Note(words.DUE_NOW.format(before=was, after=common.day(due))))
    if now.extensions:
        notes.append(Note(words.EXTENDED))
    lost = [s.occurrence.period for s in of_task if s.entry is not None and s.occurrence.period not in periods]
    if lost:
        named = ", ".join(record_words.period(period) or before.code for period in lost)
        notes.append(Note(words.ORPHANS.format(periods=named)))
    return notes


async def _set(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    task = followed.plan.task(arguments["code"]) if followed else None
    if followed is None or task is None or str(followed.version) != arguments["version"]:
        return say(words.CHANGED)
    await stop_waiting(turn)
    after, changes = changed(followed.plan, task, json.loads(arguments["fields"]), _reason(turn))
    document = with_task(followed.plan, after).model_dump_json()
    stored = await turn.uow.plans.put(followed.plan.id, document, followed.followed_from, followed.ends, turn.now)
    for change in changes:
        await log_act(turn, "edit", f"{task.code}, {words.FIELDS[change.field].lower()}", change.before, change.after)
    notice = Paragraph(words.NOTICE.format(code=task.code), strong=True)
    await _tell(turn, followed, (task, after), Reply((notice, _shown(changes)), _open(task)), f"edit:{stored.version}")
    undo = {"code": task.code, "version": str(stored.version), "before": str(followed.version)}
    said = Paragraph(words.DONE.format(code=task.code, version=stored.version), strong=True)
    choices = (Choice(common.UNDO, Action("editing.undo", undo), row=1), *_open(task))
    return Reply((said, _shown(changes)), choices, replaces=True)


def _open(task: Task) -> tuple[Choice, ...]:
    return (Choice(record_words.label(task), Action("tasks.open", {"code": task.code}), row=1),)


async def _tell(turn: Turn, followed: FollowedPlan, tasks: Sequence[Task], notice: Reply, key: str) -> None:
    """The people of every unit that had or has a part in the task."""
    units = {code for task in tasks for code in (*task.lead, *task.cooperating)}
    people = [m for m in await turn.uow.members.all() if stands_for(m, units, followed.plan)]
    await tell(turn, people, notice, f"{key}:{followed.plan.id}")


async def _undo(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The version before, as a further version; only while nothing was changed since."""
    followed = await turn.plan()
    if followed is None or str(followed.version) != arguments["version"]:
        return say(words.UNDONE_ALREADY)
    earlier = await turn.uow.plans.version(followed.plan.id, int(arguments["before"]))
    now = followed.plan.task(arguments["code"])
    if earlier is None or now is None:
        return say(words.UNDONE_ALREADY)
    then = turn.office.followed(earlier).plan.task(now.code) or now
    stored = await turn.uow.plans.put(
        followed.plan.id, earlier.document, followed.followed_from, followed.ends, turn.now
    )
    await log_act(turn, "edit.undo", now.code)
    notice = say(words.UNDONE_NOTICE.format(code=now.code), choices=_open(now))
    await _tell(turn, followed, (now, then), notice, f"edit:{stored.version}")
    return Reply((Paragraph(words.UNDONE.format(code=now.code), strong=True),), _open(now), replaces=True)


def printed_notes(task: Task) -> list[Note]:
    """What stood in the plan before the office corrected it, for the task's card."""
    return [
        Note(words.PRINTED.format(field=words.FIELDS[c.field], printed=c.printed or words.BLANK, reason=c.reason))
        for c in task.corrections
        if words.by_office(c.reason)
    ]


ACTIONS: Mapping[str, ActionHandler] = {
    "editing.tasks": _tasks,
    "editing.task": _task,
    "editing.field": _field,
    "editing.set": _set,
    "editing.undo": _undo,
}
FLOWS: Mapping[str, FlowHandler] = {"editing.typed": _typed}
