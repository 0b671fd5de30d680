"""Running text as an answer, and beside one: the clause that says what was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answers.answer import Answer
from knowledge.answers.choosing import FLOOR
from knowledge.answers.ground import TASK_FACETS, Ground
from knowledge.lexicon.cells import DAY
from knowledge.questions import Question
from knowledge.search import Match
from knowledge.texts import clauses_of

BESIDE, BEHIND = 0.5, 0.35
"""Running text that explains so much of a question, and at most so much less than the record, is told beside it;
beside a target only what explains as much."""
FEW = 3
"""Records of an answer beside which it is told."""
NEW = 4
"""Words that weigh, and which the record lacks, in a clause that is worth telling beside it."""


def tell(ground: Ground, best: Match, q: Question) -> Answer:
    """Running text, with the clause of it that has most of the question's words."""
    share, clause = ground.clause_asked(best.entry.code, q)
    several = len(clauses_of(ground.passages[best.entry.code])) > 1
    facts = {"clause": clause} if several and share >= FLOOR else {}
    return Answer("answer", "section", records=(best.entry.code,), score=best.sure, facts=facts)


def with_text(ground: Ground, found: Answer, best: Match, matches: Sequence[Match], q: Question) -> Answer:
    """The answer, and beside a record of which no cell was asked for, or a day that its cell does not name, the running
    text that says more of it."""
    dayless = _lacks_day(ground, found, q)
    if found.kind != "answer" or (found.facet in TASK_FACETS and not dayless) or len(found.records) > FEW:
        return found
    told = [m for m in matches if m.entry.kind == "passage" and m.entry.code not in found.records]
    if dayless:
        told = [m for m in told if DAY.search(ground.clause_asked(m.entry.code, q)[1])]
    if not told:
        return found
    most = max(told, key=lambda m: m.coverage)
    share, clause = ground.clause_asked(most.entry.code, q)
    shown = {w for code in found.records for w in ground.printed(code)}
    behind = 0.0 if best.entry.kind == "target" else BEHIND
    more = {w for w in ground.index.words(clause) if w not in shown and w not in ground.index.soft}
    if most.coverage < max(BESIDE, best.coverage - behind) or share < BESIDE or len(more) < NEW:
        return found
    return replace(found, clauses={most.entry.code: clause})


def _lacks_day(ground: Ground, found: Answer, q: Question) -> bool:
    """Whether a day is asked for, and the deadline of the one task that was found names none: "trước ngày nào"."""
    if found.facet != "deadline" or not q.has("day") or len(found.records) != 1:
        return False
    task = ground.plan.task(found.records[0])
    return task is not None and bool(task.deadline) and not DAY.search(task.deadline)
