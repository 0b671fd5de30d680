"""A printed phrase made ready for the grammar: one case, one spacing, the damage of scanning mended."""

from __future__ import annotations

import re

from knowledge import vietnamese
from knowledge.lexicon.deadlines import ROMAN, SYLLABLES
from knowledge.patterns import seldom

_DASHES = seldom("[\u2192\u2794\u2010-\u2015\u2212\u2043\u30fc]")
_TOKEN = seldom(r"[^\W\d_]+|\d+|\s+|.", re.DOTALL)
_OCR_DIGITS = seldom(r"(?<![^\W_])(?=[oOlI|\d]*\d)[oOlI|\d]{2,4}(?![^\W_])")
_LONE_DAY = seldom(r"(?<=ngày )[lI|](?=\s*/)", re.IGNORECASE)
_QUOTES = str.maketrans(dict.fromkeys("\"'“”‘’„«»*", " "))
_LISTED = seldom(r"\s*[-+*•]")
_BULLET = seldom(r"\s*\n\s*[-+*•]\s*(?=\S)")
_CUT_RANGE = seldom(r"(?<![\d/.])(\d{4}|\d{1,2}/\d{1,2})[ \t]*\n\s*[-–][ \t]*(?=\d)")
"""A range that a line of a cell breaks, "2026" and "- 2030" below, is no list."""
_YEAR = seldom(r"(?<=[/.])(?:19|20)(?: ?\d){2}(?![\d])|(?<=năm )(?:19|20)(?: ?\d){2}(?!\d)")
_SPLIT_DAY = seldom(r"(?<![\d/])([1-3]) (?=0/\d)")
"""A scan splits "30/9" into "3 0/9"; no month has a day 0."""
_EARLY_DAY = seldom(r"(?:ng[aà]y )?(?:mùng|mồng|mung|mong) (?=\d)")
_VOWELS = frozenset("aeiouy")
_LONGEST = 2_000


def fold(text: str) -> str:
    """The text without diacritics; each character stays one character, so that places in both agree."""
    return "".join(vietnamese.fold(char)[:1] or char for char in text)


def prepare(text: str) -> tuple[str, str]:
    """The phrase in lower case with single spaces, once with its diacritics and once without (same length).

    Text beyond some thousands of characters is not a deadline and is cut.
    """
    text = text[:_LONGEST]
    if not _LISTED.match(text):
        text = _CUT_RANGE.sub(r"\1 - ", text)
    plain = vietnamese.clean(_BULLET.sub(" ; ", text))
    plain = _DASHES.sub("-", plain.translate(_QUOTES))
    plain = _OCR_DIGITS.sub(lambda m: m[0].translate(str.maketrans("oOlI|", "00111")), plain)
    plain = _LONE_DAY.sub("1", plain).lower()
    words = _mend([token for token in _TOKEN.findall(plain) if token.strip()])
    plain = re.sub(r" ?([/.]) ?", r"\1", " ".join(words))
    plain = _YEAR.sub(lambda m: m[0].replace(" ", ""), plain)
    plain = _EARLY_DAY.sub("ngày ", _SPLIT_DAY.sub(r"\1", plain))
    return plain, fold(plain)


def _mend(tokens: list[str]) -> list[str]:
    """Joins syllables that the scan split and splits those that it glued."""
    out: list[str] = []
    for token in tokens:
        if out and _is_split(out[-1], token):
            out[-1] += token
        else:
            out.extend(_unglue(token))
    return out


def _is_split(left: str, right: str) -> bool:
    a, b = fold(left), fold(right)
    if not (a + b).isalpha() or a + b not in SYLLABLES or a in SYLLABLES:
        return False
    if b in SYLLABLES:
        return _is_fragment(a)  # "t háng": a lone consonant is no word, whatever follows it
    return _is_fragment(a) or _is_fragment(b) or len(a + b) >= 4


def _is_fragment(syllable: str) -> bool:
    """No Vietnamese syllable lacks a vowel ("t", "ng", "qu")."""
    return not (set(syllable.removeprefix("qu")) & _VOWELS)


def _unglue(token: str) -> list[str]:
    folded = fold(token)
    if len(folded) < 4 or not folded.isalpha() or folded in SYLLABLES:
        return [token]
    lengths = _segments(folded)
    if not lengths:
        return [token]
    pieces, at = [], 0
    for length in lengths:
        pieces.append(token[at : at + length])
        at += length
    return pieces


def _segments(folded: str) -> list[int] | None:
    """Lengths of the known syllables that make up the token, or None; a quarter's numeral may end it ("quyiv")."""
    if not folded:
        return []
    for length in range(min(6, len(folded)), 1, -1):
        head, rest = folded[:length], folded[length:]
        if head not in SYLLABLES:
            continue
        if head == "quy" and rest in ROMAN:
            return [length, len(rest)]
        tail = _segments(rest)
        if tail is not None:
            return [length, *tail]
    return None
