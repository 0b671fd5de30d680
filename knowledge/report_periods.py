"""Periods that reports are made for. By Nghị định 09/2019/NĐ-CP they run from the 15th to the 14th: a quarter's report
takes data from the 15th of the month before the quarter to the 14th of its last month. They are not the periods of
deadlines: "Quý II/2022" as a deadline ends on 30/6."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

from knowledge.lexicon.reporting import FILLERS, LAST, NUMBERS, SECOND_HALF, THIS
from knowledge.vietnamese import fold

Kind = Literal["month", "quarter", "first_half", "second_half", "nine_months", "year", "range"]

_SPAN: dict[Kind, tuple[int, int]] = {
    "first_half": (0, 6),
    "second_half": (6, 12),
    "nine_months": (0, 9),
    "year": (0, 12),
}
"""Months before the first day's and up to the last day's: (0, 6) is 15/12 of the year before to 14/6."""
_CODES: dict[Kind, str] = {"first_half": "H1", "second_half": "H2", "nine_months": "9M", "year": ""}


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """A reporting period, first and last day included. `number`: of the month or quarter, 0 for the others; `year` of
    a range is its last day's."""

    kind: Kind
    year: int
    number: int
    start: date
    end: date

    @property
    def code(self) -> str:
        """A short name that `of_code` reads: "2026-Q4", "2026-M11", "2026-H1", "2026-9M", "2026", or two days."""
        match self.kind:
            case "month":
                return f"{self.year}-M{self.number:02d}"
            case "quarter":
                return f"{self.year}-Q{self.number}"
            case "range":
                return f"{self.start.isoformat()}..{self.end.isoformat()}"
        return f"{self.year}-{_CODES[self.kind]}".rstrip("-")

    def holds(self, day: date) -> bool:
        """Whether the day is in the period."""
        return self.start <= day <= self.end


def month(year: int, number: int) -> ReportPeriod:
    """The report of a month."""
    return ReportPeriod("month", year, number, _fifteenth(year, number - 1), _fourteenth(year, number))


def quarter(year: int, number: int) -> ReportPeriod:
    """The report of a quarter."""
    last = 3 * number
    return ReportPeriod("quarter", year, number, _fifteenth(year, last - 3), _fourteenth(year, last))


def part(kind: Kind, year: int) -> ReportPeriod:
    """The report of six or nine months, or of the year."""
    before, last = _SPAN[kind]
    return ReportPeriod(kind, year, 0, _fifteenth(year, before), _fourteenth(year, last))


def between(start: date, end: date) -> ReportPeriod:
    """A report of any days. Raises ValueError when they are the wrong way round."""
    if end < start:
        raise ValueError("a period ends on or after its first day")
    return ReportPeriod("range", end.year, 0, start, end)


def _fifteenth(year: int, number: int) -> date:
    """The 15th of a month; the month 0 is December of the year before."""
    return date(year, number, 15) if number else date(year - 1, 12, 15)


def _fourteenth(year: int, number: int) -> date:
    return date(year, number, 14)


def of_code(code: str) -> ReportPeriod:
    """The period that has this code. Raises ValueError when none has."""
    if ".." in code:
        first, last = code.split("..")
        return between(date.fromisoformat(first), date.fromisoformat(last))
    year, _, rest = code.partition("-")
    if rest.startswith("M"):
        return month(int(year), int(rest[1:]))
    if rest.startswith("Q"):
        return quarter(int(year), int(rest[1:]))
    kind = next((kind for kind, name in _CODES.items() if name == rest), None)
    if kind is None:
        raise ValueError(f"no reporting period: {code}")
    return part(kind, int(year))


def following(period: ReportPeriod) -> ReportPeriod:
    """The period after it: the next month, quarter, half or year; after nine months the fourth quarter; after any
    days as many more."""
    year = period.year
    match period.kind:
        case "month":
            return month(year, period.number + 1) if period.number < 12 else month(year + 1, 1)
        case "quarter":
            return quarter(year, period.number + 1) if period.number < 4 else quarter(year + 1, 1)
        case "first_half":
            return part("second_half", year)
        case "second_half":
            return part("first_half", year + 1)
        case "nine_months":
            return quarter(year, 4)
        case "year":
            return part("year", year + 1)
    begins = period.end + timedelta(days=1)
    return between(begins, begins + (period.end - period.start))


