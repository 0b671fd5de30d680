"""The numbers of the timetable one by one: how each is shown, and how it is read from what the office types."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import time
from typing import Any

from handlers.wording import timetable as words
from knowledge.lexicon.timetable import NONE, REPORTS, WEEKDAYS
from knowledge.timetable import Span, Timetable, within
from knowledge.vietnamese import fold

_HOUR = re.compile(r"(\d{1,2})\s*(?:h|g|:|gio)?\s*(\d{2})?(?:\s*(sang|chieu|toi))?")


@dataclass(frozen=True, slots=True)
class Item:
    """One number. `read` gives the value, or raises ValueError for what is none."""

    name: str
    show: Callable[[Any], str]
    read: Callable[[str], Any]

    @property
    def label(self) -> str:
        """What it is called."""
        return words.LABELS[self.name]

    def of(self, table: Timetable) -> str:
        """Its value in words."""
        return self.show(getattr(table, self.name))

    def changed(self, table: Timetable, typed: str) -> Timetable:
        """The timetable with what was typed. Raises ValueError: not understood, or it would not go with the rest."""
        wanted = replace(table, **{self.name: self.read(fold(typed).strip(" .;"))})
        _check(wanted)
        return wanted


def _check(table: Timetable) -> None:
    hours = (table.digest, table.nudge, table.summary, table.week, table.evening)
    if any(hour is not None and within(hour, span) for hour in hours for span in table.quiet):
        raise ValueError(words.IN_QUIET)
    if table.digest >= table.digest_until:
        raise ValueError(words.TOO_EARLY)
    if table.nudge is not None and table.nudge <= table.digest:
        raise ValueError(words.NUDGE_FIRST)


def hour(typed: str) -> time:
    """ "8h30", "08:30", "8 giờ", "2 giờ chiều". Raises ValueError."""
    match = _HOUR.fullmatch(typed)
    if match is None:
        raise ValueError(words.NO_HOUR)
    number, minute = int(match[1]), int(match[2] or 0)
    number += 12 if match[3] in ("chieu", "toi") and number < 12 else 0
    if number > 23 or minute > 59:
        raise ValueError(words.NO_HOUR)
    return time(number, minute)


def _hour_or_none(typed: str) -> time | None:
    return None if typed in NONE else hour(typed)


def spans(typed: str) -> tuple[Span, ...]:
    """ "11h30-13h30, 17h-7h30"; "tắt" for none. Raises ValueError."""
    if typed in NONE:
        return ()
    found = []
    for part in re.split(r"[,;]| va ", typed):
        ends = re.split(r"-|–|den|toi(?!\w)", re.sub(r"^\s*tu\s+", "", part))
        if len(ends) != 2:
            raise ValueError(words.NO_SPAN)
        first, last = (hour(end.strip()) for end in ends)
        if first == last:
            raise ValueError(words.NO_SPAN)
        found.append((first, last))
    return tuple(found)


def _days(typed: str) -> tuple[int, ...]:
    numbers = [int(n) for n in re.findall(r"\d+", typed)]
    if not numbers or re.search(r"[^\d\s,;./a-z-]", typed) or max(numbers) > 365 or len(numbers) > 12:
        raise ValueError(words.NO_DAYS)
    return tuple(sorted(set(numbers), reverse=True))


def _late(typed: str) -> tuple[int, ...]:
    found = tuple(sorted(_days(typed)))
    if found[0] < 1 or found[-1] > 60:
        raise ValueError(words.NO_DAYS)
    return found


def _number(least: int, most: int) -> Callable[[str], int]:
    def read(typed: str) -> int:
        match = re.fullmatch(r"(\d{1,3})(?:\s*(?:ngay|lan|tin|viec))?.*", typed)
        if match is None or not least <= int(match[1]) <= most:
            raise ValueError(words.NO_NUMBER.format(least=least, most=most))
        return int(match[1])

    return read


def _weekday(typed: str) -> int:
    if typed not in WEEKDAYS:
        raise ValueError(words.NO_WEEKDAY)
    return WEEKDAYS[typed]


def _report(typed: str) -> str:
    if typed not in REPORTS:
        raise ValueError(words.NO_REPORT)
    return REPORTS[typed]


def _listed(value: tuple[int, ...]) -> str:
    return ", ".join(map(str, value))


ITEMS = (
    Item("digest", words.hour, hour),
    Item("digest_until", words.hour, hour),
    Item("nudge", words.hour, _hour_or_none),
    Item("summary", words.hour, _hour_or_none),
    Item("summary_day", words.weekday, _weekday),
    Item("week", words.hour, _hour_or_none),
    Item("week_day", words.weekday, _weekday),
    Item("evening", words.hour, _hour_or_none),
    Item("yearly", _listed, _days),
    Item("dated", _listed, _days),
    Item("monthly", _listed, _days),
    Item("weekly", _listed, _days),
    Item("late", _listed, _late),
    Item("listed", str, _number(1, 60)),
    Item("letter", str, _number(1, 60)),
    Item("director", str, _number(1, 60)),
    Item("unanswered", str, _number(1, 20)),
    Item("snoozes", str, _number(0, 10)),
    Item("cap", str, _number(1, 10)),
    Item("on_screen", str, _number(1, 10)),
    Item("report", lambda value: words.REPORTS[value], _report),
    Item("report_day", str, _number(1, 28)),
    Item("report_before", str, _number(1, 10)),
    Item("quiet", words.spans, spans),
)
"""Everything that the office may set, in the order in which it is shown."""
BY_NAME: Mapping[str, Item] = {item.name: item for item in ITEMS}


def named(typed: str) -> tuple[Item, str] | None:
    """The number that a message begins with, and the value after it: "giờ nhắc sáng 8h30"."""
    folded = fold(typed).strip()
    for item in sorted(ITEMS, key=lambda item: -len(item.label)):
        label = fold(item.label)
        if folded.startswith(label) and (rest := folded[len(label) :].strip(" :=")):
            return item, rest
    return None
