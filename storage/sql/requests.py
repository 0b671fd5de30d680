"""Strangers who ask to be let in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, literal, select, text, update

from storage.records import AccessRequest, RequestState
from storage.sql.tables import requests
from storage.sql.transaction import Transaction


def _request(row: Row[Any]) -> AccessRequest:
    return AccessRequest(
        id=row.id,
        channel=row.channel,
        account=row.account,
        chat=row.chat,
        name=row.name,
        words=row.words,
        unit=row.unit,
        state=RequestState(row.state),
        created=row.created,
        decided=row.decided,
        decided_by=row.decided_by,
    )


# In the statement itself: both engines use the partial index only when they see its condition.
_PENDING = requests.c.state == literal(RequestState.PENDING.value, literal_execute=True)


class SqlRequests:
    """storage.contracts.people.Requests in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def add(
        self, channel: str, account: str, chat: str, name: str, words: str, unit: str | None, now: datetime
    ) -> AccessRequest:
        new = self._tx.insert(requests).values(
            channel=channel,
            account=account,
            chat=chat,
            name=name,
            words=words,
            unit=unit,
            state=RequestState.PENDING.value,
            created=now,
        )
        replaced = {column: new.excluded[column] for column in ("chat", "name", "words", "unit")}
        key = ["channel", "account"]
        waiting = text("state = 'pending'")
        await self._tx.run(new.on_conflict_do_update(index_elements=key, index_where=waiting, set_=replaced))
        found = await self.pending_of(channel, account)
        assert found is not None
        return found

    async def get(self, request_id: int) -> AccessRequest | None:
        return await self._first(requests.c.id == request_id)

    async def pending(self) -> list[AccessRequest]:
        """Oldest first."""
        rows = await self._tx.all(select(requests).where(_PENDING).order_by(requests.c.id))
        return [_request(row) for row in rows]

    async def pending_of(self, channel: str, account: str) -> AccessRequest | None:
        return await self._first(_PENDING, requests.c.channel == channel, requests.c.account == account)

    async def decide(self, request_id: int, state: RequestState, by: int, now: datetime) -> bool:
        undecided = update(requests).where(requests.c.id == request_id, _PENDING)
        return await self._tx.count(undecided.values(state=state.value, decided=now, decided_by=by)) == 1

    async def _first(self, *conditions: ColumnElement[bool]) -> AccessRequest | None:
        row = await self._tx.one(select(requests).where(*conditions))
        return None if row is None else _request(row)
