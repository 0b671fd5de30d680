"""Repositories of people."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from storage.records import AccessRequest, AuditEntry, Erasure, Invite, Member, RequestState, Role, ShortCode


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
