"""The targets of a matrix, one for each cell, and what its units are called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.importing.amounts import bound_named, read_value
from knowledge.importing.annexes import Part
from knowledge.importing.grids import FEWEST, is_amount
from knowledge.importing.matrix import Line, Matrix, matrix_of
from knowledge.importing.measured import Indicator
from knowledge.importing.problems import Problem
from knowledge.importing.rows import normal
from knowledge.importing.tables import NO_VALUE
from knowledge.importing.tasks import place_of
from knowledge.importing.units import Register
from knowledge.lexicon import matrices as words
from knowledge.lexicon.targets import HEADED
from knowledge.model import Target
from knowledge.vietnamese import fold


@dataclass(frozen=True, slots=True)
class OfUnits:
    """A table of the plan and what it sets for units."""

    part: Part
    matrix: Matrix

    def unread(self) -> Iterator[Problem]:
        """The rows that are no unit's, and cells of an indicator that hold no amount."""
        for row in self.matrix.below:
            text = " | ".join(cell for cell in row.cells if cell)
            yield Problem("unused_row", severity="warning", data={"where": row.where, "text": text})
        for line in self.matrix.lines:
            odd = [line.row.cells[each.column] for each in self.matrix.indicators]
            said = [cell for cell in odd if cell.strip(NO_VALUE) and not is_amount(cell)]
            if not any(is_amount(line.row.cells[each.column]) for each in self.matrix.aims):
                said = [cell for cell in odd if cell.strip(NO_VALUE)]
            if said:
                data = {"where": line.row.where, "text": f"{line.unit}: {'; '.join(said)}"}
                yield Problem("unused_row", severity="warning", data=data)

    def targets(self, prefix: str, horizon: int) -> Iterator[Target]:
        """A target for each cell that holds an amount."""
        codes = self._codes()
        series: dict[tuple[str, str], str] = {}
        for line, number in zip(self.matrix.lines, codes, strict=True):
            for index, indicator in enumerate(self.matrix.aims, 1):
                cell = line.row.cells[indicator.column]
                if not cell.strip(NO_VALUE) or not is_amount(cell):
                    continue
                code = f"{prefix}{number}.{index}"
                year = indicator.year or line.year
                of = (line.unit, f"{line.thing} {indicator.name}")
                first = series.setdefault(of, code) if year and not indicator.whole else None
                yield self._target(line, indicator, code=code, horizon=year or horizon, series=first)

    def _codes(self) -> list[str]:
        """A number for each row: those printed, unless they come again; then those of the rows."""
        printed = [normal(line.printed) for line in self.matrix.lines]
        said = [one for one in printed if one]
        if len(set(said)) == len(said):
            return [one or f"T{at}" if said else str(at) for at, one in enumerate(printed, 1)]
        return [str(at) for at in range(1, len(printed) + 1)]

    def _target(self, line: Line, indicator: Indicator, *, code: str, horizon: int, series: str | None) -> Target:
        cell = line.row.cells[indicator.column]
        comparator, value = read_value(cell)
        bound = bound_named(line.thing or indicator.name) if comparator == "=" else None
        comparator = bound or comparator
        measure = "%" if "%" in cell else line.measure or indicator.unit
        name = _measured(line, indicator)
        shown = with_measure(cell, measure)
        said = f"Năm {horizon}, {line.unit}" if indicator.year or line.year else line.unit
        stood = "; ".join(
            f"{told.label}: {with_measure(line.row.cells[told.column], measure if told.unit in ('', measure) else '')}"
            for told in self.matrix.indicators
            if told.stood and told.name in ("", indicator.name) and line.row.cells[told.column].strip(NO_VALUE)
        )
        named = (f"{line.unit}: {name}", *(f"{other}: {line.unit}" for other in indicator.names))
        return Target(
            code=code,
            horizon=horizon,
            metric=f"{name}: {line.unit}",
            names=named,
            comparator=comparator,
            value=value,
            unit=measure,
            value_printed=shown if value is not None else "",
            statement=f"{said}, {name}: {shown}",
            place=place_of(self.part, None, line.printed if normal(line.printed) else line.unit),
            baseline=f"({stood})" if stood and not indicator.whole else None,
            series=series,
            notes=(*([HEADED + line.area] if line.area else []), *self._said_beside(line)),
        )

    def _said_beside(self, line: Line) -> Iterator[str]:
        labels = self.part.columns.labels
        read = {each.column for each in self.matrix.indicators}
        for at in (*self.matrix.grid.words, *(at for at in self.matrix.grid.amounts if at not in read)):
            if cell := line.row.cells[at].strip(NO_VALUE):
                yield f"{labels[at]}: {cell}".lstrip(": ")


