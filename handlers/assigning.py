"""/giao: the head (or the office) gives a task of the unit to people of the unit, or takes it from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from handlers.flow import stop_waiting, wait_for
from handlers.journal import log_act
from handlers.messages import Action, Choice, Items, Paragraph, Reply, say
from handlers.missing import no_plan
from handlers.office import FollowedPlan
from handlers.paging import page_of
from handlers.rights import stands_for
from handlers.standing import by_task, current, standings, task_standings
from handlers.telling import lead_unit, tell
from handlers.turn import ActionHandler, FlowHandler, Turn
from handlers.wording import assigning as words
from handlers.wording import common
from handlers.wording import records as record_words
from handlers.wording import tasks as task_words
from knowledge.lexicon.assigning import AND, TAKE
from knowledge.model import Task
from knowledge.progress.codes import codes_like
from knowledge.vietnamese import fold
from storage.records import Member, Role


def may_assign(member: Member, task: Task, followed: FollowedPlan) -> bool:
    """The office, and the heads of the task's lead units."""
    if member.role is Role.OFFICE:
        return True
    return member.role is Role.HEAD and stands_for(member, task.lead, followed.plan)


async def command(turn: Turn, typed: str) -> Reply:
    """/giao [CODE [[bỏ] names]]: gives the task to people, "bỏ" takes it from them; without names, asks whom."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    if not typed:
        return await _tasks(turn, {"page": "1"})
    first, _, rest = typed.partition(" ")
    task = next((followed.plan.task(code) for code in codes_like(first, followed.plan)), None)
    if task is None:
        return say(task_words.GONE.format(code=common.shorten(first, 20)))
    if refused := _not_theirs(turn, followed, task):
        return refused
    take = TAKE.match(rest)
    names = [n.strip(" @.") for n in AND.split(rest[take.end() :] if take else rest) if n.strip(" @.")]
    return await (_named(turn, followed, task, names, give=not take) if names else _people(turn, {"code": task.code}))


def _not_theirs(turn: Turn, followed: FollowedPlan, task: Task) -> Reply | None:
    if may_assign(turn.who, task, followed):
        return None
    units = record_words.units(task.lead, task.lead_printed, followed.plan)
    return say(words.NOT_YOURS.format(code=task.code, units=units))


async def _named(turn: Turn, followed: FollowedPlan, task: Task, names: Sequence[str], *, give: bool) -> Reply:
    """The people named in one line; nothing is done unless each name is one person's."""
    people = await lead_unit(turn, followed, task)
    chosen: list[Member] = []
    for name in names:
        found = _called(name, people)
        if not found:
            choices = _toggles(task, people, await _having(turn, followed, task))
            return say(words.NO_SUCH_PERSON.format(code=task.code, name=common.shorten(name, 40)), choices=choices)
        if len(found) > 1:
            choices = _toggles(task, found, await _having(turn, followed, task))
            return say(words.WHICH_PERSON.format(name=name), choices=choices)
        chosen += found
    return await _assign(turn, followed, task, chosen, give=give)


def _called(name: str, people: Sequence[Member]) -> list[Member]:
    """Those of that name: the whole name first, then the given name, then any part of it."""
    wanted = fold(name)
    whole = [m for m in people if fold(m.name) == wanted]
    given = [m for m in people if fold(m.name).split()[-1:] == [wanted]]
    return whole or given or [m for m in people if f" {wanted} " in f" {fold(m.name)} "]


async def _having(turn: Turn, followed: FollowedPlan, task: Task) -> tuple[int, ...]:
    return (await turn.uow.assignments.of_plan(followed.plan.id)).get(task.code, ())


def _toggles(task: Task, people: Sequence[Member], having: Sequence[int]) -> tuple[Choice, ...]:
    """A choice a person: gives the task, or takes it from who has it."""
    choices = []
    for member in people:
        has = member.id in having
        label = words.MARK.format(name=member.name) if has else member.name
        to = {"code": task.code, "id": str(member.id), "give": "0" if has else "1"}
        choices.append(Choice(label, Action("assigning.toggle", to)))
    return tuple(choices)


# ---- step by step ---------------------------------------------------------------------------------------------------


