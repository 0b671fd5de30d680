"""One thing that is to be reached in steps: "đạt 70% năm 2026, 80% năm 2028 và 90% năm 2030"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.importing.amounts import NAME, NUMBER, Found, bounded, number
from knowledge.lexicon import targets as words
from knowledge.model import Comparator

_YEAR = re.compile(rf"(?:{words.BY_YEAR})\s+(?P<year>20\d\d)(?![\d/-])", re.IGNORECASE)
_AMOUNT = re.compile(
    rf"(?<![\w/.,–-])(?P<number>{NUMBER})(?:\s*(?:{words.PERCENT})|(?P<unit>\s+{NAME}(?:\s{NAME}){{0,2}}?))"
    rf"(?:{words.A_YEAR})?(?=\s*(?:[,.;(]|$)|\s+(?:{words.JOINTS}|{words.BY_YEAR})\b|(?<=%)\s)",
    re.IGNORECASE,
)
_JOINTS = re.compile(
    rf"^(?:(?:{words.JOINTS})(?=[\s,]|$)|[\s,])*|(?:(?<=[\s,])(?:{words.JOINTS})|[\s,])*[\s.;:]*$", re.I
)
_SHORTEST = 8
"""Characters of what is measured."""


@dataclass(frozen=True, slots=True)
class _Step:
    """An amount and its year: where the two begin and end in the statement, and what stands between them."""

    printed: tuple[int, int]
    sign: Comparator
    value: float | None
    unit: str
    year: int
    span: tuple[int, int]
    inside: tuple[int, int]


def yearly_targets(statement: str) -> list[Found]:
    """A target for each of several years that a statement sets for one thing; none where it does otherwise."""
    steps = list(_steps(statement))
    units, years = {step.unit for step in steps}, {step.year for step in steps}
    if len(units) != 1 or not 1 < len(years) == len(steps):
        return []
    *said, last = (_JOINTS.sub("", statement[slice(*gap)]) for gap in _gaps(steps, len(statement)))
    if said[0] and said[1] and not any(said[2:]):
        said = [f"{said[0]} {said[1]}", *said[2:]]  # "đáp ứng 8% nhu cầu vào năm 2028"
    told = list(filter(None, said)) or [last]
    if len(told) > 1 or len(told[0]) < _SHORTEST or any(step.value is None for step in steps):
        return []
    goes_on = last.casefold().startswith(" ".join(told[0].casefold().split()[:2]))
    if last and not (goes_on or said[0] or told[0] is last or words.ASIDE.match(last)):
        return []  # the last amount is of another thing
    metric = last if goes_on else told[0]
    unit, down = units.pop(), steps[0].sign == "-"
    return [
        Found(
            metric,
            "-" if down else step.sign,
            step.value,
            unit,
            statement[slice(*step.printed)].strip(),
            statement,
            step.year,
            own=statement,
        )
        for step in steps
    ]


def _steps(statement: str) -> Iterator[_Step]:
    """The amounts, each with the year before or after it; none unless every amount has one of its own."""
    blank = words.NO_STEP.sub(lambda aside: " " * len(aside[0]), statement)
    years = list(_YEAR.finditer(blank))
    starts = {year.start("year") for year in years}
    marks = sorted([*years, *(m for m in _AMOUNT.finditer(blank) if m.start() not in starts)], key=re.Match.start)
    if len(marks) % 2:
        return
    for pair in zip(marks[::2], marks[1::2], strict=True):
        amounts = [mark for mark in pair if "number" in mark.re.groupindex]
        if len(amounts) != 1:
            return
        amount, year = amounts[0], pair[0] if pair[1] is amounts[0] else pair[1]
        start, sign = bounded(statement, amount)
        more = words.AND_ON.match(statement, amount.end())
        end = more.end() if more else amount.end()
        unit = (amount["unit"] or "%").strip()
        inside = (end, year.start()) if amount is pair[0] else (year.end(), start)
        span = (min(start, year.start()), max(end, year.end()))
        yield _Step((start, end), sign, number(amount["number"]), unit, int(year["year"]), span, inside)


def _gaps(steps: Sequence[_Step], length: int) -> Iterator[tuple[int, int]]:
    """What stands before, inside, between and after the steps."""
    begin = 0
    for step in steps:
        yield begin, step.span[0]
        yield step.inside
        begin = step.span[1]
    yield begin, length
