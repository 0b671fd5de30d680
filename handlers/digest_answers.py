"""The answers to a line of the digest beside a report: as last time, later, not mine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from handlers import digest, reminded
from handlers.journal import log_act
from handlers.messages import Action, Choice, Paragraph, Reply, dump, say
from handlers.missing import no_plan
from handlers.office import FollowedPlan
from handlers.plans.current import pinned
from handlers.recording import record
from handlers.rights import Right, right_of, stands_for
from handlers.standing import Standing, task_standings
from handlers.turn import ActionHandler, Turn
from handlers.wording import common
from handlers.wording import digest_answers as words
from handlers.wording import records as record_words
from handlers.wording import tasks as task_words
from knowledge.progress.update import StatusCode, Update
from knowledge.snoozing import Offer, offers
from storage.records import Member, MessageKind, ProgressEntry, Role, SilenceKind


async def found_line(turn: Turn, arguments: Mapping[str, str]) -> tuple[FollowedPlan, Standing] | None:
    """The plan and the occurrence ("code", "period") that a line is about; None when it is no longer the person's to
    report on."""
    followed = await turn.plan()
    task = followed.plan.task(arguments["code"]) if followed else None
    if followed is None or task is None or right_of(turn.who, task, followed.plan) is not Right.RECORD:
        return None
    of_task = await task_standings(turn.uow, followed, task, turn.today, turn.zone)
    standing = next((s for s in of_task if s.occurrence.period == arguments["period"]), None)
    return (followed, standing) if standing else None


def _title(standing: Standing) -> str:
    return f"{task_words.with_period(standing)} {record_words.title(standing.task, 120)}"


def _back(arguments: Mapping[str, str]) -> tuple[Choice, ...]:
    back = digest.way_back(arguments)
    return (back,) if back else ()


async def _after(turn: Turn, reply: Reply, arguments: Mapping[str, str]) -> Reply:
    """The reply, with the digest that it came from below."""
    if "digest" in arguments:
        reply = await digest.below(turn, reply, arguments["digest"])
    return replace(reply, replaces=True)


async def _line(turn: Turn, arguments: dict[str, str]) -> Reply:
    """All that can be answered to one line."""
    found = await found_line(turn, arguments)
    if found is None:
        return say(common.CHOICE_LAPSED)
    _, standing = found
    first = (
        Choice(words.DONE, Action("reminders.done", dict(arguments)), row=0),
        Choice(task_words.UPDATE, Action("progress.start", dict(arguments)), row=0),
    )
    facts = Paragraph(f"{task_words.due_and_state(standing, turn.today)}; {task_words.progress(standing)}")
    choices = (*first, *digest.further(arguments), *_back(arguments))
    return Reply((Paragraph(_title(standing), strong=True), facts), choices, replaces=True)


async def _same(turn: Turn, arguments: dict[str, str]) -> Reply:
    """As last time: the figure that stands is reported again."""
    found = await found_line(turn, arguments)
    if found is None:
        return say(common.CHOICE_LAPSED)
    followed, standing = found
    entry = standing.entry
    if entry is None or (entry.percent is None and entry.status is None):
        start = Choice(task_words.UPDATE, Action("progress.start", dict(arguments)), row=1)
        said = Paragraph(words.NOTHING_BEFORE.format(code=standing.task.code))
        return Reply((said,), (start, *_back(arguments)), replaces=True)
    update = as_last_time(standing, entry)
    kept = {k: arguments[k] for k in ("digest",) if k in arguments} | {"offered": _morning(turn, arguments)}
    return replace(await record(turn, followed, [update], kept), replaces=True)


def as_last_time(standing: Standing, entry: ProgressEntry) -> Update:
    """The update that repeats an entry."""
    status: StatusCode | None = entry.status.value if entry.status else None
    return Update(standing.task.code, entry.percent, status, words.SAME_NOTE, standing.occurrence.period)


def _morning(turn: Turn, arguments: Mapping[str, str]) -> str:
    if "digest" in arguments:
        return digest.morning(arguments["digest"], turn.zone).isoformat()
    return turn.now.isoformat()


# ---- later ----------------------------------------------------------------------------------------------------------


async def _offers(turn: Turn, followed: FollowedPlan, standing: Standing) -> list[Offer]:
    mine = [
        s
        for s in await turn.uow.silences.standing(followed.plan.id)
        if s.kind is SilenceKind.SNOOZE
        and (s.member_id, s.task, s.period) == (turn.who.id, standing.task.code, standing.occurrence.period)
    ]
    local = turn.now.astimezone(turn.zone)
    return offers(local, standing.due, len(mine), turn.office.timetable, turn.office.calendar)


async def _later(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Until when? Never past the deadline."""
    found = await found_line(turn, arguments)
    if found is None:
        return say(common.CHOICE_LAPSED)
    followed, standing = found
    ways = await _offers(turn, followed, standing)
    if not ways:
        refused = words.NO_LATER.format(code=task_words.with_period(standing))
        return Reply((Paragraph(refused),), _back(arguments), replaces=True)
    choices = tuple(
        Choice(words.until(offer), Action("answers.put_off", {**arguments, "until": offer.until.isoformat()}))
        for offer in ways
    )
    asked = (Paragraph(_title(standing), strong=True), Paragraph(words.UNTIL_WHEN))
    return Reply(asked, (*choices, *_back(arguments)), replaces=True)


