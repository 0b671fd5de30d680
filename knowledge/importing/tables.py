"""What every kind of file is read into before anyone asks what it means: paragraphs and tables, in order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

NO_VALUE = " -–—"
"""What a cell without a value holds."""
_MARKS = re.compile(r"</?(?:b|i|u|em|strong|sup|sub|span)[^<>]{0,40}>", re.IGNORECASE)
_BROKEN_NUMBER = re.compile(r"(?<=[\w\d])-\n(?=[A-ZĐ])")


class TooManyRows(Exception):
    """A table is longer or wider than any plan's, so that a part of it would be left out."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a text for each column. `inherited` are the columns whose text stands in a cell merged with the rows
    above; `where` says where it is ("dòng 371", "trang 7"), for people."""

    cells: tuple[str, ...]
    inherited: frozenset[int] = frozenset()
    where: str = ""

    @property
    def filled(self) -> list[int]:
        """Columns that hold text of their own."""
        return [index for index, cell in enumerate(self.cells) if cell and index not in self.inherited]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equal length; `sheet` is the name of the sheet it came from, if any."""

    rows: tuple[Row, ...]
    sheet: str = ""

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.rows[0].cells) if self.rows else 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text, or a line of one; `heading` when the file itself marks it as one, `flush` when it
    begins at the margin, where first lines of paragraphs are set in."""

    text: str
    where: str = ""
    heading: bool = False
    flush: bool = False


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A file as blocks in reading order. `dropped` are lines left out as page furniture (headers, page numbers)."""

    blocks: tuple[Block, ...]
    dropped: tuple[str, ...] = field(default=())


def cell_text(text: str) -> str:
    """A cell's text on one line: lines joined, markup of emphasis taken out, composed (NFC)."""
    joined = _BROKEN_NUMBER.sub("-", _MARKS.sub("", text.replace("**", "")))
    kept = "".join(" " if char.isspace() else char for char in joined if char.isspace() or _readable(char))
    return " ".join(unicodedata.normalize("NFC", kept).split())


def _readable(char: str) -> bool:
    """Neither a control character nor a mark of direction nor half a character."""
    return (
        " " <= char < "\u007f" if char < "\u0080" else unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )


def table_of(rows: Iterable[Row], sheet: str = "") -> Table:
    """A table whose rows are padded to one width, rows without any text left out."""
    kept = [row for row in rows if any(row.cells)]
    width = max((len(row.cells) for row in kept), default=0)
    padded = (Row(row.cells + ("",) * (width - len(row.cells)), row.inherited, row.where) for row in kept)
    return Table(tuple(padded), sheet)
