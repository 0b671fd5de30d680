"""/giahan: the office moves the deadline of one occurrence, or sets one where the plan has none; a unit asks for it
(extension_requests). The printed deadline stays beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from handlers import extension_decisions, extension_requests, waking
from handlers.extending import extend, extended, open_choice
from handlers.flow import stop_waiting, wait_for
from handlers.journal import log_act
from handlers.messages import Action, Choice, Fields, Note, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.office import FollowedPlan
from handlers.paging import page_of
from handlers.recording import period_meant
from handlers.rights import Right, right_of
from handlers.standing import Standing, State, standings, task_standings
from handlers.telling import lead_unit, tell
from handlers.turn import ActionHandler, FlowHandler, Turn
from handlers.wording import common
from handlers.wording import extensions as words
from handlers.wording import records as record_words
from handlers.wording import tasks as task_words
from knowledge import deadlines
from knowledge.lexicon.extensions import ASKS_FOR_REQUESTS, DAY, REASON, TO, WAITING, YEAR
from knowledge.lexicon.papers import document_in
from knowledge.model import Task
from knowledge.progress.codes import codes_like
from knowledge.vietnamese import fold
from storage.records import Role

MAX_REASON = 1000
SOON = 30
"""Days ahead within which a task is offered when none is named."""
SETTABLE = (State.CONDITIONAL, State.UNDATED)
"""States of work without a date that can be given one."""


@dataclass(frozen=True, slots=True)
class Said:
    """What follows the code: the day (`dated`: with its year), words before it that may name the period, the reason,
    the document."""

    day: str
    dated: bool
    period: str
    reason: str
    document: str


def understood(rest: str) -> Said:
    """Reads "kỳ 2026 đến ngày 31/12/2026, lý do: chờ phê duyệt “CV 12/SNV”"."""
    document, plain = document_in(rest)
    day = DAY.search(plain)
    if day is None:
        return Said("", False, "", REASON.sub("", plain), document)
    return Said(
        day[0],
        YEAR.search(day[0]) is not None,
        TO.sub("", plain[: day.start()] + " "),
        REASON.sub("", plain[day.end() :]).strip(),
        document,
    )


async def command(turn: Turn, typed: str) -> Reply:
    """/giahan CODE [period] DAY reason ["document"]: shows what would change and asks; without words, the tasks that
    may need it; "/giahan đề nghị": the requests that wait."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    if not typed:
        return await _offer(turn, {"page": "1"})
    if fold(typed).strip(" .") in WAITING:
        return await _offer(turn, {"page": "1", "show": "waiting"})
    if fold(typed).strip(" .!?") in ASKS_FOR_REQUESTS:
        return await extension_requests.waiting(turn, {"page": "1"})
    code, _, rest = typed.partition(" ")
    codes = codes_like(code, followed.plan)
    if not codes:
        return say(task_words.GONE.format(code=common.shorten(code, 20)), _usage(followed))
    if len(codes) > 1:
        choices = tuple(Choice(c, Action("say", {"text": f"/giahan {c} {rest}"})) for c in codes)
        return say(words.WHICH, choices=choices)
    task = followed.plan.task(codes[0])
    return await _propose(turn, followed, task, rest, "") if task else say(common.CHOICE_LAPSED)


def _usage(followed: FollowedPlan) -> str:
    return words.USAGE.format(code=followed.plan.tasks[0].code if followed.plan.tasks else "")


# ---- without words --------------------------------------------------------------------------------------------------


