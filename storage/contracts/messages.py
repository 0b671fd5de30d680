"""Repositories of messages, in and out, and of conversations."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from storage.records import (
    Announcement,
    Attempt,
    Cause,
    ChannelUsage,
    Conversation,
    InboxItem,
    MessageKind,
    MessageState,
    OfferedChoice,
    OutboxMessage,
    Role,
    Unclear,
)


class Announcements(Protocol):
    """What the office tells many, and who has read it. The messages are in the outbox: "broadcast:{id}:{member}"."""

    async def add(
        self, words: str, audience: str, member_id: int, people: int, now: datetime, *, sha256: str = "", name: str = ""
    ) -> Announcement: ...
    async def get(self, announcement_id: int) -> Announcement | None: ...
    async def newest(self, *, limit: int = 6) -> list[Announcement]: ...
    async def stop(self, announcement_id: int, now: datetime) -> None: ...
    async def read(self, announcement_id: int, member_id: int, now: datetime) -> bool:
        """False when the person had read it before."""

    async def readers(self, announcement_id: int) -> set[int]: ...


class Inbox(Protocol):
    """Updates fetched from channels, stored before they are acknowledged."""

    async def store(self, channel: str, items: Sequence[tuple[str, str, str]], now: datetime) -> int:
        """Keeps (key, lane, payload) of a fetched batch; keys seen before are passed over. How many were new."""

    async def next(self, lane: str) -> InboxItem | None:
        """The oldest unhandled item of the lane."""

    async def lanes(self) -> list[str]:
        """Lanes that have unhandled items, the longest-waiting first."""

    async def done(self, item_id: int, now: datetime, error: str = "") -> bool:
        """Marks it handled, in the handler's own transaction. False when it was handled before."""

    async def purge(self, before: datetime) -> int: ...


class Outbox(Protocol):
    """Messages to send, stored before they are sent."""

    async def put(
        self,
        *,
        key: str,
        kind: MessageKind,
        reply: str,
        now: datetime,
        member_id: int | None = None,
        channel: str | None = None,
        chat: str | None = None,
        replaces: str | None = None,
        not_before: datetime | None = None,
        expires: datetime | None = None,
        roles: Collection[Role] = (),
        urgent: bool = False,
        not_by: str | None = None,
    ) -> bool:
        """Queues a message; False (and nothing changed) when the key is already there. `roles`: it is dropped when the
        member has none of them any more when it leaves; `urgent`: a reminder that goes before the others; `not_by`: a
        channel that it must not take."""

    async def recover(self, now: datetime) -> int:
        """After a crash: rows found in "sending" become pending repeats (broadcasts: held). How many there were.
        Only for the one that sends (see Leases): another's message in flight would be sent twice."""

    async def due(self, now: datetime, *, limit: int = 100, skip: Collection[int] = ()) -> list[OutboxMessage]:
        """Pending and due: replies and decisions first, then reminders, then broadcasts; oldest first in each.
        `skip`: ids that the caller has in hand already (at most some thousands)."""

    async def sending(self, message_id: int, via: str = "") -> bool:
        """Marks it "sending" on the channel `via` just before the call; False when somebody else has it. On another
        channel than before it begins at its first part."""

    async def tried(self, message: OutboxMessage, attempt: Attempt) -> None:
        """Adds a line to the trail of a message as it was read; for whoever has it in hand."""

    async def part_sent(self, message_id: int, parts: int) -> None: ...
    async def sent(self, message_id: int, now: datetime, remote: str = "") -> None: ...
    async def later(self, message_id: int, not_before: datetime, error: str, *, repeat: bool = False) -> None:
        """Back to pending until `not_before`, one more try counted; `repeat`: the try may have arrived, so the next one
        says so (a mark that stays)."""

    async def settle(self, message_id: int, state: MessageState, error: str, now: datetime) -> None: ...
    async def get(self, key: str) -> OutboxMessage | None: ...
    async def of_broadcast(self, announcement: int) -> dict[int, MessageState]:
        """Member → what became of the announcement's message to them."""

    async def cancel_broadcast(self, announcement: int, now: datetime) -> int:
        """Cancels what of an announcement has not left; how many messages."""

    async def cancel_for(self, member_id: int, now: datetime) -> int:
        """Cancels what waits for a member; how many messages."""

    async def counts(self) -> dict[MessageState, int]: ...
    async def failures(self, *, since: datetime, limit: int = 20) -> list[OutboxMessage]: ...
    async def causes(self, *, since: datetime) -> list[Cause]:
        """Why messages failed since then, the most frequent first."""

    async def unclear(self, kind: MessageKind) -> Unclear | None:
        """What waits for the office because nobody knows whether it arrived; None when nothing does."""

    async def decide(self, kind: MessageKind, newest: int, now: datetime, *, again: bool) -> int:
        """Settles what is unclear, up to the number `newest`: sent once more (and marked so), or dropped. How many."""

    async def next_due(self, now: datetime) -> datetime | None:
        """When the next pending message that is not due yet will be; None when there is none."""


class Usage(Protocol):
    """How many messages a channel with a monthly budget has taken. `month`: "2026-12"."""

    async def add(self, channel: str, month: str, messages: int, quota: int) -> int:
        """Counts messages; how many the month has by now. `quota`: how many the channel takes, kept beside them."""

    async def of(self, channel: str, month: str) -> int: ...
    async def all(self, month: str) -> list[ChannelUsage]: ...


class Choices(Protocol):
    """Choices on offer in chats."""

    async def offer(
        self, channel: str, chat: str, choices: Sequence[tuple[str, str, str, dict[str, str]]], expires: datetime
    ) -> int:
        """Keeps (token, label, action, arguments) in order as one menu; the menu's number."""

    async def by_token(self, channel: str, chat: str, token: str, now: datetime) -> OfferedChoice | None: ...
    async def latest_menu(self, channel: str, chat: str, now: datetime) -> list[OfferedChoice]: ...
    async def purge(self, before: datetime) -> int: ...


class Conversations(Protocol):
    """What a person and the bot are in the middle of."""

    async def get(self, channel: str, chat: str, account: str, now: datetime) -> Conversation:
        """What stands; lapsed flow and topic come back empty."""

    async def set_flow(
        self, channel: str, chat: str, account: str, flow: str, data: dict[str, str], expires: datetime
    ) -> None: ...
    async def clear_flow(self, channel: str, chat: str, account: str) -> None: ...
    async def set_topic(self, channel: str, chat: str, account: str, topic: str, expires: datetime) -> None: ...
