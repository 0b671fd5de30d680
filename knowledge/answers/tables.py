"""The tables of a plan that set one thing for each of several: indicators of units, growth of provinces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.lexicon.importing import BODY
from knowledge.lexicon.matrices import LEVELS, OF_ALL, OF_PERIOD
from knowledge.lexicon.questions import Phrase, phrase
from knowledge.model import Plan, Target
from knowledge.vietnamese import fold

_FEWEST = 3
"""Rows that a table has at least."""


@dataclass(frozen=True, slots=True)
class Row:
    """One of those that a table sets something for: `names` how it may be called, the longest first; `head` what it is
    ("trung tâm y tế"); `of_all`: it is all of them together; `targets` by their years."""

    name: str
    names: tuple[Phrase, ...]
    head: Phrase
    of_all: bool
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What is measured, as printed, and of whom."""

    measured: str
    rows: tuple[Row, ...]

    @property
    def years(self) -> frozenset[int]:
        """The years that it has values for."""
        return frozenset(t.horizon for row in self.rows for t in row.targets)


def cells_of(plan: Plan) -> Mapping[str, str]:
    """The unit, by its code, of each target that a table sets for one unit among several; "" for one of all of them."""
    units = {fold(name): unit.code for unit in plan.units for name in (unit.name, unit.short)}
    cells: dict[str, str] = {}
    for target, _, name in _of_cells(plan):
        code = "" if OF_ALL.match(fold(name)) else units.get(fold(name))
        if code is not None:
            cells[target.code] = code
    return cells


def wholes_of(plan: Plan) -> frozenset[str]:
    """The codes of targets that a table sets for a whole period, beside those of its years."""
    return frozenset(target.code for target, measured, _ in _of_cells(plan) if OF_PERIOD.search(measured))


def tables_of(plan: Plan) -> tuple[Table, ...]:
    """The tables of a plan, with their rows."""
    found: dict[str, dict[str, list[Target]]] = {}
    for target, measured, name in (*_of_cells(plan), *_of_rows(plan)):
        found.setdefault(measured, {}).setdefault(name, []).append(target)
    return tuple(Table(measured, tuple(_rows(named))) for measured, named in found.items() if len(named) >= _FEWEST)


def _of_cells(plan: Plan) -> Iterator[tuple[Target, str, str]]:
    """Targets of cells, with what they measure and of whom: "Bỏ học: Khoa Cơ khí"."""
    for target in plan.targets:
        measured, cut, name = target.metric.rpartition(": ")
        if cut and f"{name}: {measured}" in target.names:
            yield target, measured, name


def _of_rows(plan: Plan) -> Iterator[tuple[Target, str, str]]:
    """Targets that are called by of whom they are, in a table whose header tells what it measures."""
    for target in plan.targets:
        told = [said.removeprefix(f"{target.metric}: ") for said in target.names]
        measured = [one for one, name in zip(told, target.names, strict=True) if one != name]
        if measured:
            yield target, "; ".join(measured), target.metric


def _rows(named: Mapping[str, Sequence[Target]]) -> Iterator[Row]:
    spoken = {name: phrase(name) for name in named if not OF_ALL.match(fold(name))}
    shared = 0
    while len({words[: shared + 1] for words in spoken.values()}) == 1:
        shared += 1
    for name, targets in named.items():
        words = phrase(name)
        head = _head(words, shared) if name in spoken else ()
        names = (words, words[len(head) :]) if head else (words,)
        yield Row(name, names, head, name not in spoken, tuple(sorted(targets, key=lambda t: t.horizon)))


def _head(words: Phrase, shared: int) -> Phrase:
    """The words that say what it is: "Trung tâm Y tế" where all rows begin so, "Xã" where a name does."""
    level = next((len(level) for level in LEVELS if words[: len(level)] == level), 0)
    body = BODY.match(" ".join(words))
    length = max(level, shared, len(body[0].split()) if body else 0)
    return words[:length] if length < len(words) else ()
