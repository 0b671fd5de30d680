"""Tables that set one indicator or several, for one year or several, for each of several units: their rows and their
indicators."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.importing.grids import FEWEST, Grid, grid_of, is_amount, is_heading, year_in
from knowledge.importing.measured import Indicator, indicators_of
from knowledge.importing.rows import normal
from knowledge.importing.tables import Row
from knowledge.lexicon import matrices as words
from knowledge.lexicon.importing import BODY
from knowledge.vietnamese import fold

_NUMBER = re.compile(r"^(?:[IVX]+|[A-HĐ]|\d{1,2})\s*[.)]\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of amounts: the name of its unit, the number that it prints, what heads it, and the year of its heading;
    `thing` and `measure`: what this row is of, in a table of several for each unit."""

    row: Row
    unit: str
    printed: str
    area: str
    year: int | None
    thing: str = ""
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """The indicators of a table, and the rows of the units that they are set for; `below`: rows that are no unit's."""

    grid: Grid
    indicators: tuple[Indicator, ...]
    lines: tuple[Line, ...]
    below: tuple[Row, ...]

    @property
    def aims(self) -> list[Indicator]:
        """The indicators without those that tell how things stood."""
        return [each for each in self.indicators if not each.stood]

    @property
    def units(self) -> list[str]:
        """The names of the units, without the rows for all of them."""
        return list(dict.fromkeys(line.unit for line in self.lines if not words.OF_ALL.match(fold(line.unit))))


def matrix_of(header: Sequence[Sequence[str]], body: Sequence[Row], title: str) -> Matrix | None:
    """The table as a matrix; None for one that lists indicators, years or work."""
    grid = grid_of(header, body)
    if grid is None:
        return None
    indicators = indicators_of(header, grid, title)
    lines, below = _lines(body, grid)
    aims = [each for each in indicators if not each.stood]
    said = [fold(each.name) for each in aims]
    units = {line.unit for line in lines}
    of_money = sum(words.MONEY.search(name) is not None for name in said)
    by_year = aims and (all(each.year or each.whole for each in aims) or any(line.year for line in lines))
    told = all(said) or grid.thing is not None
    if not told or len(lines) < FEWEST or len(units) < FEWEST - 1 or not (by_year or len(said) - of_money >= FEWEST):
        return None
    if len({(name, each.year, each.whole) for name, each in zip(said, aims, strict=True)}) < len(said):
        return None
    of_unit = [(line.unit, line.year, line.area, line.thing) for line in lines]
    return Matrix(grid, tuple(indicators), tuple(lines), tuple(below)) if len(set(of_unit)) == len(lines) else None


@dataclass(slots=True)
class _Reader:
    grid: Grid
    area: str = ""
    year: int | None = None
    last: str = ""
    lines: list[Line] = field(default_factory=list)
    below: list[Row] = field(default_factory=list)

    def row(self, row: Row) -> None:
        amounts = [at for at in self.grid.amounts if is_amount(row.cells[at])]
        name = self._name(row)
        if amounts and name:
            self._told(row, name)
        elif row.filled and is_heading(row) and not amounts:
            self._heading(row)
        elif row.filled:
            self.below.append(row)

    def _heading(self, row: Row) -> None:
        text = row.cells[row.filled[-1]]
        if year := year_in(text):
            self.year = year
            return
        self.area = _NUMBER.sub("", text)
        self.below.append(row)

    def _told(self, row: Row, name: str) -> None:
        self.below = [one for one in self.below if not is_heading(one)]
        grid = self.grid
        printed = next((row.cells[at] for at in grid.numbers if normal(row.cells[at])), "")
        above = "; ".join(dict.fromkeys(row.cells[at] for at in grid.above if row.cells[at] and row.cells[at] != name))
        of_all = words.SUM_ROW.match(fold(name)) is not None
        own_year = row.cells[grid.year] if grid.year is not None else ""
        year = year_in(own_year) or self.year
        head = next((row.cells[at] for at in grid.numbers if row.cells[at]), "")
        if head and not head.strip(" .)").isdecimal() and not BODY.match(fold(name)) and not of_all:
            self.area = ""  # the row of an area, whose units follow
            self.lines.append(Line(row, name, printed, "", year))
            self.area = name
            return
        thing = row.cells[grid.thing] if grid.thing is not None else ""
        measure = row.cells[grid.measure] if grid.measure is not None else ""
        area = "" if of_all else above or self.area
        self.lines.append(Line(row, name, printed, area, year, thing, measure))

    def _name(self, row: Row) -> str:
        """The unit of a row; that of all of them may stand before its column."""
        own = row.cells[self.grid.unit]
        before = [row.cells[at] for at in range(self.grid.unit) if at not in self.grid.amounts]
        if self.grid.thing is not None and row.cells[self.grid.thing]:
            self.last = own = own or self.last
        name = own or next((cell for cell in before if cell and words.SUM_ROW.match(fold(cell))), "")
        plain = words.SUM_SIGN.sub("", name).strip(" :.")
        if words.SUM_ROW.match(fold(name)) and (plain != name or words.ALONE.fullmatch(fold(plain))):
            rest = "" if words.ALONE.fullmatch(fold(plain)) or words.OF_ALL.match(fold(plain)) else f" ({plain})"
            plain = plain if words.OF_ALL.fullmatch(fold(plain)) else f"{words.TOTAL}{rest}"
        return plain.capitalize() if plain.isupper() and words.OF_ALL.match(fold(plain)) else plain


def _lines(body: Sequence[Row], grid: Grid) -> tuple[list[Line], list[Row]]:
    reader = _Reader(grid)
    for row in body:
        reader.row(row)
    return reader.lines, reader.below