async def _put_off(turn: Turn, arguments: dict[str, str]) -> Reply:
    found = await found_line(turn, arguments)
    if found is None:
        return say(common.CHOICE_LAPSED)
    followed, standing = found
    until = datetime.fromisoformat(arguments["until"])
    place = (followed.plan.id, standing.task.code, standing.occurrence.period)
    if until not in [offer.until for offer in await _offers(turn, followed, standing)]:
        return say(common.CHOICE_LAPSED)
    await turn.uow.silences.add(
        kind=SilenceKind.SNOOZE,
        member_id=turn.who.id,
        plan=place[0],
        task=place[1],
        period=place[2],
        until=until,
        now=turn.now,
    )
    await turn.uow.reminders.answered_by(turn.who.id, *place, reminded.SNOOZED, turn.now)
    at = until.astimezone(turn.zone)
    said = words.PUT_OFF.format(code=task_words.with_period(standing), hour=f"{at:%H:%M}", day=common.day(at.date()))
    again = Choice(words.AS_BEFORE, Action("answers.as_before", dict(arguments)), row=1)
    return await _after(turn, Reply((Paragraph(said, strong=True),), (again,)), arguments)


async def _as_before(turn: Turn, arguments: dict[str, str]) -> Reply:
    """It is put off no longer."""
    found = await found_line(turn, arguments)
    if found is None:
        return say(common.CHOICE_LAPSED)
    followed, standing = found
    place = (standing.task.code, standing.occurrence.period)
    await turn.uow.silences.end(followed.plan.id, *place, SilenceKind.SNOOZE, member_id=turn.who.id)
    said = words.REMINDED_AGAIN.format(code=task_words.with_period(standing))
    return await _after(turn, Reply((Paragraph(said, strong=True),)), arguments)


# ---- whose it is ----------------------------------------------------------------------------------------------------


async def _mine(turn: Turn, arguments: dict[str, str]) -> Reply:
    """ "Còn phụ trách": the reminders go on."""
    found = await found_line(turn, arguments)
    if found is None:
        return say(common.CHOICE_LAPSED)
    followed, standing = found
    place = (followed.plan.id, standing.task.code, standing.occurrence.period)
    await turn.uow.reminders.answered_by(turn.who.id, *place, reminded.MINE, turn.now)
    update = Choice(task_words.UPDATE, Action("progress.start", dict(arguments)), row=1)
    said = Paragraph(words.STILL_MINE.format(code=task_words.with_period(standing)), strong=True)
    return Reply((said,), (update, *_back(arguments)), replaces=True)


async def _not_mine(turn: Turn, arguments: dict[str, str]) -> Reply:
    """ "Không phải việc của tôi": the head learns of it and decides; the person is reminded of it no more."""
    found = await found_line(turn, arguments)
    if found is None:
        return say(common.CHOICE_LAPSED)
    followed, standing = found
    told = await set_aside(turn, followed, standing)
    undo = Choice(common.UNDO, Action("answers.mine_after_all", {"code": standing.task.code, **arguments}), row=1)
    return await _after(turn, Reply((Paragraph(told, strong=True),), (undo,)), arguments)


