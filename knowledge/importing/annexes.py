"""Blocks of a document → its annexes with their tables put together over the pages, and the running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.importing.columns import Columns, find_header, next_header, with_measure
from knowledge.importing.grids import find_grid
from knowledge.importing.grouping import lines_of, under_headings, with_groups
from knowledge.importing.marked import with_units_named
from knowledge.importing.matrix import matrix_of
from knowledge.importing.tables import Document, Paragraph, Row, Table
from knowledge.importing.units_across import with_units_down
from knowledge.lexicon.importing import ANNEX, CAPTION, NOTE, RESPONSIBLE
from knowledge.lexicon.matrices import MEASURE_SAID, UNTITLED
from knowledge.short_forms import meanings
from knowledge.vietnamese import fold

_SECTION = re.compile(r"^[IVX]{1,5}\s*[.)]\s+\S")
_SHEET = re.compile(r"^(?:pl|phu luc)[ ._-]*([ivx]+|\d{1,2})\b")
_LISTING = re.compile(r"^(?:BẢNG|BIỂU|DANH MỤC|PHÂN CÔNG)\b")
"""How an annex begins that does not call itself one."""
_CAPTION = re.compile(CAPTION)
_RECIPIENTS = re.compile(r"noi nhan\b")
_TITLE_LINES = 6
_SHORT_LINE = 60
"""Characters of a line that says the unit of a table's amounts, at most."""


@dataclass(slots=True)
class Part:
    """One table of the plan, whole. `number` is the annex's as printed ("II", "" when it has none), `annex` whether
    it stands in one; `called` what it is called in the text ("Bảng 1"); `pages` the pieces with their columns."""

    number: str = ""
    title: str = ""
    annex: bool = False
    sheet: str = ""
    called: str = ""
    pages: list[tuple[Columns, list[Row]]] = field(default_factory=list)

    @property
    def columns(self) -> Columns:
        """The columns of the first piece."""
        return self.pages[0][0]


@dataclass(slots=True)
class Laid:
    """A document laid out: `parts` in order, `paragraphs` of running text, `loose` tables that nobody could read."""

    parts: list[Part] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    loose: list[Row] = field(default_factory=list)


def lay_out(document: Document) -> Laid:
    """Finds the annexes, joins tables that continue each other, and keeps the rest as text; so also a table of what
    units are responsible for, beside one of tasks."""
    layer = _Layer()
    layer.read(document)
    if layer.duties and not any(part.columns.kind == "tasks" for part in layer.out.parts):
        layer = _Layer(keeps_duties=False)
        layer.read(document)
    return layer.out


@dataclass(slots=True)
class _Layer:
    out: Laid = field(default_factory=Laid)
    open: Part | None = None
    number: str = ""
    annex: bool = False
    title: list[str] = field(default_factory=list)
    heading: str = ""
    last: Paragraph | None = None
    group: str = ""
    measure: str = ""
    keeps_duties: bool = True
    duties: int = 0

    def read(self, document: Document) -> None:
        for block in document.blocks:
            if isinstance(block, Table):
                self.table(with_units_down(with_units_named(block, document)))
            else:
                self.paragraph(block)

    def paragraph(self, block: Paragraph) -> None:
        match = ANNEX.match(fold(block.text).strip(" ."))
        if match and len(block.text) < 200 and not (match[2] and block.text[-1] in ".;,"):
            self.annex, self.number = True, (match[1] or "").upper()
            rest = block.text.split(maxsplit=3 if match[1] else 2)
            tail = " ".join(rest[3 if match[1] else 2 :]).strip(" .:-–")
            self.title, self.open = [tail] if tail else [], None
        elif _LISTING.match(block.text) and block.text.isupper() and not (self.annex and self.open is None):
            self.annex, self.number, self.title, self.open = True, "", [block.text], None
        elif self.annex and self.open is None and not self.out_of_title(block.text):
            self.title.append(block.text)
        if len(block.text) < _SHORT_LINE and (measure := MEASURE_SAID.search(block.text)):
            self.measure = measure[1]
        self.out.paragraphs.append(block)
        self.last = block

    def out_of_title(self, text: str) -> bool:
        return len(self.title) >= _TITLE_LINES or text.startswith("(") or bool(re.match(r"^\W+$", text))

    def table(self, table: Table) -> None:
        if table.sheet and (not self.out.parts or self.out.parts[-1].sheet != table.sheet):
            named = _SHEET.match(fold(table.sheet))
            self.annex, self.number = named is not None, (named[1] if named else "").upper()
            self.title, self.open = [], None
        if given := meanings([row.cells for row in table.rows]):
            for short, full in given:
                self.paragraph(Paragraph(f"{short}: {full};", table.rows[0].where))
            return
        found = _found(table)
        section = self._section_before(table.width)
        caption = _CAPTION.match(self.last.text) if self.last and not self.annex and not table.sheet else None
        self.last = None
        if found is None:
            if self.open is not None and self.open.columns.roles and table.width == len(self.open.columns.roles):
                self.open.pages.append((self.open.columns, [*section, *table.rows]))
            else:
                self._loose(table)
            return
        start, columns = found
        for row in table.rows[:start]:
            for cell in dict.fromkeys(row.cells[index] for index in row.filled):
                self.paragraph(Paragraph(cell, row.where))
        rows = [*section, *table.rows[start + columns.height :]]
        end = _end(rows, columns)
        last = _last(rows[:end], columns, of_sheet=bool(table.sheet))
        if self.keeps_duties and _is_of_duties(columns):
            self.duties += 1
            for text, where in lines_of(columns, rows[:last]):
                self.paragraph(Paragraph(text, where))
        else:
            measured = with_measure(with_groups(columns, rows[:last]), self.measure)
            self._opened(table, measured, rows[:last], caption)
            self.measure = ""
        for row in rows[last:end]:
            for index in row.filled:
                self.paragraph(Paragraph(row.cells[index], row.where))
        if rows[end:]:
            self.title = []
            self.table(Table(tuple(rows[end:]), table.sheet))

    def _opened(self, table: Table, columns: Columns, rows: list[Row], caption: re.Match[str] | None) -> None:
        if self.open is not None and self._same(self.open.columns, columns) and self.open.sheet == table.sheet:
            under, self.group = under_headings(columns, rows, self.group)
            self.open.pages.append((columns, under))
            return
        under, self.group = under_headings(columns, rows)
        title = " ".join(self.title) or (caption["title"] if caption else "")
        named = None if self.number else _CAPTION.match(title.capitalize())
        called = caption["name"] if caption else named["name"] if named else ""
        self.open = Part(self.number, title, self.annex, table.sheet, called, [(columns, under)])
        self.out.parts.append(self.open)

    def _section_before(self, width: int) -> list[Row]:
        """A section's heading printed as a line between two tables counts as a row of the second."""
        if self.last is None or not _SECTION.match(self.last.text) or len(self.last.text) > 200:
            return []
        return [Row((self.last.text, *[""] * (width - 1)), where=self.last.where)]

    def _same(self, one: Columns, other: Columns) -> bool:
        return [fold(label) for label in one.labels] == [fold(label) for label in other.labels] or (
            one.roles == other.roles and one.kind == other.kind and len(one.roles) == len(other.roles)
        )

    def _loose(self, table: Table) -> None:
        """A table that only lays out text (the two columns at the head of a paper) is text; others are listed."""
        lines_of_a_sheet = table.sheet and all(len(row.filled) <= 2 for row in table.rows)
        if table.width <= 2 or lines_of_a_sheet or (not self.out.parts and len(table.rows) <= 3):
            for paragraph in _lines(table.rows):
                self.paragraph(paragraph)
        else:
            self.out.loose += table.rows


