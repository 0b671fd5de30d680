"""Two records of one person who joined twice (once in each app) become one: seen first, confirmed, logged, undone.

The accounts, the tasks and the leaves of the one go to the other; what was reported stands under whom it was reported
by, and nothing is deleted."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from handlers import handing
from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Fields, Note, Paragraph, Reply, dump, say
from handlers.paging import page_of
from handlers.turn import ActionHandler, Turn
from handlers.units import plan_of, unit_name
from handlers.wording import common
from handlers.wording import merging as words
from handlers.wording import office as office_words
from handlers.wording.roles import ROLES
from knowledge.vietnamese import fold
from storage.records import Account, Member, MessageKind, Role


async def command(turn: Turn, typed: str) -> Reply:
    """/nguoidung gộp [name]: the records of that name, to choose which one stays; two of them are shown at once."""
    people = await turn.uow.members.all()
    named = [m for m in people if fold(m.name) == fold(typed)] or [
        m for m in people if f" {fold(typed)} " in f" {fold(m.name)} "
    ]
    if typed and not named:
        return say(words.NOBODY.format(name=common.shorten(typed, 40)))
    if len(named) == 2:
        shown = await _propose(turn, {"keep": str(named[0].id), "other": str(named[1].id)})
        return replace(shown, replaces=False)
    if len(named) == 1:
        return replace(await _choose(turn, {"keep": str(named[0].id), "page": "1"}), replaces=False)
    page = page_of(named or people, "1")
    choices = [Choice(m.name, Action("merging.choose", {"keep": str(m.id), "page": "1"})) for m in page.items]
    return say(words.WHO, choices=tuple(choices))


async def _choose(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Which other record is of the same person; those of the same name first."""
    keep = await turn.uow.members.get(int(arguments["keep"]))
    if keep is None or not keep.active:
        return say(words.CHANGED)
    called, given = fold(keep.name), fold(keep.name).split()[-1]
    others = [m for m in await turn.uow.members.all() if m.id != keep.id]
    others.sort(key=lambda m: (fold(m.name) != called, given not in fold(m.name).split(), fold(m.name)))
    if not others:
        return say(words.NONE_ELSE)
    plan = await plan_of(turn)
    page = page_of(others, arguments["page"])
    kept = {"keep": arguments["keep"]}
    labels = {m.id: ", ".join(filter(None, (_apps(m.accounts), unit_name(m.unit, plan)))) for m in page.items}
    choices = tuple(
        Choice(f"{m.name} ({labels[m.id]})", Action("merging.propose", {**kept, "other": str(m.id)}))
        for m in page.items
    )
    turning = page.turning("merging.choose", kept)
    return Reply((Paragraph(words.WHICH.format(name=keep.name), strong=True),), (*choices, *turning), replaces=True)


def _apps(accounts: Sequence[Account]) -> str:
    titles = dict.fromkeys(office_words.CHANNELS.get(a.channel, a.channel) for a in accounts)
    return ", ".join(titles) or office_words.NO_CHANNEL


async def _parties(turn: Turn, arguments: Mapping[str, str]) -> tuple[Member, Member] | Reply:
    """Who stays and who goes into it, if they may now."""
    keep, other = [await turn.uow.members.get(int(arguments[key])) for key in ("keep", "other")]
    if keep is None or other is None or keep.id == other.id or not keep.active or not other.active:
        return say(words.CHANGED)
    return keep, other


async def _propose(turn: Turn, arguments: dict[str, str]) -> Reply:
    parties = await _parties(turn, arguments)
    if isinstance(parties, Reply):
        return parties
    keep, other = parties
    plan = await plan_of(turn)

    def shown(form: str, member: Member, accounts: Sequence[Account], tasks: str = "") -> str:
        return form.format(
            name=member.name,
            role=ROLES[member.role],
            unit=unit_name(member.unit, plan, office_words.NO_UNIT),
            channels=_apps(accounts),
            day=common.day(member.created.astimezone(turn.zone).date()),
            tasks=tasks,
        )

    tasks = sorted({task for m in parties for _, task in await turn.uow.assignments.of_member(m.id)})
    after = shown(words.RESULT, keep, (*keep.accounts, *other.accounts), ", ".join(tasks) or words.NO_TASKS)
    facts = (
        (words.KEPT, shown(words.RECORD, keep, keep.accounts)),
        (words.GONE, shown(words.RECORD, other, other.accounts)),
        (words.AFTER, after),
    )
    blocks: list[Block] = [Paragraph(words.SURE, strong=True), Fields(facts)]
    blocks += [Note(words.OTHER_NAME)] if fold(keep.name) != fold(other.name) else []
    blocks += [Note(words.OTHER_UNIT)] if (keep.unit, keep.role) != (other.unit, other.role) else []
    ids = {"keep": str(keep.id), "other": str(other.id)}
    yes = Choice(common.YES, Action("merging.do", {**ids, "accounts": _packed(other.accounts)}), row=1)
    swap = Choice(words.SWAP, Action("merging.propose", {"keep": ids["other"], "other": ids["keep"]}), row=1)
    return Reply(tuple(blocks), (yes, swap, Choice(common.NO, Action("progress.drop"), row=2)), replaces=True)


