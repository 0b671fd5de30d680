"""Questions: a plain sentence or /hoi, answered from the plan in use; a topic is kept for 15 minutes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from handlers import answering
from handlers.messages import Reply, say
from handlers.turn import ActionHandler, Turn
from handlers.wording import commands as command_words
from handlers.wording import common

TOPIC_LASTS = timedelta(minutes=15)


async def command(turn: Turn, words: str) -> Reply:
    """Answers a question; without words, shows how to ask."""
    followed = await turn.office.plan(turn.uow)
    if followed is None:
        return say(common.NO_PLAN)
    if not words:
        code = followed.plan.tasks[0].code if followed.plan.tasks else ""
        return say(command_words.ASK_USAGE.format(code=code))
    incoming = turn.incoming
    place = (incoming.channel, incoming.chat, incoming.account)
    conversation = await turn.uow.conversations.get(*place, turn.now)
    answer = followed.engine.answer(words, conversation.topic, today=turn.today)
    await turn.uow.conversations.set_topic(*place, answer.topic, turn.now + TOPIC_LASTS)
    return answering.reply(answer, followed.plan)


async def _about(turn: Turn, arguments: dict[str, str]) -> Reply:
    """A candidate was chosen: the same question, about that record."""
    return await command(turn, arguments["question"])


ACTIONS: Mapping[str, ActionHandler] = {"ask": _about}
