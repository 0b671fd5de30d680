"""Rhythms of a phrase as items: "hằng quý", "02 đợt/năm", "18 tháng/lần", "quý, 6 tháng và năm"."""

from __future__ import annotations

import re
from collections.abc import Callable

from knowledge.deadlines.items import Item, Span
from knowledge.deadlines.numbers import number
from knowledge.deadlines.rule import Recurs
from knowledge.lexicon import deadlines as lexicon


def recur(rhythm: Recurs) -> Callable[[re.Match[str]], list[Item]]:
    """A builder of this rhythm."""
    return lambda match: [Item("recur", value=rhythm)]


def recur_unit(match: re.Match[str]) -> list[Item]:
    """The rhythm of "hằng quý"."""
    return [Item("recur", value=lexicon.UNITS[match["unit"]])]


def recur_times(match: re.Match[str]) -> list[Item]:
    """The rhythm of "02 đợt/năm"."""
    times = (number(match["times"]), match["unit"])
    return [Item("recur", value=lexicon.TIMES.get(times, lexicon.UNITS[match["unit"]]))]


def every(match: re.Match[str]) -> list[Item]:
    """The rhythm of "6 tháng/lần"; a time between that has no place in the calendar stays one."""
    unit = {"ngay": "D", "tuan": "W", "thang": "M", "quy": "M", "nam": "M"}[match["unit"]]
    count = number(match["n"]) * {"quy": 3, "nam": 12}.get(match["unit"], 1)
    known = lexicon.EVERY.get((count, unit))
    return [Item("recur", value=known) if known else Item("every", value=f"P{count}{unit}")]


def periods(match: re.Match[str]) -> list[Item]:
    """The rhythm of "quý, 6 tháng, 9 tháng và năm": the shortest, with which the longer ones end too."""
    words = match["list"]
    every = next((lexicon.UNITS[unit] for unit in ("tuan", "quy") if unit in words), None)
    if re.search(r"(?<!\d )(?<!sau )(?<!chin )thang", words):
        every = "weekly" if every == "weekly" else "monthly"
    if every is None and re.search(r"(?:9|chin) thang", words):
        third = Item("span", Span("quarter", 7, 9))
        return [Item("recur", value="half_yearly"), Item("and"), third, Item("recur", value="yearly")]
    return [Item("recur", value=every or "half_yearly")]
