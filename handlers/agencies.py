"""/coquan: what the head and foot of the office's papers say, set from the chat; by the plan where nothing is set."""

from __future__ import annotations

import json
from collections.abc import Mapping

from handlers.flow import stop_waiting, wait_for
from handlers.journal import log_act
from handlers.messages import Action, Choice, Fields, Heading, Note, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.reporting.agency import NAMES, PREFIX, Agency, agency
from handlers.turn import ActionHandler, FlowHandler, Turn
from handlers.wording import common
from handlers.wording import exports as words
from knowledge.vietnamese import clean, fold

MAX_VALUE = 400
"""Characters of one of the values."""
_NOTHING = "-"


async def command(turn: Turn, typed: str) -> Reply:
    """/coquan [field value]: all of it; a field to be set; or both in one line."""
    field = next((f for f in NAMES if fold(typed).startswith(fold(words.FIELDS[f]))), None)
    if field is None:
        return await _show(turn, {}) if not typed else await _unknown(turn, typed)
    value = typed[len(words.FIELDS[field]) :].lstrip(" :=")
    return await _propose(turn, field, value) if value else await _ask(turn, {"field": field})


async def _now(turn: Turn) -> Agency | None:
    followed = await turn.plan()
    return agency(followed.plan, await turn.uow.settings.all()) if followed else None


async def _show(turn: Turn, arguments: dict[str, str]) -> Reply:
    now = await _now(turn)
    if now is None:
        return no_plan()
    pairs = tuple((words.FIELDS[name], getattr(now, name) or words.EMPTY) for name in NAMES)
    choices = tuple(
        Choice(words.FIELDS[name], Action("agency.ask", {"field": name}), row=number // 2)
        for number, name in enumerate(NAMES)
    )
    return Reply((Heading(words.HEADING), Fields(pairs), Note(words.INTRO)), choices)


async def _unknown(turn: Turn, typed: str) -> Reply:
    shown = await _show(turn, {})
    return Reply((Paragraph(words.UNKNOWN_FIELD.format(typed=common.shorten(typed, 40))), *shown.blocks), shown.choices)


async def _ask(turn: Turn, arguments: dict[str, str]) -> Reply:
    now, field = await _now(turn), arguments["field"]
    if now is None:
        return no_plan()
    await wait_for(turn, "agency.typed", {"field": field})
    asked = Paragraph(
        words.ASK.format(field=words.FIELDS[field], value=getattr(now, field) or words.EMPTY), strong=True
    )
    hint = (Note(words.HINTS[field]),) if field in words.HINTS else ()
    return Reply((asked, *hint), (Choice(common.NO, Action("progress.drop")),))


async def _typed(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    await stop_waiting(turn)
    return await _propose(turn, data["field"], typed)


async def _propose(turn: Turn, field: str, typed: str) -> Reply:
    now = await _now(turn)
    if now is None:
        return no_plan()
    value = "" if typed.strip() == _NOTHING else clean(typed)
    if len(value) > MAX_VALUE:
        return say(words.TOO_LONG.format(limit=MAX_VALUE))
    before = getattr(now, field)
    if value == before:
        return say(words.SAME.format(field=words.FIELDS[field], value=value or words.EMPTY))
    question = words.SURE.format(field=words.FIELDS[field], before=before or words.EMPTY, after=value or words.EMPTY)
    sure = Choice(common.YES, Action("agency.set", {"field": field, "value": value, "before": before}), row=1)
    return Reply((Paragraph(question, strong=True),), (sure, Choice(common.NO, Action("progress.drop"), row=1)))


async def _set(turn: Turn, arguments: dict[str, str]) -> Reply:
    now, field, value = await _now(turn), arguments["field"], arguments["value"]
    if now is None or getattr(now, field) != arguments["before"]:
        return say(words.CHANGED.format(field=words.FIELDS[field]))
    await turn.uow.settings.set(PREFIX + field, json.dumps(value, ensure_ascii=False), turn.now)
    before, after = arguments["before"] or words.EMPTY, value or words.EMPTY
    await log_act(turn, "agency", words.FIELDS[field], before, after)
    undo = {"field": field, "value": arguments["before"], "before": value, "undo": "1"}
    if "undo" in arguments:
        return Reply((Paragraph(words.UNDONE.format(field=words.FIELDS[field], before=after)),), replaces=True)
    choices = (
        Choice(common.UNDO, Action("agency.set", undo), row=1),
        Choice(words.HEADING, Action("agency.show"), row=1),
    )
    return Reply((Paragraph(words.DONE.format(field=words.FIELDS[field], after=after)),), choices, replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {"agency.show": _show, "agency.ask": _ask, "agency.set": _set}
FLOWS: Mapping[str, FlowHandler] = {"agency.typed": _typed}
