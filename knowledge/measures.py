"""A measured value as people type it: "II.3 72% quý III/2026 theo BC 45/BC-SGDĐT"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from knowledge import periods
from knowledge.lexicon.measures import NOTHING, PAPER, QUESTION, REACHED, TARGET
from knowledge.lexicon.reporting import DOCUMENT, NUMBERS
from knowledge.model import Plan, Target
from knowledge.patterns import seldom
from knowledge.vietnamese import fold

Problem = Literal["", "no_value", "unit", "range", "negative", "future", "period"]

_YEAR = r"(?:\s*(?:/|-|năm|nam|\s)\s*(?P<year>\d{4}))?"
_PERIODS: tuple[tuple[re.Pattern[str], str], ...] = (
    (seldom(rf"\b(?:quý|quy|q)\s*(?P<number>[1-4]|iv|i{{1,3}})\b{_YEAR}", re.IGNORECASE), "Q"),
    (seldom(rf"\b0?6\s*(?:tháng|thang)\s+(?:đầu|dau)\s+(?:năm|nam){_YEAR}", re.IGNORECASE), "H1"),
    (seldom(rf"\b0?6\s*(?:tháng|thang)\s+(?:cuối|cuoi)\s+(?:năm|nam){_YEAR}", re.IGNORECASE), "H2"),
    (seldom(r"\b(?P<day>\d{1,2})/(?P<number>\d{1,2})/(?P<year>\d{4})\b"), "D"),
    (seldom(rf"\b(?:tháng|thang|t)\s*(?P<number>\d{{1,2}})\b{_YEAR}", re.IGNORECASE), "M"),
    (seldom(r"\b(?:năm|nam)\s+(?P<year>\d{4})\b", re.IGNORECASE), "Y"),
)
_LEAD_IN = seldom(r"(?:\b(?:trong|của|cua|đến|den|tính đến|tinh den|ngày|ngay|kỳ|ky)\s+)+$", re.IGNORECASE)
_VALUE = seldom(
    rf"^\s*(?:{REACHED}\s+)?(?P<number>-?\d+(?:[.,]\d+)*)\s*(?P<unit>%|phần trăm|phan tram)?(?![\w/])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A value read for a target. `period`: a name of knowledge.periods ("2026-Q3"), or a day; `day`: as of when;
    `document`: number of the paper it stands in; `note`: the other words. `problem`: why it cannot be taken; then the
    rest may be incomplete."""

    value: float | None
    period: str
    day: date | None
    document: str
    note: str
    problem: Problem = ""


def split(typed: str, plan: Plan) -> tuple[Target | None, str]:
    """The target whose code the words begin with, and what follows it."""
    words = TARGET.sub("", typed.strip())
    for target in sorted(plan.targets, key=lambda t: -len(t.code)):
        match = re.match(rf"{re.escape(target.code)}(?![\w.]\w)(?!\w)(?:[\s,;:]|[–-](?=\s))*", words, re.IGNORECASE)
        if match:
            return target, words[match.end() :]
    return None, words


def has_value(rest: str) -> bool:
    """Whether a value stands where it is expected."""
    return _VALUE.match(rest) is not None


def said(typed: str, plan: Plan) -> bool:
    """Whether a plain sentence surely states a measured value: a target's code, then a value with its unit, and nothing
    that asks."""
    target, rest = split(typed, plan)
    match = _VALUE.match(rest) if target else None
    return match is not None and match["unit"] is not None and not QUESTION.search(fold(typed))


def read(rest: str, target: Target, today: date) -> Measure:
    """What follows the code. Without a period it is as of `today`."""
    match = _VALUE.match(rest)
    if match is None:
        return Measure(None, "", None, "", "", "no_value")
    after = rest[match.end() :]
    period, day, after, problem = _period(after, today)
    document = DOCUMENT.search(after)
    note = after
    if document:
        front = PAPER.sub("", after[: document.start()])
        note = f"{front} {after[document.end() :]}"
    note = NOTHING.sub("", " ".join(note.split())).strip('()"“” ')
    unit = target.unit.strip()
    if match["unit"] is None and unit != "%" and note.lower().startswith(unit.lower()):
        note = NOTHING.sub("", note[len(unit) :])
    value = number(match["number"])
    problem = problem or _unfit(value, match["unit"], note, target)
    return Measure(value, period, day, document[0] if document else "", note, problem)


def number(text: str) -> float:
    """The number that is written: "72,5" and "72.5" are 72.5; "1.200" and "1.234.567" are whole."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        return float(text.replace(".", "").replace(",", "."))
    return float(text.replace(",", ".")) if text.count(",") + text.count(".") <= 1 else float(re.sub(r"[.,]", "", text))


def _unfit(value: float, unit: str | None, note: str, target: Target) -> Problem:
    percent = target.unit.strip() == "%"
    if value < 0:
        return "negative"
    if unit is not None and not percent:
        return "unit"
    if unit is None and percent and note:
        # "72 hồ sơ" is no share.
        return "unit"
    if percent and value > 100 and not (target.value is not None and target.value > 100):
        return "range"
    return ""


def _period(after: str, today: date) -> tuple[str, date | None, str, Problem]:
    """(name, as of which day, the words without it, what is wrong)."""
    for shape, kind in _PERIODS:
        match = shape.search(after)
        if match is None:
            continue
        rest = _LEAD_IN.sub("", after[: match.start()]) + after[match.end() :]
        named = match.groupdict()
        year = int(named["year"]) if named.get("year") else None
        name = _name(kind, named, year or today.year)
        bounds = periods.bounds(name) if name else None
        if bounds is not None and year is None and bounds[0] > today:
            name = _name(kind, named, today.year - 1)
            bounds = periods.bounds(name) if name else None
        if bounds is None or name is None:
            return "", None, rest, "period"
        if bounds[0] > today:
            return name, None, rest, "future"
        return name, min(bounds[1], today), rest, ""
    return today.isoformat(), today, after, ""


def _name(kind: str, named: dict[str, str], year: int) -> str | None:
    match kind:
        case "Q":
            return f"{year}-Q{NUMBERS[named['number'].lower()]}"
        case "M":
            return f"{year}-{int(named['number']):02d}"
        case "D":
            return f"{year}-{int(named['number']):02d}-{int(named['day']):02d}"
        case "Y":
            return str(year)
    return f"{year}-{kind}"
