"""Questions: a plain sentence or /hoi, answered from the plan in use; a topic is kept for 15 minutes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time

from handlers import (
    account,
    answering,
    cards,
    desk,
    explaining,
    faq,
    in_force,
    progress,
    quotes,
    standing_asked,
    topics,
)
from handlers.messages import Action, Choice, Note, Reply, say
from handlers.missing import no_plan
from handlers.office import FollowedPlan
from handlers.paging import page_of
from handlers.turn import ActionHandler, Turn
from handlers.wording import amendments as amendment_words
from handlers.wording import answers as words
from handlers.wording import commands as command_words
from handlers.wording import common
from handlers.wording import desk as desk_words
from handlers.wording import faq as faq_words
from handlers.wording import tasks as task_words
from knowledge import own_unit
from knowledge.answers import Answer, Engine, Topic
from knowledge.as_of import split_as_of
from storage.records import Role

RECORD = "ask.record"
LIST_ANEW = Choice(words.LIST_ANEW, Action("tasks.list", {"show": "all"}))
NEAR_SHOWN = 2
"""Questions like the one asked that are offered where the plan has no answer."""


async def command(turn: Turn, typed: str) -> Reply:
    """Answers a question; without words, shows how to ask."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    if not typed:
        return say(command_words.ASK_USAGE, choices=await account.examples(turn))
    unit = followed.plan.unit(turn.who.unit or "")
    of_own = own_unit.with_unit(typed, unit.name) if unit else None
    replied = await _answered(turn, followed, of_own or typed)
    if unit is None or of_own is None:
        return replied
    return replace(replied, blocks=(Note(words.OWN_UNIT.format(unit=unit.name)), *replied.blocks))


async def _answered(turn: Turn, followed: FollowedPlan, typed: str) -> Reply:
    dated = split_as_of(typed)
    if dated is not None:
        return await _as_of(turn, followed, *dated)
    engine = await turn.office.engine(turn.uow, followed)
    kept = await faq.alike(turn, followed, engine, typed)
    if kept and kept[0].same:
        before = await topics.kept(turn)
        planned = engine.answer(typed, before.said, turn.today)
        await topics.keep(turn, planned.topic if planned.kind == "answer" else "", before)
        by_plan = Choice(faq_words.BY_PLAN, Action("ask.plan", {"question": typed}), row=950)
        replied = faq.shown(turn.zone, followed.version, kept[0], typed)
        return replace(replied, choices=(by_plan, desk.wrong_choice(typed, replied, ())))
    return await _by_plan(turn, followed, engine, typed, kept)


async def _as_of(turn: Turn, followed: FollowedPlan, day: date, question: str) -> Reply:
    """The answer from the version of the plan that stood at the end of a day."""
    end = datetime.combine(day, time.max, turn.zone)
    stored = await turn.uow.plans.as_of(followed.plan.id, end)
    if stored is None:
        return say(amendment_words.NOT_YET.format(day=common.day(day)))
    then = turn.office.followed(stored)
    engine = await turn.office.engine(turn.uow, then)
    replied = answering.reply(engine.answer(question, await topics.topic_of(turn)), then.plan)
    told = Note(amendment_words.AS_OF.format(version=stored.version, day=common.day(day)))
    return replace(replied, blocks=(*replied.blocks, told), choices=())


async def _by_plan(
    turn: Turn, followed: FollowedPlan, engine: Engine, typed: str, kept: Sequence[faq.Alike] = ()
) -> Reply:
    """What the plan answers, and what may be done with the answer. What nothing was found for may go to the office,
    unless it answered a question like it (`kept`)."""
    if await _of_list_before(turn, typed):
        return say(words.PLAN_CHANGED.format(version=followed.version), choices=(LIST_ANEW,))
    before = await topics.kept(turn)
    topic = before.said
    answer = engine.answer(typed, topic, turn.today)
    replied = await _reply(turn, followed, answer, before, typed)
    why = [explaining.choice(typed, topic)] if turn.who.role is Role.OFFICE and turn.incoming.private else []
    if answer.kind == "none" and "shown" not in answer.facts:
        await desk.note_unfound(turn, followed, typed)
        near = kept[:NEAR_SHOWN]
        blocks = (*replied.blocks, Note(desk_words.PERHAPS_ASKED)) if near else replied.blocks
        noted = progress.as_note(turn, followed, Topic.load(topic).record, typed)
        offers = [*noted, *(faq.show_choice(a) for a in near), desk.ask_choice(typed), *why]
    elif answer.kind == "answer":
        blocks = replied.blocks
        meant = explaining.understood(engine.understanding.read(typed), answer)
        offers = [*_pages(answer, typed, topic), desk.wrong_choice(typed, replied, meant), *why]
        offers = [*quotes.offered(answer, followed.plan), *offers]
    else:
        blocks, offers = replied.blocks, why if answer.kind == "clarify" else []
    return replace(replied, blocks=blocks, choices=(*_with_question(replied.choices, typed), *offers))


