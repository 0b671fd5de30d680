"""/nhapkehoach: the office sends a plan's document, sees what was understood, corrects it and loads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handlers.flow import stop_waiting, wait_for
from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Made, Note, Paragraph, Reply, say
from handlers.outside import PlanReading
from handlers.plans import drafts
from handlers.plans.amending import amended, compared, earlier, tell_undone
from handlers.plans.returned import applied
from handlers.turn import ActionHandler, FileHandler, FlowHandler, Turn
from handlers.wording import common
from handlers.wording import plans as words
from knowledge.filetypes import is_named_secret
from knowledge.importing.amendment import amend
from knowledge.importing.problems import Problem
from knowledge.model import Plan
from storage.records import StoredPlan

FLOW = "plans.file"
SUFFIXES = (".docx", ".xlsx", ".pdf", ".md", ".txt", ".yaml", ".yml")
"""Endings of files that may hold a plan."""
_FIRST = 4
_LOOKED_AT = 6
_WRONG = 12


async def command(turn: Turn, typed: str) -> Reply:
    """/nhapkehoach, with the file or before it."""
    if turn.incoming.file is not None:
        return await _read(turn)
    await wait_for(turn, FLOW, {})
    return Reply((Paragraph(words.SEND), Note(words.NOT_SECRET)))


async def _file(turn: Turn, data: dict[str, str], caption: str) -> Reply:
    """The file that was waited for."""
    reply = await _read(turn)
    await stop_waiting(turn)
    return reply


async def _words(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    """Words while a file is waited for: a question is answered as ever."""
    return None


async def offered(turn: Turn, name: str) -> Reply | None:
    """What is offered for a file that came without words; None for one that can hold no plan."""
    if not name.lower().endswith(SUFFIXES):
        return None
    received = await turn.file()
    assert received is not None
    if turn.is_classified(received):
        return say(words.CLASSIFIED.format(file=common.file(name)))
    stored = await turn.uow.files.put(received.content, name, received.media_type, turn.now, turn.who.id)
    read = Choice(words.OFFER_LOAD, Action("plans.read", {"file": stored.sha256}))
    return Reply(
        (Paragraph(words.OFFER.format(file=common.file(name))),), (read, Choice(words.DROP, Action("plans.drop")))
    )


async def _read_stored(turn: Turn, arguments: dict[str, str]) -> Reply:
    """A file that was kept is read after all."""
    stored = await turn.uow.files.get(arguments["file"])
    content = await turn.uow.files.content(arguments["file"])
    if stored is None or content is None:
        return say(words.GONE)
    return await _understood(turn, stored.name, turn.plan_in(content, stored.name))


async def _read(turn: Turn) -> Reply:
    received = await turn.file()
    assert received is not None
    if is_named_secret(received.name):
        return say(words.CLASSIFIED.format(file=common.file(received.name)))
    reading = turn.plan_in(received.content, received.name)
    if all(problem.code != "classified" for problem in reading.problems):
        await turn.uow.files.put(received.content, received.name, received.media_type, turn.now, turn.who.id)
    return await _understood(turn, received.name, reading)


async def _understood(turn: Turn, name: str, reading: PlanReading) -> Reply:
    """What was read, as counts, a short list and a workbook; or why nothing was."""
    if reading.returned is not None:
        return await _came_back(turn, name, reading)
    if reading.plan is None:
        worst = next((p for p in reading.problems if p.severity == "error"), *reading.problems[:1] or (None,))
        reason = words.problem_line(worst) if worst else ""
        return say(words.CANNOT_READ.format(file=common.file(name), reason=reason))
    draft = drafts.Draft(name, reading.plan, reading.problems)
    return await _shown(turn, words.HEADING.format(file=common.file(name)), draft)


async def _shown(turn: Turn, heading: str, draft: drafts.Draft) -> Reply:
    """What was understood; of a further version of a followed plan also what it changes."""
    sha256 = await drafts.keep(turn, draft)
    followed = await amended(turn, draft.plan)
    preview = _preview(heading, sha256, draft)
    if followed is None or not draft.sound:
        return preview
    changes = await compared(turn, followed, sha256, draft, {})
    rest = tuple(choice for choice in preview.choices if choice.action.name != "plans.load")
    return Reply((*preview.blocks, *changes.blocks), (*changes.choices, *rest))


async def _came_back(turn: Turn, name: str, reading: PlanReading) -> Reply:
    assert reading.returned is not None
    base = await drafts.draft(turn.uow, reading.returned.draft)
    if base is None:
        return say(words.OLD_WORKBOOK)
    result = applied(base.plan, reading.returned.sheets, base.problems)
    if result.plan is None:
        listed = Items(result.wrong[:_WRONG])
        more = len(result.wrong) - _WRONG
        rest = (Note(words.WRONG_MORE.format(count=more)),) if more > 0 else ()
        head = Paragraph(words.WRONG.format(count=len(result.wrong)), strong=True)
        return Reply((head, listed, *rest, Paragraph(words.WRONG_AGAIN)))
    return await _shown(turn, words.CHECKED_HEADING, drafts.Draft(base.name, result.plan, result.problems))


def _preview(heading: str, sha256: str, draft: drafts.Draft) -> Reply:
    plan = draft.plan
    blocks: list[Block] = [Heading(heading), Fields(words.facts(plan))]
    if plan.tasks:
        blocks.append(Paragraph(words.FIRST_TASKS))
        blocks.append(Items(tuple(words.task_line(task, plan) for task in plan.tasks[:_FIRST])))
    blocks += _looked_at(draft.problems)
    if not draft.sound:
        faults = sum(problem.severity == "error" for problem in draft.problems)
        blocks.append(Paragraph(words.FAULTS.format(count=faults), strong=True))
    blocks.append(Made("plans.workbook", words.CHECK_TITLE, {"draft": sha256}))
    load = (Choice(words.LOAD, Action("plans.load", {"draft": sha256}), row=1),) if draft.sound else ()
    fix = Choice(words.FIX, Action("plans.fix", {"draft": sha256}))
    return Reply(tuple(blocks), (*load, Choice(words.DROP, Action("plans.drop"), row=1), fix))


def _looked_at(problems: Sequence[Problem]) -> list[Block]:
    """The worst first; what was not used is only counted."""
    unused = sum(problem.code in drafts.COUNTED for problem in problems)
    said = sorted((p for p in problems if p.code not in drafts.COUNTED), key=lambda p: p.severity != "error")
    blocks: list[Block] = []
    if said:
        lines = [words.problem_line(problem) for problem in said[:_LOOKED_AT]]
        if len(said) > _LOOKED_AT:
            lines.append(words.MORE.format(count=len(said) - _LOOKED_AT))
        blocks += [Paragraph(words.LOOK.format(count=len(said))), Items(tuple(lines))]
    elif not unused:
        blocks.append(Note(words.LOOK_NOTHING))
    if unused:
        blocks.append(Note(words.UNUSED.format(count=unused)))
    return blocks


async def _fix(turn: Turn, arguments: dict[str, str]) -> Reply:
    await wait_for(turn, FLOW, {})
    return say(words.FIX_HOW)


async def _drop(turn: Turn, arguments: dict[str, str]) -> Reply:
    await stop_waiting(turn)
    return Reply((Paragraph(words.DROPPED),), replaces=True)


async def _load(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The plan is followed from today."""
    draft = await drafts.draft(turn.uow, arguments["draft"])
    if draft is None or not draft.sound:
        return say(words.GONE)
    before = await turn.uow.plans.get(draft.plan.id)
    plan = draft.plan if before is None else await _with_used_codes(turn, draft.plan, before)
    stored = await turn.uow.plans.put(plan.id, plan.model_dump_json(), turn.today, plan.ends, turn.now)
    if before is not None and before.active and stored.version == before.version:
        return Reply((Paragraph(words.SAME),))
    await log_act(turn, "plan", plan.short_title, after=words.VERSION_NUMBER.format(number=stored.version))
    done = words.LOADED.format(
        plan=plan.short_title, tasks=len(plan.tasks), targets=len(plan.targets), units=len(plan.units)
    )
    followed = words.LOADED_NEXT.format(day=common.day(stored.followed_from))
    choices = [Choice(common.UNDO, Action("plans.unload", {"plan": plan.id, "version": str(stored.version)}))]
    if (await turn.office.plans(turn.uow))[0].plan.id != plan.id:
        # Otherwise whoever has chosen no plan goes on asking the one before.
        choices.append(Choice(words.SET_DEFAULT, Action("plans.default", {"plan": plan.id})))
    return Reply((Paragraph(done, strong=True), Paragraph(followed)), tuple(choices))


