"""What the bot waits for in a conversation: the step that takes the next text, for half an hour."""

from __future__ import annotations

from datetime import timedelta

from handlers.turn import Turn
from knowledge.vietnamese import clean

LASTS = timedelta(minutes=30)
IN_PLAN = "in_plan"
"""In the arguments of a choice and the data of a flow: the plan that was spoken of when it was offered. Codes mean
nothing without it: "II.5" is in every plan."""


async def wait_for(turn: Turn, flow: str, data: dict[str, str]) -> None:
    """The next text goes to this step. In a group nothing is waited for: people there talk to each other."""
    incoming = turn.incoming
    if incoming.private:
        place = (incoming.channel, incoming.chat, incoming.account)
        followed = await turn.plan()
        kept = data if followed is None else {IN_PLAN: followed.plan.id, **data}
        await turn.uow.conversations.set_flow(*place, flow, kept, turn.now + LASTS)


async def stop_waiting(turn: Turn) -> None:
    """Nothing is waited for any more."""
    incoming = turn.incoming
    await turn.uow.conversations.clear_flow(incoming.channel, incoming.chat, incoming.account)


def as_typed(turn: Turn, typed: str) -> str:
    """What the step was given, with its lines as they were typed: words that go on to somebody else."""
    lines = [clean(line) for line in (turn.incoming.text or "").splitlines()]
    return "\n".join(line for line in lines if line) or typed
