"""Tables of messages in and out, of conversations, and of what processes agree on."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, UniqueConstraint, text

from storage.sql.tables.base import metadata
from storage.sql.types import Id, JsonText, SafeText, UtcDateTime

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
