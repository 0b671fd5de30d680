"""The work on a plan's tasks as storage keeps it: progress, rulings, measured values, extensions, evidence, urgings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


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
