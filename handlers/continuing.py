"""What did not fit at once: it waits in the choice that brings it."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.messages import Action, Choice, Reply, dump, load
from handlers.turn import ActionHandler, Turn
from handlers.wording import common


def more(rest: Reply) -> Choice:
    """The choice that brings the rest of a reply."""
    return Choice(common.NEXT, Action("continuing.more", {"rest": dump(rest)}))


async def _more(turn: Turn, arguments: dict[str, str]) -> Reply:
    return load(arguments["rest"])


ACTIONS: Mapping[str, ActionHandler] = {"continuing.more": _more}
