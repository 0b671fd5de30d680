"""Tables of work in which a column says to what group the rows belong, often in cells merged over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.importing.columns import Columns, is_repeat, role_of
from knowledge.importing.tables import Row
from knowledge.lexicon.importing import GROUPS
from knowledge.vietnamese import fold

_SHORT = 7
"""Characters; a shorter line heads nothing by itself."""
_MERGED = 0.3
"""Share of the rows that stand under a merged cell, where the header does not say that a column is of groups."""


def with_groups(columns: Columns, rows: Sequence[Row]) -> Columns:
    """The columns with the one of groups among them: it stands before the title, and each of its texts over rows that
    follow each other."""
    if columns.kind != "tasks" or not columns.all("title"):
        return columns
    body = [row for row in rows if len(row.filled) > 1 and not is_repeat(row, columns)]
    titles = [at for at, label in enumerate(columns.labels) if role_of(label) == "title"]
    for at, label in enumerate(columns.labels):
        named = GROUPS.match(fold(label)) is not None
        title = next((one for one in titles if one > at and not GROUPS.match(fold(columns.labels[one]))), None)
        if title is None or columns.roles[at] not in ("title", "note", "") or not (named or at in titles):
            continue
        if _groups(body, at) and (named or _is_merged(body, at, title)):
            roles = list(columns.roles)
            roles[at], roles[title] = "group", "title"
            return replace(columns, roles=tuple(roles))
    return columns


def _groups(rows: Sequence[Row], at: int) -> bool:
    """Whether the texts of a column stand each over rows that follow each other, and some over several."""
    texts = [row.cells[at] for row in rows]
    runs: list[str] = []
    for text in texts:
        if text and (not runs or text != runs[-1]):
            runs.append(text)
    return bool(texts) and texts[0] != "" and len(set(runs)) == len(runs) and len(runs) < len(texts)


def _is_merged(rows: Sequence[Row], at: int, title: int) -> bool:
    under = sum(at in row.inherited and title not in row.inherited for row in rows)
    return under >= _MERGED * len(rows)


def under_headings(columns: Columns, rows: Sequence[Row], after: str = "") -> tuple[list[Row], str]:
    """The rows with the text of the column of groups as a heading over those that it holds for; and the last of them.
    `after`: that of the page before."""
    at = next(iter(columns.all("group")), None)
    if at is None:
        return list(rows), after
    out: list[Row] = []
    current = after
    for row in rows:
        text = row.cells[at]
        if text and text != current and len(row.filled) > 1 and not is_repeat(row, columns):
            current = text
            out.append(Row((_heading(columns.labels[at], text), *[""] * (len(row.cells) - 1)), where=row.where))
        out.append(replace(row, cells=tuple("" if n == at else cell for n, cell in enumerate(row.cells))))
    return out, current


def _heading(label: str, text: str) -> str:
    return text if len(text) >= _SHORT else f"{label}: {text}"


# ---- what units are responsible for ---------------------------------------------------------------------------------


def lines_of(columns: Columns, rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """The rows of a table as lines of text, each with its place: "3. Phòng A: Hướng dẫn …; Lãnh đạo chỉ đạo: Bà B"."""
    first = [at for at, role in enumerate(columns.roles) if role in ("number", "sub_number", "lead")]
    for row in rows:
        if is_repeat(row, columns) or not any(row.cells):
            continue
        cells = ((row.cells[at], columns.roles[at]) for at in first if row.cells[at])
        head = " ".join(cell if role == "lead" else f"{cell.rstrip(' .')}." for cell, role in cells)
        said = [
            row.cells[at] if role == "title" else f"{columns.labels[at]}: {row.cells[at]}".lstrip(": ")
            for at, role in enumerate(columns.roles)
            if at not in first and row.cells[at]
        ]
        yield ": ".join(filter(None, (head, "; ".join(said)))).rstrip(" .;") + ".", row.where
