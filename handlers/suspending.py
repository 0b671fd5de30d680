"""/tamdung, /khongthuchien, /tieptuc: the office puts work off, drops it, or takes it up again, as a paper says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from handlers.flow import stop_waiting, wait_for
from handlers.journal import log_act
from handlers.messages import Action, Choice, Fields, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.office import FollowedPlan
from handlers.paging import page_of
from handlers.standing import Standing, by_task, current, standings, task_standings
from handlers.telling import lead_unit, tell
from handlers.turn import ActionHandler, FlowHandler, Turn
from handlers.wording import common
from handlers.wording import records as record_words
from handlers.wording import suspending as words
from handlers.wording import tasks as task_words
from knowledge.lexicon.extensions import REASON
from knowledge.lexicon.papers import document_in
from knowledge.progress.codes import codes_like
from storage.records import Ruling, RulingKind

MAX_REASON = 1000


async def suspend(turn: Turn, typed: str) -> Reply:
    """/tamdung CODE reason "document"."""
    return await _command(turn, typed, RulingKind.SUSPEND)


async def withdraw(turn: Turn, typed: str) -> Reply:
    """/khongthuchien CODE reason "document"."""
    return await _command(turn, typed, RulingKind.WITHDRAW)


async def resume(turn: Turn, typed: str) -> Reply:
    """/tieptuc CODE ["document"]."""
    return await _command(turn, typed, RulingKind.RESUME)


async def _command(turn: Turn, typed: str, kind: RulingKind) -> Reply:
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    if not typed:
        return await _offer(turn, {"kind": kind.value, "page": "1"})
    first, _, rest = typed.partition(" ")
    code = next(iter(codes_like(first, followed.plan)), None)
    if code is None:
        return say(task_words.GONE.format(code=common.shorten(first, 20)), _usage(followed, kind))
    standing = await _standing(turn, followed, {"code": code}, kind)
    return await _propose(turn, kind, standing, rest) if standing else say(common.CHOICE_LAPSED)


def _usage(followed: FollowedPlan, kind: RulingKind) -> str:
    code = followed.plan.tasks[0].code if followed.plan.tasks else ""
    form = words.USAGE_RESUME if kind is RulingKind.RESUME else words.USAGE
    return form.format(command=words.COMMANDS[kind], code=code)


async def _standing(
    turn: Turn, followed: FollowedPlan, arguments: Mapping[str, str], kind: RulingKind
) -> Standing | None:
    """The occurrence meant: the one named, else the one in hand; to resume, the first that rests."""
    task = followed.plan.task(arguments["code"])
    if task is None:
        return None
    of_task = await task_standings(turn.uow, followed, task, turn.today, turn.zone)
    if "period" in arguments:
        return next((s for s in of_task if s.occurrence.period == arguments["period"]), None)
    resting = [s for s in of_task if s.aside is not None] if kind is RulingKind.RESUME else []
    return resting[0] if resting else current(of_task, turn.today)


async def _offer(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The tasks that can be chosen: those that rest, or those that are being worked on."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    kind = RulingKind(arguments["kind"])
    found = await standings(turn.uow, followed, turn.today, turn.zone)
    if kind is RulingKind.RESUME:
        offered = [next(s for s in of if s.aside) for of in by_task([s for s in found if s.aside]).values()]
    else:
        offered = [s for s in (current(of, turn.today) for of in by_task(found).values()) if s.open]
        offered.sort(key=lambda s: s.due or date.max)
    if not offered and kind is RulingKind.RESUME:
        return say(words.NONE_ASIDE)
    page = page_of(offered, arguments["page"])
    action = "suspending.resume" if kind is RulingKind.RESUME else "suspending.start"
    choices = tuple(
        Choice(record_words.label(s.task), Action(action, {**s.place, "kind": kind.value})) for s in page.items
    )
    asked = (Paragraph(words.WHICH.format(verb=words.VERBS[kind]), strong=True), Paragraph(_usage(followed, kind)))
    kept = {"kind": kind.value, "turned": "1"}
    return Reply(asked, (*choices, *page.turning("suspending.offer", kept)), replaces="turned" in arguments)


async def _start(turn: Turn, arguments: dict[str, str]) -> Reply:
    """A task was chosen: why, and by which paper?"""
    followed, kind = await turn.plan(), RulingKind(arguments["kind"])
    standing = await _standing(turn, followed, arguments, kind) if followed else None
    if standing is None:
        return say(common.CHOICE_LAPSED)
    if obstacle := _obstacle(standing, kind):
        return say(obstacle)
    await wait_for(turn, "suspending.typed", {**standing.place, "kind": kind.value})
    title = words.SURE.format(verb=words.VERBS[kind], code=task_words.with_period(standing))
    return Reply((Paragraph(title, strong=True), Paragraph(words.ASK)), (Choice(common.NO, Action("progress.drop")),))


async def _typed(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    """The reason and document that were asked for."""
    followed, kind = await turn.plan(), RulingKind(data["kind"])
    standing = await _standing(turn, followed, data, kind) if followed else None
    if standing is None or turn.incoming.forwarded or typed.rstrip().endswith("?"):
        return None
    return await _propose(turn, kind, standing, typed)


async def _resume(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    standing = await _standing(turn, followed, arguments, RulingKind.RESUME) if followed else None
    return await _propose(turn, RulingKind.RESUME, standing, "") if standing else say(common.CHOICE_LAPSED)


def _obstacle(standing: Standing, kind: RulingKind) -> str:
    """Why this cannot be ruled about the occurrence; "" when it can."""
    code = task_words.with_period(standing)
    if kind is RulingKind.RESUME:
        return "" if standing.aside else words.NOT_ASIDE.format(code=code)
    if standing.done:
        return words.DONE_ALREADY.format(code=code, name=words.NAMES[kind])
    if standing.aside is not None and standing.aside.kind is kind:
        return words.ASIDE_ALREADY.format(code=code, state=task_words.aside(standing.aside))
    return ""


async def _propose(turn: Turn, kind: RulingKind, standing: Standing, typed: str) -> Reply:
    """Shows what would be ruled and asks; for work that comes back, for how long it holds."""
    verb, code = words.VERBS[kind], standing.task.code
    if obstacle := _obstacle(standing, kind):
        return say(obstacle)
    document, rest = document_in(typed)
    reason = REASON.sub("", rest).strip()[:MAX_REASON]
    if kind is not RulingKind.RESUME and (not reason or not document):
        await wait_for(turn, "suspending.typed", {**standing.place, "kind": kind.value})
        lacking = words.NO_DOCUMENT if reason else words.NO_REASON
        return say(lacking.format(verb=verb), words.ASK)
    facts = [(words.STATE, _now(standing))]
    facts += [(words.REASON, reason)] if reason else []
    facts += [(words.DOCUMENT, document)] if document else []
    last = str(standing.aside.id) if standing.aside else "0"
    chosen = {**standing.place, "kind": kind.value, "reason": reason, "document": document, "last": last, "onward": "0"}
    period = record_words.period(standing.occurrence.period)
    yes = [Choice(words.ONLY.format(period=period) if period else common.YES, Action("suspending.set", chosen), row=1)]
    if period:
        label = words.ONWARD.format(period=period)
        yes.append(Choice(label, Action("suspending.set", {**chosen, "onward": "1"}), row=1))
    title = f"{words.SURE.format(verb=verb, code=code)} {record_words.title(standing.task, 120)}"
    no = Choice(common.NO, Action("progress.drop"), row=2 if period else 1)
    return Reply((Paragraph(title, strong=True), Fields(tuple(facts))), (*yes, no))


def _now(standing: Standing) -> str:
    return task_words.aside(standing.aside) if standing.aside else task_words.progress(standing)


async def _set(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed, kind, onward = await turn.plan(), RulingKind(arguments["kind"]), arguments["onward"] == "1"
    standing = await _standing(turn, followed, arguments, kind) if followed else None
    if followed is None or standing is None:
        return say(common.CHOICE_LAPSED)
    # Whoever is reporting this occurrence right now is waited for.
    await turn.uow.progress.latest(followed.plan.id, standing.task.code, standing.occurrence.period)
    standing = await _standing(turn, followed, arguments, kind) or standing
    if (str(standing.aside.id) if standing.aside else "0") != arguments["last"] or _obstacle(standing, kind):
        return say(words.CHANGED)
    await stop_waiting(turn)
    ruling = await turn.uow.rulings.add(
        plan=followed.plan.id,
        task=standing.task.code,
        period=standing.occurrence.period,
        kind=kind,
        member_id=turn.who.id,
        now=turn.now,
        onward=onward,
        reason=arguments["reason"],
        document=arguments["document"],
    )
    code, why = _named(standing, ruling), ", ".join(p for p in (arguments["reason"], arguments["document"]) if p)
    await log_act(turn, kind.value, code, _now(standing), why)
    slots = {"code": code, "name": words.NAMES[kind]}
    facts = [(words.REASON, arguments["reason"])] if arguments["reason"] else []
    facts += [(words.DOCUMENT, arguments["document"])] if arguments["document"] else []
    told = (Paragraph(words.NOTICE.format(**slots), strong=True), *((Fields(tuple(facts)),) if facts else ()))
    people = await lead_unit(turn, followed, standing.task)
    await tell(turn, people, Reply(told, (_open(standing),)), f"ruling:{ruling.id}")
    undo = Choice(common.UNDO, Action("suspending.undo", {"id": str(ruling.id)}), row=1)
    return Reply((Paragraph(words.DONE.format(**slots), strong=True),), (undo, _open(standing)), replaces=True)


def _named(standing: Standing, ruling: Ruling) -> str:
    if not ruling.onward:
        return task_words.with_period(standing)
    return words.ONWARD_CODE.format(code=standing.task.code, period=record_words.period(ruling.period))


def _open(standing: Standing) -> Choice:
    return Choice(record_words.label(standing.task), Action("tasks.open", standing.place), row=1)


async def _undo(turn: Turn, arguments: dict[str, str]) -> Reply:
    ruling, followed = await turn.uow.rulings.get(int(arguments["id"])), await turn.plan()
    if ruling is None or ruling.undone or followed is None or not await _newest(turn, ruling):
        return say(words.UNDONE_ALREADY)
    await turn.uow.rulings.undo(ruling.id, turn.now)
    standing = await _standing(turn, followed, {"code": ruling.task, "period": ruling.period}, ruling.kind)
    if standing is None:
        return say(words.UNDONE_ALREADY)
    slots = {"code": _named(standing, ruling), "name": words.NAMES[ruling.kind], "progress": _now(standing)}
    await log_act(turn, "ruling.undo", slots["code"], slots["name"], slots["progress"])
    people = await lead_unit(turn, followed, standing.task)
    notice = say(words.UNDONE_NOTICE.format(**slots), choices=(_open(standing),))
    await tell(turn, people, notice, f"ruling:{ruling.id}:undone")
    return Reply((Paragraph(words.UNDONE.format(**slots), strong=True),), (_open(standing),), replaces=True)


async def _newest(turn: Turn, ruling: Ruling) -> bool:
    """Whether nothing was ruled about the task since."""
    of_task = [r for r in await turn.uow.rulings.of_plan(ruling.plan) if r.task == ruling.task]
    return max(r.id for r in of_task if r.kind is not RulingKind.CONFIRM) == ruling.id


ACTIONS: Mapping[str, ActionHandler] = {
    "suspending.offer": _offer,
    "suspending.start": _start,
    "suspending.resume": _resume,
    "suspending.set": _set,
    "suspending.undo": _undo,
}
FLOWS: Mapping[str, FlowHandler] = {"suspending.typed": _typed}
