"""Messages in hand, a queue for each place: a slow chat holds up nobody else, and order is kept in each."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator
from dataclasses import dataclass

from storage.records import OutboxMessage


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message goes."""

    channel: str
    chat: str


def _rank(message: OutboxMessage) -> tuple[int, int]:
    return message.urgency, message.id


class Backlog:
    """The queues. A place is busy while a message of it is on its way."""

    def __init__(self) -> None:
        self._queues: dict[Place, list[OutboxMessage]] = {}
        self._busy: dict[Place, int] = {}
        self._in_hand: set[int] = set()
        self._served: dict[Place, int] = {}
        self._turns = 0

    def __len__(self) -> int:
        return len(self._in_hand)

    @property
    def in_hand(self) -> frozenset[int]:
        """The ids of all messages queued, on their way or set aside."""
        return frozenset(self._in_hand)

    @property
    def busy(self) -> int:
        """How many messages are on their way."""
        return len(self._busy)

    def on_the_way(self, channel: str) -> int:
        """How many messages of one channel are on their way."""
        return sum(place.channel == channel for place in self._busy)

    def add(self, place: Place, message: OutboxMessage) -> None:
        """Queues a message: the urgent before the others, in the order of their ids."""
        insort(self._queues.setdefault(place, []), message, key=_rank)
        self._in_hand.add(message.id)

    def heads(self) -> Iterator[tuple[Place, OutboxMessage]]:
        """The next message of each place that is not busy: the urgent first, then whoever had their last one the
        longest ago, then the oldest."""
        free = [(place, queue[0]) for place, queue in self._queues.items() if place not in self._busy]
        yield from sorted(free, key=lambda head: (head[1].urgency, self._served.get(head[0], 0), head[1].id))

    def take(self, place: Place) -> OutboxMessage:
        """Removes the next message of the place, which is busy from now on."""
        queue = self._queues[place]
        message = queue.pop(0)
        if not queue:
            del self._queues[place]
        self._busy[place] = message.id
        self._turns += 1
        self._served[place] = self._turns
        return message

    def release(self, place: Place) -> None:
        """The message on its way has arrived somewhere, or failed: it is in hand no longer."""
        self._in_hand.discard(self._busy.pop(place))

    def set_aside(self, message: OutboxMessage) -> None:
        """Keeps a message in hand without queuing it, until everything is let go."""
        self._in_hand.add(message.id)

    def forget(self) -> None:
        """Lets go of everything that is not on its way; it is found again in the database."""
        self._queues.clear()
        self._served.clear()
        self._in_hand = set(self._busy.values())
