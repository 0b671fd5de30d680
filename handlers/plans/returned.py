"""A checking workbook that comes back → the draft's plan as the office corrected it, or what is wrong, row by row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError

from handlers.plans.workbook import shown
from handlers.wording import plan as problem_words
from handlers.wording import workbook as labels
from handlers.wording.workbook import Column
from knowledge.importing.checks import check
from knowledge.importing.doubts import doubts
from knowledge.importing.problems import Problem, errors
from knowledge.importing.returned import Rows
from knowledge.importing.tables import cell_text
from knowledge.model import Area, Correction, Group, Plan, Record, Target, Task, Unit
from knowledge.vietnamese import fold

_SPLIT = re.compile(r"\s*;\s*")
_UNITS = re.compile(r"\s*[;,]\s*")
_CORRECTED = ("title", "product", "deadline")
"""Fields of a task whose printed words are kept beside what the office made of them."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of a workbook: a plan with what is to be looked at, or (`plan` None) `wrong`, a line for each fault."""

    plan: Plan | None
    problems: tuple[Problem, ...] = ()
    wrong: tuple[str, ...] = ()


def applied(base: Plan, sheets: Mapping[str, Rows], before: Sequence[Problem] = ()) -> Applied:
    """The plan that the sheets say. `before`: what was to be looked at in the draft, of which what concerns the
    document as a whole stands on."""
    reader = _Reader(base, sheets)
    plan = reader.plan()
    if plan is None or reader.wrong:
        return Applied(None, wrong=tuple(reader.wrong))
    found = check(plan)
    bad = [reader.told(problem) for problem in errors(found)]
    if bad:
        return Applied(None, wrong=tuple(bad))
    kept = [problem for problem in before if not problem.path and not problem.subject]
    return Applied(plan, tuple(kept + found + doubts(plan)))