async def _offer(turn: Turn, arguments: dict[str, str]) -> Reply:
    """What is overdue, due soon, or waits for a date, as choices; `show` "waiting": only the last."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    only_waiting = arguments.get("show") == "waiting"

    def offered(standing: Standing) -> bool:
        if only_waiting or standing.state in SETTABLE:
            return standing.state in SETTABLE
        soon = standing.due is not None and 0 <= (standing.due - turn.today).days <= SOON
        return standing.state is State.OVERDUE or soon

    found = [
        s
        for s in await standings(turn.uow, followed, turn.today, turn.zone)
        if right_of(turn.who, s.task, followed.plan) is Right.RECORD and s.open and offered(s)
    ]
    page = page_of(sorted(found, key=lambda s: s.due or date.max), arguments["page"])
    choices = tuple(Choice(_label(s), Action("extensions.start", s.place)) for s in page.items)
    asked = (Paragraph(words.WHICH_WAITING if only_waiting else words.WHICH, strong=True),) if found else ()
    usage = words.ASK_SET if only_waiting and turn.who.role is Role.OFFICE else _usage(followed)
    turned = arguments["page"] != "1" or "turned" in arguments
    kept = {"show": "waiting"} if only_waiting else {}
    turning = page.turning("extensions.offer", {"turned": "1", **kept})
    waiting = await extension_requests.choice(turn, followed)
    return Reply((*asked, Paragraph(usage)), (*choices, *turning, *waiting), replaces=turned)


def _label(standing: Standing) -> str:
    return common.shorten(f"{task_words.with_period(standing)} {record_words.title(standing.task, 60)}", 60)


async def _start(turn: Turn, arguments: dict[str, str]) -> Reply:
    """A task was chosen: until when, and why?"""
    followed = await turn.plan()
    standing = await _standing(turn, followed, arguments) if followed else None
    if followed is None or standing is None:
        return say(common.CHOICE_LAPSED)
    if refused := _not_theirs(turn, followed, standing.task):
        return refused
    await wait_for(turn, "extensions.typed", standing.place)
    facts = Fields(((words.BEFORE, task_words.due_and_state(standing, turn.today)),))
    title = Paragraph(f"{task_words.with_period(standing)} {record_words.title(standing.task, 160)}", strong=True)
    asked = words.ASK_SET if _may_set(turn, standing) else words.ASK_DAY
    return Reply((title, facts, Paragraph(asked)), (Choice(common.NO, Action("progress.drop")),))


def _may_set(turn: Turn, standing: Standing) -> bool:
    """Whether the person may say how often waiting work is due."""
    return turn.who.role is Role.OFFICE and standing.due is None and standing.state in SETTABLE


async def _typed(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    """The day and reason that were asked for; None when no day is named, so that it is a new message."""
    followed = await turn.plan()
    task = followed.plan.task(data["code"]) if followed else None
    if followed is None or task is None or turn.incoming.forwarded:
        return None
    if not understood(typed).day and waking.understood(typed, turn.today.year).rule.kind == "unknown":
        return None
    return await _propose(turn, followed, task, typed, data["period"])


# ---- one extension --------------------------------------------------------------------------------------------------


def _not_theirs(turn: Turn, followed: FollowedPlan, task: Task) -> Reply | None:
    """Why the person may not ask about this task; None when they may."""
    if right_of(turn.who, task, followed.plan) is Right.RECORD:
        return None
    units = record_words.units(task.lead, task.lead_printed, followed.plan)
    return say(words.NOT_YOURS.format(code=task.code, units=units))


async def _propose(turn: Turn, followed: FollowedPlan, task: Task, rest: str, period: str) -> Reply:
    if refused := _not_theirs(turn, followed, task):
        return refused
    said = understood(rest)
    of_task = await task_standings(turn.uow, followed, task, turn.today, turn.zone)
    standing = period_meant(of_task, period or said.period, turn)
    reason = said.reason
    if standing is None:
        # The words before the day name no period: they belong to the reason.
        standing, reason = period_meant(of_task, "", turn), f"{said.period} {said.reason}".strip()
    due = _read(said.day, turn.today.year) if said.day else None
    if standing is not None and _may_set(turn, standing):
        wanted = waking.understood(rest, turn.today.year)
        if wanted.comes_back:
            return waking.propose(turn, followed, task, wanted)
        due, reason = wanted.due or due, wanted.reason or reason or wanted.document
    if due is None or standing is None:
        return say(words.NO_DAY, _usage(followed))
    if not reason:
        return say(words.NO_REASON, _usage(followed))
    if standing.due is None and standing.state not in SETTABLE:
        return say(words.NO_DUE.format(code=task.code))
    if standing.due and due <= standing.due and not said.dated:
        due = _read(said.day, turn.today.year + 1) or due
    if standing.due and due <= standing.due:
        return say(words.NOT_LATER.format(due=common.day(due), before=common.day(standing.due)))
    return _preview(turn, standing, due, reason[:MAX_REASON], said.document)


def _read(typed: str, year: int) -> date | None:
    rule = deadlines.read(typed, year)
    return rule.end if rule.kind == "date" else None


async def _standing(turn: Turn, followed: FollowedPlan, arguments: Mapping[str, str]) -> Standing | None:
    task = followed.plan.task(arguments["code"])
    if task is None:
        return None
    of_task = await task_standings(turn.uow, followed, task, turn.today, turn.zone)
    return period_meant(of_task, arguments.get("period", ""), turn)


def _preview(turn: Turn, standing: Standing, due: date, reason: str, document: str) -> Reply:
    facts = [(words.PRINTED, standing.task.deadline or record_words.MATTER_NONE)]
    period = record_words.period(standing.occurrence.period)
    facts += [(words.PERIOD, period)] if period else []
    facts += [(words.BEFORE, task_words.due_and_state(standing, turn.today)), (words.AFTER, common.day(due))]
    facts.append((words.REASON, reason))
    facts += [(words.DOCUMENT, document)] if document else []
    before = standing.due.isoformat() if standing.due else ""
    chosen = {**standing.place, "due": due.isoformat(), "before": before, "reason": reason, "document": document}
    office = turn.who.role is Role.OFFICE
    yes = Choice(common.YES, Action("extensions.set" if office else "extension_requests.send", chosen), row=1)
    no = Choice(common.NO, Action("progress.drop"), row=1)
    form = (words.SURE if standing.due else words.SURE_SET) if office else words.SURE_ASK
    slots = {"code": standing.task.code, "due": common.day(due), "count": task_words.times_extended(standing) + 1}
    question = form.format(**slots)
    notes = [Note(words.PAST)] if due < turn.today else []
    if not turn.office.calendar.is_working(due):
        name = turn.office.calendar.name(due)
        notes.append(Note(words.DAY_OFF.format(name=f" ({name})" if name else "")))
    return Reply((Paragraph(question, strong=True), Fields(tuple(facts)), *notes), (yes, no))


async def _set(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    standing = await _standing(turn, followed, arguments) if followed else None
    if followed is None or standing is None:
        return say(common.CHOICE_LAPSED)
    due = date.fromisoformat(arguments["due"])
    if (standing.due.isoformat() if standing.due else "") != arguments["before"]:
        # Pressed twice, or somebody else extended it meanwhile.
        return say(words.ALREADY if standing.due == due else words.CHANGED)
    await stop_waiting(turn)
    extension = await extend(turn, followed, standing, due, arguments["reason"], arguments["document"])
    return extended(standing, extension)


async def _undo(turn: Turn, arguments: dict[str, str]) -> Reply:
    extension = await turn.uow.extensions.get(int(arguments["id"]))
    followed = await turn.plan()
    if extension is None or extension.undone or followed is None:
        return say(words.UNDONE_ALREADY)
    standing = await _standing(turn, followed, {"code": extension.task, "period": extension.period})
    if standing is None or not standing.extensions or standing.extensions[-1].id != extension.id:
        return say(words.UNDONE_ALREADY)
    await turn.uow.extensions.undo(extension.id, turn.now)
    back = common.day(extension.previous) if extension.previous else words.NO_DATE
    code = task_words.with_period(standing)
    await log_act(turn, "extend.undo", code, common.day(extension.due), back)
    notice = say(words.UNDONE_NOTICE.format(code=code, due=back))
    await tell(turn, await lead_unit(turn, followed, standing.task), notice, f"extension:{extension.id}:undone")
    await extension_decisions.reopen(turn, extension)
    said = words.UNDONE.format(code=code, due=back)
    return Reply((Paragraph(said, strong=True),), (open_choice(standing),), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {"extensions.offer": _offer, "extensions.start": _start}
"""For those who may ask and those who decide."""
OFFICE_ACTIONS: Mapping[str, ActionHandler] = {"extensions.set": _set, "extensions.undo": _undo}
FLOWS: Mapping[str, FlowHandler] = {"extensions.typed": _typed}
