"""What the office has set."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from storage.sql.tables import settings
from storage.sql.transaction import Transaction


class SqlSettings:
    """storage.unit_of_work.Settings in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def get(self, key: str) -> str | None:
        found: str | None = await self._tx.value(select(settings.c.value).where(settings.c.key == key))
        return found

    async def set(self, key: str, value: str, now: datetime) -> None:
        new = self._tx.insert(settings).values(key=key, value=value, changed=now)
        replaced = {"value": new.excluded.value, "changed": new.excluded.changed}
        await self._tx.run(new.on_conflict_do_update(index_elements=["key"], set_=replaced))

    async def all(self) -> dict[str, str]:
        rows = await self._tx.all(select(settings.c.key, settings.c.value).order_by(settings.c.key))
        return {row.key: row.value for row in rows}
