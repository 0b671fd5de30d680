"""Days that are told from today on: "tuần này", "tháng sau", "30 ngày tới", "tháng 12 này"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from knowledge.lexicon.standing_asked import SPELLINGS, UNITS, WINDOWS, Form
from knowledge.periods import add_period, last_of_month

_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_OFFSETS = {"this": 0, "following": 1, "before": -1}
_WEEK = 7
_SOON = "P30D"


def spelt(form: Form, words: str, folded: str) -> re.Match[str] | None:
    """Where a form is said in a text, `folded` in step with its `words`: without any marks, or with the right ones."""
    for need in form.needs:
        if need in folded:
            break
    else:
        return None
    for said in form.said.finditer(folded):
        typed = zip(said[0].split(), words[slice(*said.span())].lower().split(), strict=True)
        if all(word.isascii() or word in SPELLINGS.get(plain, {word}) for plain, word in typed):
            return said
    return None


def window_said(words: str, folded: str) -> tuple[str, tuple[int, int]] | None:
    """The window that a text names, and where it does; None for none. A window is "soon", "week:1" (of the unit so many
    from this one), "next:P30D" (from today so long), "rest:month" (from today to its end), "month:12"."""
    for form, kind in WINDOWS:
        if said := spelt(form, words, folded):
            return _window(kind, said), said.span()
    return None


def _window(kind: str, said: re.Match[str]) -> str:
    groups = said.groupdict()
    unit = UNITS.get(groups.get("unit") or "", "")
    if kind in _OFFSETS:
        return f"{unit}:{_OFFSETS[kind]}"
    if kind == "next":
        return f"next:P{groups['count']}{unit[0].upper()}"
    if kind == "rest":
        return f"rest:{unit}"
    return f"in_month:{int(groups['month'])}" if kind == "month" else kind


def days_of(window: str, today: date) -> tuple[date, date]:
    """First and last day of a window as `window_said` names it.

    >>> days_of("week:1", date(2026, 11, 27))
    (datetime.date(2026, 11, 30), datetime.date(2026, 12, 6))
    """
    kind, _, which = window.partition(":")
    if kind == "next":
        return today, add_period(today, which)
    if kind == "rest":
        return today, _unit(which, 0, today)[1]
    if kind == "in_month":
        year = today.year + (int(which) < today.month)
        return date(year, int(which), 1), last_of_month(year, int(which))
    return (today, add_period(today, _SOON)) if kind == "soon" else _unit(kind, int(which), today)


def _unit(unit: str, offset: int, today: date) -> tuple[date, date]:
    """First and last day of the day, week, month, quarter or year so many units from the one that holds today."""
    if unit == "day":
        day = today + timedelta(days=offset)
        return day, day
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(days=_WEEK * offset)
        return monday, monday + timedelta(days=_WEEK - 1)
    length = _MONTHS[unit]
    first = today.year * 12 + (today.month - 1) // length * length + length * offset
    last = first + length - 1
    return date(first // 12, first % 12 + 1, 1), last_of_month(last // 12, last % 12 + 1)
