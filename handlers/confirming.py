"""/xacnhan: what units report as completed is confirmed by the office, or returned with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handlers import evidence, undoing
from handlers.flow import stop_waiting, wait_for
from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Note, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.office import CONFIRMATION, FollowedPlan, confirmation_required
from handlers.paging import page_of
from handlers.standing import Standing, standings, task_standings
from handlers.telling import answerable, tell
from handlers.turn import ActionHandler, FlowHandler, Turn
from handlers.wording import common
from handlers.wording import confirming as words
from handlers.wording import progress as progress_words
from handlers.wording import records as record_words
from handlers.wording import tasks as task_words
from knowledge.lexicon.confirming import AGREED, RETURNED
from knowledge.progress.codes import codes_like
from knowledge.vietnamese import fold
from storage.records import EntryKind, ProgressEntry, RulingKind, Status

MAX_REASON = 1000
LOOK_BACK = 50
"""Entries of a task among which what stood before its completion is sought."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An occurrence that waits to be confirmed, with the plan it is of and the entry that reported it."""

    followed: FollowedPlan
    standing: Standing
    entry: ProgressEntry

    @property
    def code(self) -> str:
        """The task's code, with its period where it has one."""
        return task_words.with_period(self.standing)


async def command(turn: Turn, typed: str) -> Reply:
    """/xacnhan [CODE [trả lại: reason | đồng ý]]: what waits; one of them; or the decision in one line."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    if not typed:
        return await _list(turn, {"page": "1"})
    first, _, rest = typed.partition(" ")
    task = next((followed.plan.task(code) for code in codes_like(first, followed.plan)), None)
    if task is None:
        return say(task_words.GONE.format(code=common.shorten(first, 20)))
    of_task = await task_standings(turn.uow, followed, task, turn.today, turn.zone)
    waiting = [s for s in of_task if s.awaiting]
    if not waiting:
        now = max(of_task, key=lambda s: s.entry.id if s.entry else 0)
        return say(words.NOT_WAITING.format(code=task.code, progress=task_words.progress(now)))
    place = waiting[0].place
    if fold(rest).strip(" .!") in AGREED:
        return await _confirm(turn, place)
    reason = RETURNED.sub("", rest, count=1).strip()
    if reason != rest.strip():
        return await (_returned(turn, place, reason) if reason else _ask_reason(turn, place))
    return await _open(turn, place)


# ---- what waits -----------------------------------------------------------------------------------------------------


async def _list(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Everything that waits, what was reported first at the top; each is confirmed or opened by a tap."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    found = [s for s in await standings(turn.uow, followed, turn.today, turn.zone) if s.awaiting]
    found.sort(key=lambda s: s.completion.first if s.completion else 0)
    required = await confirmation_required(turn.uow)
    setting = Note(words.SETTING_ON if required else words.SETTING_OFF)
    toggle = Choice(
        words.TURN_OFF if required else words.TURN_ON,
        Action("confirming.setting", {"on": "0" if required else "1"}),
        row=950,
    )
    if not found:
        return Reply((Paragraph(words.NONE), setting), (toggle,), replaces="turned" in arguments)
    page = page_of(found, arguments["page"])
    lines, choices = [], []
    for number, standing in enumerate(page.items, page.first):
        waiting = await _waiting(turn, followed, standing)
        if waiting is None:
            continue
        unit = record_words.shorts(standing.task.lead, followed.plan) or standing.task.lead_printed
        files = await turn.uow.evidence.of_occurrence(followed.plan.id, *standing.place.values())
        line = words.line(standing, unit, waiting.entry.member_name, turn.today)
        lines.append(line + (words.WITH_FILES.format(count=len(files)) if files else ""))
        place = {**standing.place, "entry": str(waiting.entry.id), "page": arguments["page"]}
        yes = words.CONFIRM_ONE.format(number=number, code=standing.task.code)
        choices.append(Choice(yes, Action("confirming.yes", place), row=number))
        choices.append(Choice(words.OPEN_ONE.format(number=number), Action("confirming.open", place), row=number))
    blocks: list[Block] = [Heading(words.HEADING.format(count=len(found)))]
    blocks.append(Items(tuple(lines), numbered=True, start=page.first))
    blocks += [Note(page.caption)] if page.caption else []
    turning = page.turning("confirming.list", {"turned": "1"})
    return Reply((*blocks, setting), (*choices, *turning, toggle), replaces="turned" in arguments)


async def _waiting(turn: Turn, followed: FollowedPlan, standing: Standing) -> Waiting | None:
    entry = await turn.uow.progress.get(standing.completion.first) if standing.completion else None
    return Waiting(followed, standing, entry) if entry and standing.awaiting else None


async def _chosen(turn: Turn, arguments: Mapping[str, str]) -> Waiting | Reply:
    """What the choice is about, if it still waits and nothing was said since it was shown."""
    followed = await turn.plan()
    task = followed.plan.task(arguments["code"]) if followed else None
    if followed is None or task is None:
        return say(task_words.GONE.format(code=arguments["code"]))
    # Whoever is reporting this occurrence right now is waited for.
    await turn.uow.progress.latest(followed.plan.id, task.code, arguments["period"])
    of_task = await task_standings(turn.uow, followed, task, turn.today, turn.zone)
    standing = next((s for s in of_task if s.occurrence.period == arguments["period"]), None)
    if standing is None:
        return say(common.CHOICE_LAPSED)
    waiting = await _waiting(turn, followed, standing)
    if waiting is None:
        code, progress = task_words.with_period(standing), task_words.progress(standing)
        return say(words.NOT_WAITING.format(code=code, progress=progress))
    if arguments.get("entry", str(waiting.entry.id)) != str(waiting.entry.id):
        again = Choice(words.OPEN_ONE.format(number=1), Action("confirming.open", standing.place))
        return say(words.CHANGED.format(code=waiting.code), choices=(again,))
    return waiting


async def _open(turn: Turn, arguments: dict[str, str]) -> Reply:
    """One that waits, with what speaks for it."""
    chosen = await _chosen(turn, arguments)
    if isinstance(chosen, Reply):
        return chosen
    standing, entry = chosen.standing, chosen.entry
    facts = [
        (words.UNIT, record_words.units(standing.task.lead, standing.task.lead_printed, chosen.followed.plan)),
        (words.DUE, task_words.due(standing) if standing.due else task_words.state(standing, turn.today)),
        (words.REPORTED, words.BY.format(name=entry.member_name, at=common.moment(entry.at, turn.zone))),
    ]
    latest = standing.entry
    facts += [(words.NOTE, e.note) for e in ((entry,) if latest in (None, entry) else (entry, latest)) if e and e.note]
    files = await turn.uow.evidence.of_occurrence(chosen.followed.plan.id, *standing.place.values())
    facts += [(words.EVIDENCE, ", ".join(one.name for one in files) or words.NO_EVIDENCE)]
    shown = (evidence.show_choice(standing.place, len(files)),) if files else ()
    place = {**standing.place, "entry": str(entry.id)}
    choices = (
        Choice(words.CONFIRM, Action("confirming.yes", place), row=1),
        Choice(words.RETURN, Action("confirming.return", place), row=1),
        Choice(task_words.HISTORY, Action("history.show", {"code": standing.task.code}), row=2),
        Choice(words.ALL, Action("confirming.list", {"page": arguments.get("page", "1"), "turned": "1"}), row=2),
        *shown,
    )
    title = Heading(f"{chosen.code} {common.shorten(standing.task.title, 200)}")
    return Reply((title, Fields(tuple(facts))), choices, replaces="page" in arguments)


# ---- the decision ---------------------------------------------------------------------------------------------------


async def _confirm(turn: Turn, arguments: dict[str, str]) -> Reply:
    chosen = await _chosen(turn, arguments)
    if isinstance(chosen, Reply):
        return chosen
    standing = chosen.standing
    ruling = await turn.uow.rulings.add(
        plan=chosen.followed.plan.id,
        task=standing.task.code,
        period=standing.occurrence.period,
        kind=RulingKind.CONFIRM,
        member_id=turn.who.id,
        now=turn.now,
        entry=chosen.entry.id,
    )
    await log_act(turn, "confirm", chosen.code, after=words.reported(standing))
    await _tell(turn, chosen, words.CONFIRMED_NOTICE.format(code=chosen.code), f"confirm:{ruling.id}")
    undo = Choice(common.UNDO, Action("confirming.unconfirm", {"id": str(ruling.id)}), row=1)
    said = Paragraph(words.CONFIRMED.format(code=chosen.code), strong=True)
    if "page" not in arguments:
        return Reply((said,), (undo, _show(standing)), replaces=True)
    # Under the list it was chosen from stands what is left of it.
    rest = await _list(turn, {"page": arguments["page"]})
    return Reply((said, *rest.blocks), (undo, *rest.choices), replaces=True)


async def _unconfirm(turn: Turn, arguments: dict[str, str]) -> Reply:
    ruling = await turn.uow.rulings.get(int(arguments["id"]))
    followed = await turn.plan()
    task = followed.plan.task(ruling.task) if followed and ruling else None
    entry = await turn.uow.progress.get(ruling.entry) if ruling and ruling.entry else None
    if followed is None or ruling is None or ruling.undone or task is None or entry is None:
        return say(words.UNDONE_ALREADY)
    of_task = await task_standings(turn.uow, followed, task, turn.today, turn.zone)
    standing = next((s for s in of_task if s.confirmed and s.confirmed.id == ruling.id), None)
    if standing is None:
        return say(words.UNDONE_ALREADY)
    await turn.uow.rulings.undo(ruling.id, turn.now)
    chosen = Waiting(followed, standing, entry)
    await log_act(turn, "confirm.undo", chosen.code)
    await _tell(turn, chosen, words.UNCONFIRMED_NOTICE.format(code=chosen.code), f"confirm:{ruling.id}:undone")
    said = Paragraph(words.UNCONFIRMED.format(code=chosen.code), strong=True)
    back = Choice(words.ALL, Action("confirming.list", {"page": "1"}), row=1)
    return Reply((said,), (back, _show(standing)), replaces=True)


async def _ask_reason(turn: Turn, arguments: dict[str, str]) -> Reply:
    chosen = await _chosen(turn, arguments)
    if isinstance(chosen, Reply):
        return chosen
    place = {**chosen.standing.place, "entry": str(chosen.entry.id)}
    await wait_for(turn, "confirming.reason", place)
    back = Choice(common.BACK, Action("confirming.open", {**place, "page": "1"}))
    return Reply((Paragraph(words.ASK_REASON.format(code=chosen.code), strong=True),), (back,), replaces=True)


async def _typed_reason(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    """The reason that was asked for, in whatever words."""
    return None if turn.incoming.forwarded else await _returned(turn, data, typed)


async def _returned(turn: Turn, arguments: Mapping[str, str], reason: str) -> Reply:
    """Returned: the work goes on from where it stood before it was reported completed."""
    chosen = await _chosen(turn, arguments)
    await stop_waiting(turn)
    if isinstance(chosen, Reply):
        return chosen
    standing, plan = chosen.standing, chosen.followed.plan.id
    before = await _before(turn, plan, standing)
    back = await turn.uow.progress.add(
        plan=plan,
        task=standing.task.code,
        period=standing.occurrence.period,
        kind=EntryKind.UPDATE,
        percent=before.percent if before else None,
        status=Status.IN_PROGRESS,
        note=words.RETURNED_ENTRY.format(reason=reason[:MAX_REASON]),
        member_id=turn.who.id,
        unit=turn.who.unit,
        channel=turn.incoming.channel,
        now=turn.now,
    )
    now = progress_words.standing(back.percent, back.status)
    await log_act(turn, "return", chosen.code, after=common.shorten(reason, 200))
    facts = Fields(((words.REASON, reason[:MAX_REASON]),))
    notice = Paragraph(words.RETURNED_NOTICE.format(code=chosen.code, progress=now), strong=True)
    update = Choice(words.UPDATE.format(code=standing.task.code), Action("progress.start", standing.place))
    people = await answerable(turn, chosen.followed, standing.task, [chosen.entry.member_id])
    await tell(turn, people, Reply((notice, facts), (update, _show(standing))), f"return:{back.id}")
    said = Paragraph(words.RETURNED.format(code=chosen.code, progress=now), strong=True)
    undo = Choice(common.UNDO, Action("confirming.unreturn", {"id": str(back.id)}), row=1)
    more = Choice(words.ALL, Action("confirming.list", {"page": "1"}), row=1)
    return Reply((said, facts), (undo, more))


async def _before(turn: Turn, plan: str, standing: Standing) -> ProgressEntry | None:
    """What stood before the work was reported completed."""
    log = await turn.uow.progress.history(plan, standing.task.code, limit=LOOK_BACK)
    of_occurrence = (e for e in log if e.period == standing.occurrence.period and e.kind is EntryKind.UPDATE)
    return next((e for e in of_occurrence if not e.undone and e.status is not Status.DONE), None)


async def _unreturn(turn: Turn, arguments: dict[str, str]) -> Reply:
    back = await turn.uow.progress.get(int(arguments["id"]))
    followed = await turn.plan()
    task = followed.plan.task(back.task) if followed and back else None
    latest = await turn.uow.progress.latest(back.plan, back.task, back.period) if back else None
    if followed is None or back is None or task is None or latest != back:
        return say(words.UNDONE_ALREADY)
    await undoing.written(turn, back)
    of_task = await task_standings(turn.uow, followed, task, turn.today, turn.zone)
    standing = next(s for s in of_task if s.occurrence.period == back.period)
    code = task_words.with_period(standing)
    await log_act(turn, "return.undo", code)
    reporters = [standing.entry.member_id] if standing.entry else []
    people = await answerable(turn, followed, task, reporters)
    notice = say(words.UNRETURNED_NOTICE.format(code=code), choices=(_show(standing),))
    await tell(turn, people, notice, f"return:{back.id}:undone")
    again = Choice(words.ALL, Action("confirming.list", {"page": "1"}), row=1)
    return Reply((Paragraph(words.UNRETURNED.format(code=code), strong=True),), (again,), replaces=True)


async def _tell(turn: Turn, chosen: Waiting, said: str, key: str) -> None:
    people = await answerable(turn, chosen.followed, chosen.standing.task, [chosen.entry.member_id])
    await tell(turn, people, say(said, choices=(_show(chosen.standing),)), key)


def _show(standing: Standing) -> Choice:
    return Choice(progress_words.OPEN.format(code=standing.task.code), Action("tasks.open", standing.place), row=1)


async def _set(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Whether completion has to be confirmed from now on; what waits already goes on waiting."""
    on, before = arguments["on"], await confirmation_required(turn.uow)
    await turn.uow.settings.set(CONFIRMATION, on, turn.now)
    names = {"1": words.ON, "0": words.OFF}
    await log_act(turn, "setting", words.SETTING, words.ON if before else words.OFF, names[on])
    said = words.SETTING_ON if on == "1" else words.SETTING_OFF
    undo = Choice(common.UNDO, Action("confirming.setting", {"on": "1" if before else "0"}))
    return Reply((Paragraph(said, strong=True),), (undo,), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {
    "confirming.list": _list,
    "confirming.open": _open,
    "confirming.yes": _confirm,
    "confirming.unconfirm": _unconfirm,
    "confirming.return": _ask_reason,
    "confirming.unreturn": _unreturn,
    "confirming.setting": _set,
}
FLOWS: Mapping[str, FlowHandler] = {"confirming.reason": _typed_reason}
