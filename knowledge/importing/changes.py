"""What a sentence of aims says of how things stood before: "từ 6,2% xuống còn 2%", "(năm 2025: 52 tấn)", "tăng 8%"."""

from __future__ import annotations

import re

from knowledge.importing.amounts import NAME, NUMBER, Found, bounds_in, horizon_of, number, sign_of
from knowledge.lexicon import targets as words

_UNIT = rf"\s*%|\s+{NAME}(?:\s{NAME}){{0,3}}?"
_YEAR = r"\(?(?:(?:vào|của|trong)\s+)?năm\s+20\d\d\)?"
_MOVED = re.compile(
    rf"(?:(?:{words.CHANGES})\s+)?(?P<whence>từ\s+(?:mức\s+)?(?:{NUMBER})(?:{_UNIT})?(?:\s+{_YEAR})?),?\s+"
    rf"(?:{words.COMES})\s+(?P<printed>(?:(?:{bounds_in(words.BOUNDS_OF_COUNTS | words.MORE_OR_LESS)}|{words.ABOUT})"
    rf"\s+)?(?P<number>{NUMBER})(?P<unit>\s*%|\s+{NAME}(?:\s{NAME}){{0,3}})?)(?P<beyond>\s+trở (?:lên|xuống))?",
    re.IGNORECASE,
)
_STOOD = re.compile(rf"\((?:{words.STOOD_BEFORE})\b[^()]*\d[^()]*\)", re.IGNORECASE)
_COMPARED = re.compile(
    rf"(?<=\S),?\s+(?:{words.CHANGES})\s+(?:(?:{words.BY_HOW_MUCH})\s+)*(?:{NUMBER})(?:{_UNIT}|\s*điểm\s*%)?"
    r"(?:\s+so với(?:[^,;.]|[,.](?=\d))*)?(?=\s*[.;]?\s*$)",
    re.IGNORECASE,
)
"""The end of a sentence that only compares its value with the one before."""
_AMOUNT = re.compile(r"(?<![\w/.,–-])(?!(?:19|20)\d\d\b)\d+(?:[.,]\d+)*(?![\w/.,–-]*\d)")
_BY = re.compile(r"\bnăm\s+(20\d\d)", re.IGNORECASE)
_FIRST = re.compile(rf"^(?:{words.CHANGES})\s+", re.IGNORECASE)
_LAST = re.compile(rf"\s+(?:{words.CHANGES})$", re.IGNORECASE)
_SHORTEST = 8


def stood_before(statement: str) -> str:
    """The bracket that tells the value of a year before, "" without one."""
    found = _STOOD.search(statement)
    return found[0] if found else ""


def without_asides(statement: str) -> str:
    """The statement, as long as it was, with blanks for what only tells of the value before."""
    told = _STOOD.sub(_blank, statement)
    compared = _COMPARED.search(told)
    if compared is None or not _AMOUNT.search(told, 0, compared.start()):
        return told
    return told[: compared.start()] + _blank(compared) + told[compared.end() :]


def moves(statement: str) -> bool:
    """Whether a statement tells from what value to what other something is to come."""
    return _MOVED.search(statement) is not None


def moved(statement: str, told: str) -> Found | None:
    """The target of a statement that tells so and of nothing else; `told` is it without asides."""
    found = _MOVED.search(told)
    if found is None or _AMOUNT.search(told[: found.start()] + " " + told[found.end() :]):
        return None
    value = number(found["number"])
    before = words.HORIZON.sub("", statement[: found.start()]).strip(" ,:;-–.")
    before = _FIRST.sub("", _LAST.sub("", before))
    after = _BY.sub("", told[found.end() :]).strip(" ,:;-–.")
    metric = before if len(before) >= _SHORTEST else f"{before} {after}".strip()
    if value is None or len(metric) < _SHORTEST:
        return None
    more = (found["beyond"] or "").strip()
    sign = ">=" if more.endswith(words.UP) else "<=" if more else sign_of(found)
    unit = (found["unit"] or ("%" if "%" in found["whence"] else "")).strip()
    year = _BY.search(told, found.end())
    horizon = int(year[1]) if year else horizon_of(_without(statement, found.start("whence"), found.end("whence")))
    printed = statement[found.start("printed") : found.end("beyond") if more else found.end("printed")].strip()
    return Found(
        metric, sign, value, unit, printed, statement, horizon, stood=f"({statement[slice(*found.span('whence'))]})"
    )


def _without(statement: str, start: int, end: int) -> str:
    return statement[:start] + statement[end:]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
