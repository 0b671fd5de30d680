"""Tables of amounts, one for each of several units: where their header ends, and what each column holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.importing.amounts import read_value
from knowledge.importing.columns import NUMBERS, Columns, is_ordinals, role_of
from knowledge.importing.rows import normal
from knowledge.importing.tables import NO_VALUE, Row, Table
from knowledge.lexicon.importing import BODY, INDICATOR, MEASURED_IN, TASK_HEADER, YEARS
from knowledge.lexicon.matrices import INDEX, NONE_SET, ROSTER, SUM_ROW
from knowledge.vietnamese import fold

FEWEST = 3
"""Units that a grid has at least."""
_FILLED = 0.6
"""Share of the rows that are units, of a column's cells that are numbers, and of names that differ, at least."""
_AMOUNTS = 0.8
"""Share of the cells of a column that are amounts, where a word may stand instead of one."""
_SEARCHED = 40
"""Rows that are looked through for the first amounts; a sheet has its title above."""
_LEVELS = 3
"""Rows of a header at most."""
_LONGEST = 140
"""Characters of a header's cell, and of a unit's name."""
_WORD = re.compile(r"[^\W\d_]{2}")
_YEAR = re.compile(r"20[2-9]\d")
_YEAR_ALONE = re.compile(r"(?:\w{1,4}[.)]\s*)?(?:năm\s+)?(20[2-9]\d)[ .:]*", re.IGNORECASE)
_NO_ROW_OF_UNITS = frozenset({"deadline", "product", "cooperating"})


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a table: that of the units, those of amounts, of numbers, of what units belong to (`above`), of
    years for rows, and of other words. `thing`, `measure`: where each row of a unit says what it is of, and in what."""

    unit: int
    amounts: tuple[int, ...]
    numbers: tuple[int, ...]
    above: tuple[int, ...]
    year: int | None
    words: tuple[int, ...]
    thing: int | None = None
    measure: int | None = None


def has_value(cell: str) -> bool:
    """Whether a cell among amounts says one: neither a stroke nor the cross that says that none is set."""
    return bool(cell.strip(NO_VALUE)) and cell.strip().lower() != NONE_SET


def is_amount(cell: str) -> bool:
    """Whether a cell holds one amount."""
    return len(cell) <= _LONGEST and read_value(cell)[1] is not None


def find_grid(table: Table) -> tuple[int, Columns] | None:
    """The row at which the header of a grid begins, and the columns as any table has them; None for another table."""
    for at, row in enumerate(table.rows[:_SEARCHED]):
        if is_told(row):
            start, end = header_above(table.rows, at)
            header = [row.cells for row in table.rows[start:end]]
            body = own_rows(table.rows[end:], header)
            grid = grid_of(header, body) if header else None
            return (start, _columns(header, grid)) if grid else None
    return None


def own_rows(rows: Sequence[Row], header: Sequence[Sequence[str]]) -> list[Row]:
    """The rows above the header of another table in the same sheet."""
    for at, row in enumerate(rows):
        named = not NUMBERS.isdisjoint(fold(cell).strip(" .") for cell in row.cells if len(cell) < 8)
        if named and row.cells not in header:
            return list(rows[:at])
    return list(rows)


def is_told(row: Row) -> bool:
    """Whether a row tells amounts of something: two at least that are no years, beside words."""
    told = [cell for cell in row.cells if is_amount(cell) and not _YEAR.fullmatch(cell)]
    return len(told) > 1 and any(map(_WORD.search, row.cells)) and not is_ordinals(row)


def is_heading(row: Row) -> bool:
    """Whether a row only heads others: one text, or one behind its number."""
    filled = row.filled
    return len(filled) == 1 or (len(filled) == 2 and _is_code(row.cells[filled[0]]) and not is_told(row))


def _is_code(cell: str) -> bool:
    return len(cell) < 8 and bool(normal(cell) or re.fullmatch(r"[IVXA-HĐ]+\s*[.)]?", cell))


def header_above(rows: Sequence[Row], first: int) -> tuple[int, int]:
    """Where the header above the first amounts begins and ends."""
    last = first - 1
    while last >= 0 and (is_heading(rows[last]) or is_ordinals(rows[last])):
        last -= 1
    start = last
    while start > 0 and last - start + 1 < _LEVELS and _goes_on(rows[start - 1], rows[start]):
        start -= 1
    return max(start, 0), last + 1


def _goes_on(above: Row, below: Row) -> bool:
    """Whether the row above is the upper level of the same header: some of its cells reach down, or over several."""
    if len(above.filled) < 2 or any(len(cell) > _LONGEST for cell in above.cells) or is_told(above):
        return False
    under = [index for index, cell in enumerate(below.cells) if not cell or index in below.inherited]
    return any(above.cells[index] for index in under)


def grid_of(header: Sequence[Sequence[str]], body: Sequence[Row]) -> Grid | None:
    """The columns of a grid; None where the rows are no units, or a column is of work."""
    labels = [next((row[at] for row in reversed(header) if row[at]), "") for at in range(len(header[0]))]
    rows = [row for row in body if is_told(row)]
    if len(rows) < FEWEST or any(map(ROSTER.search, map(fold, labels))):
        return None
    years = [at for at, label in enumerate(labels) if fold(label).strip(" .:") == YEARS and _are_years(rows, at)]
    told = {at: [row.cells[at] for row in rows if has_value(row.cells[at])] for at in range(len(labels))}
    numbers = [at for at in told if at not in years and _are_numbers(labels[at], at, rows, told[at])]
    kept = [at for at in told if at not in (*years, *numbers) and told[at]]
    amounts = [at for at in kept if sum(map(is_amount, told[at])) >= _AMOUNTS * len(told[at])]
    words = [at for at in kept if at not in amounts]
    thing = next((at for at in words if INDICATOR.search(fold(labels[at]))), None)
    measure = next((at for at in words if _is_measure(labels[at], told[at])), None) if thing is not None else None
    words = [at for at in words if at not in (thing, measure)]
    if any(_is_of_work(labels[at], told[at]) for at in words):
        return None
    first = min((*amounts, *([] if thing is None else [thing])), default=0)
    units = [at for at in words if at < first and _are_units(labels[at], told[at], rows, several=thing is not None)]
    if not units:
        return None
    unit = max(units, key=lambda at: (len(set(told[at])), at))
    above = tuple(at for at in words if at < unit)
    others = tuple(at for at in words if at > unit)
    if any(role_of(labels[at]) == "lead" for at in others) or any(len({*told[at]}) == len(rows) for at in above):
        return None  # the rows are of what stands before the units, or of what these work towards
    year = years[0] if years else None
    return Grid(unit, tuple(amounts), tuple(numbers), above, year, others, thing, measure)


def _are_years(rows: Sequence[Row], at: int) -> bool:
    return all(year_in(row.cells[at]) or not row.cells[at] for row in rows) and any(r.cells[at] for r in rows)


def year_in(cell: str) -> int | None:
    """The year that a cell says, and nothing else: "2026", "Năm 2026"."""
    match = _YEAR_ALONE.fullmatch(cell)
    return int(match[1]) if match else None


def _are_numbers(label: str, at: int, rows: Sequence[Row], told: Sequence[str]) -> bool:
    """Whether a column numbers the rows: it is called so, or is the first and says nothing else."""
    if role_of(label) == "number":
        return True
    return at == 0 and not label and sum(map(_is_code, told)) >= _FILLED * len(told) > 0 and len(rows) >= FEWEST


def _is_measure(label: str, told: Sequence[str]) -> bool:
    """Whether a column says in what is measured; "Đơn vị" may be of bodies."""
    bodies = sum(BODY.match(fold(cell)) is not None for cell in told)
    return bool(MEASURED_IN.match(fold(label))) or (role_of(label) == "measure" and bodies < _FILLED * len(told))


def _is_of_work(label: str, told: Sequence[str]) -> bool:
    plain = fold(label)
    said = INDICATOR.search(plain) or TASK_HEADER.search(plain) or INDEX.search(plain)
    return _is_measure(label, told) or said is not None or role_of(label) in _NO_ROW_OF_UNITS


def _are_units(label: str, cells: Sequence[str], rows: Sequence[Row], *, several: bool) -> bool:
    """Whether a column names units: its cells begin as such names do, or as its header does, or that says so.
    `several`: each of them over several rows."""
    if any(len(cell) > _LONGEST for cell in cells) or (several and len(set(cells)) == len(rows)):
        return False
    head = fold(label).split(",")[0].split()[:2]
    named = [cell for cell in map(fold, cells) if BODY.match(cell) or SUM_ROW.match(cell) or _begins(cell, head)]
    if len(named) >= _FILLED * (len(cells) if several else len(rows)) > 0:
        return True
    if several or len(cells) < FEWEST - 1 or BODY.match(fold(label)) is None:
        return False
    return len({*cells}) >= _FILLED * len(cells)


def _begins(name: str, head: Sequence[str]) -> bool:
    return bool(head) and name.split()[: len(head)] == head


def _columns(header: Sequence[tuple[str, ...]], grid: Grid) -> Columns:
    roles = ["note"] * len(header[0])
    for index in grid.numbers[:1]:
        roles[index] = "number"
    for index in grid.amounts:
        roles[index] = "value"
    roles[grid.unit] = "title"
    labels = tuple(next((row[at] for row in reversed(header) if row[at]), "") for at in range(len(header[0])))
    return Columns(tuple(roles), labels, tuple(header), "indicators")
