"""Reminders: personal settings, leave, the ledger, what is put off, group chats of units, addresses of calendars."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Text = sa.Text()
Moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "personal_settings",
        sa.Column("member_id", Id, sa.ForeignKey("members.id"), primary_key=True, autoincrement=False),
        sa.Column("hour", Text),
        sa.Column("volume", Text, nullable=False),
        sa.Column("quiet_from", Text),
        sa.Column("quiet_until", Text),
        sa.Column("channel", Text),
    )
    op.create_table(
        "leaves",
        sa.Column("id", Id, primary_key=True),
        sa.Column("member_id", Id, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("first", sa.Date, nullable=False),
        sa.Column("last", sa.Date, nullable=False),
        sa.Column("stand_in", Id, sa.ForeignKey("members.id")),
        sa.Column("by", Id, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("cancelled", sa.Boolean, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_leaves_last", "leaves", ["last"])
    op.create_table(
        "reminder_lines",
        sa.Column("id", Id, primary_key=True),
        sa.Column("key", Text, nullable=False),
        sa.Column("kind", Text, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("plan", Text, sa.ForeignKey("plans.id"), nullable=False),
        sa.Column("task", Text, nullable=False),
        sa.Column("period", Text, nullable=False),
        sa.Column("due", sa.Date),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("member_id", Id, sa.ForeignKey("members.id")),
        sa.Column("unit", Text),
        sa.Column("answered", Moment),
        sa.Column("answer", Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reminder_lines_key", "reminder_lines", ["key"])
    op.create_index("ix_reminder_lines_plan_task_id", "reminder_lines", ["plan", "task", "id"])
    op.create_index("ix_reminder_lines_plan_at", "reminder_lines", ["plan", "at"])
    op.create_index("ix_reminder_lines_member_id_at", "reminder_lines", ["member_id", "at"])
    op.create_table(
        "silences",
        sa.Column("id", Id, primary_key=True),
        sa.Column("kind", Text, nullable=False),
        sa.Column("member_id", Id, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("plan", Text, sa.ForeignKey("plans.id"), nullable=False),
        sa.Column("task", Text, nullable=False),
        sa.Column("period", Text, nullable=False),
        sa.Column("until", Moment),
        sa.Column("at", Moment, nullable=False),
        sa.Column("ended", sa.Boolean, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_silences_plan_ended", "silences", ["plan", "ended"])
    op.create_table(
        "unit_chats",
        sa.Column("channel", Text, primary_key=True),
        sa.Column("chat", Text, primary_key=True),
        sa.Column("unit", Text, nullable=False),
        sa.Column("by", Id, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("at", Moment, nullable=False),
    )
    op.create_table(
        "calendar_links",
        sa.Column("digest", Text, primary_key=True),
        sa.Column("member_id", Id, sa.ForeignKey("members.id"), nullable=False, unique=True),
        sa.Column("created", Moment, nullable=False),
    )


def downgrade() -> None:
    for table in ("calendar_links", "unit_chats", "silences", "reminder_lines", "leaves", "personal_settings"):
        op.drop_table(table)