async def _with_used_codes(turn: Turn, plan: Plan, before: StoredPlan) -> Plan:
    """A plan that was followed once, and is again: what it has in common with that time keeps its codes, and nothing
    else gets them. What is doubtful is something else."""
    old = turn.office.followed(before).plan
    return amend(old, plan, {}, await earlier(turn.uow, before.id, before.version)).plan


async def _unload(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Takes the newest loading back: to the version before, which becomes the newest, or out of the followed plans."""
    stored = await turn.uow.plans.get(arguments["plan"])
    number = int(arguments["version"])
    if stored is None or not stored.active or stored.version != number:
        return say(words.UNLOAD_LATE)
    plan = turn.office.followed(stored).plan
    previous = await turn.uow.plans.version(stored.id, number - 1)
    if previous is None:
        await turn.uow.plans.set_active(stored.id, False)
        await log_act(turn, "plan.undo", plan.short_title, before=words.VERSION_NUMBER.format(number=number))
        return Reply((Paragraph(words.UNLOADED.format(plan=plan.short_title), strong=True),), replaces=True)
    await tell_undone(turn, plan, number)
    back = await turn.uow.plans.put(stored.id, previous.document, stored.followed_from, stored.ends, turn.now)
    await log_act(
        turn,
        "plan.undo",
        plan.short_title,
        before=words.VERSION_NUMBER.format(number=number),
        after=words.VERSION_NUMBER.format(number=back.version),
    )
    return Reply((Paragraph(words.RESTORED.format(plan=plan.short_title), strong=True),), replaces=True)


FILES: Mapping[str, FileHandler] = {FLOW: _file}
FLOWS: Mapping[str, FlowHandler] = {FLOW: _words}
ACTIONS: Mapping[str, ActionHandler] = {
    "plans.read": _read_stored,
    "plans.fix": _fix,
    "plans.drop": _drop,
    "plans.load": _load,
    "plans.unload": _unload,
}
