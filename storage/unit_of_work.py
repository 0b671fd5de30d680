"""The one way to storage: a unit of work, with one repository a subject.

    async with database.write() as uow:    # one transaction; commits at the end, rolls back on any exception
        await uow.progress.add(...)
    async with database.read() as uow:     # a consistent reading; writing through it is an error

Every `now` is an aware time. Methods named `add` return the stored record.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import date, datetime, timedelta
from typing import Protocol

from storage.records import (
    AccessRequest,
    Announcement,
    Attempt,
    AuditEntry,
    Cause,
    ChannelUsage,
    Completion,
    Conversation,
    EntryKind,
    Erasure,
    Evidence,
    Extension,
    ExtensionRequest,
    FaqEntry,
    InboxItem,
    Inquiry,
    InquiryKind,
    Invite,
    LinkedFile,
    Member,
    MessageKind,
    MessageState,
    OfferedChoice,
    OutboxMessage,
    PlanHead,
    ProgressEntry,
    Quote,
    RequestStage,
    RequestState,
    Role,
    Ruling,
    RulingKind,
    ShortCode,
    Status,
    StoredFile,
    StoredPlan,
    TargetValue,
    Unclear,
    Urging,
    VocabularyEntry,
)
from storage.reminding import CalendarLinks, Leaves, PersonalSettings, ReminderLines, Silences, UnitChats


class Members(Protocol):
    """Approved people and their accounts on the channels."""

    async def get(self, member_id: int) -> Member | None: ...
    async def several(self, member_ids: Collection[int]) -> dict[int, Member]:
        """Those of the numbers that there are."""

    async def by_account(self, channel: str, account: str) -> Member | None: ...
    async def all(self, *, active: bool | None = True) -> list[Member]: ...
    async def of_unit(self, unit: str) -> list[Member]: ...
    async def with_role(self, role: Role) -> list[Member]: ...
    async def add(self, name: str, role: Role, unit: str | None, now: datetime) -> Member: ...
    async def link(self, member_id: int, channel: str, account: str, chat: str) -> None:
        """Ties a channel account to the member; an account already tied to another member is moved."""

    async def change(
        self,
        member_id: int,
        *,
        role: Role | None = None,
        unit: str | None = None,
        active: bool | None = None,
        name: str | None = None,
    ) -> Member:
        """Changes what is given (None: leave as it is)."""

    async def set_unit(self, member_id: int, unit: str | None) -> None:
        """Moves the member to a unit, or (None) out of every unit."""

    async def set_reachable(self, channel: str, account: str, reachable: bool) -> None: ...


class Invites(Protocol):
    """One-time codes, kept as hashes."""

    async def add(
        self,
        code: str,
        role: Role,
        unit: str | None,
        expires: datetime,
        now: datetime,
        created_by: int | None,
        *,
        name: str = "",
    ) -> Invite:
        """Keeps the hash of `code` (compared without regard to case and spaces). `name`: whom it is for."""

    async def redeem(self, code: str, now: datetime) -> Invite | None:
        """The unused, unexpired invite of this code, marked used in this transaction; None when there is none."""

    async def take(self, invite_id: int, now: datetime) -> Invite | None:
        """The invite, when it is unused and unexpired, marked used in this transaction."""

    async def used_by(self, invite_id: int, member_id: int) -> None: ...
    async def note_failure(self, channel: str, account: str, now: datetime) -> None: ...
    async def failures(self, channel: str, account: str, since: datetime) -> int: ...


class ShortCodes(Protocol):
    """Codes of six digits, each for an invitation or for another account of a member; kept as hashes."""

    async def issue(
        self, now: datetime, expires: datetime, *, invite_id: int | None = None, member_id: int | None = None
    ) -> str:
        """A code that nobody else holds now. A member has one at a time."""

    async def redeem(self, code: str, now: datetime) -> ShortCode | None:
        """What the code was for, once; None when there is no such code (any more)."""

    async def failures(self, since: datetime) -> int:
        """Wrong codes of every account."""


class Requests(Protocol):
    """Strangers who ask to be let in."""

    async def add(
        self, channel: str, account: str, chat: str, name: str, words: str, unit: str | None, now: datetime
    ) -> AccessRequest:
        """A pending request; a second one from the same account replaces the words and unit of the first."""

    async def get(self, request_id: int) -> AccessRequest | None: ...
    async def pending(self) -> list[AccessRequest]: ...
    async def pending_of(self, channel: str, account: str) -> AccessRequest | None: ...
    async def decide(self, request_id: int, state: RequestState, by: int, now: datetime) -> bool:
        """True when this call decided it; False when it was decided before."""


class Plans(Protocol):
    """Loaded plans and their versions."""

    async def active(self) -> list[StoredPlan]:
        """The plans that are followed, the one that was loaded first coming first."""

    async def active_heads(self) -> list[PlanHead]:
        """Those of `active`, without their documents."""

    async def active_ids(self) -> list[str]:
        """The ids of `active`."""

    async def all(self) -> list[StoredPlan]:
        """Archived ones too."""

    async def get(self, plan_id: str) -> StoredPlan | None: ...
    async def put(self, plan_id: str, document: str, followed_from: date, ends: date, now: datetime) -> StoredPlan:
        """Loads a plan, or a further version of it (followed_from and ends of the first loading stand). The same
        document again is no further version. An archived plan is followed again."""

    async def version(self, plan_id: str, version: int) -> StoredPlan | None:
        """The plan with the document that it had in that version (1 is the first)."""

    async def as_of(self, plan_id: str, moment: datetime) -> StoredPlan | None:
        """The plan with the document that stood at that moment; None before it was loaded."""

    async def set_active(self, plan_id: str, active: bool) -> None:
        """Archives a plan, or takes it up again."""

    async def set_followed_from(self, plan_id: str, day: date) -> None: ...
    async def set_ends(self, plan_id: str, day: date) -> None: ...


class Progress(Protocol):
    """The log of progress; nothing in it is ever changed or deleted."""

    async def add(
        self,
        *,
        plan: str,
        task: str,
        period: str,
        kind: EntryKind,
        percent: float | None,
        status: Status | None,
        note: str,
        member_id: int,
        unit: str | None,
        channel: str,
        now: datetime,
        undoes: int | None = None,
        awaits: bool = False,
    ) -> ProgressEntry: ...
    async def get(self, entry_id: int) -> ProgressEntry | None: ...
    async def latest(self, plan: str, task: str, period: str) -> ProgressEntry | None:
        """The last UPDATE of the occurrence that has not been taken back: what stands now."""

    async def latest_of_plan(self, plan: str) -> dict[tuple[str, str], ProgressEntry]:
        """What stands now, for every occurrence that has an update: (task, period) → entry."""

    async def completions(self, plan: str) -> dict[tuple[str, str], Completion]:
        """For every occurrence that is reported completed now: (task, period) → since when."""

    async def history(
        self, plan: str, task: str | None = None, *, limit: int = 50, offset: int = 0
    ) -> list[ProgressEntry]:
        """The log, newest first, undone entries and undos included."""

    async def last_by(self, member_id: int, *, since: datetime) -> ProgressEntry | None:
        """The member's newest entry that can still be taken back (an UPDATE or NOTE, not undone)."""


