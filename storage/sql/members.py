"""Approved people and their accounts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, insert, select, update

from storage.errors import NoSuchRecord
from storage.records import Account, Member, Role
from storage.sql.tables import accounts, members
from storage.sql.transaction import Transaction


def _account(row: Row[Any]) -> Account:
    return Account(row.channel, row.account, row.chat, row.member_id, row.reachable)


def _member(rows: Sequence[Row[Any]]) -> Member:
    """A member from one row for each account; one without accounts has a row that holds none."""
    row = rows[0]
    linked = tuple(_account(row) for row in rows if row.account is not None)
    return Member(row.id, row.name, Role(row.role), row.unit, row.active, row.created, linked)


_TIED = accounts.c.member_id == members.c.id
_ORDER = (members.c.id, accounts.c.channel, accounts.c.account)
_WITH_ACCOUNTS = select(members, accounts).select_from(members.outerjoin(accounts, _TIED)).order_by(*_ORDER)
_theirs = accounts.alias("theirs")
_BY_ACCOUNT = _WITH_ACCOUNTS.where(
    members.c.id
    == select(_theirs.c.member_id)
    .where(_theirs.c.channel == bindparam("on"), _theirs.c.account == bindparam("called"))
    .scalar_subquery()
)


class SqlMembers:
    """storage.contracts.people.Members in SQL. Lists are in the order in which people joined."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def _where(self, *conditions: ColumnElement[bool]) -> list[Member]:
        return await self._found(_WITH_ACCOUNTS.where(*conditions))

    async def _found(self, statement: Select[Any], **given: Any) -> list[Member]:
        of_each = groupby(await self._tx.all(statement, **given), key=lambda row: row.id)
        return [_member(list(linked)) for _, linked in of_each]

    async def get(self, member_id: int) -> Member | None:
        found = await self._where(members.c.id == member_id)
        return found[0] if found else None

    async def several(self, member_ids: Collection[int]) -> dict[int, Member]:
        found = await self._where(members.c.id.in_(member_ids)) if member_ids else []
        return {member.id: member for member in found}

    async def by_account(self, channel: str, account: str) -> Member | None:
        found = await self._found(_BY_ACCOUNT, on=channel, called=account)
        return found[0] if found else None

    async def all(self, *, active: bool | None = True) -> list[Member]:
        return await self._where(*([] if active is None else [members.c.active.is_(active)]))

    async def of_unit(self, unit: str) -> list[Member]:
        return await self._where(members.c.unit == unit, members.c.active.is_(True))

    async def with_role(self, role: Role) -> list[Member]:
        return await self._where(members.c.role == role.value, members.c.active.is_(True))

    async def add(self, name: str, role: Role, unit: str | None, now: datetime) -> Member:
        values = {"name": name, "role": role.value, "unit": unit, "active": True, "created": now}
        return await self._existing(await self._tx.add(insert(members).values(values)))

    async def link(self, member_id: int, channel: str, account: str, chat: str) -> None:
        new = self._tx.insert(accounts).values(
            channel=channel, account=account, chat=chat, member_id=member_id, reachable=True
        )
        moved = {"chat": new.excluded.chat, "member_id": new.excluded.member_id, "reachable": True}
        await self._tx.run(new.on_conflict_do_update(index_elements=["channel", "account"], set_=moved))

    async def change(
        self,
        member_id: int,
        *,
        role: Role | None = None,
        unit: str | None = None,
        active: bool | None = None,
        name: str | None = None,
    ) -> Member:
        """Raises NoSuchRecord."""
        given = {"role": role and role.value, "unit": unit, "active": active, "name": name}
        values = {column: value for column, value in given.items() if value is not None}
        if values:
            await self._tx.run(update(members).where(members.c.id == member_id).values(values))
        return await self._existing(member_id)

    async def set_unit(self, member_id: int, unit: str | None) -> None:
        """Raises NoSuchRecord."""
        if not await self._tx.count(update(members).where(members.c.id == member_id).values(unit=unit)):
            raise NoSuchRecord(f"member {member_id}")

    async def set_reachable(self, channel: str, account: str, reachable: bool) -> None:
        tied = (accounts.c.channel == channel) & (accounts.c.account == account)
        await self._tx.run(update(accounts).where(tied).values(reachable=reachable))

    async def _existing(self, member_id: int) -> Member:
        found = await self.get(member_id)
        if found is None:
            raise NoSuchRecord(f"member {member_id}")
        return found
