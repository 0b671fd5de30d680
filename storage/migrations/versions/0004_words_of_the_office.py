"""Words that the office adds for a plan."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Text = sa.Text()


def upgrade() -> None:
    op.create_table(
        "vocabulary",
        sa.Column("id", Id, primary_key=True),
        sa.Column("plan", Text, sa.ForeignKey("plans.id"), nullable=False),
        sa.Column("kind", Text, nullable=False),
        sa.Column("said", Text, nullable=False),
        sa.Column("meant", Text, nullable=False),
        sa.Column("member_id", Id, sa.ForeignKey("members.id")),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn", sa.Boolean, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_vocabulary_plan", "vocabulary", ["plan"])


def downgrade() -> None:
    op.drop_table("vocabulary")
