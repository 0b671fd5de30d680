"""Several plans side by side: which one a person's words are about, and which one a choice was offered for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.flow import IN_PLAN
from handlers.messages import Action, Choice, Note, Reply
from handlers.office import FollowedPlan, chosen_by
from handlers.turn import Turn
from handlers.wording import plans as words
from knowledge.progress.codes import codes_like

_WORDS = 4
"""Words of a message in which a code is looked for."""


def pinned(reply: Reply, followed: FollowedPlan | None) -> Reply:
    """The reply with its choices tied to a plan, except those that are tied already or name their plan themselves.
    For every message with choices about a plan's tasks: there may be several plans, or there will be."""
    if followed is None:
        return reply
    plan = followed.plan.id
    tied = tuple(
        choice
        if choice.action.name.startswith("plans.")
        else replace(choice, action=Action(choice.action.name, {IN_PLAN: plan, **choice.action.arguments}))
        for choice in reply.choices
    )
    return replace(reply, choices=tied)


async def several(turn: Turn) -> bool:
    """Whether more than one plan is followed."""
    return len(await turn.uow.plans.active_ids()) > 1


async def with_plan_kept(turn: Turn, reply: Reply) -> Reply:
    """The reply of a turn, its choices tied to the turn's plan: until one is taken another may have come."""
    return pinned(reply, await turn.plan()) if reply.choices else reply


async def choose(turn: Turn, plan: str) -> None:
    """From now on the person speaks of this plan."""
    await turn.uow.settings.set(chosen_by(turn.who.id), plan, turn.now)


async def with_others_offered(turn: Turn, about: str, typed: str, reply: Reply) -> Reply:
    """A code that the person's plan does not have and another one has is offered there, by the plan's name. `about`:
    the words that may begin with it; `typed`: everything typed, to be said again there."""
    if not any(char.isdigit() for char in about) or not await several(turn):
        return reply
    here = await turn.plan()
    plans = await turn.office.plans(turn.uow)
    if here is None or _codes(about, here):
        return reply
    found = [(followed, _codes(about, followed)) for followed in plans if followed.plan.id != here.plan.id]
    found = [(followed, codes) for followed, codes in found if codes]
    if not found:
        return reply
    notes = tuple(
        Note(words.ELSEWHERE.format(code=codes[0], plan=followed.plan.short_title)) for followed, codes in found
    )
    choices = tuple(
        Choice(
            words.OPEN_THERE.format(plan=followed.plan.short_title),
            Action("plans.switch", {"plan": followed.plan.id, "then": typed}),
        )
        for followed, _ in found
    )
    return replace(reply, blocks=(*reply.blocks, *notes), choices=(*choices, *reply.choices))


def _codes(typed: str, followed: FollowedPlan) -> Sequence[str]:
    """The code among the first words, if any word is one of this plan's."""
    for word in typed.split()[:_WORDS]:
        if any(char.isdigit() for char in word) and (found := codes_like(word, followed.plan)):
            return found
    return ()
