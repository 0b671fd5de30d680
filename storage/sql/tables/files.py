"""Tables of files and what is known of them."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table

from storage.sql.tables.base import metadata
from storage.sql.types import Id, SafeText, UtcDateTime

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