class Rulings(Protocol):
    """What the office rules about occurrences."""

    async def add(
        self,
        *,
        plan: str,
        task: str,
        period: str,
        kind: RulingKind,
        member_id: int,
        now: datetime,
        entry: int | None = None,
        onward: bool = False,
        reason: str = "",
        document: str = "",
    ) -> Ruling: ...
    async def get(self, ruling_id: int) -> Ruling | None: ...
    async def undo(self, ruling_id: int, now: datetime) -> None: ...
    async def of_plan(self, plan: str) -> list[Ruling]:
        """Every ruling, oldest first, undone ones left out."""

    async def history(self, plan: str) -> list[Ruling]:
        """Every ruling ever, oldest first."""


class TargetValues(Protocol):
    """The log of measured values of targets; nothing in it is ever changed or deleted."""

    async def add(
        self,
        *,
        plan: str,
        target: str,
        period: str,
        day: date,
        value: float | None,
        document: str,
        note: str,
        member_id: int,
        unit: str | None,
        now: datetime,
        undoes: int | None = None,
    ) -> TargetValue:
        """Raises NotWritten when `undoes` was taken back meanwhile."""

    async def get(self, value_id: int) -> TargetValue | None: ...
    async def of_plan(self, plan: str) -> list[TargetValue]:
        """The log, oldest first, with what was taken back and what took it back."""


