"""Tables of questions, answers and words."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table

from storage.sql.tables.base import metadata
from storage.sql.types import Id, SafeText, UtcDateTime

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
