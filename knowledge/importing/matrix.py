"""Tables that set one indicator or several, for one year or several, for each of several units: a target for each
cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.importing.amounts import bound_named, read_value
from knowledge.importing.annexes import Part
from knowledge.importing.problems import Problem
from knowledge.importing.rows import normal
from knowledge.importing.tables import Row
from knowledge.importing.tasks import place_of
from knowledge.lexicon.importing import BODY, INDICATOR, STOOD
from knowledge.lexicon.matrices import MONEY, NO_INDICATOR, OF_ALL, OF_YEAR
from knowledge.model import Target
from knowledge.vietnamese import fold

_NO_VALUE = " -–—"
_UNIT = re.compile(r"\s*\(([^()]{1,25})\)")
_YEAR = re.compile(r"(?<!\d)20[2-9]\d(?!\d)")
_FEWEST = 3
"""Indicators, and units, that a matrix has at least."""
_FILLED = 0.6
"""Share of a column's cells that hold an amount, and of the rows that are units, at least."""


@dataclass(frozen=True, slots=True)
class _Indicator:
    """A column: where it stands, what it measures, in what unit, and for which year, if it says one."""

    column: int
    name: str
    unit: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """The indicators of a table, and the rows of the units that they are set for, with their column; `stood`: the
    columns that tell how things stood before."""

    part: Part
    title: int
    indicators: tuple[_Indicator, ...]
    rows: tuple[Row, ...]
    below: tuple[Row, ...]
    stood: tuple[_Indicator, ...] = ()

    def unread(self) -> Iterator[Problem]:
        """The rows that are no unit's, as notes below the table are."""
        for row in self.below:
            text = " | ".join(cell for cell in row.cells if cell)
            yield Problem("unused_row", severity="warning", data={"where": row.where, "text": text})

    def targets(self, prefix: str, horizon: int) -> Iterator[Target]:
        """A target for each cell that holds an amount."""
        numbers = self.part.columns.all("number")
        for at, row in enumerate(self.rows, 1):
            unit = row.cells[self.title]
            printed = next((row.cells[index] for index in numbers), "")
            place = place_of(self.part, None, printed if normal(printed) else unit)
            firsts: dict[str, str] = {}
            before = "; ".join(
                f"{told.name}: {row.cells[told.column]}" for told in self.stood if row.cells[told.column]
            )
            for index, indicator in enumerate(self.indicators, 1):
                cell = row.cells[indicator.column]
                if not cell.strip(_NO_VALUE):
                    continue
                comparator, value = read_value(cell)
                comparator = bound_named(indicator.name) or comparator if comparator == "=" else comparator
                measure = "%" if "%" in cell else indicator.unit
                shown = cell + ("" if not measure or measure in cell else "%" if measure == "%" else f" {measure}")
                code = f"{prefix}{normal(printed) or at}.{index}"
                said = f"Năm {indicator.year}, {unit}" if indicator.year else unit
                yield Target(
                    code=code,
                    horizon=indicator.year or horizon,
                    metric=f"{indicator.name}: {unit}",
                    names=(f"{unit}: {indicator.name}",),
                    comparator=comparator,
                    value=value,
                    unit=measure,
                    value_printed=shown if value is not None else "",
                    statement=f"{said}, {indicator.name}: {shown}",
                    place=place,
                    baseline=f"({before})" if before else None,
                    series=firsts.setdefault(indicator.name, code) if indicator.year else None,
                )


def matrix_of(part: Part) -> Matrix | None:
    """The table as a matrix; None for one that lists indicators, years or work."""
    columns = part.columns
    titles = columns.all("title")
    busy = columns.all("deadline") or columns.all("lead") or columns.all("product")
    if len(titles) != 1 or busy or len(part.pages) != 1 or INDICATOR.search(fold(columns.labels[titles[0]])):
        return None
    title, body = titles[0], list(part.pages[0][1])
    height = next((at for at, row in enumerate(body) if row.cells[title] and title not in row.inherited), 0)
    header = [*columns.rows, *(row.cells for row in body[:height])]
    rows = [row for row in body[height:] if row.cells[title] and len(row.filled) > 1]
    units = [row for row in rows if BODY.match(fold(row.cells[title])) or OF_ALL.match(fold(row.cells[title]))]
    numbers = {*columns.all("number"), *columns.all("sub_number")}
    across = [index for index in range(len(columns.labels)) if index != title and index not in numbers]
    amounts = [_indicator(header, index, part.title) for index in across if _holds_amounts(rows, index)]
    stood = [each for each in amounts if STOOD.match(fold(each.name))]
    indicators = [each for each in amounts if each not in stood]
    said = [fold(each.name) for each in indicators]
    if not all(said) or (stood and len(set(said)) > 1) or any(map(NO_INDICATOR.search, said)):
        return None
    of_money = sum(MONEY.search(name) is not None for name in said)
    by_year = all(each.year for each in indicators) and indicators
    if len(units) < _FEWEST or len(units) < _FILLED * len(rows) or not (by_year or len(said) - of_money >= _FEWEST):
        return None
    if len({(name, each.year) for name, each in zip(said, indicators, strict=True)}) < len(said):
        return None
    read = {each.column for each in amounts}
    if any(row.cells[index] for row in rows for index in across if index not in read):
        return None
    below = [row for row in body[height:] if row.filled and row not in rows]
    return Matrix(part, title, tuple(indicators), tuple(rows), tuple(below), tuple(stood))


def _holds_amounts(rows: Sequence[Row], column: int) -> bool:
    cells = [row.cells[column] for row in rows]
    told = [cell for cell in cells if cell.strip(_NO_VALUE)]
    return len(told) >= _FEWEST and all(read_value(cell)[1] is not None for cell in told)


def _indicator(header: Sequence[Sequence[str]], column: int, title: str) -> _Indicator:
    """What a column measures, with the words of the cell that is merged over it; of one that says only a year, the
    title of the table."""
    levels: list[str] = []
    for at, row in enumerate(header):
        below = any(later[column] and later[column] != row[column] for later in header[at + 1 :])
        own = row[column]
        if not own and below:
            own = next((cell for cell in reversed(row[:column]) if cell), "")
        if own and own not in levels:
            levels.append(own)
    units = [match[1] for level in levels if (match := _UNIT.search(level))]
    years = {int(year) for level in levels for year in _YEAR.findall(level)}
    said = [_UNIT.sub("", level).strip(" :") for level in levels]
    if len(years) == 1 and not any(STOOD.match(fold(level)) for level in said):
        said = [name for level in said if (name := OF_YEAR.sub("", level).strip(" :,-–"))] or [title]
    else:
        said = [""] if years and not any(map(STOOD.match, map(fold, said))) else said
    names = [said[0], *(f"{name[:1].lower()}{name[1:]}" for name in said[1:])] if said else []
    year = years.pop() if len(years) == 1 else None
    return _Indicator(column, " ".join(names), units[-1].strip() if units else "", year)
