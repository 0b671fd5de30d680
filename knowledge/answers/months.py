"""The months, quarters and halves of a year by which lists of tasks are narrowed: "quý III", "tháng 6/2026", "6 tháng
cuối năm"."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from knowledge.deadlines import Rule
from knowledge.lexicon import conditions
from knowledge.lexicon.numbers import QUARTER
from knowledge.lexicon.questions import words_of
from knowledge.occurrences import due_day
from knowledge.questions import Question, find
from knowledge.vietnamese import fold_message

_ROMAN = ("", "I", "II", "III", "IV")
_ANY_YEAR = 2001
"""Yearly work is due in the same month of each; a year of 365 days."""
_KINDS = ("date", "month", "quarter", "half_year")
"""Kinds of deadlines, each of which a longer one holds: what ends in June is due in the second quarter."""


@dataclass(frozen=True)
class Months:
    """The months `first` to `last` of a year, or of any year where `year` is 0. `said`: as it is told; `kinds`: of the
    deadlines that lie in them; `explained`: the words of the question that name them."""

    first: int
    last: int
    year: int
    said: str
    kinds: Collection[str]
    explained: Collection[str]

    def hold(self, rules: Iterable[Rule]) -> bool:
        """Whether one of the rules is due in these months; of what comes back, a named day or part of each year."""
        return any(self._holds(rule) for rule in rules)

    def _holds(self, rule: Rule) -> bool:
        if rule.recurs is None:
            end = rule.end if rule.kind in self.kinds else None
            return end is not None and self.year in (0, end.year) and self.first <= end.month <= self.last
        begun = not (self.year and rule.start and rule.start.year > self.year)
        over = bool(self.year and rule.end and rule.end.year < self.year)
        if over or not begun or not (rule.months or "-" in (rule.due_month_day or "")):
            return False
        return self.first <= due_day(rule, date(self.year or _ANY_YEAR, 12, 31)).month <= self.last


def months_of(q: Question) -> Months | None:
    """The months that a question names, or None; a paper's number is no month ("Nghị định 10/2012")."""
    if q.days:
        return None
    year = q.years[0] if q.years else 0
    if q.quarter:
        last = q.quarter * 3
        number = q.words[find(q.words, QUARTER) + 1]
        said = conditions.QUARTER.format(_ROMAN[q.quarter]) + _of(year)
        return Months(last - 2, last, year, said, _KINDS[:3], {*QUARTER, number})
    for half, told, first, last in conditions.HALVES:
        if q.says(*half):
            return Months(first, last, year, f"{told}{_of(year)}", _KINDS, words_of(half))
    return _named(q, year)


def _named(q: Question, year: int) -> Months | None:
    found = conditions.MONTH_OF_YEAR.search(fold_message(q.text))
    if found and not q.documents:
        first = last = int(found[1] or found[2])
        year = int(found[3])
    elif alone := conditions.MONTH_ALONE.search(" ".join(q.words)):
        first, last = int(alone[1]), int(alone[2] or alone[1])
    else:
        return None
    if not 1 <= first <= last <= 12:
        return None
    said = (conditions.MONTH if first == last else conditions.MONTHS).format(first, last)
    kinds = _KINDS[:2] if first == last else _KINDS[:3]
    explained = {*map(str, (first, last, year)), *conditions.OF_MONTHS}
    return Months(first, last, year, said + _of(year), kinds, explained)


def _of(year: int) -> str:
    return f"/{year}" if year else ""
