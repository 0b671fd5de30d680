"""Messages that wait to be sent.

`place` is where a message goes, as far as its address tells ("chat:telegram:123", "member:17"); `urgency` is its
kind's turn. In one place and turn, messages leave in the order in which they were put: one that is due or being sent
holds back those behind it, and so does one that failed and waits for its next try. One that was put for a later hour
holds back nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, Row, String, bindparam, case, exists, func, literal, or_, select, update

from storage.records import Attempt, Cause, Fate, MessageKind, MessageState, OutboxMessage, Role, Unclear
from storage.sql.tables import outbox
from storage.sql.transaction import Transaction, insert_for
from storage.sql.types import UtcDateTime

_URGENCY: Mapping[MessageKind, int] = {
    MessageKind.REPLY: 0,
    MessageKind.DECISION: 0,
    MessageKind.REMINDER: 2,
    MessageKind.BROADCAST: 3,
}
_URGENT = 1
"""The turn of a reminder that cannot wait: behind whoever waits for an answer, before everything else."""

_FAILED = (MessageState.REFUSED, MessageState.GONE, MessageState.EXPIRED, MessageState.HELD)


def _message(row: Row[Any]) -> OutboxMessage:
    state = MessageState(row.state)
    return OutboxMessage(
        id=row.id,
        key=row.key,
        kind=MessageKind(row.kind),
        reply=row.reply,
        created=row.created,
        state=state,
        member_id=row.member_id,
        channel=row.channel,
        chat=row.chat,
        replaces=row.replaces,
        not_before=row.not_before,
        expires=row.expires,
        attempts=row.attempts,
        parts_sent=row.parts_sent,
        repeat=row.repeat,
        error=row.error,
        sent=row.settled if state is MessageState.SENT else None,
        remote=row.remote,
        urgency=row.urgency,
        roles=frozenset(Role(name) for name in row.roles.split()),
        via=row.via,
        trail=tuple(Attempt(c, datetime.fromisoformat(at), Fate(fate), said) for c, at, fate, said in row.trail),
    )


def _line(attempt: Attempt) -> list[str]:
    return [attempt.channel, attempt.at.astimezone(UTC).isoformat(), attempt.fate.value, attempt.said]


def _place(member_id: int | None, channel: str | None, chat: str | None) -> str:
    if channel is not None and chat is not None:
        return f"chat:{channel}:{chat}"
    if member_id is None:
        raise ValueError("a message needs a member, or a channel and a chat")
    return f"member:{member_id}"


def _is(table: Any, state: MessageState) -> ColumnElement[bool]:
    # Written into the statement, not passed beside it: the planner then sees how few rows are meant.
    return table.c.state == literal(state.value, literal_execute=True)  # type: ignore[no-any-return]


def _any_of(states: tuple[MessageState, ...]) -> ColumnElement[bool]:
    return outbox.c.state.in_([state.value for state in states])


def _ripe(table: Any) -> ColumnElement[bool]:
    return or_(table.c.not_before.is_(None), table.c.not_before <= bindparam("now"))


def _held_back() -> ColumnElement[bool]:
    """True for a row that must wait for another one in its place."""
    other = outbox.alias("other")
    same_place = other.c.place == outbox.c.place
    on_its_way = exists().where(same_place, _is(other, MessageState.SENDING))
    ahead = exists().where(
        same_place,
        _is(other, MessageState.PENDING),
        other.c.urgency == outbox.c.urgency,
        other.c.id < outbox.c.id,
        or_(_ripe(other), other.c.attempts > 0),
    )
    # Kept as one condition: apart, PostgreSQL joins them, which takes seconds while it has no statistics of the table.
    return or_(on_its_way, ahead)


_MINE = outbox.c.id == bindparam("mine")
_DUE = (
    select(outbox)
    .where(
        _is(outbox, MessageState.PENDING),
        _ripe(outbox),
        ~_held_back(),
        outbox.c.id.not_in(bindparam("skip", expanding=True)),
    )
    .order_by(outbox.c.urgency, outbox.c.id)
    .limit(bindparam("most", type_=Integer))
)
_NEXT_DUE = select(func.min(outbox.c.not_before)).where(
    _is(outbox, MessageState.PENDING), outbox.c.not_before > bindparam("now")
)
_BY = bindparam("by", type_=String)
_TAKEN = (
    update(outbox)
    .where(_MINE, _is(outbox, MessageState.PENDING))
    .values(
        state=MessageState.SENDING.value,
        attempts=outbox.c.attempts + 1,
        via=_BY,
        parts_sent=case((outbox.c.via == _BY, outbox.c.parts_sent), else_=0),
    )
)
_CHANGE = update(outbox).where(_MINE)
_UNLESS_SENT = _CHANGE.where(outbox.c.state != MessageState.SENT.value)


@lru_cache(2)
def _unless_there(*, postgres: bool) -> Any:
    new = insert_for(outbox, postgres=postgres)
    return new.on_conflict_do_nothing(index_elements=["key"])


def _unclear(kind: MessageKind) -> tuple[ColumnElement[bool], ...]:
    return _is(outbox, MessageState.HELD), outbox.c.kind == kind.value


class SqlOutbox:
    """storage.contracts.messages.Outbox in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def put(
        self,
        *,
        key: str,
        kind: MessageKind,
        reply: str,
        now: datetime,
        member_id: int | None = None,
        channel: str | None = None,
        chat: str | None = None,
        replaces: str | None = None,
        not_before: datetime | None = None,
        expires: datetime | None = None,
        roles: Collection[Role] = (),
        urgent: bool = False,
        not_by: str | None = None,
    ) -> bool:
        values = {
            "key": key,
            "kind": kind.value,
            "urgency": min(_URGENCY[kind], _URGENT) if urgent else _URGENCY[kind],
            "place": _place(member_id, channel, chat),
            "member_id": member_id,
            "channel": channel,
            "chat": chat,
            "replaces": replaces,
            "reply": reply,
            "state": MessageState.PENDING.value,
            "created": now,
            "not_before": not_before,
            "expires": expires,
            "attempts": 0,
            "parts_sent": 0,
            "repeat": False,
            "error": "",
            "remote": "",
            "roles": " ".join(sorted(role.value for role in roles)),
            "via": "",
            "trail": [_line(Attempt(not_by, now, Fate.LATE))] if not_by else [],
        }
        return await self._tx.count(_unless_there(postgres=self._tx.postgres), **values) == 1

    async def recover(self, now: datetime) -> int:
        for row in await self._tx.all(select(outbox).where(_is(outbox, MessageState.SENDING))):
            await self.tried(_message(row), Attempt(row.via, now, Fate.UNKNOWN))
        broadcast = outbox.c.kind == MessageKind.BROADCAST.value
        values = {
            "state": case((broadcast, MessageState.HELD.value), else_=MessageState.PENDING.value),
            "repeat": True,
            "settled": case((broadcast, literal(now, UtcDateTime())), else_=None),
        }
        return await self._tx.count(update(outbox).where(_is(outbox, MessageState.SENDING)).values(values))

    async def due(self, now: datetime, *, limit: int = 100, skip: Collection[int] = ()) -> list[OutboxMessage]:
        return [_message(row) for row in await self._tx.all(_DUE, now=now, skip=list(skip), most=limit)]

    async def sending(self, message_id: int, via: str = "") -> bool:
        return await self._tx.count(_TAKEN, mine=message_id, by=via) == 1

    async def tried(self, message: OutboxMessage, attempt: Attempt) -> None:
        trail = [_line(one) for one in (*message.trail, attempt)]
        await self._tx.run(_CHANGE, {"mine": message.id, "trail": trail})

    async def part_sent(self, message_id: int, parts: int) -> None:
        await self._tx.run(_CHANGE, {"mine": message_id, "parts_sent": parts})

    async def sent(self, message_id: int, now: datetime, remote: str = "") -> None:
        values = {"state": MessageState.SENT.value, "settled": now, "remote": remote, "error": ""}
        await self._unless_sent(message_id, values)

    async def later(self, message_id: int, not_before: datetime, error: str, *, repeat: bool = False) -> None:
        waiting = update(outbox).where(outbox.c.id == message_id, _any_of((MessageState.PENDING, MessageState.SENDING)))
        values = {"state": MessageState.PENDING.value, "not_before": not_before, "error": error}
        await self._tx.run(waiting.values(values | ({"repeat": True} if repeat else {})))

    async def settle(self, message_id: int, state: MessageState, error: str, now: datetime) -> None:
        await self._unless_sent(message_id, {"state": state.value, "settled": now, "error": error})

    async def _unless_sent(self, message_id: int, values: Mapping[str, Any]) -> None:
        """What was sent stays sent, whatever a late or repeated report says."""
        await self._tx.run(_UNLESS_SENT, {"mine": message_id, **values})

    async def get(self, key: str) -> OutboxMessage | None:
        row = await self._tx.one(select(outbox).where(outbox.c.key == key))
        return None if row is None else _message(row)

    async def of_broadcast(self, announcement: int) -> dict[int, MessageState]:
        mine = outbox.c.key.like(f"broadcast:{announcement}:%")
        rows = await self._tx.all(select(outbox.c.member_id, outbox.c.state).where(mine))
        return {row.member_id: MessageState(row.state) for row in rows}

    async def cancel_broadcast(self, announcement: int, now: datetime) -> int:
        waiting = (outbox.c.key.like(f"broadcast:{announcement}:%"), _is(outbox, MessageState.PENDING))
        values = {"state": MessageState.CANCELLED.value, "settled": now}
        return await self._tx.count(update(outbox).where(*waiting).values(values))

    async def cancel_for(self, member_id: int, now: datetime) -> int:
        waiting = (outbox.c.member_id == member_id, _is(outbox, MessageState.PENDING))
        values = {"state": MessageState.CANCELLED.value, "settled": now}
        return await self._tx.count(update(outbox).where(*waiting).values(values))

    async def counts(self) -> dict[MessageState, int]:
        rows = await self._tx.all(select(outbox.c.state, func.count().label("number")).group_by(outbox.c.state))
        return {MessageState(row.state): row.number for row in rows}

    async def failures(self, *, since: datetime, limit: int = 20) -> list[OutboxMessage]:
        recent = select(outbox).where(_any_of(_FAILED), outbox.c.settled >= since)
        newest = recent.order_by(outbox.c.settled.desc(), outbox.c.id.desc()).limit(limit)
        return [_message(row) for row in await self._tx.all(newest)]

    async def causes(self, *, since: datetime) -> list[Cause]:
        number = func.count().label("number")
        same = (outbox.c.state, outbox.c.via)
        recent = select(*same, number).where(_any_of(_FAILED), outbox.c.settled >= since).group_by(*same)
        rows = await self._tx.all(recent.order_by(number.desc(), *same))
        return [Cause(MessageState(row.state), row.via, row.number) for row in rows]

    async def unclear(self, kind: MessageKind) -> Unclear | None:
        found = (func.count().label("number"), func.max(outbox.c.id).label("newest"))
        since = func.max(outbox.c.settled, type_=UtcDateTime()).label("since")
        row = await self._tx.one(select(*found, since).where(*_unclear(kind)))
        return Unclear(row.number, row.newest, row.since) if row is not None and row.number else None

    async def decide(self, kind: MessageKind, newest: int, now: datetime, *, again: bool) -> int:
        waiting = update(outbox).where(*_unclear(kind), outbox.c.id <= newest)
        values: dict[str, Any]
        if again:
            values = {"state": MessageState.PENDING.value, "settled": None, "repeat": True, "expires": None}
        else:
            values = {"state": MessageState.CANCELLED.value, "settled": now}
        return await self._tx.count(waiting.values(values))

    async def next_due(self, now: datetime) -> datetime | None:
        found: datetime | None = await self._tx.value(_NEXT_DUE, now=now)
        return found
