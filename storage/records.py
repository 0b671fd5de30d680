"""What storage gives back: frozen records, never rows. All times are aware and in UTC; percent is 0–100."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Role(StrEnum):
    """What a member may do; each command states the roles it is for."""

    STAFF = "staff"
    HEAD = "head"
    OFFICE = "office"
    DIRECTOR = "director"


class Status(StrEnum):
    """How a task occurrence stands: chưa triển khai, đang thực hiện, vướng mắc, hoàn thành."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    BLOCKED = "blocked"
    DONE = "done"


class EntryKind(StrEnum):
    """A progress entry sets percent or status, only adds a note, or undoes an earlier entry."""

    UPDATE = "update"
    NOTE = "note"
    UNDO = "undo"


class RequestState(StrEnum):
    """What became of a request for access."""

    PENDING = "pending"
    APPROVED = "approved"
    REFUSED = "refused"


class MessageState(StrEnum):
    """Life of an outbox message: pending → sending → sent | refused | gone | expired; `unknown` after a crash in
    the middle of sending; `held` waits for the office (an unknown broadcast)."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    GONE = "gone"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    HELD = "held"


class MessageKind(StrEnum):
    """Why a message is sent; decides its priority and what happens to it after a crash."""

    REPLY = "reply"
    DECISION = "decision"
    REMINDER = "reminder"
    BROADCAST = "broadcast"


class Fate(StrEnum):
    """What became of a message on one channel: it was taken; refused; the person is not there any more; it could not
    be delivered in time; nobody knows."""

    REACHED = "reached"
    REFUSED = "refused"
    GONE = "gone"
    LATE = "late"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One line of a message's trail: on which channel, when, with what fate, and what the channel said."""

    channel: str
    at: datetime
    fate: Fate
    said: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """One person's place on one channel; `chat` is their private chat. `reachable`: false after they blocked us."""

    channel: str
    account: str
    chat: str
    member_id: int
    reachable: bool = True


@dataclass(frozen=True, slots=True)
class Member:
    """An approved person. `unit` is a unit code of the plan, None for people above the units."""

    id: int
    name: str
    role: Role
    unit: str | None
    active: bool
    created: datetime
    accounts: tuple[Account, ...] = ()


