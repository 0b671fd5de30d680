"""The people on the bot: the list, one person's card, and the changes the office makes to their rights."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import merging
from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Note, Paragraph, Reply, say
from handlers.paging import page_of
from handlers.turn import ActionHandler, Turn
from handlers.units import NO_UNIT, plan_of, role_choices, unit_choices, unit_name, unit_of
from handlers.wording import common
from handlers.wording import merging as merging_words
from handlers.wording import office as words
from handlers.wording.roles import ROLES
from knowledge.lexicon.merging import MERGE
from knowledge.model import Plan
from knowledge.vietnamese import fold
from storage.records import Member, Role


def person_choice(member: Member) -> Choice:
    """The choice that opens a person's card."""
    return Choice(member.name, Action("people.person", {"id": str(member.id)}))


async def command(turn: Turn, typed: str) -> Reply:
    """/nguoidung [words]: everybody, or those whose name or unit has the words; "gộp Lan" makes two records one."""
    if asked := MERGE.match(fold(typed)):
        return await merging.command(turn, typed[asked.end() :].strip())
    return await _people_page(turn, {"words": typed, "page": "1"})


async def _people_page(turn: Turn, arguments: dict[str, str]) -> Reply:
    plan = await plan_of(turn)
    wanted = fold(arguments.get("words", ""))
    people = sorted(await turn.uow.members.all(active=None), key=lambda m: (not m.active, fold(m.name).split()[::-1]))
    found = [m for m in people if wanted in fold(f"{m.name} {unit_name(m.unit, plan)} {m.unit or ''}")]
    if not found:
        return say(words.PEOPLE_NONE.format(words=arguments.get("words", "")))
    page = page_of(found, arguments.get("page", "1"))
    lines = tuple(_person_line(m, plan) for m in page.items)
    blocks: list[Block] = [
        Heading(words.PEOPLE_HEADING.format(count=len(found))),
        Items(lines, numbered=True, start=page.first),
    ]
    if page.caption:
        blocks.append(Note(page.caption))
    turning = page.turning("people.page", {"words": arguments.get("words", "")})
    return Reply(tuple(blocks), (*(person_choice(m) for m in page.items), *turning), replaces="page" in arguments)


def _person_line(member: Member, plan: Plan | None) -> str:
    marks = [ROLES[member.role], unit_name(member.unit, plan)]
    marks += [words.LOCKED_MARK] if not member.active else []
    marks += [words.UNREACHABLE] if member.accounts and not any(a.reachable for a in member.accounts) else []
    return f"{member.name} ({', '.join(m for m in marks if m)})"


async def change_rights(turn: Turn, typed: str) -> Reply:
    """/phanquyen [name]: opens the person; several of that name are offered; none lists everybody."""
    if not typed:
        listed = await command(turn, "")
        return Reply((Paragraph(words.WHO), *listed.blocks), listed.choices)
    people = await turn.uow.members.all(active=None)
    found = [m for m in people if fold(typed) in fold(m.name)]
    if len(found) == 1:
        return await _show_person(turn, found[0])
    return await command(turn, typed)


async def _person(turn: Turn, arguments: dict[str, str]) -> Reply:
    member = await turn.uow.members.get(int(arguments["id"]))
    return await _show_person(turn, member, replaces=True) if member else say(words.PERSON_GONE)


async def _show_person(turn: Turn, member: Member, *, replaces: bool = False) -> Reply:
    plan = await plan_of(turn)
    arguments = {"id": str(member.id)}
    channels = ", ".join(
        words.CHANNELS.get(a.channel, a.channel) + ("" if a.reachable else f" ({words.UNREACHABLE})")
        for a in member.accounts
    )
    facts = (
        (words.ROLE, ROLES[member.role]),
        (words.UNIT, unit_name(member.unit, plan, words.NO_UNIT)),
        (words.CHANNEL, channels or words.NO_CHANNEL),
        (words.SINCE, common.day(member.created.astimezone(turn.zone).date())),
    )
    heading = member.name if member.active else f"{member.name} ({words.LOCKED_MARK})"
    locking = (words.LOCK, "people.lock") if member.active else (words.UNLOCK, "people.unlock")
    choices = [
        Choice(words.CHANGE_ROLE, Action("people.role", arguments), row=1),
        Choice(words.CHANGE_UNIT, Action("people.unit", arguments), row=1),
        Choice(locking[0], Action(locking[1], arguments), row=2),
    ]
    if member.active:
        merge = Action("merging.choose", {"keep": str(member.id), "page": "1"})
        choices.append(Choice(merging_words.MERGE, merge, row=3))
    return Reply((Heading(heading), Fields(facts)), tuple(choices), replaces=replaces)


