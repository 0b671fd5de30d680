"""Which chart shows what: from facts to pictures with the same in words for who cannot see them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from handlers.messages import Picture
from handlers.reported import Line, led, of_health
from handlers.reporting import drawing
from handlers.reporting.drawing import Bar, Kind, Month, Way
from handlers.reporting.facts import Facts
from handlers.reporting.targets import TargetLine
from handlers.units import unit_name
from handlers.wording import common
from handlers.wording import pictures as words
from handlers.wording import reports as report_words
from handlers.wording import targets as target_words
from knowledge.model import Plan
from knowledge.pace import goal_of, path, path_of
from knowledge.standing import Group, Health
from storage.records import EntryKind

_REPORT = (
    (Group.DONE_IN_TIME, Kind(drawing.GREEN, "H", words.DONE)),
    (Group.DONE_LATE, Kind(drawing.ORANGE, "M", words.DONE_LATE)),
    (Group.IN_TIME, Kind(drawing.BLUE, "T", words.RUNNING)),
    (Group.OVERDUE, Kind(drawing.RED, "Q", words.OVERDUE)),
)
_HEALTH = {
    Health.DONE: Kind(drawing.GREEN, "H", words.HEALTH[Health.DONE]),
    Health.MOVING: Kind(drawing.BLUE, "T", words.HEALTH[Health.MOVING]),
    Health.SILENT: Kind(drawing.GREY, "C", words.HEALTH[Health.SILENT]),
    Health.LATE: Kind(drawing.RED, "Q", words.HEALTH[Health.LATE]),
}
_WEEKS = 8
_WEEK_KINDS = (
    Kind(drawing.GREEN, "C", words.WEEK_SENT),
    Kind(drawing.RED, "Q", words.WEEK_LATE),
    Kind(drawing.GREY, "K", words.WEEK_SILENT),
    Kind(drawing.PALE, "–", words.WEEK_IDLE),
)
_YEAR_KINDS = (
    Kind(drawing.GREEN, "H", words.YEAR_DONE),
    Kind(drawing.BLUE, "T", words.YEAR_AHEAD),
    Kind(drawing.RED, "Q", words.YEAR_LATE),
)


def unit_names(lead: tuple[str, ...], plan: Plan) -> str:
    """The names of lead units, joined."""
    return "; ".join(unit.name for code in lead if (unit := plan.unit(code))) or report_words.NO_UNIT


def report_picture(facts: Facts) -> Picture:
    """A report's groups by unit, with the rate of each."""
    plan, title = facts.followed.plan, words.REPORT.format(period=capitalised(report_words.period(facts.period)))
    rows = [(unit_names(lead, plan), tally) for lead, tally in facts.by_lead.items()]
    title += words.WHOLE_RATE.format(count=facts.tally.total, rate=report_words.rate(facts.tally.rate))
    bars = [
        Bar(name, tuple(tally.of(group) for group, _ in _REPORT), report_words.rate(tally.rate)) for name, tally in rows
    ]
    png = drawing.bars(title, [kind for _, kind in _REPORT], bars)
    names = [kind.meaning for _, kind in _REPORT]
    told = " ".join(_told(bar, names) + _rate(bar) for bar in bars)
    return Picture(png, f"{title}. {told}", caption=f"{title}. {_summed(bars, names)}".strip())


def _rate(bar: Bar) -> str:
    return words.RATE.format(rate=bar.remark)


def capitalised(text: str) -> str:
    """The text beginning with a capital."""
    return text[:1].upper() + text[1:]


# ---- the year so far ------------------------------------------------------------------------------------------------


def progress_picture(facts: Facts, unit: str | None) -> Picture:
    """How work stands: by unit, or by area for the work of one unit."""
    plan, day = facts.followed.plan, common.day(facts.day)
    if unit is None:
        rows = [(unit_names(lead, plan), tally.lines) for lead, tally in facts.by_lead.items()]
        title = words.BY_UNIT.format(day=day)
    else:
        titles = {area.code: f"{area.code}. {area.title}" for area in plan.areas}
        mine = {area: led(tally.lines, unit, plan) for area, tally in facts.by_area.items()}
        rows = [(titles.get(area, report_words.NO_AREA), lines) for area, lines in mine.items() if lines]
        title = words.OF_UNIT.format(unit=unit_name(unit, plan), day=day)
    title += words.WHOLE.format(count=sum(len(lines) for _, lines in rows))
    bars = [Bar(name, tuple(len(of_health(lines, health)) for health in Health)) for name, lines in rows]
    png = drawing.bars(title, [_HEALTH[health] for health in Health], bars)
    names = [words.HEALTH[health] for health in Health]
    told = " ".join(_told(bar, names) for bar in bars)
    return Picture(png, f"{title}. {told}", caption=f"{title}. {_summed(bars, names)}".strip())


def _told(bar: Bar, names: Sequence[str]) -> str:
    """A bar in words: "Văn phòng: hoàn thành 12, quá hạn 3."."""
    return f"{bar.label}: {_counted(bar.counts, names) or 0}."


