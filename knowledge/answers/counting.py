"""How many there are of something: a share is no number of things, nor is a number of something else."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answers.answer import Answer
from knowledge.answers.ground import NAMED, NEAR, Ground
from knowledge.lexicon.amounts import HOW_MANY_OF_ALL, RATIO
from knowledge.lexicon.cells import NO_NUMBER
from knowledge.lexicon.counting import CHANGES, EVERY_YEAR, HOW_MANY, OF_EACH_YEAR, THERE_ARE
from knowledge.model import Target
from knowledge.patterns import seldom
from knowledge.questions import Question
from knowledge.search import Match
from knowledge.texts import text_of

_SHARE = seldom(r"\d+(?:[.,]\d+)*\s*%")
AS_NEAR = 0.85
"""Shares that explain so much of what the best explains are named."""
_BESIDE = 4
"""Words within which a number stands before the thing that it counts, or after it."""


def lacks_number(ground: Ground, best: Match, q: Question) -> bool:
    """Whether it is asked how many there are of something, and the record has only a share of them, or no number
    beside them."""
    if q.asks_share or q.says(RATIO) or q.has("column"):
        return False  # a row is shown whole where a column of it is asked for as well
    target = ground.plan.target(best.entry.code)
    if target is not None:
        return is_share(target) and (q.says(*HOW_MANY_OF_ALL) or _are_counted(ground, q, target))
    return bool(q.counted) and q.has("value") and not _counts(ground, best, q)


def only_shares(ground: Ground, found: Sequence[Match], q: Question) -> Answer:
    """That the plan does not say how many there are, with the shares of them that it sets."""
    least = max(NEAR, AS_NEAR * found[0].coverage)
    shares = [m for m in found if m.coverage >= least and (t := ground.plan.target(m.entry.code)) and is_share(t)]
    codes = tuple(m.entry.code for m in shares[:NAMED])
    return Answer("none", "value", candidates=codes, score=found[0].sure, facts={"only": "share"})


def is_share(target: Target) -> bool:
    """Whether a target sets a share."""
    return "%" in target.unit and (target.value is not None or "%" in target.statement)


def _are_counted(ground: Ground, q: Question, target: Target) -> bool:
    """Whether the things are counted, rather than that the year of a target is asked for ("bao nhiêu … đến 2030")."""
    yearly = OF_EACH_YEAR.search(f"{target.metric} {target.statement}") or not CHANGES.isdisjoint(q.said)
    if yearly and q.says(*EVERY_YEAR):
        return False
    of_horizon = any(y in ground.plan.horizons for y in q.years)
    return bool(q.counted) and (not of_horizon or q.says(*((THERE_ARE, *mark) for mark in HOW_MANY)))


def _counts(ground: Ground, best: Match, q: Question) -> bool:
    """Whether a text has a number beside the thing."""
    task = ground.plan.task(best.entry.code)
    text = best.entry.text or text_of(task or ground.passages[best.entry.code])
    words = [str(w) for w in ground.index.words(NO_NUMBER.sub(" ", _SHARE.sub(" ", text)))]
    head = q.counted[:2]
    places = [at for at in range(len(words)) if tuple(words[at : at + len(head)]) == head]
    return any(w.isdigit() for at in places for w in words[max(0, at - _BESIDE) : at + len(head) + _BESIDE])
