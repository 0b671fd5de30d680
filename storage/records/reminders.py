"""How people are reminded, what of, and what they are spared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from storage.records.messages import MessageState


@dataclass(frozen=True, slots=True)
class Personal:
    """How one person wants to be reminded. `hour`, `quiet`: None means the office's; `volume`: a value of
    knowledge.reminders.Volume; `channel`: the channel that they prefer, None for whichever leads to them first."""

    hour: time | None = None
    volume: str = "standard"
    quiet: tuple[time, time] | None = None
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Leave:
    """Days, `first` to `last`, on which a person is not asked; `stand_in` gets what is theirs meanwhile."""

    id: int
    member_id: int
    first: date
    last: date
    stand_in: int | None
    by: int
    at: datetime


class LineKind(StrEnum):
    """Why a task stood in a message: its digest; the afternoon's reminder of the silent; the one question whether the
    person is still in charge; the ask before a reporting period closes."""

    DIGEST = "digest"
    NUDGE = "nudge"
    IN_CHARGE = "in_charge"
    REPORT = "report"


class Held(StrEnum):
    """What kept a message of the clock back when it was to leave, as its `error` tells: quiet hours or a day off, the
    person's leave, the office's pause."""

    QUIET = "quiet hours"
    LEAVE = "on leave"
    PAUSE = "paused"


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """One task in one reminder. `key`: the message's in the outbox; `position`: its number there, from 1; `due`: the
    deadline in force then. `unit`: whose group chat it went to, None when it went to the member. `answer`: what was
    done about it ("" while nothing was). `state`, `channel`, `error`: what became of the message."""

    id: int
    key: str
    kind: LineKind
    at: datetime
    plan: str
    task: str
    period: str
    due: date | None
    position: int
    member_id: int | None
    unit: str | None
    answered: datetime | None = None
    answer: str = ""
    state: MessageState | None = None
    settled: datetime | None = None
    channel: str = ""
    error: str = ""


class SilenceKind(StrEnum):
    """Why a person is not reminded of a task: put off by themselves; said not to be theirs."""

    SNOOZE = "snooze"
    NOT_MINE = "not_mine"


@dataclass(frozen=True, slots=True)
class Silence:
    """A person is not reminded of an occurrence until `until` (None: until the unit decides)."""

    id: int
    kind: SilenceKind
    member_id: int
    plan: str
    task: str
    period: str
    until: datetime | None
    at: datetime


@dataclass(frozen=True, slots=True)
class UnitChat:
    """A group chat that gets its unit's digest."""

    channel: str
    chat: str
    unit: str
