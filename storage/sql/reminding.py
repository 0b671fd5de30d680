"""Personal settings, leave, group chats of units, and addresses of calendars."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from storage.records import Leave, Personal, UnitChat
from storage.sql.tables import calendar_links, leaves, personal_settings, unit_chats
from storage.sql.transaction import Transaction


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def _personal(row: Row[Any]) -> Personal:
    first, last = _time(row.quiet_from), _time(row.quiet_until)
    quiet = (first, last) if first is not None and last is not None else None
    return Personal(_time(row.hour), row.volume, quiet, row.channel)


class SqlPersonalSettings:
    """storage.contracts.reminders.PersonalSettings in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def get(self, member_id: int) -> Personal:
        row = await self._tx.one(select(personal_settings).where(personal_settings.c.member_id == member_id))
        return Personal() if row is None else _personal(row)

    async def all(self) -> dict[int, Personal]:
        rows = await self._tx.all(select(personal_settings))
        return {row.member_id: _personal(row) for row in rows}

    async def set(self, member_id: int, personal: Personal) -> None:
        values = {
            "hour": personal.hour.isoformat("minutes") if personal.hour else None,
            "volume": personal.volume,
            "quiet_from": personal.quiet[0].isoformat("minutes") if personal.quiet else None,
            "quiet_until": personal.quiet[1].isoformat("minutes") if personal.quiet else None,
            "channel": personal.channel,
        }
        new = self._tx.insert(personal_settings).values(member_id=member_id, **values)
        await self._tx.run(new.on_conflict_do_update(index_elements=["member_id"], set_=values))


def _leave(row: Row[Any]) -> Leave:
    return Leave(row.id, row.member_id, row.first, row.last, row.stand_in, row.by, row.at)


class SqlLeaves:
    """storage.contracts.reminders.Leaves in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def add(
        self, *, member_id: int, first: date, last: date, stand_in: int | None, by: int, now: datetime
    ) -> Leave:
        values = {"member_id": member_id, "first": first, "last": last, "stand_in": stand_in, "by": by, "at": now}
        stored = await self.get(await self._tx.add(insert(leaves).values(cancelled=False, **values)))
        assert stored is not None
        return stored

    async def get(self, leave_id: int) -> Leave | None:
        row = await self._tx.one(select(leaves).where(leaves.c.id == leave_id, leaves.c.cancelled.is_(False)))
        return None if row is None else _leave(row)

    async def cancel(self, leave_id: int) -> None:
        await self._tx.run(update(leaves).where(leaves.c.id == leave_id).values(cancelled=True))

    async def from_day(self, day: date) -> list[Leave]:
        standing = select(leaves).where(leaves.c.last >= day, leaves.c.cancelled.is_(False))
        return [_leave(row) for row in await self._tx.all(standing.order_by(leaves.c.first, leaves.c.id))]


class SqlUnitChats:
    """storage.contracts.reminders.UnitChats in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def bind(self, channel: str, chat: str, unit: str, by: int, now: datetime) -> None:
        values = {"unit": unit, "by": by, "at": now}
        new = self._tx.insert(unit_chats).values(channel=channel, chat=chat, **values)
        await self._tx.run(new.on_conflict_do_update(index_elements=["channel", "chat"], set_=values))

    async def free(self, channel: str, chat: str) -> bool:
        here = (unit_chats.c.channel == channel, unit_chats.c.chat == chat)
        return bool(await self._tx.count(delete(unit_chats).where(*here)))

    async def get(self, channel: str, chat: str) -> UnitChat | None:
        here = (unit_chats.c.channel == channel, unit_chats.c.chat == chat)
        row = await self._tx.one(select(unit_chats).where(*here))
        return None if row is None else UnitChat(row.channel, row.chat, row.unit)

    async def all(self) -> list[UnitChat]:
        rows = await self._tx.all(select(unit_chats).order_by(unit_chats.c.unit, unit_chats.c.channel))
        return [UnitChat(row.channel, row.chat, row.unit) for row in rows]


def _hashed(token: str) -> str:
    # A long random token needs no salt: nobody can try them all.
    return hashlib.sha256(token.encode()).hexdigest()


class SqlCalendarLinks:
    """storage.contracts.reminders.CalendarLinks in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def add(self, member_id: int, token: str, now: datetime) -> None:
        await self.revoke(member_id)
        await self._tx.run(insert(calendar_links).values(digest=_hashed(token), member_id=member_id, created=now))

    async def revoke(self, member_id: int) -> bool:
        return bool(await self._tx.count(delete(calendar_links).where(calendar_links.c.member_id == member_id)))

    async def member_of(self, token: str) -> int | None:
        wanted = select(calendar_links.c.member_id).where(calendar_links.c.digest == _hashed(token))
        found: int | None = await self._tx.value(wanted)
        return found
