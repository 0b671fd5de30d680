"""Announcements and who has read them; consent, requests to erase, names on invitations."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Text = sa.Text()
Moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "invite_names",
        sa.Column("invite", Id, sa.ForeignKey("invites.id"), primary_key=True, autoincrement=False),
        sa.Column("name", Text, nullable=False),
    )
    op.create_table(
        "consents",
        sa.Column("member_id", Id, sa.ForeignKey("members.id"), primary_key=True, autoincrement=False),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", Moment, nullable=False),
    )
    op.create_table(
        "erasures",
        sa.Column("id", Id, primary_key=True),
        sa.Column("member_id", Id, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("asked", Moment, nullable=False),
        sa.Column("decided", Moment),
        sa.Column("decided_by", Id, sa.ForeignKey("members.id")),
        sa.Column("done", sa.Boolean),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_erasures_member_id", "erasures", ["member_id"])
    op.create_table(
        "announcements",
        sa.Column("id", Id, primary_key=True),
        sa.Column("words", Text, nullable=False),
        sa.Column("audience", Text, nullable=False),
        sa.Column("sha256", Text, sa.ForeignKey("files.sha256")),
        sa.Column("name", Text, nullable=False),
        sa.Column("member_id", Id, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("people", sa.Integer, nullable=False),
        sa.Column("stopped", Moment),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "announcement_readers",
        sa.Column("announcement", Id, sa.ForeignKey("announcements.id"), primary_key=True, autoincrement=False),
        sa.Column("member_id", Id, sa.ForeignKey("members.id"), primary_key=True, autoincrement=False),
        sa.Column("at", Moment, nullable=False),
    )


def downgrade() -> None:
    for table in ("announcement_readers", "announcements", "erasures", "consents", "invite_names"):
        op.drop_table(table)
