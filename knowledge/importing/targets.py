"""Numeric targets in a plan's running text: conservative, for a wrong number is worse than one not found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from knowledge.lexicon import targets as words
from knowledge.model import Comparator

_WHOLE = r"\d{1,3}(?:\.\d{3})+|\d+"
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_SIGNS: Mapping[str, Comparator] = {"down": "-", "least": ">=", "most": "<=", "more": ">", "less": "<"}
"""What a bound means, by its name in the lexicon."""


def _bound(bounds: Mapping[str, str]) -> str:
    """A pattern for one of the bounds, in groups of their names."""
    return "|".join(f"(?P<{name}>{said})" for name, said in bounds.items())


_AMOUNT = re.compile(
    rf"(?<![\w/.,–-])({_WHOLE})(,\d+)?\s*({words.PERCENT})?(?:{words.A_YEAR})?(?![\w/]|[.,]\d|\s*/\s*\d)"
)
_BEFORE = re.compile(rf"(?:{_bound(words.BOUNDS)}|{words.EVEN})\s*$", re.IGNORECASE)
_COUNT = re.compile(
    rf"(?<!\w)(?:{_bound(words.BOUNDS_OF_COUNTS)})\s+(?P<number>{_WHOLE})\s+(?P<unit>[^\W\d_][^\d,.;:()]{{1,60}})",
    re.IGNORECASE,
)
"""A bounded count: "ít nhất 15 cơ sở dữ liệu"; without such a word a number may be anything."""
_UNIT_END = re.compile(rf"\s+(?:{words.AFTER_THINGS})\b")
_NOT_THINGS = re.compile(rf"(?:{words.NOT_THINGS})\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-ZĐÀ-Ỹ0-9“])|(?<![\d%])\s+(?=[-+•]\s)|\s+(?=[-+•]\s+\D)")
_PART = re.compile(r";\s+(?!\()")
_LABEL = re.compile(r"^(?:[a-zđ]\)|\d{1,2}[.)])?\s*[^\d:;]{4,90}:\s+(?=\S.{8,})|^(?:[a-zđ]\)|\d{1,2}[.)])\s+")
"""What a paragraph of several targets is headed with: "b) Xanh hóa các ngành kinh tế: …"."""
_ITEM = re.compile(r"^(?:[a-zđ]\)|\d{1,2}[.)])\s+(?=\D|\d+(?:,\d+)?\s*%)")
"""The number of a point, with which a sentence begins."""
_REACHED = re.compile(
    rf"(?<!\w)(?:(?:{words.COMES_TO})\s+)*"
    rf"(?P<printed>(?:{_bound(words.BOUNDS_OF_COUNTS | words.MORE_OR_LESS)}|{words.ABOUT})|(?:{words.IS}))"
    rf"\s+(?P<number>{_NUMBER})(?![\w/.,–-]*\d)(?:\s+(?P<unit>[^\W\d_][^,.;:()]{{0,60}}))?",
    re.IGNORECASE,
)
_FIRST = re.compile(rf"(?P<printed>)(?P<number>{_WHOLE})\s+(?P<unit>[^\W\d_][^,.;:()]{{2,60}})(?=\s|[,.;]|$)")
"""A number of things with which a part begins: "5.000 ngôi nhà đạt …"."""
_RANGE = re.compile(
    rf"(?<![\d/.,])\d[\d.]*(?:,\d+)?\s*%?\s*(?:{words.UP_TO})\s*"
    r"(?!(?:19|20)\d\d\b)\d[\d.]*(?:,\d+)?\s*(?:%|[^\W\d_])",
    re.IGNORECASE,
)
"""From one amount to another."""
_SHORTEST = 16
"""Characters of what a target measures."""


@dataclass(frozen=True, slots=True)
class Found:
    """A target as read: `printed` is the wording of its value, `horizon` the year it names, if any."""

    metric: str
    comparator: Comparator | None
    value: float | None
    unit: str
    printed: str
    statement: str
    horizon: int | None


def read_targets(text: str, *, aims: bool = False) -> Iterator[Found]:
    """Targets of one paragraph, at most one for each sentence, or part of one between ";", that holds exactly one
    percentage, or none and exactly one bounded count of things. `aims`: the paragraph stands under a heading of aims,
    where any one amount after a verb is meant to be reached, and several in one part are a target in words."""
    for sentence in _SENTENCE.split(text):
        before: Found | None = None
        pieces = [piece.strip(" -+•") for piece in _PART.split(sentence)]
        for piece in pieces if sum(map(_has_amount, pieces)) > 1 else [sentence.strip(" -+•")]:
            found = _target((_LABEL if len(pieces) > 1 else _ITEM).sub("", piece), aims=aims)
            if found is not None:
                before = _with_what_it_is_of(found, before)
                if not words.BARE.fullmatch(before.metric):
                    yield before


def _has_amount(text: str) -> bool:
    return _AMOUNT.search(text) is not None


def _target(statement: str, *, aims: bool) -> Found | None:
    if (spread := _RANGE.search(statement)) is not None:
        return _in_words(statement, spread) if aims else None
    amounts = [m for m in _AMOUNT.finditer(statement) if m[3]]
    if len(amounts) == 1:
        return _found(statement, amounts[0])
    counts = [] if amounts else list(_COUNT.finditer(statement))
    if len(counts) == 1:
        return _counted(statement, counts[0])
    reached = list(_REACHED.finditer(statement)) if aims and not counts else []
    if aims and not reached and not amounts and (first := _FIRST.match(statement)):
        reached = [first]
    if amounts and aims:
        return _in_words(statement, amounts[0])
    return _reached(statement, reached[0]) if len(reached) == 1 else None


def _with_what_it_is_of(found: Found, before: Found | None) -> Found:
    """A part that only goes on with the one before it ("trong đó …", "tầm nhìn đến năm 2050 giảm …"), with that."""
    if before is None:
        return found
    inside = words.INSIDE.match(found.statement)
    if not inside and not words.BARE.fullmatch(words.HORIZON.sub("", found.metric).strip(" ,")):
        return found
    whole = f"{before.statement.rstrip(' ;.')}; {found.statement}"
    metric = found.metric if inside else before.metric
    return replace(found, metric=words.INSIDE.sub("", metric), statement=whole)


def _in_words(statement: str, amount: re.Match[str]) -> Found | None:
    """Several amounts in one part, or from one to another: none of them is the value."""
    start, _ = _bounded(statement, amount)
    metric = _metric(statement, start, amount.end()) if start else statement.rstrip(".;")
    return Found(metric, None, None, "%", "", statement, _horizon(statement)) if len(metric) >= _SHORTEST else None


def _reached(statement: str, found: re.Match[str]) -> Found | None:
    """An amount of anything: "diện tích đạt trên 7.000 ha"."""
    value, unit = number(found["number"]), (found["unit"] or "").strip(" ,.;:")
    metric = _metric(statement, found.start(), found.end("number"))
    if value is None or len(metric) < _SHORTEST or _NOT_THINGS.match(unit) or unit.startswith("%"):
        return None
    unit = _thing(unit, 4)
    printed = " ".join(filter(None, (statement[found.start("printed") : found.end("number")], unit)))
    return Found(metric, _sign(found), value, unit, printed, statement, _horizon(statement))


def _counted(statement: str, count: re.Match[str]) -> Found | None:
    value, unit = number(count["number"]), _thing(count["unit"], 5)
    if value is None or len(unit) < 2 or _NOT_THINGS.match(unit):
        return None
    printed = statement[count.start() : count.end("number")].strip()
    metric = _metric(statement, count.start(), count.end("number"))
    return Found(metric, _sign(count), value, unit, printed, statement, _horizon(statement))


def _found(statement: str, amount: re.Match[str]) -> Found | None:
    value = number(amount[1] + (amount[2] or ""))
    if value is None:
        return None
    start, sign = _bounded(statement, amount)
    sign = ">=" if words.AND_MORE.match(statement, amount.end()) else sign
    metric = _metric(statement, start, amount.end())
    if not words.BARE.fullmatch(metric) and (len(metric) < _SHORTEST or words.VAGUE.match(metric)):
        metric = statement.rstrip(".;")
    printed = statement[start : amount.end()].strip()
    return Found(metric, sign, value, "%", printed, statement, _horizon(statement))


def _bounded(statement: str, amount: re.Match[str]) -> tuple[int, Comparator]:
    """Where an amount begins with the words that bound it, and what they mean."""
    before = _BEFORE.search(statement[: amount.start()].rstrip() + " ")
    return (before.start(), _sign(before)) if before else (amount.start(), "=")


def _sign(found: re.Match[str]) -> Comparator:
    said = found.groupdict()
    return next((sign for name, sign in _SIGNS.items() if said.get(name)), "=")


def _horizon(statement: str) -> int | None:
    """The year by which it is to be reached."""
    found = words.HORIZON.search(statement)
    return int(found[1]) if found else None


def _thing(following: str, most: int) -> str:
    """The name of what is counted, of at most so many words, from what follows the number."""
    return " ".join(_UNIT_END.split(following, maxsplit=1)[0].split()[:most]).strip(" ,.;:")


def _metric(statement: str, start: int, end: int) -> str:
    """What is measured: the words before the value; after it where the sentence begins with the value."""
    before = words.HORIZON.sub("", statement[:start]).strip(" ,:;-–.")
    before = words.VERB.sub("", before).strip(" ,:;-–")
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
    said = match["words"].strip()
    before = _BEFORE.search(said + " ") if said else None
    if said and before is None:
        return None, None
    return ">=" if words.AND_MORE.match(rest) else _sign(before) if before else "=", value
