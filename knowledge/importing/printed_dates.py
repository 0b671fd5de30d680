"""Dates as plans print them that no calendar has: "31/2/2022", "ngày 31 tháng 6", "tháng 13/2022", "Quý V"."""

from __future__ import annotations

import re
from datetime import date

_WITH_YEAR = re.compile(
    r"(?<![\d/.\-])(?P<day>\d{1,2})(?P<sep>[/.\-])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})(?![\d/\-])"
)
_WITHOUT_YEAR = re.compile(
    r"(?:\b(?:ngày|trước|đến|hạn)\s+|^\s*)(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/\-])", re.IGNORECASE
)
_IN_WORDS = re.compile(
    r"\bngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})(?:\s+năm\s+(?P<year>\d{4}))?(?!\d)", re.IGNORECASE
)
_MONTH = re.compile(
    r"(?:\btháng\s+(?P<named>\d{1,2})(?!\d)|(?<![\d/.\-])(?<!số )(?P<bare>\d{1,2})/\d{4}(?![\d/\-]))", re.IGNORECASE
)
_QUARTER = re.compile(r"\bquý\s+(?P<quarter>\d{1,2}|[IVX]+)(?![\w])", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_QUARTER_SAID = "quý"
"""Every date has a digit but this one."""
_QUARTERS = frozenset({"1", "2", "3", "4", "01", "02", "03", "04", "i", "ii", "iii", "iv"})


def impossible_dates(text: str) -> list[str]:
    """The pieces of `text` that name a day, month or quarter that does not exist, as printed, in order.

    A day without a year is taken in a leap year, so "29/2" passes and "30/2" does not. Numbers of documents
    ("32/2020/NĐ-CP") and plain fractions, "24/24" too, are left alone.
    """
    if not _DIGIT.search(text) and _QUARTER_SAID not in text.lower():
        return []
    found: dict[int, str] = {}
    for pattern in (_WITH_YEAR, _IN_WORDS, _WITHOUT_YEAR):
        for match in pattern.finditer(text):
            parts = match.groupdict()
            if pattern is _WITHOUT_YEAR and parts["day"] == parts["month"]:
                continue  # "24/24 giờ", "45/45 xã": all of them
            if not _exists(int(parts["day"]), int(parts["month"]), parts.get("year")):
                found.setdefault(match.start("day"), match.group().strip())
    for match in _MONTH.finditer(text):
        if not 1 <= int(match["named"] or match["bare"]) <= 12:
            found.setdefault(match.start(), match.group().strip())
    for match in _QUARTER.finditer(text):
        if match["quarter"].lower() not in _QUARTERS:
            found.setdefault(match.start(), match.group().strip())
    return [found[start] for start in sorted(found)]


def _exists(day: int, month: int, year: str | None) -> bool:
    try:
        date(2000 if year is None else int(year) if len(year) == 4 else 2000 + int(year), month, day)
    except ValueError:
        return False
    return True
