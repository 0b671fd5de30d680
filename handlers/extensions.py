"""/giahan: the office moves the deadline of one occurrence; the printed one stays beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from handlers.journal import log_act
from handlers.messages import Action, Choice, Fields, Paragraph, Reply, dump, say
from handlers.office import FollowedPlan
from handlers.rights import stands_for
from handlers.standing import Standing, current, task_standings
from handlers.turn import ActionHandler, Turn
from handlers.wording import common
from handlers.wording import extensions as words
from handlers.wording import tasks as task_words
from knowledge import deadlines
from knowledge.progress import codes_like
from storage.records import MessageKind

_DAY = re.compile(r"\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b")
_QUOTED = re.compile(r"[\"“”«]([^\"“”«»]+)[\"“”»]")
MAX_REASON = 300


async def command(turn: Turn, typed: str) -> Reply:
    """/giahan CODE DAY reason ["document"]: shows what would change and asks."""
    followed = await turn.office.plan(turn.uow)
    if followed is None:
        return say(common.NO_PLAN)
    usage = words.USAGE.format(code=followed.plan.tasks[0].code if followed.plan.tasks else "")
    code, _, rest = typed.partition(" ")
    codes = codes_like(code, followed.plan) if code else ()
    if not codes:
        return say(task_words.GONE.format(code=common.shorten(code, 20)), usage) if code else say(usage)
    if len(codes) > 1:
        choices = tuple(Choice(c, Action("say", {"text": f"/giahan {c} {rest}"})) for c in codes)
        return say(words.WHICH, choices=choices)
    day, document = _DAY.search(rest), _QUOTED.search(rest)
    due = _read(day[0], turn.today.year) if day else None
    if due is None or day is None:
        return say(words.NO_DAY, usage)
    without = _QUOTED.sub(" ", _DAY.sub(" ", rest, count=1))
    reason = re.sub(r"^\s*(?:[,;:.–-]\s*)+", "", without).strip()
    if not reason:
        return say(words.NO_REASON, usage)
    proposed = {"code": codes[0], "due": due.isoformat(), "reason": reason[:MAX_REASON]}
    return await _preview(turn, followed, proposed | {"document": document[1].strip() if document else ""})


def _read(typed: str, year: int) -> date | None:
    rule = deadlines.read(typed, year)
    return rule.end if rule.kind == "date" else None


async def _standing(turn: Turn, followed: FollowedPlan, arguments: Mapping[str, str]) -> Standing | None:
    task = followed.plan.task(arguments["code"])
    if task is None:
        return None
    of_task = await task_standings(turn.uow, followed, task, turn.today, turn.zone)
    named = next((s for s in of_task if s.occurrence.period == arguments.get("period")), None)
    return named or current(of_task, turn.today)


async def _preview(turn: Turn, followed: FollowedPlan, proposed: dict[str, str]) -> Reply:
    standing = await _standing(turn, followed, proposed)
    if standing is None or standing.due is None:
        return say(words.NO_DUE.format(code=proposed["code"]))
    due = date.fromisoformat(proposed["due"])
    if due <= standing.due:
        return say(words.NOT_LATER.format(due=common.day(due), before=common.day(standing.due)))
    facts = [(words.PRINTED, standing.task.deadline or task_words.MATTER_NONE)]
    period = task_words.period(standing.occurrence.period)
    facts += [(words.PERIOD, period)] if period else []
    facts += [(words.BEFORE, task_words.due(standing)), (words.AFTER, common.day(due))]
    facts.append((words.REASON, proposed["reason"]))
    facts += [(words.DOCUMENT, proposed["document"])] if proposed["document"] else []
    chosen = {**proposed, "period": standing.occurrence.period, "before": standing.due.isoformat()}
    yes = Choice(common.YES, Action("extensions.set", chosen), row=1)
    no = Choice(common.NO, Action("progress.drop"), row=1)
    question = words.SURE.format(code=standing.task.code, due=common.day(due))
    return Reply((Paragraph(question, strong=True), Fields(tuple(facts))), (yes, no))


async def _set(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.office.plan(turn.uow)
    standing = await _standing(turn, followed, arguments) if followed else None
    if followed is None or standing is None or standing.due is None:
        return say(common.CHOICE_LAPSED)
    due = date.fromisoformat(arguments["due"])
    if standing.due.isoformat() != arguments["before"]:
        # Pressed twice, or somebody else extended it meanwhile.
        return say(words.ALREADY if standing.due == due else common.CHOICE_LAPSED)
    extension = await turn.uow.extensions.add(
        plan=followed.plan.id,
        task=standing.task.code,
        period=standing.occurrence.period,
        due=due,
        previous=standing.due,
        reason=arguments["reason"],
        document=arguments["document"],
        member_id=turn.who.id,
        now=turn.now,
    )
    before, after = common.day(standing.due), common.day(due)
    await log_act(turn, "extend", standing.task.code, before, after)
    slots = {"code": standing.task.code, "due": after, "before": before}
    facts = Fields(((words.REASON, arguments["reason"]),))
    notice = Reply((Paragraph(words.NOTICE.format(**slots), strong=True), facts), (_open(standing),))
    await _tell_unit(turn, followed, standing, notice, f"decision:extension:{extension.id}")
    undo = Choice(common.UNDO, Action("extensions.undo", {"id": str(extension.id)}), row=1)
    done = words.DONE.format(count=len(standing.extensions) + 1, **slots)
    return Reply((Paragraph(done, strong=True), facts), (undo, _open(standing)), replaces=True)


def _open(standing: Standing) -> Choice:
    place = {"code": standing.task.code, "period": standing.occurrence.period}
    return Choice(task_words.label(standing.task), Action("tasks.open", place))


async def _tell_unit(turn: Turn, followed: FollowedPlan, standing: Standing, notice: Reply, key: str) -> None:
    """Those of the lead unit learn of it, except the one who did it."""
    for member in await turn.uow.members.all():
        if member.id != turn.who.id and stands_for(member, standing.task.lead, followed.plan):
            await turn.uow.outbox.put(
                key=f"{key}:{member.id}",
                kind=MessageKind.DECISION,
                reply=dump(notice),
                now=turn.now,
                member_id=member.id,
            )


async def _undo(turn: Turn, arguments: dict[str, str]) -> Reply:
    extension = await turn.uow.extensions.get(int(arguments["id"]))
    followed = await turn.office.plan(turn.uow)
    if extension is None or extension.undone or followed is None:
        return say(words.UNDONE_ALREADY)
    standing = await _standing(turn, followed, {"code": extension.task, "period": extension.period})
    if standing is None or not standing.extensions or standing.extensions[-1].id != extension.id:
        return say(words.UNDONE_ALREADY)
    await turn.uow.extensions.undo(extension.id)
    back = common.day(extension.previous) if extension.previous else ""
    await log_act(turn, "extend.undo", extension.task, common.day(extension.due), back)
    notice = say(words.UNDONE_NOTICE.format(code=extension.task, due=back))
    await _tell_unit(turn, followed, standing, notice, f"decision:extension:{extension.id}:undone")
    said = words.UNDONE.format(code=extension.task, due=back)
    return Reply((Paragraph(said, strong=True),), (_open(standing),), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {"extensions.set": _set, "extensions.undo": _undo}