async def _of_list_before(turn: Turn, typed: str) -> bool:
    """Whether the words lean on what was shown of the plan as it stands no more."""
    outdated = await topics.outdated(turn)
    if outdated is None:
        return False
    before, topic = outdated
    engine = await turn.office.engine(turn.uow, before)
    leaning, alone = (replace(engine.answer(typed, of, turn.today), topic="") for of in (topic, ""))
    return leaning != alone


def _with_question(choices: Sequence[Choice], typed: str) -> tuple[Choice, ...]:
    """The choices between records, each with the question: what is chosen may be reported as wrong."""
    asked = {"question": typed[: desk.LONGEST]}
    return tuple(
        replace(c, action=Action(c.action.name, {**c.action.arguments, **asked})) if c.action.name == RECORD else c
        for c in choices
    )


async def _plan(turn: Turn, arguments: dict[str, str]) -> Reply:
    """What the plan says, where the office's own answer was given."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    engine = await turn.office.engine(turn.uow, followed)
    return await _by_plan(turn, followed, engine, arguments["question"])


async def _record(turn: Turn, arguments: dict[str, str]) -> Reply:
    """One of several records was chosen: the answer about it."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    code = arguments["code"]
    plan = followed.plan
    if plan.task(code) is None and plan.target(code) is None and all(p.code != code for p in plan.passages):
        return say(task_words.GONE.format(code=code))
    engine = await turn.office.engine(turn.uow, followed)
    before = await topics.kept(turn)
    answer = engine.record(code, arguments["facet"], before.said)
    replied = await _reply(turn, followed, answer, before, arguments.get("question", ""))
    wrong = [desk.wrong_choice(arguments["question"], replied, ())] if arguments.get("question") else []
    return replace(replied, choices=(*replied.choices, *quotes.offered(answer, followed.plan), *wrong))


def _pages(answer: Answer, typed: str, topic: str, page: str = "1") -> tuple[Choice, ...]:
    """The choices that turn the pages of a long list; `topic` as the question found it."""
    shown = page_of(answer.tally or answer.records, page, answering.LIST_PAGE)
    return shown.turning(answering.PAGE, {"question": typed, "topic": topic}) if answering.is_list(answer) else ()


async def _page(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Another page of a list: the same question, asked of the plan as it is now."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    engine = await turn.office.engine(turn.uow, followed)
    typed, topic, page = arguments["question"], arguments["topic"], arguments["page"]
    answer = engine.answer(typed, topic, turn.today)
    if answer.facet == "progress":
        return replace(await standing_asked.reply(turn, followed, answer, typed, topic, page), replaces=True)
    replied = answering.reply(answer, followed.plan, page=page)
    if answering.is_list(answer) and answer.records:
        shown = page_of(answer.records, page, answering.LIST_PAGE).items
        await topics.show_list(turn, followed, shown, answer.thing or "task", live=False)
    # A page may be several messages: it takes no other's place.
    return replace(replied, choices=_pages(answer, typed, topic, page))


async def _reply(turn: Turn, followed: FollowedPlan, answer: Answer, before: topics.Kept, typed: str) -> Reply:
    live = await topics.keep(turn, answer.topic, before)
    if live and answer.facet == "record" and followed.plan.task(answer.assumed):
        return await cards.card(turn, {"code": answer.assumed})
    if answer.kind == "answer" and answer.facet == "progress":
        return await standing_asked.reply(turn, followed, answer, typed, before.said)
    return await in_force.with_rulings(turn, followed, answer, answering.reply(answer, followed.plan))


ACTIONS: Mapping[str, ActionHandler] = {RECORD: _record, answering.PAGE: _page, "ask.plan": _plan}
