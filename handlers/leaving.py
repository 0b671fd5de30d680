"""/nghiphep: days on which a person is not asked and not counted silent, and who gets their reminders meanwhile. The
office may set it for anybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from handlers.flow import stop_waiting, wait_for
from handlers.journal import log_act
from handlers.messages import Action, Choice, Fields, Heading, Items, Note, Paragraph, Reply, dump, say
from handlers.turn import ActionHandler, FlowHandler, Turn
from handlers.wording import common
from handlers.wording import leaving as words
from knowledge import leaves
from knowledge.lexicon.leaves import CANCEL
from knowledge.vietnamese import fold
from storage.records import Leave, Member, MessageKind, Role
from storage.unit_of_work import UnitOfWork

CHOICES = 6


async def leaves_of(uow: UnitOfWork, member_id: int, today: date) -> list[str]:
    """The person's leave from today on, in words."""
    found = [leave for leave in await uow.leaves.from_day(today) if leave.member_id == member_id]
    return [await _said(uow, leave) for leave in found]


async def _said(uow: UnitOfWork, leave: Leave) -> str:
    stand_in = await uow.members.get(leave.stand_in) if leave.stand_in is not None else None
    days = words.days(leave.first, leave.last)
    return words.WITH.format(days=days, name=stand_in.name) if stand_in else days


async def command(turn: Turn, typed: str) -> Reply:
    """/nghiphep [who] DAYS [thay: NAME]; without words, what stands and how to say it."""
    if not typed or fold(typed).strip(" .") in CANCEL:
        return await _shown(turn)
    notice = leaves.read(typed, turn.today)
    if notice is None:
        return say(words.UNCLEAR, words.HOW)
    whose: Member | Reply = turn.who
    if notice.who and turn.who.role is Role.OFFICE:
        whose = await _named(turn, notice.who, typed)
    elif notice.who:
        return say(words.OTHERS)
    if isinstance(whose, Reply):
        return whose
    stand_in: Member | None = None
    if notice.stand_in:
        found = await _named(turn, notice.stand_in, typed, beside=whose)
        if isinstance(found, Reply):
            return found
        stand_in = found
    if notice.last < turn.today:
        return say(words.PAST.format(days=words.days(notice.first, notice.last)))
    return await _propose(turn, whose, notice.first, notice.last, stand_in)


async def sentence(turn: Turn, typed: str) -> Reply | None:
    """A plain sentence that surely gives notice of one's own leave; None for every other."""
    if not turn.incoming.private or turn.incoming.forwarded or typed.rstrip().endswith("?"):
        return None
    said = leaves.said_of_leave(typed)
    notice = leaves.read(said, turn.today) if said else None
    if notice is None:
        return say(words.UNCLEAR, words.HOW) if said and leaves.names_days(said) else None
    return None if notice.who else await command(turn, said)


async def _named(turn: Turn, name: str, typed: str, beside: Member | None = None) -> Member | Reply:
    """The one person of that name; a reply that asks when there are several, or says that there is none."""
    wanted = fold(name)
    people = [m for m in await turn.uow.members.all() if beside is None or m.id != beside.id]
    exact = [m for m in people if fold(m.name) == wanted]
    found = exact or [m for m in people if f" {wanted} " in f" {fold(m.name)} "]
    if len(found) == 1:
        return found[0]
    if not found:
        return say(words.NOBODY.format(name=common.shorten(name, 40)))
    choices = tuple(
        Choice(m.name, Action("say", {"text": f"/nghiphep {typed.replace(name, m.name)}"})) for m in found[:CHOICES]
    )
    return say(words.WHICH.format(name=common.shorten(name, 40)), choices=choices)


async def _shown(turn: Turn) -> Reply:
    """What stands: one's own leave, for the office everybody's."""
    await wait_for(turn, "leaving.days", {})
    found = await turn.uow.leaves.from_day(turn.today)
    if turn.who.role is not Role.OFFICE:
        found = [leave for leave in found if leave.member_id == turn.who.id]
    names = {m.id: m.name for m in await turn.uow.members.all(active=None)}
    lines = [f"{names.get(leave.member_id, '')}: {await _said(turn.uow, leave)}" for leave in found[:CHOICES]]
    shown = (Items(tuple(lines)),) if lines else (Paragraph(words.NONE),)
    choices = tuple(
        Choice(words.CANCEL.format(name=names.get(leave.member_id, ""), days=words.days(leave.first, leave.last)),
               Action("leaving.cancel", {"id": str(leave.id)}))
        for leave in found[:CHOICES]
    )  # fmt: skip
    how = words.HOW_OFFICE if turn.who.role is Role.OFFICE else words.HOW
    return Reply((Heading(words.HEADING), *shown, Note(how)), choices)


