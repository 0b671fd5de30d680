"""What a service lets a bot send in a month: counted, warned of, and at the end kept for what is urgent."""

from __future__ import annotations

from dataclasses import dataclass

WARN = 0.80
"""Share of the month's messages at which the office is told."""
SAVE = 0.95
"""Share from which on only what is urgent leaves: replies, the office's decisions, what is due today."""

DIGEST_DAY = 0
"""Monday: the day of the week on which digests go when the month would not suffice for one every day."""


@dataclass(slots=True)
class Budget:
    """`quota`: messages a month; `spent`: those of this month, as last read from the database; `told`: so many when
    the office was last looked at; `weekly`: the month would not suffice, and this is not the day of the week on which
    digests go all the same."""

    quota: int
    spent: int = 0
    told: int = 0
    weekly: bool = False

    @property
    def saving(self) -> bool:
        """Whether the rest is kept for what is urgent."""
        return self.spent >= self.quota * SAVE

    def crossed(self, before: int, after: int) -> float | None:
        """The share, WARN or SAVE, that was reached between two counts."""
        return next((share for share in (SAVE, WARN) if before < self.quota * share <= after), None)