def _found(table: Table) -> tuple[int, Columns] | None:
    """Where the header of a table begins, and its columns: of a grid, unless another table stands above it."""
    grid, found = find_grid(table), find_header(table)
    if grid is None or (found is not None and found[0] < grid[0]):
        return found
    start, columns = grid
    rows = table.rows[start + columns.height :]
    return grid if matrix_of(columns.rows, rows[: _end(rows, columns)], table.sheet or UNTITLED) else found


def _is_of_duties(columns: Columns) -> bool:
    """Whether a table says what each unit is responsible for, and nothing that is to be done by a day."""
    roles = set(columns.roles)
    if columns.kind != "tasks" or "lead" not in roles or roles & {"deadline", "product", "cooperating", "value"}:
        return False
    return any(RESPONSIBLE.search(fold(columns.labels[at])) for at in columns.all("title"))


def _last(rows: Sequence[Row], columns: Columns, *, of_sheet: bool) -> int:
    """Where the rows of a table end, and lines of text begin that stand below in its grid: notes, and in a sheet
    whatever comes behind."""
    matter = (at for at, row in enumerate(rows, 1) if row.filled and not _is_line(row, columns))
    last = max(matter, default=len(rows))
    if of_sheet:
        return last
    below = ((at, rows[at].cells[rows[at].filled[0]]) for at in range(last, len(rows)))
    return next((at for at, text in below if NOTE.match(fold(text))), len(rows))


def _is_line(row: Row, columns: Columns) -> bool:
    """Whether a row is text under a table: it holds one alone, or the recipients and the signature, and stands under no
    merged cell."""
    if not row.filled or any(row.cells[index] for index in row.inherited):
        return False
    return len(row.filled) == 1 or _RECIPIENTS.match(fold(row.cells[row.filled[0]])) is not None


def _end(rows: Sequence[Row], columns: Columns) -> int:
    """Where the rows end that belong to these columns: above another table's header, and the lines that head it."""
    end = next_header(rows, columns)
    if not end:
        return len(rows)
    while end > 1 and rows[end - 1].filled == [0]:
        end -= 1
    return end


def _lines(rows: Sequence[Row]) -> Iterator[Paragraph]:
    """The cells of rows that only lay out text, line by line; where the signature stands beside the recipients, they
    come first."""
    signed = next(
        (n for n, row in enumerate(rows) if _RECIPIENTS.match(fold(row.cells[min(row.filled, default=0)]))), None
    )
    beside = max(rows[signed].filled) if signed is not None and len(rows[signed].filled) > 1 else None
    for row in rows[: signed if beside is not None else None]:
        yield from (Paragraph(row.cells[index], row.where) for index in row.filled)
    if beside is None or signed is None:
        return
    for right in (False, True):
        for row in rows[signed:]:
            yield from (Paragraph(row.cells[i], row.where) for i in row.filled if (i >= beside) is right)
