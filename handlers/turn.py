"""What a handler is given: who spoke, the open unit of work, the moment, and the office's services."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from handlers.capabilities import Capabilities
from handlers.messages import Incoming, Reply
from handlers.outside import (
    Fetch,
    FileFault,
    FileRefused,
    LookForMark,
    Needs,
    PlanReading,
    ReadPlan,
    ReceivedFile,
    Result,
    Work,
)
from knowledge.filetypes import PICTURES, is_named_secret, kind_of
from knowledge.vietnamese import clean
from storage.records import MAX_FILE, Member, Role
from storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from handlers.office import FollowedPlan, Office


@dataclass(frozen=True, slots=True)
class Turn:
    """One message being handled, inside one write transaction.

    `member` is None for a stranger. `now` is aware UTC, `today` the day at the office. `office` holds what outlives a
    message (plans with their engines, the calendar). `key` is unique for the message handled: outbox keys build on it.
    `in_plan`: the plan that a choice or step was offered for, "" for the person's own. `done`: what was done for this
    message outside of the transaction. `commands`: the listed ones that the person may use; `again`: answers words as
    if the person had typed them now.
    """

    incoming: Incoming
    member: Member | None
    uow: UnitOfWork
    now: datetime
    today: date
    zone: ZoneInfo
    office: Office
    capabilities: Capabilities
    key: str
    commands: Sequence[Command]
    again: Callable[[Turn, str], Awaitable[Reply]]
    in_plan: str = ""
    done: Mapping[Work, Result] = field(default_factory=dict)

    @property
    def who(self) -> Member:
        """The member; only for handlers that `dispatch` calls for approved people."""
        if self.member is None:
            raise RuntimeError("a stranger reached a handler for members")
        return self.member

    def lines(self, words: str) -> str:
        """The words with the line breaks that they were typed with, where what they are depends on it (a list of
        reports); words that were not typed now stay as they are."""
        kept = "\n".join(filter(None, map(clean, (self.incoming.text or "").split("\n"))))
        flat = kept.replace("\n", " ")
        return kept[len(flat) - len(words) :] if flat.endswith(words) else words

    async def plan(self) -> FollowedPlan | None:
        """The plan that the conversation is about, or None when none is loaded."""
        member = self.member.id if self.member is not None else None
        return await self.office.plan(self.uow, member=member, wanted=self.in_plan)

    async def file(self) -> ReceivedFile | None:
        """The file that came with the message, whole; None when none did. Raises FileRefused. To be asked before
        anything is changed: the first time, it ends the transaction (handlers.outside)."""
        sent = self.incoming.file
        if sent is None:
            return None
        if sent.size > MAX_FILE:
            raise FileRefused(FileFault.TOO_LARGE, sent.name)
        came = self._outside(Fetch(sent.reference, MAX_FILE))
        if isinstance(came, FileFault):
            raise FileRefused(came, sent.name)
        assert isinstance(came, bytes)
        return ReceivedFile(sent.name, sent.media_type, came)

    def plan_in(self, content: bytes, name: str) -> PlanReading:
        """The plan that a file holds. As `file`, to be asked before anything is changed."""
        came = self._outside(ReadPlan(content, name, self.today.year))
        assert isinstance(came, PlanReading)
        return came

    def is_classified(self, file: ReceivedFile) -> bool:
        """Whether the file bears a mark of secrecy, in its name or, where its text can be read, on its first page. As
        `file`, to be asked before anything is changed."""
        if is_named_secret(file.name):
            return True
        return kind_of(file.content) not in PICTURES and bool(self._outside(LookForMark(file.content)))

    def _outside(self, work: Work) -> Result:
        """What came of the work. Raises Needs when it has not been done yet."""
        if work not in self.done:
            raise Needs(work)
        return self.done[work]


CommandHandler = Callable[[Turn, str], Awaitable[Reply]]
"""Handles a command; the text is what stands after the command word, stripped, "" for none."""


@dataclass(frozen=True, slots=True)
class Command:
    """`name` as typed after the slash (a–z, 0–9, _); `private`: never in a group; `listed`: shown in help and menu."""

    name: str
    handler: CommandHandler
    roles: frozenset[Role] = frozenset(Role)
    private: bool = False
    listed: bool = True


ActionHandler = Callable[[Turn, dict[str, str]], Awaitable[Reply]]
"""Handles a choice that was taken, with the arguments it was offered with."""

FileHandler = Callable[[Turn, dict[str, str], str], Awaitable[Reply | None]]
"""Handles a file that a flow waited for, with the flow's data and the words that came with it ("" for none)."""

FlowHandler = Callable[[Turn, dict[str, str], str], Awaitable[Reply | None]]
"""Handles the text that a flow waited for, with the flow's data; None: not meant for me, treat as a new message."""