@dataclass(frozen=True, slots=True)
class Invite:
    """A one-time code for a unit and role; only its hash is kept. `created_by` None: made on the command line. `name`:
    of the person it is for, "" when the office gave none."""

    id: int
    role: Role
    unit: str | None
    created: datetime
    expires: datetime
    created_by: int | None = None
    used: datetime | None = None
    used_by: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class AccessRequest:
    """A stranger's request to be let in; `unit` as chosen from the list or None, `words` what they wrote."""

    id: int
    channel: str
    account: str
    chat: str
    name: str
    words: str
    unit: str | None
    state: RequestState
    created: datetime
    decided: datetime | None = None
    decided_by: int | None = None


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A plan as loaded: `document` is the JSON of knowledge.model.Plan. What fell due before `followed_from` is
    "trước khi theo dõi": askable and completable, never reminded. `ends`: last day on which yearly work recurs."""

    id: str
    version: int
    document: str
    followed_from: date
    ends: date
    active: bool
    loaded: datetime


@dataclass(frozen=True, slots=True)
class PlanHead:
    """A plan without its document, as in StoredPlan."""

    id: str
    version: int
    followed_from: date
    ends: date


@dataclass(frozen=True, slots=True)
class ProgressEntry:
    """One line of a task's log. `period` names the occurrence ("2026", "2026-Q2", "" for work that occurs once).

    `percent` and `status` are what stands after the entry (None: never said). `undoes` is the id of the entry that
    an UNDO entry takes back; `undone` tells that this entry was taken back.
    `awaits`: it reports completion, which the office has to confirm.
    """

    id: int
    plan: str
    task: str
    period: str
    kind: EntryKind
    percent: float | None
    status: Status | None
    note: str
    member_id: int
    member_name: str
    unit: str | None
    channel: str
    at: datetime
    undoes: int | None = None
    undone: bool = False
    awaits: bool = False


@dataclass(frozen=True, slots=True)
class Completion:
    """An unbroken run of reports that an occurrence is completed, up to what stands now. `first`: its first entry,
    said at `at`; `awaits`: nobody who may confirm has said so himself."""

    first: int
    at: datetime
    awaits: bool


class RulingKind(StrEnum):
    """What the office rules about an occurrence: xác nhận hoàn thành · tạm dừng · tiếp tục · không thực hiện."""

    CONFIRM = "confirm"
    SUSPEND = "suspend"
    RESUME = "resume"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Ruling:
    """One ruling. `entry`: the first entry of the completion that is confirmed, None for the other kinds; `onward`: it
    holds for the later occurrences of the task too; `document`: the paper that says so; `undone_at`: when it was taken
    back, None also where that was before this was kept."""

    id: int
    plan: str
    task: str
    period: str
    kind: RulingKind
    member_id: int
    member_name: str
    at: datetime
    entry: int | None = None
    onward: bool = False
    reason: str = ""
    document: str = ""
    undone: bool = False
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TargetValue:
    """One line of a target's log: a measured value. `period`: what it was measured for ("2026-Q3", a day), `day`: as of
    when; `document`: the paper it stands in. An entry that takes another back has its number in `undoes`, and no value;
    `undone` tells that this one was taken back."""

    id: int
    plan: str
    target: str
    period: str
    day: date
    value: float | None
    document: str
    note: str
    member_id: int
    member_name: str
    unit: str | None
    at: datetime
    undoes: int | None = None
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Extension:
    """A later deadline for one occurrence, with its reason; the printed deadline stays as it is. `undone_at`: as of a
    Ruling."""

    id: int
    plan: str
    task: str
    period: str
    due: date
    previous: date | None
    reason: str
    document: str
    member_id: int
    at: datetime
    undone: bool = False
    undone_at: datetime | None = None


class RequestStage(StrEnum):
    """Where a request for a later deadline is: with the head, with the office, granted, refused, taken back."""

    HEAD = "head"
    OFFICE = "office"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ExtensionRequest:
    """A unit's request for a later deadline of one occurrence. `previous`: the deadline in force when it was asked;
    `passed_by`: the head who passed it on; `answer`: why it was refused; `extension`: what was granted."""

    id: int
    plan: str
    task: str
    period: str
    due: date
    previous: date | None
    reason: str
    document: str
    stage: RequestStage
    member_id: int
    member_name: str
    at: datetime
    passed_by: int | None = None
    decided_by: int | None = None
    decided: datetime | None = None
    answer: str = ""
    extension: int | None = None

    @property
    def open(self) -> bool:
        """Whether somebody still has to decide."""
        return self.stage in (RequestStage.HEAD, RequestStage.OFFICE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file that speaks for a progress entry: a photo, a document. `sha256`: of the stored file; `undone_at`: as
    of a Ruling."""

    id: int
    entry: int
    sha256: str
    name: str
    media_type: str
    size: int
    member_id: int
    member_name: str
    at: datetime
    undone: bool = False
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Urging:
    """One urging of a unit by the office: who did it, when, and how many people of the unit were written to."""

    id: int
    plan: str
    unit: str
    member_id: int
    at: datetime
    people: int


@dataclass(frozen=True, slots=True)
class Announcement:
    """Something that the office tells many. `audience`: in words; `sha256`, `name`: of the file that goes with it, ""
    for none; `people`: to how many it was put; `stopped`: when the office stopped it."""

    id: int
    words: str
    audience: str
    member_id: int
    at: datetime
    people: int
    sha256: str = ""
    name: str = ""
    stopped: datetime | None = None


@dataclass(frozen=True, slots=True)
class Erasure:
    """A person's request to have their data erased. `done`: whether it was; None while it is not decided."""

    id: int
    member_id: int
    member_name: str
    asked: datetime
    decided: datetime | None = None
    decided_by: int | None = None
    done: bool | None = None


