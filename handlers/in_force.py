"""What the office has ruled beside the plan's words, said with an answer about a task: a later deadline, a stop.

What is printed stays the answer; what is quoted from it must not mislead."""

from __future__ import annotations

from dataclasses import replace

from handlers.messages import Note, Reply, Source
from handlers.office import FollowedPlan
from handlers.standing import Standing, State, current, task_standings
from handlers.turn import Turn
from handlers.wording import answers as words
from handlers.wording import records as record_words
from handlers.wording import tasks as task_words
from knowledge.answers import Answer
from knowledge.model import Task

_FACETS = ("deadline", "record")
_FEW = 6
"""Of more tasks in one answer nothing is said beside them."""


async def with_rulings(turn: Turn, followed: FollowedPlan, answer: Answer, reply: Reply) -> Reply:
    """The reply with the deadline in force of its tasks: where one was asked for its deadline, else where the office
    moved it or stopped the work."""
    tasks = [task for code in dict.fromkeys(answer.records) if (task := followed.plan.task(code))]
    if answer.kind != "answer" or answer.facet not in _FACETS or len(tasks) > _FEW:
        return reply
    asked = answer.facet == "deadline" and len(tasks) == 1
    found = [(task, await _in_hand(turn, followed, task)) for task in tasks]
    notes = [Note(_said(turn, task, one)) for task, one in found if _ruled(one) or (asked and _is_dated(one))]
    at = next((n for n, block in enumerate(reply.blocks) if isinstance(block, Source)), len(reply.blocks))
    if len(tasks) > 1:
        at = len(reply.blocks)
    return replace(reply, blocks=(*reply.blocks[:at], *notes, *reply.blocks[at:]))


async def _in_hand(turn: Turn, followed: FollowedPlan, task: Task) -> Standing:
    return current(await task_standings(turn.uow, followed, task, turn.today, turn.zone), turn.today)


def _ruled(standing: Standing) -> bool:
    return bool(standing.extensions) or standing.aside is not None


def _is_dated(standing: Standing) -> bool:
    return standing.due is not None and standing.state is not State.BEFORE


def _said(turn: Turn, task: Task, standing: Standing) -> str:
    period = record_words.period(standing.occurrence.period)
    of = words.OF_PERIOD.format(period=period) if period else ""
    due = task_words.due_and_state(standing, turn.today)
    return words.DUE_NOW.format(code=task.code, period=of, due=due)
