"""The report as a workbook: sheets with filters and frozen heads, real dates and numbers, formulas for totals. Whatever
people have typed is text: no cell of theirs is ever a formula, a link or a number."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from handlers.reported import Line
from handlers.reporting.agency import Agency
from handlers.reporting.charts import unit_names
from handlers.reporting.facts import Facts, Tally
from handlers.reporting.paper import dated
from handlers.reporting.targets import TargetLine
from handlers.units import unit_name
from handlers.wording import common
from handlers.wording import records as record_words
from handlers.wording import reports as words
from handlers.wording import targets as target_words
from handlers.wording import tasks as task_words
from knowledge.vietnamese import clean
from storage.records import EntryKind, ProgressEntry

Value = str | float | int | date | datetime | None

_WIDE = 42
_LABEL = 46
_ON_A_PAGE = 36
"""Rows of the summary that can be read when they stand on one page."""
_LETTERS = 1.15
"""Letters of text that a column holds for each unit of its width, at least."""
_LINE = 16.5
"""Height of a line of text."""
_TASK_WIDTHS = (8, 11, 40, 20, 22, 17, 12, 9, 17, 12, 30, 20, 45, 30, 12, 9, 15, 9, 17, 16)
_TASK_PRINTED = 11
"""Columns of the tasks that fit a page in a size that can be read; the others stand beside it."""
_TARGET_WIDTHS = (10, _WIDE, 8, 22, 10, 10, 10, 12, 11, 34, 24, 18, 12)
_TARGET_PRINTED = 10
_LOG_WIDTHS = (7, 17, 9, 13, 10, 15, _WIDE, 20, 12, 22)
_EXTENSION_WIDTHS = (17, 9, 13, 12, 12, _WIDE, 22)


def workbook(facts: Facts, agency: Agency, targets: Sequence[TargetLine], zone: ZoneInfo) -> bytes:
    """The .xlsx. The same facts give the same bytes."""
    # It takes a tenth of a second to import: only who makes a workbook pays.
    import xlsxwriter

    written = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "dd/mm/yyyy",
    }
    book = xlsxwriter.Workbook(written, options)
    title = clean(words.ABOUT.format(subject=agency.subject, period=words.period(facts.period)))
    made = facts.cutoff.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    book.set_properties({"title": title, "author": clean(agency.issuer), "created": made})
    pen = _Pen(book)
    _summary(book.add_worksheet(words.SHEET_SUMMARY), pen, facts, title, zone)
    tasks = [_task(line, facts, zone) for line in facts.lines]
    pen.sheet(book.add_worksheet(words.SHEET_TASKS), words.XLSX_TASKS, _TASK_WIDTHS, tasks, 3, _TASK_PRINTED)
    coming = [_task(line, facts, zone) for line in facts.upcoming]
    pen.sheet(book.add_worksheet(words.SHEET_NEXT), words.XLSX_TASKS, _TASK_WIDTHS, coming, 3, _TASK_PRINTED)
    measured = [_target(line, facts) for line in targets]
    sheet = book.add_worksheet(words.SHEET_TARGETS)
    pen.sheet(sheet, words.XLSX_TARGETS, _TARGET_WIDTHS, measured, 2, _TARGET_PRINTED)
    log = _log(facts, zone)
    pen.sheet(book.add_worksheet(words.SHEET_LOG), words.XLSX_LOG, _LOG_WIDTHS, log)
    extended = _extensions(facts, zone)
    pen.sheet(book.add_worksheet(words.SHEET_EXTENSIONS), words.XLSX_EXTENSIONS, _EXTENSION_WIDTHS, extended)
    book.close()
    return dated(written.getvalue())


class _Pen:
    """Writes cells in their formats."""

    def __init__(self, book: Any) -> None:
        base = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "border": 1}
        self.text = book.add_format({**base, "text_wrap": True})
        self.number = book.add_format({**base, "num_format": "General"})
        self.whole = book.add_format({**base, "num_format": "0"})
        self.day = book.add_format({**base, "num_format": "dd/mm/yyyy"})
        self.moment = book.add_format({**base, "num_format": "dd/mm/yyyy hh:mm"})
        self.rate = book.add_format({**base, "num_format": "0.0%"})
        self.bold = book.add_format({**base, "bold": True, "num_format": "0"})
        self.bold_rate = book.add_format({**base, "bold": True, "num_format": "0.0%"})
        centre = {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, "bg_color": "#DDEBF7"}
        self.head = book.add_format({**base, **centre})
        self.title = book.add_format({"font_name": "Times New Roman", "font_size": 14, "bold": True})
        self.plain = book.add_format({"font_name": "Times New Roman", "font_size": 12})
        self.small = book.add_format({"font_name": "Times New Roman", "font_size": 11, "italic": True})

    def write(self, sheet: Any, row: int, column: int, value: Value) -> None:
        """One cell, by what it holds."""
        if value is None or value == "":
            sheet.write_blank(row, column, None, self.text)
        elif isinstance(value, datetime):
            sheet.write_datetime(row, column, value.replace(tzinfo=None), self.moment)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), self.day)  # noqa: DTZ001
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, self.number if isinstance(value, float) else self.whole)
        else:
            sheet.write_string(row, column, clean(value)[:32767], self.text)

    def sheet(
        self,
        sheet: Any,
        head: Sequence[str],
        widths: Sequence[float],
        rows: Sequence[Sequence[Value]],
        frozen: int = 1,
        on_paper: int | None = None,
    ) -> None:
        """A list with a head that stays and can be filtered; `frozen` columns stay as well. `on_paper`: how many of the
        columns are printed, None for all."""
        for column, (name, width) in enumerate(zip(head, widths, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, name, self.head)
        for number, row in enumerate(rows, 1):
            sheet.set_row(number, _LINE * max(map(_lines, row, widths)))
            for column, value in enumerate(row):
                self.write(sheet, number, column, value)
        sheet.set_row(0, _LINE * max(map(_lines, head, widths)))
        sheet.freeze_panes(1, frozen)
        sheet.autofilter(0, 0, max(len(rows), 1), len(head) - 1)
        printed(sheet)
        sheet.repeat_rows(0)
        sheet.print_area(0, 0, len(rows), (on_paper or len(head)) - 1)


def _lines(value: Value, width: float) -> int:
    """How many lines a value takes in a column of that width."""
    return max(1, -(-len(value) // int(width * _LETTERS))) if isinstance(value, str) else 1


def printed(sheet: Any, pages: int = 0) -> None:
    """A4 across, as wide as the page; on so many pages (0: as many as it takes)."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.5, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, pages)
    sheet.set_footer(words.SHEET_FOOT)


