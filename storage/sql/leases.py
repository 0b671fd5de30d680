"""What only one process may do at a time."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, or_, update

from storage.sql.tables import leases
from storage.sql.transaction import Transaction


class SqlLeases:
    """storage.contracts.processes.Leases in SQL. The processes' clocks should agree to within a fraction of `ttl`."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def acquire(self, name: str, holder: str, now: datetime, ttl: timedelta) -> bool:
        new = self._tx.insert(leases).values(name=name, holder=holder, until=now + ttl)
        free = or_(leases.c.until <= now, leases.c.holder == holder)
        taken = {"holder": new.excluded.holder, "until": new.excluded.until}
        statement = new.on_conflict_do_update(index_elements=["name"], set_=taken, where=free)
        return await self._tx.count(statement) == 1

    async def renew(self, name: str, holder: str, now: datetime, ttl: timedelta) -> bool:
        own = update(leases).where(leases.c.name == name, leases.c.holder == holder)
        return await self._tx.count(own.values(until=now + ttl)) == 1

    async def release(self, name: str, holder: str) -> None:
        await self._tx.run(delete(leases).where(leases.c.name == name, leases.c.holder == holder))
