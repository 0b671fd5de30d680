"""Targets that a table sets for each of several units: of the unit that a question names, and of several beside each
other."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.choosing import FLOOR
from knowledge.answers.ground import Ground
from knowledge.lexicon.amounts import HIGHEST, LOWEST
from knowledge.lexicon.asking import WHICH_ONE
from knowledge.lexicon.matrices import OF_ALL
from knowledge.lexicon.questions import words_of
from knowledge.model import Target
from knowledge.questions import Question
from knowledge.search import Match

_ALIKE = 0.02
"""Indicators of which the second fits as well as the first, within so much, cannot be told apart."""
_IMPLIED = 0.05
"""A row for all the units is meant so much less surely where it is not named."""


def of_units_named(ground: Ground, matches: Sequence[Match], q: Question) -> list[Match]:
    """The matches without what is set for other units than those named; where none is named, without what is set for
    one unit, if another target fits."""
    if not ground.cells:
        return list(matches)
    said_of_all = OF_ALL.search(" ".join(q.words)) is not None
    named = set() if said_of_all else {unit.code for unit in q.units if unit.code in ground.cells.values()}
    if named:
        own = [m for m in matches if ground.cells.get(m.entry.code) in named]
        told = any(m.sure >= FLOOR for m in own)
        return [
            m for m in matches if m in own or not (m.entry.code in ground.cells or (told and m.entry.kind == "target"))
        ]
    others = [m for m in matches if not ground.cells.get(m.entry.code)]
    kept = others if any(m.sure >= FLOOR and m.entry.kind == "target" for m in others) else matches
    return [m if m.entry.code not in ground.cells or said_of_all else _less(m) for m in kept]


def cells_compared(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """One indicator of several units that are named: "tỷ lệ tốt nghiệp khoa A và khoa B"."""
    if not ground.cells or len(q.units) < 2 or q.has("lead", "cooperation", "product", "deadline") or q.foreign:
        return None
    codes = [unit.code for unit in q.units]
    found = [m for m in ground.index.search(q.variants, ("target",)) if ground.cells.get(m.entry.code) in codes]
    best: dict[str, float] = {}
    for match in found:
        name = _indicator(ground.plan.target(match.entry.code))
        best[name] = max(best.get(name, 0.0), match.coverage)
    first, *rest = sorted(best, key=lambda name: -best[name]) or [""]
    if not first or best[first] < FLOOR or (rest and best[rest[0]] > best[first] - _ALIKE):
        return None
    of_first = [t for t in ground.plan.targets if ground.cells.get(t.code) in codes and _indicator(t) == first]
    records = [t.code for code in codes for t in of_first if ground.cells[t.code] == code]
    return Answer("answer", "value", records=tuple(records), thing="target") if len(records) > 1 else None


def unit_with_most(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """Of the units of a table the one with the highest or lowest value of what is said: "khoa nào bỏ học thấp nhất"."""
    if not ground.cells or WHICH_ONE not in q.words or not q.says(*HIGHEST, *LOWEST) or q.foreign or q.codes:
        return None
    of_one = [t for t in ground.plan.targets if ground.cells.get(t.code) and t.value is not None]
    units = {word for unit in ground.plan.units for word in ground.index.words(unit.name)[:1]}
    own = {*words_of(HIGHEST, LOWEST), *units, *ground.lexicon.light}
    said = {w for w in q.hard if w not in own and not w.isdigit()}
    meant = {name for name in map(_indicator, of_one) if said and said.issubset(ground.index.words(name))}
    if len(meant) != 1:
        return None
    values = {t.code: t.value or 0.0 for t in of_one if _indicator(t) in meant}
    best = (max if q.says(*HIGHEST) else min)(values.values())
    return Answer("answer", "value", records=tuple(c for c, value in values.items() if value == best), thing="target")


def _indicator(target: Target | None) -> str:
    return target.metric.rpartition(": ")[0] if target else ""


def _less(match: Match) -> Match:
    return Match(match.entry, match.score - _IMPLIED, match.coverage, match.plain)
