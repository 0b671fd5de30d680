"""Where a message goes, decided when it leaves: people move, block the bot and leave the office meanwhile, channels
fail. A message goes to one channel; to another one only after the first has refused it or could not take it in time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scheduler.backlog import Place
from storage.records import Account, Fate, Member, MessageKind, MessageState, OutboxMessage
from storage.unit_of_work import UnitOfWork

URGENT = 1
"""Messages of this turn or an earlier one leave whatever is left of a monthly budget."""
_NOT_HERE = (Fate.REFUSED, Fate.GONE, Fate.LATE)


@dataclass(frozen=True, slots=True)
class Way:
    """A running channel as addressing sees it. `down`: it has failed for a while; `saving`: what is left of its monthly
    budget is kept for what is urgent; `weekly`: reminders that are not urgent wait for their day of the week."""

    down: bool = False
    saving: bool = False
    weekly: bool = False

    def takes(self, message: OutboxMessage) -> bool:
        """Whether its budget has room for such a message."""
        held = self.saving or (self.weekly and message.kind is MessageKind.REMINDER)
        return not held or message.urgency <= URGENT


Found = Place | MessageState | None
"""A message's place; or the state that settles it (the member is no longer one whom it is for, or cannot be reached by
any channel); or None when it has to wait for a channel that leads to the person."""


async def place_of(uow: UnitOfWork, message: OutboxMessage, ways: Mapping[str, Way]) -> Found:
    """Where one message goes. `ways`: the running channels by name, the preferred one first."""
    (found,) = await places_of(uow, [message], ways)
    return found


async def places_of(uow: UnitOfWork, messages: Sequence[OutboxMessage], ways: Mapping[str, Way]) -> list[Found]:
    """Where each message goes, as `place_of`; people are read all at once."""
    members = await uow.members.several({m.member_id for m in messages if m.member_id is not None})
    return [await _place_of(uow, message, members, ways) for message in messages]


async def _place_of(
    uow: UnitOfWork, message: OutboxMessage, members: Mapping[int, Member], ways: Mapping[str, Way]
) -> Found:
    if message.member_id is None:
        way = ways.get(message.channel or "")
        return Place(message.channel or "", message.chat or "") if way and way.takes(message) else None
    member = members.get(message.member_id)
    if member is None or not member.active or (message.roles and member.role not in message.roles):
        return MessageState.CANCELLED
    reached = {account.channel: account for account in member.accounts if account.reachable}
    preferred = (await uow.personal.get(member.id)).channel if len(reached) > 1 else None
    chosen = _choose(message, reached, ways, preferred)
    if chosen is not None:
        return Place(chosen, reached[chosen].chat)
    return _nowhere(message, member, reached)


def _choose(
    message: OutboxMessage, reached: Mapping[str, Account], ways: Mapping[str, Way], preferred: str | None
) -> str | None:
    """The channel for a message: the person's own wish goes before the office's order, what works before both."""
    tried = {attempt.channel: attempt.fate for attempt in message.trail}
    left = [name for name in ways if name in reached and tried.get(name) not in _NOT_HERE]
    # Where it may have arrived already, its one repeat goes; elsewhere it would be a second message.
    left.sort(key=lambda name: (tried.get(name) is not Fate.UNKNOWN, name != preferred))
    left = [name for name in left if ways[name].takes(message)]
    up = [name for name in left if not ways[name].down]
    return next(iter(up or left), None)


def _nowhere(message: OutboxMessage, member: Member, reached: Mapping[str, Account]) -> MessageState | None:
    """What becomes of a message for which no channel is left; None: it waits."""
    tried = {attempt.channel: attempt.fate for attempt in message.trail if attempt.fate in _NOT_HERE}
    if member.accounts and not reached:
        return MessageState.GONE
    if reached and set(reached) <= set(tried):
        return MessageState.REFUSED
    return None


async def mark_unreachable(uow: UnitOfWork, message: OutboxMessage, place: Place) -> None:
    """Notes that the person behind a place cannot be written to, until they write again."""
    member = await uow.members.get(message.member_id) if message.member_id is not None else None
    accounts = (
        [a.account for a in member.accounts if (a.channel, a.chat) == (place.channel, place.chat)] if member else []
    )
    for account in accounts or [place.chat]:  # a private chat without a member behind it is named by its account
        await uow.members.set_reachable(place.channel, account, False)
