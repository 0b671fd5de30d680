"""A typed message beside its folded form: matched in the one, quoted from the other."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.vietnamese import clean, fold

_LONGEST = 4_096
CODE, FOREIGN = "\x00", "\x01"
"""Stand in place of a code (which ends a clause) and of a link, date or number of a document (which does not)."""

_STOPS = str.maketrans({"。": ".", "、": ",", "٪": "%", "−": "-"})


@dataclass(frozen=True, slots=True)
class Typed:
    """`text` as typed (composed); `folded` its plain lower-case form, in which patterns are sought; `places` maps each
    character of `folded` to its place in `text`."""

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


def typed(message: str) -> Typed:
    """Prepares a message; what is longer than a chat message can be is cut."""
    text = unicodedata.normalize("NFC", message[:_LONGEST])
    text = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cs", "Co", "Cn"))
    folded: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for piece in _plain(char):
            folded.append(piece)
            places.append(place)
    return Typed(text, "".join(folded), tuple(places))


def _plain(char: str) -> str:
    if char == "\n":
        return char
    if char.isspace() or unicodedata.category(char) == "Cc":
        return " "
    # A letter goes first, so that letters of other scripts that look like Latin ones are recognised.
    return fold(clean("x" + char)[1:]).strip().translate(_STOPS)
