"""Which chart shows what: from facts to pictures with the same in words for who cannot see them."""

from __future__ import annotations

from handlers.messages import Picture
from handlers.reporting import drawing
from handlers.reporting.drawing import Bar, Kind
from handlers.reporting.facts import Facts, Tally
from handlers.wording import pictures as words
from handlers.wording import reports as report_words
from knowledge.model import Plan
from knowledge.standing import Group

_REPORT = (
    (Group.DONE_IN_TIME, Kind(drawing.GREEN, words.LETTERS[words.DONE], words.DONE)),
    (Group.DONE_LATE, Kind(drawing.ORANGE, words.LETTERS[words.DONE_LATE], words.DONE_LATE)),
    (Group.IN_TIME, Kind(drawing.BLUE, words.LETTERS[words.RUNNING], words.RUNNING)),
    (Group.OVERDUE, Kind(drawing.RED, words.LETTERS[words.OVERDUE], words.OVERDUE)),
)


def unit_names(lead: tuple[str, ...], plan: Plan) -> str:
    """The names of lead units, joined."""
    return "; ".join(unit.name for code in lead if (unit := plan.unit(code))) or report_words.NO_UNIT


def report_picture(facts: Facts) -> Picture:
    """A report's groups by unit, with the rate of each."""
    plan, title = facts.followed.plan, words.REPORT.format(period=capitalised(report_words.period(facts.period)))
    rows = [(unit_names(lead, plan), tally) for lead, tally in facts.by_lead.items()]
    rows = [*rows, (report_words.SUM, facts.tally)] if len(rows) > 1 else rows
    bars = [
        Bar(name, tuple(tally.of(group) for group, _ in _REPORT), report_words.rate(tally.rate)) for name, tally in rows
    ]
    png = drawing.bars(title, [kind for _, kind in _REPORT], bars)
    told = " ".join(_row(name, tally) for name, tally in rows)
    return Picture(png, words.REPORT_ALTERNATIVE.format(title=title, rows=told))


def _row(name: str, tally: Tally) -> str:
    return words.REPORT_ROW.format(
        unit=name,
        done=tally.of(Group.DONE_IN_TIME),
        late=tally.of(Group.DONE_LATE),
        running=tally.of(Group.IN_TIME),
        overdue=tally.of(Group.OVERDUE),
        rate=report_words.rate(tally.rate),
    )


def capitalised(text: str) -> str:
    """The text beginning with a capital."""
    return text[:1].upper() + text[1:]
