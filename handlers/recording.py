"""Progress is written: each update checked, confirmed where needed, repeated, and taken back on request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from pydantic import TypeAdapter

from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Fields, Items, Paragraph, Reply, say
from handlers.office import FollowedPlan
from handlers.rights import Right, right_of
from handlers.standing import Standing, current, task_standings
from handlers.turn import ActionHandler, Turn
from handlers.wording import common
from handlers.wording import progress as words
from handlers.wording import tasks as task_words
from knowledge.occurrences import named
from knowledge.progress import Update
from storage.records import EntryKind, ProgressEntry, Role, Status

UNDO_WITHIN = timedelta(hours=24)
SAME_WITHIN = timedelta(minutes=2)
"""The same update by the same person within this time is one update: a double tap, a message sent twice."""
MAX_NOTE = 1000

UPDATES: TypeAdapter[list[Update]] = TypeAdapter(list[Update])


def packed(updates: Sequence[Update]) -> str:
    """Updates as an argument of a choice."""
    return UPDATES.dump_json(list(updates)).decode()


async def end_flow(turn: Turn) -> None:
    """Nothing is waited for any more."""
    incoming = turn.incoming
    await turn.uow.conversations.clear_flow(incoming.channel, incoming.chat, incoming.account)


async def _record_choice(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.office.plan(turn.uow)
    if followed is None:
        return say(common.NO_PLAN)
    updates = UPDATES.validate_json(arguments["updates"])
    done = await record(turn, followed, updates, sure=arguments.get("sure") == "1")
    return replace(done, replaces=True)


async def record(turn: Turn, followed: FollowedPlan, updates: Sequence[Update], *, sure: bool) -> Reply:
    """Records all updates, or none: each is checked first; what needs a confirmation is asked about once."""
    checked: list[tuple[Update, Standing]] = []
    for update in updates:
        found = await _place(turn, followed, update)
        if isinstance(found, Reply):
            return found
        checked.append((update, found))
    questions = [q for q in (_question(u, s) for u, s in checked) if q] if not sure else []
    if questions:
        yes = Action("progress.record", {"updates": packed(updates), "sure": "1"})
        choices = (Choice(common.YES, yes, row=1), Choice(common.NO, Action("progress.drop"), row=1))
        asked: list[Block] = [Paragraph(questions[0], strong=True)]
        if len(checked) > 1:
            asked = [Paragraph(words.SURE_HEADING, strong=True), Items(tuple(questions))]
        return Reply(tuple(asked), choices)
    await end_flow(turn)
    entries = [await _write(turn, followed, update, standing) for update, standing in checked]
    return _echo(turn, checked, entries)


async def _place(turn: Turn, followed: FollowedPlan, update: Update) -> Standing | Reply:
    """The occurrence that an update goes to; or why it cannot be recorded."""
    task = followed.plan.task(update.task)
    if task is None:
        return say(task_words.GONE.format(code=update.task))
    right = right_of(turn.who, task, followed.plan)
    units = task_words.units(task.lead, task.lead_printed, followed.plan)
    if right is Right.NONE:
        return say(words.NOT_ALLOWED.format(code=task.code, units=units))
    if right is Right.NOTE and (update.percent is not None or update.status is not None):
        only = replace(update, percent=None, status=None)
        note = Choice(words.RECORD_NOTE_ONLY, Action("progress.record", {"updates": packed([only])}))
        return say(words.ONLY_NOTE.format(code=task.code, units=units), choices=(note,) if update.note else ())
    of_task = await task_standings(turn.uow, followed, task, turn.today, turn.zone)
    if not update.period:
        return current(of_task, turn.today)
    chosen = named([s.occurrence for s in of_task], update.period)
    if chosen is None:
        return _other_periods(turn, of_task, update)
    return next(s for s in of_task if s.occurrence.period == chosen.period)


def _other_periods(turn: Turn, of_task: Sequence[Standing], update: Update) -> Reply:
    """The period named does not exist: those nearest to today are offered."""
    near = sorted(of_task, key=lambda s: abs(((s.due or turn.today) - turn.today).days))[:4]
    choices = tuple(
        Choice(
            task_words.period(s.occurrence.period) or s.task.code,
            Action("progress.record", {"updates": packed([replace(update, period=s.occurrence.period)])}),
        )
        for s in sorted(near, key=lambda s: s.occurrence.period)
    )
    return say(words.NO_SUCH_PERIOD.format(code=update.task, period=update.period), choices=choices)


def _question(update: Update, standing: Standing) -> str:
    """What must be confirmed before this is recorded; "" for nothing."""
    percent, status = _after(update, standing.entry)
    before = standing.entry.percent if standing.entry else None
    if update.percent is None and update.status is None:
        return ""
    if status is Status.DONE and not standing.done:
        return words.SURE_DONE.format(code=standing.task.code)
    if before is not None and percent is not None and percent < before:
        shown = (common.percent(before), common.percent(percent))
        return words.SURE_DROP.format(code=standing.task.code, before=shown[0], after=shown[1])
    return ""


def _after(update: Update, before: ProgressEntry | None) -> tuple[float | None, Status | None]:
    """Percent and status that stand after an update: what it says; a status implies a percent and the other way."""
    percent = update.percent
    status = Status(update.status) if update.status else None
    if percent is None and status is None:
        return (before.percent, before.status) if before else (None, None)
    if percent is None:
        implied = {Status.DONE: 100.0, Status.NOT_STARTED: 0.0}
        percent = implied.get(status, before.percent if before else None) if status else None
        if status is Status.IN_PROGRESS and percent == 100:
            percent = None
    if status is None and percent is not None:
        status = Status.DONE if percent == 100 else Status.NOT_STARTED if percent == 0 else Status.IN_PROGRESS
    return percent, status


async def _write(turn: Turn, followed: FollowedPlan, update: Update, standing: Standing) -> ProgressEntry:
    percent, status = _after(update, standing.entry)
    only_note = update.percent is None and update.status is None
    note = (update.note or "")[:MAX_NOTE]
    for old in await turn.uow.progress.history(followed.plan.id, standing.task.code, limit=3):
        said = (old.period, old.member_id, old.percent, old.status, old.note)
        same = said == (standing.occurrence.period, turn.who.id, percent, status, note)
        if same and old.kind is not EntryKind.UNDO and not old.undone and turn.now - old.at <= SAME_WITHIN:
            return old
    return await turn.uow.progress.add(
        plan=followed.plan.id,
        task=standing.task.code,
        period=standing.occurrence.period,
        kind=EntryKind.NOTE if only_note else EntryKind.UPDATE,
        percent=percent,
        status=status,
        note=note,
        member_id=turn.who.id,
        unit=turn.who.unit,
        channel=turn.incoming.channel,
        now=turn.now,
    )


def _echo(turn: Turn, checked: Sequence[tuple[Update, Standing]], entries: Sequence[ProgressEntry]) -> Reply:
    """Repeats what was recorded, with ways to correct it."""
    blocks: list[Block] = []
    for (_, standing), entry in zip(checked, entries, strict=True):
        blocks.append(Paragraph(_said(standing, entry), strong=True))
        facts = [(words.NOTE, entry.note)] if entry.note else []
        facts.append((words.AT, common.moment(entry.at, turn.zone)))
        period = task_words.period(entry.period)
        facts += [(words.PERIOD, period)] if period else []
        blocks.append(Fields(tuple(facts)))
    undo = Action("progress.undo", {"ids": ",".join(str(e.id) for e in entries)})
    if len(entries) > 1:
        return Reply(tuple(blocks), (Choice(words.UNDO_ALL, undo),))
    place = {"code": entries[0].task, "period": entries[0].period}
    choices = (
        Choice(words.EDIT, Action("progress.start", place), row=1),
        Choice(common.UNDO, undo, row=1),
        Choice(words.OPEN.format(code=entries[0].task), Action("tasks.open", place), row=1),
    )
    return Reply(tuple(blocks), choices)


def _said(standing: Standing, entry: ProgressEntry) -> str:
    if entry.kind is EntryKind.NOTE:
        return words.NOTED.format(code=entry.task, progress=words.standing(entry.percent, entry.status))
    before = standing.entry if standing.entry != entry else None
    return words.RECORDED.format(code=entry.task, change=words.change(before, entry.percent, entry.status))


# ---- undoing --------------------------------------------------------------------------------------------------------


async def _undo(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Takes entries back by new entries: the writer within 24 hours, the office likewise."""
    lines = [await _undo_one(turn, int(number)) for number in arguments["ids"].split(",")]
    return Reply(tuple(Paragraph(line, strong=True) for line in lines), replaces=True)


