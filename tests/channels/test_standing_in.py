"""Telegram and Zalo stand in for each other: a message that one does not take goes once to the other."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.app import App, assemble
from bot.channels.telegram import TelegramChannel
from bot.channels.zalo_bot import ZaloBotChannel
from bot.settings import Settings
from handlers import delivering
from handlers.messages import Fields, dump, say
from scheduler.pacing import UNLIMITED
from storage.records import MessageKind, MessageState, Role
from storage.sql.database import open_database
from tests.support.telegram_server import TelegramServer
from tests.support.zalo_server import ZaloServer

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
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
        await self.put(self.member, words)
        await self.app.settle()
        return await self.state(words)

    async def put(self, member: int, words: str) -> None:
        """Queues a reminder, which its words name."""
        async with self.app.database.write() as uow:
            put = {"key": words, "kind": MessageKind.REMINDER, "reply": dump(say(words)), "now": NOW}
            await uow.outbox.put(**put, member_id=member)

    async def state(self, words: str) -> MessageState:
        """What became of a reminder."""
        async with self.app.database.read() as uow:
            message = await uow.outbox.get(words)
        assert message is not None
        return message.state

    async def prefers_zalo(self) -> None:
        """Lan is to be reached in Zalo first."""
        async with self.app.database.write() as uow:
            personal = await uow.personal.get(self.member)
            await uow.personal.set(self.member, replace(personal, channel="zalo_bot"))

    async def joins(self, name: str, role: Role, *channels: str) -> int:
        """A further person on these channels, who has written to the bot there."""
        on_telegram, on_zalo = self.telegram.person(name), self.zalo.person(name)
        on_telegram.room.started = True
        on_zalo.say("chào")
        accounts = {"telegram": str(on_telegram.id), "zalo_bot": on_zalo.id}
        async with self.app.database.write() as uow:
            member = await uow.members.add(name, role, None, NOW)
            for channel in channels:
                await uow.members.link(member.id, channel, accounts[channel], accounts[channel])
        return member.id


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
        app = assemble(database, channels, zone=ZONE, clock=lambda: NOW, digest_time=time(8))
        made = Both(app, telegram, zalo)
        made.member = await made.joins("Lan", Role.STAFF, "telegram", "zalo_bot")
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
    await both.prefers_zalo()
    assert await both.remind("nhắc thứ nhất") is MessageState.SENT
    both.zalo.blocked.add(both.zalo.person("Lan").id)
    assert await both.remind("nhắc thứ hai") is MessageState.SENT
    assert both.read == (["nhắc thứ hai"], ["nhắc thứ nhất"])


async def test_what_neither_takes_is_seen_as_not_sent(both: Both) -> None:
    both.telegram.person("Lan").block()
    both.zalo.blocked.add(both.zalo.person("Lan").id)
    assert await both.remind("nhắc") is MessageState.GONE
    assert both.read == ([], [])


async def test_when_zalo_s_month_is_spent_telegram_stands_in_once_each_and_the_office_is_told_once(both: Both) -> None:
    await both.joins("Minh", Role.OFFICE, "telegram")
    await both.prefers_zalo()
    both.zalo.quota = both.zalo.counted
    reminders = [f"nhắc việc {number}" for number in range(20)]
    for words in reminders:
        await both.put(both.member, words)
    await both.app.settle()
    assert {await both.state(words) for words in reminders} == {MessageState.SENT}
    assert (sorted(both.read[0]), both.read[1]) == (sorted(reminders), [])
    assert await both.remind("nhắc nữa") is MessageState.SENT
    asked = len(both.zalo.sent("sendMessage"))
    assert asked < len(reminders), "a spent month is not asked for again with every message"
    told = [post.text for post in both.telegram.person("Minh").screen]
    assert [text for text in told if "Zalo không nhận thêm tin" in text] == told


async def test_who_has_zalo_alone_waits_for_the_month_and_the_office_sees_it(both: Both) -> None:
    hung = await both.joins("Hùng", Role.STAFF, "zalo_bot")
    both.zalo.quota = both.zalo.counted
    await both.put(hung, "nhắc Hùng")
    await both.app.settle()
    assert await both.state("nhắc Hùng") is MessageState.PENDING
    async with both.app.database.read() as uow:
        shown = await delivering.standing(uow, NOW, ZONE)
    facts = dict(next(block for block in shown if isinstance(block, Fields)).pairs)
    assert facts["Đang chờ gửi"] == "1"
    assert "không gửi được từ" in facts["Zalo"]
