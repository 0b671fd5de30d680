"""Tables of the work on a plan's tasks."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Date, Float, ForeignKey, Index, Integer, Table, text

from storage.sql.tables.base import metadata
from storage.sql.types import Id, SafeText, UtcDateTime

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
