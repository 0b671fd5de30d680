"""Occurrences (kỳ): the dated instances of a task, from its printed deadline and the milestones in other cells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache

from knowledge import periods
from knowledge.deadlines import Kind, Rule, read
from knowledge.model import Plan, Task

_YEAR_LIKE: frozenset[Kind] = frozenset({"open_ended_from_year", "recurring_yearly", "year", "year_range"})
_UNDATED: frozenset[Kind] = frozenset({"ongoing", "conditional", "unknown"})


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One instance of a task. `period` is stable ("2026", "2026-Q2", "2026-06", "" for work that occurs once) and is
    what progress is kept under. `start`: first day of the period. `due`: last day on which it is in time, None for
    conditional or endless work. `conditional`: waits for a paper that has not come."""

    task: str
    period: str
    start: date | None
    due: date | None
    conditional: bool = False


def rule_of(task: Task, year: int) -> Rule:
    """The rule that binds the task: its deadline cell together with milestones ("trước ngày 15/8 hàng năm" of II.2
    gives yearly occurrences due on 14/8, from the first year that the deadline cell names)."""
    return _rule(task.deadline, task.milestones, year)


@lru_cache(1024)
def _rule(deadline: str, milestones: tuple[str, ...], year: int) -> Rule:
    rule = read(deadline, year)
    for words in milestones:
        found = read(words, year)
        for further in (replace(found, milestones=()), *found.milestones):
            rule = _joined(rule, further)
    return rule


def _joined(rule: Rule, further: Rule) -> Rule:
    """The rule with one more milestone."""
    if further.kind == "unknown" or further == rule or further in rule.milestones:
        return rule
    if rule.kind in _UNDATED and further.kind not in _UNDATED:
        kept = () if rule.kind == "unknown" else (replace(rule, milestones=()),)
        return replace(further, text=rule.text, milestones=(*rule.milestones, *kept))
    names_a_day = further.recurs in {"yearly", "half_yearly"} and (further.due_month_day or further.months)
    if names_a_day and rule.kind in _YEAR_LIKE and not (rule.due_month_day or rule.months):
        # The cell says in which years, the milestone on which day of them.
        start, end = rule.start or further.start, rule.end or further.end
        return replace(further, text=rule.text, start=start, end=end, milestones=rule.milestones)
    return replace(rule, milestones=(*rule.milestones, further))


def occurrences(task: Task, plan: Plan, ends: date) -> tuple[Occurrence, ...]:
    """All occurrences from the plan's first year until `ends`, in order of time; at least one.

    Recurring work has those whose period begins by `ends`; work with dates of its own keeps them whatever `ends`.
    """
    rule = rule_of(task, plan.year)
    rules = [replace(rule, milestones=()), *rule.milestones]
    first = date(plan.starts, 1, 1)
    dated = [r for r in rules if r.kind not in _UNDATED] or [r for r in rules if r.kind == "ongoing" and r.recurs]
    if not dated:
        return (_undated(task.code, rule, plan, first),)
    found: dict[str, Occurrence] = {}
    for one in dated:
        for item in _of_rule(one, task.code, first, max(ends, first), alone=len(dated) == 1):
            if item.period in found and found[item.period].due != item.due and item.due:
                item = replace(item, period=item.due.isoformat())
            found.setdefault(item.period, item)
    return tuple(sorted(found.values(), key=lambda o: (o.due or date.max, o.period)))


def _undated(code: str, rule: Rule, plan: Plan, first: date) -> Occurrence:
    if rule.kind == "ongoing":
        return Occurrence(code, "", rule.start or first, rule.end)
    if rule.kind == "conditional":
        if rule.after and plan.issued:
            return Occurrence(code, "", plan.issued, periods.add_period(plan.issued, rule.after))
        return Occurrence(code, "", None, None, conditional=True)
    return Occurrence(code, "", None, None)


def _of_rule(rule: Rule, code: str, first: date, ends: date, *, alone: bool) -> Iterator[Occurrence]:
    """Occurrences of one rule; `alone`: the task has no other, so that a period's plain name is enough."""
    if rule.recurs is None and rule.kind != "open_ended_from_year":
        start = rule.start or rule.end
        name = "" if alone or rule.end is None or start is None else periods.name_of(start, rule.end)
        yield Occurrence(code, name, rule.start, rule.end)
        return
    begins = max(first, rule.start) if rule.start else first
    # Work that begins after the plan's end still has its first period.
    last = max(min(ends, rule.end) if rule.end else ends, begins)
    if rule.recurs == "weekly":
        yield from _weeks(rule, code, begins, last)
        return
    for year in range(begins.year, min(last.year, MAXYEAR - 1) + 1):
        for name in _names(rule, year, alone):
            start, end = periods.bounds(name) or (begins, begins)
            if end >= begins and start <= last:
                due = due_day(rule, end)
                yield Occurrence(code, name, max(start, begins), due)


