"""Tables of indicators with a column for each unit, told with a row for each unit and indicator instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.importing.columns import role_of
from knowledge.importing.grids import FEWEST, has_value, header_above, is_amount, is_told, own_rows, year_in
from knowledge.importing.measured import levels_of
from knowledge.importing.tables import NO_VALUE, Row, Table, table_of
from knowledge.lexicon.importing import BODY, INDICATOR
from knowledge.lexicon.matrices import OF_ALL, UNIT, YEAR
from knowledge.vietnamese import fold

_SEARCHED = 40
"""Rows that are looked through for the first amounts."""
_AMOUNTS = 0.6
"""Share of the cells of the units that are amounts, at least."""


@dataclass(frozen=True, slots=True)
class _Across:
    """The columns of a table: of its indicators, of their units of measure, of what else it says, and of each unit's
    values, by the unit and the year (0 where none is said)."""

    thing: int
    measure: int | None
    beside: tuple[int, ...]
    values: dict[tuple[str, int], int]


def with_units_down(table: Table) -> Table:
    """The table with its units in rows, where they stand across; as it is where they do not."""
    first = next((at for at, row in enumerate(table.rows[:_SEARCHED]) if is_told(row)), None)
    if first is None:
        return table
    start, end = header_above(table.rows, first)
    header = [row.cells for row in table.rows[start:end]]
    body = own_rows(table.rows[end:], header)
    across = _across(header, body) if header else None
    if across is None:
        return table
    rows = (*table.rows[:start], *_down(across, header, body), *table.rows[end + len(body) :])
    return table_of(rows, table.sheet)


def _across(header: Sequence[Sequence[str]], body: Sequence[Row]) -> _Across | None:
    """The columns, where three at least are of units, and the others tell what is measured."""
    levels = {at: levels_of(header, at) for at in range(len(header[0]))}
    labels = {at: fold(" ".join(said)) for at, said in levels.items()}
    thing = next((at for at, label in labels.items() if INDICATOR.search(label)), None)
    if thing is None:
        return None
    values: dict[tuple[str, int], int] = {}
    beside: list[int] = []
    measure = None
    for at, said in levels.items():
        year = next((found for level in said if (found := year_in(level))), 0)
        unit = next((level for level in reversed(said) if not year_in(level)), "")
        if at != thing and (BODY.match(fold(unit)) or OF_ALL.match(fold(unit))) and role_of(unit) != "measure":
            values[unit, year] = at
        elif at != thing and role_of(labels[at]) == "measure":
            measure = at
        elif at != thing and role_of(labels[at]) != "number":
            beside.append(at)
    told = [row for row in body if is_told(row)]
    filled = [cell for row in told for at in values.values() if has_value(cell := row.cells[at])]
    units = {unit for unit, _ in values if not OF_ALL.match(fold(unit))}
    years = {year for _, year in values}
    if (
        len(units) < FEWEST
        or (len(told) < FEWEST and years == {0})
        or len(values) != len(years) * len({unit for unit, _ in values})
    ):
        return None
    if sum(map(is_amount, filled)) < _AMOUNTS * len(filled) or not filled:
        return None
    return _Across(thing, measure, tuple(beside), values)


def _down(across: _Across, header: Sequence[Sequence[str]], body: Sequence[Row]) -> Iterator[Row]:
    """A header of what is measured, with the years below it, the rows of the units, and what else the table says."""
    told = [row for row in body if is_told(row) and row.cells[across.thing]]
    years = sorted({year for _, year in across.values})
    things = (name for row in told for name in (_named(row, across), *[""] * (len(years) - 1)))
    yield Row((UNIT, *things), where=body[0].where)
    if any(years):
        below = (f"{YEAR} {year}" for _ in told for year in years)
        yield Row(("", *below), where=body[0].where)
    for unit in dict.fromkeys(unit for unit, _ in across.values):
        cells = (row.cells[across.values[unit, year]] for row in told for year in years)
        yield Row((unit, *cells), where=body[0].where)
    for row in body:
        said = [row.cells[at] for at in (across.beside if row in told else row.filled) if row.cells[at].strip(NO_VALUE)]
        if said:
            yield Row((": ".join((*([row.cells[across.thing]] if row in told else []), *said)),), where=row.where)


def _named(row: Row, across: _Across) -> str:
    """What a row measures, with its unit of measure in brackets."""
    measure = row.cells[across.measure].strip(NO_VALUE) if across.measure is not None else ""
    name = row.cells[across.thing]
    return f"{name} ({measure})" if measure and "(" not in name else name
