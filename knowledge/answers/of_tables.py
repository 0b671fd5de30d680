"""The route for tables that set one thing for each of several: which of them are above a bound, which has most, what
lies between two of them, their sum and their mean."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.answers.amounts import Bound, bounds_of
from knowledge.answers.answer import Answer, Topic
from knowledge.answers.figures import (
    APART,
    ROWS,
    WHOLE,
    added,
    amounts,
    by_year,
    compared,
    is_rank,
    operation,
    together,
)
from knowledge.answers.ground import Ground, list_of
from knowledge.answers.tables import Row, Table
from knowledge.lexicon import figures as said_for
from knowledge.lexicon.amounts import HIGHEST, LOWEST
from knowledge.lexicon.bodies import PLACES
from knowledge.lexicon.questions import Phrase, phrase
from knowledge.lexicon.taking_part import LEADS
from knowledge.model import Target
from knowledge.postings import Soft
from knowledge.questions import Question

_TWO = 2
_OFFERED = 4
"""Tables that are offered where it is not said which is meant."""
_SHOWN = 12
"""Cells that are shown though their sum cannot be told."""
_PRINTED = str.maketrans(",.", ".,")
_OPERATIONS = (said_for.SUMS, said_for.MEANS, said_for.APART, said_for.GROWS, HIGHEST, LOWEST)
_SAID = tuple(dict.fromkeys(said for group in _OPERATIONS for said in group))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of a table: `rows` those named, or all of the kind that is said (`kind`); `years` those named;
    `exact`: so many words say what it measures."""

    table: Table
    rows: tuple[Row, ...]
    kind: str
    years: tuple[int, ...]
    exact: int

    @property
    def cells(self) -> list[Target]:
        """The targets of the rows in the years named, or in all years."""
        return [t for row in self.rows for t in row.targets if t.horizon in self.years_meant]

    @property
    def years_meant(self) -> Collection[int]:
        """The years named, or all that the table has."""
        return self.years or self.table.years


