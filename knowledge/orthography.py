"""Whether letters are a Vietnamese syllable, with its marks or without."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from knowledge.lexicon.orthography import ONSETS, RIMES
from knowledge.vietnamese import fold

TONES = "\u0300\u0301\u0309\u0303\u0323"
_TONE = re.compile(f"[{TONES}]")
_STOPS = ("c", "ch", "p", "t")
_STOP_TONES = frozenset("\u0301\u0323")
_ON_GLIDE = re.compile(f"(?:[aeo][\u0302\u0306\u031b]?|u\u031b)[iouy][{TONES}]|i[ae]\u0302?[{TONES}]$")
"""A tone that no keyboard sets there: "caủ", "phiả"."""
_NARROW, _WIDE = ("k", "gh", "ngh"), ("c", "g", "ng")
"""What is written only before e, ê, i, y, and what only before others."""
_FRONT = tuple("eêiy")


def _written(onset: str) -> Iterator[str]:
    """The syllables that begin so."""
    for rime in _RIMES:
        front = rime.startswith(_FRONT)
        if (onset == "g" and rime[0] == "i") or not (onset in _WIDE if front else onset in _NARROW):
            yield onset + rime


_RIMES = tuple(rime for line in RIMES for rime in line.split())
_SYLLABLES = frozenset(chain.from_iterable(map(_written, (*ONSETS.split(), ""))))
_FOLDED = frozenset(fold(" ".join(_SYLLABLES)).split())  # in one go: this is done at each start


def is_syllable(token: str) -> bool:
    """Whether folded letters could be a Vietnamese syllable."""
    return token in _FOLDED


@lru_cache(20_000)
def is_spelt(typed: str) -> bool:
    """Whether lower-case letters with their marks (NFC) could be a Vietnamese syllable spelt in full."""
    marks = tones(typed) or ""
    if _ON_GLIDE.search(unicodedata.normalize("NFD", typed)):
        return False
    bare = unicodedata.normalize("NFC", _TONE.sub("", unicodedata.normalize("NFD", typed)))
    return len(marks) < 2 and bare in _SYLLABLES and (marks in _STOP_TONES or not bare.endswith(_STOPS))


def tones(typed: str) -> str | None:
    """The tone marks of a token, "" for the level tone; None where it was typed without any mark at all."""
    if typed.isascii():
        return None
    return "".join(c for c in unicodedata.normalize("NFD", typed) if c in TONES)