# ---- the summary ----------------------------------------------------------------------------------------------------


def _summary(sheet: Any, pen: _Pen, facts: Facts, title: str, zone: ZoneInfo) -> None:
    plan = facts.followed.plan
    sheet.set_column(0, 0, _LABEL)
    sheet.set_column(1, 7, 13)
    sheet.write_string(0, 0, title, pen.title)
    sheet.write_string(1, 0, words.data(facts.period, facts.cutoff, zone), pen.plain)
    sheet.write_string(2, 0, words.FOLLOWED.format(day=common.day(facts.followed.followed_from)), pen.plain)
    units = [(unit_names(lead, plan), tally) for lead, tally in facts.by_lead.items()]
    names = {area.code: f"{area.code}. {area.title}" for area in plan.areas}
    areas = [(names.get(code, words.NO_AREA), tally) for code, tally in facts.by_area.items()]
    row = _block(sheet, pen, 4, words.UNIT_COLUMN, units)
    row = _block(sheet, pen, row + 1, words.AREA_COLUMN, areas)
    sheet.write_string(row + 1, 0, words.RATE_HINT, pen.small)
    printed(sheet, pages=1 if row < _ON_A_PAGE else 0)


def _block(sheet: Any, pen: _Pen, top: int, name: str, rows: Sequence[tuple[str, Tally]]) -> int:
    """A table of tallies whose sums and rates are formulas; the row after it."""
    sheet.set_row(top, 3 * _LINE)
    for column, head in enumerate((name, *words.GROUPS.values(), words.TOTAL, words.RATE)):
        sheet.write_string(top, column, head, pen.head)
    for number, (label, tally) in enumerate(rows, top + 1):
        sheet.set_row(number, _LINE * _lines(label, _LABEL))
        pen.write(sheet, number, 0, label)
        for column, group in enumerate(words.GROUPS, 1):
            pen.write(sheet, number, column, tally.of(group))
        _sums(sheet, pen.whole, pen.rate, number, tally)
    last = top + len(rows) + 1
    whole = Tally(tuple(line for _, tally in rows for line in tally.lines))
    sheet.write_string(last, 0, words.SUM, pen.bold)
    for column, group in enumerate(words.GROUPS, 1):
        letter = "ABCDEFGH"[column]
        formula = f"=SUM({letter}{top + 2}:{letter}{last})" if rows else "=0"
        sheet.write_formula(last, column, formula, pen.bold, whole.of(group))
    _sums(sheet, pen.bold, pen.bold_rate, last, whole)
    return last + 1


