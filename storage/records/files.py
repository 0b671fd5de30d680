"""Files as storage keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

MAX_FILE = 10 * 1024 * 1024
"""Bytes of the largest file that is kept."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that somebody sent, known by the SHA-256 of its bytes (`sha256`, in hexadecimal). `name` and `media_type`
    as its first sender gave them: for people to read, never to be used as a path or trusted. `size` in bytes."""

    sha256: str
    name: str
    media_type: str
    size: int
    member_id: int | None
    created: datetime


@dataclass(frozen=True, slots=True)
class LinkedFile:
    """A file of ours that a chat fetches by its address."""

    name: str
    media_type: str
    content: bytes
