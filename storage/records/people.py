"""People as storage keeps them: members, their accounts, invitations, requests; and the log of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What a member may do; each command states the roles it is for."""

    STAFF = "staff"
    HEAD = "head"
    OFFICE = "office"
    DIRECTOR = "director"


class RequestState(StrEnum):
    """What became of a request for access."""

    PENDING = "pending"
    APPROVED = "approved"
    REFUSED = "refused"


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
class Erasure:
    """A person's request to have their data erased. `done`: whether it was; None while it is not decided."""

    id: int
    member_id: int
    member_name: str
    asked: datetime
    decided: datetime | None = None
    decided_by: int | None = None
    done: bool | None = None


@dataclass(frozen=True, slots=True)
class ShortCode:
    """What a code of six digits was for: an invitation, or another account of a member."""

    invite_id: int | None
    member_id: int | None


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
