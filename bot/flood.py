"""How fast one person, and one chat, is answered: a bucket of messages that fills again by itself.

Nothing that came in is lost silently: the first message that is too many is answered with how long to wait and that
what comes meanwhile is not read; what follows within that time is stored as handled, without a further answer that
would only wait in the person's queue. The first message that is read again is answered with how many were not.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from math import ceil
from zoneinfo import ZoneInfo

from handlers.messages import Incoming, Paragraph, Reply, say
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
    unread: list[datetime] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a message is handled; else what is said, None for nothing (it was said a moment ago). `unread`: when the
    person's messages came that were not handled since the last one that was."""

    handle: bool
    said: Reply | None = None
    unread: tuple[datetime, ...] = ()

    def above(self, reply: Reply | None, zone: ZoneInfo) -> Reply | None:
        """What is said to the person: what was not read stands above the reply."""
        if not self.unread:
            return reply
        first, last = (f"{at.astimezone(zone):%H:%M:%S}" for at in (self.unread[0], self.unread[-1]))
        note = Paragraph(words.UNREAD.format(count=len(self.unread), first=first, last=last), strong=True)
        return Reply((note,)) if reply is None else replace(reply, blocks=(note, *reply.blocks), replaces=False)


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
        of_person = buckets[0]
        if empty is not None:
            of_person.unread.append(received)
            return Verdict(False, self._said(empty, received))
        for bucket in buckets:
            bucket.left -= 1
        unread, of_person.unread = of_person.unread, []
        return Verdict(True, unread=tuple(unread))

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
