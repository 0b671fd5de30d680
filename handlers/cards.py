"""A task in full: its record in the plan, how the occurrence in hand stands, and what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handlers import editing, evidence, extension_requests, topics
from handlers.listing import IN_A_ROW
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Note, Reply, Source, say
from handlers.office import FollowedPlan
from handlers.paging import page_of
from handlers.rights import Right, right_of
from handlers.standing import Standing, State, current, task_standings
from handlers.turn import ActionHandler, Turn
from handlers.wording import common
from handlers.wording import records as record_words
from handlers.wording import tasks as words
from storage.records import Role

PERIODS_ON_PAGE = 12
LATE_NAMED = 3
"""Other occurrences that are overdue and named on a card; the rest is counted."""


async def card(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The task `code`, for the occurrence `period`, else the one in hand."""
    followed = await turn.plan()
    task = followed.plan.task(arguments["code"]) if followed else None
    if followed is None or task is None:
        return say(words.GONE.format(code=arguments["code"]))
    await topics.speak_of(turn, followed, task.code)
    of_task = await task_standings(turn.uow, followed, task, turn.today, turn.zone)
    named = next((s for s in of_task if s.occurrence.period == arguments.get("period")), None)
    standing = named or current(of_task, turn.today)
    inside = await _inside(turn, followed, standing)
    blocks: list[Block] = [
        Heading(f"{task.code}. {task.title}"),
        Fields((*_record(followed, standing), *_state(turn, standing, of_task), *inside)),
        *_late(of_task, standing),
        *editing.printed_notes(task),
        *(Note(note) for note in task.notes),
        Source(f"{followed.plan.short_title}, {task.place}"),
    ]
    choices = _choices(turn, followed, standing, several=len(of_task) > 1)
    return Reply(tuple(blocks), (*choices, *await _evidence(turn, followed, standing)))


def _record(followed: FollowedPlan, standing: Standing) -> list[tuple[str, str]]:
    """What the plan says."""
    task, plan = standing.task, followed.plan
    facts = [(words.LEAD, record_words.units(task.lead, task.lead_printed, plan))]
    if task.cooperating or task.cooperating_printed:
        facts.append((words.COOPERATING, record_words.units(task.cooperating, task.cooperating_printed, plan)))
    if task.product:
        facts.append((words.PRODUCT, task.product))
    facts.append((words.PRINTED, task.deadline or record_words.MATTER_NONE))
    return facts


def _state(turn: Turn, standing: Standing, of_task: Sequence[Standing]) -> list[tuple[str, str]]:
    """What it means in dates, and what was reported."""
    facts = []
    if standing.occurrence.period:
        facts.append((words.PERIOD, words.period_among(standing, of_task)))
    facts.append((words.DUE, words.due_and_state(standing, turn.today)))
    coming = next((s for s in of_task if s.due and s.due >= turn.today and s.open), None)
    over = not standing.open or standing.state is State.BEFORE
    if over and coming and coming != standing:
        facts.append((words.NEXT, words.next_period(coming)))
    reported, entry = words.progress(standing), standing.entry
    if entry is not None:
        reported += words.BY.format(name=entry.member_name, at=common.moment(entry.at, turn.zone))
    facts.append((words.PROGRESS, reported))
    if standing.confirmed is not None:
        facts.append((words.CONFIRMED, words.confirmed(standing.confirmed, turn.zone)))
    if standing.aside is not None:
        facts.append((words.ASIDE, words.aside(standing.aside)))
    if entry is not None and entry.note:
        facts.append((words.NOTE, entry.note))
    return facts


async def _inside(turn: Turn, followed: FollowedPlan, standing: Standing) -> list[tuple[str, str]]:
    """Who was given the task, and the request for a later deadline that waits."""
    waits = await extension_requests.on_card(turn, followed, standing)
    having = (await turn.uow.assignments.of_plan(followed.plan.id)).get(standing.task.code, ())
    people = [member for member in [await turn.uow.members.get(number) for number in having] if member]
    facts = [(words.ASSIGNED, ", ".join(member.name for member in people))] if people else []
    return [*facts, *([(words.EXTENSION_ASKED, waits)] if waits else [])]