async def _tasks(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The open tasks that the person may give away, with who has them; those that nobody has come first."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    mine = [t for t in followed.plan.tasks if may_assign(turn.who, t, followed)]
    found = by_task(await standings(turn.uow, followed, turn.today, turn.zone, mine))
    open_ = [s.task for s in (current(of, turn.today) for of in found.values()) if s.open]
    given = await turn.uow.assignments.of_plan(followed.plan.id)
    open_.sort(key=lambda t: bool(given.get(t.code)))
    code = (open_ or mine or list(followed.plan.tasks))[0].code if followed.plan.tasks else ""
    page = page_of(open_, arguments["page"])
    names = {m.id: m.name for m in await turn.uow.members.all()}
    lines = tuple(
        words.LINE.format(
            code=t.code,
            title=record_words.title(t, 60),
            names=", ".join(names[i] for i in given.get(t.code, ()) if i in names) or words.NOBODY_NOW,
        )
        for t in page.items
    )
    choices = tuple(
        Choice(t.code, Action("assigning.people", {"code": t.code}), row=n // 3) for n, t in enumerate(page.items)
    )
    turning = page.turning("assigning.tasks", {"turned": "1"})
    asked = Paragraph(words.WHICH.format(code=code), strong=True)
    return Reply((asked, Items(lines)), (*choices, *turning), replaces="turned" in arguments)


async def _people(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Who of the unit? Those who have the task are marked; a name may be typed too."""
    followed = await turn.plan()
    task = followed.plan.task(arguments["code"]) if followed else None
    if followed is None or task is None:
        return say(task_words.GONE.format(code=arguments["code"]))
    if refused := _not_theirs(turn, followed, task):
        return refused
    people = await lead_unit(turn, followed, task)
    if not people:
        return say(words.NOBODY.format(code=task.code))
    await wait_for(turn, "assigning.named", {"code": task.code})
    title = Paragraph(f"{words.WHO.format(code=task.code)} {record_words.title(task, 120)}", strong=True)
    return Reply((title,), _toggles(task, people, await _having(turn, followed, task)))


async def _typed(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    """A name typed where people were asked for; None when it names nobody of the unit."""
    followed = await turn.plan()
    task = followed.plan.task(data["code"]) if followed else None
    if followed is None or task is None or turn.incoming.forwarded or _not_theirs(turn, followed, task):
        return None
    people = await lead_unit(turn, followed, task)
    names = [n.strip(" @.") for n in AND.split(typed) if n.strip(" @.")]
    if not names or not all(_called(n, people) for n in names):
        return None
    return await _named(turn, followed, task, names, give=True)


async def _toggle(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    task = followed.plan.task(arguments["code"]) if followed else None
    member = await turn.uow.members.get(int(arguments["id"]))
    if followed is None or task is None or member is None:
        return say(common.CHOICE_LAPSED)
    if refused := _not_theirs(turn, followed, task):
        return refused
    if not member.active or not stands_for(member, task.lead, followed.plan):
        return say(words.NO_SUCH_PERSON.format(code=task.code, name=member.name))
    done = await _assign(turn, followed, task, [member], give=arguments["give"] == "1")
    return replace(done, replaces=True)


async def _assign(turn: Turn, followed: FollowedPlan, task: Task, chosen: Sequence[Member], *, give: bool) -> Reply:
    """Gives the task to each, or takes it from each; what was so before is said."""
    await stop_waiting(turn)
    changed: list[Member] = []
    for member in chosen:
        act = turn.uow.assignments.add if give else turn.uow.assignments.end
        if await act(followed.plan.id, task.code, member.id, turn.who.id, turn.now):
            changed.append(member)
    names = ", ".join(m.name for m in changed or chosen)
    having = await _having(turn, followed, task)
    people = await lead_unit(turn, followed, task)
    now = ", ".join(m.name for m in people if m.id in having) or words.NOBODY_NOW
    more = Choice(words.MORE, Action("assigning.people", {"code": task.code}), row=2)
    if not changed:
        said = (words.ALREADY if give else words.NOT_GIVEN).format(code=task.code, names=names)
        return say(said, words.NOW.format(names=now), choices=(more,))
    await log_act(turn, "assign" if give else "unassign", task.code, after=names)
    of_task = await task_standings(turn.uow, followed, task, turn.today, turn.zone)
    due = task_words.due_and_state(current(of_task, turn.today), turn.today)
    form = words.NOTICE if give else words.NOTICE_TAKEN
    notice = form.format(name=turn.who.name, code=task.code, title=record_words.title(task, 120), due=due)
    show = Choice(record_words.label(task), Action("tasks.open", {"code": task.code}))
    await tell(turn, changed, say(notice, choices=(show,)), f"assign:{task.code}:{turn.key}")
    said = (words.GIVEN if give else words.TAKEN).format(code=task.code, names=names)
    back = {"code": task.code, "ids": ",".join(str(m.id) for m in changed), "give": "0" if give else "1"}
    undo = Choice(common.UNDO, Action("assigning.undo", back), row=1)
    return Reply((Paragraph(said, strong=True), Paragraph(words.NOW.format(names=now))), (undo, more))


async def _undo(turn: Turn, arguments: dict[str, str]) -> Reply:
    followed = await turn.plan()
    task = followed.plan.task(arguments["code"]) if followed else None
    if followed is None or task is None:
        return say(common.CHOICE_LAPSED)
    if refused := _not_theirs(turn, followed, task):
        return refused
    found = [await turn.uow.members.get(int(number)) for number in arguments["ids"].split(",")]
    chosen = [m for m in found if m is not None and m.active and stands_for(m, task.lead, followed.plan)]
    done = await _assign(turn, followed, task, chosen, give=arguments["give"] == "1")
    return replace(done, replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {
    "assigning.tasks": _tasks,
    "assigning.people": _people,
    "assigning.toggle": _toggle,
    "assigning.undo": _undo,
}
FLOWS: Mapping[str, FlowHandler] = {"assigning.named": _typed}