def _summed(bars: Sequence[Bar], names: Sequence[str]) -> str:
    """All bars in words: "Hoàn thành 12, quá hạn 3."; "" where there is nothing."""
    counts = [sum(column) for column in zip(*(bar.counts for bar in bars), strict=True)] or [0] * len(names)
    said = _counted(counts, names)
    return f"{capitalised(said)}." if said else ""


def _counted(counts: Sequence[int], names: Sequence[str]) -> str:
    """Counts with their names, without what there is none of."""
    return ", ".join(f"{name[0].lower()}{name[1:]} {count}" for name, count in zip(names, counts, strict=True) if count)


def weeks_picture(facts: Facts, zone: ZoneInfo) -> Picture:
    """Who reported in which of the last weeks, by unit."""
    plan = facts.followed.plan
    monday = facts.day - timedelta(days=facts.day.weekday())
    weeks = [monday - timedelta(weeks=n) for n in range(_WEEKS - 1, -1, -1)]
    said: dict[str, list[date]] = {}
    for entry in facts.log:
        if entry.kind is not EntryKind.UNDO:
            said.setdefault(entry.task, []).append(entry.at.astimezone(zone).date())
    rows = []
    for lead, tally in facts.by_lead.items():
        days = [day for code in {line.task.code for line in tally.lines} for day in said.get(code, ())]
        rows.append((unit_names(lead, plan), [_week(tally.lines, days, week, facts.day) for week in weeks]))
    names = [str(week.isocalendar().week) for week in weeks]
    png = drawing.grid(words.WEEKS, _WEEK_KINDS, names, rows)
    kinds = [kind.meaning for kind in _WEEK_KINDS]
    bars = [Bar(name, tuple(cells.count(number) for number in range(len(kinds)))) for name, cells in rows]
    told = " ".join(_told(bar, kinds) for bar in bars)
    told = words.WEEKS_ALTERNATIVE.format(first=names[0], last=names[-1], rows=told)
    return Picture(png, told, caption=words.WEEKS)


def _week(lines: Sequence[Line], days: Sequence[date], monday: date, today: date) -> int:
    """Number of the kind in _WEEK_KINDS."""
    sunday = min(monday + timedelta(days=6), today)
    if any(monday <= day <= sunday for day in days):
        return 0
    open_ = [x for x in lines if x.standing.aside is None and (x.completed is None or x.completed > sunday)]
    if any(x.due is not None and x.due < sunday for x in open_):
        return 1
    begun = any((x.occurrence.start or x.due or date.min) <= sunday for x in open_)
    return 2 if begun else 3


def year_picture(facts: Facts, unit: str | None) -> Picture:
    """The deadlines of the year of the report's last day, by month."""
    plan, year = facts.followed.plan, facts.period.end.year
    lines = led(facts.lines, unit, plan) if unit else facts.lines
    dated = [line for line in lines if line.due is not None and line.due.year == year]
    months = []
    for number in range(1, 13):
        here = [line for line in dated if line.due is not None and line.due.month == number]
        done = sum(line.completed is not None for line in here)
        late = sum(line.group is Group.OVERDUE for line in here)
        months.append(Month(words.MONTH.format(number=number), (done, len(here) - done - late, late)))
    title = words.YEAR_UNIT.format(year=year, unit=unit_name(unit, plan)) if unit else words.YEAR.format(year=year)
    now = facts.day.month - 1 if facts.day.year == year else None
    told = " ".join(
        words.YEAR_ROW.format(number=number, total=sum(m.counts), done=m.counts[0], late=m.counts[2])
        for number, m in enumerate(months, 1)
        if sum(m.counts)
    )
    counts = [sum(month.counts[n] for month in months) for n in range(len(_YEAR_KINDS))]
    whole = capitalised(_counted(counts, [kind.meaning for kind in _YEAR_KINDS]))
    caption = f"{title}. {whole}." if whole else f"{title}. {words.YEAR_NONE}"
    png = drawing.timeline(title, _YEAR_KINDS, months, now)
    return Picture(png, f"{title}. {told or words.YEAR_NONE}", caption=caption)


def target_picture(line: TargetLine, today: date) -> Picture:
    """A target's path to its goal: what is asked for and what was measured."""
    target = line.target
    goal = goal_of(target)
    pace = path_of(target)
    asked = path(pace) if pace else ((goal[1], goal[0]),) if goal else ()
    way = Way(
        asked=tuple((date(year, 12, 31), value) for year, value in asked),
        measured=tuple((value.day, value.value) for value in line.values if value.value is not None),
        unit=target.unit,
        today=today,
    )
    told = words.TARGET_ALTERNATIVE.format(
        metric=target.metric,
        asked=", ".join(f"{year}: {target_words.number(value, target)}" for year, value in asked) or words.NOTHING,
        measured=", ".join(f"{common.day(day)}: {target_words.number(value, target)}" for day, value in way.measured)
        or words.NOTHING,
    )
    return Picture(drawing.way(f"{target.code}. {target.metric}", way), told)
