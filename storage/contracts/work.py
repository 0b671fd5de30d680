"""Repositories of the work on a plan's tasks."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Protocol

from storage.records import (
    Completion,
    EntryKind,
    Evidence,
    Extension,
    ExtensionRequest,
    ProgressEntry,
    RequestStage,
    Ruling,
    RulingKind,
    Status,
    TargetValue,
    Urging,
)


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

    async def newest(self, plan: str, task: str, period: str) -> ProgressEntry | None:
        """The occurrence's last entry of whatever kind, taken back or not."""

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
