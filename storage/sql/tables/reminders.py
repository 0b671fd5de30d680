"""Tables of reminders."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, Table

from storage.sql.tables.base import metadata
from storage.sql.types import Id, SafeText, UtcDateTime

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
