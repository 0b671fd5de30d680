"""Tables of people: members, accounts, invitations, requests, consent; and the log."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, text

from storage.sql.tables.base import metadata
from storage.sql.types import Id, SafeText, UtcDateTime

members = Table(
    "members",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", SafeText, nullable=False),
    Column("role", SafeText, nullable=False),
    Column("unit", SafeText),
    Column("active", Boolean, nullable=False),
    Column("created", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)

accounts = Table(
    "accounts",
    metadata,
    Column("channel", SafeText, primary_key=True),
    Column("account", SafeText, primary_key=True),
    Column("chat", SafeText, nullable=False),
    Column("member_id", Id, ForeignKey("members.id"), nullable=False, index=True),
    Column("reachable", Boolean, nullable=False),
)

invites = Table(
    "invites",
    metadata,
    Column("id", Id, primary_key=True),
    Column("salt", SafeText, nullable=False),
    Column("digest", SafeText, nullable=False),
    Column("role", SafeText, nullable=False),
    Column("unit", SafeText),
    Column("created", UtcDateTime, nullable=False),
    Column("expires", UtcDateTime, nullable=False),
    Column("created_by", Id, ForeignKey("members.id")),
    Column("used", UtcDateTime),
    Column("used_by", Id, ForeignKey("members.id")),
    sqlite_autoincrement=True,
)

short_codes = Table(
    "short_codes",
    metadata,
    Column("digest", SafeText, primary_key=True),
    # What it is for: an invitation, or another account of a member.
    Column("invite_id", Id, ForeignKey("invites.id")),
    Column("member_id", Id, ForeignKey("members.id")),
    Column("expires", UtcDateTime, nullable=False),
)

invite_failures = Table(
    "invite_failures",
    metadata,
    Column("id", Id, primary_key=True),
    Column("channel", SafeText, nullable=False),
    Column("account", SafeText, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "channel", "account", "at"),
    sqlite_autoincrement=True,
)

# The name that the office gave with an invitation.
invite_names = Table(
    "invite_names",
    metadata,
    Column("invite", Id, ForeignKey("invites.id"), primary_key=True, autoincrement=False),
    Column("name", SafeText, nullable=False),
)

# Which wording of the notice on personal data a person has agreed to, until they took it back.
consents = Table(
    "consents",
    metadata,
    Column("member_id", Id, ForeignKey("members.id"), primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    Column("withdrawn", UtcDateTime),
)

erasures = Table(
    "erasures",
    metadata,
    Column("id", Id, primary_key=True),
    Column("member_id", Id, ForeignKey("members.id"), nullable=False, index=True),
    Column("asked", UtcDateTime, nullable=False),
    Column("decided", UtcDateTime),
    Column("decided_by", Id, ForeignKey("members.id")),
    Column("done", Boolean),
    sqlite_autoincrement=True,
)

requests = Table(
    "requests",
    metadata,
    Column("id", Id, primary_key=True),
    Column("channel", SafeText, nullable=False),
    Column("account", SafeText, nullable=False),
    Column("chat", SafeText, nullable=False),
    Column("name", SafeText, nullable=False),
    Column("words", SafeText, nullable=False),
    Column("unit", SafeText),
    Column("state", SafeText, nullable=False),
    Column("created", UtcDateTime, nullable=False),
    Column("decided", UtcDateTime),
    Column("decided_by", Id, ForeignKey("members.id")),
    # One account has at most one request waiting.
    Index(
        "uq_requests_pending",
        "channel",
        "account",
        unique=True,
        sqlite_where=text("state = 'pending'"),
        postgresql_where=text("state = 'pending'"),
    ),
    sqlite_autoincrement=True,
)

audit = Table(
    "audit",
    metadata,
    Column("id", Id, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("member_id", Id, ForeignKey("members.id")),
    Column("member_name", SafeText, nullable=False),
    Column("action", SafeText, nullable=False),
    Column("subject", SafeText, nullable=False),
    Column("before", SafeText, nullable=False),
    Column("after", SafeText, nullable=False),
    Index(None, "action", "id"),
    sqlite_autoincrement=True,
)
