"""Consent, requests to erase, and what is kept about a person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Table, delete, insert, select, update

from storage.records import Erasure
from storage.sql.tables import accounts, consents, conversations, erasures, members, metadata, outbox
from storage.sql.transaction import Transaction

_ERASURES: Select[Any] = select(erasures, members.c.name.label("member_name")).join(
    members, members.c.id == erasures.c.member_id
)

SECRET = frozenset({"salt", "digest", "token", "content", "place"})
"""Columns that no export shows: what guards a code, the bytes of files, what is derived for sending."""

PERSON_KEYS: Mapping[str, tuple[str, ...]] = {
    "accounts": ("member_id",),
    "announcement_readers": ("member_id",),
    "announcements": ("member_id",),
    "assignments": ("member_id", "by", "ended_by"),
    "audit": ("member_id",),
    "calendar_links": ("member_id",),
    "consents": ("member_id",),
    "erasures": ("member_id", "decided_by"),
    "evidence": ("member_id",),
    "extension_requests": ("member_id", "passed_by", "decided_by"),
    "extensions": ("member_id",),
    "faq": ("member_id",),
    "files": ("member_id",),
    "inquiries": ("member_id", "answered_by"),
    "invites": ("created_by", "used_by"),
    "leaves": ("member_id", "stand_in", "by"),
    "members": ("id",),
    "outbox": ("member_id",),
    "personal_settings": ("member_id",),
    "progress": ("member_id",),
    "receipts": ("member_id",),
    "reminder_lines": ("member_id",),
    "requests": ("decided_by",),
    "rulings": ("member_id",),
    "short_codes": ("member_id",),
    "silences": ("member_id",),
    "unit_chats": ("by",),
    "target_values": ("member_id",),
    "urgings": ("member_id",),
    "vocabulary": ("member_id",),
}
"""Table → its columns that name a member. A test compares it with the schema: a new one must be put here, and then it
is part of every export."""

ACCOUNT_TABLES = ("requests", "invite_failures", "conversations")
"""Tables that name a person by an account on a channel."""


def _erasure(row: Row[Any]) -> Erasure:
    return Erasure(row.id, row.member_id, row.member_name, row.asked, row.decided, row.decided_by, row.done)


class SqlPrivacy:
    """storage.contracts.people.Privacy in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def consent(self, member_id: int, version: int, now: datetime) -> bool:
        row = self._tx.insert(consents).values(member_id=member_id, version=version, at=now)
        again = row.on_conflict_do_update(
            index_elements=["member_id", "version"],
            set_={"at": now, "withdrawn": None},
            where=consents.c.withdrawn.is_not(None),
        )
        return await self._tx.count(again) == 1

    async def consented(self, member_id: int, version: int) -> datetime | None:
        mine = (consents.c.member_id == member_id, consents.c.version == version, consents.c.withdrawn.is_(None))
        found: datetime | None = await self._tx.value(select(consents.c.at).where(*mine))
        return found

    async def withdraw_consent(self, member_id: int, now: datetime) -> bool:
        standing = (consents.c.member_id == member_id, consents.c.withdrawn.is_(None))
        return await self._tx.count(update(consents).where(*standing).values(withdrawn=now)) > 0

    async def withdrawals(self) -> dict[int, datetime]:
        rows = await self._tx.all(select(consents.c.member_id, consents.c.withdrawn).order_by(consents.c.withdrawn))
        standing = {row.member_id for row in rows if row.withdrawn is None}
        return {row.member_id: row.withdrawn for row in rows if row.member_id not in standing}

    async def ask_erasure(self, member_id: int, now: datetime) -> Erasure:
        waiting = await self._tx.one(_ERASURES.where(erasures.c.member_id == member_id, erasures.c.decided.is_(None)))
        if waiting is not None:
            return _erasure(waiting)
        number = await self._tx.add(insert(erasures).values(member_id=member_id, asked=now))
        row = await self._tx.one(_ERASURES.where(erasures.c.id == number))
        assert row is not None
        return _erasure(row)

    async def erasure(self, erasure_id: int) -> Erasure | None:
        row = await self._tx.one(_ERASURES.where(erasures.c.id == erasure_id))
        return None if row is None else _erasure(row)

    async def erasures(self) -> list[Erasure]:
        rows = await self._tx.all(_ERASURES.where(erasures.c.decided.is_(None)).order_by(erasures.c.id))
        return [_erasure(row) for row in rows]

    async def decide_erasure(self, erasure_id: int, by: int, now: datetime, *, done: bool) -> bool:
        open_ = update(erasures).where(erasures.c.id == erasure_id, erasures.c.decided.is_(None))
        return await self._tx.count(open_.values(decided=now, decided_by=by, done=done)) == 1

    async def everything(self, member_id: int) -> dict[str, list[dict[str, object]]]:
        found: dict[str, list[dict[str, object]]] = {}
        for name, keys in PERSON_KEYS.items():
            table = metadata.tables[name]
            named = table.c[keys[0]] == member_id
            for key in keys[1:]:
                named |= table.c[key] == member_id
            found[name] = await self._rows(table, named)
        for account in await self._tx.all(select(accounts).where(accounts.c.member_id == member_id)):
            for name in ACCOUNT_TABLES:
                table = metadata.tables[name]
                same = (table.c.channel == account.channel) & (table.c.account == account.account)
                known = found.setdefault(name, [])
                known += [row for row in await self._rows(table, same) if row not in known]
        return {name: rows for name, rows in found.items() if rows}

    async def _rows(self, table: Table, named: ColumnElement[bool]) -> list[dict[str, object]]:
        shown = [column for column in table.c if column.name not in SECRET]
        return [dict(row._mapping) for row in await self._tx.all(select(*shown).where(named))]

    async def pseudonymise(self, member_id: int, name: str) -> None:
        linked = await self._tx.all(select(accounts).where(accounts.c.member_id == member_id))
        for account in linked:
            for table_name in ACCOUNT_TABLES:
                table = metadata.tables[table_name]
                same = (table.c.channel == account.channel) & (table.c.account == account.account)
                if table is conversations or table_name == "invite_failures":
                    await self._tx.run(delete(table).where(same))
                else:
                    blank = {"account": f"#{member_id}", "chat": "", "name": name, "words": ""}
                    await self._tx.run(update(table).where(same).values(blank))
        await self._tx.run(delete(accounts).where(accounts.c.member_id == member_id))
        await self._tx.run(update(members).where(members.c.id == member_id).values(name=name, active=False))
        audit = metadata.tables["audit"]
        await self._tx.run(update(audit).where(audit.c.member_id == member_id).values(member_name=name))
        gone = (outbox.c.member_id == member_id, outbox.c.state != "pending")
        await self._tx.run(update(outbox).where(*gone).values(reply='{"blocks": []}'))
