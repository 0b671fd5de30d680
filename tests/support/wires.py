"""A messaging service at the edge of the program: keeps what it accepted, and answers as a test tells it."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.channels.base import NotFetched
from handlers.capabilities import Capabilities
from handlers.messages import Incoming, IncomingFile, Paragraph, Reply
from handlers.outside import FileFault
from scheduler.pacing import UNLIMITED, Rates
from scheduler.sending import Outcome, PartSent, Verdict


@dataclass(frozen=True, slots=True)
class Arrived:
    """A message as it arrived in a chat: `at` in monotonic seconds, `first_part` from 0."""

    chat: str
    text: str
    at: float
    repeat: bool
    replaces: str | None
    reply: Reply
    first_part: int


@dataclass
class FakeService:
    """A scheduler.sending.Sender. `answers_to[chat]`: outcomes given in turn (an exception is raised), then SENT; what
    is UNKNOWN arrives all the same, as it may in life. `fails_with`: given for every call until set to None; `away`: it
    does not even answer courtesy calls; `stuck`: chats whose calls never return; `parts`: of how many
    parts each message is; `called`: set by every call."""

    name: str = "wire"
    rates: Rates = UNLIMITED
    capabilities: Capabilities = field(default_factory=lambda: BUTTONS)
    monotonic: Callable[[], float] = lambda: 0.0
    arrived: list[Arrived] = field(default_factory=list)
    calls: list[tuple[str, float]] = field(default_factory=list)
    answers_to: dict[str, deque[Outcome | BaseException]] = field(default_factory=dict)
    fails_with: Outcome | None = None
    away: bool = False
    parts: int = 1
    stuck: set[str] = field(default_factory=set)
    called: asyncio.Event = field(default_factory=asyncio.Event)

    def will_answer(self, chat: str, *outcomes: Outcome | BaseException) -> None:
        """Queues what the next calls for a chat are answered."""
        self.answers_to.setdefault(chat, deque()).extend(outcomes)

    def is_group(self, chat: str) -> bool:
        return chat.startswith("-")

    async def answers(self) -> bool:
        return not self.away

    async def send(
        self, chat: str, reply: Reply, *, replaces: str | None, first_part: int, repeat: bool, part_sent: PartSent
    ) -> Outcome:
        self.calls.append((chat, self.monotonic()))
        self.called.set()
        if chat in self.stuck:
            await asyncio.Event().wait()
        waiting = self.answers_to.get(chat)
        well = self.fails_with or Outcome(Verdict.SENT, remote=str(len(self.arrived) + 1))
        outcome = waiting.popleft() if waiting else well
        if isinstance(outcome, BaseException):
            raise outcome
        if outcome.verdict in (Verdict.SENT, Verdict.UNKNOWN):
            self.arrived.append(Arrived(chat, _words(reply), self.monotonic(), repeat, replaces, reply, first_part))
        for part in range(first_part + 1, self.parts):
            await part_sent(part)
        return outcome

    def texts(self, chat: str | None = None) -> list[str]:
        """What arrived (in one chat), in order."""
        return [a.text for a in self.arrived if chat is None or a.chat == chat]


BUTTONS = Capabilities(
    buttons=True,
    edit=True,
    files_in=False,
    files_out=False,
    images_out=False,
    max_text=4096,
    text_unit="characters",
    markup="html",
)


@dataclass
class FakeChannel(FakeService):
    """A bot.channels.base.Channel: updates are {"chat", "text" | "press" | "file"} as JSON; "garbage" cannot be
    read. `files`: what may be fetched, by reference."""

    seen: list[str] = field(default_factory=list)
    files: dict[str, bytes | FileFault] = field(default_factory=dict)
    fetched: list[str] = field(default_factory=list)

    def read(self, payload: str) -> Incoming | None:
        if payload == "garbage":
            raise ValueError(payload)
        update = json.loads(payload)
        if update.get("ours") is False:
            return None
        return Incoming(
            channel=self.name,
            chat=update["chat"],
            account=update["chat"],
            name=update["chat"],
            received=datetime(2026, 11, 24, 1, tzinfo=UTC),
            text=update.get("text"),
            pressed=update.get("press"),
            file=IncomingFile(update["file"], update["file"], 1) if "file" in update else None,
            message=update.get("message"),
        )

    async def fetch(self, reference: str, limit: int) -> bytes:
        self.fetched.append(reference)
        found = self.files.get(reference, FileFault.GONE)
        if isinstance(found, FileFault):
            raise NotFetched(found)
        return found

    async def press_seen(self, payload: str) -> None:
        self.seen.append(payload)

    async def typing(self, chat: str) -> None:
        return None


def update(key: str, chat: str, text: str | None = None, **more: object) -> tuple[str, str, str]:
    """What a FakeChannel would have fetched: key, lane, payload."""
    return key, chat, json.dumps({"chat": chat, "text": text, **more})


def _words(reply: Reply) -> str:
    return "\n".join(block.text for block in reply.blocks if isinstance(block, Paragraph))
