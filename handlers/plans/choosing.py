"""/kehoach: which plan a person works with; for the office also the default, the end and the archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from rapidfuzz import fuzz

from handlers.flow import stop_waiting, wait_for
from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Note, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.office import DEFAULT, FollowedPlan
from handlers.plans.amending import told_of
from handlers.plans.current import choose
from handlers.turn import ActionHandler, FlowHandler, Turn
from handlers.wording import amendments as amendment_words
from handlers.wording import common
from handlers.wording import plans as words
from knowledge import deadlines
from knowledge.vietnamese import fold
from storage.records import Role, StoredPlan

_LIKE = 72
"""Likeness (0–100) from which words name a plan."""
_END_FLOW = "plans.end"


async def command(turn: Turn, typed: str) -> Reply:
    """/kehoach [words of a plan's name or number]: the plans, and which one is the person's."""
    active = await turn.office.plans(turn.uow)
    if not active:
        return no_plan()
    if not typed:
        return await _listed(turn, active)
    named = _named(typed, active)
    if named is None:
        return await _listed(turn, active, words.NO_SUCH_PLAN.format(words=common.shorten(typed, 60)))
    return await _switch(turn, {"plan": named.plan.id})


def _named(typed: str, plans: list[FollowedPlan]) -> FollowedPlan | None:
    wanted = fold(typed)

    def likeness(followed: FollowedPlan) -> float:
        plan = followed.plan
        names = (plan.short_title, plan.title, plan.number or "", plan.id)
        return max(fuzz.partial_ratio(wanted, fold(name)) if name else 0 for name in names)

    best = max(plans, key=likeness)
    return best if likeness(best) >= _LIKE else None


async def _listed(turn: Turn, plans: list[FollowedPlan], complaint: str = "") -> Reply:
    current = await turn.plan()
    own = current.plan.id if current else ""
    default = plans[0].plan.id
    lines = [
        words.plan_line(f.plan, current=f.plan.id == own, default=f.plan.id == default and len(plans) > 1)
        for f in plans
    ]
    blocks: list[Block] = [Heading(words.PLANS.format(count=len(plans))), Items(tuple(lines))]
    if complaint:
        blocks.insert(0, Paragraph(complaint))
    choices = [
        Choice(words.USE.format(plan=_label(f)), Action("plans.switch", {"plan": f.plan.id}))
        for f in plans
        if f.plan.id != own
    ]
    if turn.who.role is Role.OFFICE and turn.incoming.private:
        choices += [
            Choice(words.MANAGE.format(plan=_label(f)), Action("plans.manage", {"plan": f.plan.id})) for f in plans
        ]
        archived = [stored for stored in await turn.uow.plans.all() if not stored.active]
        choices += [
            Choice(words.RESTORE.format(plan=_label(turn.office.followed(s))), Action("plans.restore", {"plan": s.id}))
            for s in archived
        ]
    return Reply(tuple(blocks), tuple(choices))


def _label(followed: FollowedPlan) -> str:
    return common.shorten(followed.plan.short_title, 44)


async def _switch(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The person's plan from now on; `then`: what they had asked, asked again there."""
    stored = await turn.uow.plans.get(arguments["plan"])
    if stored is None or not stored.active:
        return say(words.NOT_FOLLOWED)
    await choose(turn, stored.id)
    title = turn.office.followed(stored).plan.short_title
    done = Paragraph(words.SWITCHED.format(plan=title), strong=True)
    if "then" not in arguments:
        return Reply((done,), replaces=True)
    answered = await turn.again(replace(turn, in_plan=stored.id), arguments["then"])
    return replace(answered, blocks=(Note(done.text), *answered.blocks))


# ---- the office -----------------------------------------------------------------------------------------------------


async def _stored(turn: Turn, arguments: dict[str, str]) -> StoredPlan | None:
    return await turn.uow.plans.get(arguments["plan"])


async def _manage(turn: Turn, arguments: dict[str, str]) -> Reply:
    """One plan's card."""
    stored = await _stored(turn, arguments)
    if stored is None or not stored.active:
        return say(words.NOT_FOLLOWED)
    plan, place = turn.office.followed(stored).plan, {"plan": stored.id}
    default = (await turn.office.plans(turn.uow))[0].plan.id == stored.id
    facts = (
        *words.facts(plan),
        (words.VERSION, str(stored.version)),
        (words.FOLLOWED, common.day(stored.followed_from)),
        (words.ENDS, common.day(stored.ends)),
        (words.IS_DEFAULT, words.YES if default else words.NO),
    )
    choices = [
        Choice(words.SET_ENDS, Action("plans.ends", place)),
        Choice(words.ARCHIVE, Action("plans.archive", place)),
    ]
    if await told_of(turn, stored.id, stored.version):
        choices.append(
            Choice(amendment_words.WHO_KNOWS, Action("plans.seen_by", {**place, "version": str(stored.version)}))
        )
    if not default:
        choices.insert(0, Choice(words.SET_DEFAULT, Action("plans.default", place)))
    return Reply((Heading(plan.short_title), Fields(facts)), tuple(choices), replaces=True)


async def _default(turn: Turn, arguments: dict[str, str]) -> Reply:
    stored = await _stored(turn, arguments)
    if stored is None or not stored.active:
        return say(words.NOT_FOLLOWED)
    before = (await turn.office.plans(turn.uow))[0].plan
    await turn.uow.settings.set(DEFAULT, stored.id, turn.now)
    title = turn.office.followed(stored).plan.short_title
    await log_act(turn, "plan.default", title, before.short_title, title)
    undo = Choice(common.UNDO, Action("plans.default", {"plan": before.id}))
    return Reply((Paragraph(words.DEFAULT_SET.format(plan=title), strong=True),), (undo,), replaces=True)


async def _ask_ends(turn: Turn, arguments: dict[str, str]) -> Reply:
    await wait_for(turn, _END_FLOW, {"plan": arguments["plan"]})
    return say(words.WHICH_END)


async def _typed_end(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    rule = deadlines.read(typed, turn.today.year)
    if rule.end is None:
        return say(words.NOT_A_DAY.format(typed=common.shorten(typed, 40)))
    await stop_waiting(turn)
    return await _set_ends(turn, {"plan": data["plan"], "day": rule.end.isoformat()})


async def _set_ends(turn: Turn, arguments: dict[str, str]) -> Reply:
    stored = await _stored(turn, arguments)
    if stored is None:
        return say(words.NOT_FOLLOWED)
    day, plan = date.fromisoformat(arguments["day"]), turn.office.followed(stored).plan
    if day.year < plan.starts:
        return say(words.END_TOO_EARLY.format(year=plan.starts))
    await turn.uow.plans.set_ends(stored.id, day)
    await log_act(turn, "plan.ends", plan.short_title, common.day(stored.ends), common.day(day))
    undo = Choice(common.UNDO, Action("plans.set_ends", {"plan": stored.id, "day": stored.ends.isoformat()}))
    said = words.END_SET.format(plan=plan.short_title, day=common.day(day))
    return Reply((Paragraph(said, strong=True),), (undo,), replaces=True)


async def _ask_archive(turn: Turn, arguments: dict[str, str]) -> Reply:
    stored = await _stored(turn, arguments)
    if stored is None or not stored.active:
        return say(words.NOT_FOLLOWED)
    title = turn.office.followed(stored).plan.short_title
    sure = Choice(common.YES, Action("plans.archived", {"plan": stored.id}), row=1)
    drop = Choice(common.NO, Action("say", {"text": "/huy"}), row=1)
    return Reply(
        (Paragraph(words.ARCHIVE_SURE.format(plan=title), strong=True), Note(words.ARCHIVE_MEANS)), (sure, drop)
    )


async def _archive(turn: Turn, arguments: dict[str, str]) -> Reply:
    return await _set_active(turn, arguments, False)


async def _restore(turn: Turn, arguments: dict[str, str]) -> Reply:
    return await _set_active(turn, arguments, True)


async def _set_active(turn: Turn, arguments: dict[str, str], active: bool) -> Reply:
    stored = await _stored(turn, arguments)
    if stored is None:
        return say(words.NOT_FOLLOWED)
    await turn.uow.plans.set_active(stored.id, active)
    title = turn.office.followed(stored).plan.short_title
    await log_act(turn, "plan.restore" if active else "plan.archive", title)
    undo = Choice(common.UNDO, Action("plans.archived" if active else "plans.restore", {"plan": stored.id}))
    said = (words.TAKEN_UP if active else words.ARCHIVED).format(plan=title)
    return Reply((Paragraph(said, strong=True),), (undo,), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {"plans.switch": _switch}
OFFICE_ACTIONS: Mapping[str, ActionHandler] = {
    "plans.manage": _manage,
    "plans.default": _default,
    "plans.ends": _ask_ends,
    "plans.set_ends": _set_ends,
    "plans.archive": _ask_archive,
    "plans.archived": _archive,
    "plans.restore": _restore,
}
FLOWS: Mapping[str, FlowHandler] = {_END_FLOW: _typed_end}
