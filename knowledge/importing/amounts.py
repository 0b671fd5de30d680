"""Amounts as Vietnamese papers print them, with the words that bound them, and what is read of a target."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.lexicon import targets as words
from knowledge.model import Comparator

WHOLE = r"\d{1,3}(?:\.\d{3})+|\d+"
NAME = r"[^\W\d_]+[23]?(?:/(?:\d[\d.]*\s)?[^\W\d_]+[23]?)*"
"""A word of a unit; that of a rate with what it is of: "người/100.000 dân", "m2/người"."""
NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_SIGNS: Mapping[str, Comparator] = {"down": "-", "least": ">=", "most": "<=", "more": ">", "less": "<"}
"""What a bound means, by its name in the lexicon."""


def bounds_in(bounds: Mapping[str, str]) -> str:
    """A pattern for one of the bounds, in groups of their names."""
    return "|".join(f"(?P<{name}>{said})" for name, said in bounds.items())


AMOUNT = re.compile(
    rf"(?<![\w/.,–-])({WHOLE})(,\d+)?\s*({words.PERCENT})?(?:{words.A_YEAR})?(?![\w/]|[.,]\d|\s*/\s*\d)"
)
_NAMED_BOUND = re.compile(rf"(?<!\w)(?:{bounds_in(words.BOUNDS_OF_COUNTS)})(?!\w)", re.IGNORECASE)
_BEFORE = re.compile(rf"(?:{bounds_in(words.BOUNDS)}|{words.EVEN})\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A target as read: `printed` is the wording of its value, `horizon` the year it names, if any, `stood` what a
    bracket says of the value before, `own` the words of the part that it was read from."""

    metric: str
    comparator: Comparator | None
    value: float | None
    unit: str
    printed: str
    statement: str
    horizon: int | None
    stood: str = ""
    own: str = ""


def bounded(statement: str, amount: re.Match[str]) -> tuple[int, Comparator]:
    """Where an amount begins with the words that bound it, and what they mean."""
    before = _BEFORE.search(statement[: amount.start()].rstrip() + " ")
    return (before.start(), sign_of(before)) if before else (amount.start(), "=")


def sign_of(found: re.Match[str]) -> Comparator:
    """What the bound in a match of `bounds_in` means; "=" without one."""
    said = found.groupdict()
    return next((sign for name, sign in _SIGNS.items() if said.get(name)), "=")


def bound_named(name: str) -> Comparator | None:
    """What the name of a measure says of its values: "Bỏ học tối đa" is at most so much."""
    found = _NAMED_BOUND.search(name)
    return sign_of(found) if found else None


def horizon_of(statement: str) -> int | None:
    """The year by which it is to be reached."""
    found = words.HORIZON.search(statement)
    if found is None:
        found = words.BY_DATE.search(statement)
        return int(found[1]) if found else None
    return int(found[1] or found[2])


def number(text: str) -> float | None:
    """A number as Vietnamese write it: "1.655" is a thousand and more, "75,5" has a decimal; None for a range."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?", text):
        return float(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+\.\d{1,2}", text):
        return float(text)
    return None


_CELL = re.compile(r"^(?P<words>[^\d≥≤<>=%]*?)\s*(?P<sign>≥|≤|>=|<=|>|<)?\s*(?P<number>\d[\d.,]*)\s*(?P<rest>.*)$")


def read_value(cell: str) -> tuple[Comparator | None, float | None]:
    """The value in a cell of an indicator table: "≥ 80" is (">=", 80); None where it is a range or words."""
    match = _CELL.match(cell.strip())
    if match is None or re.match(r"\s*[-–]\s*\d|.*;\s*\S*\d", match["rest"]):
        return None, None
    value = number(match["number"].rstrip(".,"))
    if value is None:
        return None, None
    rest = match["rest"]
    if len(rest) > 25 or re.search(r"\d", rest):
        return None, None
    signs: dict[str, Comparator] = {"≥": ">=", "≤": "<=", ">=": ">=", "<=": "<=", ">": ">", "<": "<"}
    if match["sign"]:
        return signs[match["sign"]], value
    said = match["words"].strip()
    before = _BEFORE.search(said + " ") if said else None
    if said and before is None:
        return None, None
    return ">=" if words.AND_MORE.match(rest) else sign_of(before) if before else "=", value
