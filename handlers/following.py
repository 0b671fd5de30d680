"""The day from which the plan is followed: what fell due before it is never reminded and never counted late."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from handlers.journal import log_act
from handlers.messages import Action, Choice, Note, Paragraph, Reply, say
from handlers.turn import ActionHandler, Turn
from handlers.wording import common
from handlers.wording import following as words
from knowledge import deadlines


async def command(turn: Turn, typed: str) -> Reply:
    """/theodoi [day]: shows the day; with a day, asks to move it there."""
    followed = await turn.plan()
    if followed is None:
        return say(common.NO_PLAN)
    current = common.day(followed.followed_from)
    if not typed:
        return say(words.CURRENT.format(plan=followed.plan.short_title, day=current), words.USAGE)
    wanted = _day(typed, turn.today.year)
    if wanted is None:
        return say(words.NOT_A_DAY.format(typed=common.shorten(typed, 40)), words.USAGE)
    sure = Choice(common.YES, Action("following.set", {"day": wanted.isoformat()}), row=1)
    drop = Choice(common.NO, Action("say", {"text": "/huy"}), row=1)
    question = words.SURE.format(before=current, after=common.day(wanted))
    return Reply((Paragraph(question, strong=True), Note(words.MEANING)), (sure, drop))


def _day(typed: str, year: int) -> date | None:
    rule = deadlines.read(typed, year)
    return rule.end if rule.kind == "date" and rule.boundary != "before" else None


async def _set(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return say(common.NO_PLAN)
    day = date.fromisoformat(arguments["day"])
    before, after = common.day(followed.followed_from), common.day(day)
    await turn.uow.plans.set_followed_from(followed.plan.id, day)
    await log_act(turn, "follow", followed.plan.short_title, before, after)
    undo = Action("following.set", {"day": followed.followed_from.isoformat()})
    return Reply((Paragraph(words.DONE.format(day=after), strong=True),), (Choice(common.UNDO, undo),), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {"following.set": _set}
