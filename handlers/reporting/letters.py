"""Two papers that the office signs and sends: the letter that urges a unit, and the minutes of a handover.

urging_letter(agency, plan, unit_name, items, today) -> bytes of a .docx
handover_minutes(agency, plan, giver, taker, standings, today) -> bytes of a .docx
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from handlers.reporting.agency import Agency
from handlers.reporting.citing import cited
from handlers.reporting.frame import dear, head, number_of, signature, signed, titled
from handlers.reporting.paper import Cell, Paper, Run, columns, paragraph, quoted, table, text_width
from handlers.standing import Standing
from handlers.wording import common
from handlers.wording import papers as words
from handlers.wording import records as record_words
from handlers.wording import tasks as task_words
from knowledge.model import Plan


@dataclass(frozen=True, slots=True)
class Urged:
    """A late occurrence in an urging letter. `urged`: how often the unit was urged since it fell due, None: not
    known."""

    standing: Standing
    urged: int | None = None


def urging_letter(agency: Agency, plan: Plan, unit: str, items: Sequence[Urged], today: date) -> bytes:
    """The letter (công văn) to one unit about its late work, as a .docx: code, product, printed deadline, days late,
    times reminded. `unit`: its full name. The number, the day and the date of answer are left to the office."""
    subject = quoted(agency.subject)
    about = words.URGE_ABOUT.format(plan=subject)
    paper = Paper(about, agency.issuer, datetime.combine(today, time(), UTC))
    paper.add(head(agency, words.LETTER_NUMBER.format(symbol=agency.symbol), today, about), paragraph("", after=0))
    paper.add(*dear(unit))
    intro = words.URGE_INTRO.format(
        plan=cited(plan), day=common.day(today), unit=quoted(unit), count=words.count(len(items))
    )
    paper.add(paragraph(intro))
    rows = [_urged(number, item, today) for number, item in enumerate(items, 1)]
    widths = (11, 14, 33, 22, 20, 20, 15, 13, 12)
    paper.add(table(widths, [[Cell(name) for name in words.URGE_COLUMNS]], rows, 10.5))
    slots = {"issuer": quoted(agency.issuer), "unit": quoted(unit)}
    paper.add(paragraph("", size=4, after=0), paragraph(words.URGE_ASK.format(**slots)))
    paper.add(paragraph(words.URGE_END.format(**slots)))
    paper.add(signed(agency, (words.AS_ABOVE, words.KEPT)))
    return paper.content()


def _urged(number: int, item: Urged, today: date) -> list[Cell]:
    standing = item.standing
    late = (today - standing.due).days if standing.due else 0
    urged = Run(str(item.urged)) if item.urged is not None else words.NOT_KNOWN
    return [
        Cell(str(number), "center"),
        Cell(Run(standing.task.code), "center"),
        Cell(Run(_title(standing))),
        Cell(Run(standing.task.product)),
        Cell(Run(standing.task.deadline or record_words.MATTER_NONE)),
        Cell(Run(_due(standing)), "center"),
        Cell(Run(task_words.progress(standing))),
        Cell(str(late), "center"),
        Cell(urged, "center"),
    ]


def _title(standing: Standing) -> str:
    period = record_words.period(standing.occurrence.period)
    return f"{standing.task.title} ({period})" if period else standing.task.title


def _due(standing: Standing) -> str:
    return task_words.due(standing) if standing.due else record_words.MATTER_NONE


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a handover."""

    name: str
    unit: str


def handover_minutes(
    agency: Agency, plan: Plan, giver: Party, taker: Party, items: Sequence[Standing], today: date
) -> bytes:
    """The minutes (biên bản) of one person's work going to another, as a .docx with three places to sign."""
    paper = Paper(words.MINUTES_ABOUT, agency.issuer, datetime.combine(today, time(), UTC))
    paper.add(head(agency, number_of(agency, "BB"), today), *titled(words.MINUTES, words.MINUTES_ABOUT))
    day, month, year = words.day_in_words(today)
    paper.add(paragraph(words.MINUTES_WHEN.format(day=day, month=month, year=year, place=quoted(agency.issuer))))
    for shape, party in ((words.MINUTES_GIVES, giver), (words.MINUTES_TAKES, taker)):
        paper.add(paragraph(shape.format(name=quoted(party.name), unit=quoted(party.unit))))
    paper.add(paragraph(words.MINUTES_WITNESS))
    paper.add(paragraph(words.MINUTES_SUBJECT.format(count=words.count(len(items)), plan=cited(plan))))
    rows = [_handed(number, standing) for number, standing in enumerate(items, 1)]
    rows = rows or [[Cell(words.MINUTES_NONE, "center", italic=True, across=len(words.MINUTES_COLUMNS))]]
    paper.add(table((11, 14, 45, 28, 23, 21, 18), [[Cell(name) for name in words.MINUTES_COLUMNS]], rows, 10.5))
    paper.add(paragraph("", size=4, after=0), paragraph(words.MINUTES_REST), paragraph(words.MINUTES_END))
    third = text_width() / 3
    parties = ((words.GIVER, quoted(giver.name)), (words.TAKER, quoted(taker.name)), (words.WITNESS, words.NOT_KNOWN))
    paper.add(columns((third, third, third), [signature((title,), name) for title, name in parties]))
    return paper.content()


def _handed(number: int, standing: Standing) -> list[Cell]:
    return [
        Cell(str(number), "center"),
        Cell(Run(standing.task.code), "center"),
        Cell(Run(_title(standing))),
        Cell(Run(standing.task.product)),
        Cell(Run(_due(standing)), "center"),
        Cell(Run(task_words.progress(standing))),
        Cell(),
    ]
