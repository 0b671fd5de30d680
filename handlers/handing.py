"""/bangiao: one person's open work goes to another, with minutes to sign; the giver's account is closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Fields, Made, Note, Paragraph, Reply, say
from handlers.office import FollowedPlan
from handlers.paging import page_of
from handlers.rights import stands_for
from handlers.telling import tell
from handlers.turn import ActionHandler, Turn
from handlers.wording import common
from handlers.wording import handing as words
from knowledge.lexicon.handing import BETWEEN
from knowledge.vietnamese import fold
from storage.records import Member, Role


async def command(turn: Turn, typed: str) -> Reply:
    """/bangiao A → B: shows what would move and asks; without names, asks for them."""
    if not typed:
        return await _choose(turn, {"page": "1"})
    names = [name.strip(" @.") for name in BETWEEN.split(typed, maxsplit=1)]
    people = await turn.uow.members.all()
    found: list[Member] = []
    for name in names:
        called = [m for m in people if fold(m.name) == fold(name)] or [
            m for m in people if f" {fold(name)} " in f" {fold(m.name)} "
        ]
        if not called:
            return say(words.UNKNOWN.format(name=common.shorten(name, 40)), words.USAGE)
        if len(called) > 1:
            return say(words.SEVERAL.format(name=name, names=", ".join(m.name for m in called)))
        found += called
    if len(found) == 1:
        return await _choose(turn, {"page": "1", "giver": str(found[0].id)})
    return await _propose(turn, {"giver": str(found[0].id), "taker": str(found[1].id)})


async def _choose(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Who gives, then who takes."""
    giver = await turn.uow.members.get(int(arguments["giver"])) if "giver" in arguments else None
    people = [m for m in await turn.uow.members.all() if giver is None or m.id != giver.id]
    if giver is not None:
        people.sort(key=lambda m: m.unit != giver.unit)
    page = page_of(people, arguments["page"])
    kept = {"giver": arguments["giver"]} if giver else {}
    choices = tuple(
        Choice(m.name, Action("handing.propose", {**kept, "taker": str(m.id)}))
        if giver
        else Choice(m.name, Action("handing.choose", {"giver": str(m.id), "page": "1"}))
        for m in page.items
    )
    asked = words.TO.format(name=giver.name) if giver else words.FROM
    usage = () if giver else (Paragraph(words.USAGE),)
    turning = page.turning("handing.choose", {**kept, "turned": "1"})
    return Reply((Paragraph(asked, strong=True), *usage), (*choices, *turning), replaces="turned" in arguments)


async def _parties(turn: Turn, arguments: Mapping[str, str]) -> tuple[Member, Member] | Reply:
    """Giver and taker, if they may be that now."""
    giver, taker = [await turn.uow.members.get(int(arguments[key])) for key in ("giver", "taker")]
    if giver is None or taker is None or not giver.active or not taker.active:
        return say(words.CHANGED)
    if giver.id == taker.id:
        return say(words.SAME)
    if giver.role is Role.OFFICE and len(await turn.uow.members.with_role(Role.OFFICE)) <= 1:
        return say(words.LAST_OFFICE)
    return giver, taker


async def _codes(turn: Turn, followed: FollowedPlan | None, member: Member) -> list[str]:
    """The tasks of the plan that the person was given."""
    if followed is None:
        return []
    return [task for plan, task in await turn.uow.assignments.of_member(member.id) if plan == followed.plan.id]


def _movable(followed: FollowedPlan | None, codes: Sequence[str], taker: Member) -> list[str]:
    """Those that the taker's unit leads."""
    tasks = [followed.plan.task(code) for code in codes] if followed else []
    return [t.code for t in tasks if t and followed and stands_for(taker, t.lead, followed.plan)]


async def _propose(turn: Turn, arguments: dict[str, str]) -> Reply:
    parties = await _parties(turn, arguments)
    if isinstance(parties, Reply):
        return parties
    giver, taker = parties
    followed = await turn.plan()
    codes = await _codes(turn, followed, giver)
    asked = await turn.uow.extension_requests.open(followed.plan.id) if followed else []
    mine = [r.task for r in asked if r.member_id == giver.id]
    facts = ((words.TASKS, ", ".join(codes) or words.NONE), (words.REQUESTS, ", ".join(mine) or words.NONE))
    left = [code for code in codes if code not in _movable(followed, codes, taker)]
    blocks: list[Block] = [
        Paragraph(words.SURE.format(giver=giver.name, taker=taker.name), strong=True),
        Fields(facts),
    ]
    blocks += [Note(words.OTHER_UNIT.format(taker=taker.name, codes=", ".join(left)))] if left else []
    chosen = {"giver": str(giver.id), "taker": str(taker.id), "codes": ",".join(codes)}
    yes = Choice(common.YES, Action("handing.do", chosen), row=1)
    return Reply(tuple(blocks), (yes, Choice(common.NO, Action("progress.drop"), row=1)))


