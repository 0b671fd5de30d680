"""What a report changes about reminders: they are answered, and what was put off is put off no longer."""

from __future__ import annotations

from handlers.turn import Turn
from storage.records import SilenceKind

REPORTED, SNOOZED, NOT_MINE, MINE = "reported", "snoozed", "not_mine", "mine"
"""How a reminder was answered, as the ledger keeps it."""


async def reported(turn: Turn, plan: str, task: str, period: str) -> None:
    """Something was recorded about an occurrence. Whoever reports a task has it."""
    await turn.uow.reminders.answered(plan, task, period, REPORTED, turn.now)
    await turn.uow.silences.end(plan, task, period, SilenceKind.SNOOZE)
    await turn.uow.silences.end(plan, task, "", SilenceKind.NOT_MINE, member_id=turn.who.id)
