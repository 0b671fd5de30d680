"""Answers for everybody know several ways to ask, a source and what they replaced; what was understood is kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Text = sa.Text()
Moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "readings",
        sa.Column("inquiry", Id, sa.ForeignKey("inquiries.id"), primary_key=True, autoincrement=False),
        sa.Column("understood", Text, nullable=False),
    )
    op.create_table(
        "faq",
        sa.Column("id", Id, primary_key=True),
        sa.Column("plan", Text, sa.ForeignKey("plans.id"), nullable=False),
        sa.Column("answer", Text, nullable=False),
        sa.Column("source", Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("member_id", Id, sa.ForeignKey("members.id"), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("supersedes", Id, sa.ForeignKey("faq.id")),
        sa.Column("withdrawn", sa.Boolean, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_faq_plan", "faq", ["plan"])
    op.create_table(
        "faq_questions",
        sa.Column("id", Id, primary_key=True),
        sa.Column("entry", Id, sa.ForeignKey("faq.id"), nullable=False),
        sa.Column("question", Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_faq_questions_entry", "faq_questions", ["entry"])
    op.execute(
        "INSERT INTO faq (plan, answer, source, version, member_id, at, withdrawn) "
        "SELECT k.plan, k.answer, '', p.version, k.member_id, k.at, k.withdrawn "
        "FROM kept_answers k JOIN plans p ON p.id = k.plan ORDER BY k.id"
    )
    op.execute(
        "INSERT INTO faq_questions (entry, question) "
        "SELECT f.id, k.question FROM kept_answers k JOIN faq f "
        "ON f.plan = k.plan AND f.answer = k.answer AND f.at = k.at AND f.member_id = k.member_id ORDER BY f.id"
    )
    op.drop_table("kept_answers")


def downgrade() -> None:
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
    op.execute(
        "INSERT INTO kept_answers (plan, question, answer, member_id, at, withdrawn) "
        "SELECT f.plan, q.question, f.answer, f.member_id, f.at, f.withdrawn "
        "FROM faq f JOIN faq_questions q ON q.entry = f.id "
        "WHERE q.id = (SELECT MIN(id) FROM faq_questions WHERE entry = f.id) ORDER BY f.id"
    )
    op.drop_table("faq_questions")
    op.drop_table("faq")
    op.drop_table("readings")
