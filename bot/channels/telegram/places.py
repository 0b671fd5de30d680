"""Where a message goes in Telegram: a chat, and in a forum the topic. Outside the channel it is one opaque string."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Place:
    """`chat`: id of a private chat (positive) or group (negative); `thread`: the topic of a forum, else None."""

    chat: int
    thread: int | None = None

    def __str__(self) -> str:
        return f"{self.chat}:{self.thread}" if self.thread else str(self.chat)

    @classmethod
    def of(cls, text: str) -> Self:
        """The place that was written with `str`. Raises ValueError."""
        chat, _, thread = text.partition(":")
        return cls(int(chat), int(thread) if thread else None)

    @classmethod
    def of_message(cls, message: dict[str, Any]) -> Self:
        """Where a raw message stands. In a forum an answer must go to the topic that it was asked in."""
        topic = message.get("message_thread_id") if message.get("is_topic_message") else None
        return cls(int(message["chat"]["id"]), topic if message["chat"]["type"] != "private" else None)
