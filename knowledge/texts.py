"""The printed words of a plan's records, as they are searched and quoted."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.model import Passage, Plan, Target, Task

PIECE = re.compile(r"\n+|(?<=[.;])\s+(?=[A-ZĐÂÊÔƯ])")
"""What parts the clauses of running text."""


_LABELLED = re.compile(r"[^\d:;.]{3,30}: \S")


def clauses_of(passage: Passage) -> tuple[str, ...]:
    """The clauses of running text, as printed."""
    return _clauses(passage.text)


@lru_cache(4096)
def _clauses(text: str) -> tuple[str, ...]:
    return tuple(piece.strip() for piece in PIECE.split(text) if piece.strip())


def columns_of(task: Task) -> tuple[str, ...]:
    """What the columns of a table say of a task that it has no field for: "Lãnh đạo phụ trách: Thứ trưởng …"."""
    return _columns(task.notes) if task.notes else ()


@lru_cache(1024)
def _columns(notes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(piece for note in notes for piece in note.split("; ") if _LABELLED.match(piece))


def text_of(record: Task | Target | Passage) -> str:
    """All printed words of a record, for filters."""
    if isinstance(record, Task):
        return " ".join((record.title, record.product, record.deadline, *record.milestones))
    if isinstance(record, Target):
        return " ".join(filter(None, (record.metric, record.statement, record.baseline)))
    return f"{record.title} {record.text}"


def texts_of(plan: Plan) -> list[str]:
    """Every printed text of a plan, and the names people use."""
    units = (name for u in plan.units for name in (u.name, *u.aliases))
    tasks = (
        s for t in plan.tasks for s in (t.title, *t.names, t.product, t.deadline, t.cooperating_printed, *columns_of(t))
    )
    targets = (s for t in plan.targets for s in (t.metric, *t.names, t.statement, t.baseline or ""))
    passages = (s for p in plan.passages for s in (p.title, p.text))
    areas = (s for a in plan.areas for s in (a.title, *a.names))
    head = (plan.title, plan.issuer, plan.governing_body, *(b.text for b in plan.legal_bases))
    return [s for s in (*head, *units, *areas, *(g.title for g in plan.groups), *tasks, *targets, *passages) if s]