async def _typed_days(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    if leaves.read(typed, turn.today) is None:
        return None
    return await command(turn, typed)


async def _propose(turn: Turn, whose: Member, first: date, last: date, stand_in: Member | None) -> Reply:
    arguments = {"who": str(whose.id), "first": first.isoformat(), "last": last.isoformat()}
    arguments |= {"instead": str(stand_in.id)} if stand_in else {}
    instead = stand_in.name if stand_in else words.NO_STAND_IN
    facts = ((words.WHO, whose.name), (words.DAYS, words.days(first, last)), (words.STAND_IN, instead))
    replaced = [await _said(turn.uow, leave) for leave in await _overlapping(turn, whose, first, last)]
    notes = [Note(words.REPLACES.format(days="; ".join(replaced)))] if replaced else []
    yes = Choice(common.YES, Action("leaving.set", arguments), row=1)
    no = Choice(common.NO, Action("progress.drop"), row=1)
    return Reply((Paragraph(words.SURE, strong=True), Fields(facts), *notes, Note(words.MEANING)), (yes, no))


async def _overlapping(turn: Turn, whose: Member, first: date, last: date) -> list[Leave]:
    """The person's leaves that have a day in common with these; a new one comes in their place."""
    standing = await turn.uow.leaves.from_day(turn.today)
    return [leave for leave in standing if leave.member_id == whose.id and leave.first <= last and first <= leave.last]


def _may(turn: Turn, member_id: int) -> bool:
    return member_id == turn.who.id or turn.who.role is Role.OFFICE


async def _set(turn: Turn, arguments: dict[str, str]) -> Reply:
    whose = await turn.uow.members.get(int(arguments["who"]))
    stand_in = await turn.uow.members.get(int(arguments["instead"])) if "instead" in arguments else None
    if whose is None or not whose.active or not _may(turn, whose.id) or (stand_in and not stand_in.active):
        return say(common.CHOICE_LAPSED)
    first, last = date.fromisoformat(arguments["first"]), date.fromisoformat(arguments["last"])
    mine = await _overlapping(turn, whose, first, last)
    same = next((leave for leave in mine if (leave.first, leave.last) == (first, last)), None)
    if same is not None and same.stand_in == (stand_in.id if stand_in else None):
        return say(words.ALREADY)
    for leave in mine:
        await turn.uow.leaves.cancel(leave.id)
    await stop_waiting(turn)
    leave = await turn.uow.leaves.add(
        member_id=whose.id,
        first=first,
        last=last,
        stand_in=stand_in.id if stand_in else None,
        by=turn.who.id,
        now=turn.now,
    )
    if whose.id != turn.who.id:
        await log_act(turn, "leave", whose.name, after=await _said(turn.uow, leave))
    said = words.DONE.format(name=whose.name, days=words.days(first, last))
    told = (
        []
        if stand_in is None
        else [(stand_in, words.TOLD_STAND_IN.format(name=whose.name, days=words.days(first, last)))]
    )
    if whose.id != turn.who.id:
        told.append((whose, words.TOLD_SELF.format(days=await _said(turn.uow, leave))))
    await _tell(turn, told, leave.id)
    undo = Choice(common.UNDO, Action("leaving.cancel", {"id": str(leave.id)}))
    return Reply((Paragraph(said, strong=True),), (undo,), replaces=True)


async def _tell(turn: Turn, told: Sequence[tuple[Member, str]], leave: int) -> None:
    for member, said in told:
        if member.id != turn.who.id:
            await turn.uow.outbox.put(
                key=f"decision:leave:{leave}:{member.id}",
                kind=MessageKind.DECISION,
                reply=dump(say(said)),
                now=turn.now,
                member_id=member.id,
            )


async def _cancel(turn: Turn, arguments: dict[str, str]) -> Reply:
    leave = await turn.uow.leaves.get(int(arguments["id"]))
    whose = await turn.uow.members.get(leave.member_id) if leave else None
    if leave is None or whose is None or not _may(turn, whose.id):
        return say(words.GONE)
    await turn.uow.leaves.cancel(leave.id)
    days = words.days(leave.first, leave.last)
    if whose.id != turn.who.id:
        await log_act(turn, "leave.cancel", whose.name, before=days)
    return Reply((Paragraph(words.CANCELLED.format(name=whose.name, days=days), strong=True),), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {"leaving.set": _set, "leaving.cancel": _cancel}
FLOWS: Mapping[str, FlowHandler] = {"leaving.days": _typed_days}
