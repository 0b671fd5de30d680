"""When a person took their consent back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("consents", sa.Column("withdrawn", sa.DateTime(timezone=True)))


def downgrade() -> None:
    op.drop_column("consents", "withdrawn")
