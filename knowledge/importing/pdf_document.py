"""PDF with a text layer → paragraphs and tables, from the drawn lines of the tables."""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import Any

from knowledge.importing.tables import Block, Document, Paragraph, Row, Table, cell_text, table_of
from knowledge.lexicon import heads as lexicon

MAX_PAGES = 200
_THICKEST_LINE = 3.0
"""Points; a wider rectangle is shading behind text, not a border."""
_SET_IN, _OFTEN = (5.0, 60.0), 2
"""Points from the margin at which the first line of a paragraph begins, on a page that has so many of them."""
_BROKEN_DATE = re.compile(r"(\d{1,2}/\d{1,2}/\d{1,3})\n(\d{1,3})(?!\d)")
_SPACED = re.compile(r"(?<=\d) (?=\d(?!\d))")
"""A stamp's digits stand apart: "Số: 2 7 7/KH-UBND"."""
_PAGE_NUMBER = re.compile(r"^[-–]?\s*\d{1,4}\s*[-–]?$")


class PdfRefused(Exception):
    """The PDF cannot be read; `code` is the problem's code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_pdf(data: bytes, *, first_only: bool = False) -> Document:
    """Reads the pages in order, or the first one only. Raises PdfRefused for an encrypted, broken or scanned file."""
    import pdfplumber
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(io.BytesIO(_with_stamps(data))) as pdf:
            wanted = pdf.pages[:1] if first_only else pdf.pages
            if len(wanted) > MAX_PAGES:
                raise PdfRefused("too_many_pages")
            pages = [_page(_upright(page), number) for number, page in enumerate(wanted, 1)]
    except PdfminerException as error:
        code = "encrypted" if "Password" in repr(error) or "Encryption" in repr(error) else "not_this_format"
        raise PdfRefused(code) from error
    if not any(pages):
        raise PdfRefused("no_text_layer")
    return _without_furniture(pages)


def _with_stamps(data: bytes) -> bytes:
    """The file with what was stamped on its first page made part of the page: number and day are put on a signed paper
    as annotations, which hold no text of the page's own. Unchanged where there are none, or it cannot be done."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as pdf:
            page = pdf[0]
            if not pypdfium2.raw.FPDFPage_GetAnnotCount(page):
                return data
            pypdfium2.raw.FPDFPage_Flatten(page, pypdfium2.raw.FLAT_NORMALDISPLAY)
            page.close()
            out = io.BytesIO()
            pdf.save(out)
            return out.getvalue()
    except pypdfium2.PdfiumError:
        return data


def _upright(page: Any) -> Any:
    """The page turned so that most of its letters stand upright: a table that lies across is often laid sideways."""
    from pdfplumber.page import Page

    turns = Counter(_turn(char["matrix"]) for char in page.chars)
    turn = turns.most_common(1)[0][0] if turns else 0
    if not turn:
        return page
    page.page_obj.rotate = (page.rotation + turn) % 360
    page.page_obj.attrs["Rotate"] = page.page_obj.rotate
    return Page(page.pdf, page.page_obj, page.page_number, page.initial_doctop)


def _turn(matrix: tuple[float, ...]) -> int:
    """Degrees, clockwise, by which a letter must be turned to stand upright."""
    along, up = matrix[0], matrix[1]
    if abs(up) > abs(along):
        return 90 if up > 0 else 270
    return 180 if along < 0 else 0


def _page(page: Any, number: int) -> list[Block]:
    """A page's blocks from top to bottom."""
    ruled = page.filter(_not_shading)
    where = f"trang {number}"
    placed: list[tuple[float, Block]] = []
    boxes = []
    for found in ruled.find_tables():
        table = _table(found, where)
        if table.width >= 3 and len(table.rows) >= 1:
            placed.append((found.bbox[1], table))
            boxes.append(found.bbox)
    outside = ruled.filter(lambda item: not _inside(item, boxes)) if boxes else ruled
    lines = outside.extract_text_lines()
    margin = min((line["x0"] for line in lines), default=0.0)
    set_in = sum(_SET_IN[0] < line["x0"] - margin < _SET_IN[1] for line in lines) >= _OFTEN
    for line in lines:
        text = lexicon.SIGNATURE.sub("", cell_text(line["text"]))
        text = _close(text) if lexicon.NUMBER_OR_DAY.search(text) else text
        flush = set_in and line["x0"] - margin <= _SET_IN[0]
        placed.append((line["top"], Paragraph(text, where, _is_bold(line["chars"]), flush)))
    placed.sort(key=lambda pair: pair[0])
    return [block for _, block in placed if isinstance(block, Table) or block.text]


