"""Numeric targets in a plan's running text: conservative, for a wrong number is worse than one not found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.lexicon.importing import (
    AFTER_THINGS,
    AT_LEAST,
    AT_MOST,
    COUNT_AT_LEAST,
    COUNT_AT_MOST,
    LESS,
    LESS_BY,
    MORE,
    NOT_THINGS,
)
from knowledge.model import Comparator

_AMOUNT = re.compile(
    r"(?<![\w/.,–-])(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?\s*(%|điểm %|phần trăm)?(?![\w/]|[.,]\d|\s*/\s*\d)"
)
_BEFORE = re.compile(
    rf"(?:(?P<down>{LESS_BY})|(?P<least>{AT_LEAST})|(?P<most>{AT_MOST})|(?P<more>{MORE})"
    rf"|(?P<less>{LESS})|(?P<even>đạt|bằng|là|phấn đấu|khoảng))\s*$",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"(?<!\w)(?:(?P<least>{COUNT_AT_LEAST})|(?P<most>{COUNT_AT_MOST}))"
    r"\s+(?P<number>\d{1,3}(?:\.\d{3})+|\d+)\s+(?P<unit>[^\W\d_][^\d,.;:()]{1,60})",
    re.IGNORECASE,
)
"""A bounded count: "ít nhất 15 cơ sở dữ liệu"; without such a word a number may be anything."""
_UNIT_END = re.compile(rf"\s+(?:{AFTER_THINGS})\b")
_NOT_THINGS = re.compile(rf"(?:{NOT_THINGS})\b", re.IGNORECASE)
_HORIZON = re.compile(r"(?:đến|tới|trong|hết|cuối)\s+(?:hết\s+|cuối\s+)?(?:năm\s+)?(20\d\d)", re.IGNORECASE)
_VAGUE = re.compile(r"^(?:trong (?:số )?đó|tiếp tục|phấn đấu|bảo đảm|trở lên)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-ZĐÀ-Ỹ0-9“])|\s+(?=[-+•]\s)")


@dataclass(frozen=True, slots=True)
class Found:
    """A target as read: `printed` is the wording of its value, `horizon` the year it names, if any."""

    metric: str
    comparator: Comparator
    value: float
    unit: str
    printed: str
    statement: str
    horizon: int | None


def read_targets(text: str) -> Iterator[Found]:
    """Targets of one paragraph, at most one for each sentence that holds exactly one percentage, or none and exactly
    one bounded count of things."""
    for sentence in _SENTENCE.split(text):
        statement = sentence.strip(" -+•")
        amounts = [m for m in _AMOUNT.finditer(statement) if m[3]]
        if len(amounts) == 1:
            found = _found(statement, amounts[0])
            if found is not None:
                yield found
        elif not amounts and (counts := list(_COUNT.finditer(statement))) and len(counts) == 1:
            yield from _counted(statement, counts[0])


def _counted(statement: str, count: re.Match[str]) -> Iterator[Found]:
    value = number(count["number"])
    unit = " ".join(_UNIT_END.split(count["unit"], maxsplit=1)[0].split()[:5]).strip(" ,.;:")
    if value is None or len(unit) < 2 or _NOT_THINGS.match(unit):
        return
    comparator: Comparator = "<=" if count["most"] else ">="
    horizon = _HORIZON.search(statement)
    printed = statement[count.start() : count.end("number")].strip()
    metric = _metric(statement, count.start(), count.end("number"))
    yield Found(metric, comparator, value, unit, printed, statement, int(horizon[1]) if horizon else None)


def _found(statement: str, amount: re.Match[str]) -> Found | None:
    value = number(amount[1] + (amount[2] or ""))
    if value is None:
        return None
    before = _BEFORE.search(statement[: amount.start()].rstrip() + " ")
    start = before.start() if before else amount.start()
    comparator = _comparator(before, statement[amount.end() :])
    metric = _metric(statement, start, amount.end())
    if len(metric) < 16 or _VAGUE.match(metric):
        metric = statement.rstrip(".;")
    horizon = _HORIZON.search(statement)
    year = int(horizon[1]) if horizon else None
    return Found(metric, comparator, value, "%", statement[start : amount.end()].strip(), statement, year)


def _comparator(before: re.Match[str] | None, after: str) -> Comparator:
    if re.match(r"\s*trở lên", after):
        return ">="
    kind = before.lastgroup if before else None
    known: dict[str | None, Comparator] = {"least": ">=", "most": "<=", "more": ">", "less": "<", "down": "-"}
    return known.get(kind, "=")


def _metric(statement: str, start: int, end: int) -> str:
    """What is measured: the words before the value; after it where the sentence begins with the value."""
    before = _HORIZON.sub("", statement[:start]).strip(" ,:;-–.")
    before = re.sub(r"\b(?:đạt|là|phấn đấu|có|còn|xuống|bảo đảm|đảm bảo)\s*$", "", before, flags=re.IGNORECASE).strip(
        " ,:;-–"
    )
    after = statement[end:].strip(" ,:;-–.")
    return before if len(before) >= 8 else f"{before} {after}".strip()


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
    words = match["words"].strip()
    before = _BEFORE.search(words + " ") if words else None
    if words and before is None:
        return None, None
    return _comparator(before, rest), value
