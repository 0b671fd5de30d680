"""/thuhoi: takes back the addresses of files that were sent to a person, where files go as addresses."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.journal import log_act
from handlers.messages import Action, Choice, Reply, say
from handlers.turn import ActionHandler, Turn
from handlers.wording import common
from handlers.wording import links as words


async def command(turn: Turn, typed: str) -> Reply:
    """How many addresses of theirs can be opened; the choice to take them back."""
    count = 0
    for account in turn.who.accounts:
        count += await turn.uow.links.open(account.channel, account.chat, turn.now)
    if not count:
        return say(words.NONE)
    choices = (Choice(common.YES, Action("links.revoke"), row=0), Choice(common.NO, Action("links.keep"), row=0))
    return say(words.ASK.format(count=count), choices=choices)


async def _revoke(turn: Turn, arguments: dict[str, str]) -> Reply:
    count = 0
    for account in turn.who.accounts:
        count += await turn.uow.links.revoke(account.channel, account.chat)
    await log_act(turn, "links", words.LOGGED.format(count=count))
    return say(words.REVOKED.format(count=count))


async def _keep(turn: Turn, arguments: dict[str, str]) -> Reply:
    return say(common.DROPPED)


ACTIONS: Mapping[str, ActionHandler] = {"links.revoke": _revoke, "links.keep": _keep}
