"""Requests for later deadlines, who does a task, evidence, urgings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Text = sa.Text()
Moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "extension_requests",
        sa.Column("id", Id, primary_key=True),
        sa.Column("plan", Text, sa.ForeignKey("plans.id"), nullable=False),
        sa.Column("task", Text, nullable=False),
        sa.Column("period", Text, nullable=False),
        sa.Column("due", sa.Date, nullable=False),
        sa.Column("previous", sa.Date),
        sa.Column("reason", Text, nullable=False),
        sa.Column("document", Text, nullable=False),
        sa.Column("stage", Text, nullable=False),
        sa.Column("member_id", Id, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("passed_by", Id, sa.ForeignKey("members.id")),
        sa.Column("decided_by", Id, sa.ForeignKey("members.id")),
        sa.Column("decided", Moment),
        sa.Column("answer", Text, nullable=False),
        sa.Column("extension", Id, sa.ForeignKey("extensions.id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_extension_requests_plan_stage_id", "extension_requests", ["plan", "stage", "id"])
    op.create_table(
        "assignments",
        sa.Column("id", Id, primary_key=True),
        sa.Column("plan", Text, sa.ForeignKey("plans.id"), nullable=False),
        sa.Column("task", Text, nullable=False),
        sa.Column("member_id", Id, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("by", Id, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("ended", Moment),
        sa.Column("ended_by", Id, sa.ForeignKey("members.id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "uq_assignments_standing",
        "assignments",
        ["plan", "task", "member_id"],
        unique=True,
        sqlite_where=sa.text("ended IS NULL"),
        postgresql_where=sa.text("ended IS NULL"),
    )
    op.create_table(
        "evidence",
        sa.Column("id", Id, primary_key=True),
        sa.Column("entry", Id, sa.ForeignKey("progress.id"), nullable=False),
        sa.Column("sha256", Text, sa.ForeignKey("files.sha256"), nullable=False),
        sa.Column("name", Text, nullable=False),
        sa.Column("member_id", Id, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("withdrawn", sa.Boolean, nullable=False),
        sa.UniqueConstraint("entry", "sha256"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "urgings",
        sa.Column("id", Id, primary_key=True),
        sa.Column("plan", Text, sa.ForeignKey("plans.id"), nullable=False),
        sa.Column("unit", Text, nullable=False),
        sa.Column("member_id", Id, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("people", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_urgings_plan_unit_at", "urgings", ["plan", "unit", "at"])


def downgrade() -> None:
    for table in ("urgings", "evidence", "assignments", "extension_requests"):
        op.drop_table(table)
