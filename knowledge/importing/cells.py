"""The cells of one row by the fields of a task or a target."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.deadlines import read
from knowledge.importing.columns import Columns
from knowledge.importing.tables import NO_VALUE, Row
from knowledge.lexicon.importing import STARTS
from knowledge.vietnamese import fold

FIELDS = ("title", "lead", "cooperating", "product", "deadline", "value", "measure", "note")
_ANY_YEAR = 2000


def split_cells(columns: Columns, row: Row) -> tuple[str, str, dict[str, str], set[str]]:
    """The printed code, the finer code, the text of each field, and which fields are inherited whole."""
    values = no_values()
    inherited: set[str] = set()
    for name in FIELDS:
        texts = [(row.cells[index], index in row.inherited) for index in columns.all(name) if row.cells[index]]
        values[name] = "; ".join(dict.fromkeys(text for text, _ in texts))
        if texts and all(merged for _, merged in texts):
            inherited.add(name)
    for index in columns.all("value"):
        values[f"value {index}"] = row.cells[index]
    _due_when_it_begins(columns, row, values)
    values["note"] = "; ".join(_notes(columns, row, values))
    number = next((row.cells[index] for index in columns.all("number") if row.cells[index]), "")
    sub = next((row.cells[index] for index in columns.all("sub_number") if row.cells[index]), "")
    return number, sub, values, inherited


def _due_when_it_begins(columns: Columns, row: Row, values: dict[str, str]) -> None:
    """Of work that comes back, has no end or waits for something, one cell says so, over the columns of its first and
    last day."""
    if values["deadline"] or not columns.all("deadline"):
        return
    begins = [row.cells[index] for index in _first_days(columns) if row.cells[index]]
    rule = read(begins[0], _ANY_YEAR) if len(begins) == 1 else None
    if rule is not None and (rule.recurs or rule.kind in ("ongoing", "conditional")):
        values["deadline"] = begins[0]


def _first_days(columns: Columns) -> list[int]:
    return [index for index, label in enumerate(columns.labels) if STARTS.search(fold(label))]


def _notes(columns: Columns, row: Row, values: Mapping[str, str]) -> list[str]:
    """What stands in the columns that a task has no field for, each with the words of its header."""
    spare = ("note", "") if columns.kind == "indicators" else ("note", "", "measure", "value")
    said = [index for index in _first_days(columns) if row.cells[index] == values["deadline"]]
    known = [i for i, role in enumerate(columns.roles) if role in spare and i < len(row.cells) and i not in said]
    told = [index for index in known if row.cells[index].strip(NO_VALUE)]
    return [f"{columns.labels[index]}: {row.cells[index]}".lstrip(": ") for index in told]


def no_values(title: str = "") -> dict[str, str]:
    """Empty texts for all fields but the title."""
    return dict.fromkeys(FIELDS, "") | {"title": title}
