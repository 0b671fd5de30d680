"""One dialogue on any channel: people with their phones in front of the whole program, whose services are the servers
of the tests. What a person does comes in as the service brings it, and is answered to the end before the next step."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, time
from pathlib import Path
from typing import Any, Protocol
from zoneinfo import ZoneInfo

import yaml

from bot.app import App, assemble
from bot.channels import terminal
from bot.channels.rendering import render
from bot.channels.telegram import TelegramChannel
from bot.channels.terminal import Said, TerminalChannel
from bot.channels.zalo_bot import ZaloBotChannel
from bot.channels.zalo_oa import ZaloOaChannel
from bot.linking import Links
from bot.opening import load
from bot.settings import Settings
from handlers.invitations import issue_invite
from scheduler.pacing import UNLIMITED
from storage.records import Role
from storage.sql.database import SqlDatabase, open_database
from tests.support.telegram_server import TelegramServer
from tests.support.zalo_oa_server import ZaloOaServer
from tests.support.zalo_server import ZaloServer

CHANNELS = ("telegram", "zalo_bot", "zalo_oa", "terminal")
PUBLIC, SECRET = "https://so.example", "bi-mat-cua-thu-nghiem"
Bring = Callable[[Any], Any]


class Phone(Protocol):
    """A person's phone. `texts`: everything that the bot has sent to it, oldest first."""

    name: str

    @property
    def texts(self) -> list[str]: ...
    async def says(self, text: str) -> None: ...
    async def takes(self, label: str) -> None: ...


@dataclass
class Stage:
    """The program with one channel, and who is in front of it. `now` is set by the dialogue."""

    app: App
    channel: Any
    phone: Callable[[str], Phone]
    clock: list[datetime]
    phones: dict[str, Phone] = field(default_factory=dict)
    read: dict[str, int] = field(default_factory=dict)

    async def play(self, path: Path, **slots: str) -> None:
        """Plays a dialogue: each step is done and what it says must be read is read."""
        for number, step in enumerate(_steps(path), 1):
            if "now" in step:
                self.clock[0] = datetime.fromisoformat(step["now"])
                await self.app.tick()
                await self.app.settle()
                continue
            person = self.phones.setdefault(step["who"], self.phone(step["who"]))
            if "says" in step:
                self.read[person.name] = len(person.texts)
                await person.says(step["says"].format(**slots))
            elif "takes" in step:
                self.read[person.name] = len(person.texts)
                await person.takes(step["takes"])
            news = "\n".join(person.texts[self.read.get(person.name, 0) :])
            for wanted in _list(step.get("reads", [])):
                assert wanted in news, f"step {number}, {person.name}: {wanted!r} is not in:\n{news}"
            for unwanted in _list(step.get("reads_nothing_of", [])):
                assert unwanted not in news, f"step {number}, {person.name}: {unwanted!r} is in:\n{news}"
            self.read[person.name] = len(person.texts)

    async def invitation(self, role: Role, unit: str | None = None) -> str:
        """The code that whoever runs the server, or the office, gives to somebody."""
        async with self.app.database.write() as uow:
            return (await issue_invite(uow, role, unit, self.clock[0], None)).short

    async def recorded(self) -> list[tuple[object, ...]]:
        """What is recorded in the end, whatever the channel: progress, people, acts."""
        async with self.app.database.read() as uow:
            (plan,) = await uow.plans.active()
            entries = reversed(await uow.progress.history(plan.id))
            log = [(e.task, e.period, e.kind, e.percent, e.status, e.note, e.member_name) for e in entries]
            members = [(m.name, m.role, m.unit) for m in await uow.members.all()]
            acts = [(a.action, a.subject) for a in reversed(await uow.audit.newest(limit=100))]
        return [*log, *members, *acts]

    async def hears(self, items: list[tuple[str, str, str]] | None) -> None:
        """What came in is stored, handled and answered."""
        assert items is not None
        await self.app.inbox.store(self.channel.name, items)
        await self.app.settle()


