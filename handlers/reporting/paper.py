"""A Word document laid out as Nghị định 30/2020/NĐ-CP (Phụ lục I) asks: A4, Times New Roman, its margins, page numbers
centred in the top margin from the second page on. The same contents give the same bytes."""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal
from xml.sax.saxutils import escape

from docx import Document as new_document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from knowledge.vietnamese import clean

Align = Literal["left", "center", "right", "both"]

BODY = 14.0
"""Points of running text."""
TABLE = 11.5
"""Points in tables."""
FIRST_LINE = 12.7
"""Millimetres by which the first line of a paragraph stands in."""
_GAP = "…"
_PAGE = (210.0, 297.0)
_MARGINS = {"top": 20.0, "bottom": 20.0, "left": 30.0, "right": 20.0}
_HEADER = 10.0
"""Millimetres from the paper's edge to the page number."""
_NS = nsdecls("w")
_ROW_AT_MOST = 130.0
"""Millimetres of a row that surely fits a page that lies across, under the head of its table."""
_BOLD_CAPITAL, _BOLD_SMALL = 0.56, 0.43
"""Width of an average letter of Times New Roman bold, in its size."""


def twips(millimetres: float) -> int:
    """Word's unit of length."""
    return round(millimetres / 25.4 * 1440)


def text_width(landscape: bool = False) -> float:
    """Millimetres between the margins."""
    return _PAGE[1 if landscape else 0] - _MARGINS["left"] - _MARGINS["right"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one face. `gap`: something that the office fills in, shown with a coloured ground."""

    text: str
    bold: bool = False
    italic: bool = False
    gap: bool = False

    def xml(self, size: float) -> str:
        """The run, `size` points high."""
        marks = ("<w:b/>" if self.bold else "") + ("<w:i/>" if self.italic else "") + _size(round(size * 2))
        marks += '<w:highlight w:val="yellow"/>' if self.gap else ""
        return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{escape(_words(self.text))}</w:t></w:r>'


GAP = Run(_GAP, gap=True)
"""A marked gap: what the program does not know and the office fills in."""

Words = str | Run | Sequence[str | Run]


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _words(text: str) -> str:
    """The text without what XML cannot hold."""
    return "".join(c for c in text if c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff\x7f")


def runs(words: Words) -> list[Run]:
    """Words as runs; a "…" in plain words becomes a marked gap."""
    found: list[Run] = []
    for piece in [words] if isinstance(words, str | Run) else words:
        if isinstance(piece, Run):
            found.append(piece)
            continue
        for number, part in enumerate(piece.split(_GAP)):
            found += [GAP] if number else []
            found += [Run(part)] if part else []
    return found


def quoted(text: str) -> str:
    """Somebody's words inside ours: their "…" is no gap of ours."""
    return text.replace("…", "...")


def paragraph(
    words: Words,
    *,
    size: float = BODY,
    align: Align = "both",
    first_line: float = FIRST_LINE,
    before: float = 0,
    after: float = 6,
    indent: float = 0,
    keep_next: bool = False,
    style: Literal["", "bold", "italic", "bold italic"] = "",
) -> str:
    """A paragraph. `first_line` and `indent` (of the whole) in millimetres, `before` and `after` in points."""
    told = "".join(
        Run(r.text, r.bold or "bold" in style, r.italic or "italic" in style, r.gap).xml(size) for r in runs(words)
    )
    keep = "<w:keepNext/>" if keep_next else ""
    stands_in = f'<w:ind w:left="{twips(indent)}" w:firstLine="{twips(first_line)}"/>'
    return (
        f'<w:p {_NS}><w:pPr>{keep}<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"/>'
        f'{stands_in}<w:jc w:val="{align}"/></w:pPr>{told}</w:p>'
    )


def centred(words: Words, *, size: float = BODY, after: float = 0, style: Literal["", "bold", "italic"] = "") -> str:
    """A centred line."""
    return paragraph(words, size=size, align="center", first_line=0, after=after, style=style, keep_next=True)


def rule(width: float, room: float) -> str:
    """A solid line `width` millimetres long, in the middle of `room` millimetres."""
    side = twips(max(room - width, 0) / 2)
    return (
        f'<w:p {_NS}><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
        f'<w:spacing w:before="0" w:after="60" w:line="40" w:lineRule="exact"/>'
        f'<w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>'
    )


def width_of(text: str, size: float) -> float:
    """Roughly how long a bold line is, in millimetres."""
    capitals = sum(letter.isupper() for letter in text)
    return (capitals * _BOLD_CAPITAL + (len(text) - capitals) * _BOLD_SMALL) * size / 72 * 25.4


# ---- tables ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell. `across`: columns it takes; `down`: "start" or "more" of a cell that takes several rows."""

    words: Words = ""
    align: Align = "left"
    bold: bool = False
    italic: bool = False
    across: int = 1
    down: Literal["", "start", "more"] = ""


def table(
    widths: Sequence[float], head: Sequence[Sequence[Cell]], rows: Sequence[Sequence[Cell]], size: float = TABLE
) -> str:
    """A table with lines; `widths` in millimetres. The head is repeated on each page; no row is cut by the page's end,
    but for one that is longer than a page."""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    body = "".join(_row(row, widths, size, head=True) for row in head)
    body += "".join(_row(row, widths, size, head=False) for row in rows)
    return (
        f'<w:tbl {_NS}><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/>{_lines("single")}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def columns(widths: Sequence[float], contents: Sequence[Sequence[str]]) -> str:
    """Paragraphs side by side, without lines."""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{"".join(content)}</w:tc>'
        for width, content in zip(widths, contents, strict=True)
    )
    return (
        f'<w:tbl {_NS}><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/>{_lines("nil")}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
    )


def _lines(value: str) -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    drawn = "".join(f'<w:{side} w:val="{value}" w:sz="4" w:space="0" w:color="000000"/>' for side in sides)
    return f"<w:tblBorders>{drawn}</w:tblBorders>"


def _row(cells: Sequence[Cell], widths: Sequence[float], size: float, *, head: bool) -> str:
    drawn, at = [], 0
    for cell in cells:
        width = sum(widths[at : at + cell.across])
        at += cell.across
        span = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
        merge = {"": "", "start": '<w:vMerge w:val="restart"/>', "more": "<w:vMerge/>"}[cell.down]
        align: Align = "center" if head else cell.align
        style: Literal["", "bold", "italic", "bold italic"] = "bold" if head or cell.bold else ""
        if cell.italic:
            style = "bold italic" if style else "italic"
        inside = paragraph(
            cell.words,
            size=size,
            align=align,
            first_line=0,
            after=1,
            before=1,
            style=style,
            keep_next=cell.across == len(widths),
        )
        middle = '<w:vAlign w:val="center"/>' if head else ""
        drawn.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{span}{merge}{middle}</w:tcPr>{inside}</w:tc>'
        )
    longest = max((_height(cell, width, size) for cell, width in zip(cells, widths, strict=False)), default=0)
    marks = "" if longest > _ROW_AT_MOST else "<w:cantSplit/>"
    marks += "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr>{marks}</w:trPr>{''.join(drawn)}</w:tr>"


