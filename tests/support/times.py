"""Time that passes when a test says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass
class Time:
    """Wall clock and monotonic seconds, moved together by hand."""

    start: datetime = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
    seconds: float = 1000.0

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return self.start + timedelta(seconds=self.seconds - 1000.0)

    def monotonic(self) -> float:
        """Seconds that never go back."""
        return self.seconds