@dataclass(slots=True)
class _Reader:
    base: Plan
    sheets: Mapping[str, Rows]
    wrong: list[str] = field(default_factory=list)
    rows_of: dict[str, list[tuple[str, int]]] = field(default_factory=dict)

    def plan(self) -> Plan | None:
        """The plan of the sheets; None when it has no shape."""
        head = self._head()
        parts: dict[str, Any] = {
            "units": self._records("units", labels.UNITS_SHEET, labels.UNITS, Unit, self.base.units),
            "areas": self._records("areas", labels.AREAS_SHEET, labels.AREAS, Area, self.base.areas),
            "groups": self._records("groups", labels.GROUPS_SHEET, labels.GROUPS, Group, self.base.groups),
            "targets": self._records("targets", labels.TARGETS_SHEET, labels.TARGETS, Target, self.base.targets),
        }
        self._names = _names(parts["units"])
        parts["tasks"] = self._records("tasks", labels.TASKS_SHEET, labels.TASKS, Task, self.base.tasks)
        if self.wrong:
            return None
        horizons = sorted({target.horizon for target in parts["targets"]} | set(self.base.horizons))
        whole = {**self.base.model_dump(), **head, "horizons": tuple(horizons)}
        whole |= {name: [record.model_dump() for record in records] for name, records in parts.items()}
        try:
            return Plan.model_validate(whole)
        except ValidationError as error:
            self.wrong += [str(fault["loc"]) for fault in error.errors()]
            return None

    _names: dict[str, str] = field(default_factory=dict)

    def told(self, problem: Problem) -> str:
        """A problem of the plan, at the row of the workbook where it stands."""
        text = problem_words.problem(problem)
        rows = self.rows_of.get(str(problem.path[0]), []) if len(problem.path) > 1 else []
        number = problem.path[1] if len(problem.path) > 1 else None
        if isinstance(number, int) and number < len(rows):
            sheet, row = rows[number]
            return labels.ROW.format(sheet=sheet, row=row, text=text)
        return f"{problem_words.place(problem)}: {text}"

    # ---- sheets -----------------------------------------------------------------------------------------------------

    def _head(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        by_label = {fold(label): name for name, label in labels.HEAD.items()}
        for number, row in enumerate(self.sheets.get(labels.HEAD_SHEET, ()), 1):
            name = by_label.get(fold(row[0])) if row else None
            if name is None or len(row) < 2:
                continue
            annotation = Plan.model_fields[name].annotation
            value = self._value(row[1], annotation, labels.HEAD[name], labels.HEAD_SHEET, number)
            found[name] = value
        return found

    def _records(
        self, key: str, sheet: str, columns: Sequence[Column], kind: type[Record], base: Sequence[Any]
    ) -> list[Any]:
        rows = self.sheets.get(sheet)
        if rows is None:
            self.wrong.append(labels.MISSING_SHEET.format(sheet=sheet))
            return []
        place = self._places(sheet, columns, rows[0] if rows else ())
        if place is None:
            return []
        known = {record.code: record for record in base}
        out: list[Any] = []
        self.rows_of[key] = []
        for number, row in enumerate(rows[1:], 2):
            cells = {column.field: row[place[column.field]] for column in columns if place[column.field] < len(row)}
            if not any(cells.values()):
                continue
            record = self._record(cells, columns, kind, known, sheet, number)
            if record is not None:
                out.append(record)
                self.rows_of[key].append((sheet, number))
        return out

    def _places(self, sheet: str, columns: Sequence[Column], header: Sequence[str]) -> dict[str, int] | None:
        at = {fold(label): index for index, label in enumerate(header)}
        missing = [c.label for c in columns if fold(c.label) not in at]
        self.wrong += [labels.MISSING_COLUMN.format(sheet=sheet, label=label) for label in missing]
        return None if missing else {c.field: at[fold(c.label)] for c in columns}

    def _record(
        self,
        cells: Mapping[str, str],
        columns: Sequence[Column],
        kind: type[Record],
        known: Mapping[str, Any],
        sheet: str,
        number: int,
    ) -> Record | None:
        code = cell_text(cells["code"])
        if not code:
            self._note(sheet, number, labels.NO_CODE)
            return None
        before = known.get(code)
        values: dict[str, Any] = before.model_dump() if before is not None else {}
        for column in columns:
            name = column.field
            if name not in kind.model_fields:
                continue
            if before is not None and cells[name] == cell_text(shown(getattr(before, name))):
                continue  # as it was
            if not column.editable and before is not None:
                continue
            annotation = kind.model_fields[name].annotation
            values[name] = self._value(cells[name], annotation, column.label, sheet, number, name)
        values["code"] = code
        if kind is Task and before is not None:
            values["corrections"] = [c.model_dump() for c in _corrections(before, values)]
        if kind is not Unit:
            values.setdefault("place", f"{sheet}, dòng {number}")
            values["place"] = values["place"] or f"{sheet}, dòng {number}"
        values.setdefault("printed_code", code) if kind is Task else None
        try:
            return kind.model_validate(values)
        except ValidationError as error:
            by_name = {column.field: column.label for column in columns}
            for fault in error.errors():
                name = str(fault["loc"][0])
                self._note(
                    sheet,
                    number,
                    labels.NOT_ALLOWED.format(label=by_name.get(name, name), value=cells.get(name, "")),
                )
            return None

    # ---- cells ------------------------------------------------------------------------------------------------------

    def _value(self, text: str, annotation: Any, label: str, sheet: str, number: int, name: str = "") -> Any:
        words = cell_text(text)
        if name in ("lead", "cooperating"):
            return tuple(self._units(words, sheet, number))
        kinds = str(annotation)
        if "tuple" in kinds:
            return tuple(piece for piece in _SPLIT.split(words) if piece)
        if annotation is bool:
            return bool(words)
        if not words and ("None" in kinds):
            return None
        for wanted, read, complaint in _READERS:
            if wanted in kinds:
                value = read(words)
                if value is None:
                    self._note(sheet, number, complaint.format(label=label, value=words))
                return value
        return words

    def _units(self, words: str, sheet: str, number: int) -> Iterator[str]:
        for name in filter(None, _UNITS.split(words)):
            code = self._names.get(fold(name))
            if code is None:
                self._note(sheet, number, labels.UNKNOWN_UNIT.format(name=name))
            else:
                yield code

    def _note(self, sheet: str, number: int, text: str) -> None:
        self.wrong.append(labels.ROW.format(sheet=sheet, row=number, text=text))


def _names(units: Sequence[Unit]) -> dict[str, str]:
    """What units may be called in a cell, folded: codes come before names."""
    found: dict[str, str] = {}
    for labels_of in ((u.code,) for u in units), (u.called for u in units):
        for unit, names in zip(units, labels_of, strict=True):
            for name in names:
                found.setdefault(fold(name), unit.code)
    return found


def _corrections(before: Task, values: Mapping[str, Any]) -> list[Correction]:
    """Corrections that still fit, and one for each printed text that the office changed."""
    kept = [c for c in before.corrections if c.corrected in str(values.get(c.field, ""))]
    for name in _CORRECTED:
        printed, corrected = getattr(before, name), values[name]
        if printed != corrected and printed and corrected:
            kept.append(Correction(field=name, printed=printed, corrected=corrected, reason=labels.CORRECTED))
    return kept


def _integer(text: str) -> int | None:
    return int(text) if re.fullmatch(r"\d{1,6}", text) else None


def _number(text: str) -> float | None:
    found = re.fullmatch(r"(-?\d{1,12}(?:[.,]\d{1,6})?)\s*%?", text.replace(" ", ""))
    return float(found[1].replace(",", ".")) if found else None


def _day(text: str) -> date | None:
    for shape in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, shape).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None


_READERS: tuple[tuple[str, Callable[[str], Any], str], ...] = (
    ("date", _day, labels.NOT_A_DAY),
    ("float", _number, labels.NOT_A_NUMBER),
    ("int", _integer, labels.NOT_A_NUMBER),
)
"""(part of a field's type, how it is read, what is said when it cannot be)."""