class Extensions(Protocol):
    """Later deadlines that the office allowed."""

    async def add(
        self,
        *,
        plan: str,
        task: str,
        period: str,
        due: date,
        previous: date | None,
        reason: str,
        document: str,
        member_id: int,
        now: datetime,
    ) -> Extension: ...
    async def get(self, extension_id: int) -> Extension | None: ...
    async def undo(self, extension_id: int, now: datetime) -> None: ...
    async def of_plan(self, plan: str) -> list[Extension]:
        """Every extension in force or superseded, oldest first, undone ones left out."""

    async def history(self, plan: str) -> list[Extension]:
        """Every extension ever, oldest first."""


class ExtensionRequests(Protocol):
    """Units' requests for later deadlines."""

    async def add(
        self,
        *,
        plan: str,
        task: str,
        period: str,
        due: date,
        previous: date | None,
        reason: str,
        document: str,
        stage: RequestStage,
        member_id: int,
        now: datetime,
    ) -> ExtensionRequest: ...
    async def get(self, request_id: int) -> ExtensionRequest | None: ...
    async def of_extension(self, extension_id: int) -> ExtensionRequest | None:
        """The request that this extension granted."""

    async def open(self, plan: str) -> list[ExtensionRequest]:
        """Those that somebody still has to decide, oldest first."""

    async def move(
        self,
        request_id: int,
        stages: Collection[RequestStage],
        stage: RequestStage,
        *,
        passed_by: int | None = None,
        decided_by: int | None = None,
        now: datetime | None = None,
        answer: str = "",
        extension: int | None = None,
    ) -> bool:
        """Takes the request from one of `stages` to `stage`; False when it is in none of them (any more). Who passed it
        on is kept, unless given or unless it goes back to the head."""


class Assignments(Protocol):
    """Who of a unit does a task."""

    async def add(self, plan: str, task: str, member_id: int, by: int, now: datetime) -> bool:
        """False when the person has the task already."""

    async def end(self, plan: str, task: str, member_id: int, by: int, now: datetime) -> bool:
        """False when the person does not have the task."""

    async def of_plan(self, plan: str) -> dict[str, tuple[int, ...]]:
        """Task → the active members who do it, in the order in which they were given it."""

    async def of_member(self, member_id: int) -> list[tuple[str, str]]:
        """(plan, task) of what the person does."""


class Evidences(Protocol):
    """Files that speak for progress entries."""

    async def add(self, entry: int, sha256: str, name: str, member_id: int, now: datetime) -> Evidence:
        """Puts a stored file to an entry; the same file twice is there once."""

    async def get(self, evidence_id: int) -> Evidence | None: ...
    async def withdraw(self, evidence_id: int, now: datetime) -> None: ...
    async def of_occurrence(self, plan: str, task: str, period: str) -> list[Evidence]:
        """What stands for an occurrence, oldest first."""

    async def history(self, plan: str) -> list[Evidence]:
        """What ever stood for anything of the plan, oldest first."""

    async def counts(self, entries: Collection[int]) -> dict[int, int]:
        """How many files stand for each of the entries that have any."""


class Urgings(Protocol):
    """Urgings of units by the office."""

    async def add(self, plan: str, unit: str, member_id: int, people: int, now: datetime) -> Urging: ...
    async def of_plan(self, plan: str, since: datetime) -> list[Urging]: ...


class Inquiries(Protocol):
    """Questions for the office."""

    async def add(
        self,
        *,
        plan: str,
        kind: InquiryKind,
        question: str,
        folded: str,
        said: str,
        member_id: int | None,
        now: datetime,
        understood: str = "",
    ) -> Inquiry:
        """`folded`: the question as it is recognised again when others ask the same."""

    async def get(self, inquiry_id: int) -> Inquiry | None: ...
    async def waiting(self, plan: str) -> list[Inquiry]:
        """Asked or called wrong and not answered yet, oldest first."""

    async def unfound(self, plan: str, *, limit: int = 20) -> list[tuple[str, int]]:
        """Questions that found nothing, with how often, the most frequent first."""

    async def settle(self, inquiry_id: int, reply: str, by: int, now: datetime) -> bool:
        """Answers it ("": nothing to answer); False when it was settled before."""

    async def dismiss_unfound(self, plan: str, folded: str, by: int, now: datetime) -> int:
        """Settles a question that found nothing, however often it was asked; how often that was."""

    async def restore_unfound(self, plan: str, folded: str) -> None:
        """Takes that back."""


