"""/lichsu: the log of a task, or of what the person's unit has reported lately; what can be taken back is offered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handlers.messages import Action, Block, Choice, Heading, Items, Note, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.office import FollowedPlan, extensions_by_occurrence
from handlers.paging import PAGE_SIZE, page_of
from handlers.rights import led_by
from handlers.turn import ActionHandler, Turn
from handlers.undoing import may_undo
from handlers.units import unit_name
from handlers.wording import common
from handlers.wording import history as words
from handlers.wording import progress as progress_words
from handlers.wording import records as record_words
from handlers.wording import tasks as task_words
from knowledge.progress.codes import codes_like
from storage.records import EntryKind, Extension, ProgressEntry, Role

FETCH = 200
"""Entries looked through for a unit's latest."""


async def command(turn: Turn, typed: str) -> Reply:
    """/lichsu [code]: one task's log; without a code, the latest of the person's unit (the office: of everybody)."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    if not typed:
        return await _lately(turn, {})
    codes = codes_like(typed, followed.plan)
    if not codes:
        return say(task_words.GONE.format(code=common.shorten(typed, 40)))
    if len(codes) > 1:
        tasks = [task for task in (followed.plan.task(code) for code in codes[:PAGE_SIZE]) if task]
        choices = tuple(Choice(record_words.label(t), Action("history.show", {"code": t.code})) for t in tasks)
        return say(words.WHICH, choices=choices)
    return await _show(turn, {"code": codes[0]})


async def _lately(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    entries = await turn.uow.progress.history(followed.plan.id, limit=FETCH)
    title = words.HEADING_ALL
    if turn.who.role not in (Role.OFFICE, Role.DIRECTOR) and turn.who.unit is not None:
        own = {t.code for t in followed.plan.tasks if led_by(turn.who.unit, t, followed.plan)}
        entries = [e for e in entries if e.task in own or e.member_id == turn.who.id]
        title = words.HEADING_MINE.format(unit=unit_name(turn.who.unit, followed.plan))
    if not entries:
        return say(words.NONE)
    page = page_of(entries, arguments.get("page", "1"))
    blocks: list[Block] = [Heading(title), Items(tuple(f"{e.task} {_line(turn, e)}" for e in page.items))]
    if page.caption:
        blocks.append(Note(page.caption))
    codes = list(dict.fromkeys(entry.task for entry in page.items))
    opening = tuple(
        Choice(words.LOG.format(code=code), Action("history.show", {"code": code}), row=i // 3)
        for i, code in enumerate(codes)
    )
    choices = (*opening, *page.turning("history.lately", {}))
    return Reply(tuple(blocks), choices, replaces="page" in arguments)


async def _show(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The log of one task, newest first, with its extensions."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    code, first = arguments["code"], int(arguments.get("from", "0"))
    entries = await turn.uow.progress.history(followed.plan.id, code, limit=PAGE_SIZE + 1, offset=first)
    extended = await _extensions(turn, followed, code) if not first else ()
    show = Choice(progress_words.OPEN.format(code=code), Action("tasks.open", {"code": code}))
    blocks: list[Block] = [Heading(words.HEADING.format(code=code))]
    if not entries:
        blocks.append(Paragraph(words.NONE))
    shown = entries[:PAGE_SIZE]
    if shown:
        blocks.append(Items(tuple(_line(turn, entry) for entry in shown)))
    if extended:
        blocks += [Paragraph(words.EXTENSIONS), Items(tuple(extended))]
    if not first and (ruled := await _ruled(turn, followed, code)):
        blocks += [Paragraph(words.RULINGS), Items(tuple(ruled))]
    choices = (*_undos(turn, shown), *_turning(code, first, more=len(entries) > PAGE_SIZE), show)
    return Reply(tuple(blocks), choices, replaces="from" in arguments)


def _undos(turn: Turn, entries: Sequence[ProgressEntry]) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            words.UNDO_ENTRY.format(said=progress_words.said(e), at=common.moment(e.at, turn.zone)),
            Action("progress.undo", {"ids": str(e.id)}),
        )
        for e in entries
        if may_undo(turn, e)
    )


def _turning(code: str, first: int, *, more: bool) -> list[Choice]:
    wanted = [(common.PREVIOUS, max(0, first - PAGE_SIZE), first > 0), (common.NEXT, first + PAGE_SIZE, more)]
    return [
        Choice(label, Action("history.show", {"code": code, "from": str(start)}), row=900)
        for label, start, there in wanted
        if there
    ]


async def _extensions(turn: Turn, followed: FollowedPlan, code: str) -> list[str]:
    """The task's extensions in force or superseded, newest first."""
    by_place = await extensions_by_occurrence(turn.uow, followed.plan.id)
    of_task = [e for (task, _), given in by_place.items() if task == code for e in given]
    return [_extension(turn, e) for e in sorted(of_task, key=lambda e: e.id, reverse=True)]


def _extension(turn: Turn, extension: Extension) -> str:
    shape = words.EXTENSION if extension.previous else words.DATE_SET
    line = shape.format(
        at=common.moment(extension.at, turn.zone),
        due=common.day(extension.due),
        before=common.day(extension.previous) if extension.previous else "",
        reason=extension.reason,
    )
    return line + (words.DOCUMENT.format(document=extension.document) if extension.document else "")


async def _ruled(turn: Turn, followed: FollowedPlan, code: str) -> list[str]:
    """What the office has ruled about the task, newest first."""
    of_task = [r for r in await turn.uow.rulings.of_plan(followed.plan.id) if r.task == code]
    return [words.ruling(r, common.moment(r.at, turn.zone), record_words.period(r.period)) for r in of_task[::-1]]


def _line(turn: Turn, entry: ProgressEntry) -> str:
    """ "(năm 2026) 09:12 ngày 01/12/2026, Lan: 60%, đang thực hiện. Đã trình UBND tỉnh (đã hoàn tác)"."""
    what = words.UNDO if entry.kind is EntryKind.UNDO else progress_words.said(entry)
    note = f". {common.shorten(entry.note, 120)}" if entry.note else ""
    undone = f" ({words.UNDONE})" if entry.undone else ""
    period = record_words.period(entry.period)
    prefix = f"({period}) " if period else ""
    return f"{prefix}{common.moment(entry.at, turn.zone)}, {entry.member_name}: {what}{note}{undone}"


ACTIONS: Mapping[str, ActionHandler] = {"history.show": _show, "history.lately": _lately}
