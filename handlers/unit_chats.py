"""/ganket, said in a group chat: the chat gets the digest of one unit, without persons. Only the office may do so."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Note, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.notices import tell_office
from handlers.turn import ActionHandler, Turn
from handlers.units import named_exactly, own_units, unit_name, unit_named
from handlers.wording import common
from handlers.wording import office as office_words
from handlers.wording import unit_chats as words
from knowledge.vietnamese import fold

FREE = frozenset({"thoi", "huy", "bo", "tat"})


async def command(turn: Turn, typed: str) -> Reply:
    """/ganket [UNIT | thôi]: binds this group to a unit, or frees it; without words, which units there are."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    if turn.incoming.private:
        bound = await turn.uow.unit_chats.all()
        lines = ", ".join(unit_name(chat.unit, followed.plan) for chat in bound)
        return say(words.IN_GROUP, *((words.BOUND_TO.format(units=lines),) if bound else ()))
    if fold(typed).strip(" .") in FREE:
        return await _free(turn, {})
    unit = (named_exactly(typed, followed.plan) or unit_named(typed, followed.plan)) if typed else None
    if unit is not None:
        return await _bind(turn, {"unit": unit})
    bound_here = await turn.uow.unit_chats.get(turn.incoming.channel, turn.incoming.chat)
    units = [u for u in own_units(followed.plan) if not u.collective]
    choices = tuple(Choice(u.name, Action("unit_chats.bind", {"unit": u.code})) for u in units)
    if bound_here:
        free = Choice(words.FREE, Action("unit_chats.free"))
        said = words.NOW.format(unit=unit_name(bound_here.unit, followed.plan))
        return say(said, choices=(free, *choices))
    return say(words.CHOOSE if not typed else words.NO_UNIT.format(typed=common.shorten(typed, 40)), choices=choices)


async def _bind(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if turn.incoming.private or followed is None or followed.plan.unit(arguments["unit"]) is None:
        return say(common.CHOICE_LAPSED)
    incoming = turn.incoming
    await turn.uow.unit_chats.bind(incoming.channel, incoming.chat, arguments["unit"], turn.who.id, turn.now)
    name = unit_name(arguments["unit"], followed.plan)
    await log_act(turn, "chat", name)
    free = Choice(words.FREE, Action("unit_chats.free"))
    bound = Paragraph(words.BOUND.format(unit=name), strong=True)
    return Reply((bound, Note(words.MEANING), *await _too_many(turn)), (free,), replaces=True)


async def _too_many(turn: Turn) -> tuple[Block, ...]:
    """That the app serves fewer groups than are bound by now, said here and to the whole office; nothing else."""
    channel, most = turn.incoming.channel, turn.capabilities.groups_at_most
    groups = sum(chat.channel == channel for chat in await turn.uow.unit_chats.all())
    if most is None or groups <= most:
        return ()
    title = office_words.CHANNELS.get(channel, channel)
    said = words.TOO_MANY.format(channel=title, groups=groups, most=most)
    await tell_office(turn.uow, f"groups:{channel}:{groups}:{turn.today}", say(said), turn.now)
    return (Note(said),)


async def _free(turn: Turn, arguments: dict[str, str]) -> Reply:
    freed = await turn.uow.unit_chats.free(turn.incoming.channel, turn.incoming.chat)
    if not freed:
        return say(words.NOT_BOUND)
    await log_act(turn, "chat.free", words.GROUP)
    return Reply((Paragraph(words.FREED, strong=True),), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {"unit_chats.bind": _bind, "unit_chats.free": _free}
