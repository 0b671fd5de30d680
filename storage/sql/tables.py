"""The schema. Changing it means a new revision in storage/migrations/versions; the tests compare the two.

Numbers of rows are never used again, not even after a purge (`sqlite_autoincrement`): keys of other rows are built on
them. Times are UTC. Nothing here refers to tasks or units by number: their codes come from the plan's document.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
    text,
)

from storage.sql.types import Id, JsonText, SafeText, UtcDateTime

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

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

plans = Table(
    "plans",
    metadata,
    Column("id", SafeText, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("followed_from", Date, nullable=False),
    Column("ends", Date, nullable=False),
    Column("active", Boolean, nullable=False),
)

plan_versions = Table(
    "plan_versions",
    metadata,
    Column("plan", SafeText, ForeignKey("plans.id"), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("document", SafeText, nullable=False),
    Column("loaded", UtcDateTime, nullable=False),
)

progress = Table(
    "progress",
    metadata,
    Column("id", Id, primary_key=True),
    Column("plan", SafeText, ForeignKey("plans.id"), nullable=False),
    Column("task", SafeText, nullable=False),
    Column("period", SafeText, nullable=False),
    Column("kind", SafeText, nullable=False),
    Column("percent", Float),
    Column("status", SafeText),
    Column("note", SafeText, nullable=False),
    Column("member_id", Id, ForeignKey("members.id"), nullable=False),
    Column("unit", SafeText),
    Column("channel", SafeText, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    # An entry is taken back once: the second attempt meets the key.
    Column("undoes", Id, ForeignKey("progress.id"), unique=True),
    CheckConstraint("percent >= 0 AND percent <= 100", name="percent"),
    Index(None, "plan", "task", "period", "id"),
    Index(None, "member_id", "at"),
    sqlite_autoincrement=True,
)

# Entries that report completion where the office has to confirm it.
awaiting = Table(
    "awaiting",
    metadata,
    Column("entry", Id, ForeignKey("progress.id"), primary_key=True, autoincrement=False),
)

rulings = Table(
    "rulings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("plan", SafeText, ForeignKey("plans.id"), nullable=False),
    Column("task", SafeText, nullable=False),
    Column("period", SafeText, nullable=False),
    Column("kind", SafeText, nullable=False),
    Column("entry", Id, ForeignKey("progress.id")),
    Column("onward", Boolean, nullable=False),
    Column("reason", SafeText, nullable=False),
    Column("document", SafeText, nullable=False),
    Column("member_id", Id, ForeignKey("members.id"), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("undone", Boolean, nullable=False),
    Column("undone_at", UtcDateTime),
    Index(None, "plan", "id"),
    sqlite_autoincrement=True,
)

target_values = Table(
    "target_values",
    metadata,
    Column("id", Id, primary_key=True),
    Column("plan", SafeText, ForeignKey("plans.id"), nullable=False),
    Column("target", SafeText, nullable=False),
    Column("period", SafeText, nullable=False),
    Column("day", Date, nullable=False),
    Column("value", Float),
    Column("document", SafeText, nullable=False),
    Column("note", SafeText, nullable=False),
    Column("member_id", Id, ForeignKey("members.id"), nullable=False),
    Column("unit", SafeText),
    Column("at", UtcDateTime, nullable=False),
    Column("undoes", Id, ForeignKey("target_values.id"), unique=True),
    Index(None, "plan", "id"),
    sqlite_autoincrement=True,
)

extensions = Table(
    "extensions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("plan", SafeText, ForeignKey("plans.id"), nullable=False),
    Column("task", SafeText, nullable=False),
    Column("period", SafeText, nullable=False),
    Column("due", Date, nullable=False),
    Column("previous", Date),
    Column("reason", SafeText, nullable=False),
    Column("document", SafeText, nullable=False),
    Column("member_id", Id, ForeignKey("members.id"), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("undone", Boolean, nullable=False),
    Column("undone_at", UtcDateTime),
    Index(None, "plan", "id"),
    sqlite_autoincrement=True,
)

extension_requests = Table(
    "extension_requests",
    metadata,
    Column("id", Id, primary_key=True),
    Column("plan", SafeText, ForeignKey("plans.id"), nullable=False),
    Column("task", SafeText, nullable=False),
    Column("period", SafeText, nullable=False),
    Column("due", Date, nullable=False),
    Column("previous", Date),
    Column("reason", SafeText, nullable=False),
    Column("document", SafeText, nullable=False),
    Column("stage", SafeText, nullable=False),
    Column("member_id", Id, ForeignKey("members.id"), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("passed_by", Id, ForeignKey("members.id")),
    Column("decided_by", Id, ForeignKey("members.id")),
    Column("decided", UtcDateTime),
    Column("answer", SafeText, nullable=False),
    Column("extension", Id, ForeignKey("extensions.id")),
    Index(None, "plan", "stage", "id"),
    sqlite_autoincrement=True,
)

# Who of a unit does a task, while `ended` is null.
assignments = Table(
    "assignments",
    metadata,
    Column("id", Id, primary_key=True),
    Column("plan", SafeText, ForeignKey("plans.id"), nullable=False),
    Column("task", SafeText, nullable=False),
    Column("member_id", Id, ForeignKey("members.id"), nullable=False),
    Column("by", Id, ForeignKey("members.id"), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("ended", UtcDateTime),
    Column("ended_by", Id, ForeignKey("members.id")),
    Index(
        "uq_assignments_standing",
        "plan",
        "task",
        "member_id",
        unique=True,
        sqlite_where=text("ended IS NULL"),
        postgresql_where=text("ended IS NULL"),
    ),
    sqlite_autoincrement=True,
)

evidence = Table(
    "evidence",
    metadata,
    Column("id", Id, primary_key=True),
    Column("entry", Id, ForeignKey("progress.id"), nullable=False),
    Column("sha256", SafeText, ForeignKey("files.sha256"), nullable=False),
    Column("name", SafeText, nullable=False),
    Column("member_id", Id, ForeignKey("members.id"), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("withdrawn", UtcDateTime),
    Index(
        "uq_evidence_standing",
        "entry",
        "sha256",
        unique=True,
        sqlite_where=text("withdrawn IS NULL"),
        postgresql_where=text("withdrawn IS NULL"),
    ),
    sqlite_autoincrement=True,
)

urgings = Table(
    "urgings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("plan", SafeText, ForeignKey("plans.id"), nullable=False),
    Column("unit", SafeText, nullable=False),
    Column("member_id", Id, ForeignKey("members.id"), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("people", Integer, nullable=False),
    Index(None, "plan", "unit", "at"),
    sqlite_autoincrement=True,
)

inquiries = Table(
    "inquiries",
    metadata,
    Column("id", Id, primary_key=True),
    Column("plan", SafeText, ForeignKey("plans.id"), nullable=False),
    Column("kind", SafeText, nullable=False),
    Column("state", SafeText, nullable=False),
    Column("question", SafeText, nullable=False),
    Column("folded", SafeText, nullable=False),
    Column("said", SafeText, nullable=False),
    Column("member_id", Id, ForeignKey("members.id")),
    Column("created", UtcDateTime, nullable=False),
    Column("reply", SafeText, nullable=False),
    Column("answered_by", Id, ForeignKey("members.id")),
    Column("answered", UtcDateTime),
    Index(None, "plan", "kind", "state"),
    sqlite_autoincrement=True,
)

# How a question had been understood, where somebody called its answer wrong.
readings = Table(
    "readings",
    metadata,
    Column("inquiry", Id, ForeignKey("inquiries.id"), primary_key=True, autoincrement=False),
    Column("understood", SafeText, nullable=False),
)

faq = Table(
    "faq",
    metadata,
    Column("id", Id, primary_key=True),
    Column("plan", SafeText, ForeignKey("plans.id"), nullable=False, index=True),
    Column("answer", SafeText, nullable=False),
    Column("source", SafeText, nullable=False),
    Column("version", Integer, nullable=False),
    Column("member_id", Id, ForeignKey("members.id"), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("supersedes", Id, ForeignKey("faq.id")),
    Column("withdrawn", Boolean, nullable=False),
    sqlite_autoincrement=True,
)

faq_questions = Table(
    "faq_questions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("entry", Id, ForeignKey("faq.id"), nullable=False, index=True),
    Column("question", SafeText, nullable=False),
    sqlite_autoincrement=True,
)

vocabulary = Table(
    "vocabulary",
    metadata,
    Column("id", Id, primary_key=True),
    Column("plan", SafeText, ForeignKey("plans.id"), nullable=False, index=True),
    Column("kind", SafeText, nullable=False),
    Column("said", SafeText, nullable=False),
    Column("meant", SafeText, nullable=False),
    Column("member_id", Id, ForeignKey("members.id")),
    Column("at", UtcDateTime, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    sqlite_autoincrement=True,
)

quotes = Table(
    "quotes",
    metadata,
    Column("code", SafeText, primary_key=True),
    Column("plan", SafeText, ForeignKey("plans.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("record", SafeText, nullable=False),
    Column("text", SafeText, nullable=False),
    Column("place", SafeText, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "plan", "record"),
)

files = Table(
    "files",
    metadata,
    Column("sha256", SafeText, primary_key=True),
    Column("name", SafeText, nullable=False),
    Column("media_type", SafeText, nullable=False),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("member_id", Id, ForeignKey("members.id")),
    Column("created", UtcDateTime, nullable=False),
)

announcements = Table(
    "announcements",
    metadata,
    Column("id", Id, primary_key=True),
    Column("words", SafeText, nullable=False),
    Column("audience", SafeText, nullable=False),
    Column("sha256", SafeText, ForeignKey("files.sha256")),
    Column("name", SafeText, nullable=False),
    Column("member_id", Id, ForeignKey("members.id"), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("people", Integer, nullable=False),
    Column("stopped", UtcDateTime),
    sqlite_autoincrement=True,
)

announcement_readers = Table(
    "announcement_readers",
    metadata,
    Column("announcement", Id, ForeignKey("announcements.id"), primary_key=True, autoincrement=False),
    Column("member_id", Id, ForeignKey("members.id"), primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
)

links = Table(
    "links",
    metadata,
    Column("digest", SafeText, primary_key=True),
    Column("channel", SafeText, nullable=False),
    Column("chat", SafeText, nullable=False),
    Column("name", SafeText, nullable=False),
    Column("media_type", SafeText, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("created", UtcDateTime, nullable=False),
    Column("expires", UtcDateTime, nullable=False, index=True),
    Index(None, "channel", "chat"),
)

receipts = Table(
    "receipts",
    metadata,
    Column("subject", SafeText, primary_key=True),
    Column("member_id", Id, ForeignKey("members.id"), primary_key=True),
    Column("at", UtcDateTime, nullable=False),
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

inbox = Table(
    "inbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("channel", SafeText, nullable=False),
    Column("key", SafeText, nullable=False),
    Column("lane", SafeText, nullable=False),
    Column("payload", SafeText, nullable=False),
    Column("received", UtcDateTime, nullable=False),
    Column("handled", UtcDateTime),
    Column("error", SafeText, nullable=False),
    UniqueConstraint("channel", "key"),
    # What waits is little, what was handled is much: the index holds the former only.
    Index(
        "ix_inbox_waiting",
        "lane",
        "id",
        sqlite_where=text("handled IS NULL"),
        postgresql_where=text("handled IS NULL"),
    ),
    sqlite_autoincrement=True,
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", SafeText, nullable=False, unique=True),
    Column("kind", SafeText, nullable=False),
    # Derived from `kind` and from the address when the row is made; see storage/sql/outbox.py.
    Column("urgency", Integer, nullable=False),
    Column("place", SafeText, nullable=False),
    Column("member_id", Id, ForeignKey("members.id")),
    Column("channel", SafeText),
    Column("chat", SafeText),
    Column("replaces", SafeText),
    Column("reply", SafeText, nullable=False),
    Column("state", SafeText, nullable=False),
    Column("created", UtcDateTime, nullable=False),
    Column("not_before", UtcDateTime),
    Column("expires", UtcDateTime),
    Column("attempts", Integer, nullable=False),
    Column("parts_sent", Integer, nullable=False),
    Column("repeat", Boolean, nullable=False),
    Column("error", SafeText, nullable=False),
    Column("remote", SafeText, nullable=False),
    Column("settled", UtcDateTime),
    Column("roles", SafeText, nullable=False, server_default=""),
    Column("via", SafeText, nullable=False, server_default=""),
    Column("trail", JsonText, nullable=False, server_default="[]"),
    Index(None, "state", "urgency", "id"),
    Index(None, "state", "not_before"),
    Index(None, "place", "state", "urgency", "id"),
    sqlite_autoincrement=True,
)

usage = Table(
    "usage",
    metadata,
    Column("channel", SafeText, primary_key=True),
    Column("month", SafeText, primary_key=True),
    Column("messages", Integer, nullable=False),
    Column("quota", Integer, nullable=False),
)

choices = Table(
    "choices",
    metadata,
    Column("channel", SafeText, primary_key=True),
    Column("chat", SafeText, primary_key=True),
    Column("token", SafeText, primary_key=True),
    Column("menu", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("label", SafeText, nullable=False),
    Column("action", SafeText, nullable=False),
    Column("arguments", JsonText, nullable=False),
    Column("expires", UtcDateTime, nullable=False, index=True),
    UniqueConstraint("channel", "chat", "menu", "position"),
)

conversations = Table(
    "conversations",
    metadata,
    Column("channel", SafeText, primary_key=True),
    Column("chat", SafeText, primary_key=True),
    Column("account", SafeText, primary_key=True),
    Column("flow", SafeText, nullable=False),
    Column("data", JsonText, nullable=False),
    Column("flow_expires", UtcDateTime),
    Column("topic", SafeText, nullable=False),
    Column("topic_expires", UtcDateTime),
)

settings = Table(
    "settings",
    metadata,
    Column("key", SafeText, primary_key=True),
    Column("value", SafeText, nullable=False),
    Column("changed", UtcDateTime, nullable=False),
)

leases = Table(
    "leases",
    metadata,
    Column("name", SafeText, primary_key=True),
    Column("holder", SafeText, nullable=False),
    Column("until", UtcDateTime, nullable=False),
)

personal_settings = Table(
    "personal_settings",
    metadata,
    Column("member_id", Id, ForeignKey("members.id"), primary_key=True, autoincrement=False),
    Column("hour", SafeText),
    Column("volume", SafeText, nullable=False),
    Column("quiet_from", SafeText),
    Column("quiet_until", SafeText),
    Column("channel", SafeText),
)

leaves = Table(
    "leaves",
    metadata,
    Column("id", Id, primary_key=True),
    Column("member_id", Id, ForeignKey("members.id"), nullable=False),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False, index=True),
    Column("stand_in", Id, ForeignKey("members.id")),
    Column("by", Id, ForeignKey("members.id"), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("cancelled", Boolean, nullable=False),
    sqlite_autoincrement=True,
)

reminder_lines = Table(
    "reminder_lines",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", SafeText, nullable=False, index=True),
    Column("kind", SafeText, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("plan", SafeText, ForeignKey("plans.id"), nullable=False),
    Column("task", SafeText, nullable=False),
    Column("period", SafeText, nullable=False),
    Column("due", Date),
    Column("position", Integer, nullable=False),
    Column("member_id", Id, ForeignKey("members.id")),
    Column("unit", SafeText),
    Column("answered", UtcDateTime),
    Column("answer", SafeText, nullable=False),
    Index(None, "plan", "task", "id"),
    Index("ix_reminder_lines_plan_at", "plan", "at"),
    Index(None, "member_id", "at"),
    sqlite_autoincrement=True,
)

silences = Table(
    "silences",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", SafeText, nullable=False),
    Column("member_id", Id, ForeignKey("members.id"), nullable=False),
    Column("plan", SafeText, ForeignKey("plans.id"), nullable=False),
    Column("task", SafeText, nullable=False),
    Column("period", SafeText, nullable=False),
    Column("until", UtcDateTime),
    Column("at", UtcDateTime, nullable=False),
    Column("ended", Boolean, nullable=False),
    Index(None, "plan", "ended"),
    sqlite_autoincrement=True,
)

unit_chats = Table(
    "unit_chats",
    metadata,
    Column("channel", SafeText, primary_key=True),
    Column("chat", SafeText, primary_key=True),
    Column("unit", SafeText, nullable=False),
    Column("by", Id, ForeignKey("members.id"), nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

calendar_links = Table(
    "calendar_links",
    metadata,
    Column("digest", SafeText, primary_key=True),
    Column("member_id", Id, ForeignKey("members.id"), nullable=False, unique=True),
    Column("created", UtcDateTime, nullable=False),
)