def _names(rule: Rule, year: int, alone: bool) -> list[str]:
    """Names of a recurring rule's periods in a year."""
    if rule.due_month_day and "-" in rule.due_month_day:
        return [str(year) if alone else f"{year}-{rule.due_month_day[:2]}"]
    if rule.months:
        first, last = rule.months
        return [str(year) if alone else periods.name_of(date(year, first, 1), periods.last_of_month(year, last))]
    match rule.recurs:
        case "half_yearly":
            return [f"{year}-H{n}" for n in (1, 2)]
        case "quarterly":
            return [f"{year}-Q{n}" for n in (1, 2, 3, 4)]
        case "monthly":
            return [f"{year}-{n:02d}" for n in range(1, 13)]
        case _:
            return [str(year)]


def due_day(rule: Rule, end: date) -> date:
    """The last day on which the work of the period that ends on `end` is in time."""
    strict = timedelta(days=1 if rule.boundary == "before" else 0)
    if rule.due_month_day and "-" in rule.due_month_day:
        month, day = map(int, rule.due_month_day.split("-"))
        return periods.clamped(end.year, month, day) - strict
    if rule.due_month_day:
        return periods.clamped(end.year, end.month, int(rule.due_month_day)) - strict
    if rule.months:
        first, last = rule.months
        return date(end.year, first, 1) - strict if strict else periods.last_of_month(end.year, last)
    return end


def _weeks(rule: Rule, code: str, begins: date, last: date) -> Iterator[Occurrence]:
    monday = begins - timedelta(days=begins.weekday())
    while monday <= last:
        yield Occurrence(code, periods.week_name(monday), monday, monday + timedelta(days=(rule.weekday or 7) - 1))
        monday += timedelta(days=7)


def in_hand(all_: Sequence[Occurrence], done: Collection[str], today: date) -> Occurrence:
    """The occurrence that an update without a period goes to: the one whose period holds today, else the nearest
    that is not in `done` (periods completed), else the last one before today.

    Raises:
        ValueError: `all_` is empty.
    """
    if not all_:
        raise ValueError("a task has at least one occurrence")
    holding = [o for o in all_ if _distance(o, today) == 0]
    if holding:
        return min(holding, key=lambda o: (o.period in done, o.due is not None and o.due < today, o.due or date.max))
    left = [o for o in all_ if o.period not in done]
    if left:
        return min(left, key=lambda o: (_distance(o, today), o.due or date.max))
    past = [o for o in all_ if (o.start or o.due or today) <= today]
    return past[-1] if past else all_[0]


def _span(occurrence: Occurrence) -> tuple[date, date] | None:
    """The days that an occurrence holds: those of its period, else from its start to its due date."""
    named = periods.bounds(occurrence.period)
    first = occurrence.start or occurrence.due
    last = occurrence.due or (date.max if first else None)
    if named:
        return named
    return (min(first, last), last) if first and last else None


def _distance(occurrence: Occurrence, today: date) -> int:
    """Days between today and the occurrence's days, 0 inside; work without any date is as far as can be."""
    span = _span(occurrence)
    if span is None:
        return date.max.toordinal()
    return max(0, (span[0] - today).days, (today - span[1]).days)


def named(all_: Sequence[Occurrence], words: str, today: date | None = None) -> Occurrence | None:
    """The occurrence that a person names ("2025", "quý II/2026", "tháng 6"), or None when there is no such one or
    more than one. Words without a year mean the year of `today`; without `today` they must fit one only."""
    words = re.sub(r"^\s*(?:kỳ|ky|đợt|dot|của|cua)\s+", "", words, flags=re.IGNORECASE)
    years = sorted({span[0].year for o in all_ if (span := _span(o))})
    tried = [today.year] if today else years or [MAXYEAR // 2]
    found: dict[str, Occurrence] = {}
    for year in tried:
        rule = read(words, year)
        if rule.milestones or rule.recurs or rule.end is None or rule.boundary == "before":
            continue
        best = _fitting(all_, rule.start or rule.end, rule.end)
        if best:
            found[best.period] = best
    return next(iter(found.values())) if len(found) == 1 else None


def _fitting(all_: Sequence[Occurrence], first: date, last: date) -> Occurrence | None:
    """The occurrence of exactly these days, else the only one inside them, else the shortest one around them."""
    spans = [(o, span) for o in all_ if (span := _span(o))]
    exact = [o for o, span in spans if span == (first, last)]
    inside = [o for o, span in spans if first <= span[0] and span[1] <= last]
    if exact or inside:
        return (exact or inside)[0] if exact or len(inside) == 1 else None
    around = [(o, span) for o, span in spans if span[0] <= first and last <= span[1]]
    return min(around, key=lambda pair: pair[1][1] - pair[1][0])[0] if around else None