async def _do(turn: Turn, arguments: dict[str, str]) -> Reply:
    parties = await _parties(turn, arguments)
    if isinstance(parties, Reply):
        return parties
    keep, other = parties
    if _packed(other.accounts) != arguments["accounts"]:
        return say(words.CHANGED)
    offices = await turn.uow.members.with_role(Role.OFFICE)
    if [m.id for m in offices] == [other.id]:
        return say(words.LAST_OFFICE)
    await _move_accounts(turn, other.accounts, keep.id)
    tasks = await turn.uow.assignments.of_member(other.id)
    gained = []
    for plan, task in tasks:
        await turn.uow.assignments.end(plan, task, other.id, turn.who.id, turn.now)
        if await turn.uow.assignments.add(plan, task, keep.id, turn.who.id, turn.now):
            gained.append((plan, task))
    stood_in = await handing.stood_in(turn, other.id, keep.id)
    silences = await handing.put_off(turn, other.id, keep.id)
    away = await _move_leaves(turn, other.id, keep.id)
    await turn.uow.outbox.cancel_for(other.id, turn.now)
    await turn.uow.members.change(other.id, active=False)
    await log_act(turn, "merge", keep.name, before=other.name, after=_apps((*keep.accounts, *other.accounts)))
    channels = _apps((*keep.accounts, *other.accounts))
    await _tell(turn, (*keep.accounts, *other.accounts), words.TOLD.format(channels=channels, name=keep.name))
    back = {"keep": str(keep.id), "other": str(other.id), "accounts": _packed(other.accounts)}
    back |= {"tasks": json.dumps(tasks), "gained": json.dumps(gained)}
    back |= {"stood_in": json.dumps(stood_in), "away": json.dumps(away), "silences": json.dumps(silences)}
    done = Paragraph(words.DONE.format(name=keep.name, channels=channels), strong=True)
    return Reply((done,), (Choice(common.UNDO, Action("merging.undo", back)),), replaces=True)


async def _undo(turn: Turn, arguments: dict[str, str]) -> Reply:
    keep, other = [await turn.uow.members.get(int(arguments[key])) for key in ("keep", "other")]
    moved = [Account(*each) for each in json.loads(arguments["accounts"])]
    if keep is None or other is None or other.active:
        return say(words.CHANGED)
    with_keep = {(account.channel, account.account) for account in keep.accounts}
    await turn.uow.members.change(other.id, active=True)
    await _move_accounts(turn, [a for a in moved if (a.channel, a.account) in with_keep], other.id)
    gained = json.loads(arguments["gained"])
    for plan, task in json.loads(arguments["tasks"]):
        if [plan, task] in gained:
            await turn.uow.assignments.end(plan, task, keep.id, turn.who.id, turn.now)
        await turn.uow.assignments.add(plan, task, other.id, turn.who.id, turn.now)
    await handing.given_back(turn, json.loads(arguments["silences"]), other.id)
    for number in json.loads(arguments["stood_in"]):
        await handing.stand_in(turn, number, other.id)
    await _move_leaves(turn, keep.id, other.id, only=json.loads(arguments["away"]))
    await log_act(turn, "merge.undo", keep.name, after=other.name)
    await _tell(turn, moved, words.UNDONE_TOLD.format(name=other.name))
    return Reply((Paragraph(words.UNDONE.format(name=keep.name), strong=True),), replaces=True)


async def _move_accounts(turn: Turn, accounts: Sequence[Account], member: int) -> None:
    for account in accounts:
        await turn.uow.conversations.clear_flow(account.channel, account.chat, account.account)
        await turn.uow.members.link(member, account.channel, account.account, account.chat)
        await turn.uow.members.set_reachable(account.channel, account.account, account.reachable)


async def _move_leaves(turn: Turn, giver: int, taker: int, only: Sequence[int] | None = None) -> list[int]:
    """The days on which the giver is away are the taker's; their numbers now."""
    moved = []
    for leave in await turn.uow.leaves.from_day(turn.today):
        if leave.member_id == giver and (only is None or leave.id in only):
            await turn.uow.leaves.cancel(leave.id)
            again = await turn.uow.leaves.add(
                member_id=taker,
                first=leave.first,
                last=leave.last,
                stand_in=leave.stand_in,
                by=turn.who.id,
                now=turn.now,
            )
            moved.append(again.id)
    return moved


async def _tell(turn: Turn, accounts: Sequence[Account], said: str) -> None:
    """Whoever holds any of the accounts learns of it there, even if the office has taken two people for one."""
    for account in accounts:
        await turn.uow.outbox.put(
            key=f"decision:merge:{turn.key}:{account.channel}:{account.account}",
            kind=MessageKind.DECISION,
            reply=dump(say(said)),
            now=turn.now,
            channel=account.channel,
            chat=account.chat,
        )


def _packed(accounts: Sequence[Account]) -> str:
    return json.dumps([(a.channel, a.account, a.chat, a.member_id, a.reachable) for a in accounts])


ACTIONS: Mapping[str, ActionHandler] = {
    "merging.choose": _choose,
    "merging.propose": _propose,
    "merging.do": _do,
    "merging.undo": _undo,
}
