"""Notices that the bot sends to the office of its own accord, such as that something does not work."""

from __future__ import annotations

from datetime import datetime

from handlers.messages import Reply, dump
from storage.records import MessageKind, Role
from storage.unit_of_work import UnitOfWork


async def tell_office(uow: UnitOfWork, key: str, reply: Reply, now: datetime) -> int:
    """Queues the notice for everybody of the office; once for each `key`. To how many."""
    told = 0
    for member in await uow.members.with_role(Role.OFFICE):
        told += await uow.outbox.put(
            key=f"notice:{key}:{member.id}", kind=MessageKind.DECISION, reply=dump(reply), now=now, member_id=member.id
        )
    return told
