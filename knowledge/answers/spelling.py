"""How the words of records are spelt: "họp" and "hợp" have the same letters, and are two words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter

from knowledge.questions import Question
from knowledge.search import Match
from knowledge.vietnamese import fold_word

Spellings = Mapping[str, set[str]]
"""Folded syllable → the ways it is spelt."""
_SYLLABLE = re.compile(r"[^\W\d_]+")


@lru_cache(20_000)
def letters(typed: str) -> str:
    """A syllable with its marks, wherever on it the tone stands."""
    return "".join(sorted(unicodedata.normalize("NFD", typed)))


def spellings(text: str) -> Spellings:
    """The spellings in a text."""
    found: dict[str, set[str]] = {}
    for token in set(_SYLLABLE.findall(unicodedata.normalize("NFC", text).lower())):
        found.setdefault(fold_word(token), set()).add(letters(token))
    return found


def as_spelt(
    matches: Sequence[Match], q: Question, weights: Mapping[str, float], of: Callable[[str, str], Spellings]
) -> list[Match]:
    """The matches, best first, each without what only the letters of a word share with the question. `weights`: of the
    question's words; `of`: the spellings in a record, by its code and, of running text, the piece that matched."""
    spelt = {w: letters(typed) for w, typed in q.spelt.items() if w in weights}
    if not spelt:
        return list(matches)
    whole, found = sum(weights.values()), []
    for match in matches:
        alike, gone = of(match.entry.code, match.entry.text), 0.0
        for word, typed in spelt.items():
            if word in alike and typed not in alike[word]:
                gone += weights[word]
        left = 1 - gone / whole
        found.append(Match(match.entry, *(part * left for part in match[1:])) if gone else match)
    return sorted(found, key=attrgetter("score"), reverse=True)
