"""People who talk to the handlers directly, over a real database: what is offered to them is stored."""

from __future__ import annotations

import asyncio
import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.outside import perform
from handlers import dispatch
from handlers.capabilities import Capabilities
from handlers.messages import Choice, Fields, Incoming, IncomingFile, Items, Reply, load
from handlers.office import Office
from handlers.outside import FileFault, Needs, Result, Work
from knowledge.model import Plan
from knowledge.workdays import Calendar
from scheduler.offers import offered
from storage.records import Member, Role
from storage.unit_of_work import Database
from tests.support.wires import FakeChannel

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
BUTTONS = Capabilities(
    buttons=True,
    edit=True,
    files_in=True,
    files_out=True,
    images_out=True,
    max_text=4096,
    text_unit="characters",
    markup="html",
    max_buttons=100,
)


def text_of(reply: Reply | None) -> str:
    """Everything a person reads in a reply, choices included."""
    if reply is None:
        return ""
    lines: list[str] = []
    for block in reply.blocks:
        if isinstance(block, Fields):
            lines += [f"{label}: {value}" for label, value in block.pairs]
        elif isinstance(block, Items):
            lines += block.items
        else:
            lines.append(getattr(block, "text", ""))
    return "\n".join([*lines, *(f"[{choice.label}]" for choice in reply.choices)])


@dataclass
class Talk:
    """A chat room of the test: the database, the office's services, and a clock that the test sets."""

    database: Database
    now: datetime = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
    office: Office = field(default_factory=lambda: Office(Calendar()))
    channel: str = "terminal"
    capabilities: Capabilities = BUTTONS
    files: dict[str, bytes | FileFault] = field(default_factory=dict)
    _keys: itertools.count[int] = field(default_factory=itertools.count)

    async def perform(self, work: Work) -> Result:
        """What the inbox does between two tries at a message: here files come from `files`."""
        return await perform(work, FakeChannel(files=self.files), asyncio.Semaphore(1))

    async def follow(self, plan: Plan, since: datetime | None = None) -> None:
        """Loads a plan, followed from the day of `since` (default: now)."""
        day = (since or self.now).astimezone(ZONE).date()
        async with self.database.write() as uow:
            await uow.plans.put(plan.id, plan.model_dump_json(), day, plan.ends, self.now)

    async def member(self, name: str, role: Role = Role.STAFF, unit: str | None = None) -> Person:
        """An approved person with an account of the same name."""
        async with self.database.write() as uow:
            member = await uow.members.add(name, role, unit, self.now)
            await uow.members.link(member.id, self.channel, name, name)
        return Person(self, name)

    async def told(self, person: Person) -> str:
        """Everything that waits to be sent to the person by now; it counts as sent from then on."""
        member, said, others = await person.member(), [], set[int]()
        async with self.database.write() as uow:
            while due := await uow.outbox.due(self.now, limit=1000, skip=others):
                others |= {m.id for m in due if member is None or m.member_id != member.id}
                for message in (m for m in due if m.id not in others):
                    await uow.outbox.sending(message.id)
                    await uow.outbox.sent(message.id, self.now)
                    said.append(text_of(load(message.reply)))
        return "\n".join(said)

    async def deliver(self, chat: str, reply: Reply) -> Reply:
        """A message that the bot sends of its own accord, as it arrives in a chat."""
        async with self.database.write() as uow:
            return await offered(uow, self.channel, chat, reply, self.now)

    def stranger(self, name: str) -> Person:
        """Somebody whom nobody let in."""
        return Person(self, name)


@dataclass
class Person:
    """Someone at their telephone. `screen` is the last reply they saw."""

    talk: Talk
    name: str
    chat: str | None = None
    screen: Reply | None = None

    @property
    def read(self) -> str:
        """What the last reply says."""
        return text_of(self.screen)

    async def says(self, text: str, *, private: bool = True, forwarded: bool = False, replied: str = "") -> str:
        """Types a message, perhaps in reply to one of the bot's; what the bot answers."""
        return await self._does(text=text, private=private, forwarded=forwarded, replied=replied)

    async def takes(self, label: str) -> str:
        """Presses the choice whose label has these words; what the bot answers."""
        return await self._does(pressed=self.choice(label).token)

    async def takes_access(self, words: str) -> str:
        """Asks to be let in, with name and unit in these words."""
        await self.says("/start")
        await self.takes("Xin sử dụng")
        return await self.says(words)

    def choice(self, label: str) -> Choice:
        """The choice on screen whose label has these words."""
        assert self.screen is not None
        found = [c for c in self.screen.choices if label.casefold() in c.label.casefold()]
        assert found, f"no choice {label!r} on: {self.read}"
        return found[0]

    async def presses(self, token: str) -> str:
        """Presses a button by its token, whosever it is."""
        return await self._does(pressed=token)

    async def member(self) -> Member | None:
        """Who the bot takes this person for."""
        async with self.talk.database.read() as uow:
            return await uow.members.by_account(self.talk.channel, self.name)

    async def sends(self, content: bytes, name: str = "", caption: str | None = None, media_type: str = "") -> str:
        """Sends a file (a photo when it has no name) with words under it; what the bot answers."""
        reference = f"file{next(self.talk._keys)}"
        self.talk.files[reference] = content
        return await self._does(text=caption, file=IncomingFile(reference, name, len(content), media_type))

    async def _does(
        self,
        *,
        text: str | None = None,
        pressed: str | None = None,
        private: bool = True,
        forwarded: bool = False,
        file: IncomingFile | None = None,
        replied: str = "",
    ) -> str:
        talk, chat = self.talk, self.chat or self.name
        incoming = Incoming(
            channel=talk.channel,
            chat=chat,
            account=self.name,
            name=self.name,
            received=talk.now,
            text=text,
            pressed=pressed,
            file=file,
            private=private,
            forwarded=forwarded,
            message="1" if pressed else None,
            replied=replied,
        )
        self.screen = await self._answer(incoming, chat, f"{talk.channel}:{next(talk._keys)}", {})
        return self.read

    async def _answer(self, incoming: Incoming, chat: str, key: str, done: dict[Work, Result]) -> Reply | None:
        talk = self.talk
        try:
            async with talk.database.write() as uow:
                reply = await dispatch.handle(
                    incoming,
                    uow=uow,
                    now=talk.now,
                    zone=ZONE,
                    office=talk.office,
                    capabilities=talk.capabilities,
                    key=key,
                    done=done,
                )
                return None if reply is None else await offered(uow, talk.channel, chat, reply, talk.now)
        except Needs as needs:
            return await self._answer(incoming, chat, key, {**done, needs.work: await talk.perform(needs.work)})
