"""/bangiao: one person's open work goes to another, with minutes to sign; the giver's account is closed."""

from __future__ import annotations

import json
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
from storage.records import Member, Role, Silence


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


async def _work(turn: Turn, member: Member) -> dict[str, list[str]]:
    """The tasks that the person was given, by plan that is followed."""
    given = await turn.uow.assignments.of_member(member.id)
    plans = [followed.plan.id for followed in await turn.office.plans(turn.uow)]
    return {plan: codes for plan in plans if (codes := [task for at, task in given if at == plan])}


def _movable(followed: FollowedPlan, codes: Sequence[str], taker: Member) -> list[str]:
    """Those that the taker's unit leads."""
    tasks = [followed.plan.task(code) for code in codes]
    return [task.code for task in tasks if task and stands_for(taker, task.lead, followed.plan)]


async def _listed(turn: Turn, work: Mapping[str, Sequence[str]]) -> str:
    """The codes; those of another plan than the one spoken of under its name."""
    spoken, parts = await turn.plan(), list[str]()
    for followed in await turn.office.plans(turn.uow):
        codes = ", ".join(work.get(followed.plan.id, ()))
        mine = spoken is not None and followed.plan.id == spoken.plan.id
        if codes:
            parts.append(codes if mine else words.OF_PLAN.format(plan=followed.plan.short_title, codes=codes))
    return "; ".join(parts)


async def _unfinished(turn: Turn, member: Member) -> str:
    """What the person is in the middle of telling the bot, by the task's code where it is about one; "" for nothing."""
    for account in member.accounts:
        talk = await turn.uow.conversations.get(account.channel, account.chat, account.account, turn.now)
        if talk.flow:
            return talk.data.get("code") or words.SOME_STEP
    return ""


async def _propose(turn: Turn, arguments: dict[str, str]) -> Reply:
    parties = await _parties(turn, arguments)
    if isinstance(parties, Reply):
        return parties
    giver, taker = parties
    work = await _work(turn, giver)
    asked, left = list[str](), dict[str, list[str]]()
    for followed in await turn.office.plans(turn.uow):
        codes = work.get(followed.plan.id, [])
        moved = _movable(followed, codes, taker)
        left[followed.plan.id] = [code for code in codes if code not in moved]
        requests = await turn.uow.extension_requests.open(followed.plan.id)
        asked += [request.task for request in requests if request.member_id == giver.id]
    facts = [(words.TASKS, await _listed(turn, work) or words.NONE), (words.REQUESTS, ", ".join(asked) or words.NONE)]
    if unfinished := await _unfinished(turn, giver):
        facts.append((words.UNFINISHED, unfinished))
    blocks: list[Block] = [
        Paragraph(words.SURE.format(giver=giver.name, taker=taker.name), strong=True),
        Fields(tuple(facts)),
    ]
    if any(left.values()):
        blocks.append(Note(words.OTHER_UNIT.format(taker=taker.name, codes=await _listed(turn, left))))
    chosen = {"giver": str(giver.id), "taker": str(taker.id), "work": json.dumps(work)}
    yes = Choice(common.YES, Action("handing.do", chosen), row=1)
    return Reply(tuple(blocks), (yes, Choice(common.NO, Action("progress.drop"), row=1)))


