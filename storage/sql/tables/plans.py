"""Tables of plans."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, Table

from storage.sql.tables.base import metadata
from storage.sql.types import SafeText, UtcDateTime

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