async def set_aside(turn: Turn, followed: FollowedPlan, standing: Standing) -> str:
    """Notes that the task is not this person's and tells those who decide; what the person reads."""
    task, plan = standing.task, followed.plan
    await turn.uow.silences.end(plan.id, task.code, "", SilenceKind.NOT_MINE, member_id=turn.who.id)
    silence = await turn.uow.silences.add(
        kind=SilenceKind.NOT_MINE,
        member_id=turn.who.id,
        plan=plan.id,
        task=task.code,
        period="",
        until=None,
        now=turn.now,
    )
    place = (plan.id, task.code, standing.occurrence.period)
    await turn.uow.reminders.answered_by(turn.who.id, *place, reminded.NOT_MINE, turn.now)
    deciders = await _deciders(turn, standing, followed)
    arguments = {"code": task.code, "member": str(turn.who.id)}
    choices = (
        Choice(words.STILL_THEIRS.format(name=turn.who.name), Action("answers.theirs", arguments)),
        Choice(record_words.label(task), Action("tasks.open", standing.place)),
    )
    notice = say(words.NOT_THEIRS.format(name=turn.who.name, task=_title(standing)), choices=choices)
    for member in deciders:
        await turn.uow.outbox.put(
            key=f"decision:not-mine:{silence.id}:{member.id}",
            kind=MessageKind.DECISION,
            reply=dump(pinned(notice, followed)),
            now=turn.now,
            member_id=member.id,
        )
    names = ", ".join(member.name for member in deciders) or words.OFFICE
    return words.SET_ASIDE.format(code=task.code, names=names)


async def _deciders(turn: Turn, standing: Standing, followed: FollowedPlan) -> list[Member]:
    """The heads of the lead units, else the office."""
    people = [m for m in await turn.uow.members.all() if m.id != turn.who.id]
    heads = [m for m in people if m.role is Role.HEAD and stands_for(m, standing.task.lead, followed.plan)]
    return heads or [m for m in people if m.role is Role.OFFICE]


async def taken_back(turn: Turn, plan: str, code: str) -> str:
    """The task is the person's after all; what they read."""
    await turn.uow.silences.end(plan, code, "", SilenceKind.NOT_MINE, member_id=turn.who.id)
    return words.REMINDED_AGAIN.format(code=code)


async def _mine_after_all(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    said = Paragraph(await taken_back(turn, followed.plan.id, arguments["code"]), strong=True)
    return await _after(turn, Reply((said,)), arguments)


async def _theirs(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The head (or the office) decides that it stays with the person, who learns of it."""
    followed = await turn.plan()
    task = followed.plan.task(arguments["code"]) if followed else None
    member = await turn.uow.members.get(int(arguments["member"]))
    if followed is None or task is None or member is None:
        return say(common.CHOICE_LAPSED)
    decides = turn.who.role is Role.OFFICE or (
        turn.who.role is Role.HEAD and stands_for(turn.who, task.lead, followed.plan)
    )
    if not decides:
        return say(common.CHOICE_LAPSED)
    await turn.uow.silences.end(followed.plan.id, task.code, "", SilenceKind.NOT_MINE, member_id=member.id)
    await log_act(turn, "assign.keep", task.code, after=member.name)
    label = record_words.label(task)
    notice = say(
        words.YOURS.format(name=turn.who.name, task=label),
        choices=(Choice(label, Action("tasks.open", {"code": task.code})),),
    )
    await turn.uow.outbox.put(
        key=f"decision:theirs:{turn.key}",
        kind=MessageKind.DECISION,
        reply=dump(pinned(notice, followed)),
        now=turn.now,
        member_id=member.id,
    )
    return Reply((Paragraph(words.KEPT.format(code=task.code, name=member.name), strong=True),), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {
    "answers.line": _line,
    "answers.same": _same,
    "answers.later": _later,
    "answers.put_off": _put_off,
    "answers.as_before": _as_before,
    "answers.mine": _mine,
    "answers.not_mine": _not_mine,
    "answers.mine_after_all": _mine_after_all,
    "answers.theirs": _theirs,
}
