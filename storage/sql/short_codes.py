"""Codes of six digits for people who type on a phone: to join, or to add an account of another app.

So short a code can be guessed: it lapses soon, serves once, and those who ask count wrong tries."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

from sqlalchemy import and_, delete, func, or_, select

from storage.records import ShortCode
from storage.sql.tables import invite_failures, short_codes
from storage.sql.transaction import Transaction

DIGITS = 6


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


class SqlShortCodes:
    """storage.contracts.people.ShortCodes in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def issue(
        self, now: datetime, expires: datetime, *, invite_id: int | None = None, member_id: int | None = None
    ) -> str:
        await self._tx.lock("short_codes")
        old = or_(
            short_codes.c.expires <= now,
            and_(short_codes.c.member_id.is_not(None), short_codes.c.member_id == member_id),
        )
        await self._tx.run(delete(short_codes).where(old))
        while True:
            code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
            values = {"digest": _digest(code), "invite_id": invite_id, "member_id": member_id, "expires": expires}
            new = self._tx.insert(short_codes).values(values).on_conflict_do_nothing(index_elements=["digest"])
            if await self._tx.count(new):
                return code

    async def redeem(self, code: str, now: datetime) -> ShortCode | None:
        wanted = and_(short_codes.c.digest == _digest(code), short_codes.c.expires > now)
        row = await self._tx.one(select(short_codes.c.invite_id, short_codes.c.member_id).where(wanted))
        # Of two who type it at once the first takes the row away.
        if row is None or not await self._tx.count(delete(short_codes).where(wanted)):
            return None
        return ShortCode(row.invite_id, row.member_id)

    async def failures(self, since: datetime) -> int:
        recent = select(func.count()).select_from(invite_failures).where(invite_failures.c.at >= since)
        return int(await self._tx.value(recent))
