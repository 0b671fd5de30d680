"""The first schema: people, plans with their progress, messages in and out, the office's own.

Written with the plain types of the engines, so that this revision stays what it is when storage.sql.types changes.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Text = sa.Text()
Moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    _people()
    _plans()
    _messages()
    _office()


def downgrade() -> None:
    for table in (
        "leases",
        "settings",
        "audit",
        "conversations",
        "choices",
        "outbox",
        "inbox",
        "extensions",
        "progress",
        "plan_versions",
        "plans",
        "requests",
        "invite_failures",
        "invites",
        "accounts",
        "members",
    ):
        op.drop_table(table)


def _people() -> None:
    op.create_table(
        "members",
        sa.Column("id", Id, primary_key=True),
        sa.Column("name", Text, nullable=False),
        sa.Column("role", Text, nullable=False),
        sa.Column("unit", Text),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("created", Moment, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "accounts",
        sa.Column("channel", Text, primary_key=True),
        sa.Column("account", Text, primary_key=True),
        sa.Column("chat", Text, nullable=False),
        sa.Column("member_id", Id, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("reachable", sa.Boolean, nullable=False),
    )
    op.create_index("ix_accounts_member_id", "accounts", ["member_id"])
    op.create_table(
        "invites",
        sa.Column("id", Id, primary_key=True),
        sa.Column("salt", Text, nullable=False),
        sa.Column("digest", Text, nullable=False),
        sa.Column("role", Text, nullable=False),
        sa.Column("unit", Text),
        sa.Column("created", Moment, nullable=False),
        sa.Column("expires", Moment, nullable=False),
        sa.Column("created_by", Id, sa.ForeignKey("members.id")),
        sa.Column("used", Moment),
        sa.Column("used_by", Id, sa.ForeignKey("members.id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "invite_failures",
        sa.Column("id", Id, primary_key=True),
        sa.Column("channel", Text, nullable=False),
        sa.Column("account", Text, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_invite_failures_channel_account_at", "invite_failures", ["channel", "account", "at"])
    op.create_table(
        "requests",
        sa.Column("id", Id, primary_key=True),
        sa.Column("channel", Text, nullable=False),
        sa.Column("account", Text, nullable=False),
        sa.Column("chat", Text, nullable=False),
        sa.Column("name", Text, nullable=False),
        sa.Column("words", Text, nullable=False),
        sa.Column("unit", Text),
        sa.Column("state", Text, nullable=False),
        sa.Column("created", Moment, nullable=False),
        sa.Column("decided", Moment),
        sa.Column("decided_by", Id, sa.ForeignKey("members.id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "uq_requests_pending",
        "requests",
        ["channel", "account"],
        unique=True,
        sqlite_where=sa.text("state = 'pending'"),
        postgresql_where=sa.text("state = 'pending'"),
    )


def _plans() -> None:
    op.create_table(
        "plans",
        sa.Column("id", Text, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("followed_from", sa.Date, nullable=False),
        sa.Column("ends", sa.Date, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
    )
    op.create_table(
        "plan_versions",
        sa.Column("plan", Text, sa.ForeignKey("plans.id"), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("document", Text, nullable=False),
        sa.Column("loaded", Moment, nullable=False),
    )
    op.create_table(
        "progress",
        sa.Column("id", Id, primary_key=True),
        sa.Column("plan", Text, sa.ForeignKey("plans.id"), nullable=False),
        sa.Column("task", Text, nullable=False),
        sa.Column("period", Text, nullable=False),
        sa.Column("kind", Text, nullable=False),
        sa.Column("percent", sa.Float),
        sa.Column("status", Text),
        sa.Column("note", Text, nullable=False),
        sa.Column("member_id", Id, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("unit", Text),
        sa.Column("channel", Text, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("undoes", Id, sa.ForeignKey("progress.id"), unique=True),
        sa.CheckConstraint("percent >= 0 AND percent <= 100", name="percent"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_progress_plan_task_period_id", "progress", ["plan", "task", "period", "id"])
    op.create_index("ix_progress_member_id_at", "progress", ["member_id", "at"])
    op.create_table(
        "extensions",
        sa.Column("id", Id, primary_key=True),
        sa.Column("plan", Text, sa.ForeignKey("plans.id"), nullable=False),
        sa.Column("task", Text, nullable=False),
        sa.Column("period", Text, nullable=False),
        sa.Column("due", sa.Date, nullable=False),
        sa.Column("previous", sa.Date),
        sa.Column("reason", Text, nullable=False),
        sa.Column("document", Text, nullable=False),
        sa.Column("member_id", Id, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("undone", sa.Boolean, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_extensions_plan_id", "extensions", ["plan", "id"])


def _messages() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", Id, primary_key=True),
        sa.Column("channel", Text, nullable=False),
        sa.Column("key", Text, nullable=False),
        sa.Column("lane", Text, nullable=False),
        sa.Column("payload", Text, nullable=False),
        sa.Column("received", Moment, nullable=False),
        sa.Column("handled", Moment),
        sa.Column("error", Text, nullable=False),
        sa.UniqueConstraint("channel", "key"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_inbox_waiting",
        "inbox",
        ["lane", "id"],
        sqlite_where=sa.text("handled IS NULL"),
        postgresql_where=sa.text("handled IS NULL"),
    )
    op.create_table(
        "outbox",
        sa.Column("id", Id, primary_key=True),
        sa.Column("key", Text, nullable=False, unique=True),
        sa.Column("kind", Text, nullable=False),
        sa.Column("urgency", sa.Integer, nullable=False),
        sa.Column("place", Text, nullable=False),
        sa.Column("member_id", Id, sa.ForeignKey("members.id")),
        sa.Column("channel", Text),
        sa.Column("chat", Text),
        sa.Column("replaces", Text),
        sa.Column("reply", Text, nullable=False),
        sa.Column("state", Text, nullable=False),
        sa.Column("created", Moment, nullable=False),
        sa.Column("not_before", Moment),
        sa.Column("expires", Moment),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("parts_sent", sa.Integer, nullable=False),
        sa.Column("repeat", sa.Boolean, nullable=False),
        sa.Column("error", Text, nullable=False),
        sa.Column("remote", Text, nullable=False),
        sa.Column("settled", Moment),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_state_urgency_id", "outbox", ["state", "urgency", "id"])
    op.create_index("ix_outbox_state_not_before", "outbox", ["state", "not_before"])
    op.create_index("ix_outbox_place_state_urgency_id", "outbox", ["place", "state", "urgency", "id"])
    op.create_table(
        "choices",
        sa.Column("channel", Text, primary_key=True),
        sa.Column("chat", Text, primary_key=True),
        sa.Column("token", Text, primary_key=True),
        sa.Column("menu", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("label", Text, nullable=False),
        sa.Column("action", Text, nullable=False),
        sa.Column("arguments", Text, nullable=False),
        sa.Column("expires", Moment, nullable=False),
        sa.UniqueConstraint("channel", "chat", "menu", "position"),
    )
    op.create_index("ix_choices_expires", "choices", ["expires"])
    op.create_table(
        "conversations",
        sa.Column("channel", Text, primary_key=True),
        sa.Column("chat", Text, primary_key=True),
        sa.Column("account", Text, primary_key=True),
        sa.Column("flow", Text, nullable=False),
        sa.Column("data", Text, nullable=False),
        sa.Column("flow_expires", Moment),
        sa.Column("topic", Text, nullable=False),
        sa.Column("topic_expires", Moment),
    )


def _office() -> None:
    op.create_table(
        "audit",
        sa.Column("id", Id, primary_key=True),
        sa.Column("at", Moment, nullable=False),
        sa.Column("member_id", Id, sa.ForeignKey("members.id")),
        sa.Column("member_name", Text, nullable=False),
        sa.Column("action", Text, nullable=False),
        sa.Column("subject", Text, nullable=False),
        sa.Column("before", Text, nullable=False),
        sa.Column("after", Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_action_id", "audit", ["action", "id"])
    op.create_table(
        "settings",
        sa.Column("key", Text, primary_key=True),
        sa.Column("value", Text, nullable=False),
        sa.Column("changed", Moment, nullable=False),
    )
    op.create_table(
        "leases",
        sa.Column("name", Text, primary_key=True),
        sa.Column("holder", Text, nullable=False),
        sa.Column("until", Moment, nullable=False),
    )