class Faq(Protocol):
    """Answers that the office keeps for everybody. One that is withdrawn stays, and can be put back."""

    async def add(
        self,
        *,
        plan: str,
        questions: Sequence[str],
        answer: str,
        source: str,
        version: int,
        member_id: int,
        now: datetime,
        supersedes: int | None = None,
    ) -> FaqEntry:
        """`supersedes`: the entry in whose place it comes, which is withdrawn."""

    async def get(self, entry_id: int) -> FaqEntry | None: ...
    async def of_plan(self, plan: str) -> list[FaqEntry]:
        """Entries that stand, the newest first."""

    async def set_withdrawn(self, entry_id: int, withdrawn: bool) -> bool:
        """Withdraws an entry or puts it back; False when it stood so already."""


class Vocabulary(Protocol):
    """Words that the office added for a plan. One that is taken out stays, and can be put back."""

    async def add(
        self, plan: str, kind: str, said: str, meant: str, member_id: int | None, now: datetime
    ) -> VocabularyEntry: ...
    async def get(self, entry_id: int) -> VocabularyEntry | None: ...
    async def of_plan(self, plan: str) -> list[VocabularyEntry]:
        """Words in use, oldest first."""

    async def set_withdrawn(self, entry_id: int, withdrawn: bool) -> bool:
        """Takes a word out or puts it back; False when it stood so already."""


class Quotes(Protocol):
    """Checkable quotes."""

    async def put(self, quote: Quote) -> Quote:
        """Keeps the quote; the earlier one when the same words of the same version were quoted before."""

    async def get(self, code: str) -> Quote | None: ...


class Files(Protocol):
    """Files that people sent, kept once however often they are sent."""

    async def put(
        self, content: bytes, name: str, media_type: str, now: datetime, member_id: int | None = None
    ) -> StoredFile:
        """Keeps the file; what is kept already when the same bytes came before. Raises FileTooLarge above
        storage.records.MAX_FILE."""

    async def get(self, sha256: str) -> StoredFile | None: ...
    async def content(self, sha256: str) -> bytes | None: ...


class Links(Protocol):
    """Addresses under which a chat fetches a file of ours; known by a long random token, of which the hash is kept."""

    async def add(
        self, token: str, file: LinkedFile, *, channel: str, chat: str, expires: datetime, now: datetime
    ) -> None: ...
    async def find(self, token: str, now: datetime) -> LinkedFile | None:
        """None when it was never given, has expired, was revoked, or the member whose chat it is was locked."""

    async def open(self, channel: str, chat: str, now: datetime) -> int:
        """How many addresses of this chat can be fetched."""

    async def revoke(self, channel: str, chat: str) -> int:
        """Takes back those of this chat. How many there were."""

    async def purge(self, before: datetime) -> int: ...


class Receipts(Protocol):
    """Who has said that something is clear to them."""

    async def add(self, subject: str, member_id: int, now: datetime) -> None:
        """The first time counts."""

    async def of(self, subject: str) -> dict[int, datetime]:
        """Member → when."""


class Announcements(Protocol):
    """What the office tells many, and who has read it. The messages are in the outbox: "broadcast:{id}:{member}"."""

    async def add(
        self, words: str, audience: str, member_id: int, people: int, now: datetime, *, sha256: str = "", name: str = ""
    ) -> Announcement: ...
    async def get(self, announcement_id: int) -> Announcement | None: ...
    async def newest(self, *, limit: int = 6) -> list[Announcement]: ...
    async def stop(self, announcement_id: int, now: datetime) -> None: ...
    async def read(self, announcement_id: int, member_id: int, now: datetime) -> bool:
        """False when the person had read it before."""

    async def readers(self, announcement_id: int) -> set[int]: ...


