"""When within a stretch of time each person is written to, so that not everybody is written to in the same second."""

from __future__ import annotations

import hashlib
from datetime import timedelta

URGENT_SHARE = 0.2
"""The first part of the stretch belongs to those for whom something is due today."""


def offset(person: int, over: timedelta, *, urgent: bool) -> timedelta:
    """How long after the beginning of the stretch `over` a person's turn comes: the same every day for the same person,
    evenly spread over people, the urgent before all others."""
    digest = hashlib.blake2b(str(person).encode(), digest_size=8).digest()
    fraction = int.from_bytes(digest, "big") / 2**64
    share = fraction * URGENT_SHARE if urgent else URGENT_SHARE + fraction * (1 - URGENT_SHARE)
    return over * share
