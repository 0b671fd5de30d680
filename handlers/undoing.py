"""Progress is taken back: by its writer or the office, within a day, as an entry of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from handlers import digest, reminded
from handlers.digest_answers import taken_back
from handlers.flow import IN_PLAN
from handlers.journal import log_act
from handlers.messages import Action, Choice, Fields, Items, Paragraph, Reply, dump, say
from handlers.missing import no_plan
from handlers.recording import UPDATES, record
from handlers.standing import task_standings
from handlers.turn import ActionHandler, Turn
from handlers.wording import common
from handlers.wording import progress as words
from handlers.wording import tasks as task_words
from knowledge.lexicon.undoing import UNDO
from knowledge.vietnamese import fold
from storage.records import EntryKind, MessageKind, ProgressEntry, Role, Status

UNDO_WITHIN = timedelta(hours=24)


def asks_to_undo(typed: str) -> bool:
    """Whether the words say to take the last update back, and nothing else."""
    return " ".join(fold(typed).strip(" .!").split()) in UNDO


def may_undo(turn: Turn, entry: ProgressEntry) -> bool:
    """Whether the person may take this entry back now."""
    return not _obstacle(turn, entry)


async def last(turn: Turn) -> ProgressEntry | None:
    """The newest update of the person that can still be taken back."""
    return await turn.uow.progress.last_by(turn.who.id, since=turn.now - UNDO_WITHIN)


async def of_message(turn: Turn, entry: ProgressEntry) -> list[ProgressEntry]:
    """What the person recorded with the same message as an entry, and what of it still stands, in order."""
    log = await turn.uow.progress.history(entry.plan)
    same = [e for e in log if (e.member_id, e.at) == (entry.member_id, entry.at) and not e.undone]
    newest = {(e.task, e.period): e for e in sorted(same, key=lambda e: e.id) if e.kind is not EntryKind.UNDO}
    return list(newest.values())  # no message records a task's period twice


async def written(turn: Turn, entry: ProgressEntry) -> ProgressEntry:
    """The entry that takes another one back."""
    return await turn.uow.progress.add(
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


async def command(turn: Turn, _: str) -> Reply:
    """/hoantac: the same as the words."""
    return await offer(turn)


async def offer(turn: Turn) -> Reply:
    """Shows the person's newest update and asks whether to take it back."""
    entry = await last(turn)
    if entry is None:
        return say(words.UNDO_NOTHING)
    together = await of_message(turn, entry)
    if len(together) > 1:
        return _offer_all(turn, together)
    question = words.UNDO_SURE.format(code=entry.task, said=words.said(entry), at=common.moment(entry.at, turn.zone))
    facts = (Fields(((words.NOTE, entry.note),)),) if entry.note else ()
    undo = Choice(common.UNDO, Action("progress.undo", {"ids": str(entry.id)}), row=1)
    return Reply((Paragraph(question, strong=True), *facts), (undo, Choice(common.NO, Action("progress.drop"), row=1)))


def _offer_all(turn: Turn, entries: Sequence[ProgressEntry]) -> Reply:
    """Shows what one message recorded and asks whether to take all of it back, or the last alone."""
    question = words.UNDO_ALL_SURE.format(count=len(entries), at=common.moment(entries[0].at, turn.zone))
    lines = Items(tuple(words.STANDS.format(code=entry.task, said=words.said(entry)) for entry in entries))
    ids = ",".join(str(entry.id) for entry in entries)
    undo = Choice(words.UNDO_ALL, Action("progress.undo", {"ids": ids}), row=1)
    newest = entries[-1]
    only = Choice(words.UNDO_ONLY.format(code=newest.task), Action("progress.undo", {"ids": str(newest.id)}))
    choices = (undo, Choice(common.NO, Action("progress.drop"), row=1), only)
    return Reply((Paragraph(question, strong=True), lines), choices)


