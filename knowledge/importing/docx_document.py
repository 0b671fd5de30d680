"""Word documents → paragraphs and tables, with merged cells, automatic numbers and tracked changes accepted."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from knowledge.importing.tables import Block, Document, Paragraph, Row, Table, TooManyRows, cell_text, table_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = frozenset(
    {f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_AROUND = frozenset({f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"})
_MAX_ROWS = 5000


def read_docx(data: bytes) -> Document:
    """Reads the body in order. Headers and footers of pages are not part of it."""
    import docx

    document = docx.Document(io.BytesIO(data))
    numbers = _Numbers(document)
    blocks: list[Block] = []
    tables = 0
    for item in _inner(document, document.element.body):
        if hasattr(item, "rows"):
            tables += 1
            table = _table(item, numbers, f"bảng {tables}")
            blocks += [table] if table.width > 2 else _laid_out(item, numbers, f"bảng {tables}")
        else:
            heading = (item.style.name or "").lower().startswith(("heading", "title")) if item.style else False
            lines = (line for paragraph in _with_boxes(item._p) for line in _text(paragraph, numbers).split("\n"))
            blocks += [Paragraph(text, "", heading) for line in lines if (text := cell_text(line))]
    return Document(tuple(blocks))


def _inner(document: Any, parent: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, also those in the content controls of a template."""
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph as WordParagraph

    for child in parent:
        if child.tag == f"{_W}p":
            yield WordParagraph(child, document)
        elif child.tag == f"{_W}tbl":
            yield WordTable(child, document)
        elif child.tag in _AROUND:
            yield from _inner(document, child)


def _with_boxes(paragraph: Any) -> Iterator[Any]:
    """A paragraph, and those in the text boxes that hang on it; a box is written a second time for old programs."""
    yield paragraph
    for inner in paragraph.iter(f"{_W}p"):
        if inner is not paragraph and not any(above.tag in _SKIPPED for above in inner.iterancestors()):
            yield inner


def _table(item: Any, numbers: _Numbers, where: str) -> Table:
    rows: list[Row] = []
    above: list[Any] = []
    known: dict[Any, str] = {}
    if len(item.rows) > _MAX_ROWS:
        raise TooManyRows
    for index, row in enumerate(item.rows, 1):
        cells = [None] * row.grid_cols_before + [cell._tc for cell in row.cells]
        texts: list[str] = []
        inherited: set[int] = set()
        for column, cell in enumerate(cells):
            if cell is None or (column and cells[column - 1] is cell):
                texts.append("")
                continue
            if cell not in known:
                known[cell] = _cell(cell, numbers)
            elif column < len(above) and above[column] is cell:
                inherited.add(column)
            texts.append(known[cell])
        rows.append(Row(tuple(texts), frozenset(inherited), f"{where}, dòng {index}"))
        above = cells
    return table_of(rows)


def _laid_out(item: Any, numbers: _Numbers, where: str) -> Iterator[Paragraph]:
    """A table of one or two columns is layout (the head of a paper, the signatures): each line is a paragraph."""
    seen: set[Any] = set()
    for row in item.rows:
        for cell in row.cells:
            if cell._tc in seen:
                continue
            seen.add(cell._tc)
            for paragraph in cell._tc.iter(f"{_W}p"):
                for line in _text(paragraph, numbers).split("\n"):
                    if text := cell_text(line):
                        yield Paragraph(text, where)


def _cell(cell: Any, numbers: _Numbers) -> str:
    return cell_text("\n".join(_text(paragraph, numbers) for paragraph in cell.iter(f"{_W}p")))


def _text(paragraph: Any, numbers: _Numbers) -> str:
    """A paragraph's text with its automatic number; what was deleted under tracking is left out."""
    text = "".join(_pieces(paragraph))
    label = numbers.label(paragraph, bool(text.strip()))
    return f"{label} {text}".strip() if label else text


def _pieces(node: Any) -> Iterator[str]:
    for child in node:
        tag = child.tag
        if tag in _SKIPPED or tag == f"{_W}p":
            continue
        if tag == f"{_W}t":
            yield child.text or ""
        elif tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif tag in (f"{_W}tab", f"{_W}noBreakHyphen"):
            yield " " if tag.endswith("tab") else "-"
        elif isinstance(tag, str) and tag not in (f"{_W}pPr", f"{_W}rPr"):
            yield from _pieces(child)


class _Numbers:
    """Counts automatic numbers, which stand nowhere in the text: many a column "STT" holds nothing else."""

    def __init__(self, document: Any) -> None:
        self._formats: dict[tuple[str, str], tuple[str, str]] = {}
        self._counts: dict[tuple[str, str], int] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return
        abstract = {node.get(f"{_W}abstractNumId"): node for node in root.iter(f"{_W}abstractNum")}
        for number in root.iter(f"{_W}num"):
            link = number.find(f"{_W}abstractNumId")
            node = abstract.get(link.get(f"{_W}val")) if link is not None else None
            for level in node.iter(f"{_W}lvl") if node is not None else ():
                kind, shape = level.find(f"{_W}numFmt"), level.find(f"{_W}lvlText")
                key = (number.get(f"{_W}numId"), level.get(f"{_W}ilvl"))
                self._formats[key] = (
                    kind.get(f"{_W}val") if kind is not None else "decimal",
                    shape.get(f"{_W}val") if shape is not None else "%1.",
                )

    def label(self, paragraph: Any, has_text: bool) -> str:
        """The number that Word shows before the paragraph; "" when it shows none or a bullet before nothing."""
        properties = paragraph.find(f"{_W}pPr/{_W}numPr")
        if properties is None:
            return ""
        number, level = properties.find(f"{_W}numId"), properties.find(f"{_W}ilvl")
        if number is None or number.get(f"{_W}val") == "0":
            return ""
        depth = level.get(f"{_W}val") if level is not None else "0"
        key = (number.get(f"{_W}val"), depth)
        kind, shape = self._formats.get(key, ("decimal", f"%{int(depth) + 1}."))
        if kind == "bullet":
            return "-" if has_text else ""
        self._counts[key] = self._counts.get(key, 0) + 1
        for deeper in [other for other in self._counts if other[0] == key[0] and int(other[1]) > int(depth)]:
            del self._counts[deeper]
        for n in range(int(depth) + 1):
            outer = (key[0], str(n))
            shape = shape.replace(
                f"%{n + 1}", _figure(self._counts.get(outer, 1), self._formats.get(outer, (kind, ""))[0])
            )
        return shape


def _figure(count: int, kind: str) -> str:
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("lowerRoman", "upperRoman"):
        roman, rest = "", count
        for worth, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
            while rest >= worth:
                roman, rest = roman + sign, rest - worth
        return roman if kind == "upperRoman" else roman.lower()
    return f"{count:02d}" if kind == "decimalZero" else str(count)