def of_tables(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """What is worked out of the rows of one table: "xã nào dưới 80%", "tổng của ba xã", "A hơn B bao nhiêu"."""
    if not ground.tables or q.codes or q.says(*LEADS) or _speaks_of_tasks(ground, q):
        return None
    bounds = bounds_of(q)
    if q.has("cooperation", "product") or (q.has("deadline") and not (bounds and q.says(*said_for.WHICH_YEAR))):
        return None
    asks = bool(bounds or operation(q)) or q.has("compare") or q.says(*said_for.GROWS, *HIGHEST, *LOWEST)
    if not asks and said_for.JOINS.isdisjoint(q.said):
        return None
    found = list(_asked(ground, q))
    found = [one for one in found if one.exact == max(other.exact for other in found)]
    if not found or (not asks and (found[0].kind or len(found[0].rows) < _TWO)):
        return None
    if len(found) > 1:
        return _which(found)
    asked = found[0]
    if bounds:
        return _within(asked, bounds, q)
    worked_out = operation(q, ground.index.words(asked.table.measured))
    adds = worked_out if worked_out != APART else ""
    if asked.kind and adds and added(asked.cells, adds) is None and len(asked.cells) > _SHOWN:
        return ground.none(q)
    return _of_all(asked, q, adds) if asked.kind else _of_named(asked, q, adds)


def _speaks_of_tasks(ground: Ground, q: Question) -> bool:
    """Whether tasks are spoken of; "việc làm mới" may be what a table measures."""
    if "task" not in q.things:
        return False
    measured = {pair for table in ground.tables for pair in pairwise(ground.index.words(table.measured))}
    runs = (q.words[max(0, at - 1) : at + length + 1] for thing, at, length in q.named if thing == "task")
    return not all(any(pair in measured for pair in pairwise(run)) for run in runs)


def _which(found: Sequence[_Asked]) -> Answer | None:
    """Which of several tables is meant, by their first rows that are named."""
    codes = tuple(one.cells[0].code for one in found if one.cells and not one.kind)
    return Answer("clarify", "value", candidates=codes[:_OFFERED]) if len(codes) > 1 else None


def _of_all(asked: _Asked, q: Question, adds: str) -> Answer | None:
    """Of all rows of a kind: those at the ends, what lies between these, the sum, the mean."""
    if adds:
        whole = [t for row in asked.table.rows if row.of_all for t in row.targets if t.horizon in asked.years_meant]
        return replace(together(asked.cells, adds), facts={WHOLE: whole[0].code} if len(whole) == 1 else {})
    if q.says(*HIGHEST) and q.says(*LOWEST):
        return compared([t for highest in (True, False) for t in _ends(asked.cells, highest=highest)[:1]])
    if not q.says(*HIGHEST, *LOWEST) or not (asked.exact or q.says(*said_for.ENDS, *said_for.GROWS)):
        return None
    return _with_most(asked, q)


def _of_named(asked: _Asked, q: Question, adds: str) -> Answer | None:
    """Of the rows that are named: what lies between two, or between two years of one; the sum of several."""
    cells = asked.cells
    if len(asked.rows) > 1 and adds:
        return together(cells, adds)
    if len(asked.rows) > _TWO and q.says(*HIGHEST, *LOWEST):
        return _with_most(asked, q)
    return compared(cells) if len(cells) > 1 else None


def _within(asked: _Asked, bounds: Sequence[Bound], q: Question) -> Answer | None:
    """The cells within all bounds: "xã nào dưới 80% năm 2027"."""
    percent = "%" if any("%" in t.unit for t in asked.cells) else ""
    if any(bound.percent for bound in bounds) and not percent:
        return None
    found = [t for t in asked.cells if any(all(b.meets(amount, b.at) for b in bounds) for amount in amounts(t))]
    said = {b.name: f"{b.at:,.10g}".translate(_PRINTED) + percent for b in bounds}
    year = {"horizon": ", ".join(map(str, asked.years))} if asked.years and len(asked.table.years) > 1 else {}
    told = list_of([t.code for t in found], "target", {**said, **year})
    rows = {ROWS: asked.kind} if asked.kind and len(asked.years_meant) == 1 else {}
    return replace(told, facet="count" if q.has("count") else "list", facts=rows)


def _with_most(asked: _Asked, q: Question) -> Answer:
    """The row with the highest or lowest value: "khoa nào bỏ học thấp nhất"; of several years the one that grows
    most."""
    highest = q.says(*HIGHEST)
    if len(asked.years_meant) > 1 and q.says(*said_for.GROWS):
        whole = [cells for row in asked.rows if len(cells := [t for t in row.targets if t in asked.cells]) > 1]
        growth = [abs((cells[-1].value or 0.0) - (cells[0].value or 0.0)) for cells in whole]
        best = (max if highest else min)(growth, default=0.0)
        return compared([t for cells, points in zip(whole, growth, strict=True) if points == best for t in cells])
    codes = tuple(t.code for year in by_year(asked.cells) for t in _ends(year, highest=highest))
    return Answer("answer", "value", records=codes, thing="target")


def _ends(cells: Sequence[Target], *, highest: bool) -> list[Target]:
    """The cells with the highest or lowest amount; of ranks the highest is the first."""
    most = max if highest != any(map(is_rank, cells)) else min
    best = most((most(amounts(target)) for target in cells), default=0.0)
    return [t for t in cells if best in amounts(t)]


def _asked(ground: Ground, q: Question) -> Iterator[_Asked]:
    """The tables that have what is said, with the rows that are meant."""
    for table in ground.tables:
        if not table.years.issuperset(q.years):
            continue
        used: set[int] = set()
        ordered = sorted(table.rows, key=lambda row: -len(row.names[0]))
        named = [row for row in ordered if _named(row, q, used)]
        kind, rows = _of_kind(ground, table, q, used)
        kind, rows = ("", named) if named else (kind, rows)
        for said in (*_SAID, *said_for.WHICH_YEAR, *said_for.ANY_ROW):
            used |= _places(q.words, said)
        free = (w for at, w in enumerate(q.words) if at not in used and not w[0].isdigit())
        hard = {w for w in free if w in q.hard or not isinstance(w, Soft)}
        measured = set(ground.index.words(table.measured))
        beside = said_for.BESIDE | (ground.lexicon.light - set(q.foreign.split()))
        rest = hard - (beside - measured)
        rows = [row for row in table.rows if row in rows and any(map(amounts, row.targets))]
        units = dict.fromkeys(t.unit for row in rows for t in row.targets)
        if rows and rest.issubset(measured.union(ground.index.words(" ".join(units)))):
            yield _Asked(table, tuple(rows), kind, q.years, len(rest))


def _named(row: Row, q: Question, used: set[int]) -> bool:
    """Whether a row is named, as a unit or by its name, whose places are added to those `used`."""
    unit = next((unit for unit in q.units if phrase(unit.name) == row.names[0]), None)
    if unit is not None:
        own = {*row.names[0], *(w for name in unit.called for w in phrase(name))}
        used.update(at for at, word in enumerate(q.words) if word in own)
        return True
    places = next((found for name in row.names if (found := _places(q.words, name)) and used.isdisjoint(found)), None)
    if places is None:
        return False
    first = min(places)
    before = next((n for n in range(len(row.head), 0, -1) if q.words[first - n : first] == row.head[:n]), 0)
    used.update(places, range(first - before, first))
    return True


def _of_kind(ground: Ground, table: Table, q: Question, used: set[int]) -> tuple[str, Sequence[Row]]:
    """The rows of the kind that is asked about ("xã nào", "các trung tâm"), and how it is called."""
    every = [row for row in table.rows if not row.of_all]
    kinds: dict[Phrase, tuple[str, list[Row]]] = {}
    for row in every:
        of_place = row.names[-1] in ground.lexicon.places
        heads = [row.head[:n] for n in range(1, len(row.head) + 1)]
        for kind in (*PLACES, *heads) if of_place else heads or (said_for.SECTOR,):
            called = said_for.CALLED if kind in PLACES else " ".join(row.name.split()[: len(kind)]).lower()
            kinds.setdefault(kind, (called, []))[1].append(row)
    anything = {at for said in said_for.ANY_ROW for at in _places(q.words, said)}  # "địa phương" is no "phường"
    for kind in sorted(kinds, key=len, reverse=True):
        if places := _places(q.words, kind) - anything:
            used |= places
            called, rows = kinds[kind]
            few = kind in PLACES or kind == said_for.SECTOR or _TWO * len(rows) < len(every)
            return (said_for.OF_SECTOR if kind == said_for.SECTOR else called), rows if few else every
    if anything:
        return said_for.ROW, every
    return "", ()


def _places(words: Sequence[str], said: Phrase) -> set[int]:
    """The places of the words of a phrase, wherever it is said."""
    if not said or said[0] not in words:
        return set()
    length = len(said)
    starts = (at for at in range(len(words) - length + 1) if tuple(words[at : at + length]) == said)
    return {at + i for at in starts for i in range(length)}