async def _undo(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Takes entries back, the newest first, and what the same message said not to be the person's."""
    numbers = sorted((int(number) for number in arguments["ids"].split(",") if number), reverse=True)
    lines = [await _undo_one(turn, number) for number in numbers][::-1]
    aside = arguments.get("aside", "")
    lines += [await taken_back(turn, *place.split("|")) for place in aside.split(";") if place]
    said = Reply(tuple(Paragraph(line, strong=True) for line in lines), replaces=True)
    followed = await turn.plan()
    if "checklist" in arguments:
        await digest.check_off(turn, arguments["digest"], arguments["checklist"])
    elif "digest" in arguments:
        return replace(await digest.below(turn, said, arguments["digest"]), replaces=True)
    entry = await turn.uow.progress.get(numbers[0]) if numbers else None
    if len(lines) > 1 or entry is None or followed is None or followed.plan.task(entry.task) is None:
        return said
    place = {"code": entry.task, "period": entry.period, IN_PLAN: entry.plan}
    again = Choice(task_words.UPDATE, Action("progress.start", place), row=1)
    return replace(
        said, choices=(again, Choice(words.OPEN.format(code=entry.task), Action("tasks.open", place), row=1))
    )


def _obstacle(turn: Turn, entry: ProgressEntry | None) -> str:
    """Why the person cannot take this entry back; "" when they can."""
    if entry is None or entry.undone or entry.kind is EntryKind.UNDO:
        return words.UNDO_ALREADY
    if entry.member_id != turn.who.id and turn.who.role is not Role.OFFICE:
        return words.UNDO_NOT_YOURS
    return words.UNDO_TOO_LATE if turn.now - entry.at > UNDO_WITHIN else ""


async def _undo_one(turn: Turn, entry_id: int) -> str:
    entry = await turn.uow.progress.get(entry_id)
    obstacle = _obstacle(turn, entry)
    if obstacle or entry is None:
        return obstacle
    if turn.who.role is not Role.OFFICE and await _confirmed(turn, entry):
        return words.CONFIRMED_BY_OFFICE.format(code=entry.task)
    undo = await written(turn, entry)
    now = await turn.uow.progress.latest(entry.plan, entry.task, entry.period)
    if now is None or now.at < entry.at:
        await turn.uow.reminders.reopen(entry.plan, entry.task, entry.period, reminded.REPORTED, entry.at)
    standing = words.standing(now.percent, now.status) if now else words.NOTHING_YET
    slots = {"code": undo.task, "at": common.moment(entry.at, turn.zone), "progress": standing}
    if entry.member_id != turn.who.id:
        await log_act(turn, "progress.undo", f"{entry.task}, {entry.member_name}", words.said(entry))
        await _tell_writer(turn, entry, words.UNDONE_NOTICE.format(said=words.said(entry), **slots))
    return words.UNDONE.format(**slots)


async def _confirmed(turn: Turn, entry: ProgressEntry) -> bool:
    """Whether the entry reports completion that the office has confirmed."""
    followed = next((one for one in await turn.office.plans(turn.uow) if one.plan.id == entry.plan), None)
    task = followed.plan.task(entry.task) if followed else None
    if followed is None or task is None or entry.status is not Status.DONE or entry.kind is not EntryKind.UPDATE:
        return False
    of_task = await task_standings(turn.uow, followed, task, turn.today, turn.zone)
    confirmed = next((s.confirmed for s in of_task if s.occurrence.period == entry.period), None)
    return confirmed is not None and confirmed.entry is not None and entry.id >= confirmed.entry


async def _tell_writer(turn: Turn, entry: ProgressEntry, notice: str) -> None:
    """Who wrote it learns that it no longer stands."""
    place = {"code": entry.task, "period": entry.period, IN_PLAN: entry.plan}
    show = Choice(words.OPEN.format(code=entry.task), Action("tasks.open", place))
    await turn.uow.outbox.put(
        key=f"decision:undo:{entry.id}",
        kind=MessageKind.DECISION,
        reply=dump(say(notice, choices=(show,))),
        now=turn.now,
        member_id=entry.member_id,
    )


async def _move(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Takes an update to another occurrence of its task: it is taken back here and recorded there, as two entries."""
    entry = await turn.uow.progress.get(int(arguments["id"]))
    followed = await turn.plan()
    obstacle = _obstacle(turn, entry)
    if obstacle or entry is None or followed is None:
        return say(obstacle) if obstacle else no_plan()
    said = {"task": entry.task, "note": entry.note or None, "period": arguments["period"]}
    kept = {} if entry.kind is EntryKind.NOTE else {"percent": entry.percent, "status": entry.status}
    update = UPDATES.validate_python([{"percent": None, "status": None, **said, **kept}])[0]
    log = await turn.uow.progress.history(entry.plan, entry.task, limit=1)
    done = await record(turn, followed, [update], {"sure": "1"})
    if await turn.uow.progress.history(entry.plan, entry.task, limit=1) == log:
        return done  # refused there, so it stays here
    line = await _undo_one(turn, entry.id)
    return replace(done, blocks=(*done.blocks, Paragraph(line)), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {"progress.undo": _undo, "progress.move": _move}
