"""One channel as delivery knows it: its sender, its pace, and how it has been doing. Moments are monotonic seconds."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import timedelta

from scheduler import retry
from scheduler.addressing import Way
from scheduler.budget import Budget
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
DOWN_AFTER = 300.0
"""Seconds of failures and no message taken, after which a channel counts as down: the office is told once, and people
who have another channel are written to there."""
PROBE_EVERY = 60.0
"""Seconds between two looks whether a channel that is down answers again."""


@dataclass(slots=True)
class Line:
    """A channel's line out. `failures`: tries in a row that failed, those counted once that were on their way together;
    `paused_until`: end of the pause after the last of them; `storm`: moments until which we were asked to
    wait, since the last message that was taken; `moved`: new ids of chats that changed theirs; `bad_since`: the first
    failure after the last message that was taken; `proved`: it took a message since we started; `trial`: it answers
    again, so it is tried; `told`: since when (ISO) it is down, as the office was told, "" when it is not."""

    sender: Sender
    pacer: Pacer = field(init=False)
    budget: Budget | None = field(init=False)
    failures: int = 0
    paused_until: float = 0.0
    storm: list[float] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)
    bad_since: float | None = None
    proved: bool = False
    trial: bool = False
    probe_at: float = 0.0
    was_down: bool = False
    told: str = ""

    def __post_init__(self) -> None:
        self.pacer = Pacer(self.sender.rates)
        quota = self.sender.capabilities.monthly_quota
        self.budget = Budget(quota) if quota else None

    def way(self, now: float) -> Way:
        """The channel as addressing sees it."""
        budget = self.budget
        return Way(self.down(now), budget is not None and budget.saving, budget is not None and budget.weekly)

    def down(self, now: float) -> bool:
        """Whether it has taken nothing for DOWN_AFTER seconds, or has asked everybody to wait that long."""
        return self.held(now) or (self.failing(now) and not self.trial)

    def held(self, now: float) -> bool:
        """Whether the service has asked everybody to wait for that long: it answers, so no probe ends that."""
        return self.pacer.ready_at("") - now >= DOWN_AFTER

    def failing(self, now: float) -> bool:
        """Whether it has been failing for that long, tried again or not."""
        return self.bad_since is not None and self._often and now - self.bad_since >= DOWN_AFTER

    def next_look(self, now: float) -> float:
        """The moment at which `down` may change by itself, or the channel is to be probed."""
        if self.was_down:
            return max(self.probe_at, now + 1)
        if self.bad_since is None or self.trial or not self._often:
            return math.inf
        return max(self.bad_since + DOWN_AFTER, now + 1)

    @property
    def _often(self) -> bool:
        return self.failures + len(self.storm) >= FAILURES

    def note(self, chat: str, now: float) -> None:
        """Counts a message that leaves for the chat."""
        self.pacer.note(chat, now, group=self.sender.is_group(chat))

    def well(self) -> None:
        """The service has answered."""
        self.failures = 0
        self.storm.clear()
        self.bad_since, self.proved, self.trial = None, True, False

    def failed(self, now: float) -> None:
        """Counts a failure; from the third in a row on the channel pauses before anything else is tried. What fails
        while it pauses had left before: it tells nothing new about the service."""
        self._bad(now)
        if now < self.paused_until:
            return
        self.failures += 1
        if self.failures >= FAILURES:
            self.paused_until = now + retry.CHANNEL.delay(self.failures - FAILURES + 1).total_seconds()
            self.pacer.hold_all(self.paused_until)

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
        self._bad(now)
        self.pacer.hold(chat, until)
        if outcome.everyone:
            self.pacer.hold_all(until)
        elif len(self.storm) >= STORM:
            self.pacer.hold_all(min(self.storm[-STORM:]))
        return timedelta(seconds=outcome.retry_after)

    def _bad(self, now: float) -> None:
        self.trial = False
        if self.bad_since is None:
            self.bad_since = now
