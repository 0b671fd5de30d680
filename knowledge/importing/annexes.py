"""Blocks of a document → its annexes with their tables put together over the pages, and the running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.importing.columns import Columns, find_header, next_header
from knowledge.importing.tables import Document, Paragraph, Row, Table
from knowledge.lexicon.importing import ANNEX, CAPTION
from knowledge.short_forms import meanings
from knowledge.vietnamese import fold

_ANNEX = re.compile(ANNEX)
_SECTION = re.compile(r"^[IVX]{1,5}\s*[.)]\s+\S")
_SHEET = re.compile(r"^(?:pl|phu luc)[ ._-]*([ivx]+|\d{1,2})\b")
_LISTING = re.compile(r"^(?:BẢNG|BIỂU|DANH MỤC|PHÂN CÔNG)\b")
"""How an annex begins that does not call itself one."""
_CAPTION = re.compile(CAPTION)
_RECIPIENTS = re.compile(r"noi nhan\b")
_TITLE_LINES = 6


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
    """Finds the annexes, joins tables that continue each other, and keeps the rest as text."""
    layer = _Layer()
    for block in document.blocks:
        if isinstance(block, Table):
            layer.table(block)
        else:
            layer.paragraph(block)
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

    def paragraph(self, block: Paragraph) -> None:
        match = _ANNEX.match(fold(block.text).strip(" ."))
        if match and len(block.text) < 200 and not (match[2] and block.text[-1] in ".;,"):
            self.annex, self.number = True, (match[1] or "").upper()
            rest = block.text.split(maxsplit=3 if match[1] else 2)
            tail = " ".join(rest[3 if match[1] else 2 :]).strip(" .:-–")
            self.title, self.open = [tail] if tail else [], None
        elif _LISTING.match(block.text) and block.text.isupper() and not (self.annex and self.open is None):
            self.annex, self.number, self.title, self.open = True, "", [block.text], None
        elif self.annex and self.open is None and not self.out_of_title(block.text):
            self.title.append(block.text)
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
        found = find_header(table)
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
        self._opened(table, columns, rows[:end], caption)
        if rows[end:]:
            self.title = []
            self.table(Table(tuple(rows[end:]), table.sheet))

    def _opened(self, table: Table, columns: Columns, rows: list[Row], caption: re.Match[str] | None) -> None:
        if self.open is not None and self._same(self.open.columns, columns) and self.open.sheet == table.sheet:
            self.open.pages.append((columns, rows))
            return
        title = " ".join(self.title) or (caption["title"] if caption else "")
        called = caption["name"] if caption else ""
        self.open = Part(self.number, title, self.annex, table.sheet, called, [(columns, rows)])
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
