"""Telling people of what was decided: who is concerned, and one message each, put once."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.messages import Reply, dump
from handlers.office import FollowedPlan
from handlers.plans.current import pinned
from handlers.rights import stands_for
from handlers.turn import Turn
from knowledge.model import Task
from storage.records import Member, MessageKind, Role


async def tell(turn: Turn, people: Iterable[Member], notice: Reply, key: str) -> None:
    """Queues the notice for each of them but the one who acts; `key` names the act."""
    notice = pinned(notice, await turn.plan())
    for member in people:
        if member.id != turn.who.id:
            await turn.uow.outbox.put(
                key=f"decision:{key}:{member.id}",
                kind=MessageKind.DECISION,
                reply=dump(notice),
                now=turn.now,
                member_id=member.id,
            )


async def lead_unit(turn: Turn, followed: FollowedPlan, task: Task) -> list[Member]:
    """Everybody of the task's lead units."""
    return [m for m in await turn.uow.members.all() if stands_for(m, task.lead, followed.plan)]


async def answerable(turn: Turn, followed: FollowedPlan, task: Task, reporters: Iterable[int]) -> list[Member]:
    """Those of the lead units who answer for the task: who reported it, and the heads; everybody where there is
    neither."""
    people, reported = await lead_unit(turn, followed, task), set(reporters)
    return [m for m in people if m.id in reported or m.role is Role.HEAD] or people
