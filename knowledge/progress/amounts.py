"""Numbers of a progress message: percentages, periods, and what only looks like them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from knowledge.lexicon.numbers import NUMBER_WORDS

OPAQUE = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)\S[^\s@]*@\S[^\s.]*\.\S+")
"""Links and addresses: nothing in them is read."""

FOREIGN = re.compile(
    r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}(?!\d)"  # dates
    r"|\d{1,99}(?:/\d{4})?/[a-z]{1,}[\w\-]*"  # document numbers
    r"|(?<![\d%.,])\d+(?:/(?!100(?!\d))\d+)+(?! ?%)"  # days, fractions
    r"|\d{1,2}(?:h|g)\d{0,2}(?!\w)|(?<!\d)\d{1,2}:[0-5]\d(?![\d%])"  # hours
    r"|(?<!\d)0?\d{9,}(?!\d)"  # telephone numbers
    r"|\d{1,99}(?:[.,]\d{1,99}){0,9}"
    r" ?(?:trieu|ty|dong|vnd|tr|k|ho so|tthc|nguoi|phong|don vi|van ban|buoc|phan|lan)(?!\w)(?! tram)"
)
"""Dates, numbers of documents, fractions, hours, sums: they belong to the note."""

_DIGITS = r"(?:\d[\dol]*|[ol](?=[\dol]*\d)[\dol]+)(?:[.,]\d+)?"
_SIGN = r"(?:%+|phan tram(?!\w)|percent(?!\w)|per cent(?!\w)|pt(?!\w))"
_NUMBER_WORD = "(?:" + "|".join([*NUMBER_WORDS, "muoi", "chuc", "tram"]) + ")"
_DOWNTO = r" ?(?:(?:giam )?(?:xuong|con)(?: con)?) ?"
_UPTO = r" ?(?:(?:tang )?len(?: den| toi| duoc| thanh)?|[-=]+>|→|>>|➔|thanh) ?"

PERCENT = re.compile(
    rf"(?:tu )?(?P<from>{_DIGITS}) ?{_SIGN}?{_UPTO}(?P<to>{_DIGITS}) ?{_SIGN}"
    rf"|tu {_DIGITS} ?{_SIGN}?{_DOWNTO}(?P<less>{_DIGITS}) ?{_SIGN}"
    rf"|khong phai (?:la )?{_DIGITS} ?{_SIGN}?,? ?ma (?:phai )?(?:la )?(?P<rather>{_DIGITS}) ?{_SIGN}"
    rf"|(?P<low>(?<![\w.,]){_DIGITS}) ?{_SIGN}? ?(?:-|~|den|toi|hoac|hay) ?(?P<high>{_DIGITS}) ?{_SIGN}"
    rf"|(?P<minus>(?<![\w)\]%\x00])[-−](?=\d))?(?P<plain>(?<![\w.,]){_DIGITS}) ?{_SIGN}"
    rf"|(?<!\w)(?P<words>{_NUMBER_WORD}(?: {_NUMBER_WORD})*) phan tram(?!\w)"
    rf"|(?<![\w.,/])(?P<hundredth>\d{{1,3}})/100(?!\d)"
    r"|(?P<half>(?<!\w)(?:mot|1) nua(?!\w))"
)
BARE = re.compile(r"(?P<minus>(?<![\w)\]%\x00])[-−])?(?P<plain>\d{1,9}(?:[.,]\d{1,2})?)(?![\w%/]|[.,:]\d)")
BROKEN = re.compile(r"[^\s%]*%")
"""A percent sign without a number that can be read: "abc%", "?%", "1e2%"."""

PERIOD = re.compile(
    r"(?:cua |cho |trong )?(?:(?:ky|nam|dot) (?:nam )?)?(?P<year>20\d\d)(?![\d%/])"
    r"|(?:cua |cho |trong )?(?:ky |dot )?"
    r"(?:quy (?:i{1,3}|iv|[1-4])|q[1-4]|thang \d{1,2}|t\d{1,2}|6 thang (?:dau|cuoi) nam)"
    r"(?:(?: ?/ ?| nam |-)20\d\d)?(?![\w%])"
)
"""The occurrence that an update names ("2025", "quý II/2026", "tháng 6")."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A percentage found at `start`–`end`: `value` 0–100, or why there is none. `moved`: it was said
    together with the one before ("từ 40% lên 60%")."""

    start: int
    end: int
    value: float | None
    fault: Literal["", "bad_percent", "ambiguous"] = ""
    moved: bool = False


def percent_at(text: str, start: int) -> Amount | None:
    """The percentage that begins exactly at `start`."""
    match = PERCENT.match(text, start)
    return _amount(match) if match else None


def percents(text: str, start: int = 0, end: int | None = None) -> list[Amount]:
    """All percentages of the text between two places."""
    return [_amount(m) for m in PERCENT.finditer(text, start, len(text) if end is None else end)]


def _amount(match: re.Match[str]) -> Amount:
    start, end = match.span()
    if match["low"]:
        return Amount(start, end, None, "ambiguous")
    if match["words"]:
        return _valued(start, end, spoken(match["words"].split()))
    if match["half"]:
        return Amount(start, end, 50.0)
    if match["minus"]:
        return Amount(start, end, None, "bad_percent")
    moved = match["to"] or match["less"] or match["rather"]
    return replace(_valued(start, end, decimal(moved or match["plain"] or match["hundredth"])), moved=moved is not None)


def _valued(start: int, end: int, value: float | None) -> Amount:
    if value is None or not 0 <= value <= 100:
        return Amount(start, end, None, "bad_percent")
    return Amount(start, end, value)


def decimal(digits: str) -> float | None:
    """The number, with a decimal comma or point and letters typed for digits ("6O"); None when absurd."""
    plain = digits.replace("o", "0").replace("l", "1").replace(",", ".")
    return float(plain) if len(plain) < 12 else None


def bare_at(text: str, start: int) -> Amount | None:
    """The number without a sign that begins exactly at `start`."""
    match = BARE.match(text, start)
    if match is None:
        return None
    if match["minus"]:
        return Amount(*match.span(), None, "bad_percent")
    return _valued(*match.span(), decimal(match["plain"]))


def spoken(words: list[str]) -> float | None:
    """The number that the words say ("sáu mươi lăm" is 65, "một trăm" 100); None when they say none."""
    words = ["muoi" if word == "chuc" else word for word in words]
    if words[-1] == "tram":
        return 100.0 if len(words) == 1 else 100.0 * NUMBER_WORDS.get(words[0], 9) if len(words) == 2 else None
    if "tram" in words:
        return None
    if "muoi" not in words:
        value = NUMBER_WORDS.get(words[0])
        if len(words) == 2 and value:  # "bảy lăm"
            return 10.0 * value + NUMBER_WORDS[words[1]]
        return float(value) if len(words) == 1 and value is not None else None
    at = words.index("muoi")
    tens = 1 if at == 0 else NUMBER_WORDS.get(words[0], 0)
    ones = words[at + 1 :]
    if at > 1 or len(ones) > 1 or "muoi" in ones:
        return None
    return 10.0 * tens + (NUMBER_WORDS[ones[0]] if ones else 0)
