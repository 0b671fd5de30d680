"""Targets that a table sets for each of several units: those of the unit that a question names."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from knowledge.answers.choosing import FLOOR
from knowledge.answers.ground import Ground
from knowledge.lexicon.matrices import OF_ALL, PERIOD_SAID
from knowledge.questions import Question
from knowledge.search import Match
from knowledge.vietnamese import fold

_IMPLIED = 0.05
"""A row for all the units is meant so much less surely where it is not named."""


def of_units_named(ground: Ground, matches: Sequence[Match], q: Question) -> list[Match]:
    """The matches without what is set for other units than those named; where none is named, without what is set for
    one unit, if another target fits."""
    if not ground.cells:
        return list(matches)
    matches = _of_period(ground, matches, q) if ground.wholes else matches
    said_of_all = OF_ALL.search(" ".join(q.words)) is not None
    named = set() if said_of_all else {unit.code for unit in q.units if unit.code in ground.cells.values()}
    if named:
        own = [m for m in matches if ground.cells.get(m.entry.code) in named]
        told = any(m.sure >= FLOOR for m in own) or _only_have_aims(ground, named)
        return [
            m
            for m in matches
            if m in own
            or not (m.entry.code in ground.cells or (told and m.entry.kind == "target" and not _names(ground, m, q)))
        ]
    others = [m for m in matches if not ground.cells.get(m.entry.code)]
    kept = others if any(m.sure >= FLOOR and m.entry.kind == "target" for m in others) else matches
    return [m if m.entry.code not in ground.cells or said_of_all else _less(m) for m in kept]


def _only_have_aims(ground: Ground, units: Collection[str]) -> bool:
    """Whether units have no part in any task: what is asked of them is set for them, or for nobody."""
    return not any(code in units for task in ground.plan.tasks for code in (*task.lead, *task.cooperating))


def _names(ground: Ground, match: Match, q: Question) -> bool:
    """Whether a target names one of the units that are named."""
    target = ground.plan.target(match.entry.code)
    said = fold(target.statement) if target else ""
    return any(fold(name) in said for unit in q.units for name in unit.called)


def _of_period(ground: Ground, matches: Sequence[Match], q: Question) -> list[Match]:
    """The matches without the sums over the years, or with these alone of the cells, where that is asked for."""
    whole = q.says(*PERIOD_SAID) and any(m.entry.code in ground.wholes and m.sure >= FLOOR for m in matches)
    return [m for m in matches if m.entry.code not in ground.cells or (m.entry.code in ground.wholes) is whole]


def _less(match: Match) -> Match:
    return Match(match.entry, match.score - _IMPLIED, match.coverage, match.plain)
