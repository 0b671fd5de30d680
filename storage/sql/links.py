"""Addresses under which a chat fetches a file. Who knows an address gets the file, so only its hash is kept."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy import and_, delete, exists, func, insert, select

from storage.records import LinkedFile
from storage.sql.tables import accounts, links, members
from storage.sql.transaction import Transaction


def _digest(token: str) -> str:
    # The token has 256 bits of chance in it: no salt, no slow hash is needed.
    return hashlib.sha256(token.encode()).hexdigest()


class SqlLinks:
    """storage.contracts.files.Links in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def add(
        self, token: str, file: LinkedFile, *, channel: str, chat: str, expires: datetime, now: datetime
    ) -> None:
        values = {
            "digest": _digest(token),
            "channel": channel,
            "chat": chat,
            "name": file.name,
            "media_type": file.media_type,
            "content": file.content,
            "created": now,
            "expires": expires,
        }
        await self._tx.run(insert(links).values(values))

    async def find(self, token: str, now: datetime) -> LinkedFile | None:
        owner = and_(accounts.c.channel == links.c.channel, accounts.c.chat == links.c.chat)
        locked = exists().where(owner, accounts.c.member_id == members.c.id, members.c.active.is_(False))
        wanted = select(links.c.name, links.c.media_type, links.c.content).where(
            links.c.digest == _digest(token), links.c.expires > now, ~locked
        )
        row = await self._tx.one(wanted)
        return None if row is None else LinkedFile(row.name, row.media_type, row.content)

    async def open(self, channel: str, chat: str, now: datetime) -> int:
        mine = and_(links.c.channel == channel, links.c.chat == chat, links.c.expires > now)
        return int(await self._tx.value(select(func.count()).where(mine)) or 0)

    async def revoke(self, channel: str, chat: str) -> int:
        return await self._tx.count(delete(links).where(links.c.channel == channel, links.c.chat == chat))

    async def purge(self, before: datetime) -> int:
        return await self._tx.count(delete(links).where(links.c.expires <= before))
