"""The office invites people: one-time codes for a role and unit."""

from __future__ import annotations

import io
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

import segno

from handlers.codes import ALPHABET, INVITE_LENGTH
from handlers.journal import log_act
from handlers.linking import JOIN_LASTS, spaced
from handlers.messages import Action, Block, Choice, Fields, Heading, Note, Paragraph, Picture, Reply, say
from handlers.turn import ActionHandler, Turn
from handlers.units import (
    plan_of,
    role_choices,
    role_named,
    unit_choices,
    unit_name,
    unit_named,
    unit_of,
    with_office_names,
)
from handlers.wording import common
from handlers.wording import linking as linking_words
from handlers.wording import office as words
from handlers.wording.roles import ROLES
from storage.records import Role
from storage.unit_of_work import UnitOfWork

INVITE_LASTS = timedelta(hours=24)


class Issued(NamedTuple):
    """An invitation: its code in groups of four, its last moment, and six digits that stand for it for two hours, where
    everything is typed by hand."""

    code: str
    until: datetime
    short: str


async def issue_invite(
    uow: UnitOfWork,
    role: Role,
    unit: str | None,
    now: datetime,
    by: int | None,
    *,
    lasts: timedelta = INVITE_LASTS,
    name: str = "",
) -> Issued:
    """Makes a one-time code for a role and unit, valid for 24 hours unless told otherwise. `name`: whom it is for."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(INVITE_LENGTH))
    expires = now + lasts
    invite = await uow.invites.add(code, role, unit, expires, now, by, name=name)
    short = await uow.short_codes.issue(now, now + JOIN_LASTS, invite_id=invite.id)
    return Issued("-".join(code[i : i + 4] for i in range(0, INVITE_LENGTH, 4)), expires, spaced(short))


async def command(turn: Turn, typed: str) -> Reply:
    """/moi, or "/moi cán bộ TCCB" in one line: asks what is missing, then shows a one-time code."""
    plan = await plan_of(turn)
    unit = unit_named(typed, await with_office_names(turn, plan)) if plan and typed else None
    # "Văn phòng" is both a role and a unit: alone it names the unit, so the role is asked.
    role = role_named(typed) if role_named(typed) is not Role.OFFICE or unit is None else None
    arguments = ({"unit": unit} if unit else {}) | ({"role": role.value} if role else {})
    return await _invite(turn, arguments)


async def _invite(turn: Turn, arguments: dict[str, str]) -> Reply:
    if "role" not in arguments:
        by_list = (Choice(words.BY_LIST, Action("staff_list.start")),) if turn.capabilities.files_in else ()
        return say(words.CHOOSE_ROLE, choices=(*role_choices("invitations.ask", arguments), *by_list))
    if "unit" not in arguments:
        return say(words.CHOOSE_UNIT, choices=unit_choices(await plan_of(turn), "invitations.ask", arguments))
    role, unit = Role(arguments["role"]), unit_of(arguments["unit"])
    code, until, short = await issue_invite(turn.uow, role, unit, turn.now, turn.who.id)
    where = unit_name(unit, await plan_of(turn), words.NO_UNIT)
    await log_act(turn, "invite", f"{ROLES[role]}, {where}")
    blocks: list[Block] = [
        Heading(words.INVITE_HEADING),
        Paragraph(code, strong=True),
        Fields(((words.ROLE, ROLES[role]), (words.UNIT, where))),
        Note(linking_words.SHORT.format(code=short)),
        Note(words.INVITE_HOW.format(until=common.moment(until, turn.zone))),
    ]
    if turn.capabilities.start_link:
        link = turn.capabilities.start_link.format(code=code.replace("-", ""))
        blocks.append(Paragraph(words.INVITE_LINK.format(link=link)))
        if turn.capabilities.images_out:
            blocks.append(Picture(_qr(link), words.INVITE_QR))
    return Reply(tuple(blocks))


def _qr(text: str) -> bytes:
    """The text as a QR picture that a phone reads from a screen or from paper."""
    out = io.BytesIO()
    segno.make(text, error="m").save(out, kind="png", scale=8, border=4)
    return out.getvalue()


ACTIONS: Mapping[str, ActionHandler] = {"invitations.ask": _invite}
