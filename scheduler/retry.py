"""How long to wait before the next try: pure, so that a night of failures can be worked out in a test."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Backoff:
    """Waiting that grows by `factor` from `first` to `longest`. `spread` (0–1): which part of the wait is left to
    chance, so that many that failed together do not come back together."""

    first: timedelta
    longest: timedelta
    factor: float = 2.0
    spread: float = 0.0

    def delay(self, attempt: int, chance: float = 0.0) -> timedelta:
        """The wait after try number `attempt` (from 1) failed; `chance` in [0, 1) shortens it by at most `spread`."""
        # Bounded before the power is taken: try number 5000 must not overflow.
        steps = min(max(attempt, 1) - 1, 64)
        full = min(self.first.total_seconds() * self.factor**steps, self.longest.total_seconds())
        return timedelta(seconds=full * (1 - self.spread * chance))


MESSAGE = Backoff(timedelta(seconds=2), timedelta(minutes=5), spread=0.25)
"""Between two tries of one message that the service did not take."""

SERVICE = Backoff(timedelta(seconds=1), timedelta(seconds=30))
"""Between two tries of anything on a service that fails again and again."""

CHANNEL = Backoff(timedelta(seconds=1), timedelta(seconds=15))
"""In which a channel rests after several failures in a row; a service that names a time is waited for longer."""

STORAGE = Backoff(timedelta(milliseconds=200), timedelta(seconds=30))
"""Between two tries of a write that the database refuses."""
