"""Addresses under which a chat fetches a file."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

Text = sa.Text()
Moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "links",
        sa.Column("digest", Text, primary_key=True),
        sa.Column("channel", Text, nullable=False),
        sa.Column("chat", Text, nullable=False),
        sa.Column("name", Text, nullable=False),
        sa.Column("media_type", Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.Column("created", Moment, nullable=False),
        sa.Column("expires", Moment, nullable=False),
    )
    op.create_index("ix_links_channel_chat", "links", ["channel", "chat"])
    op.create_index("ix_links_expires", "links", ["expires"])


def downgrade() -> None:
    op.drop_table("links")
