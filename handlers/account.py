"""A person's own account: the stranger's way in, the newcomer's name, help."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta

from handlers import consent, linking
from handlers.codes import ALPHABET, INVITE_LENGTH
from handlers.linking import short_code_in
from handlers.messages import Action, Choice, Heading, Items, Note, Paragraph, Reply, say
from handlers.notices import tell_office
from handlers.turn import ActionHandler, FlowHandler, Turn
from handlers.units import unit_named
from handlers.wording import account as words
from handlers.wording import commands as command_words
from handlers.wording import common
from handlers.wording.roles import ROLES
from knowledge.vietnamese import clean
from storage.records import Invite, Member, RequestState

TRIES_AN_HOUR = 5
FLOW_LASTS = timedelta(minutes=30)
MAX_NAME = 60
MAX_REQUEST = 200

_CODE = re.compile(rf"[{ALPHABET}]{{{INVITE_LENGTH}}}")
_NAME_WORDS = range(2, 7)


def _code_in(text: str) -> str | None:
    """The invitation code in "/start CODE" or a bare "K7QF-93MX-…", normalised; None when it does not look like one."""
    typed = re.sub(r"^/start(?:@\S+)?\s*", "", text, flags=re.IGNORECASE)
    code = re.sub(r"[\s\-–—_.]", "", typed).upper()
    return code if _CODE.fullmatch(code) else None


def _place(turn: Turn) -> tuple[str, str, str]:
    return turn.incoming.channel, turn.incoming.chat, turn.incoming.account


# ---- strangers ------------------------------------------------------------------------------------------------------


async def stranger(turn: Turn) -> Reply:
    """All that an unknown person can do: type an invitation, ask for access. Nothing of the plan or of people."""
    incoming = turn.incoming
    text = clean((incoming.text or "")[:MAX_REQUEST])
    code, short = _code_in(text), short_code_in(text)
    if not incoming.private:
        return say(words.CODE_IN_GROUP if code or short else words.GROUP_STRANGER)
    if code:
        return await _redeem(turn, code)
    if short:
        found = await linking.redeem(turn, short)
        return found if isinstance(found, Reply) else await _joined(turn, found)
    if incoming.pressed is not None:
        offered = await turn.uow.choices.by_token(incoming.channel, incoming.chat, incoming.pressed, turn.now)
        return await _ask_name(turn) if offered and offered.action == "account.request" else _greeting()
    if text in (words.ASK_ACCESS, words.SEND_AGAIN, "1"):
        return await _ask_name(turn)
    conversation = await turn.uow.conversations.get(*_place(turn), turn.now)
    if conversation.flow == "account.request" and text and not text.startswith("/"):
        return await _request(turn, text)
    if await turn.uow.requests.pending_of(incoming.channel, incoming.account):
        return say(words.REQUEST_WAITING, choices=(Choice(words.SEND_AGAIN, Action("account.request")),))
    return _greeting()


def _greeting() -> Reply:
    return say(words.GREETING_STRANGER, choices=(Choice(words.ASK_ACCESS, Action("account.request")),))


async def _ask_name(turn: Turn) -> Reply:
    await turn.uow.conversations.set_flow(*_place(turn), "account.request", {}, turn.now + FLOW_LASTS)
    return say(words.ASK_NAME_AND_UNIT)


async def _request(turn: Turn, typed: str) -> Reply:
    if len(typed) < 4 or not any(c.isalpha() for c in typed):
        return say(words.NAME_TOO_SHORT)
    incoming = turn.incoming
    plan = await turn.plan()
    unit = unit_named(typed, plan.plan) if plan else None
    name = _name_of(typed)
    request = await turn.uow.requests.add(
        incoming.channel, incoming.account, incoming.chat, name, typed, unit, turn.now
    )
    await turn.uow.conversations.clear_flow(*_place(turn))
    await linking.warn_when_full(turn)
    notice = say(
        words.requested(name, typed),
        choices=(Choice(words.OPEN_REQUEST, Action("requests.open", {"id": str(request.id)})),),
    )
    office = await tell_office(turn.uow, f"decision:request:{request.id}", notice, turn.now)
    return say(words.REQUEST_SENT) if office else say(words.REQUEST_SENT, words.NO_OFFICE_YET)


def _name_of(typed: str) -> str:
    """The name in "Nguyễn Văn An, Phòng Tổng hợp": what stands before the first separator."""
    return re.split(r"[,;:\n(–]| - ", typed, maxsplit=1)[0].strip()[:MAX_NAME] or typed[:MAX_NAME]


async def _redeem(turn: Turn, code: str) -> Reply:
    incoming, uow = turn.incoming, turn.uow
    failures = await uow.invites.failures(incoming.channel, incoming.account, turn.now - timedelta(hours=1))
    if failures >= TRIES_AN_HOUR:
        return say(words.CODE_TOO_MANY)
    invite = await uow.invites.redeem(code, turn.now)
    if invite is None:
        await uow.invites.note_failure(incoming.channel, incoming.account, turn.now)
        if failures + 1 == TRIES_AN_HOUR:
            hour = f"{turn.now.astimezone(turn.zone):%Y-%m-%dT%H}"
            await tell_office(uow, f"decision:codes:{hour}", say(words.CODE_GUESSED), turn.now)
        return say(words.CODE_WRONG)
    return await _joined(turn, invite)


async def _joined(turn: Turn, invite: Invite) -> Reply:
    """Makes a member of the stranger whom this invitation is for."""
    incoming, uow = turn.incoming, turn.uow
    name = invite.name or clean(incoming.name[:MAX_NAME]) or ROLES[invite.role].capitalize()
    member = await uow.members.add(name, invite.role, invite.unit, turn.now)
    await uow.members.link(member.id, incoming.channel, incoming.account, incoming.chat)
    await uow.invites.used_by(invite.id, member.id)
    await linking.warn_when_full(turn)
    pending = await uow.requests.pending_of(incoming.channel, incoming.account)
    if pending:
        await uow.requests.decide(pending.id, RequestState.APPROVED, invite.created_by or member.id, turn.now)
    await uow.audit.add(member_id=member.id, member_name=member.name, action="join", subject=member.name, now=turn.now)
    await uow.conversations.set_flow(*_place(turn), "account.rename", {}, turn.now + FLOW_LASTS)
    role, unit = await _titles(turn, member)
    blocks = (
        Paragraph(words.welcome(member.name, role, unit), strong=True),
        Paragraph(words.ask_own_name(member.name)),
        *await consent.notice(turn),
    )
    return Reply(blocks, (Choice(words.KEEP_NAME, Action("account.keep")), consent.choice()))


# ---- members --------------------------------------------------------------------------------------------------------


async def _titles(turn: Turn, member: Member) -> tuple[str, str]:
    plan = await turn.plan()
    unit = plan.plan.unit(member.unit) if plan and member.unit else None
    return ROLES[member.role], unit.name if unit else ""


async def _rename(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    """Takes the text for a name only when it looks like one; else it is a new message."""
    parts = typed.split()
    looks = len(parts) in _NAME_WORDS and all(p.isalpha() and p[0].isupper() for p in parts) and len(typed) <= MAX_NAME
    if not looks:
        return None
    await turn.uow.members.change(turn.who.id, name=typed)
    await turn.uow.conversations.clear_flow(*_place(turn))
    return Reply((Paragraph(words.NAME_CHANGED.format(name=typed)), *await _help_blocks(turn)), await examples(turn))


async def _keep(turn: Turn, arguments: dict[str, str]) -> Reply:
    await turn.uow.conversations.clear_flow(*_place(turn))
    return await help_(turn, "")


async def start(turn: Turn, typed: str) -> Reply:
    """/start of a member: who they are to us, then help."""
    role, unit = await _titles(turn, turn.who)
    known = (Note(words.ALREADY_MEMBER),) if _code_in(typed) else ()
    hello = Paragraph(words.hello(turn.who.name, role, unit), strong=True)
    if await turn.uow.privacy.consented(turn.who.id, words.CONSENT_VERSION) is None:
        return Reply((hello, *known, *await consent.notice(turn)), (consent.choice(), *await examples(turn)))
    return Reply((hello, *known, *await _help_blocks(turn)), await examples(turn))


async def help_(turn: Turn, typed: str) -> Reply:
    """What this person can do here, with examples that work when tapped."""
    return Reply(await _help_blocks(turn), await examples(turn))


async def _help_blocks(turn: Turn) -> tuple[Paragraph | Items | Heading | Note, ...]:
    code = await _example_code(turn)
    lines = tuple(
        f"/{c.name}: {command_words.DESCRIPTIONS[c.name].format(code=code)}"
        for c in turn.commands
        if turn.incoming.private or not c.private
    )
    return Paragraph(words.HELP_INTRO), Items(lines), Note(words.HELP_MORE)


async def _example_code(turn: Turn) -> str:
    """A task of the person's own unit, else the first of the plan."""
    followed = await turn.plan()
    if followed is None or not followed.plan.tasks:
        return "II.5"
    own = (t.code for t in followed.plan.tasks if turn.who.unit in t.lead)
    return next(own, followed.plan.tasks[0].code)


async def examples(turn: Turn) -> tuple[Choice, ...]:
    """Questions that work when tapped."""
    followed = await turn.plan()
    if followed is None:
        return ()
    plan = followed.plan
    own = plan.unit(turn.who.unit or "")
    unit = own if own and not own.collective else next((u for u in plan.units if not u.outside), None)
    slots = {
        "code": await _example_code(turn),
        "unit": unit.short if unit else "",
        "horizon": str(plan.horizons[0] if plan.horizons else plan.period_ends),
    }
    texts = (example.format(**slots) for example in command_words.QUESTION_EXAMPLES)
    return tuple(Choice(text, Action("say", {"text": text})) for text in texts)


async def cancel(turn: Turn, typed: str) -> Reply:
    """/huy: drops what was being done; dispatch has cleared it."""
    return say(common.DROPPED)


ACTIONS: Mapping[str, ActionHandler] = {"account.keep": _keep, "account.consent": consent.given}
FLOWS: Mapping[str, FlowHandler] = {"account.rename": _rename}
