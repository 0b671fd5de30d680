"""/lichsu: the log of a task, or of what the person's unit has reported lately."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.messages import Action, Block, Choice, Heading, Items, Reply, say
from handlers.office import FollowedPlan
from handlers.paging import PAGE_SIZE
from handlers.rights import led_by
from handlers.turn import ActionHandler, Turn
from handlers.units import unit_name
from handlers.wording import common
from handlers.wording import history as words
from handlers.wording import progress as progress_words
from handlers.wording import tasks as task_words
from knowledge.progress import codes_like
from storage.records import EntryKind, ProgressEntry, Role

FETCH = 200
"""Entries looked through for a unit's latest."""


async def command(turn: Turn, typed: str) -> Reply:
    """/lichsu [code]: one task's log; without a code, the latest of the person's unit (the office: of everybody)."""
    followed = await turn.office.plan(turn.uow)
    if followed is None:
        return say(common.NO_PLAN)
    if not typed:
        return await _lately(turn, followed)
    codes = codes_like(typed, followed.plan)
    if not codes:
        return say(task_words.GONE.format(code=common.shorten(typed, 40)))
    if len(codes) > 1:
        tasks = [task for task in (followed.plan.task(code) for code in codes) if task]
        choices = tuple(Choice(task_words.label(t), Action("history.show", {"code": t.code})) for t in tasks)
        return say(progress_words.CHOOSE_TASK, choices=choices)
    return await _show(turn, {"code": codes[0]})


async def _lately(turn: Turn, followed: FollowedPlan) -> Reply:
    entries = await turn.uow.progress.history(followed.plan.id, limit=FETCH)
    everybody = turn.who.role in (Role.OFFICE, Role.DIRECTOR) or turn.who.unit is None
    if not everybody:
        own = {t.code for t in followed.plan.tasks if led_by(turn.who.unit, t, followed.plan)}
        entries = [e for e in entries if e.task in own or e.member_id == turn.who.id]
    if not entries:
        return say(words.NONE)
    unit = unit_name(turn.who.unit, followed.plan)
    title = words.HEADING_ALL if everybody else words.HEADING_MINE.format(unit=unit)
    shown = entries[: PAGE_SIZE + 2]
    lines = tuple(f"{entry.task}: {_line(turn, entry)}" for entry in shown)
    codes = list(dict.fromkeys(entry.task for entry in shown))[:4]
    opening = tuple(Choice(words.OPEN.format(code=c), Action("history.show", {"code": c}), row=1) for c in codes)
    return Reply((Heading(title), Items(lines)), opening)


async def _show(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.office.plan(turn.uow)
    if followed is None:
        return say(common.NO_PLAN)
    code, first = arguments["code"], int(arguments.get("from", "0"))
    entries = await turn.uow.progress.history(followed.plan.id, code, limit=PAGE_SIZE + 1, offset=first)
    open_ = Choice(words.OPEN.format(code=code), Action("tasks.open", {"code": code}))
    if not entries:
        return say(words.NONE, choices=(open_,))
    blocks: list[Block] = [Heading(words.HEADING.format(code=code))]
    lines = [f"{_period(entry)}{_line(turn, entry)}" for entry in entries[:PAGE_SIZE]]
    blocks.append(Items(tuple(lines)))
    turning: list[Choice] = []
    if first:
        back = {"code": code, "from": str(max(0, first - PAGE_SIZE))}
        turning.append(Choice(common.PREVIOUS, Action("history.show", back), row=1))
    if len(entries) > PAGE_SIZE:
        on = {"code": code, "from": str(first + PAGE_SIZE)}
        turning.append(Choice(common.NEXT, Action("history.show", on), row=1))
    return Reply(tuple(blocks), (*turning, open_), replaces="from" in arguments)


def _period(entry: ProgressEntry) -> str:
    period = task_words.period(entry.period)
    return f"({period}) " if period else ""


def _line(turn: Turn, entry: ProgressEntry) -> str:
    """ "09:12 ngày 01/12/2026, Lan: 60%, đang thực hiện. Đã trình UBND tỉnh (đã hoàn tác)"."""
    what = {
        EntryKind.UPDATE: progress_words.standing(entry.percent, entry.status),
        EntryKind.NOTE: words.NOTE_ADDED,
        EntryKind.UNDO: words.UNDO,
    }[entry.kind]
    note = f". {common.shorten(entry.note, 120)}" if entry.note else ""
    undone = f" ({words.UNDONE})" if entry.undone else ""
    return f"{common.moment(entry.at, turn.zone)}, {entry.member_name}: {what}{note}{undone}"


ACTIONS: Mapping[str, ActionHandler] = {"history.show": _show}
