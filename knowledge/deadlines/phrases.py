"""From a rule back to words that mean it."""

from __future__ import annotations

from datetime import date, timedelta

from knowledge.deadlines.rule import Recurs, Rule
from knowledge.lexicon import due_phrases as words


def phrase(rule: Rule) -> str:
    """A Vietnamese phrase that reads back as the same rule (`text` aside), whatever the document's year."""
    if rule.kind == "conditional":
        return rule.condition
    said = "; ".join([_own(rule), *(_own(m) for m in rule.milestones)])
    return said[:1].upper() + said[1:]


def _own(rule: Rule) -> str:
    if rule.kind == "unknown":
        return ""
    if rule.kind == "ongoing":
        if rule.every:
            return words.EVERY.format(number=rule.every[1:-1], unit=words.UNITS[rule.every[-1]]) + _limit(
                rule.start, rule.end
            )
        return words.ONGOING + (f", {words.RHYTHMS[rule.recurs]}" if rule.recurs else _limit(rule.start, rule.end))
    if rule.recurs:
        return _recurring(rule, rule.recurs)
    if rule.kind == "open_ended_from_year":
        return _open_ended(rule.start) if rule.start else ""
    if rule.boundary == "before" and rule.end:
        return words.BEFORE.format(when=_named(rule.kind, rule.end + timedelta(days=1)))
    if rule.end is None:
        return ""
    if rule.start is None:
        return words.BARE_DAY.format(day=rule.end)
    said = _range(rule.kind, rule.start, rule.end)
    return words.THROUGH.format(when=said) if rule.boundary == "by" and rule.kind != "date" else said


def _open_ended(start: date) -> str:
    if (start.month, start.day) == (1, 1):
        return words.YEARS_ON.format(day=start)
    return words.FROM.format(when=_opening(start))


def _opening(start: date) -> str:
    if start.day != 1:
        return words.DAY.format(day=start)
    return (words.YEAR if start.month == 1 else words.MONTH).format(day=start)


def _named(kind: str, start: date) -> str:
    """The day or period that starts on `start`, by its name."""
    match kind:
        case "date":
            return words.DAY.format(day=start)
        case "month":
            return words.MONTH.format(day=start)
        case "quarter":
            return words.QUARTER.format(quarter=words.QUARTERS[(start.month + 2) // 3], day=start)
        case "half_year":
            return words.HALF_YEAR.format(half=_half(start.month), day=start)
        case _:
            return words.YEAR.format(day=start)


def _half(first: int) -> str:
    return words.FIRST_HALF if first == 1 else words.SECOND_HALF


def _range(kind: str, start: date, end: date) -> str:
    if kind == "year_range":
        whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
        kind = "year" if whole else "month"
        if whole:
            return words.YEARS.format(first=start, last=end)
    first, last = _named(kind, start), _named(kind, _start_of_last(kind, end))
    if kind == "date":
        return words.BETWEEN.format(first=first, last=last)
    return first if first == last else words.BETWEEN.format(first=first, last=last)


def _start_of_last(kind: str, end: date) -> date:
    """First day of the period of this kind that ends on `end`."""
    months = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}.get(kind)
    return end if months is None else date(end.year, end.month - months + 1, 1)


def _limit(start: date | None, end: date | None) -> str:
    """The years between which work goes on or comes back."""
    if start and end:
        whole = (start.year, start.month, end.month) == (end.year, 1, 12)
        return f", {_range('year' if whole else 'month' if start.year == end.year else 'year_range', start, end)}"
    if end:
        return f", {words.THROUGH.format(when=words.YEAR.format(day=end))}"
    return f", {words.FROM.format(when=_opening(start))}" if start else ""


def _recurring(rule: Rule, recurs: Recurs) -> str:
    rhythm = words.RHYTHMS[recurs] + _limit(rule.start, rule.end)
    if rule.weekday and not rule.due_month_day and not rule.months:
        return f"{words.WEEKDAYS[rule.weekday]} {rhythm}"
    if rule.due_month_day:
        due = words.DAY_OF_ANY_YEAR.format(day="/".join(reversed(rule.due_month_day.split("-"))))
    elif rule.months:
        due = _months(*rule.months)
    else:
        return rhythm
    return f"{words.BEFORE.format(when=due) if rule.boundary == 'before' else due} {rhythm}"


def _months(first: int, last: int) -> str:
    if (first, last) in {(1, 6), (7, 12)}:
        return _half(first)
    if last - first == 2 and last % 3 == 0:
        return words.QUARTER_OF_ANY_YEAR.format(quarter=words.QUARTERS[last // 3])
    named = words.MONTH_OF_ANY_YEAR.format(month=first)
    return (
        named if first == last else words.BETWEEN.format(first=named, last=words.MONTH_OF_ANY_YEAR.format(month=last))
    )