async def _undo_one(turn: Turn, entry_id: int) -> str:
    entry = await turn.uow.progress.get(entry_id)
    if entry is None or entry.undone:
        return words.UNDO_ALREADY
    if entry.member_id != turn.who.id and turn.who.role is not Role.OFFICE:
        return words.UNDO_NOT_YOURS
    if turn.now - entry.at > UNDO_WITHIN:
        return words.UNDO_TOO_LATE
    undo = await turn.uow.progress.add(
        plan=entry.plan,
        task=entry.task,
        period=entry.period,
        kind=EntryKind.UNDO,
        percent=None,
        status=None,
        note="",
        member_id=turn.who.id,
        unit=turn.who.unit,
        channel=turn.incoming.channel,
        now=turn.now,
        undoes=entry.id,
    )
    if entry.member_id != turn.who.id:
        before = words.standing(entry.percent, entry.status)
        await log_act(turn, "progress.undo", f"{entry.task}, {entry.member_name}", before)
    now = await turn.uow.progress.latest(entry.plan, entry.task, entry.period)
    standing = words.standing(now.percent, now.status) if now else words.NOTHING_YET
    return words.UNDONE.format(code=undo.task, at=common.moment(entry.at, turn.zone), progress=standing)


ACTIONS: Mapping[str, ActionHandler] = {"progress.record": _record_choice, "progress.undo": _undo}
