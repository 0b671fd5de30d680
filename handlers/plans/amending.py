"""A further version of a plan that is followed: the office sees what changes, settles doubts, and loads it; those whose
rows changed are told, and only they."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Heading, Items, Note, Paragraph, Reply, dump, say
from handlers.office import FollowedPlan
from handlers.plans import drafts
from handlers.plans.current import pinned
from handlers.rights import stands_for
from handlers.turn import ActionHandler, Turn
from handlers.wording import amendments as words
from handlers.wording import common
from handlers.wording import plans as plan_words
from knowledge.importing.amendment import Amendment, Doubt, amend, is_version_of
from knowledge.model import Plan, Task
from storage.records import Member, MessageKind, Role
from storage.unit_of_work import UnitOfWork

_LINES = 12
_LINES_TOLD = 10


async def amended(turn: Turn, plan: Plan) -> FollowedPlan | None:
    """The followed plan that this is a further version of."""
    plans = await turn.office.plans(turn.uow)
    found = [followed for followed in plans if is_version_of(plan, followed.plan)]
    return next((followed for followed in found if followed.plan.id == plan.id), found[0] if found else None)


async def earlier(uow: UnitOfWork, plan: str, version: int) -> list[Plan]:
    """The versions of a plan before one, the newest first: their codes are used."""
    found = [await uow.plans.version(plan, number) for number in range(version - 1, 0, -1)]
    return [Plan.model_validate_json(stored.document) for stored in found if stored is not None]


async def compared(
    turn: Turn, followed: FollowedPlan, sha256: str, draft: drafts.Draft, decided: Mapping[str, str]
) -> Reply:
    """What the draft changes, with the choices that load it; or the question that has to be settled first."""
    before = await earlier(turn.uow, followed.plan.id, followed.version)
    amendment = amend(followed.plan, draft.plan, decided, before)
    if amendment.doubts:
        return _question(amendment, sha256, decided)
    place = {
        "draft": sha256,
        "plan": followed.plan.id,
        "version": str(followed.version),
        "decided": json.dumps(dict(decided)),
    }
    title = words.HEADING.format(plan=followed.plan.short_title, version=followed.version)
    blocks: list[Block] = [Heading(title), Paragraph(words.counts(amendment, followed.plan), strong=True)]
    if amendment.targets_added or amendment.targets_removed:
        text = words.TARGETS.format(added=amendment.targets_added, removed=amendment.targets_removed)
        blocks.append(Paragraph(text))
    lines = words.lines(amendment)
    blocks.append(Items(words.cut(lines, _LINES)) if lines else Note(words.NOTHING))
    if moved := sum(change.renumbered for change in amendment.changed):
        blocks.append(Note(words.RENUMBERED.format(count=moved)))
    blocks.append(Note(words.KEPT))
    choices = [Choice(words.LOAD, Action("plans.amend", place), row=1)]
    if draft.plan.id != followed.plan.id:
        choices.append(Choice(words.APART, Action("plans.load", {"draft": sha256})))
    return Reply(tuple(blocks), tuple(choices))


def _question(amendment: Amendment, sha256: str, decided: Mapping[str, str]) -> Reply:
    doubt: Doubt = amendment.doubts[0]
    asked = words.DOUBT.format(
        new=common.shorten(doubt.new.title, 200), code=doubt.old.code, old=common.shorten(doubt.old.title, 200)
    )

    def choice(label: str, was: str) -> Choice:
        settled = json.dumps({**decided, doubt.new.code: was})
        return Choice(label, Action("plans.decide", {"draft": sha256, "decided": settled}))

    left = Note(words.DOUBTS.format(count=len(amendment.doubts)))
    return Reply((Paragraph(asked, strong=True), left), (choice(words.SAME, doubt.old.code), choice(words.OTHER, "")))


async def _decide(turn: Turn, arguments: dict[str, str]) -> Reply:
    draft = await drafts.draft(turn.uow, arguments["draft"])
    followed = await amended(turn, draft.plan) if draft else None
    if draft is None or followed is None:
        return say(plan_words.GONE)
    shown = await compared(turn, followed, arguments["draft"], draft, json.loads(arguments["decided"]))
    drop = Choice(plan_words.DROP, Action("plans.drop"), row=1)
    return replace(shown, choices=(*shown.choices, drop), replaces=True)


async def _amend(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Loads the further version."""
    draft = await drafts.draft(turn.uow, arguments["draft"])
    stored = await turn.uow.plans.get(arguments["plan"])
    if draft is None or stored is None or not stored.active or not draft.sound:
        return say(plan_words.GONE)
    followed = turn.office.followed(stored)
    decided = json.loads(arguments["decided"])
    if stored.version != int(arguments["version"]):
        # It has changed meanwhile: the office looks again.
        return await compared(turn, followed, arguments["draft"], draft, decided)
    amendment = amend(followed.plan, draft.plan, decided, await earlier(turn.uow, stored.id, stored.version))
    now = await turn.uow.plans.put(stored.id, amendment.plan.model_dump_json(), turn.today, stored.ends, turn.now)
    if now.version == stored.version:
        return say(plan_words.SAME)
    if amendment.plan.ends.year > stored.ends.year:
        await turn.uow.plans.set_ends(stored.id, amendment.plan.ends)
    title = amendment.plan.short_title
    versions = [plan_words.VERSION_NUMBER.format(number=number) for number in (stored.version, now.version)]
    await log_act(turn, "plan", title, *versions)
    told = await _tell(turn, followed, amendment, now.version)
    done = words.LOADED.format(
        plan=title,
        version=now.version,
        added=len(amendment.added),
        removed=len(amendment.removed),
        changed=sum(bool(change.fields) for change in amendment.changed),
    )
    place = {"plan": stored.id, "version": str(now.version)}
    choices = [Choice(common.UNDO, Action("plans.unload", place), row=1)]
    if told:
        choices.append(Choice(words.WHO_KNOWS, Action("plans.seen_by", place), row=1))
    said = words.TOLD.format(count=told) if told else words.TOLD_NOBODY
    return Reply((Paragraph(done, strong=True), Paragraph(said)), tuple(choices))


