"""The office's own days off and working days, as it types them in one message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from knowledge.lexicon import own_days as lexicon
from knowledge.vietnamese import fold
from knowledge.workdays import Calendar

LONGEST = 31
"""Days of the longest stretch that is taken for one."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Days that become days off, working days, or what the common calendar makes of them."""

    off: frozenset[date] = field(default=frozenset())
    on: frozenset[date] = field(default=frozenset())
    usual: frozenset[date] = field(default=frozenset())

    def of(self, calendar: Calendar) -> Calendar:
        """The calendar with these changes."""
        named = self.off | self.on | self.usual
        return Calendar((calendar.off - named) | self.off, (calendar.on - named) | self.on)


def _any(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_DAY = r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{4}))?"
_TOKEN = re.compile(
    rf"(?<!\w)(?P<off>{_any(lexicon.OFF)})(?!\w)|(?<!\w)(?P<on>{_any(lexicon.ON)})(?!\w)"
    rf"|(?<!\w)(?P<usual>{_any(lexicon.USUAL)})(?!\w)"
    rf"|(?P<range>(?:tu\s+)?(?:ngay\s+)?{_DAY}\s*(?:-|–|den|toi)\s*(?:het\s+)?(?:ngay\s+)?{_DAY})"
    rf"|(?P<day>(?:ngay\s+)?{_DAY})(?![\d/])|(?P<gap>[\s,;.:+&\n()]+|(?<!\w)(?:va|ngay|thu bay|chu nhat|cac)(?!\w))"
)


def read(text: str, year: int) -> Changes | None:
    """Reads "nghỉ 2/1/2026, làm bù 10/1/2026" or "nghỉ 31/8 - 2/9/2026"; days without a year are those of the one year
    that the message names, else of `year`. None when a word or a day is not understood: half of it would be wrong."""
    folded = fold(text).strip()
    named_years = {int(found) for found in re.findall(r"(?<!\d)20\d\d(?!\d)", folded)}
    year = named_years.pop() if len(named_years) == 1 else year
    found: dict[str, set[date]] = {"off": set(), "on": set(), "usual": set()}
    wanted, at = "", 0
    while at < len(folded):
        match = _TOKEN.match(folded, at)
        if match is None:
            return None
        at = match.end()
        kind = match.lastgroup or ""
        if kind in found:
            wanted = kind
        elif kind in ("day", "range"):
            days = list(_days(match[kind], year))
            if not days or not wanted:
                return None
            found[wanted].update(days)
    named = [day for days in found.values() for day in days]
    if not named or len(named) != len(set(named)):
        return None
    return Changes(**{kind: frozenset(days) for kind, days in found.items()})


def _days(words: str, year: int) -> Iterator[date]:
    numbers = [tuple(int(n) if n else None for n in groups) for groups in re.findall(_DAY, words)]
    last_day, last_month, last_year = numbers[-1]
    day, month, first_year = numbers[0]
    try:
        last = date(last_year or first_year or year, last_month or 0, last_day or 0)
        first = date(first_year or last.year, month or 0, day or 0)
    except ValueError:
        return
    if first > last or (last - first).days > LONGEST:
        return
    yield from (first + timedelta(days=n) for n in range((last - first).days + 1))
