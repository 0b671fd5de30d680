"""Questions: a plain sentence or /hoi, answered from the plan in use; a topic is kept for 15 minutes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from handlers import answering, deadlines, desk, quotes
from handlers.messages import Action, Block, Choice, Heading, Items, Paragraph, Reply, say
from handlers.office import FollowedPlan
from handlers.standing import State, current, standings
from handlers.turn import ActionHandler, Turn
from handlers.wording import answers as words
from handlers.wording import commands as command_words
from handlers.wording import common
from handlers.wording import tasks as task_words
from knowledge.answers import Answer

TOPIC_LASTS = timedelta(minutes=15)
ON_SCREEN = 8


async def command(turn: Turn, typed: str) -> Reply:
    """Answers a question; without words, shows how to ask."""
    followed = await turn.plan()
    if followed is None:
        return say(common.NO_PLAN)
    if not typed:
        code = followed.plan.tasks[0].code if followed.plan.tasks else ""
        return say(command_words.ASK_USAGE.format(code=code))
    kept = await desk.kept_answer(turn, followed, typed)
    if kept is not None:
        return kept
    engine = await turn.office.engine(turn.uow, followed)
    answer = engine.answer(typed, await _topic(turn), today=turn.today)
    replied = await _reply(turn, followed, answer)
    return await _with_offers(turn, followed, answer, typed, replied)


async def _with_offers(turn: Turn, followed: FollowedPlan, answer: Answer, typed: str, replied: Reply) -> Reply:
    """What nothing was found for may go to the office; an answer may be quoted, or called wrong."""
    if answer.kind == "none":
        await desk.note_unfound(turn, followed, typed)
        return replace(replied, choices=(*replied.choices, desk.ask_choice(typed)))
    if answer.kind != "answer" or not answer.records:
        return replied
    said = " ".join(block.text for block in replied.blocks if isinstance(block, Paragraph))
    offers = [desk.wrong_choice(typed, said)]
    if len(answer.records) == 1 and answer.facet != "progress":
        offers.insert(0, quotes.choice(answer.records[0]))
    return replace(replied, choices=(*replied.choices, *offers))


async def _record(turn: Turn, arguments: dict[str, str]) -> Reply:
    """One of several records was chosen: the answer about it."""
    followed = await turn.plan()
    if followed is None:
        return say(common.NO_PLAN)
    code = arguments["code"]
    if followed.plan.task(code) is None and followed.plan.target(code) is None:
        return say(task_words.GONE.format(code=code))
    engine = await turn.office.engine(turn.uow, followed)
    answer = engine.record(code, arguments["facet"], await _topic(turn))
    return await _reply(turn, followed, answer)


async def _topic(turn: Turn) -> str:
    incoming = turn.incoming
    place = (incoming.channel, incoming.chat, incoming.account)
    return (await turn.uow.conversations.get(*place, turn.now)).topic


async def _reply(turn: Turn, followed: FollowedPlan, answer: Answer) -> Reply:
    incoming = turn.incoming
    place = (incoming.channel, incoming.chat, incoming.account)
    await turn.uow.conversations.set_topic(*place, answer.topic, turn.now + TOPIC_LASTS)
    if answer.kind == "answer" and answer.facet == "progress":
        if "soon" in answer.facts:
            return await deadlines.command(turn, "")
        return await _progress(turn, followed, answer)
    return answering.reply(answer, followed.plan)


async def _progress(turn: Turn, followed: FollowedPlan, answer: Answer) -> Reply:
    """How the tasks asked about stand now, from what was reported; with `overdue`, only those that are late."""
    tasks = [task for task in (followed.plan.task(code) for code in answer.records) if task]
    found = await standings(turn.uow, followed, turn.today, turn.zone, tasks)
    if "overdue" in answer.facts:
        shown = [s for s in found if s.state is State.OVERDUE]
    else:
        shown = [current([s for s in found if s.task == task], turn.today) for task in tasks]
    if not shown:
        return say(words.NONE_OVERDUE)
    lines = [task_words.line(s, turn.today) for s in shown[:ON_SCREEN]]
    blocks: list[Block] = [Heading(words.PROGRESS.format(count=len(shown))), Items(tuple(lines))]
    if len(shown) > ON_SCREEN:
        blocks.append(Paragraph(words.MORE.format(count=len(shown) - ON_SCREEN)))
    choices = [
        Choice(task_words.label(s.task), Action("tasks.open", {"code": s.task.code, "period": s.occurrence.period}))
        for s in shown[:ON_SCREEN]
    ]
    return Reply(tuple(blocks), tuple(choices))


ACTIONS: Mapping[str, ActionHandler] = {"ask.record": _record}
