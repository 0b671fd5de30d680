"""/nhacviec: how a person wants to be reminded: hour, how much, quiet hours. The deadline's own day is told whatever
they choose, only its hour is theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import time

from handlers import linking
from handlers.flow import stop_waiting, wait_for
from handlers.leaving import leaves_of
from handlers.messages import Action, Choice, Fields, Heading, Note, Paragraph, Reply, say
from handlers.reminders import queue_for
from handlers.timetable_items import hour, spans
from handlers.turn import ActionHandler, FlowHandler, Turn
from handlers.wording import office as office_words
from handlers.wording import own_settings as words
from handlers.wording import timetable as item_words
from knowledge.lexicon.timetable import USUAL, VOLUMES
from knowledge.reminders import Volume
from knowledge.timetable import Span, within
from knowledge.vietnamese import fold
from storage.records import Personal

HOURS = (time(7, 30), time(8), time(9), time(10))
"""Hours on offer; any other can be typed."""


async def command(turn: Turn, typed: str) -> Reply:
    """/nhacviec; or in one line "9h", "nhẹ", "yên lặng 15h-16h"."""
    if not typed:
        return await _shown(turn)
    folded = fold(typed).strip(" .")
    if folded in VOLUMES:
        return await _set_volume(turn, {"volume": VOLUMES[folded]})
    if folded.startswith("yen lang"):
        return await _quiet_typed(turn, folded.removeprefix("yen lang").strip(" :"))
    return await _hour_typed(turn, folded.removeprefix("gio").strip(" :"))


async def _shown(turn: Turn, said: str = "") -> Reply:
    mine = await turn.uow.personal.get(turn.who.id)
    table = turn.office.timetable
    usual = "" if mine.hour else f" ({words.USUAL})"
    facts = [
        (words.HOUR, item_words.hour(mine.hour or table.digest) + usual),
        (words.VOLUME, words.VOLUMES[Volume(mine.volume)]),
        (words.QUIET, item_words.spans((*table.quiet, *((mine.quiet,) if mine.quiet else ())))),
    ]
    leaves = await leaves_of(turn.uow, turn.who.id, turn.today)
    facts.append((words.LEAVE, "; ".join(leaves) or words.NO_LEAVE))
    choices = [
        Choice(words.HOUR, Action("own.hour"), row=1),
        Choice(words.VOLUME, Action("own.volume"), row=1),
        Choice(words.QUIET, Action("own.quiet"), row=2),
        Choice(words.LEAVE, Action("say", {"text": "/nghiphep"}), row=2),
    ]
    channels = list(dict.fromkeys(account.channel for account in turn.who.accounts))
    if len(channels) > 1:
        first = office_words.CHANNELS.get(mine.channel, mine.channel) if mine.channel in channels else words.ANY_APP
        facts.append((words.APP, first))
        choices += linking.where(channels, row=3)
    head = [Paragraph(said, strong=True)] if said else [Heading(words.HEADING)]
    return Reply((*head, Fields(tuple(facts)), Note(words.ALWAYS)), tuple(choices), replaces=bool(said))


async def _keep(turn: Turn, wanted: Personal, said: str) -> Reply:
    await turn.uow.personal.set(turn.who.id, wanted)
    await stop_waiting(turn)
    return await _shown(turn, said)


# ---- the hour -------------------------------------------------------------------------------------------------------


async def _ask_hour(turn: Turn, arguments: dict[str, str]) -> Reply:
    await wait_for(turn, "own.hour", {})
    hours = [h for h in HOURS if not _in_quiet(turn, h, None)]
    choices = tuple(Choice(item_words.hour(h), Action("own.set_hour", {"hour": f"{h:%H:%M}"}), row=1) for h in hours)
    usual = Choice(words.AS_OFFICE, Action("own.set_hour", {"hour": ""}), row=2)
    return Reply((Paragraph(words.ASK_HOUR),), (*choices, usual), replaces=True)


def _in_quiet(turn: Turn, wanted: time, own: Span | None) -> bool:
    return any(within(wanted, span) for span in (*turn.office.timetable.quiet, *((own,) if own else ())))


async def _typed_hour(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    return await _hour_typed(turn, fold(typed).strip(" ."))


async def _hour_typed(turn: Turn, folded: str) -> Reply:
    if folded in USUAL:
        return await _set_hour(turn, {"hour": ""})
    try:
        return await _set_hour(turn, {"hour": f"{hour(folded):%H:%M}"})
    except ValueError:
        return say(words.NOT_UNDERSTOOD)


async def _set_hour(turn: Turn, arguments: dict[str, str]) -> Reply:
    wanted = time.fromisoformat(arguments["hour"]) if arguments["hour"] else None
    mine, table = await turn.uow.personal.get(turn.who.id), turn.office.timetable
    if wanted is not None and (_in_quiet(turn, wanted, mine.quiet) or wanted >= table.digest_until):
        return say(words.BAD_HOUR.format(until=item_words.hour(table.digest_until)))
    said = words.HOUR_SET.format(hour=item_words.hour(wanted or table.digest))
    shown = await _keep(turn, replace(mine, hour=wanted), said)
    if (wanted or table.digest) <= turn.now.astimezone(turn.zone).time():
        # Nobody's digest is lost because its hour was moved to one that has passed.
        await queue_for(turn.uow, turn.office, turn.who, turn.now, turn.zone)
    return shown


# ---- how much -------------------------------------------------------------------------------------------------------


async def _ask_volume(turn: Turn, arguments: dict[str, str]) -> Reply:
    choices = tuple(
        Choice(words.VOLUMES[volume], Action("own.set_volume", {"volume": volume.value})) for volume in Volume
    )
    return Reply((Paragraph(words.ASK_VOLUME),), choices, replaces=True)


async def _set_volume(turn: Turn, arguments: dict[str, str]) -> Reply:
    mine, volume = await turn.uow.personal.get(turn.who.id), Volume(arguments["volume"])
    said = words.VOLUME_SET.format(volume=words.VOLUMES[volume])
    return await _keep(turn, replace(mine, volume=volume.value), said)


# ---- quiet hours ----------------------------------------------------------------------------------------------------


async def _ask_quiet(turn: Turn, arguments: dict[str, str]) -> Reply:
    await wait_for(turn, "own.quiet", {})
    usual = Choice(words.AS_OFFICE, Action("own.no_quiet"), row=1)
    return Reply((Paragraph(words.ASK_QUIET),), (usual,), replaces=True)


async def _typed_quiet(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    return await _quiet_typed(turn, fold(typed).strip(" ."))


async def _quiet_typed(turn: Turn, folded: str) -> Reply:
    try:
        found = spans(folded)
    except ValueError:
        return say(words.QUIET_UNCLEAR)
    if not found:
        return await _no_quiet(turn, {})
    mine, table = await turn.uow.personal.get(turn.who.id), turn.office.timetable
    if len(found) > 1 or within(mine.hour or table.digest, found[0]):
        return say(words.QUIET_OVER_HOUR)
    return await _keep(turn, replace(mine, quiet=found[0]), words.QUIET_SET.format(span=item_words.spans(found)))


async def _no_quiet(turn: Turn, arguments: dict[str, str]) -> Reply:
    mine = await turn.uow.personal.get(turn.who.id)
    return await _keep(turn, replace(mine, quiet=None), words.QUIET_USUAL)


ACTIONS: Mapping[str, ActionHandler] = {
    "own.hour": _ask_hour,
    "own.set_hour": _set_hour,
    "own.volume": _ask_volume,
    "own.set_volume": _set_volume,
    "own.quiet": _ask_quiet,
    "own.no_quiet": _no_quiet,
}
FLOWS: Mapping[str, FlowHandler] = {"own.hour": _typed_hour, "own.quiet": _typed_quiet}
