"""Workbooks → a table for each visible sheet, with merged cells, and dates and numbers as the sheet shows them."""

from __future__ import annotations

import datetime
import io
import re
from typing import Any

from knowledge.importing.tables import Block, Document, Paragraph, Row, TooManyRows, cell_text, table_of

_MAX_ROWS = 5000
_MAX_COLUMNS = 60
_LOOKED_AT = 10_000
"""Rows that are looked through for what stands too far below."""
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')


def read_xlsx(data: bytes) -> Document:
    """Reads every visible sheet, formulas by the value last computed. Hidden sheets are listed as left out."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    blocks: list[Block] = []
    dropped: list[str] = []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            dropped.append(f"trang tính ẩn: {sheet.title}")
            continue
        table = table_of(_rows(sheet), cell_text(sheet.title))
        if table.width > 2:
            blocks.append(table)
        else:
            blocks += [Paragraph(cell, row.where) for row in table.rows for cell in row.cells if cell]
    return Document(tuple(blocks), tuple(dropped))


def _rows(sheet: Any) -> list[Row]:
    _check_size(sheet)
    height, width = min(sheet.max_row, _MAX_ROWS), min(sheet.max_column, _MAX_COLUMNS)
    merged = _merged(sheet, height)
    rows: list[Row] = []
    for number, cells in enumerate(sheet.iter_rows(min_row=1, max_row=height, max_col=width), 1):
        texts: list[str] = []
        inherited: set[int] = set()
        for column, cell in enumerate(cells):
            source = merged.get((number, column + 1))
            if source is not None:
                inherited.add(column)
            texts.append(cell_text(shown(source if source is not None else cell)))
        rows.append(Row(tuple(texts), frozenset(inherited), f"{sheet.title}, dòng {number}"))
    return rows


def _check_size(sheet: Any) -> None:
    """Raises TooManyRows where something stands beyond what is read; many a sheet is formatted far below its text."""
    below = sheet.iter_rows(min_row=_MAX_ROWS + 1, max_row=min(sheet.max_row, _LOOKED_AT), max_col=_MAX_COLUMNS)
    beside = sheet.iter_rows(max_row=min(sheet.max_row, _MAX_ROWS), min_col=_MAX_COLUMNS + 1, max_col=sheet.max_column)
    outside = (below if sheet.max_row > _MAX_ROWS else (), beside if sheet.max_column > _MAX_COLUMNS else ())
    if any(cell.value is not None for rows in outside for row in rows for cell in row):
        raise TooManyRows


def _merged(sheet: Any, height: int) -> dict[tuple[int, int], Any]:
    """For the rows below the first of a merged range: the cell whose value holds for them."""
    found: dict[tuple[int, int], Any] = {}
    for area in sheet.merged_cells.ranges:
        source = sheet.cell(area.min_row, area.min_col)
        for row in range(area.min_row + 1, min(area.max_row, height) + 1):
            found[row, area.min_col] = source
    return found


def shown(cell: Any) -> str:
    """A cell's value as the sheet shows it: "Tháng 12/2026" for a date of that format, "60%" for a percentage."""
    value = cell.value
    if value is None:
        return ""
    style = str(getattr(cell, "number_format", "") or "")
    if isinstance(value, datetime.datetime | datetime.date):
        return _date(value, style)
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, int | float):
        return _number(value, style)
    return str(value)


def _date(value: datetime.date, style: str) -> str:
    words = "".join(match[1] or match[2] or "" for match in _LITERAL.finditer(style))
    bare = _LITERAL.sub("", style).lower()
    if "d" in bare or not bare or bare == "general":
        return f"{value.day:02d}/{value.month:02d}/{value.year}"
    if "m" in bare and "y" in bare:
        month = f"{value.month}/{value.year}"
        return f"Tháng {month}" if "háng" in words or "HÁNG" in words else month
    return f"Năm {value.year}" if "ăm" in words else str(value.year)


def _number(value: float, style: str) -> str:
    places = len(match[1]) if (match := re.search(r"0\.(0+)", style)) else None
    if "%" in style:
        text = f"{value * 100:.{places or 0}f}%"
    elif isinstance(value, int) or value.is_integer():
        whole = int(value)
        if re.fullmatch(r"0{2,3}", style):
            return str(whole).zfill(len(style))
        return f"{whole:,}".replace(",", ".") if "#,##0" in style else str(whole)
    else:
        text = f"{value:.{places}f}" if places else f"{value:.10g}"
    return text.replace(".", ",") if "e" not in text else text
