"""A checking workbook that comes back: which draft it belongs to, and the cells of its sheets as text.

The office is given a workbook in which every recognised field can be corrected (handlers.plans.workbook). A cell of its
first sheet holds a mark with the draft's hash, by which it is known however it was renamed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.importing.tables import cell_text
from knowledge.importing.xlsx_document import shown

MARK = "dondoc:"
_MARK = re.compile(rf"{MARK}([0-9a-f]{{64}})")
_MARK_ROWS = 40
_MAX_ROWS = 5000
_MAX_COLUMNS = 40

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Returned:
    """`draft`: hash of the draft that the workbook was made from; `sheets`: rows of cells by the sheet's name, from the
    first row of the sheet on."""

    draft: str
    sheets: Mapping[str, Rows]


def read_returned(data: bytes) -> Returned | None:
    """The workbook's cells, or None when it is no checking workbook. `data` is a package that was found safe."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, read_only=True)
    sheets: dict[str, Rows] = {}
    for sheet in book.worksheets:
        rows = sheet.iter_rows(min_row=1, max_row=_MAX_ROWS, max_col=_MAX_COLUMNS)
        sheets[cell_text(sheet.title)] = tuple(tuple(cell_text(shown(cell)) for cell in row) for row in rows)
        if len(sheets) == 1 and _mark(sheets) is None:
            return None
    draft = _mark(sheets)
    return None if draft is None else Returned(draft, sheets)


def _mark(sheets: Mapping[str, Rows]) -> str | None:
    first = next(iter(sheets.values()), ())
    found = (_MARK.fullmatch(cell) for row in first[:_MARK_ROWS] for cell in row)
    return next((match[1] for match in found if match), None)