def _height(cell: Cell, width: float, size: float) -> float:
    """Roughly how high a cell of one column is, in millimetres."""
    told = "".join(run.text for run in runs(cell.words))
    return 0.0 if cell.across > 1 else math.ceil(width_of(told, size) / (width - 2)) * size * 1.2 / 72 * 25.4


# ---- the document ---------------------------------------------------------------------------------------------------


class Paper:
    """A document in the making. `title` and `author` go into its properties, with `made` (aware) as its date."""

    def __init__(self, title: str, author: str, made: datetime) -> None:
        self._document = new_document()
        properties = self._document.core_properties
        moment = made.astimezone(UTC).replace(tzinfo=None, microsecond=0)
        properties.title, properties.author, properties.last_modified_by = clean(title), clean(author), clean(author)
        properties.created = properties.modified = moment
        properties.comments, properties.revision, properties.language = "", 1, "vi-VN"
        self._faces()
        self._parts: list[tuple[bool, list[str]]] = [(False, [])]

    def add(self, *pieces: str) -> None:
        """Puts paragraphs and tables behind what is there."""
        self._parts[-1][1].extend(pieces)

    def annex(self, *, landscape: bool) -> None:
        """What follows is an annex: on a new page, with page numbers of its own."""
        self._parts.append((landscape, []))

    def content(self) -> bytes:
        """The file."""
        body = self._document.element.body
        header = self._page_numbers()
        for child in list(body):
            body.remove(child)
        last = len(self._parts) - 1
        for number, (landscape, pieces) in enumerate(self._parts):
            for piece in pieces:
                body.append(parse_xml(piece))
            section = _section(landscape, header, first=number == 0)
            if number == last:
                body.append(parse_xml(section))
            else:
                body.append(parse_xml(f"<w:p {_NS}><w:pPr>{_ENDING}{section}</w:pPr></w:p>"))
        written = io.BytesIO()
        self._document.save(written)
        return dated(written.getvalue())

    def _faces(self) -> None:
        normal = self._document.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(BODY)
        fonts = normal.element.rPr.rFonts
        for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(script), "Times New Roman")
        normal.element.rPr.append(parse_xml(f'<w:lang {_NS} w:val="vi-VN"/>'))

    def _page_numbers(self) -> str:
        """Writes the header with the page's number; what sections call it by."""
        section = self._document.sections[0]
        section.header.is_linked_to_previous = False
        line = section.header.paragraphs[0]._p
        field = "".join(
            f'<w:r><w:rPr>{_size(27)}</w:rPr><w:fldChar w:fldCharType="{kind}"/></w:r>{between}'
            for kind, between in (
                ("begin", f"<w:r><w:rPr>{_size(27)}</w:rPr><w:instrText>PAGE</w:instrText></w:r>"),
                ("end", ""),
            )
        )
        number = parse_xml(
            f'<w:p {_NS}><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/></w:pPr>{field}</w:p>'
        )
        line.getparent().replace(line, number)
        reference = section._sectPr.find(qn("w:headerReference"))
        return str(reference.get(qn("r:id")))


_ENDING = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'


def _section(landscape: bool, header: str, *, first: bool) -> str:
    width, height = (_PAGE[1], _PAGE[0]) if landscape else _PAGE
    turned = ' w:orient="landscape"' if landscape else ""
    margins = " ".join(f'w:{side}="{twips(size)}"' for side, size in _MARGINS.items())
    kind = "" if first else '<w:type w:val="nextPage"/>'
    return (
        f'<w:sectPr {nsdecls("w", "r")}><w:headerReference w:type="default" r:id="{header}"/>{kind}'
        f'<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turned}/>'
        f'<w:pgMar {margins} w:header="{twips(_HEADER)}" w:footer="{twips(_HEADER)}" w:gutter="0"/>'
        f'<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def dated(archive: bytes) -> bytes:
    """The same zip file with the times of its members set to the beginning of zip's calendar."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            member = zipfile.ZipInfo(name)
            member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(member, old.read(name))
    return written.getvalue()
