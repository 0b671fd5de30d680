"""One-time codes. What is kept is a salted SHA-256 of the code: whoever reads the database cannot use it."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, insert, select, update

from storage.records import Invite, Role
from storage.sql.tables import invite_failures, invite_names, invites
from storage.sql.transaction import Transaction


def _invite(row: Row[Any]) -> Invite:
    return Invite(
        id=row.id,
        role=Role(row.role),
        unit=row.unit,
        created=row.created,
        expires=row.expires,
        created_by=row.created_by,
        used=row.used,
        used_by=row.used_by,
        name=row.name or "",
    )


def _digest(salt: str, code: str) -> str:
    # A phone adds capitals, spaces and long dashes of its own.
    plain = "".join(c for c in unicodedata.normalize("NFKC", code).upper() if c.isalnum())
    return hashlib.sha256(f"{salt}:{plain}".encode()).hexdigest()


class SqlInvites:
    """storage.contracts.people.Invites in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def add(
        self,
        code: str,
        role: Role,
        unit: str | None,
        expires: datetime,
        now: datetime,
        created_by: int | None,
        *,
        name: str = "",
    ) -> Invite:
        salt = secrets.token_hex(16)
        values = {
            "salt": salt,
            "digest": _digest(salt, code),
            "role": role.value,
            "unit": unit,
            "created": now,
            "expires": expires,
            "created_by": created_by,
        }
        number = await self._tx.add(insert(invites).values(values))
        if name:
            await self._tx.run(insert(invite_names).values(invite=number, name=name))
        return await self._existing(number)

    async def redeem(self, code: str, now: datetime) -> Invite | None:
        open_ones = await self._tx.all(select(invites).where(invites.c.used.is_(None), invites.c.expires > now))
        fitting = [row.id for row in open_ones if hmac.compare_digest(row.digest, _digest(row.salt, code))]
        for invite_id in fitting:
            if found := await self.take(invite_id, now):
                return found
        return None

    async def take(self, invite_id: int, now: datetime) -> Invite | None:
        # The condition is asked again by the write itself: of two processes one changes a row, the other none.
        free = (invites.c.id == invite_id, invites.c.used.is_(None), invites.c.expires > now)
        taken = await self._tx.count(update(invites).where(*free).values(used=now))
        return await self._existing(invite_id) if taken else None

    async def used_by(self, invite_id: int, member_id: int) -> None:
        await self._tx.run(update(invites).where(invites.c.id == invite_id).values(used_by=member_id))

    async def note_failure(self, channel: str, account: str, now: datetime) -> None:
        await self._tx.run(insert(invite_failures).values(channel=channel, account=account, at=now))

    async def failures(self, channel: str, account: str, since: datetime) -> int:
        table = invite_failures.c
        of_account = (table.channel == channel, table.account == account, table.at >= since)
        return int(await self._tx.value(select(func.count()).select_from(invite_failures).where(*of_account)))

    async def _existing(self, invite_id: int) -> Invite:
        named = select(invites, invite_names.c.name).outerjoin(invite_names, invite_names.c.invite == invites.c.id)
        row = await self._tx.one(named.where(invites.c.id == invite_id))
        assert row is not None
        return _invite(row)
