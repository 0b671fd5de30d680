"""Which places of a table have the highest or lowest value, or one above or below a bound: "tỉnh nào tăng trưởng cao
nhất", "tỉnh nào trên 12%"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answers.amounts import bound_of
from knowledge.answers.answer import Answer, Topic
from knowledge.answers.ground import Ground
from knowledge.lexicon.amounts import HIGHEST, LOWEST
from knowledge.lexicon.asking import WHICH_ONE
from knowledge.lexicon.bodies import PLACES
from knowledge.lexicon.questions import words_of
from knowledge.model import Target
from knowledge.questions import Question, find

_DECIMAL = re.compile(r"(?<![\d.])\d{1,3}(?:,\d+)?(?![\d.])")
_OF_LEVEL = 2
"""Words that say what a place is: "Thành phố …"."""


def places(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """Of the rows of a table that are places, those that are asked for by their values."""
    asked = WHICH_ONE in q.words and any(find(q.words, (*place, WHICH_ONE)) >= 0 for place in PLACES)
    if not asked or q.codes or q.foreign:
        return None
    bound = bound_of(q)
    if not (bound or q.says(*HIGHEST, *LOWEST)):
        return None
    own = {*words_of(HIGHEST, LOWEST, PLACES), *q.asking, *ground.lexicon.light}
    rows = _rows(ground, {w for w in q.hard if w not in own and not w[0].isdigit()})
    if not rows:
        return None
    if bound is not None:
        meets, at = bound
        found = [t for t in rows if any(meets(amount, at) for amount in _amounts(t))]
    else:
        most = max if q.says(*HIGHEST) else min
        best = most(most(_amounts(target)) for target in rows)
        found = [t for t in rows if best in _amounts(t)]
    codes = tuple(t.code for t in found)
    return Answer("answer", "value", records=codes, thing="target") if found else ground.none(q)


def _rows(ground: Ground, said: set[str]) -> Sequence[Target]:
    """The rows that are places of the one table that measures what is said; none where several do."""
    tables: dict[str, list[Target]] = {}
    for target in ground.plan.targets:
        row = ground.index.words(target.metric)
        measured = " ".join(name.removeprefix(f"{target.metric}: ") for name in target.names)
        place = any(find(row, name) >= 0 and len(row) <= len(name) + _OF_LEVEL for name in ground.lexicon.places)
        if place and _amounts(target) and said.issubset(ground.index.words(measured)):
            tables.setdefault(measured, []).append(target)
    return next(iter(tables.values())) if len(tables) == 1 else ()


def _amounts(target: Target) -> list[float]:
    """The value of a target, or both ends of the range that it is."""
    if target.value is not None:
        return [target.value]
    printed = target.statement.removeprefix(target.metric)
    return [float(number.replace(",", ".")) for number in _DECIMAL.findall(printed)]
