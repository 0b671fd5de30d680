"""What the office is told of its own accord: one message to each of its members."""

from __future__ import annotations

from datetime import datetime

from handlers.messages import Reply, dump
from storage.records import MessageKind, Role
from storage.unit_of_work import UnitOfWork


async def tell_office(uow: UnitOfWork, key: str, notice: Reply, now: datetime, *, not_by: str | None = None) -> int:
    """Queues the notice once for everybody of the office; how many they are. Whoever is not of the office any more when
    it leaves does not get it. `key` names the notice; `not_by`: a channel that it must not take."""
    office = await uow.members.with_role(Role.OFFICE)
    for member in office:
        await uow.outbox.put(
            key=f"{key}:{member.id}",
            kind=MessageKind.DECISION,
            reply=dump(notice),
            now=now,
            member_id=member.id,
            roles={Role.OFFICE},
            not_by=not_by,
        )
    return len(office)
