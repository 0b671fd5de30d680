"""What a conversation is about: what was answered, opened or reported last, kept for 15 minutes."""

from __future__ import annotations

from datetime import timedelta

from handlers.turn import Turn
from knowledge.answers import Topic

LASTS = timedelta(minutes=15)


_BETWEEN = "\n"


async def topic_of(turn: Turn) -> str:
    """The topic as the engine gave it, "" for none. What was said of one plan is no topic in another: its codes mean
    something else there."""
    incoming = turn.incoming
    place = (incoming.channel, incoming.chat, incoming.account)
    plan, _, topic = (await turn.uow.conversations.get(*place, turn.now)).topic.partition(_BETWEEN)
    followed = await turn.plan()
    return topic if followed is not None and followed.plan.id == plan else ""


async def keep(turn: Turn, topic: str) -> None:
    """From now on the conversation is about this."""
    followed = await turn.plan()
    if followed is not None:
        await _keep(turn, followed.plan.id, topic)


async def speak_of(turn: Turn, plan: str, code: str) -> None:
    """From now on "ai chủ trì?" means this task, as long as the person speaks of its plan."""
    await _keep(turn, plan, Topic(facet="record", record=code).dump())


async def _keep(turn: Turn, plan: str, topic: str) -> None:
    incoming = turn.incoming
    place = (incoming.channel, incoming.chat, incoming.account)
    await turn.uow.conversations.set_topic(*place, f"{plan}{_BETWEEN}{topic}", turn.now + LASTS)
