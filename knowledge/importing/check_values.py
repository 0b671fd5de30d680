"""Numbers and dates of a plan: that they exist, agree with the words beside them, and fit the plan's years."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from knowledge.deadlines import read
from knowledge.importing.printed_dates import impossible_dates
from knowledge.importing.problems import Path, Problem, Severity
from knowledge.model import Plan, Target

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEARS = range(1990, 2101)


def check_head(plan: Plan) -> Iterator[Problem]:
    """Years of the plan's head that contradict each other."""
    for field in ("year", "starts", "period_ends"):
        if getattr(plan, field) not in _YEARS:
            yield Problem("odd_year", (field,), data={"value": str(getattr(plan, field))})
    if plan.period_ends < plan.starts:
        data = {"start": str(plan.starts), "end": str(plan.period_ends)}
        yield Problem("ends_before_start", ("period_ends",), data=data)
    if plan.ends.year < plan.starts:
        data = {"start": str(plan.starts), "end": plan.ends.isoformat()}
        yield Problem("ends_before_start", ("ends",), data=data)
    if plan.issued is not None and plan.issued.year != plan.year:
        data = {"year": str(plan.year), "value": plan.issued.isoformat()}
        yield Problem("issued_in_other_year", ("issued",), severity="warning", data=data)
    for index, horizon in enumerate(plan.horizons):
        if horizon in plan.horizons[:index]:
            yield Problem("horizon_twice", ("horizons", index), data={"value": str(horizon)})
        if horizon < plan.starts:
            data = {"start": str(plan.starts), "end": str(horizon)}
            yield Problem("ends_before_start", ("horizons", index), data=data)


def check_targets(plan: Plan) -> Iterator[Problem]:
    """Targets whose number, words, years or pace do not fit together."""
    for index, target in enumerate(plan.targets):
        path: Path = ("targets", index)
        if target.horizon not in _YEARS:
            yield Problem("odd_year", (*path, "horizon"), subject=target.code, data={"value": str(target.horizon)})
            continue
        if plan.horizons and target.horizon not in plan.horizons:
            data = {"value": str(target.horizon), "allowed": ", ".join(map(str, plan.horizons))}
            yield Problem("unknown_horizon", (*path, "horizon"), subject=target.code, data=data)
        if target.year is not None and not plan.starts <= target.year <= target.horizon:
            data = {"value": str(target.year), "start": str(plan.starts), "end": str(target.horizon)}
            yield Problem("year_outside", (*path, "year"), subject=target.code, data=data)
        yield from _value(target, path)
        yield from _pace(target, path, plan)
        yield from _dates(target.statement, (*path, "statement"), target.code, "warning")


def _value(target: Target, path: Path) -> Iterator[Problem]:
    if target.value is None:
        if target.comparator is not None or target.value_printed:
            yield Problem("value_missing", (*path, "value"), subject=target.code)
        return
    where = (*path, "value")
    if target.comparator is None:
        yield Problem("comparator_missing", path, subject=target.code)
    if not math.isfinite(target.value) or target.value < 0:
        yield Problem("value_impossible", where, subject=target.code, data={"value": f"{target.value:g}"})
        return
    if target.unit == "%" and target.value > 100:
        data = {"value": f"{target.value:g}"}
        yield Problem("over_hundred_percent", where, severity="warning", subject=target.code, data=data)
    printed = target.value_printed
    if printed and printed.casefold() not in target.statement.casefold():
        data = {"value": printed}
        yield Problem("words_not_in_statement", (*path, "value_printed"), subject=target.code, data=data)
    if target.value not in _numbers(printed or target.statement):
        data = {"value": f"{target.value:g}", "text": printed or target.statement}
        severity: Severity = "error" if printed else "warning"
        yield Problem("value_differs", where, None, severity, target.code, data)


def _numbers(text: str) -> set[float]:
    """Numbers printed in `text`, read both ways where "1.000" may be a thousand and "0,5" a half."""
    found: set[float] = set()
    for match in _NUMBER.finditer(text):
        digits = match.group()
        found.add(float(re.sub(r"[.,]", "", digits)))
        if len(re.findall(r"[.,]", digits)) == 1:
            found.add(float(digits.replace(",", ".")))
    return found


def _pace(target: Target, path: Path, plan: Plan) -> Iterator[Problem]:
    pace = target.pace
    if pace is None:
        return
    where = (*path, "pace")
    numbers = (pace.start, pace.step, pace.limit)
    sound = all(map(math.isfinite, numbers)) and 0 <= pace.start <= pace.limit and pace.step > 0
    if not sound or (target.unit == "%" and pace.limit > 100):
        yield Problem("pace_impossible", where, subject=target.code)
    elif not plan.starts <= pace.start_year <= target.horizon:
        data = {"value": str(pace.start_year), "start": str(plan.starts), "end": str(target.horizon)}
        yield Problem("year_outside", (*where, "start_year"), subject=target.code, data=data)
    elif pace.start + pace.step * (target.horizon - pace.start_year) < pace.limit:
        data = {"limit": f"{pace.limit:g}", "year": str(target.horizon)}
        yield Problem("pace_too_slow", where, severity="warning", subject=target.code, data=data)


def check_tasks(plan: Plan, *, warned: bool = True) -> Iterator[Problem]:
    """Tasks whose deadline names a day that does not exist, or (where `warned`) says what nobody can read a date
    from."""
    for index, task in enumerate(plan.tasks):
        path: Path = ("tasks", index)
        phrases: list[tuple[Path, str]] = [((*path, "deadline"), task.deadline)]
        phrases += [((*path, "milestones", n), text) for n, text in enumerate(task.milestones)]
        for where, text in phrases:
            impossible = list(_dates(text, where, task.code, "error"))
            yield from impossible
            if warned and text.strip() and not impossible and not understood(text, plan.year):
                data = {"text": text}
                yield Problem("deadline_not_understood", where, severity="warning", subject=task.code, data=data)
        if not task.deadline.strip() and not task.milestones:
            yield Problem("no_deadline", path, severity="warning", subject=task.code)
        for field in ("title", "product"):
            yield from _dates(getattr(task, field), (*path, field), task.code, "warning")


def _dates(text: str, where: Path, subject: str, severity: Severity) -> Iterator[Problem]:
    for piece in impossible_dates(text):
        yield Problem("impossible_date", where, None, severity, subject, {"value": piece})


def understood(text: str, year: int) -> bool:
    """Whether the grammar of deadlines reads anything from `text`; `year` is the document's."""
    return year not in _YEARS or read(text, year).kind != "unknown"