def _late(of_task: Sequence[Standing], shown: Standing) -> tuple[Block, ...]:
    """Other occurrences that are overdue, so that a card never looks better than the task stands."""
    late = [s for s in of_task if s.state is State.OVERDUE and s != shown][::-1]
    return (Note(words.late_periods(late, LATE_NAMED)),) if late else ()


def _choices(turn: Turn, followed: FollowedPlan, standing: Standing, *, several: bool) -> tuple[Choice, ...]:
    choices = []
    if right_of(turn.who, standing.task, followed.plan) is not Right.NONE:
        choices.append(Choice(words.UPDATE, Action("progress.start", standing.place)))
    choices.append(Choice(words.HISTORY, Action("history.show", {"code": standing.task.code}), row=1))
    if several:
        choices.append(Choice(words.OTHER_PERIODS, Action("tasks.periods", {"code": standing.task.code}), row=1))
    if turn.who.role is Role.OFFICE and turn.incoming.private:
        choices += _of_office(standing)
    elif turn.incoming.private and standing.open and right_of(turn.who, standing.task, followed.plan) is Right.RECORD:
        choices.append(Choice(words.ASK_EXTENSION, Action("extensions.start", standing.place), row=1))
    return tuple(choices)


def _of_office(standing: Standing) -> list[Choice]:
    """What the office can rule about it."""
    if standing.awaiting:
        return [Choice(words.CONFIRM, Action("confirming.open", standing.place), row=2)]
    if standing.aside is not None:
        return [Choice(words.RESUME, Action("suspending.resume", standing.place), row=2)]
    if standing.done:
        return []
    return [
        Choice(words.EXTEND if standing.due else words.SET_DATE, Action("extensions.start", standing.place), row=1),
        Choice(words.SUSPEND, Action("suspending.start", {**standing.place, "kind": "suspend"}), row=2),
        Choice(words.WITHDRAW, Action("suspending.start", {**standing.place, "kind": "withdraw"}), row=2),
    ]


async def _evidence(turn: Turn, followed: FollowedPlan, standing: Standing) -> tuple[Choice, ...]:
    """The choice that shows the files that speak for it, for those who may see them."""
    if not turn.incoming.private or not await evidence.visible(turn, standing.task.code):
        return ()
    place = standing.place
    count = len(await turn.uow.evidence.of_occurrence(followed.plan.id, place["code"], place["period"]))
    return (evidence.show_choice(place, count),) if count else ()


async def periods(turn: Turn, arguments: dict[str, str]) -> Reply:
    """All occurrences of a task, each opening its card; at first the page that has the one in hand."""
    followed = await turn.plan()
    task = followed.plan.task(arguments["code"]) if followed else None
    if followed is None or task is None:
        return say(words.GONE.format(code=arguments["code"]))
    of_task = await task_standings(turn.uow, followed, task, turn.today, turn.zone)
    at = of_task.index(current(of_task, turn.today))
    page = page_of(of_task, arguments.get("page", at // PERIODS_ON_PAGE + 1), PERIODS_ON_PAGE)
    blocks: list[Block] = [
        Heading(words.PERIODS_HEADING.format(code=task.code)),
        Items(tuple(words.period_line(s, turn.today) for s in page.items)),
    ]
    if page.caption:
        blocks.append(Note(page.caption))
    opening = tuple(
        Choice(record_words.period(s.occurrence.period) or task.code, Action("tasks.open", s.place), row=i // IN_A_ROW)
        for i, s in enumerate(page.items)
    )
    turning = page.turning("tasks.periods", {"code": task.code})
    return Reply(tuple(blocks), (*opening, *turning), replaces="page" in arguments)


ACTIONS: Mapping[str, ActionHandler] = {"tasks.open": card, "tasks.periods": periods}
