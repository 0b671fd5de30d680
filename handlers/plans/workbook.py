"""A draft → the checking workbook: every recognised field beside the words it was read from."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from handlers.messages import Document, Making
from handlers.office import Office
from handlers.plans import drafts
from handlers.plans.drafts import Draft
from handlers.wording import plan as problem_words
from handlers.wording import plans as words
from handlers.wording import workbook as labels
from handlers.wording.workbook import Column
from knowledge.importing.returned import MARK
from knowledge.model import Plan, Record
from storage.unit_of_work import UnitOfWork

_WIDE, _A3 = 180, 8
"""Characters across that A4 shows in a size that can be read, and the paper for more."""
_PRINTED = {"number": "number_printed", "issued": "issued_printed"}


def workbook(draft: Draft, sha256: str) -> Document:
    """The workbook of the draft with this hash. Text stays text, whatever it begins with."""
    import xlsxwriter

    plan = draft.plan
    out = io.BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, safe) as book:
        sheets = _Sheets(book)
        sheets.head(plan, sha256)
        attention = _attention(draft)
        extra = {
            task.code: {
                labels.MEANING: words.meaning(task, plan),
                labels.ATTENTION: "; ".join(attention.get(task.code, ())),
            }
            for task in plan.tasks
        }
        sheets.records(labels.TASKS_SHEET, labels.TASKS, plan.tasks, extra)
        sheets.records(labels.UNITS_SHEET, labels.UNITS, plan.units)
        sheets.records(labels.TARGETS_SHEET, labels.TARGETS, plan.targets)
        sheets.records(labels.AREAS_SHEET, labels.AREAS, plan.areas)
        sheets.records(labels.GROUPS_SHEET, labels.GROUPS, plan.groups)
        sheets.problems(draft)
    return Document(labels.FILE.format(id=plan.id), out.getvalue())


async def made(uow: UnitOfWork, office: Office, zone: ZoneInfo, arguments: Mapping[str, str]) -> Making:
    """A maker: the workbook of the draft with the hash in `arguments`."""
    sha256 = arguments["draft"]
    found = await drafts.draft(uow, sha256)
    if found is None:
        raise LookupError(sha256)
    return lambda: workbook(found, sha256)


def _attention(draft: Draft) -> dict[str, list[str]]:
    """What is to be looked at, by the record's code."""
    found: dict[str, list[str]] = {}
    for problem in draft.problems:
        if problem.subject:
            found.setdefault(problem.subject, []).append(problem_words.problem(problem))
    return found


class _Sheets:
    """Writes the sheets of one workbook, in the order of the calls."""

    def __init__(self, book: Any) -> None:
        self._book = book
        plain = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#BFBFBF"}
        self._title = book.add_format({"bold": True, "font_size": 13})
        self._header = book.add_format({**plain, "bold": True, "bg_color": "#1F4E79", "font_color": "white"})
        self._open = book.add_format({**plain, "bg_color": "#FFF8DC"})
        self._fixed = book.add_format({**plain, "bg_color": "#F2F2F2", "font_color": "#404040"})
        self._look = book.add_format({**plain, "bg_color": "#FBE5D6"})

    def head(self, plan: Plan, sha256: str) -> None:
        """The plan's own fields, and the mark by which the workbook is known again."""
        sheet = self._book.add_worksheet(labels.HEAD_SHEET)
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 2, 60)
        sheet.write_string(0, 0, plan.short_title, self._title)
        sheet.merge_range(1, 0, 1, 2, labels.HOW, self._book.add_format({"text_wrap": True, "valign": "top"}))
        sheet.set_row(1, 48)
        for column, label in enumerate((labels.FIELD, labels.VALUE, labels.PRINTED)):
            sheet.write_string(3, column, label, self._header)
        for row, (field, label) in enumerate(labels.HEAD.items(), 4):
            sheet.write_string(row, 0, label, self._fixed)
            sheet.write_string(row, 1, shown(getattr(plan, field)), self._open)
            sheet.write_string(row, 2, getattr(plan, _PRINTED[field]) if field in _PRINTED else "", self._fixed)
            sheet.set_row(row, _height([(shown(getattr(plan, field)), 60)]))
        last = 4 + len(labels.HEAD)
        sheet.set_row(last, _height([(MARK + sha256, 60)]))
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.write_string(last, 0, labels.MARK, self._fixed)
        sheet.write_string(last, 1, MARK + sha256, self._fixed)

    def records(
        self,
        name: str,
        columns: Sequence[Column],
        records: Sequence[Record],
        extra: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        """A sheet of records, a row each; `extra`: by code, what stands beside the fields."""
        sheet = self._book.add_worksheet(name)
        for number, column in enumerate(columns):
            sheet.set_column(number, number, column.width)
            sheet.write_string(0, number, column.label, self._header)
        sheet.set_row(0, _height((column.label, column.width - 2) for column in columns))
        for row, record in enumerate(records, 1):
            beside = (extra or {}).get(getattr(record, "code", ""), {})
            texts = [beside[c.field] if c.field in beside else shown(getattr(record, c.field)) for c in columns]
            sheet.set_row(row, _height(zip(texts, (column.width for column in columns), strict=True)))
            for number, (column, text) in enumerate(zip(columns, texts, strict=True)):
                look = column.field == labels.ATTENTION and text
                sheet.write_string(
                    row, number, text, self._look if look else self._open if column.editable else self._fixed
                )
        sheet.freeze_panes(1, 1)
        if records:
            sheet.autofilter(0, 0, len(records), len(columns) - 1)
        if sum(column.width for column in columns) > _WIDE:
            sheet.set_paper(_A3)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def problems(self, draft: Draft) -> None:
        """Everything to look at, what could not be used included."""
        sheet = self._book.add_worksheet(labels.PROBLEMS_SHEET)
        for column, (label, width) in enumerate(zip(labels.PROBLEMS, (10, 40, 80, 60), strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, label, self._header)
        # What was only left out (the head and foot of pages) hides nothing that is to be looked at.
        problems = sorted(draft.problems, key=lambda p: (p.severity != "error", p.code in drafts.COUNTED))
        for row, problem in enumerate(problems, 1):
            cells = (
                problem_words.SEVERITIES[problem.severity],
                problem_words.place(problem),
                problem_words.problem(problem),
                problem_words.proposal(problem),
            )
            sheet.set_row(row, _height(zip(cells, (10, 40, 80, 60), strict=True)))
            for column, text in enumerate(cells):
                sheet.write_string(row, column, text, self._fixed)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)


def _height(cells: Iterable[tuple[str, int]]) -> float:
    """Points that a row needs for its texts, wrapped in columns of so many characters."""
    lines = max((sum(-(-len(line) // width) or 1 for line in text.split("\n")) for text, width in cells), default=1)
    return min(15.0 * max(lines, 1), 400.0)


def shown(value: Any) -> str:
    """A field as it stands in a cell; handlers.plans.returned reads it back."""
    if value is None or value is False:
        return ""
    if value is True:
        return labels.YES
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    return value.strftime("%d/%m/%Y") if hasattr(value, "strftime") else str(value)
