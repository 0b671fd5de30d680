"""Plain text and Markdown → paragraphs and tables. Tables are lines with tabs, or lines between bars."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.importing.tables import Block, Document, Paragraph, Row, Table, cell_text, table_of
from knowledge.lexicon.heads import GAZETTE_LINE

_RULE = re.compile(r"^[\s|:\-–—_=*.]+$")
_HEADING = re.compile(r"^#{1,6}\s+")
_BOLD_LINE = re.compile(r"^\*\*[^*]+\*\*:?$")
_BAR = re.compile(r"(?<!\\)\|")


def read_text_document(text: str) -> Document:
    """Reads `text`, whichever of the two layouts it uses; both may stand in one file."""
    blocks: list[Block] = []
    rows: list[Row] = []
    dropped: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        if (cells := _cells(line)) is not None:
            if any(cells):
                rows.append(Row(tuple(cells), where=f"dòng {number}"))
            continue
        if rows:
            blocks.append(table_of(rows))
            rows = []
        if GAZETTE_LINE.match(line.strip()):
            dropped.append(f"dòng {number}: {line.strip()}")
            continue
        blocks += _paragraph(line, number)
    if rows:
        blocks.append(table_of(rows))
    return Document(tuple(block for block in blocks if not isinstance(block, Table) or block.rows), tuple(dropped))


def _cells(line: str) -> list[str] | None:
    """The cells of a table's line; None for a line of text."""
    if "\t" in line and line.count("\t") >= 2:
        return [cell_text(cell) for cell in line.split("\t")]
    bare = line.strip()
    if not bare.startswith("|") or bare.count("|") < 3:
        return None
    if _RULE.match(bare):
        return []
    cells = _BAR.split(bare.removeprefix("|").removesuffix("|"))
    return [cell_text(cell.replace("\\|", "|").replace("<br>", "\n")) for cell in cells]


def _paragraph(line: str, number: int) -> Iterator[Paragraph]:
    bare = line.strip()
    if not bare or _RULE.match(bare):
        return
    heading = bool(_HEADING.match(bare) or _BOLD_LINE.match(bare))
    text = re.sub(r"(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)", "", _HEADING.sub("", bare).replace("**", ""))
    if text := cell_text(text):
        yield Paragraph(text, f"dòng {number}", heading)
