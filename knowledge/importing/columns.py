"""Which column of a table holds what, from its header of one or two rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from knowledge.importing.tables import Row, Table
from knowledge.lexicon.figures import MONEY
from knowledge.lexicon.importing import A_YEAR, INDICATOR, MEASURED_IN, ROLES, TASK_HEADER, UNTIL, YEARS
from knowledge.vietnamese import fold

_ROLES = tuple((role, re.compile(pattern)) for role, pattern in ROLES)
_SEARCHED = 25
"""Rows of several cells that are looked through for a header: a sheet has its title above the table."""
_LONGEST_HEADER = 70

NUMBERS = {"stt", "tt", "so tt"}
"""How a column of numbers is called, folded."""
_SURE = 5
"""What a header scores that may stand below another."""
_WORD = re.compile(r"[^\W\d_]{2}")

Kind = Literal["tasks", "indicators"]


@dataclass(frozen=True, slots=True)
class Columns:
    """The roles of a table's columns: `roles[i]` for column i, "" for one that nobody knows.

    `height` header rows; `kind` what the rows are; `labels` the header's words, by which a repeat is known.
    """

    roles: tuple[str, ...]
    labels: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: Kind

    @property
    def height(self) -> int:
        """How many rows the header takes."""
        return len(self.rows)

    def all(self, role: str) -> list[int]:
        """Every column of this role."""
        return [index for index, name in enumerate(self.roles) if name == role]


def find_header(table: Table) -> tuple[int, Columns] | None:
    """The row at which the header begins, and what it says; None for a table without one."""
    searched = 0
    for start, row in enumerate(table.rows):
        if len(row.filled) < 2:
            continue  # a line of text, of which a sheet may have many above its table
        searched += 1
        if searched > _SEARCHED:
            return None
        if any(len(cell) > _LONGEST_HEADER * 2 for cell in row.cells):
            continue
        single = _columns([row])
        if len(row.filled) >= 2 and start + 1 < len(table.rows):
            double = _second_level(table.rows[start + 1], row)
            both = _columns([row, table.rows[start + 1]]) if double else None
            if both is not None and (single is None or _score(both) >= _score(single)):
                return start, both
        if single is not None:
            return start, single
    return None


def with_measure(columns: Columns, measure: str) -> Columns:
    """The columns with the unit of money that stands above their table, where their own words name none."""
    labels = (
        f"{label} ({measure})" if measure and "(" not in label and MONEY.match(fold(label)) else label
        for label in columns.labels
    )
    return replace(columns, labels=tuple(labels))


def next_header(rows: Sequence[Row], columns: Columns) -> int | None:
    """Where a table of other columns begins below one in the same grid, as tables stand in a sheet: at a header with a
    column of numbers, which no row of matter has. None where nothing does."""
    for index, row in enumerate(rows):
        if NUMBERS & {fold(cell).strip(" .") for cell in row.cells} and not is_repeat(row, columns):
            found = find_header(Table(tuple(rows[index : index + 2])))
            if found is not None and found[0] == 0 and _score(found[1]) + ("measure" in found[1].roles) >= _SURE:
                return index
    return None


def is_repeat(row: Row, columns: Columns) -> bool:
    """Whether `row` is the header again, as it stands at the top of each page."""
    words = [fold(cell) for cell in row.cells]
    return any(
        words == [fold(cell) for cell in header][: len(words)] and any(words) for header in columns.rows
    ) or is_ordinals(row)


def is_ordinals(row: Row) -> bool:
    """A row that only numbers the columns: (1) (2) (3), A 1 2 3, or (1) (2) (3)=(1)+(2)."""
    cells = [cell.strip("()[] ") for cell in row.cells if cell]
    if len(cells) < 3 or len(cells) < len(row.cells) - 1 or any(map(_WORD.search, cells)):
        return False
    numbers = [int(cell) for cell in cells if cell.isdecimal() and len(cell) < 3]
    return len(numbers) >= len(cells) - 2 and len(numbers) >= 2 and numbers == list(range(numbers[0], numbers[-1] + 1))


def _second_level(below: Row, above: Row) -> bool:
    """A second level fills cells under a merged one, and repeats or leaves the rest."""
    if not below.filled or any(len(cell) > _LONGEST_HEADER for cell in below.cells):
        return False
    if below.cells and re.match(r"^\(?[\dIVX]{1,4}[.)]?$", below.cells[0]):
        return False
    own = [index for index in below.filled if below.cells[index] != above.cells[index]]
    heads = _heads([above, below])
    named = [index for index in own if _under(heads[index], role_of(below.cells[index]), below.cells[index])[0]]
    if not any(_spanned(above, index) for index in own):
        return False
    return bool(named) and len(named) * 2 >= len(own) and len(own) < len(above.cells)


def _spanned(row: Row, index: int) -> bool:
    """Whether the cell is, or may be, a part of one that is merged with the cell beside it."""
    cell = row.cells[index]
    beside = [row.cells[other] for other in (index - 1, index + 1) if 0 <= other < len(row.cells)]
    return not cell or cell in beside or "" in beside


def _columns(rows: Sequence[Row]) -> Columns | None:
    labels = _labels(rows)
    roles = [role_of(label) for label in labels]
    for at, head in enumerate(_heads(rows)):
        roles[at], labels[at] = _under(head, roles[at], labels[at])
    if by_years(labels):
        roles[0] = "title"
    _number(roles)
    _settle(roles, labels)
    columns = Columns(tuple(roles), tuple(labels), tuple(row.cells for row in rows), _kind(roles, labels))
    return columns if _score(columns) >= 3 else None


def by_years(labels: Sequence[str]) -> bool:
    """Whether a table has years across, and what is counted in each of them below: "Năm | 2026 | 2027"."""
    years = [label for label in labels[1:] if A_YEAR.fullmatch(label.strip())]
    return bool(labels) and fold(labels[0]).strip(" .:") == YEARS and len(years) > 1


def _labels(rows: Sequence[Row]) -> list[str]:
    """A column's label: its own words on the lowest level that has any; else those of the merged cell beside it."""
    labels: list[str] = []
    for index in range(len(rows[0].cells)):
        own = [row.cells[index] for row in rows if row.cells[index]]
        labels.append(own[-1] if own else "")
    return labels


