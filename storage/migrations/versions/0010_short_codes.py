"""Codes of six digits."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Text = sa.Text()
Moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "short_codes",
        sa.Column("digest", Text, primary_key=True),
        sa.Column("invite_id", Id, sa.ForeignKey("invites.id")),
        sa.Column("member_id", Id, sa.ForeignKey("members.id")),
        sa.Column("expires", Moment, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("short_codes")