class Privacy(Protocol):
    """People's own data: consent, requests to erase, everything that is kept about one person."""

    async def consent(self, member_id: int, version: int, now: datetime) -> bool:
        """False when the person had agreed to this wording before, and not taken it back."""

    async def consented(self, member_id: int, version: int) -> datetime | None:
        """When the person agreed to this wording; None when they did not, or took it back."""

    async def withdraw_consent(self, member_id: int, now: datetime) -> bool:
        """Takes back what the person agreed to. False when there was nothing to take back."""

    async def withdrawals(self) -> dict[int, datetime]:
        """Who took their consent back, when, and has not agreed again."""

    async def ask_erasure(self, member_id: int, now: datetime) -> Erasure:
        """A request; the one that waits when there is one."""

    async def erasure(self, erasure_id: int) -> Erasure | None: ...
    async def erasures(self) -> list[Erasure]:
        """Those that wait, oldest first."""

    async def decide_erasure(self, erasure_id: int, by: int, now: datetime, *, done: bool) -> bool:
        """False when it was decided before."""

    async def everything(self, member_id: int) -> dict[str, list[dict[str, object]]]:
        """Table → every row that names the member, without what guards codes and without the bytes of files."""

    async def pseudonymise(self, member_id: int, name: str) -> None:
        """Takes the person out: accounts and what names them go, the official log keeps `name`."""


