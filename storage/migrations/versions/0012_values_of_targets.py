"""Measured values of targets."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Text = sa.Text()


def upgrade() -> None:
    op.create_table(
        "target_values",
        sa.Column("id", Id, primary_key=True),
        sa.Column("plan", Text, sa.ForeignKey("plans.id"), nullable=False),
        sa.Column("target", Text, nullable=False),
        sa.Column("period", Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("value", sa.Float),
        sa.Column("document", Text, nullable=False),
        sa.Column("note", Text, nullable=False),
        sa.Column("member_id", Id, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("unit", Text),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undoes", Id, sa.ForeignKey("target_values.id"), unique=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_target_values_plan_id", "target_values", ["plan", "id"])


def downgrade() -> None:
    op.drop_table("target_values")
