"""Telegram and Zalo stand in for each other: a message that one does not take goes once to the other."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.app import App, assemble
from bot.channels.telegram import TelegramChannel
from bot.channels.zalo_bot import ZaloBotChannel
from bot.settings import Settings
from handlers.messages import dump, say
from scheduler.pacing import UNLIMITED
from storage.records import MessageKind, MessageState, Role
from storage.sql.database import open_database
from tests.support.telegram_server import TelegramServer
from tests.support.zalo_server import ZaloServer

NOW = datetime(2026, 12, 23, 7, 30, tzinfo=UTC)


@dataclass
class Both:
    """The program with both channels, and Lan, who has both apps."""

    app: App
    telegram: TelegramServer
    zalo: ZaloServer
    member: int = 0

    @property
    def read(self) -> tuple[list[str], list[str]]:
        """What Lan has read in Telegram and in Zalo."""
        on_telegram = [post.text for post in self.telegram.person("Lan").screen]
        return on_telegram, [post.text for post in self.zalo.person("Lan").screen]

    async def remind(self, words: str) -> MessageState:
        """Sends her a reminder; what became of it."""
        async with self.app.database.write() as uow:
            put = {"key": words, "kind": MessageKind.REMINDER, "reply": dump(say(words)), "now": NOW}
            await uow.outbox.put(**put, member_id=self.member)
        await self.app.settle()
        async with self.app.database.read() as uow:
            message = await uow.outbox.get(words)
        assert message is not None
        return message.state


@pytest.fixture
async def both(sqlite_url: str) -> AsyncIterator[Both]:
    async with TelegramServer() as telegram, ZaloServer() as zalo:
        given: dict[str, Any] = {
            name.lower(): value for name, value in (telegram.environment | zalo.environment).items()
        }
        settings = Settings(_env_file=None, now=NOW, **given)
        channels: list[Any] = [TelegramChannel(settings), ZaloBotChannel(settings)]
        for channel in channels:
            channel.rates = UNLIMITED
        database = open_database(sqlite_url)
        app = assemble(database, channels, zone=ZoneInfo("Asia/Ho_Chi_Minh"), clock=lambda: NOW, digest_time=time(8))
        made = Both(app, telegram, zalo)
        lan = telegram.person("Lan")
        lan.room.started = True
        zalo.person("Lan").say("chào")
        async with database.write() as uow:
            member = await uow.members.add("Lan", Role.STAFF, None, NOW)
            await uow.members.link(member.id, "telegram", str(lan.id), str(lan.id))
            await uow.members.link(member.id, "zalo_bot", zalo.person("Lan").id, zalo.person("Lan").id)
        made.member = member.id
        yield made
        for channel in channels:
            await channel.close()
        await database.close()


async def test_what_telegram_does_not_take_goes_to_zalo_once_and_never_to_both(both: Both) -> None:
    assert await both.remind("nhắc thứ nhất") is MessageState.SENT
    both.telegram.person("Lan").block()
    assert await both.remind("nhắc thứ hai") is MessageState.SENT
    assert both.read == (["nhắc thứ nhất"], ["nhắc thứ hai"])


async def test_what_zalo_does_not_take_goes_to_telegram_when_she_prefers_zalo(both: Both) -> None:
    async with both.app.database.write() as uow:
        personal = await uow.personal.get(both.member)
        await uow.personal.set(both.member, type(personal)(channel="zalo_bot"))
    assert await both.remind("nhắc thứ nhất") is MessageState.SENT
    both.zalo.blocked.add(both.zalo.person("Lan").id)
    assert await both.remind("nhắc thứ hai") is MessageState.SENT
    assert both.read == (["nhắc thứ hai"], ["nhắc thứ nhất"])


async def test_what_neither_takes_is_seen_as_not_sent(both: Both) -> None:
    both.telegram.person("Lan").block()
    both.zalo.blocked.add(both.zalo.person("Lan").id)
    assert await both.remind("nhắc") is MessageState.GONE
    assert both.read == ([], [])