class Audit(Protocol):
    """The acts of the office and refused attempts."""

    async def add(
        self,
        *,
        member_id: int | None,
        member_name: str,
        action: str,
        subject: str,
        now: datetime,
        before: str = "",
        after: str = "",
    ) -> AuditEntry: ...
    async def newest(
        self,
        *,
        limit: int = 20,
        offset: int = 0,
        action: str | None = None,
        members: Collection[int] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> list[AuditEntry]:
        """The newest first; only of one act, of some people, from `since` on, before `until`."""


class Inbox(Protocol):
    """Updates fetched from channels, stored before they are acknowledged."""

    async def store(self, channel: str, items: Sequence[tuple[str, str, str]], now: datetime) -> int:
        """Keeps (key, lane, payload) of a fetched batch; keys seen before are passed over. How many were new."""

    async def waiting(self, *, limit: int = 200) -> list[InboxItem]:
        """Not yet handled, oldest first."""

    async def next(self, lane: str) -> InboxItem | None:
        """The oldest unhandled item of the lane."""

    async def lanes(self) -> list[str]:
        """Lanes that have unhandled items, the longest-waiting first."""

    async def done(self, item_id: int, now: datetime, error: str = "") -> bool:
        """Marks it handled, in the handler's own transaction. False when it was handled before."""

    async def purge(self, before: datetime) -> int: ...


class Outbox(Protocol):
    """Messages to send, stored before they are sent."""

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
        """Queues a message; False (and nothing changed) when the key is already there. `roles`: it is dropped when the
        member has none of them any more when it leaves; `urgent`: a reminder that goes before the others; `not_by`: a
        channel that it must not take."""

    async def recover(self, now: datetime) -> int:
        """After a crash: rows found in "sending" become pending repeats (broadcasts: held). How many there were.
        Only for the one that sends (see Leases): another's message in flight would be sent twice."""

    async def due(self, now: datetime, *, limit: int = 100, skip: Collection[int] = ()) -> list[OutboxMessage]:
        """Pending and due: replies and decisions first, then reminders, then broadcasts; oldest first in each.
        `skip`: ids that the caller has in hand already (at most some thousands)."""

    async def sending(self, message_id: int, via: str = "") -> bool:
        """Marks it "sending" on the channel `via` just before the call; False when somebody else has it. On another
        channel than before it begins at its first part."""

    async def tried(self, message_id: int, attempt: Attempt) -> None:
        """Adds a line to the message's trail."""

    async def part_sent(self, message_id: int, parts: int) -> None: ...
    async def sent(self, message_id: int, now: datetime, remote: str = "") -> None: ...
    async def later(self, message_id: int, not_before: datetime, error: str, *, repeat: bool = False) -> None:
        """Back to pending until `not_before`, one more try counted; `repeat`: the try may have arrived, so the next one
        says so (a mark that stays)."""

    async def settle(self, message_id: int, state: MessageState, error: str, now: datetime) -> None: ...
    async def get(self, key: str) -> OutboxMessage | None: ...
    async def of_broadcast(self, announcement: int) -> dict[int, MessageState]:
        """Member → what became of the announcement's message to them."""

    async def cancel_broadcast(self, announcement: int, now: datetime) -> int:
        """Cancels what of an announcement has not left; how many messages."""

    async def cancel_for(self, member_id: int, now: datetime) -> int:
        """Cancels what waits for a member; how many messages."""

    async def counts(self) -> dict[MessageState, int]: ...
    async def failures(self, *, since: datetime, limit: int = 20) -> list[OutboxMessage]: ...
    async def causes(self, *, since: datetime) -> list[Cause]:
        """Why messages failed since then, the most frequent first."""

    async def unclear(self, kind: MessageKind) -> Unclear | None:
        """What waits for the office because nobody knows whether it arrived; None when nothing does."""

    async def decide(self, kind: MessageKind, newest: int, now: datetime, *, again: bool) -> int:
        """Settles what is unclear, up to the number `newest`: sent once more (and marked so), or dropped. How many."""

    async def next_due(self, now: datetime) -> datetime | None:
        """When the next pending message that is not due yet will be; None when there is none."""


class Usage(Protocol):
    """How many messages a channel with a monthly budget has taken. `month`: "2026-12"."""

    async def add(self, channel: str, month: str, messages: int, quota: int) -> int:
        """Counts messages; how many the month has by now. `quota`: how many the channel takes, kept beside them."""

    async def of(self, channel: str, month: str) -> int: ...
    async def all(self, month: str) -> list[ChannelUsage]: ...


class Choices(Protocol):
    """Choices on offer in chats."""

    async def offer(
        self, channel: str, chat: str, choices: Sequence[tuple[str, str, str, dict[str, str]]], expires: datetime
    ) -> int:
        """Keeps (token, label, action, arguments) in order as one menu; the menu's number."""

    async def by_token(self, channel: str, chat: str, token: str, now: datetime) -> OfferedChoice | None: ...
    async def latest_menu(self, channel: str, chat: str, now: datetime) -> list[OfferedChoice]: ...
    async def purge(self, before: datetime) -> int: ...


class Conversations(Protocol):
    """What a person and the bot are in the middle of."""

    async def get(self, channel: str, chat: str, account: str, now: datetime) -> Conversation:
        """What stands; lapsed flow and topic come back empty."""

    async def set_flow(
        self, channel: str, chat: str, account: str, flow: str, data: dict[str, str], expires: datetime
    ) -> None: ...
    async def clear_flow(self, channel: str, chat: str, account: str) -> None: ...
    async def set_topic(self, channel: str, chat: str, account: str, topic: str, expires: datetime) -> None: ...


class Settings(Protocol):
    """What the office has set, by key; values are JSON text."""

    async def get(self, key: str) -> str | None: ...
    async def set(self, key: str, value: str, now: datetime) -> None: ...
    async def all(self) -> dict[str, str]: ...


class Leases(Protocol):
    """Who may do what only one process may do, such as send for a token: until when, unless renewed."""

    async def acquire(self, name: str, holder: str, now: datetime, ttl: timedelta) -> bool:
        """True when `holder` has it now: it was free, had run out, or was the holder's own."""

    async def renew(self, name: str, holder: str, now: datetime, ttl: timedelta) -> bool:
        """False when somebody else has taken it since: stop at once."""

    async def release(self, name: str, holder: str) -> None:
        """Gives it back; nothing happens when it is another's."""


class UnitOfWork(Protocol):
    """One transaction."""

    members: Members
    invites: Invites
    short_codes: ShortCodes
    requests: Requests
    plans: Plans
    progress: Progress
    rulings: Rulings
    target_values: TargetValues
    extensions: Extensions
    extension_requests: ExtensionRequests
    assignments: Assignments
    evidence: Evidences
    urgings: Urgings
    inquiries: Inquiries
    faq: Faq
    vocabulary: Vocabulary
    quotes: Quotes
    files: Files
    receipts: Receipts
    links: Links
    announcements: Announcements
    privacy: Privacy
    audit: Audit
    inbox: Inbox
    outbox: Outbox
    usage: Usage
    choices: Choices
    conversations: Conversations
    settings: Settings
    leases: Leases
    personal: PersonalSettings
    leaves: Leaves
    reminders: ReminderLines
    silences: Silences
    unit_chats: UnitChats
    calendar_links: CalendarLinks


class Database(Protocol):
    """A database that is open. Both raise storage.errors.NotWritten when the engine refuses now."""

    def read(self) -> AbstractAsyncContextManager[UnitOfWork]: ...
    def write(self) -> AbstractAsyncContextManager[UnitOfWork]: ...
    async def close(self) -> None: ...
