"""Messages as storage keeps them: in, out, on several channels; and conversations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from storage.records.people import Role


class MessageState(StrEnum):
    """Life of an outbox message: pending → sending → sent | refused | gone | expired; `unknown` after a crash in
    the middle of sending; `held` waits for the office (an unknown broadcast)."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    GONE = "gone"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    HELD = "held"


class MessageKind(StrEnum):
    """Why a message is sent; decides its priority and what happens to it after a crash."""

    REPLY = "reply"
    DECISION = "decision"
    REMINDER = "reminder"
    BROADCAST = "broadcast"


class Fate(StrEnum):
    """What became of a message on one channel: it was taken; refused; the person is not there any more; it could not
    be delivered in time; nobody knows."""

    REACHED = "reached"
    REFUSED = "refused"
    GONE = "gone"
    LATE = "late"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One line of a message's trail: on which channel, when, with what fate, and what the channel said."""

    channel: str
    at: datetime
    fate: Fate
    said: str = ""


@dataclass(frozen=True, slots=True)
class Announcement:
    """Something that the office tells many. `audience`: in words; `sha256`, `name`: of the file that goes with it, ""
    for none; `people`: to how many it was put; `stopped`: when the office stopped it."""

    id: int
    words: str
    audience: str
    member_id: int
    at: datetime
    people: int
    sha256: str = ""
    name: str = ""
    stopped: datetime | None = None


@dataclass(frozen=True, slots=True)
class InboxItem:
    """A fetched update, as raw JSON, waiting to be handled or handled. `lane`: the conversation it belongs to."""

    id: int
    channel: str
    key: str
    lane: str
    payload: str
    received: datetime


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """A message waiting to be sent, being sent, or settled.

    Addressed to a member (`member_id`, resolved to a chat when it is sent) or to a `channel` and `chat`.
    `replaces`: id of the channel's message to edit. `parts_sent`: how many parts of it the channel has accepted.
    `repeat`: an earlier try may have arrived, so it says "(gửi lại)". `remote`: the channel's id of what was sent.
    `urgency`: its turn, 0 first; `roles`: only for a member who has one of these when it leaves (none: any); `via`: the
    channel of the last try; `trail`: what became of it on each channel, oldest first.
    """

    id: int
    key: str
    kind: MessageKind
    reply: str
    created: datetime
    state: MessageState
    member_id: int | None = None
    channel: str | None = None
    chat: str | None = None
    replaces: str | None = None
    not_before: datetime | None = None
    expires: datetime | None = None
    attempts: int = 0
    parts_sent: int = 0
    repeat: bool = False
    error: str = ""
    sent: datetime | None = None
    remote: str = ""
    urgency: int = 0
    roles: frozenset[Role] = frozenset()
    via: str = ""
    trail: tuple[Attempt, ...] = ()


@dataclass(frozen=True, slots=True)
class Unclear:
    """Messages of one kind whose fate is unknown and which wait for the office: how many, the number of the newest,
    and since when nothing was added to them."""

    count: int
    newest: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Cause:
    """Why messages were not delivered: in which state they ended, on which channel ("" for none), and how many."""

    state: MessageState
    via: str
    count: int


@dataclass(frozen=True, slots=True)
class ChannelUsage:
    """How many messages a channel has taken in a month ("2026-12"), of how many that it takes."""

    channel: str
    month: str
    messages: int
    quota: int


CHOICES_LAST = timedelta(days=30)
"""How long a choice can be taken after its message left."""


@dataclass(frozen=True, slots=True)
class OfferedChoice:
    """A choice on offer in a chat. `menu` groups the choices of one reply; `position` counts from 1."""

    token: str
    channel: str
    chat: str
    menu: int
    position: int
    label: str
    action: str
    arguments: dict[str, str]
    expires: datetime

    @property
    def offered(self) -> datetime:
        """When its message left."""
        return self.expires - CHOICES_LAST


@dataclass(frozen=True, slots=True)
class Conversation:
    """What a person and the bot are in the middle of, in one chat: `flow` is the step that waits for the next text
    ("" for none) with its `data`; `topic` is what the last questions were about. Both lapse by themselves."""

    channel: str
    chat: str
    account: str
    flow: str
    data: dict[str, str]
    flow_expires: datetime | None
    topic: str
    topic_expires: datetime | None
