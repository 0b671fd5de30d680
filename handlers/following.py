"""The days between which the plan is followed: what fell due before the first is never reminded and never counted late;
yearly, quarterly and monthly work recurs until the last."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from handlers.journal import log_act
from handlers.messages import Action, Choice, Note, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.office import FollowedPlan
from handlers.turn import ActionHandler, Turn
from handlers.wording import common
from handlers.wording import following as words
from knowledge import deadlines
from knowledge.vietnamese import fold

UNTIL = re.compile(r"(?:ket thuc|den het|den|ket thuc ngay)\s+")
"""Before the day on which the plan ends, folded."""


async def command(turn: Turn, typed: str) -> Reply:
    """/theodoi [day | đến day]: shows both days; with a day, asks to move the first, or ("đến") the last, there."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    current = common.day(followed.followed_from)
    if not typed:
        ends = common.day(followed.ends)
        return say(words.CURRENT.format(plan=followed.plan.short_title, day=current, ends=ends), words.USAGE)
    last = UNTIL.match(fold(typed))
    if last:
        return _ending(followed, typed, _day(typed[last.end() :], turn.today.year))
    wanted = _day(typed, turn.today.year)
    if wanted is None:
        return say(words.NOT_A_DAY.format(typed=common.shorten(typed, 40)), words.USAGE)
    sure = Choice(common.YES, Action("following.set", {"day": wanted.isoformat()}), row=1)
    drop = Choice(common.NO, Action("say", {"text": "/huy"}), row=1)
    question = words.SURE.format(before=current, after=common.day(wanted))
    return Reply((Paragraph(question, strong=True), Note(words.MEANING)), (sure, drop))


def _ending(followed: FollowedPlan, typed: str, wanted: date | None) -> Reply:
    """Asks whether the plan shall end on another day."""
    if wanted is None or wanted < followed.followed_from:
        return say(words.NOT_A_DAY.format(typed=common.shorten(typed, 40)), words.USAGE)
    sure = Choice(common.YES, Action("following.end", {"day": wanted.isoformat()}), row=1)
    drop = Choice(common.NO, Action("say", {"text": "/huy"}), row=1)
    question = words.SURE_END.format(before=common.day(followed.ends), after=common.day(wanted))
    return Reply((Paragraph(question, strong=True), Note(words.MEANING_END)), (sure, drop))


def _day(typed: str, year: int) -> date | None:
    rule = deadlines.read(typed, year)
    return rule.end if rule.kind == "date" and rule.boundary != "before" else None


async def _set(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    day = date.fromisoformat(arguments["day"])
    before, after = common.day(followed.followed_from), common.day(day)
    await turn.uow.plans.set_followed_from(followed.plan.id, day)
    await log_act(turn, "follow", followed.plan.short_title, before, after)
    undo = Action("following.set", {"day": followed.followed_from.isoformat()})
    return Reply((Paragraph(words.DONE.format(day=after), strong=True),), (Choice(common.UNDO, undo),), replaces=True)


async def _end(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    day = date.fromisoformat(arguments["day"])
    await turn.uow.plans.set_ends(followed.plan.id, day)
    await log_act(turn, "follow.end", followed.plan.short_title, common.day(followed.ends), common.day(day))
    undo = Choice(common.UNDO, Action("following.end", {"day": followed.ends.isoformat()}))
    return Reply((Paragraph(words.DONE_END.format(day=common.day(day)), strong=True),), (undo,), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {"following.set": _set, "following.end": _end}
