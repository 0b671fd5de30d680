"""What became of a message on each channel, whom it is for, and monthly budgets."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

Text = sa.Text()


def upgrade() -> None:
    op.add_column("outbox", sa.Column("roles", Text, nullable=False, server_default=""))
    op.add_column("outbox", sa.Column("via", Text, nullable=False, server_default=""))
    op.add_column("outbox", sa.Column("trail", Text, nullable=False, server_default="[]"))
    # Reminders that cannot wait have a turn of their own between replies (0) and other reminders (2 from now on).
    op.execute("UPDATE outbox SET urgency = urgency + 1 WHERE urgency > 0")
    op.create_table(
        "usage",
        sa.Column("channel", Text, primary_key=True),
        sa.Column("month", Text, primary_key=True),
        sa.Column("messages", sa.Integer, nullable=False),
        sa.Column("quota", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("usage")
    op.execute("UPDATE outbox SET urgency = urgency - 1 WHERE urgency > 1")
    for column in ("trail", "via", "roles"):
        op.drop_column("outbox", column)
