"""Repositories of files."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from storage.records import LinkedFile, StoredFile


class Files(Protocol):
    """Files that people sent, kept once however often they are sent."""

    async def put(
        self, content: bytes, name: str, media_type: str, now: datetime, member_id: int | None = None
    ) -> StoredFile:
        """Keeps the file, once and under its first name when the same bytes come again, as of `now`. Raises
        FileTooLarge above storage.records.MAX_FILE."""

    async def get(self, sha256: str) -> StoredFile | None: ...
    async def content(self, sha256: str) -> bytes | None: ...
    async def purge(self, before: datetime) -> None:
        """Forgets files that came before a moment and were never used: drafts of plans, files that lead nowhere."""


class Links(Protocol):
    """Addresses under which a chat fetches a file of ours; known by a long random token, of which the hash is kept."""

    async def add(
        self, token: str, file: LinkedFile, *, channel: str, chat: str, expires: datetime, now: datetime
    ) -> None: ...
    async def find(self, token: str, now: datetime) -> LinkedFile | None:
        """None when it was never given, has expired, was revoked, or the member whose chat it is was locked."""

    async def open(self, channel: str, chat: str, now: datetime) -> int:
        """How many addresses of this chat can be fetched."""

    async def revoke(self, channel: str, chat: str) -> int:
        """Takes back those of this chat. How many there were."""

    async def purge(self, before: datetime) -> int: ...


class Receipts(Protocol):
    """Who has said that something is clear to them."""

    async def add(self, subject: str, member_id: int, now: datetime) -> None:
        """The first time counts."""

    async def of(self, subject: str) -> dict[int, datetime]:
        """Member → when."""
