"""Tables that say who does what by marks under the names of units: the marks as the names that they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from knowledge.importing.columns import role_of
from knowledge.importing.grids import header_above, own_rows
from knowledge.importing.measured import levels_of
from knowledge.importing.tables import Document, Paragraph, Row, Table
from knowledge.lexicon import marks_of_units as words
from knowledge.lexicon.importing import BODY
from knowledge.vietnamese import fold

_SEARCHED = 40
"""Rows that are looked through for the first mark."""
_FEWEST = 2
"""Units that a table marks at least."""
_LONGEST_MARK = 12
"""Characters of a mark in words at most."""
_BODIES = 0.5
"""Share of the columns that are called as units are, where nothing else says that somebody leads."""
_LEAD, _SHARE, _UNSAID = "lead", "cooperating", ""
_HEADS = {_LEAD: words.LEAD, _SHARE: words.COOPERATING, _UNSAID: words.OTHERS}


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of marks: whose it is, and what its header says of those marked."""

    at: int
    unit: str
    role: str


def with_units_named(table: Table, document: Document) -> Table:
    """The table with columns of the units that lead and cooperate in place of those in which they are marked; as it is
    where it marks nothing."""
    first = next((at for at, row in enumerate(table.rows[:_SEARCHED]) if _marks(row)), None)
    if first is None:
        return table
    start, end = header_above(table.rows, first)
    header = [row.cells for row in table.rows[start:end]]
    body = own_rows(table.rows[end:], header)
    columns = list(_columns(header, body)) if header else []
    units = {one.unit for one in columns}
    named = [unit for unit in units if BODY.match(fold(unit)) or _is_short(unit)]
    signed = any(row.cells[one.at] in words.SIGNS for row in body for one in columns if row.cells[one.at])
    bare = signed and not any(one.role for one in columns)
    if len(units) < _FEWEST or (bare and len(named) < _BODIES * len(units)):
        return table
    said = [_told(row, columns) for row in body if row.cells not in header]
    signs = {sign for one in said for sign, _, role in one if role == _UNSAID}
    means = _explained(document) if signs else {}
    if len(signs) == 1 and not means:
        means = dict.fromkeys(signs, _LEAD)  # who is marked by the one sign there is carries the work out
    roles = {role or means.get(sign, _UNSAID) for one in said for sign, _, role in one}
    shown = {role: head for role, head in _HEADS.items() if role in roles}
    rows = [
        _with(row, columns, shown.values() if row.cells in header else _cells(row, columns, means, shown))
        for row in table.rows[start : end + len(body)]
    ]
    return replace(table, rows=(*table.rows[:start], *rows, *table.rows[end + len(body) :]))


def _marks(row: Row) -> bool:
    """Whether a row marks something: beside words, and not as a header says what its columns are."""
    return any(_is_mark(row.cells[at]) for at in row.filled) and any(len(cell) > _LONGEST_MARK for cell in row.cells)


def _is_mark(cell: str) -> bool:
    """Whether a cell holds a sign, or in a word or two that those above it lead or take part."""
    return 0 < len(cell) <= _LONGEST_MARK and (cell in words.SIGNS or _role(cell) != _UNSAID)


def _role(cell: str) -> str:
    plain = " ".join(fold(cell).split()).strip(" .:()")
    return _LEAD if words.LEADS.fullmatch(plain) else _SHARE if words.SHARES.fullmatch(plain) else _UNSAID


def _columns(header: Sequence[Sequence[str]], body: Sequence[Row]) -> Iterator[_Column]:
    for at in range(len(header[0])):
        cells = [row.cells[at] for row in body if row.cells[at] and len(row.filled) > 1]
        levels = levels_of(header, at)
        role = next((said for level in reversed(levels) if (said := _role(level))), _UNSAID)
        unit = next((level for level in reversed(levels) if not _role(level)), "")
        named = BODY.match(fold(unit)) is not None or role_of(unit) in ("", "lead", "measure")
        if unit and named and all(map(_is_mark, cells)) and (cells or role):
            yield _Column(at, unit, role)


def _is_short(name: str) -> bool:
    """Whether a unit is called by a short form: "TCCB", "P. KHTC"."""
    return "".join(filter(str.isalpha, name)).isupper()


def _explained(document: Document) -> Mapping[str, str]:
    """What the notes of a paper say that its signs mean."""
    found: dict[str, str] = {}
    for block in document.blocks:
        lines = (
            (block.text,)
            if isinstance(block, Paragraph)
            else (row.cells[at] for row in block.rows for at in row.filled if len(row.cells[at]) > _LONGEST_MARK)
        )
        for line in lines:
            for match in (*words.EXPLAINED.finditer(line), *words.SAID_OF.finditer(line)):
                found.setdefault(match["sign"], _role(match["said"]))
    return found


def _told(row: Row, columns: Sequence[_Column]) -> list[tuple[str, str, str]]:
    """The signs of a row, each with the unit that it marks, and what it or its header says that this does."""
    cells = ((row.cells[one.at], one) for one in columns if one.at in row.filled)
    return [(cell, one.unit, _role(cell) or one.role) for cell, one in cells if _is_mark(cell)]


def _cells(row: Row, columns: Sequence[_Column], means: Mapping[str, str], roles: Iterable[str]) -> Iterator[str]:
    """The units of a row, by what they do; of signs that nobody explains each with its sign."""
    told = _told(row, columns)
    for role in roles:
        units = [
            unit if role else f"{unit} ({sign})" for sign, unit, said in told if (said or means.get(sign, "")) == role
        ]
        yield "; ".join(dict.fromkeys(units))


def _with(row: Row, columns: Sequence[_Column], texts: Iterable[str]) -> Row:
    """A row with these texts in place of the cells of its marks, as wide as it was."""
    gone = {one.at for one in columns}
    place, width = min(gone), len(row.cells)
    order = [*range(place), *texts, *(at for at in range(place, width) if at not in gone)]
    order += [""] * (width - len(order))
    cells = tuple(one if isinstance(one, str) else row.cells[one] for one in order)
    inherited = frozenset(at for at, one in enumerate(order) if isinstance(one, int) and one in row.inherited)
    return replace(row, cells=cells, inherited=inherited)
