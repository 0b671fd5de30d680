"""When extensions, rulings and evidence were taken back, so that a report of an earlier day goes on counting them.

For what was taken back before this revision nobody knows when: it never counts, as until now.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Text = sa.Text()
Moment = sa.DateTime(timezone=True)
_STANDING = sa.text("withdrawn IS NULL")
_COLUMNS = "id, entry, sha256, name, member_id, at"


def _evidence(withdrawn: sa.Column[object], *constraints: sa.UniqueConstraint) -> None:
    op.create_table(
        "evidence",
        sa.Column("id", Id, primary_key=True),
        sa.Column("entry", Id, sa.ForeignKey("progress.id"), nullable=False),
        sa.Column("sha256", Text, sa.ForeignKey("files.sha256"), nullable=False),
        sa.Column("name", Text, nullable=False),
        sa.Column("member_id", Id, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("at", Moment, nullable=False),
        withdrawn,
        *constraints,
        sqlite_autoincrement=True,
    )


def _set_aside() -> None:
    op.execute("CREATE TABLE evidence_before AS SELECT * FROM evidence")
    op.drop_table("evidence")


def _next_number() -> None:
    """PostgreSQL numbers rows on from where the copied ones end, as SQLite does of itself."""
    op.drop_table("evidence_before")
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "SELECT setval(pg_get_serial_sequence('evidence', 'id'), COALESCE(MAX(id), 1), MAX(id) IS NOT NULL) "
            "FROM evidence"
        )


def upgrade() -> None:
    for table in ("extensions", "rulings"):
        op.add_column(table, sa.Column("undone_at", Moment))
    _set_aside()
    _evidence(sa.Column("withdrawn", Moment))
    # A file may be withdrawn and sent again: a row for each time.
    op.create_index(
        "uq_evidence_standing",
        "evidence",
        ["entry", "sha256"],
        unique=True,
        sqlite_where=_STANDING,
        postgresql_where=_STANDING,
    )
    op.execute(
        f"INSERT INTO evidence ({_COLUMNS}, withdrawn) "
        f"SELECT {_COLUMNS}, CASE WHEN withdrawn THEN at END FROM evidence_before ORDER BY id"
    )
    _next_number()


def downgrade() -> None:
    for table in ("rulings", "extensions"):
        op.drop_column(table, "undone_at")
    _set_aside()
    _evidence(sa.Column("withdrawn", sa.Boolean, nullable=False), sa.UniqueConstraint("entry", "sha256"))
    op.execute(
        f"INSERT INTO evidence ({_COLUMNS}, withdrawn) "
        f"SELECT {_COLUMNS}, withdrawn IS NOT NULL FROM evidence_before b "
        "WHERE id = (SELECT MAX(id) FROM evidence_before a WHERE a.entry = b.entry AND a.sha256 = b.sha256) ORDER BY id"
    )
    _next_number()