async def _do(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Moves what is open, closes the giver, drafts the minutes. What the giver was in the middle of is said and left
    as it is: after *Hoàn tác* they go on with it."""
    parties, spoken = await _parties(turn, arguments), await turn.plan()
    if isinstance(parties, Reply):
        return parties
    giver, taker = parties
    work = await _work(turn, giver)
    if json.dumps(work) != arguments["work"]:
        return say(words.CHANGED)
    moved, gained = dict[str, list[str]](), dict[str, list[str]]()
    for followed in await turn.office.plans(turn.uow):
        plan, codes = followed.plan.id, work.get(followed.plan.id, [])
        moved[plan], gained[plan] = _movable(followed, codes, taker), []
        for code in codes:
            await turn.uow.assignments.end(plan, code, giver.id, turn.who.id, turn.now)
            if code in moved[plan] and await turn.uow.assignments.add(plan, code, taker.id, turn.who.id, turn.now):
                gained[plan].append(code)
    silences, leaves = await put_off(turn, giver.id, taker.id), await stood_in(turn, giver.id, taker.id)
    unfinished = await _unfinished(turn, giver)
    await turn.uow.outbox.cancel_for(giver.id, turn.now)
    await turn.uow.members.change(giver.id, active=False)
    await log_act(turn, "handover", f"{giver.name} → {taker.name}", after=await _listed(turn, work))
    await _tell(turn, giver, taker, moved, unfinished)
    back = {"giver": str(giver.id), "taker": str(taker.id), "work": json.dumps(work), "gained": json.dumps(gained)}
    back |= {"leaves": ",".join(map(str, leaves)), "silences": ",".join(map(str, silences))}
    count = sum(map(len, moved.values()))
    done = words.DONE.format(giver=giver.name, taker=taker.name, count=count)
    blocks: list[Block] = [Paragraph(done, strong=True)]
    if unfinished:
        blocks.append(Note(words.LEFT_UNFINISHED.format(giver=giver.name, what=unfinished)))
    for plan in work or ([spoken.plan.id] if spoken else []):
        what = {"plan": plan, "giver": str(giver.id), "taker": str(taker.id), "day": turn.today.isoformat()}
        blocks.append(Made("handing.minutes", words.MINUTES, {**what, "codes": ",".join(work.get(plan, []))}))
    return Reply(tuple(blocks), (Choice(common.UNDO, Action("handing.undo", back)),))


async def _tell(turn: Turn, giver: Member, taker: Member, moved: Mapping[str, list[str]], unfinished: str) -> None:
    codes = await _listed(turn, moved)
    told = (words.NOTICE if codes else words.NOTICE_NONE).format(giver=giver.name, codes=codes)
    rest = (words.NOTICE_UNFINISHED.format(giver=giver.name, what=unfinished),) if unfinished else ()
    show = Choice(words.SHOW, Action("say", {"text": "/nhiemvu"}))
    await tell(turn, [taker], say(told, *rest, choices=(show,) if codes else ()), f"handover:{turn.key}")


async def put_off(turn: Turn, giver: int, taker: int) -> list[int]:
    """What the giver had put off goes on being put off by the taker, who may have put it off already; the numbers of
    what the taker gained."""
    gained = []
    for followed in await turn.office.plans(turn.uow):
        standing = await turn.uow.silences.standing(followed.plan.id)
        own = {(s.task, s.period, s.kind) for s in standing if s.member_id == taker}
        for silence in (s for s in standing if s.member_id == giver):
            if (silence.task, silence.period, silence.kind) not in own:
                gained.append(await _silenced(turn, silence, taker))
            await _heard(turn, silence)
    return gained


async def given_back(turn: Turn, numbers: Sequence[int], giver: int) -> None:
    """What was put off and had gone over is the giver's again."""
    for followed in await turn.office.plans(turn.uow) if numbers else ():
        for silence in await turn.uow.silences.standing(followed.plan.id):
            if silence.id in numbers:
                await _heard(turn, silence)
                await _silenced(turn, silence, giver)


async def _heard(turn: Turn, silence: Silence) -> None:
    """The person is reminded of it again."""
    place = (silence.plan, silence.task, silence.period, silence.kind)
    await turn.uow.silences.end(*place, member_id=silence.member_id)


async def _silenced(turn: Turn, silence: Silence, member: int) -> int:
    """The same silence of another person; its number."""
    added = await turn.uow.silences.add(
        kind=silence.kind,
        member_id=member,
        plan=silence.plan,
        task=silence.task,
        period=silence.period,
        until=silence.until,
        now=turn.now,
    )
    return added.id


async def stood_in(turn: Turn, giver: int, taker: int) -> list[int]:
    """Whom the giver stood in for has the taker now: those leaves."""
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
    work, gained = json.loads(arguments["work"]), json.loads(arguments["gained"])
    for plan, codes in work.items():
        for code in codes:
            if code in gained.get(plan, ()):
                await turn.uow.assignments.end(plan, code, taker.id, turn.who.id, turn.now)
            await turn.uow.assignments.add(plan, code, giver.id, turn.who.id, turn.now)
    await given_back(turn, [int(number) for number in arguments["silences"].split(",") if number], giver.id)
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
