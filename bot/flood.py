"""How fast one person, and one chat, is answered: a bucket of messages that fills again by itself.

Nothing that came in is lost silently: the first message that is too many is answered with how long to wait and that
what comes meanwhile is not recorded; what follows within that time is stored as handled, without a further answer that
would only wait in the person's queue.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil

from handlers.messages import Incoming, Reply, say
from handlers.wording import errors as words

PERSON = 60
"""Messages at once of one person; then one a second."""
CHAT = 120
"""Messages at once in one chat, whoever writes."""
PER_SECOND = 1.0
PEOPLE = 50_000
"""Buckets kept; above that everybody begins with a full one."""


@dataclass
class _Bucket:
    left: float
    at: datetime
    told_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a message is handled; else what is said, None for nothing (it was said a moment ago)."""

    handle: bool
    said: Reply | None = None


@dataclass
class Flood:
    """The buckets of this process. Not kept over a restart: then everybody begins with a full one."""

    person: int = PERSON
    chat: int = CHAT
    _buckets: dict[tuple[str, str, str], _Bucket] = field(default_factory=dict)

    def check(self, incoming: Incoming, received: datetime) -> Verdict:
        """Counts a message that came in at that moment; whether it is handled, and what is said when it is not."""
        if incoming.blocked is not None or not (incoming.private or incoming.addressed):
            return Verdict(True)
        person = ("person", incoming.channel, incoming.account)
        sizes = {person: self.person, ("chat", incoming.channel, incoming.chat): self.chat}
        buckets = [self._filled(key, size, received) for key, size in sizes.items()]
        empty = next((bucket for bucket in buckets if bucket.left < 1), None)
        if empty is not None:
            return Verdict(False, self._said(empty, received))
        for bucket in buckets:
            bucket.left -= 1
        return Verdict(True)

    def _filled(self, key: tuple[str, str, str], size: int, now: datetime) -> _Bucket:
        if key not in self._buckets:
            if len(self._buckets) >= PEOPLE:
                self._buckets.clear()
            self._buckets[key] = _Bucket(float(size), now)
        bucket = self._buckets[key]
        seconds = max(0.0, (now - bucket.at).total_seconds())
        bucket.left, bucket.at = min(float(size), bucket.left + seconds * PER_SECOND), now
        return bucket

    def _said(self, bucket: _Bucket, now: datetime) -> Reply | None:
        if bucket.told_until is not None and now < bucket.told_until:
            return None
        wait = ceil((10 - bucket.left) / PER_SECOND)
        bucket.told_until = now + timedelta(seconds=wait)
        return say(words.TOO_FAST.format(seconds=wait))
