"""How much of its monthly budget a channel has used."""

from __future__ import annotations

from sqlalchemy import select

from storage.records import ChannelUsage
from storage.sql.tables import usage
from storage.sql.transaction import Transaction


class SqlUsage:
    """storage.contracts.messages.Usage in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def add(self, channel: str, month: str, messages: int, quota: int) -> int:
        new = self._tx.insert(usage).values(channel=channel, month=month, messages=messages, quota=quota)
        more = {"messages": usage.c.messages + new.excluded.messages, "quota": new.excluded.quota}
        await self._tx.run(new.on_conflict_do_update(index_elements=["channel", "month"], set_=more))
        return await self.of(channel, month)

    async def of(self, channel: str, month: str) -> int:
        found = select(usage.c.messages).where(usage.c.channel == channel, usage.c.month == month)
        return int(await self._tx.value(found) or 0)

    async def all(self, month: str) -> list[ChannelUsage]:
        rows = await self._tx.all(select(usage).where(usage.c.month == month).order_by(usage.c.channel))
        return [ChannelUsage(row.channel, row.month, row.messages, row.quota) for row in rows]
