"""Choices on offer in chats."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, insert, select

from storage.records import OfferedChoice
from storage.sql.tables import choices as offered
from storage.sql.transaction import Transaction


def _choice(row: Row[Any]) -> OfferedChoice:
    return OfferedChoice(
        token=row.token,
        channel=row.channel,
        chat=row.chat,
        menu=row.menu,
        position=row.position,
        label=row.label,
        action=row.action,
        arguments=row.arguments,
        expires=row.expires,
    )


_OF_CHAT = (offered.c.channel == bindparam("on"), offered.c.chat == bindparam("within"))
_NEWEST_MENU = select(func.max(offered.c.menu)).where(*_OF_CHAT)
_BY_TOKEN = select(offered).where(
    *_OF_CHAT, offered.c.token == bindparam("pressed"), offered.c.expires > bindparam("now")
)
_OF_MENU = (
    select(offered)
    .where(*_OF_CHAT, offered.c.menu == bindparam("number"), offered.c.expires > bindparam("now"))
    .order_by(offered.c.position)
)


class SqlChoices:
    """storage.contracts.messages.Choices in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self._tx = transaction

    async def offer(
        self, channel: str, chat: str, choices: Sequence[tuple[str, str, str, dict[str, str]]], expires: datetime
    ) -> int:
        await self._tx.lock("menu", channel, chat)
        menu = (await self._newest_menu(channel, chat) or 0) + 1
        rows = [
            {
                "channel": channel,
                "chat": chat,
                "token": token,
                "menu": menu,
                "position": position,
                "label": label,
                "action": action,
                "arguments": arguments,
                "expires": expires,
            }
            for position, (token, label, action, arguments) in enumerate(choices, start=1)
        ]
        if rows:
            await self._tx.run(insert(offered).values(rows))
        return menu

    async def by_token(self, channel: str, chat: str, token: str, now: datetime) -> OfferedChoice | None:
        row = await self._tx.one(_BY_TOKEN, on=channel, within=chat, pressed=token, now=now)
        return None if row is None else _choice(row)

    async def latest_menu(self, channel: str, chat: str, now: datetime) -> list[OfferedChoice]:
        """The choices offered last, in order; nothing when they have lapsed, even if older ones have not."""
        menu = await self._newest_menu(channel, chat)
        rows = await self._tx.all(_OF_MENU, on=channel, within=chat, number=menu, now=now)
        return [_choice(row) for row in rows]

    async def purge(self, before: datetime) -> int:
        """Forgets what lapsed before that moment; how many choices that were."""
        return await self._tx.count(delete(offered).where(offered.c.expires < before))

    async def _newest_menu(self, channel: str, chat: str) -> int | None:
        found: int | None = await self._tx.value(_NEWEST_MENU, on=channel, within=chat)
        return found
