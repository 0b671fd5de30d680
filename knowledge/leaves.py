"""What a notice of leave says: whose, from when until when, and who stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.lexicon import leaves as lexicon
from knowledge.vietnamese import fold, in_step

LONGEST = 200
"""Days of the longest leave that is taken for one, not for a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Notice:
    """`who`: the words before the days, "" for oneself; `stand_in`: the words after "thay", "" for nobody."""

    who: str
    first: date
    last: date
    stand_in: str


def read(text: str, today: date) -> Notice | None:
    """Reads "3–10/8 thay: Lan", "Nam 3/8 đến 10/8/2027", "từ mai đến thứ 6", "tuần sau", "mai"; None when no day, or an
    impossible one, is named, or days that do not follow each other. Days without a year are the next ones to come that
    are not over."""
    words, folded = in_step(text)
    for pattern in (lexicon.RANGE, lexicon.TWO_DAYS, lexicon.ONE_DAY):
        match = pattern.search(folded)
        if match is not None:
            days = _days([int(g) if g else None for g in match.groups()], today)
            apart = pattern is lexicon.TWO_DAYS and days is not None and (days[1] - days[0]).days != 1
            further = lexicon.FURTHER.match(folded, match.end())
            return None if apart or further else _notice(words, folded, match.span(), days)
    for pattern in (lexicon.NAMED_RANGE, lexicon.DAY_IN_WEEK, lexicon.WEEK, lexicon.NAMED_DAY):
        match = pattern.search(folded)
        if match is not None:
            return _notice(words, folded, match.span(), _named(match, today))
    return None


def _named(match: re.Match[str], today: date) -> tuple[date, date] | None:
    """The days of "từ mai đến thứ 6", "tuần sau", "mai"; a week goes from Monday to Sunday, this one from today on."""
    said = {name: " ".join(words.split()) for name, words in match.groupdict().items()}
    sunday = today + timedelta(days=6 - today.weekday())
    if "which" in said and "first" in said:
        monday = sunday - timedelta(days=6 if said["which"] == "nay" else -1)
        day = monday + timedelta(days=lexicon.WEEKDAYS[said["first"]])
        return day, day
    if "which" in said:
        return (today, sunday) if said["which"] == "nay" else (sunday + timedelta(days=1), sunday + timedelta(days=7))
    first = _day_named(said["first"], today)
    if "last" not in said:
        return first, first
    last = (
        first + timedelta(days=6 - first.weekday()) if said["last"] == "het tuan" else _day_named(said["last"], first)
    )
    return (first, last) if first <= last else None


def _day_named(name: str, from_: date) -> date:
    """The day of that name, the first from `from_` on."""
    if name in lexicon.NAMED_DAYS:
        return from_ + timedelta(days=lexicon.NAMED_DAYS[name])
    return from_ + timedelta(days=(lexicon.WEEKDAYS[name] - from_.weekday()) % 7)


def names_days(text: str) -> bool:
    """Whether days are named, though perhaps such as cannot be taken for a leave."""
    return lexicon.ONE_DAY.search(in_step(text)[1]) is not None


def said_of_leave(text: str) -> str:
    """The days and the stand-in of a plain sentence that gives notice of one's own leave ("mai em nghỉ, Lan thay" is
    "mai, Lan thay"); "" for any other sentence."""
    words, folded = in_step(text)
    if "nghĩ" in words.lower():  # "em nghĩ là mai"
        return ""
    if opening := lexicon.SENTENCE.match(folded):
        return words[opening.end() :]
    after = lexicon.SENTENCE_AFTER.match(folded)
    return f"{words[: after.end('days')]}, {words[after.end() :]}" if after else ""


def _notice(words: str, folded: str, span: tuple[int, int], days: tuple[date, date] | None) -> Notice | None:
    if days is None:
        return None
    opening = lexicon.OPENING.match(folded)
    begins = opening.end() if opening and opening.end() <= span[0] else 0
    closing = lexicon.CLOSING.search(folded, begins, span[0])
    who = words[begins : closing.start() if closing else span[0]]
    before, after = lexicon.STAND_IN.search(folded, span[1]), lexicon.STANDS_IN.search(folded, span[1])
    instead = words[before.end() :] if before else words[span[1] : after.start()] if after else ""
    stand_in = _name(instead)
    titled = lexicon.TITLES.match(fold(stand_in))
    return Notice(_name(who), *days, stand_in[titled.end() :] if titled else stand_in)


def _name(words: str) -> str:
    return words.strip(" ,;:.-–()")


def _days(numbers: list[int | None], today: date) -> tuple[date, date] | None:
    """First and last day; a month or year that only the last day names holds for the first too."""
    if len(numbers) == 3:
        numbers = [*numbers, *numbers]
    day, month, year, last_day, last_month, last_year = numbers
    if last_month is None or day is None or last_day is None:
        return None
    month = month or last_month
    try:
        if last_year or year:
            last = date(last_year or year or 0, last_month, last_day)
        else:
            last = date(today.year, last_month, last_day)
            last = last if last >= today else date(today.year + 1, last_month, last_day)
        first = date(year or last.year, month, day)
        if first > last and not year:
            first = date(last.year - 1, month, day)
    except ValueError:
        return None
    return (first, last) if first <= last and (last - first).days <= LONGEST else None