# ---- telling those concerned ----------------------------------------------------------------------------------------


def _key(plan: str, version: int, member: int) -> str:
    return f"decision:plan:{plan}:{version}:{member}"


async def _tell(turn: Turn, before: FollowedPlan, amendment: Amendment, version: int) -> int:
    """Tells each person whose unit's rows changed; how many."""
    rows = _rows(before.plan, amendment)
    told = 0
    for member in await turn.uow.members.all():
        codes = frozenset(code for code, tasks in rows.items() if _concerns(member, tasks, amendment.plan))
        lines = words.lines(amendment, codes) if codes else []
        if not lines or member.id == turn.who.id:
            continue
        notice = words.NOTICE.format(plan=amendment.plan.short_title)
        seen = Choice(words.SEEN, Action("plans.seen", {"plan": before.plan.id, "version": str(version)}))
        reply = Reply((Paragraph(notice, strong=True), Items(words.cut(lines, _LINES_TOLD))), (seen,))
        await turn.uow.outbox.put(
            key=_key(before.plan.id, version, member.id),
            kind=MessageKind.DECISION,
            reply=dump(pinned(reply, before)),
            now=turn.now,
            member_id=member.id,
        )
        told += 1
    return told


def _rows(before: Plan, amendment: Amendment) -> dict[str, tuple[Task, ...]]:
    """Code → the task before and after, of every row that differs."""
    codes = [change.code for change in amendment.changed if change.fields]
    codes += [task.code for task in (*amendment.added, *amendment.removed)]
    return {code: tuple(task for task in (before.task(code), amendment.plan.task(code)) if task) for code in codes}


def _concerns(member: Member, tasks: tuple[Task, ...], plan: Plan) -> bool:
    if member.role is Role.DIRECTOR:
        return False
    return any(stands_for(member, (*task.lead, *task.cooperating), plan) for task in tasks)


async def told_of(turn: Turn, plan: str, version: int) -> list[Member]:
    """Who was told of a version."""
    members = await turn.uow.members.all()
    return [m for m in members if await turn.uow.outbox.get(_key(plan, version, m.id)) is not None]


async def tell_undone(turn: Turn, plan: Plan, version: int) -> None:
    """Those who were told of a version hear that it no longer stands."""
    for member in await told_of(turn, plan.id, version):
        await turn.uow.outbox.put(
            key=_key(plan.id, version, member.id) + ":undone",
            kind=MessageKind.DECISION,
            reply=dump(say(words.UNDONE_NOTICE.format(plan=plan.short_title))),
            now=turn.now,
            member_id=member.id,
        )


async def _seen(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Somebody has read what changed for them."""
    stored = await turn.uow.plans.get(arguments["plan"])
    if stored is None:
        return say(plan_words.NOT_FOLLOWED)
    await turn.uow.receipts.add(_subject(arguments), turn.who.id, turn.now)
    return say(words.THANKS.format(plan=turn.office.followed(stored).plan.short_title))


def _subject(arguments: Mapping[str, str]) -> str:
    return f"plan:{arguments['plan']}:{arguments['version']}"


async def _seen_by(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Who was told of a version, and who has said that it is clear."""
    stored = await turn.uow.plans.get(arguments["plan"])
    if stored is None:
        return say(plan_words.NOT_FOLLOWED)
    version = int(arguments["version"])
    told = await told_of(turn, stored.id, version)
    seen = await turn.uow.receipts.of(_subject(arguments))
    lines = [
        words.SEEN_LINE.format(name=member.name, at=common.moment(seen[member.id], turn.zone))
        if member.id in seen
        else words.UNSEEN_LINE.format(name=member.name)
        for member in sorted(told, key=lambda member: member.id in seen)
    ]
    title = turn.office.followed(stored).plan.short_title
    known = sum(member.id in seen for member in told)
    head = words.SEEN_LIST.format(plan=title, version=version, seen=known, told=len(told))
    return Reply((Paragraph(head, strong=True), Items(tuple(lines))))


ACTIONS: Mapping[str, ActionHandler] = {"plans.seen": _seen}
OFFICE_ACTIONS: Mapping[str, ActionHandler] = {
    "plans.decide": _decide,
    "plans.amend": _amend,
    "plans.seen_by": _seen_by,
}