def usual(today: date) -> tuple[ReportPeriod, ...]:
    """The periods that are most likely wanted on a day: of each sort the newest that has begun, short ones first."""
    year = today.year
    all_ = [month(y, m) for y in (year - 1, year) for m in range(1, 13)]
    all_ += [quarter(y, q) for y in (year - 1, year) for q in range(1, 5)]
    parts: tuple[Kind, ...] = ("first_half", "nine_months", "second_half", "year")
    all_ += [part(kind, y) for y in (year - 1, year) for kind in parts]
    begun = [p for p in all_ if p.start <= today]
    chosen: list[ReportPeriod] = []
    for kind, count in (("month", 2), ("quarter", 2), ("first_half", 1), ("nine_months", 1), ("year", 1)):
        chosen += sorted((p for p in begun if p.kind == kind), key=lambda p: p.end, reverse=True)[:count]
    return tuple(chosen)


# ---- as typed -------------------------------------------------------------------------------------------------------

_YEAR = r"(?:\s*(?:/|-|nam|\s)\s*(?P<year>\d{4}))?"
_NUMBER = r"(?P<number>\d{1,2}|[ivx]{1,3}|[a-z]{2,4})"
_DAY = r"(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?"
_RANGE = re.compile(rf"(?:tu\s+)?(?:ngay\s+)?{_DAY}\s*(?:-|–|—|->|→|den(?:\s+het)?)\s*(?:ngay\s+)?{_DAY}")
_SHAPES: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(rf"(?:quy|q)\s*{_NUMBER}{_YEAR}"), "quarter"),
    (re.compile(rf"(?:6|06|sau)\s*thang\s+{SECOND_HALF}{_YEAR}"), "second_half"),
    (re.compile(rf"(?:6|06|sau)\s*thang(?:\s+dau(?:\s+nam)?)?{_YEAR}"), "first_half"),
    (re.compile(rf"(?:9|09|chin)\s*thang(?:\s+dau(?:\s+nam)?)?{_YEAR}"), "nine_months"),
    (re.compile(rf"(?:thang|t)\s*{_NUMBER}{_YEAR}"), "month"),
    (re.compile(r"(?:ca\s+)?(?:nam\s*)?(?P<year>\d{4})"), "year"),
)
_RELATIVE = re.compile(rf"(?:ca\s+)?(?P<kind>thang|quy|nam)\s*(?:(?P<this>{THIS})|(?P<last>{LAST}))?")


def read(typed: str, today: date) -> ReportPeriod | None:
    """The period that the words name ("quý IV/2026", "6 tháng", "15/9–14/12"), or None. Without a year it is the one
    that began last."""
    words = re.sub(rf"^(?:{FILLERS}\s+)+", "", " ".join(fold(typed).split())).strip(" .?!")
    ranged = _RANGE.fullmatch(words)
    if ranged:
        return _range(ranged, today)
    relative = _RELATIVE.fullmatch(words)
    if relative:
        return _relative(relative["kind"], today, back=bool(relative["last"]))
    for shape, kind in _SHAPES:
        match = shape.fullmatch(words)
        if match:
            return _named(kind, match, today)
    return None


def _named(kind: Kind, match: re.Match[str], today: date) -> ReportPeriod | None:
    number = NUMBERS.get(match["number"], 0) if kind in ("month", "quarter") else 0
    if (kind == "quarter" and not 1 <= number <= 4) or (kind == "month" and not 1 <= number <= 12):
        return None

    def of(year: int) -> ReportPeriod:
        if kind == "month":
            return month(year, number)
        return quarter(year, number) if kind == "quarter" else part(kind, year)

    if match["year"]:
        year = int(match["year"])
        return of(year) if MINYEAR < year < MAXYEAR else None
    return of(today.year) if of(today.year).start <= today else of(today.year - 1)


def _relative(kind: str, today: date, *, back: bool) -> ReportPeriod:
    """This month, quarter or year by the calendar, or the one before."""
    year = today.year
    if kind == "nam":
        return part("year", year - back)
    if kind == "quy":
        number = (today.month + 2) // 3 - back
        return quarter(year, number) if number else quarter(year - 1, 4)
    number = today.month - back
    return month(year, number) if number else month(year - 1, 12)


def _range(match: re.Match[str], today: date) -> ReportPeriod | None:
    day1, month1, year1, day2, month2, year2 = (int(part) if part else 0 for part in match.groups())
    try:
        end = date(year2 or today.year, month2, day2)
        start = date(year1 or end.year, month1, day1)
        if not year1 and start > end:
            start = start.replace(year=end.year - 1)
        return between(start, end)
    except ValueError:
        return None
