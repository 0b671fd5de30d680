"""Who may do what: the one place where a role is checked, at the moment of acting. Rights about a task: `rights`."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.journal import log_act
from handlers.messages import Reply, say
from handlers.turn import Turn
from handlers.wording import account as words
from handlers.wording import common
from handlers.wording.roles import ROLES
from storage.records import Role


def _role_names(roles: Iterable[Role]) -> str:
    return ", ".join(ROLES[role] for role in Role if role in set(roles))


async def refusal(turn: Turn, roles: frozenset[Role], *, private: bool, subject: str) -> Reply | None:
    """Why the member may not do this here and now, or None when they may. A refused attempt is logged."""
    if turn.who.role not in roles:
        await log_act(turn, "denied", subject)
        return say(common.NOT_ALLOWED.format(roles=_role_names(roles)))
    if private and not turn.incoming.private:
        return say(words.GROUP_PRIVATE_ONLY)
    return None
