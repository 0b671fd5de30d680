"""Numeric targets in a plan's running text: conservative, for a wrong number is worse than one not found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.lexicon.importing import AT_LEAST, AT_MOST, LESS, MORE
from knowledge.model import Comparator

_AMOUNT = re.compile(
    r"(?<![\w/.,–-])(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?\s*(%|điểm %|phần trăm)?(?![\w/]|[.,]\d|\s*/\s*\d)"
)
_BEFORE = re.compile(
    rf"(?:(?P<down>giảm(?: bình quân| tối thiểu)?)|(?P<least>{AT_LEAST})|(?P<most>{AT_MOST})|(?P<more>{MORE})"
    rf"|(?P<less>{LESS})|(?P<even>đạt|bằng|là|phấn đấu|khoảng))\s*$",
    re.IGNORECASE,
)
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
    """Targets in percent of one paragraph, at most one for each sentence that holds exactly one percentage."""
    for sentence in _SENTENCE.split(text):
        statement = sentence.strip(" -+•")
        amounts = [m for m in _AMOUNT.finditer(statement) if m[3]]
        if len(amounts) == 1:
            found = _found(statement, amounts[0])
            if found is not None:
                yield found


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
    before = re.sub(r"\b(?:đạt|là|phấn đấu|có|bảo đảm|đảm bảo)\s*$", "", before, flags=re.IGNORECASE).strip(" ,:;-–")
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