def cell_of(target: Target) -> tuple[str, str] | None:
    """The indicator and the unit of a target that is a cell of a matrix."""
    indicator, cut, unit = target.metric.rpartition(": ")
    return (indicator, unit) if cut and f"{unit}: {indicator}" in target.names else None


def _measured(line: Line, indicator: Indicator) -> str:
    """What a cell is of: the row says it in a table of several things for each unit."""
    if not line.thing:
        return indicator.name
    own = "" if indicator.told_by_title else indicator.name
    return f"{line.thing} ({own})" if own else line.thing


def with_measure(cell: str, measure: str) -> str:
    """An amount with its unit, unless it prints it."""
    return cell + ("" if not measure or measure in cell else "%" if measure == "%" else f" {measure}")


def of_units(part: Part) -> OfUnits | None:
    """What a table sets for each of several units; None for one that lists indicators, years or work."""
    rows = [row for _, rows in part.pages for row in rows]
    titles = (part.title,) if part.title else ("", part.sheet or words.UNTITLED)
    read = (matrix_of(part.columns.rows, rows, title) for title in titles)
    matrix = next(filter(None, read), None)
    return OfUnits(part, matrix) if matrix else None


def add_units(targets: Sequence[Target], register: Register, about: str) -> None:
    """Puts the units of matrices among those of the plan, with what they are called for short. `about`: what the plan
    is of, which no unit is called by alone."""
    named = [cut for target in targets if (cut := cell_of(target))]
    units = [unit for unit in dict.fromkeys(unit for _, unit in named) if not words.OF_ALL.match(fold(unit))]
    areas = " ".join(note for target in targets for note in target.notes if note.startswith(HEADED))
    short = short_names(units, fold(f"{about} {areas}"))
    for unit in units:
        register.add(unit, [name for name, of in short.items() if of == unit])


def short_names(units: Sequence[str], taken: str) -> dict[str, str]:
    """What places and bodies are called without their heads: "Hua Pu", of "Xã Hua Pu". `taken`: a folded text whose
    names are of something else."""
    common = _common_head(units)
    found: dict[str, list[str]] = {}
    for unit in units:
        rest = unit.removeprefix(common).strip()
        for name in dict.fromkeys((rest, words.PLACES.sub("", rest, count=1))):
            if name != unit and _is_place(name) and (words.PLACES.match(name) or fold(name) not in taken):
                found.setdefault(name, []).append(unit)
    return {name: of[0] for name, of in found.items() if len(of) == 1}


def _is_place(name: str) -> bool:
    """Whether a name is a place's by its capitals: "Hua Pu", "xã Hua Pu"; not "Cơ khí"."""
    own = words.PLACES.sub("", name, count=1).split()
    return len(own) > 1 and all(word[0].isupper() for word in own)


def _common_head(units: Sequence[str]) -> str:
    """The words with which the names of all units begin: "Trung tâm Y tế "."""
    split = [unit.split() for unit in units]
    if len(split) < FEWEST:
        return ""
    length = next((n for n in range(min(map(len, split))) if len({tuple(one[: n + 1]) for one in split}) > 1), 0)
    return " ".join(split[0][:length]) + " " if length else ""
