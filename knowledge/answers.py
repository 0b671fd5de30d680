"""Answers a question from a plan's records: facets understood, records matched, facts returned (never sentences)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from knowledge.model import Plan

Kind = Literal["answer", "clarify", "none", "chat"]
"""answer: facts found; clarify: which one is meant?; none: not in the plan; chat: thanks, greetings."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """A value worked out from the plan's words: `steps` shows how ("2021: 30", "2022: 50", …)."""

    value: float
    unit: str
    comparator: str
    steps: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was understood and found.

    `facet`: what was asked ("value", "lead", "cooperation", "product", "deadline", "list", "count", "comparison",
    "legal", "section", "record", "head", "progress" …). `records`: codes of tasks, targets, passages, in the order to
    show. `count`, `filters` (shown back to the person) for lists and counts. `candidates`: codes to choose from when
    kind is clarify, and the nearest records when none. `assumed`: the code taken from the conversation, if any.
    `topic`: what to remember for a follow-up (JSON, opaque to callers).
    """

    kind: Kind
    facet: str = ""
    records: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    count: int | None = None
    filters: dict[str, str] = field(default_factory=dict)
    derived: Derivation | None = None
    assumed: str = ""
    topic: str = ""
    score: float = 0.0
    facts: dict[str, str] = field(default_factory=dict)


class Engine:
    """Answers questions about one plan. Building it reads the whole plan; answering changes nothing."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def answer(self, question: str, topic: str = "", *, today: date | None = None) -> Answer:
        """The answer to one question; `topic` is what an earlier Answer of the conversation gave back."""
        raise NotImplementedError
