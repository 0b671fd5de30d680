"""Where a message goes, decided when it leaves: people move, block the bot and leave the office meanwhile."""

from __future__ import annotations

from collections.abc import Collection

from scheduler.backlog import Place
from storage.records import MessageState, OutboxMessage
from storage.unit_of_work import UnitOfWork


async def place_of(uow: UnitOfWork, message: OutboxMessage, channels: Collection[str]) -> Place | MessageState | None:
    """The place; or the state that settles the message (the member is no longer active, or blocked us everywhere);
    or None when no channel that runs here leads to the person.

    `channels`: names of the running channels, the preferred one first.
    """
    if message.member_id is None:
        if message.channel not in channels:
            return None
        return Place(message.channel or "", message.chat or "")
    member = await uow.members.get(message.member_id)
    if member is None or not member.active:
        return MessageState.CANCELLED
    reached = {account.channel: account for account in member.accounts if account.reachable}
    for channel in channels:
        if channel in reached:
            return Place(channel, reached[channel].chat)
    if member.accounts and not reached:
        return MessageState.GONE
    return None


async def mark_unreachable(uow: UnitOfWork, message: OutboxMessage, place: Place) -> None:
    """Notes that the person behind a place cannot be written to, until they write again."""
    member = await uow.members.get(message.member_id) if message.member_id is not None else None
    accounts = (
        [a.account for a in member.accounts if (a.channel, a.chat) == (place.channel, place.chat)] if member else []
    )
    for account in accounts or [place.chat]:  # a private chat without a member behind it is named by its account
        await uow.members.set_reachable(place.channel, account, False)
