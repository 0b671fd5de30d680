"""The office lets people in and changes their rights: invitations, requests, the list of people."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from handlers.account import CODE_ALPHABET, CODE_LENGTH
from handlers.messages import Action, Block, Choice, Fields, Heading, Items, Note, Paragraph, Reply, dump, say
from handlers.paging import page_of
from handlers.turn import ActionHandler, FlowHandler, Turn
from handlers.units import own_units, unit_name, unit_named
from handlers.wording import account as account_words
from handlers.wording import common
from handlers.wording import office as words
from knowledge.model import Plan
from knowledge.vietnamese import fold
from storage.records import AccessRequest, Member, MessageKind, RequestState, Role
from storage.unit_of_work import UnitOfWork

INVITE_LASTS = timedelta(hours=24)
NO_UNIT = "-"
"""Stands for "no unit" in a choice's arguments."""


async def _plan(turn: Turn) -> Plan | None:
    followed = await turn.office.plan(turn.uow)
    return followed.plan if followed else None


async def _log(turn: Turn, action: str, subject: str, before: str = "", after: str = "") -> None:
    who = turn.who
    await turn.uow.audit.add(
        member_id=who.id, member_name=who.name, action=action, subject=subject, now=turn.now, before=before, after=after
    )


# ---- invitations ----------------------------------------------------------------------------------------------------


async def issue_invite(
    uow: UnitOfWork, role: Role, unit: str | None, now: datetime, by: int | None
) -> tuple[str, datetime]:
    """Makes a one-time code for a role and unit, valid for 24 hours: (the code in groups of four, its last moment)."""
    code = "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))
    expires = now + INVITE_LASTS
    await uow.invites.add(code, role, unit, expires, now, by)
    return "-".join(code[i : i + 4] for i in range(0, CODE_LENGTH, 4)), expires


def _role_choices(action: str, arguments: Mapping[str, str]) -> tuple[Choice, ...]:
    return tuple(
        Choice(name.capitalize() if name[0].islower() else name, Action(action, {**arguments, "role": role.value}))
        for role, name in common.ROLES.items()
    )


def _unit_choices(plan: Plan | None, action: str, arguments: Mapping[str, str]) -> tuple[Choice, ...]:
    units = own_units(plan) if plan else ()
    listed = [Choice(u.name, Action(action, {**arguments, "unit": u.code})) for u in units]
    return (*listed, Choice(words.NO_UNIT, Action(action, {**arguments, "unit": NO_UNIT})))


def _unit_of(argument: str) -> str | None:
    return None if argument == NO_UNIT else argument


def _role_named(typed: str) -> Role | None:
    text = f" {fold(typed)} "
    aliases = {fold(name): role for role, name in common.ROLES.items()} | {r.value: r for r in Role}
    aliases |= {"truong phong": Role.HEAD, "giam doc": Role.DIRECTOR, "chuyen vien": Role.STAFF}
    return next((role for alias, role in aliases.items() if f" {alias} " in text), None)


async def invite(turn: Turn, typed: str) -> Reply:
    """/moi, or "/moi cán bộ TCCB" in one line: asks what is missing, then shows a one-time code."""
    plan = await _plan(turn)
    unit = unit_named(typed, plan) if plan else None
    # "Văn phòng" is both a role and a unit: alone it names the unit, so the role is asked.
    role = _role_named(typed) if _role_named(typed) is not Role.OFFICE or unit is None else None
    arguments = ({"unit": unit} if unit else {}) | ({"role": role.value} if role else {})
    return await _invite(turn, arguments)


async def _invite(turn: Turn, arguments: dict[str, str]) -> Reply:
    if "role" not in arguments:
        return say(words.CHOOSE_ROLE, choices=_role_choices("people.invite", arguments))
    if "unit" not in arguments:
        return say(words.CHOOSE_UNIT, choices=_unit_choices(await _plan(turn), "people.invite", arguments))
    role, unit = Role(arguments["role"]), _unit_of(arguments["unit"])
    code, until = await issue_invite(turn.uow, role, unit, turn.now, turn.who.id)
    where = unit_name(unit, await _plan(turn), words.NO_UNIT)
    await _log(turn, "invite", f"{common.ROLES[role]}, {where}")
    return Reply(
        (
            Heading(words.INVITE_HEADING),
            Paragraph(code, strong=True),
            Fields(((words.ROLE, common.ROLES[role]), (words.UNIT, where))),
            Note(words.INVITE_HOW.format(until=common.moment(until, turn.zone))),
        )
    )