class InquiryKind(StrEnum):
    """Why a question is kept: it was passed to the office; nothing was found; the answer was called wrong."""

    ASKED = "asked"
    UNFOUND = "unfound"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question that waits for the office. `said`: what the bot had answered; `understood`: how it had understood the
    question; `member_id`: who asked (None for what merely found nothing); `reply`: the office's answer, "" while it is
    open."""

    id: int
    plan: str
    kind: InquiryKind
    question: str
    said: str
    member_id: int | None
    created: datetime
    open: bool
    reply: str = ""
    answered_by: int | None = None
    answered: datetime | None = None
    understood: str = ""


@dataclass(frozen=True, slots=True)
class FaqEntry:
    """An answer that the office wrote once and that everybody gets from then on who asks one of `questions`. `source`:
    the paper that the office cites, "" for none; `version`: the plan's when it was written; `supersedes`: the entry
    in whose place it came."""

    id: int
    plan: str
    questions: tuple[str, ...]
    answer: str
    source: str
    version: int
    member_id: int
    member_name: str
    at: datetime
    supersedes: int | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class VocabularyEntry:
    """A word that the office added for a plan; `kind` and `meant` as in knowledge.vocabulary.Word. `member_id` None:
    added on the command line."""

    id: int
    plan: str
    kind: str
    said: str
    meant: str
    member_id: int | None
    at: datetime
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted record: its words and place in the plan's version of the day, found again by its short code."""

    code: str
    plan: str
    version: int
    record: str
    text: str
    place: str
    at: datetime


MAX_FILE = 10 * 1024 * 1024
"""Bytes of the largest file that is kept."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that somebody sent, known by the SHA-256 of its bytes (`sha256`, in hexadecimal). `name` and `media_type`
    as its first sender gave them: for people to read, never to be used as a path or trusted. `size` in bytes."""

    sha256: str
    name: str
    media_type: str
    size: int
    member_id: int | None
    created: datetime


@dataclass(frozen=True, slots=True)
class ShortCode:
    """What a code of six digits was for: an invitation, or another account of a member."""

    invite_id: int | None
    member_id: int | None


@dataclass(frozen=True, slots=True)
class LinkedFile:
    """A file of ours that a chat fetches by its address."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act of the office or one refused attempt. `before`/`after` are short readable values."""

    id: int
    at: datetime
    member_id: int | None
    member_name: str
    action: str
    subject: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class InboxItem:
    """A fetched update, as raw JSON, waiting to be handled or handled. `lane`: the conversation it belongs to."""

    id: int
    channel: str
    key: str
    lane: str
    payload: str
    received: datetime


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """A message waiting to be sent, being sent, or settled.

    Addressed to a member (`member_id`, resolved to a chat when it is sent) or to a `channel` and `chat`.
    `replaces`: id of the channel's message to edit. `parts_sent`: how many parts of it the channel has accepted.
    `repeat`: an earlier try may have arrived, so it says "(gửi lại)". `remote`: the channel's id of what was sent.
    `urgency`: its turn, 0 first; `roles`: only for a member who has one of these when it leaves (none: any); `via`: the
    channel of the last try; `trail`: what became of it on each channel, oldest first.
    """

    id: int
    key: str
    kind: MessageKind
    reply: str
    created: datetime
    state: MessageState
    member_id: int | None = None
    channel: str | None = None
    chat: str | None = None
    replaces: str | None = None
    not_before: datetime | None = None
    expires: datetime | None = None
    attempts: int = 0
    parts_sent: int = 0
    repeat: bool = False
    error: str = ""
    sent: datetime | None = None
    remote: str = ""
    urgency: int = 0
    roles: frozenset[Role] = frozenset()
    via: str = ""
    trail: tuple[Attempt, ...] = ()


@dataclass(frozen=True, slots=True)
class Unclear:
    """Messages of one kind whose fate is unknown and which wait for the office: how many, the number of the newest,
    and since when nothing was added to them."""

    count: int
    newest: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Cause:
    """Why messages were not delivered: in which state they ended, on which channel ("" for none), and how many."""

    state: MessageState
    via: str
    count: int


@dataclass(frozen=True, slots=True)
class ChannelUsage:
    """How many messages a channel has taken in a month ("2026-12"), of how many that it takes."""

    channel: str
    month: str
    messages: int
    quota: int


@dataclass(frozen=True, slots=True)
class OfferedChoice:
    """A choice on offer in a chat. `menu` groups the choices of one reply; `position` counts from 1."""

    token: str
    channel: str
    chat: str
    menu: int
    position: int
    label: str
    action: str
    arguments: dict[str, str]
    expires: datetime


@dataclass(frozen=True, slots=True)
class Conversation:
    """What a person and the bot are in the middle of, in one chat: `flow` is the step that waits for the next text
    ("" for none) with its `data`; `topic` is what the last questions were about. Both lapse by themselves."""

    channel: str
    chat: str
    account: str
    flow: str
    data: dict[str, str]
    flow_expires: datetime | None
    topic: str
    topic_expires: datetime | None
