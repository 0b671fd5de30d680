"""What a person and the bot are in the middle of."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update

from storage.records import Conversation
from storage.sql.tables import conversations
from storage.sql.transaction import Transaction

_KEY = ("channel", "chat", "account")
_THIS = (
    conversations.c.channel == bindparam("on"),
    conversations.c.chat == bindparam("within"),
    conversations.c.account == bindparam("called"),
)
_ONE = select(conversations).where(*_THIS)
_CHANGE = update(conversations).where(*_THIS)


class SqlConversations:
    """storage.contracts.messages.Conversations in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction
        self._cleared: set[tuple[str, str, str]] = set()
        """Conversations without a flow: a command clears it before it begins, and again when it is done."""

    async def get(self, channel: str, chat: str, account: str, now: datetime) -> Conversation:
        row = await self._tx.one(_ONE, **_this(channel, chat, account))
        flows = row is not None and row.flow_expires is not None and row.flow_expires > now
        talks = row is not None and row.topic_expires is not None and row.topic_expires > now
        return Conversation(
            channel=channel,
            chat=chat,
            account=account,
            flow=row.flow if row is not None and flows else "",
            data=row.data if row is not None and flows else {},
            flow_expires=row.flow_expires if row is not None and flows else None,
            topic=row.topic if row is not None and talks else "",
            topic_expires=row.topic_expires if row is not None and talks else None,
        )

    async def set_flow(
        self, channel: str, chat: str, account: str, flow: str, data: dict[str, str], expires: datetime
    ) -> None:
        await self._set(channel, chat, account, {"flow": flow, "data": data, "flow_expires": expires})

    async def clear_flow(self, channel: str, chat: str, account: str) -> None:
        if (channel, chat, account) in self._cleared:
            return
        this = _this(channel, chat, account)
        await self._tx.run(_CHANGE, {**this, "flow": "", "data": {}, "flow_expires": None})
        self._cleared.add((channel, chat, account))

    async def set_topic(self, channel: str, chat: str, account: str, topic: str, expires: datetime) -> None:
        await self._set(channel, chat, account, {"topic": topic, "topic_expires": expires})

    async def _set(self, channel: str, chat: str, account: str, values: dict[str, Any]) -> None:
        self._cleared.discard((channel, chat, account))
        empty = {"flow": "", "data": {}, "topic": ""}
        new = self._tx.insert(conversations).values(channel=channel, chat=chat, account=account, **(empty | values))
        replaced = {column: new.excluded[column] for column in values}
        await self._tx.run(new.on_conflict_do_update(index_elements=_KEY, set_=replaced))


def _this(channel: str, chat: str, account: str) -> dict[str, str]:
    return {"on": channel, "within": chat, "called": account}