def _steps(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def _list(found: Any) -> list[str]:
    return [found] if isinstance(found, str) else list(found)


@asynccontextmanager
async def stage(name: str, url: str, now: datetime) -> AsyncIterator[Stage]:
    """The program over a fresh database, with the channel of this name."""
    async with AsyncExitStack() as stack:
        database = open_database(url)
        stack.push_async_callback(database.close)
        clock = [now]
        given = Settings(_env_file=None, now=now)  # type: ignore[call-arg]
        await load(database, given, now)
        made: dict[str, Any] = {}

        async def hears(items: Any) -> None:
            await made["stage"].hears(items)

        channel, phone = await _MAKERS[name](stack, database, now, hears)
        channel.rates = UNLIMITED
        links = Links(database, PUBLIC, lambda: clock[0])
        app = assemble(
            database, [channel], zone=ZoneInfo(given.timezone), digest_time=time(8), clock=lambda: clock[0], links=links
        )
        made["stage"] = Stage(app, channel, phone, clock)
        yield made["stage"]


# ---- phones ---------------------------------------------------------------------------------------------------------


@dataclass
class _Telegram:
    name: str
    server: TelegramServer
    bring: Bring
    seen: dict[int, int] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """An edited message counts as said anew."""
        for post in sorted(self.server.person(self.name).screen, key=lambda post: post.touched):
            if self.seen.get(post.id) != post.touched:
                self.seen[post.id] = post.touched
                self.log.append("\n".join([post.text, *post.labels]))
        return list(self.log)

    async def says(self, text: str) -> None:
        self.server.person(self.name).say(text)
        await self.bring(None)

    async def takes(self, label: str) -> None:
        person = self.server.person(self.name)
        post = next(p for p in reversed(person.screen) if any(label in one for one in p.labels))
        person.press(next(one for one in post.labels if label in one), post=post)
        await self.bring(None)


async def _telegram(stack: AsyncExitStack, database: SqlDatabase, now: datetime, hears: Bring) -> tuple[Any, Any]:
    server = await stack.enter_async_context(TelegramServer())
    channel = TelegramChannel(_settings(now, telegram_token=server.token, telegram_api_base=server.url))
    stack.push_async_callback(channel.close)

    async def bring(_: Any) -> None:
        while server.world.updates:
            body = json.dumps(server.world.updates.popleft()).encode()
            await hears(channel.webhook_updates({"X-Telegram-Bot-Api-Secret-Token": SECRET}, body))

    return channel, lambda name: _Telegram(name, server, bring)


@dataclass
class _ZaloBot:
    name: str
    server: ZaloServer
    bring: Bring

    @property
    def texts(self) -> list[str]:
        return [post.text for post in self.server.person(self.name).screen]

    async def says(self, text: str) -> None:
        await self.bring(self.server.person(self.name).say(text))

    async def takes(self, label: str) -> None:
        await self.bring(self.server.person(self.name).choose(label))


async def _zalo_bot(stack: AsyncExitStack, database: SqlDatabase, now: datetime, hears: Bring) -> tuple[Any, Any]:
    server = await stack.enter_async_context(ZaloServer())
    channel = ZaloBotChannel(_settings(now, zalo_bot_token=server.token, zalo_bot_api_base=server.url))
    stack.push_async_callback(channel.close)

    async def bring(update: Any) -> None:
        server.updates.clear()
        update["message"]["date"] = int(now.timestamp() * 1000)
        body = json.dumps({"ok": True, "result": update}).encode()
        await hears(channel.webhook_updates({"X-Bot-Api-Secret-Token": SECRET}, body))

    return channel, lambda name: _ZaloBot(name, server, bring)


@dataclass
class _ZaloOa:
    name: str
    server: ZaloOaServer
    bring: Bring

    @property
    def texts(self) -> list[str]:
        return [
            "\n".join([post.text, *(title for title, _ in post.buttons)])
            for post in self.server.person(self.name).screen
        ]

    async def says(self, text: str) -> None:
        await self.bring(self.server.person(self.name).say(text))

    async def takes(self, label: str) -> None:
        await self.bring(self.server.person(self.name).choose(label))


async def _zalo_oa(stack: AsyncExitStack, database: SqlDatabase, now: datetime, hears: Bring) -> tuple[Any, Any]:
    server = await stack.enter_async_context(ZaloOaServer())
    given = {name.lower(): value for name, value in server.environment.items()}
    channel = ZaloOaChannel(_settings(now, **given), database)
    stack.push_async_callback(channel.close)

    async def bring(event: Any) -> None:
        body, headers = server.signed(event)
        await hears(channel.webhook_updates(headers, body))

    return channel, lambda name: _ZaloOa(name, server, bring)


@dataclass
class _Terminal:
    name: str
    shown: list[Said]
    channel: TerminalChannel
    bring: Bring
    now: datetime

    @property
    def texts(self) -> list[str]:
        own = [said.reply for said in self.shown if said.to == self.name]
        return ["\n".join(part.plain for part in render(reply, self.channel.capabilities)) for reply in own]

    async def says(self, text: str) -> None:
        await self.bring([terminal.typed(self.name, text, self.now)])

    async def takes(self, label: str) -> None:
        """Types the number that stands before the label in the newest menu that has it."""
        for text in reversed(self.texts):
            for line in text.split("\n"):
                number = re.match(r"(\d+)\. ", line)
                of_line, _, labels = line.partition(": ")
                typed = label.replace(". ", " ", 1)
                if any(f"{of_line} {one}" == typed for one in labels.split(" · ")):
                    await self.says(typed.lower())
                    return
                if number and label in line[number.end() :]:
                    await self.says(number[1])
                    return
        raise AssertionError(f"no choice {label!r} on: {self.texts[-2:]}")


async def _terminal(stack: AsyncExitStack, database: SqlDatabase, now: datetime, hears: Bring) -> tuple[Any, Any]:
    shown: list[Said] = []
    channel = TerminalChannel(shown.append, Path(stack.enter_context(_folder())))
    return channel, lambda name: _Terminal(name, shown, channel, hears, now)


def _folder() -> Any:
    import tempfile

    return tempfile.TemporaryDirectory()


def _settings(now: datetime, **more: Any) -> Settings:
    common = {"public_url": PUBLIC, "webhook_secret": SECRET, "now": now}
    return Settings(_env_file=None, **(common | more))


_MAKERS = {"telegram": _telegram, "zalo_bot": _zalo_bot, "zalo_oa": _zalo_oa, "terminal": _terminal}
