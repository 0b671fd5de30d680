"""How fast a channel may be spoken to: when the next message may leave. Moments are given, in seconds."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rates:
    """What a service allows: `chat_interval` seconds between two messages to a chat, `group_per_minute` messages to a
    group in any 60 seconds, `per_second` messages over all chats. 0: no limit."""

    chat_interval: float = 1.0
    group_per_minute: int = 20
    per_second: float = 25.0


UNLIMITED = Rates(chat_interval=0.0, group_per_minute=0, per_second=0.0)
"""For a channel without a service behind it."""

CREDIT = 0.2
"""Seconds by which a message may be late for its slot over all chats without the next slots moving: a machine that was
busy for a moment holds the rate, yet no second takes more than this much above it. What is later moves them: after a
rest one message goes first, and the others see how it fared."""

_MINUTE = 60.0
_TIDY_ABOVE = 1000


@dataclass(slots=True)
class _Chat:
    ready: float = 0.0
    recent: deque[float] = field(default_factory=deque)


class Pacer:
    """Remembers what was sent on one channel and says when the next message may leave. Moments are seconds of any
    monotonic clock."""

    def __init__(self, rates: Rates) -> None:
        self.rates = rates
        self._chats: dict[str, _Chat] = {}
        self._ready = 0.0

    def ready_at(self, chat: str) -> float:
        """The earliest moment for the next message to this chat; a moment in the past means now."""
        return max(self._ready, self._chats[chat].ready if chat in self._chats else 0.0)

    def note(self, chat: str, at: float, *, group: bool, messages: int = 1) -> None:
        """Counts messages that left for the chat at `at`."""
        rates = self.rates
        if rates.per_second:
            slot = self._ready if at - self._ready <= CREDIT else at
            self._ready = slot + messages / rates.per_second
        if rates.chat_interval or (group and rates.group_per_minute):
            known = self._chats.setdefault(chat, _Chat())
            known.ready = max(known.ready, at) + messages * rates.chat_interval
            if group and rates.group_per_minute:
                known.recent.extend([at] * messages)
                while len(known.recent) > rates.group_per_minute:
                    known.recent.popleft()
                if len(known.recent) == rates.group_per_minute:
                    known.ready = max(known.ready, known.recent[0] + _MINUTE)
        if len(self._chats) > _TIDY_ABOVE:
            self._tidy(at)

    def hold(self, chat: str, until: float) -> None:
        """Nothing to this chat before `until`."""
        known = self._chats.setdefault(chat, _Chat())
        known.ready = max(known.ready, until)

    def hold_all(self, until: float) -> None:
        """Nothing to anybody before `until`."""
        self._ready = max(self._ready, until)

    def _tidy(self, at: float) -> None:
        """Forgets chats that nothing binds any more."""
        self._chats = {
            name: chat
            for name, chat in self._chats.items()
            if chat.ready > at or (chat.recent and chat.recent[-1] > at - _MINUTE)
        }
