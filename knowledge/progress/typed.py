"""A typed message beside its folded form: matched in the one, quoted from the other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from knowledge.keyed import telex
from knowledge.lexicon.progress import SYLLABLES
from knowledge.orthography import is_syllable
from knowledge.progress.spoken import figures
from knowledge.vietnamese import clean, fold

_WORD = re.compile(r"(?<![^\W_])(?=[a-z]*[0-9]?[a-z]+)[a-z][a-z0-9]{2,}(?![^\W_])")
_LETTERS = re.compile(r"(?<![^\W_])[a-z]{4,}(?![^\W_])")
_OF_CODES = frozenset("ivxl0123456789")
_LONGEST = 4_096
CODE, FOREIGN = "\x00", "\x01"
"""Stand in place of a code (which ends a clause) and of a link, date or number of a document (which does not)."""

_PICTURE = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]")
TICKS = "✅✔☑"

_STOPS = str.maketrans({"。": ".", "、": ",", "٪": "%", "−": "-"})


@dataclass(frozen=True, slots=True)
class Typed:
    """`text` as typed (composed); `folded` its plain lower-case form with single spaces, in which patterns are sought;
    `places` maps each character of `folded` to its place in `text`."""

    text: str
    folded: str
    places: tuple[int, ...]

    def quote(self, start: int, end: int) -> str:
        """What was typed between two places of `folded`."""
        if start >= end:
            return ""
        return self.text[self.places[start] : self.places[end - 1] + 1]


def masked(text: str, ranges: Iterable[tuple[int, int]], mask: str = FOREIGN) -> str:
    """The text with these ranges made unmatchable; places stay the same."""
    chars = list(text)
    for start, end in ranges:
        chars[start:end] = mask * (end - start)
    return "".join(chars)


@lru_cache(maxsize=8)
def typed(message: str) -> Typed:
    """Prepares a message; what is longer than a chat message can be is cut."""
    text = unicodedata.normalize("NFC", message[:_LONGEST])
    text = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cs", "Co", "Cn"))
    folded: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for piece in _plain(char):
            if piece == " " == (folded[-1] if folded else ""):
                continue
            folded.append(piece)
            places.append(place)
    _take_keys_off(text, folded, places)
    _put_in_order(folded)
    words = "".join(
        text[place].lower()[:1] if letter.isalpha() else letter for letter, place in zip(folded, places, strict=True)
    )
    for start, end, number in reversed(list(figures("".join(folded), words))):
        covered = [*places[start : start + len(number) - 1], places[end - 1]]
        folded[start:end], places[start:end] = number, covered
    return Typed(text, "".join(folded), tuple(places))


def _take_keys_off(text: str, folded: list[str], places: list[int]) -> None:
    """Replaces words that were typed with Telex or VNI keys ("ddang lamf", "hoan2 thanh2") by the syllables that they
    stand for, when these are words of the grammar. Each replaced word still covers the whole of what was typed."""
    for match in reversed(list(_WORD.finditer("".join(folded)))):
        start, end = match.span()
        syllable = _without_keys(match[0]) if text[places[start] : places[end - 1] + 1].isascii() else None
        if syllable:
            covered = [*places[start : start + len(syllable) - 1], places[end - 1]]
            folded[start:end], places[start:end] = syllable, covered


def _put_in_order(folded: list[str]) -> None:
    """Mends words of the grammar in which two letters changed places ("hoàn thnàh")."""
    for match in _LETTERS.finditer("".join(folded)):
        mended = _swapped(match[0])
        if mended:
            folded[match.start() : match.end()] = mended


@lru_cache(maxsize=4_096)
def _swapped(word: str) -> str | None:
    if word in SYLLABLES or is_syllable(word) or set(word) <= _OF_CODES:
        return None
    swaps = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)} & SYLLABLES
    return swaps.pop() if len(swaps) == 1 else None


@lru_cache(maxsize=4_096)
def _without_keys(word: str) -> str | None:
    if word in SYLLABLES or is_syllable(word) or set(word) <= _OF_CODES:
        return None
    if any(c.isdigit() for c in word):
        letters = "".join(c for c in word if c.isalpha())
        readings = {letters} if is_syllable(letters) else set()
    else:
        readings = telex(word)
    return max((r for r in readings if r in SYLLABLES and len(r) > 1), key=len, default=None)


@lru_cache(maxsize=4_096)
def _plain(char: str) -> str:
    if char == "\n":
        return char
    if char.isspace() or unicodedata.category(char) == "Cc" or (_PICTURE.match(char) and char not in TICKS):
        return " "
    # A letter goes first, so that letters of other scripts that look like Latin ones are recognised.
    return fold(clean("x" + char)[1:]).strip().translate(_STOPS)