# ---- requests -------------------------------------------------------------------------------------------------------


async def requests(turn: Turn, typed: str) -> Reply:
    """/duyet: who is waiting; each opens by a choice."""
    waiting = await turn.uow.requests.pending()
    if not waiting:
        return say(words.REQUESTS_NONE)
    if len(waiting) == 1:
        return await _show_request(turn, waiting[0])
    page = page_of(waiting, typed or "1")
    opening = tuple(
        Choice(common.shorten(r.words, 40), Action("people.request", {"id": str(r.id)})) for r in page.items
    )
    blocks: list[Block] = [Heading(words.REQUESTS_HEADING.format(count=len(waiting)))]
    blocks.append(Items(tuple(r.words for r in page.items), numbered=True, start=page.first))
    return Reply(tuple(blocks), (*opening, *page.turning("people.requests", {})))


async def _requests_page(turn: Turn, arguments: dict[str, str]) -> Reply:
    return await requests(turn, arguments["page"])


async def _request(turn: Turn, arguments: dict[str, str]) -> AccessRequest | None:
    found = await turn.uow.requests.get(int(arguments["id"]))
    return found if found and found.state is RequestState.PENDING else None


async def _open_request(turn: Turn, arguments: dict[str, str]) -> Reply:
    request = await _request(turn, arguments)
    return await _show_request(turn, request) if request else say(words.REQUEST_GONE)


async def _show_request(turn: Turn, request: AccessRequest) -> Reply:
    plan = await _plan(turn)
    arguments = {"id": str(request.id)}
    choices: list[Choice] = []
    if request.unit:
        label = words.APPROVE_AS.format(role=common.ROLES[Role.STAFF], unit=unit_name(request.unit, plan))
        approve = Action("people.approve", {**arguments, "role": Role.STAFF.value, "unit": request.unit})
        choices.append(Choice(label, approve))
    choices.append(Choice(words.APPROVE_OTHER, Action("people.approve", arguments)))
    choices.append(Choice(words.REFUSE, Action("people.refuse", arguments)))
    facts = (
        (words.NAME, request.name),
        (words.WROTE, request.words),
        (words.CHANNEL, words.CHANNELS.get(request.channel, request.channel)),
        (words.SENT_AT, common.moment(request.created, turn.zone)),
    )
    return Reply((Heading(words.REQUEST_HEADING), Fields(facts)), tuple(choices), replaces=True)


async def _approve(turn: Turn, arguments: dict[str, str]) -> Reply:
    request = await _request(turn, arguments)
    if request is None:
        return say(words.REQUEST_GONE)
    plan = await _plan(turn)
    if "role" not in arguments:
        question = words.CHOOSE_ROLE_FOR.format(name=request.name)
        return Reply((Paragraph(question),), _role_choices("people.approve", arguments), replaces=True)
    if "unit" not in arguments:
        question = words.CHOOSE_UNIT_FOR.format(name=request.name)
        return Reply((Paragraph(question),), _unit_choices(plan, "people.approve", arguments), replaces=True)
    role, unit = Role(arguments["role"]), _unit_of(arguments["unit"])
    if not await turn.uow.requests.decide(request.id, RequestState.APPROVED, turn.who.id, turn.now):
        return say(words.REQUEST_GONE)
    member = await turn.uow.members.add(request.name, role, unit, turn.now)
    await turn.uow.members.link(member.id, request.channel, request.account, request.chat)
    where = unit_name(unit, plan, words.NO_UNIT)
    await _log(turn, "approve", member.name, after=f"{common.ROLES[role]}, {where}")
    told = say(account_words.approved(common.ROLES[role], unit_name(unit, plan)), account_words.CONSENT)
    help_ = Choice(common.HELP, Action("say", {"text": "/trogiup"}))
    await _tell(turn, request, Reply(told.blocks, (help_,)))
    done = words.APPROVED.format(name=member.name, role=common.ROLES[role], unit=where)
    return Reply((Paragraph(done, strong=True),), (_person_choice(member),), replaces=True)


