"""One channel as delivery knows it: its sender, its pace, and how it has been doing. Moments are monotonic seconds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from scheduler import retry
from scheduler.pacing import Pacer
from scheduler.sending import Outcome, Sender

STORM = 8
"""So many waits asked for in a row, and no message taken between them, mean that the whole service wants a rest."""
FAILURES = 3
"""From so many failures in a row on, the whole channel pauses between tries."""
AFTER_UNKNOWN = timedelta(seconds=5)
"""Wait before a message whose fate is unknown is repeated."""
GIVE_UP_TRIES = 30
"""After so many tries (some two hours) a message that a living service does not take is given up: it holds up what is
behind it in its chat."""


@dataclass(slots=True)
class Line:
    """A channel's line out. `failures`: tries in a row that failed; `storm`: moments until which we were asked to
    wait, since the last message that was taken; `moved`: new ids of chats that changed theirs."""

    sender: Sender
    pacer: Pacer = field(init=False)
    failures: int = 0
    storm: list[float] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.pacer = Pacer(self.sender.rates)

    def note(self, chat: str, now: float) -> None:
        """Counts a message that leaves for the chat."""
        self.pacer.note(chat, now, group=self.sender.is_group(chat))

    def well(self) -> None:
        """The service has answered."""
        self.failures = 0
        self.storm.clear()

    def failed(self, now: float) -> None:
        """Counts a failure; from the third in a row on the channel pauses before anything else is tried."""
        self.failures += 1
        if self.failures >= FAILURES:
            pause = retry.SERVICE.delay(self.failures - FAILURES + 1)
            self.pacer.hold_all(now + pause.total_seconds())

    def later(self, chat: str, outcome: Outcome, attempts: int, now: float, chance: float) -> timedelta:
        """How long a message waits that was not taken in try number `attempts`; holds its chat, or everybody, as the
        service asked. `chance` in [0, 1) spreads the waits that nobody asked for."""
        if outcome.chat_moved:
            self.moved[chat] = outcome.chat_moved
            return timedelta(0)
        if outcome.retry_after is None:
            self.failed(now)
            return retry.MESSAGE.delay(attempts, chance)
        until = now + outcome.retry_after
        self.storm.append(until)
        self.pacer.hold(chat, until)
        if outcome.everyone:
            self.pacer.hold_all(until)
        elif len(self.storm) >= STORM:
            self.pacer.hold_all(min(self.storm[-STORM:]))
        return timedelta(seconds=outcome.retry_after)