async def _last_office(turn: Turn, member: Member) -> bool:
    """Whether the agency would be left with nobody to run the bot."""
    return member.role is Role.OFFICE and len(await turn.uow.members.with_role(Role.OFFICE)) <= 1


async def _set_role(turn: Turn, arguments: dict[str, str]) -> Reply:
    member = await turn.uow.members.get(int(arguments["id"]))
    if member is None:
        return say(words.PERSON_GONE)
    if "role" not in arguments:
        question = words.CHOOSE_ROLE_FOR.format(name=member.name)
        return Reply((Paragraph(question),), role_choices("people.role", arguments), replaces=True)
    role = Role(arguments["role"])
    if role is not Role.OFFICE and member.active and await _last_office(turn, member):
        return say(words.LAST_OFFICE)
    await turn.uow.members.change(member.id, role=role)
    before, after = ROLES[member.role], ROLES[role]
    await log_act(turn, "role", member.name, before, after)
    undo = Action("people.role", {"id": str(member.id), "role": member.role.value})
    said = words.ROLE_CHANGED.format(name=member.name, before=before, after=after)
    return Reply((Paragraph(said, strong=True),), (Choice(common.UNDO, undo), person_choice(member)), replaces=True)


async def _set_unit(turn: Turn, arguments: dict[str, str]) -> Reply:
    member = await turn.uow.members.get(int(arguments["id"]))
    if member is None:
        return say(words.PERSON_GONE)
    plan = await plan_of(turn)
    if "unit" not in arguments:
        question = words.CHOOSE_UNIT_FOR.format(name=member.name)
        return Reply((Paragraph(question),), unit_choices(plan, "people.unit", arguments), replaces=True)
    unit = unit_of(arguments["unit"])
    if unit is not None and (plan is None or plan.unit(unit) is None):
        return say(common.CHOICE_LAPSED)
    await turn.uow.members.set_unit(member.id, unit)
    before, after = (unit_name(code, plan, words.NO_UNIT) for code in (member.unit, unit))
    await log_act(turn, "unit", member.name, before, after)
    undo = Action("people.unit", {"id": str(member.id), "unit": member.unit or NO_UNIT})
    said = words.UNIT_CHANGED.format(name=member.name, before=before, after=after)
    return Reply((Paragraph(said, strong=True),), (Choice(common.UNDO, undo), person_choice(member)), replaces=True)


async def _lock(turn: Turn, arguments: dict[str, str]) -> Reply:
    member = await turn.uow.members.get(int(arguments["id"]))
    if member is None:
        return say(words.PERSON_GONE)
    if await _last_office(turn, member):
        return say(words.LAST_OFFICE)
    if arguments.get("sure") != "1":
        sure = Choice(words.LOCK, Action("people.lock", {**arguments, "sure": "1"}), row=1)
        back = Choice(common.BACK, Action("people.person", {"id": str(member.id)}), row=1)
        return Reply((Paragraph(words.LOCK_SURE.format(name=member.name)),), (sure, back), replaces=True)
    await turn.uow.members.change(member.id, active=False)
    await log_act(turn, "lock", member.name)
    undo = Choice(words.UNLOCK, Action("people.unlock", {"id": str(member.id)}))
    return Reply((Paragraph(words.LOCKED.format(name=member.name), strong=True),), (undo,), replaces=True)


async def _unlock(turn: Turn, arguments: dict[str, str]) -> Reply:
    member = await turn.uow.members.get(int(arguments["id"]))
    if member is None:
        return say(words.PERSON_GONE)
    await turn.uow.members.change(member.id, active=True)
    await log_act(turn, "unlock", member.name)
    said = Paragraph(words.UNLOCKED.format(name=member.name), strong=True)
    return Reply((said,), (person_choice(member),), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {
    "people.page": _people_page,
    "people.person": _person,
    "people.role": _set_role,
    "people.unit": _set_unit,
    "people.lock": _lock,
    "people.unlock": _unlock,
}
