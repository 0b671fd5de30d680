"""Reminders: people's wishes, their leave, the ledger, what they are spared, chats of units and calendars."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from storage.records import Leave, LineKind, Personal, ReminderLine, Silence, SilenceKind, UnitChat


class PersonalSettings(Protocol):
    """How people want to be reminded."""

    async def get(self, member_id: int) -> Personal:
        """What the person set; the defaults when they set nothing."""

    async def all(self) -> dict[int, Personal]: ...
    async def set(self, member_id: int, personal: Personal) -> None: ...


class Leaves(Protocol):
    """Who is away when."""

    async def add(
        self, *, member_id: int, first: date, last: date, stand_in: int | None, by: int, now: datetime
    ) -> Leave: ...
    async def get(self, leave_id: int) -> Leave | None:
        """None also for one that was cancelled."""

    async def cancel(self, leave_id: int) -> None: ...
    async def from_day(self, day: date) -> list[Leave]:
        """Those that have not ended before the day, the earliest first."""


class ReminderLines(Protocol):
    """The ledger: every task in every reminder."""

    async def add(
        self,
        *,
        key: str,
        kind: LineKind,
        plan: str,
        places: Sequence[tuple[str, str, date | None]],
        now: datetime,
        member_id: int | None = None,
        unit: str | None = None,
        numbers: Sequence[int] | None = None,
    ) -> None:
        """Keeps tasks of a message, (task, period, due) in their order, in the message's own transaction. `numbers`:
        theirs in the message, when they do not simply begin at 1."""

    async def answered(self, plan: str, task: str, period: str, answer: str, now: datetime) -> None:
        """Something was done about the occurrence: its open lines, to whomever they went, are answered."""

    async def answered_by(self, member_id: int, plan: str, task: str, period: str, answer: str, now: datetime) -> None:
        """The person has reacted without reporting: their own open lines of the occurrence are answered."""

    async def reopen(self, plan: str, task: str, period: str, answer: str, at: datetime) -> None:
        """What was answered in this way at that moment was taken back: those lines are open again."""

    async def of_task(self, plan: str, task: str, *, limit: int, offset: int = 0) -> list[ReminderLine]:
        """The task's lines, newest first, each with what became of its message."""

    async def latest_of(self, member_id: int, *, since: datetime) -> list[ReminderLine]:
        """The lines of the person's newest digest, in their order; [] when it is older than `since`."""

    async def open_lines(self, plan: str, *, since: datetime) -> list[ReminderLine]:
        """Lines to persons that nobody has answered, oldest first, each with what became of its message."""

    async def since(self, plan: str, moment: datetime) -> list[ReminderLine]:
        """All lines from a moment on, oldest first, each with what became of its message."""

    async def messages_to(self, member_id: int, *, since: datetime) -> int:
        """How many messages of the clock the person was sent, or will be, since a moment."""


class Silences(Protocol):
    """What people are not reminded of for a while."""

    async def add(
        self,
        *,
        kind: SilenceKind,
        member_id: int,
        plan: str,
        task: str,
        period: str,
        until: datetime | None,
        now: datetime,
    ) -> Silence: ...
    async def end(self, plan: str, task: str, period: str, kind: SilenceKind, *, member_id: int | None = None) -> None:
        """Ends those of an occurrence (what is not theirs is kept under the period ""); of one person, or (None) of
        everybody."""

    async def standing(self, plan: str) -> list[Silence]:
        """Those that were not ended, oldest first; lapsed snoozes too, so that they can be counted."""


class UnitChats(Protocol):
    """Group chats bound to units."""

    async def bind(self, channel: str, chat: str, unit: str, by: int, now: datetime) -> None: ...
    async def free(self, channel: str, chat: str) -> bool:
        """False when the chat was not bound."""

    async def get(self, channel: str, chat: str) -> UnitChat | None: ...
    async def all(self) -> list[UnitChat]: ...


class CalendarLinks(Protocol):
    """Private addresses of people's calendars, kept as hashes."""

    async def add(self, member_id: int, token: str, now: datetime) -> None:
        """The person's only address from now on; an earlier one ends."""

    async def revoke(self, member_id: int) -> bool:
        """False when there was none."""

    async def member_of(self, token: str) -> int | None: ...
