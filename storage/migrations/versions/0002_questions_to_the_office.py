"""Questions to the office, answers the office keeps, and checkable quotes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Text = sa.Text()
Moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "inquiries",
        sa.Column("id", Id, primary_key=True),
        sa.Column("plan", Text, sa.ForeignKey("plans.id"), nullable=False),
        sa.Column("kind", Text, nullable=False),
        sa.Column("state", Text, nullable=False),
        sa.Column("question", Text, nullable=False),
        sa.Column("folded", Text, nullable=False),
        sa.Column("said", Text, nullable=False),
        sa.Column("member_id", Id, sa.ForeignKey("members.id")),
        sa.Column("created", Moment, nullable=False),
        sa.Column("reply", Text, nullable=False),
        sa.Column("answered_by", Id, sa.ForeignKey("members.id")),
        sa.Column("answered", Moment),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_inquiries_plan_kind_state", "inquiries", ["plan", "kind", "state"])
    op.create_table(
        "kept_answers",
        sa.Column("id", Id, primary_key=True),
        sa.Column("plan", Text, sa.ForeignKey("plans.id"), nullable=False),
        sa.Column("question", Text, nullable=False),
        sa.Column("answer", Text, nullable=False),
        sa.Column("member_id", Id, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("withdrawn", sa.Boolean, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_kept_answers_plan", "kept_answers", ["plan"])
    op.create_table(
        "quotes",
        sa.Column("code", Text, primary_key=True),
        sa.Column("plan", Text, sa.ForeignKey("plans.id"), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("record", Text, nullable=False),
        sa.Column("text", Text, nullable=False),
        sa.Column("place", Text, nullable=False),
        sa.Column("at", Moment, nullable=False),
    )
    op.create_index("ix_quotes_plan_record", "quotes", ["plan", "record"])


def downgrade() -> None:
    for table in ("quotes", "kept_answers", "inquiries"):
        op.drop_table(table)
