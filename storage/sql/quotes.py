"""Checkable quotes."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, insert, select

from storage.records import Quote
from storage.sql.tables import quotes
from storage.sql.transaction import Transaction


def _quote(row: Row[Any]) -> Quote:
    return Quote(
        code=row.code,
        plan=row.plan,
        version=row.version,
        record=row.record,
        text=row.text,
        place=row.place,
        at=row.at,
    )


class SqlQuotes:
    """storage.contracts.answers.Quotes in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def put(self, quote: Quote) -> Quote:
        same = select(quotes).where(
            quotes.c.plan == quote.plan,
            quotes.c.record == quote.record,
            quotes.c.version == quote.version,
            quotes.c.text == quote.text,
        )
        row = await self._tx.one(same.limit(1))
        if row is not None:
            return _quote(row)
        values = {
            field: getattr(quote, field) for field in ("code", "plan", "version", "record", "text", "place", "at")
        }
        await self._tx.run(insert(quotes).values(values))
        return quote

    async def get(self, code: str) -> Quote | None:
        row = await self._tx.one(select(quotes).where(quotes.c.code == code))
        return None if row is None else _quote(row)