async def _refuse(turn: Turn, arguments: dict[str, str]) -> Reply:
    request = await _request(turn, arguments)
    if request is None:
        return say(words.REQUEST_GONE)
    if arguments.get("sure") != "1":
        sure = Choice(words.REFUSE, Action("people.refuse", {**arguments, "sure": "1"}), row=1)
        back = Choice(common.BACK, Action("people.request", arguments), row=1)
        return Reply((Paragraph(words.REFUSE_SURE.format(name=request.name)),), (sure, back), replaces=True)
    if not await turn.uow.requests.decide(request.id, RequestState.REFUSED, turn.who.id, turn.now):
        return say(words.REQUEST_GONE)
    await _log(turn, "refuse", request.name)
    await _tell(turn, request, say(account_words.REFUSED))
    return Reply((Paragraph(words.REFUSED.format(name=request.name)),), replaces=True)


async def _tell(turn: Turn, request: AccessRequest, reply: Reply) -> None:
    """Queues the decision to the person who asked."""
    await turn.uow.outbox.put(
        key=f"decision:request:{request.id}:told",
        kind=MessageKind.DECISION,
        reply=dump(reply),
        now=turn.now,
        channel=request.channel,
        chat=request.chat,
    )


# ---- people ---------------------------------------------------------------------------------------------------------


def _person_choice(member: Member) -> Choice:
    return Choice(member.name, Action("people.person", {"id": str(member.id)}))


async def list_people(turn: Turn, typed: str) -> Reply:
    """/nguoidung [words]: everybody, or those whose name or unit has the words."""
    return await _people_page(turn, {"words": typed, "page": "1"})


async def _people_page(turn: Turn, arguments: dict[str, str]) -> Reply:
    plan = await _plan(turn)
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
    return Reply(tuple(blocks), (*(_person_choice(m) for m in page.items), *turning), replaces="page" in arguments)


def _person_line(member: Member, plan: Plan | None) -> str:
    marks = [common.ROLES[member.role], unit_name(member.unit, plan)]
    marks += [words.LOCKED_MARK] if not member.active else []
    marks += [words.UNREACHABLE] if member.accounts and not any(a.reachable for a in member.accounts) else []
    return f"{member.name} ({', '.join(m for m in marks if m)})"


async def change_rights(turn: Turn, typed: str) -> Reply:
    """/phanquyen [name]: opens the person; several of that name are offered; none lists everybody."""
    if not typed:
        listed = await list_people(turn, "")
        return Reply((Paragraph(words.WHO), *listed.blocks), listed.choices)
    people = await turn.uow.members.all(active=None)
    found = [m for m in people if fold(typed) in fold(m.name)]
    if len(found) == 1:
        return await _show_person(turn, found[0])
    return await list_people(turn, typed)


async def _person(turn: Turn, arguments: dict[str, str]) -> Reply:
    member = await turn.uow.members.get(int(arguments["id"]))
    return await _show_person(turn, member, replaces=True) if member else say(words.PERSON_GONE)


async def _show_person(turn: Turn, member: Member, *, replaces: bool = False) -> Reply:
    plan = await _plan(turn)
    arguments = {"id": str(member.id)}
    channels = ", ".join(
        words.CHANNELS.get(a.channel, a.channel) + ("" if a.reachable else f" ({words.UNREACHABLE})")
        for a in member.accounts
    )
    facts = (
        (words.ROLE, common.ROLES[member.role]),
        (words.UNIT, unit_name(member.unit, plan, words.NO_UNIT)),
        (words.CHANNEL, channels or words.NO_CHANNEL),
        (words.SINCE, common.day(member.created.astimezone(turn.zone).date())),
    )
    heading = member.name if member.active else f"{member.name} ({words.LOCKED_MARK})"
    locking = (words.LOCK, "people.lock") if member.active else (words.UNLOCK, "people.unlock")
    choices = (
        Choice(words.CHANGE_ROLE, Action("people.role", arguments), row=1),
        Choice(words.CHANGE_UNIT, Action("people.unit", arguments), row=1),
        Choice(locking[0], Action(locking[1], arguments), row=2),
    )
    return Reply((Heading(heading), Fields(facts)), choices, replaces=replaces)


