"""Why a question was answered as it was: what was understood, and the records that came nearest."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.answers.answer import Answer
from knowledge.answers.engine import Engine
from knowledge.questions import Question

SHOWN = 5
"""Nearest records that are told."""
WORTH = 0.05
"""Records that fit less well have nothing to do with the question."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """`nearest`: (code, fit 0–1) of the records that the question's words fit best, by their words alone; the fit is
    what the engine compares with its floor."""

    question: Question
    answer: Answer
    nearest: tuple[tuple[str, float], ...]


def explain(engine: Engine, question: str, topic: str = "") -> Explanation:
    """The answer to a question with what led to it; `topic` as for Engine.answer."""
    q = engine.understanding.read(question)
    found = engine.index.search(q.variants, ("task", "target", "passage")) if q.sought else []
    fits = sorted(((m.entry.code, m.sure) for m in found[: 2 * SHOWN]), key=lambda pair: -pair[1])
    nearest = tuple((code, fit) for code, fit in fits[:SHOWN] if fit > WORTH)
    return Explanation(q, engine.answer(question, topic), nearest)
