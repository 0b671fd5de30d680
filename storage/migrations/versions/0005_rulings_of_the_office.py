"""Completion that waits for the office, and the office's rulings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Text = sa.Text()
Moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "awaiting",
        sa.Column("entry", Id, sa.ForeignKey("progress.id"), primary_key=True, autoincrement=False),
    )
    op.create_table(
        "rulings",
        sa.Column("id", Id, primary_key=True),
        sa.Column("plan", Text, sa.ForeignKey("plans.id"), nullable=False),
        sa.Column("task", Text, nullable=False),
        sa.Column("period", Text, nullable=False),
        sa.Column("kind", Text, nullable=False),
        sa.Column("entry", Id, sa.ForeignKey("progress.id")),
        sa.Column("onward", sa.Boolean, nullable=False),
        sa.Column("reason", Text, nullable=False),
        sa.Column("document", Text, nullable=False),
        sa.Column("member_id", Id, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("undone", sa.Boolean, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_rulings_plan_id", "rulings", ["plan", "id"])


def downgrade() -> None:
    for table in ("rulings", "awaiting"):
        op.drop_table(table)