def _heads(rows: Sequence[Row]) -> list[str]:
    """The text over a column that is a part of what is merged with the columns beside it; "" over another."""
    if len(rows) < 2:
        return [""] * len(rows[0].cells)
    above, heads = "", []
    for cell, below in zip(rows[0].cells, rows[-1].cells, strict=True):
        above = cell or (above if below else "")
        heads.append(above if below != above else "")
    return heads


def _under(head: str, role: str, label: str) -> tuple[str, str]:
    """What a column holds under such a head: of money, a part of it; of time, where it begins or ends."""
    words = fold(head)
    if MONEY.match(words) and role in ("", "value", "note"):
        return "note", f"{head} {label}"
    if role == "" and role_of(head) == "deadline" and UNTIL.fullmatch(fold(label).strip(" .:")):
        return "deadline", label
    return role, label


def role_of(label: str) -> str:
    """What a column of this label holds; "" for one that nobody knows."""
    if not label or len(label) > _LONGEST_HEADER * 2:
        return ""
    words = " ".join(fold(label).split()).strip(" .:")
    return next((role for role, pattern in _ROLES if pattern.search(words)), "")


def _number(roles: list[str]) -> None:
    """A second number column is that of the rows under a group ("TT" and "Chi tiết")."""
    numbers = [index for index, role in enumerate(roles) if role == "number"]
    for index in numbers[1:]:
        roles[index] = "sub_number"
    subs = [index for index, role in enumerate(roles) if role == "sub_number"]
    for index in subs:
        if not numbers or index != numbers[0] + 1:
            roles[index] = "note" if numbers else "number"
            numbers = numbers or [index]


def _settle(roles: list[str], labels: Sequence[str]) -> None:
    """One title; a table of indicators names its value, measure and subject in its own ways."""
    titles = [index for index, role in enumerate(roles) if role == "title"]
    if not titles and "number" in roles and {"value", "lead", "deadline"} & set(roles):
        start = roles.index("number") + 1
        free = [index for index in range(start, len(roles)) if roles[index] in ("", "note") and labels[index]]
        if free and free[0] <= start + 1:
            roles[free[0]] = "title"
            titles = [free[0]]
    best = [index for index in titles if TASK_HEADER.search(fold(labels[index]))] or titles
    for index in titles:
        if index != best[0]:
            roles[index] = "value" if INDICATOR.search(fold(labels[index])) else "note"
    if titles and INDICATOR.search(fold(labels[best[0]])):
        for index, role in enumerate(roles):
            if role == "product":
                roles[index] = "value"
    elif "measure" in roles and "lead" not in roles and not MEASURED_IN.match(fold(labels[roles.index("measure")])):
        roles[roles.index("measure")] = "lead"


def _kind(roles: Sequence[str], labels: Sequence[str]) -> Kind:
    if "value" not in roles:
        return "tasks"
    title = fold(labels[roles.index("title")]) if "title" in roles else ""
    if INDICATOR.search(title) and not re.search(r"nhiem vu|cong viec", title):
        return "indicators"
    return "tasks" if {"deadline", "product"} & set(roles) or TASK_HEADER.search(title) else "indicators"


def _score(columns: Columns) -> int:
    """How sure we are: a title, and what else of a plan's table there is."""
    roles = set(columns.roles)
    score = 2 * ("title" in roles) + len(roles & {"lead", "deadline", "product", "cooperating", "value"})
    return score + ("number" in roles) if "title" in roles and score >= 3 else 0
