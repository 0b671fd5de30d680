"""How the tasks that a question is about stand now, from what was reported: those in one state, those that fall due in
certain days, or one by one how far they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from handlers import answering, deadlines, topics
from handlers.filters import filters_said
from handlers.listing import caption, opening
from handlers.messages import Block, Heading, Items, Paragraph, Reply
from handlers.office import FollowedPlan
from handlers.paging import page_of
from handlers.standing import Standing, State, by_task, current, standings
from handlers.turn import Turn
from handlers.wording import standing_asked as words
from handlers.wording import tasks as task_words
from knowledge.answers import Answer, Topic
from knowledge.windows import days_of
from storage.records import Status

_EVERY_PERIOD = frozenset({"overdue", "awaiting", "done"})
"""States that are told of every period of a task; the others of the one in hand."""
_BY_DAY = _EVERY_PERIOD | {"urgent"}
_STATES: Mapping[str, Callable[[Standing], bool]] = {
    "": lambda s: s.aside is None,
    "open": lambda s: s.open,
    "urgent": lambda s: s.open and s.due is not None and s.state is not State.BEFORE,
    "overdue": lambda s: s.state is State.OVERDUE,
    "awaiting": lambda s: s.awaiting,
    "done": lambda s: s.done,
    "blocked": lambda s: s.open and s.entry is not None and s.entry.status is Status.BLOCKED,
    "underway": lambda s: s.open and s.entry is not None and s.entry.status is Status.IN_PROGRESS,
    "silent": lambda s: s.open and s.reportable and s.entry is None,
}


async def reply(turn: Turn, followed: FollowedPlan, answer: Answer, typed: str, topic: str, page: str = "1") -> Reply:
    """The tasks of an answer as they stand; `page` of those that are many. `typed`: the question, `topic`: what the
    conversation was about when it was asked: both ask it again for another page."""
    window, state = answer.facts.get("window", ""), answer.facts.get("state", "")
    if window == "soon" and state in ("", "open"):
        return await deadlines.command(turn, answer.filters.get("lead", ""))
    tasks = [task for task in (followed.plan.task(code) for code in answer.records) if task]
    found = await standings(turn.uow, followed, turn.today, turn.zone, tasks)
    shown = _chosen(found, state, days_of(window, turn.today) if window else None, turn.today)
    said = words.asked(state, window, turn.today, filters_said(answer), none=not shown)
    if not shown:
        nearest = _next(found, turn.today) if window and state != "done" else []
        return Reply((Paragraph(words.NONE.format(asked=said)), *nearest))
    at = page_of(shown, page)
    await topics.show_list(turn, followed, [s.task.code for s in at.items], said=Topic.load(answer.topic).said)
    plan = None if "lead" in answer.filters else followed.plan
    lines = tuple(task_words.line(s, turn.today, plan=plan) for s in at.items)
    turning = at.turning(answering.PAGE, {"question": typed, "topic": topic})
    return Reply((Heading(words.counted(said, shown)), Items(lines), *caption(at)), (*opening(at.items), *turning))


def _chosen(found: Sequence[Standing], state: str, days: tuple[date, date] | None, today: date) -> Sequence[Standing]:
    """Those in the state; of these those that fall due in the days (what is done: was completed in them), by day.
    Without a state whatever falls due then, done or not; without days too, each as it is in hand."""
    in_hand = [current(of_task, today) for of_task in by_task(found).values()]
    wanted = [s for s in (found if days or state in _EVERY_PERIOD else in_hand) if _STATES[state](s)]
    if days is None:
        return sorted(wanted, key=lambda s: s.due or date.max) if state in _BY_DAY else wanted
    dated = [(s.completed if state == "done" else s.due, s) for s in wanted if s.state is not State.BEFORE]
    within = [(day, s) for day, s in dated if day and days[0] <= day <= days[1]]
    return [s for _, s in sorted(within, key=lambda pair: pair[0])]


def _next(found: Sequence[Standing], today: date) -> list[Block]:
    """The nearest deadline, where none falls in the days asked about."""
    ahead = (s for s in found if s.open and s.due and s.due >= today)
    nearest = min(ahead, key=lambda s: s.due or date.max, default=None)
    return [Paragraph(words.NEAREST.format(line=task_words.line(nearest, today)))] if nearest else []