async def _do(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Moves what is open, closes the giver, drafts the minutes."""
    parties, followed = await _parties(turn, arguments), await turn.plan()
    if isinstance(parties, Reply):
        return parties
    giver, taker = parties
    codes = await _codes(turn, followed, giver)
    if ",".join(codes) != arguments["codes"]:
        return say(words.CHANGED)
    moved = _movable(followed, codes, taker)
    gained: list[str] = []
    plan = followed.plan.id if followed else ""
    for code in codes:
        await turn.uow.assignments.end(plan, code, giver.id, turn.who.id, turn.now)
        if code in moved and await turn.uow.assignments.add(plan, code, taker.id, turn.who.id, turn.now):
            gained.append(code)
    watched = await take_over(turn, plan, giver.id, taker.id)
    for account in giver.accounts:
        await turn.uow.conversations.clear_flow(account.channel, account.chat, account.account)
    await turn.uow.outbox.cancel_for(giver.id, turn.now)
    await turn.uow.members.change(giver.id, active=False)
    await log_act(turn, "handover", f"{giver.name} → {taker.name}", after=", ".join(codes))
    form = words.NOTICE if moved else words.NOTICE_NONE
    show = Choice(words.SHOW, Action("say", {"text": "/nhiemvu"}))
    notice = say(form.format(giver=giver.name, codes=", ".join(moved)), choices=(show,) if moved else ())
    await tell(turn, [taker], notice, f"handover:{turn.key}")
    back = {"giver": str(giver.id), "taker": str(taker.id), "codes": ",".join(codes)}
    back |= {"plan": plan, "gained": ",".join(gained), "leaves": ",".join(map(str, watched))}
    undo = Choice(common.UNDO, Action("handing.undo", back))
    done = words.DONE.format(giver=giver.name, taker=taker.name, count=len(moved))
    blocks: list[Block] = [Paragraph(done, strong=True)]
    if followed is not None:
        day = turn.today.isoformat()
        what = {"plan": followed.plan.id, "giver": str(giver.id), "taker": str(taker.id)}
        blocks.append(Made("handing.minutes", words.MINUTES, {**what, "codes": ",".join(codes), "day": day}))
    return Reply(tuple(blocks), (undo,))


async def take_over(turn: Turn, plan: str, giver: int, taker: int) -> list[int]:
    """What was put off goes on being put off, and whom the giver stood in for has the taker now: those leaves."""
    for silence in await turn.uow.silences.standing(plan):
        if silence.member_id == giver:
            await turn.uow.silences.add(
                kind=silence.kind,
                member_id=taker,
                plan=plan,
                task=silence.task,
                period=silence.period,
                until=silence.until,
                now=turn.now,
            )
            await turn.uow.silences.end(plan, silence.task, silence.period, silence.kind, member_id=giver)
    leaves = [leave for leave in await turn.uow.leaves.from_day(turn.today) if leave.stand_in == giver]
    return [await stand_in(turn, leave.id, taker) for leave in leaves if leave.member_id != taker]


async def stand_in(turn: Turn, number: int, member: int) -> int:
    """The same leave with another stand-in; its number."""
    leave = await turn.uow.leaves.get(number)
    if leave is None:
        return number
    await turn.uow.leaves.cancel(number)
    again = await turn.uow.leaves.add(
        member_id=leave.member_id, first=leave.first, last=leave.last, stand_in=member, by=turn.who.id, now=turn.now
    )
    return again.id


async def _undo(turn: Turn, arguments: dict[str, str]) -> Reply:
    giver, taker = [await turn.uow.members.get(int(arguments[key])) for key in ("giver", "taker")]
    if giver is None or taker is None or giver.active:
        return say(words.CHANGED)
    await turn.uow.members.change(giver.id, active=True)
    gained = arguments["gained"].split(",")
    for code in filter(None, arguments["codes"].split(",")):
        if code in gained:
            await turn.uow.assignments.end(arguments["plan"], code, taker.id, turn.who.id, turn.now)
        await turn.uow.assignments.add(arguments["plan"], code, giver.id, turn.who.id, turn.now)
    for number in filter(None, arguments["leaves"].split(",")):
        await stand_in(turn, int(number), giver.id)
    await log_act(turn, "handover.undo", f"{giver.name} → {taker.name}")
    await tell(turn, [taker, giver], say(words.UNDONE_NOTICE.format(giver=giver.name)), f"handover:undo:{turn.key}")
    return Reply((Paragraph(words.UNDONE.format(giver=giver.name), strong=True),), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {
    "handing.choose": _choose,
    "handing.propose": _propose,
    "handing.do": _do,
    "handing.undo": _undo,
}
