"""Codes of six digits, typed in a private chat where no link can carry a longer one: a stranger joins by the one that
the office gave; a member adds an account of another app by the one that the bot gave them (/lienket)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from handlers.messages import Action, Choice, Note, Paragraph, Reply, dump, say
from handlers.notices import tell_office
from handlers.turn import ActionHandler, Turn
from handlers.wording import common
from handlers.wording import linking as words
from handlers.wording import office as office_words
from storage.records import Invite, Member, MessageKind

JOIN_LASTS = timedelta(hours=2)
LINK_LASTS = timedelta(minutes=10)
TRIES_AN_HOUR = 5
"""Wrong codes that an account may type in an hour."""
FULL = 0.9
"""Share of the people whom an app serves at which the office is told."""
TRIES_OF_ALL = 30
"""Wrong codes in an hour from everybody, after which no short code is taken for an hour: accounts cost nothing."""

_SHORT = re.compile(r"(?:/?(?:start|lienket|ma|mã)\s+)?(\d{3})[\s.\-–]?(\d{3})", re.IGNORECASE)


def short_code_in(text: str) -> str | None:
    """The six digits in "482913", "482 913" or "/start 482-913"; None when the text is anything else."""
    found = _SHORT.fullmatch(text.strip())
    return found[1] + found[2] if found else None


def spaced(code: str) -> str:
    """The code as it is shown: 482 913."""
    return f"{code[:3]} {code[3:]}"


async def too_many(turn: Turn) -> bool:
    """Whether no short code is taken from this account now, or from anybody."""
    incoming, since = turn.incoming, turn.now - timedelta(hours=1)
    if await turn.uow.invites.failures(incoming.channel, incoming.account, since) >= TRIES_AN_HOUR:
        return True
    if await turn.uow.short_codes.failures(since) < TRIES_OF_ALL:
        return False
    hour = f"{turn.now.astimezone(turn.zone):%Y-%m-%dT%H}"
    await tell_office(turn.uow, f"short codes:{hour}", say(words.MANY_TRIES), turn.now)
    return True


async def redeem(turn: Turn, code: str) -> Invite | Reply:
    """What a stranger's six digits are for: an invitation that is theirs now, or the answer to anything else."""
    incoming, uow = turn.incoming, turn.uow
    if await too_many(turn):
        return say(words.TOO_MANY)
    found = await uow.short_codes.redeem(code, turn.now)
    invite = await uow.invites.take(found.invite_id, turn.now) if found and found.invite_id is not None else None
    if invite is not None:
        return invite
    member = await uow.members.get(found.member_id) if found and found.member_id is not None else None
    if member is None or not member.active:
        await uow.invites.note_failure(incoming.channel, incoming.account, turn.now)
        return say(words.WRONG)
    return await _link(turn, member)


async def _link(turn: Turn, member: Member) -> Reply:
    incoming, uow = turn.incoming, turn.uow
    before = member.accounts
    await uow.members.link(member.id, incoming.channel, incoming.account, incoming.chat)
    await warn_when_full(turn)
    await uow.audit.add(
        member_id=member.id,
        member_name=member.name,
        action="account",
        subject=member.name,
        now=turn.now,
        after=_title(incoming.channel),
    )
    # Whoever holds the other account learns of it there, even if somebody else has typed the code.
    notice = say(words.LINKED_ELSEWHERE.format(channel=_title(incoming.channel)))
    for account in before:
        await uow.outbox.put(
            key=f"decision:linked:{turn.key}:{account.channel}",
            kind=MessageKind.DECISION,
            reply=dump(notice),
            now=turn.now,
            channel=account.channel,
            chat=account.chat,
        )
    channels = [incoming.channel, *(account.channel for account in before)]
    return say(words.LINKED.format(name=member.name), words.ASK_WHERE, choices=where(channels))


async def warn_when_full(turn: Turn) -> None:
    """Tells the office, once a day, that an app will serve hardly anybody more, or nobody."""
    most = turn.capabilities.people_at_most
    if most is None:
        return
    channel = turn.incoming.channel
    accounts = {a.account for m in await turn.uow.members.all() for a in m.accounts if a.channel == channel}
    accounts |= {request.account for request in await turn.uow.requests.pending() if request.channel == channel}
    people = len(accounts)
    if people >= most * FULL:
        said = words.FULL.format(channel=_title(channel), people=people, most=most)
        await tell_office(turn.uow, f"full:{channel}:{turn.today}", say(said), turn.now)


def _title(channel: str) -> str:
    return office_words.CHANNELS.get(channel, channel)


async def command(turn: Turn, typed: str) -> Reply:
    """/lienket: a code that another app's account is added with; and where reminders go, for who has several."""
    code = await turn.uow.short_codes.issue(turn.now, turn.now + LINK_LASTS, member_id=turn.who.id)
    blocks = (Paragraph(spaced(code), strong=True), Paragraph(words.HOW), Note(words.KEEP_TO_YOURSELF))
    channels = list(dict.fromkeys(account.channel for account in turn.who.accounts))
    linked = Paragraph(words.HAVE.format(channels=", ".join(_title(channel) for channel in channels)))
    if len(channels) < 2:
        return Reply((*blocks, linked))
    return Reply((*blocks, linked, Paragraph(words.ASK_WHERE)), where(channels))


def where(channels: Iterable[str], row: int = 0) -> tuple[Choice, ...]:
    """A choice for each app: reminders go there first."""
    return tuple(
        Choice(_title(channel), Action("linking.prefer", {"channel": channel}), row=row)
        for channel in dict.fromkeys(channels)
    )


async def _prefer(turn: Turn, arguments: dict[str, str]) -> Reply:
    channel = arguments["channel"]
    if channel not in {account.channel for account in turn.who.accounts}:
        return say(common.CHOICE_LAPSED)
    personal = await turn.uow.personal.get(turn.who.id)
    await turn.uow.personal.set(turn.who.id, replace(personal, channel=channel))
    return say(words.PREFERRED.format(channel=_title(channel)))


ACTIONS: Mapping[str, ActionHandler] = {"linking.prefer": _prefer}
