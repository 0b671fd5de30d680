"""What a conversation is about: what was answered, opened or reported last, kept for 15 minutes."""

from __future__ import annotations

from datetime import timedelta

from handlers.turn import Turn
from knowledge.answers import Topic

LASTS = timedelta(minutes=15)


async def topic_of(turn: Turn) -> str:
    """The topic as the engine gave it, "" for none."""
    incoming = turn.incoming
    return (await turn.uow.conversations.get(incoming.channel, incoming.chat, incoming.account, turn.now)).topic


async def keep(turn: Turn, topic: str) -> None:
    """From now on the conversation is about this."""
    incoming = turn.incoming
    place = (incoming.channel, incoming.chat, incoming.account)
    await turn.uow.conversations.set_topic(*place, topic, turn.now + LASTS)


async def speak_of(turn: Turn, plan: str, code: str) -> None:
    """From now on "ai chủ trì?" means this task, if it is of the plan that the person speaks of."""
    followed = await turn.plan()
    if followed is not None and followed.plan.id == plan:
        await keep(turn, Topic(facet="record", record=code).dump())
