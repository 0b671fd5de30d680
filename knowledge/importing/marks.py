"""Numbers that mark the parts of papers, in the styles that offices use: "Phần thứ nhất", "A.", "I/", "1-", "3.2.1"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.lexicon import outlines as words

PART, CHAPTER, DIVISION, LETTER, ROMAN, ARTICLE, NUMBER = range(7)
"""Kinds of marks, the greatest first; "1.1" is one more than NUMBER, "1.1.1" two."""
_CAPITALS = "".join(c for c in map(chr, range(0x41, 0x1EFA)) if c.isupper())
_STOP = rf"(?:\s*[.)/]\s+|\s?[-–]\s+(?=[{_CAPITALS}“])|[-–]\s+(?=\d+\s*%))"
_WORD = re.compile(
    rf"^(?P<word>{'|'.join(words.WORDS)})\s+(?P<number>{words.ORDINAL}|[IVX]{{1,5}}|\d{{1,2}}|[A-EĐ])(?=[\s.:–-]|$)"
    r"(?P<stop>\s*[.:–-]*)\s*(?P<title>.*)$",
    re.IGNORECASE,
)
_LETTER = re.compile(rf"^(?P<number>[{words.LETTERS}]){_STOP}(?P<title>\S.*)$")
_ROMAN = re.compile(rf"^(?P<number>[IVX]{{1,5}}){_STOP}(?P<title>\S.*)$")
_ARTICLE = re.compile(rf"^{words.ARTICLE} (?P<number>\d{{1,3}})\s*[.:]\s+(?P<title>\S.*)$")
_NUMBER = re.compile(rf"^(?P<number>\d{{1,2}}){_STOP}(?P<title>\S.*)$")
_DECIMAL = re.compile(
    rf"^(?:(?P<roman>[IVX]{{1,5}})\.)?(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,3}})"
    rf"(?:\s*[.)/:]\s+|\s?[-–]\s+|\s+(?=[{_CAPITALS}“]))(?P<title>\S.*)$"
)
_LONGEST_WORD = 200


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark that a line begins with: its kind, its number, what follows it; `word` goes before the number, `roman`
    is a number above it that it repeats ("II.1")."""

    kind: int
    number: str
    title: str
    word: str = ""
    roman: str = ""


def mark_of(text: str) -> Mark | None:
    """The mark of a line, None where it has none, or one that marks points only ("a)", "-")."""
    first = text[:1]
    if first.isdecimal() or first in "IVX":
        return _number(text)
    if (article := _ARTICLE.match(text)) is not None:
        return Mark(ARTICLE, article["number"], article["title"])
    if (letter := _LETTER.match(text)) is not None:
        return Mark(LETTER, letter["number"], letter["title"])
    return _word(text)


def _number(text: str) -> Mark | None:
    if (roman := _ROMAN.match(text)) is not None:
        return Mark(ROMAN, roman["number"], roman["title"])
    if (number := _NUMBER.match(text)) is not None:
        return Mark(NUMBER, number["number"], number["title"])
    decimal = _DECIMAL.match(text)
    if decimal is None or not (decimal["roman"] or "." in decimal["number"] or _alone(decimal["title"])):
        return None
    depth = decimal["number"].count(".")
    return Mark(NUMBER + depth, decimal["number"], decimal["title"], roman=decimal["roman"] or "")


def _alone(title: str) -> bool:
    """Whether a number without a stop can stand before it: "2 CHỈ TIÊU"."""
    return title.isupper() and " " in title


def _word(text: str) -> Mark | None:
    """ "PHẦN THỨ NHẤT", "Chương II. Nhiệm vụ"; words that go on as a sentence does ("Phần I của …") are none."""
    found = _WORD.match(text) if len(text) < _LONGEST_WORD else None
    if found is None or not text[0].isupper():
        return None
    title = found["title"]
    if title and not (found["stop"].strip() or title.isupper()):
        return None
    kind = words.WORDS.index(found["word"].lower())
    return Mark(kind, found["number"], title, word=found["word"].capitalize())


def follows(number: str, before: str) -> bool:
    """Whether a number is the next after another of its kind: "4" after "3", "3.3" after "3.2", "Đ" after "D"."""
    if number in words.LETTERS and before in words.LETTERS:
        return words.LETTERS.index(number) - words.LETTERS.index(before) in (1, 2)
    head, _, last = number.rpartition(".")
    above, _, one = before.rpartition(".")
    return head == above and last.isdecimal() and one.isdecimal() and int(last) == int(one) + 1
