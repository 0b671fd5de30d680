"""A document as read from a file → a plan, and everything about it that the office should look at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from knowledge.importing.annexes import Laid, lay_out
from knowledge.importing.called import with_given_names, with_names_in_full
from knowledge.importing.checks import check
from knowledge.importing.doubts import doubts
from knowledge.importing.head import Head, read_head
from knowledge.importing.indicators import row_targets, text_targets
from knowledge.importing.matrix_targets import add_units
from knowledge.importing.problems import Problem
from knowledge.importing.results import left_out, with_earlier_years
from knowledge.importing.running_text import passages_of, whole_paragraphs
from knowledge.importing.shared_heads import with_own_heads
from knowledge.importing.tables import Document
from knowledge.importing.tasks import TaskTable, task_tables
from knowledge.importing.text_tasks import text_tasks
from knowledge.importing.units import Register
from knowledge.model import Plan, Target
from knowledge.short_forms import ShortForms, explained
from knowledge.vietnamese import fold

_LOCAL = re.compile(r"^(?:so|phong|chi cuc|trung tam|truong|ban|thanh tra|cuc)\b")
_LONGEST = 25
"""Years; a plan that ran longer would be a slip of the pen."""
_YEAR = re.compile(r"\b(20[1-6]\d)\b")


def plan_of(document: Document, this_year: int) -> tuple[Plan, list[Problem]]:
    """Reads the plan that a document holds. `this_year` stands in where the document names no year at all.

    The problems are those of `check` and what the reading itself noticed: what it could not place (nothing is left
    out silently), units spelled in two ways, blanks. A plan with an "error" among them is not to be used.
    """
    laid = lay_out(document)
    head = read_head(laid.paragraphs)
    problems: list[Problem] = []
    paragraphs = [paragraph.text for paragraph in whole_paragraphs(laid.paragraphs)]
    register = Register(bool(_LOCAL.match(fold(head.issuer))), ShortForms(explained(paragraphs)))
    tables = task_tables(laid.parts, register, problems)
    year = _year(head, laid, this_year, problems)
    horizon = _last_year(head, laid, year)
    targets = [*row_targets(laid.parts, horizon, problems)]
    passages, sections = passages_of(laid.paragraphs, head.used)
    if not tables.tasks:
        tables = text_tasks(passages, register)
        if tables.tasks:
            problems.append(Problem("tasks_of_text", severity="warning", data={"count": str(len(tables.tasks))}))
    add_units(targets, register, f"{head.issuer} {head.title}")
    targets += text_targets(sections, horizon, {target.code for target in targets})
    plan = _plan(head, tables, register, targets, year, horizon)
    problems += [_too_early(target, plan.starts) for target in left_out(targets, plan.targets, plan.starts)]
    units, tasks = with_own_heads(plan.units, plan.tasks)
    units, tasks = with_names_in_full(units, tasks, paragraphs)
    units = with_given_names(units, paragraphs)
    plan = plan.model_copy(update={"passages": tuple(passages), "units": tuple(units), "tasks": tuple(tasks)})
    problems += register.problems + list(_notices(head, laid, document))
    return plan, problems + check(plan) + doubts(plan)


def _plan(
    head: Head, tables: TaskTable, register: Register, targets: Sequence[Target], year: int, horizon: int
) -> Plan:
    starts = head.starts or min(year, horizon)
    ends = max(starts, horizon)
    kept = with_earlier_years(targets, starts)
    horizons = sorted({target.horizon for target in kept})
    title = head.title or "Kế hoạch"
    return Plan(
        id=_identity(head, title, year),
        title=title,
        short_title=_short(head, title),
        issuer=head.issuer or "Chưa rõ cơ quan ban hành",
        governing_body=head.governing_body,
        number=head.number,
        number_printed=head.number_printed,
        issued=head.issued,
        issued_printed=head.issued_printed,
        year=year,
        starts=starts,
        period_ends=ends,
        horizons=tuple(horizons),
        ends=date(ends if head.period_ends else max([ends, *horizons]), 12, 31),
        signer=head.signer,
        legal_bases=head.legal_bases,
        units=tuple(register.units),
        areas=tuple(tables.areas),
        groups=tuple(tables.groups),
        targets=tuple(kept),
        tasks=tuple(tables.tasks),
    )


def _identity(head: Head, title: str, year: int) -> str:
    """A stable name in plain letters: the number where there is one, else the title's words."""
    words = re.findall(r"[a-z0-9]+", fold(head.number or title))
    slug = "-".join(words)[:60].strip("-")
    return slug if str(year) in slug else f"{slug}-{year}".strip("-")


def _short(head: Head, title: str) -> str:
    if len(title) <= 70:
        return title
    number = f"{head.kind.capitalize()} {head.number}".strip() if head.number else ""
    return number or title[:67].rsplit(" ", 1)[0] + "…"


def _last_year(head: Head, laid: Laid, year: int) -> int:
    """The last year of the plan: that of its title, else the last that a deadline names (work does not end before)."""
    if head.period_ends:
        return max(head.period_ends, head.starts or 0)
    cells = [
        row.cells[column]
        for part in laid.parts
        for columns, rows in part.pages
        for row in rows
        for column in columns.all("deadline")
        if column < len(row.cells)
    ]
    years = [int(found) for cell in cells for found in _YEAR.findall(cell) if int(found) <= year + _LONGEST]
    return max([year, *years])


def _year(head: Head, laid: Laid, this_year: int, problems: list[Problem]) -> int:
    if head.year:
        return head.year
    texts = [
        cell for part in laid.parts for _, rows in part.pages for row in rows for cell in row.cells if len(cell) < 40
    ]
    counted = Counter(int(year) for text in texts for year in _YEAR.findall(text))
    guess = head.starts or (counted.most_common(1)[0][0] if counted else this_year)
    problems.append(Problem("year_guessed", ("year",), severity="warning", data={"value": str(guess)}))
    return guess


def _too_early(target: Target, starts: int) -> Problem:
    text = "; ".join((target.statement, *target.notes))
    data = {"where": target.place, "year": str(target.horizon), "start": str(starts), "text": text}
    return Problem("target_before_start", severity="warning", data=data)


def _notices(head: Head, laid: Laid, document: Document) -> list[Problem]:
    found: list[Problem] = []

    def warn(code: str, **data: str) -> None:
        found.append(Problem(code, severity="warning", data=data))

    if not head.title:
        warn("no_title")
    if not head.issuer:
        warn("no_issuer")
    if head.number is None:
        warn("blank_number", text=head.number_printed)
    if head.issued is None:
        warn("blank_date", text=head.issued_printed)
    for row in laid.loose:
        warn("unused_row", where=row.where, text=" | ".join(cell for cell in row.cells if cell))
    for line in dict.fromkeys(document.dropped):
        warn("left_out_line", text=line)
    return found