def _sums(sheet: Any, number: Any, rate: Any, row: int, tally: Tally) -> None:
    """The total and the rate of a row: in time ÷ (in time + late + overdue)."""
    line = row + 1
    sheet.write_formula(row, 6, f"=SUM(B{line}:F{line})", number, tally.total)
    counted = f"(B{line}+C{line}+E{line})"
    value = "" if tally.rate is None else tally.rate / 100
    sheet.write_formula(row, 7, f'=IF({counted}=0,"",B{line}/{counted})', rate, value)


# ---- rows -----------------------------------------------------------------------------------------------------------


def _units(codes: Iterable[str], printed_words: str, facts: Facts) -> str:
    names = [unit.name for code in codes if (unit := facts.followed.plan.unit(code))]
    return "; ".join(names) or printed_words


def _task(line: Line, facts: Facts, zone: ZoneInfo) -> list[Value]:
    task, entry = line.task, line.entry
    area = next((a.title for a in facts.followed.plan.areas if a.code == task.area), "")
    return [
        task.code,
        record_words.period(line.occurrence.period),
        task.title,
        _units(task.lead, task.lead_printed, facts),
        task.product,
        task.deadline,
        line.due,
        entry.percent if entry else None,
        words.group(line) if not line.days_late else words.GROUPS[line.group],
        line.completed,
        line.note,
        words.proofs(line),
        area,
        _units(task.cooperating, task.cooperating_printed, facts),
        line.occurrence.due,
        sum(extension.previous is not None for extension in line.extensions),
        task_words.STATUSES[entry.status] if entry and entry.status else "",
        line.days_late or None,
        entry.at.astimezone(zone) if entry else None,
        ", ".join(f"#{number}" for number in line.entries),
    ]


def _target(line: TargetLine, facts: Facts) -> list[Value]:
    target, latest, judged = line.target, line.latest, line.judgement
    area = next((a.title for a in facts.followed.plan.areas if a.code == target.area), "")
    return [
        target.code,
        target.metric,
        target.year or target.horizon,
        target_words.value(target),
        target.value,
        target.unit if target.value is not None else "",
        line.value,
        latest.day if latest else None,
        judged.distance if judged else None,
        target_words.verdict(judged, target) if judged else "",
        area,
        latest.document if latest else "",
        ", ".join(f"#{value.id}" for value in line.values),
    ]


def _log(facts: Facts, zone: ZoneInfo) -> list[list[Value]]:
    """The entries about the work of the report and all others of its days, oldest first, so that each figure can be
    followed to them."""
    undone = {entry.undoes for entry in facts.log if entry.undoes is not None}
    return [
        [
            entry.id,
            entry.at.astimezone(zone),
            entry.task,
            record_words.period(entry.period),
            entry.percent,
            task_words.STATUSES[entry.status] if entry.status else "",
            entry.note,
            entry.member_name,
            unit_name(entry.unit, facts.followed.plan),
            _state(entry, undone),
        ]
        for entry in facts.log
        if _concerned(facts, entry.task, entry.at, zone)
    ]


def _concerned(facts: Facts, task: str, at: datetime, zone: ZoneInfo) -> bool:
    """Whether the sheets show what was recorded about a task: the report names the task, or it was in its days."""
    return task in facts.named or facts.period.holds(at.astimezone(zone).date())


def _state(entry: ProgressEntry, undone: Collection[int]) -> str:
    if entry.kind is EntryKind.UNDO:
        return words.ENTRY_UNDO.format(number=entry.undoes)
    return words.ENTRY_UNDONE if entry.id in undone else words.ENTRY_STANDS


def _extensions(facts: Facts, zone: ZoneInfo) -> list[list[Value]]:
    return [
        [e.at.astimezone(zone), e.task, record_words.period(e.period), e.previous, e.due, e.reason, e.document]
        for e in facts.extensions
        if _concerned(facts, e.task, e.at, zone)
    ]