async def _last_office(turn: Turn, member: Member) -> bool:
    """Whether the agency would be left with nobody to run the bot."""
    return member.role is Role.OFFICE and len(await turn.uow.members.with_role(Role.OFFICE)) <= 1


async def _set_role(turn: Turn, arguments: dict[str, str]) -> Reply:
    member = await turn.uow.members.get(int(arguments["id"]))
    if member is None:
        return say(words.PERSON_GONE)
    if "role" not in arguments:
        question = words.CHOOSE_ROLE_FOR.format(name=member.name)
        return Reply((Paragraph(question),), _role_choices("people.role", arguments), replaces=True)
    role = Role(arguments["role"])
    if role is not Role.OFFICE and member.active and await _last_office(turn, member):
        return say(words.LAST_OFFICE)
    await turn.uow.members.change(member.id, role=role)
    before, after = common.ROLES[member.role], common.ROLES[role]
    await _log(turn, "role", member.name, before, after)
    undo = Action("people.role", {"id": str(member.id), "role": member.role.value})
    said = words.ROLE_CHANGED.format(name=member.name, before=before, after=after)
    return Reply((Paragraph(said, strong=True),), (Choice(common.UNDO, undo), _person_choice(member)), replaces=True)


async def _set_unit(turn: Turn, arguments: dict[str, str]) -> Reply:
    member = await turn.uow.members.get(int(arguments["id"]))
    if member is None:
        return say(words.PERSON_GONE)
    plan = await _plan(turn)
    if "unit" not in arguments:
        question = words.CHOOSE_UNIT_FOR.format(name=member.name)
        return Reply((Paragraph(question),), _unit_choices(plan, "people.unit", arguments), replaces=True)
    unit = _unit_of(arguments["unit"])
    if unit is not None and (plan is None or plan.unit(unit) is None):
        return say(common.CHOICE_LAPSED)
    await turn.uow.members.set_unit(member.id, unit)
    before, after = (unit_name(code, plan, words.NO_UNIT) for code in (member.unit, unit))
    await _log(turn, "unit", member.name, before, after)
    undo = Action("people.unit", {"id": str(member.id), "unit": member.unit or NO_UNIT})
    said = words.UNIT_CHANGED.format(name=member.name, before=before, after=after)
    return Reply((Paragraph(said, strong=True),), (Choice(common.UNDO, undo), _person_choice(member)), replaces=True)


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
    await _log(turn, "lock", member.name)
    undo = Choice(words.UNLOCK, Action("people.unlock", {"id": str(member.id)}))
    return Reply((Paragraph(words.LOCKED.format(name=member.name), strong=True),), (undo,), replaces=True)


async def _unlock(turn: Turn, arguments: dict[str, str]) -> Reply:
    member = await turn.uow.members.get(int(arguments["id"]))
    if member is None:
        return say(words.PERSON_GONE)
    await turn.uow.members.change(member.id, active=True)
    await _log(turn, "unlock", member.name)
    said = Paragraph(words.UNLOCKED.format(name=member.name), strong=True)
    return Reply((said,), (_person_choice(member),), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {
    "people.invite": _invite,
    "people.requests": _requests_page,
    "people.request": _open_request,
    "people.approve": _approve,
    "people.refuse": _refuse,
    "people.page": _people_page,
    "people.person": _person,
    "people.role": _set_role,
    "people.unit": _set_unit,
    "people.lock": _lock,
    "people.unlock": _unlock,
}
FLOWS: Mapping[str, FlowHandler] = {}
