"""Files that people sent, by the hash of their bytes."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select

from storage.errors import FileTooLarge
from storage.records import MAX_FILE, StoredFile
from storage.sql.tables import announcements, evidence, files
from storage.sql.transaction import Transaction

_ABOUT = select(*(column for column in files.c if column is not files.c.content))


def _file(row: Row[Any]) -> StoredFile:
    return StoredFile(row.sha256, row.name, row.media_type, row.size, row.member_id, row.created)


class SqlFiles:
    """storage.contracts.files.Files in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def put(
        self, content: bytes, name: str, media_type: str, now: datetime, member_id: int | None = None
    ) -> StoredFile:
        if len(content) > MAX_FILE:
            raise FileTooLarge(f"{len(content)} bytes, at most {MAX_FILE}")
        digest = hashlib.sha256(content).hexdigest()
        values = {
            "sha256": digest,
            "name": name,
            "media_type": media_type,
            "size": len(content),
            "content": content,
            "member_id": member_id,
            "created": now,
        }
        row = self._tx.insert(files).values(values)
        await self._tx.run(row.on_conflict_do_update(index_elements=["sha256"], set_={"created": now}))
        stored = await self.get(digest)
        assert stored is not None
        return stored

    async def get(self, sha256: str) -> StoredFile | None:
        row = await self._tx.one(_ABOUT.where(files.c.sha256 == sha256))
        return None if row is None else _file(row)

    async def content(self, sha256: str) -> bytes | None:
        found: bytes | None = await self._tx.value(select(files.c.content).where(files.c.sha256 == sha256))
        return found

    async def purge(self, before: datetime) -> None:
        kept = [select(table.c.sha256).where(table.c.sha256.is_not(None)) for table in (evidence, announcements)]
        unused = [files.c.sha256.not_in(of_table) for of_table in kept]
        await self._tx.run(delete(files).where(files.c.created < before, *unused))