def _is_bold(chars: list[dict[str, Any]]) -> bool:
    """Whether all letters of a line are bold, as those of a heading are."""
    letters = [char for char in chars if char["text"].isalpha()]
    return bool(letters) and all("bold" in char["fontname"].lower() for char in letters)


def _close(text: str) -> str:
    """A line of number and day, its stamped digits put together: "ngày1 4 tháng7" is "ngày 14 tháng 7"."""
    return lexicon.STUCK.sub(r"\1 ", _SPACED.sub("", text))


def _not_shading(item: dict[str, Any]) -> bool:
    return not (item["object_type"] == "rect" and min(item["width"], item["height"]) > _THICKEST_LINE)


def _inside(item: dict[str, Any], boxes: list[tuple[float, float, float, float]]) -> bool:
    x, y = (item["x0"] + item["x1"]) / 2, (item["top"] + item["bottom"]) / 2
    return any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in boxes)


def _table(found: Any, where: str) -> Table:
    """The table with every merged cell's text given to each row that it spans."""
    lefts = _edges(cell[0] for cell in found.cells)
    tops = _edges(cell[1] for cell in found.cells)
    grid = [[""] * len(lefts) for _ in tops]
    inherited: list[set[int]] = [set() for _ in tops]
    texts = {cell: cell_text(_BROKEN_DATE.sub(_made_whole, text or "")) for cell, text in _texts(found)}
    for cell in found.cells:
        left = _index(lefts, cell[0])
        first, last = _index(tops, cell[1]), _last(tops, cell[3])
        for row in range(first, last + 1):
            grid[row][left] = texts.get(cell, "")
            if row > first:
                inherited[row].add(left)
    rows = (Row(tuple(cells), frozenset(merged), where) for cells, merged in zip(grid, inherited, strict=True))
    return table_of(rows)


def _made_whole(match: re.Match[str]) -> str:
    """A date that a narrow column breaks inside its year."""
    return match[1] + match[2] if len(match[1].rpartition("/")[2] + match[2]) == 4 else match[0]


def _texts(found: Any) -> list[tuple[Any, str | None]]:
    pairs: list[tuple[Any, str | None]] = []
    for row, texts in zip(found.rows, found.extract(), strict=True):
        pairs += [(cell, text) for cell, text in zip(row.cells, texts, strict=True) if cell is not None]
    return pairs


def _edges(values: Any) -> list[float]:
    """Distinct edges, those closer than two points taken as one."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > 2:
            kept.append(value)
    return kept


def _index(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda n: abs(edges[n] - value))


def _last(tops: list[float], bottom: float) -> int:
    """The last row that a cell ending at `bottom` covers."""
    return max((n for n, top in enumerate(tops) if top < bottom - 2), default=0)


def _without_furniture(pages: list[list[Block]]) -> Document:
    """Takes out page numbers and the line that stands at the top or foot of most pages."""
    edges: Counter[str] = Counter()
    for page in pages:
        edges.update({_shape(block.text) for block in _ends(page)})
    usual = {shape for shape, times in edges.items() if times >= max(3, len(pages) // 2)}
    blocks: list[Block] = []
    dropped: list[str] = []
    for page in pages:
        ends = [id(block) for block in _ends(page)]
        for block in page:
            furniture = isinstance(block, Paragraph) and id(block) in ends and _is_furniture(block.text, usual)
            if isinstance(block, Paragraph) and furniture:
                dropped.append(f"{block.where}: {block.text}")
                continue
            blocks.append(block)
    return Document(tuple(blocks), tuple(dropped))


def _is_furniture(text: str, usual: set[str]) -> bool:
    return bool(_PAGE_NUMBER.match(text)) or _shape(text) in usual


def _ends(page: list[Block]) -> list[Paragraph]:
    return [block for block in (*page[:1], *page[-1:]) if isinstance(block, Paragraph)]


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text)
