"""What the office has set."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, select

from storage.sql.tables import settings
from storage.sql.transaction import Transaction

_ALL = select(settings.c.key, settings.c.value).order_by(settings.c.key)
_ONE = select(settings.c.value).where(settings.c.key == bindparam("called"))


class SqlSettings:
    """storage.contracts.processes.Settings in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def get(self, key: str) -> str | None:
        found: str | None = await self._tx.value(_ONE, called=key)
        return found

    async def set(self, key: str, value: str, now: datetime) -> None:
        new = self._tx.insert(settings).values(key=key, value=value, changed=now)
        replaced = {"value": new.excluded.value, "changed": new.excluded.changed}
        await self._tx.run(new.on_conflict_do_update(index_elements=["key"], set_=replaced))

    async def all(self) -> dict[str, str]:
        return {row.key: row.value for row in await self._tx.all(_ALL)}
