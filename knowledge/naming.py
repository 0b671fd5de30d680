"""Names of records, and how much of one a question says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from knowledge.postings import BREAK, Letters, Soft
from knowledge.usage import Usage

_SOFT_NAME = 0.3
"""Weight, beside its rarity, of a soft word of a name."""
_NAMES = 4096
"""Names whose weights are kept at hand: those of a usual plan; of a large one there would be too many."""


class Whole(NamedTuple):
    """A wording of a question as names are compared with it: how many words it has, those that the plan has, in
    letters, and each of these with what it weighs."""

    size: int
    letters: str
    words: Sequence[tuple[str, float]]


class Names:
    """Compares wordings of questions with the names of records, which are given in letters (see Spelt)."""

    def __init__(self, letters: Letters, usage: Usage) -> None:
        self._letters = letters
        self._firm = {letter: usage.idf(word) for word, letter in letters.items()}
        self._soft = {letter: weight * _SOFT_NAME for letter, weight in self._firm.items()}
        self._weighed = lru_cache(_NAMES)(self._weighed_name)

    def whole(self, words: Sequence[str]) -> Whole:
        """A wording of a question as names are compared with it."""
        said = dict.fromkeys(words)
        letters, firm, soft = self._letters, self._firm, self._soft
        known = [(letters[w], soft if isinstance(w, Soft) else firm) for w in said if w in letters]
        weighed = [(letter, weights[letter]) for letter, weights in known]
        return Whole(len(said), "".join([letter for letter, _ in known]), weighed)

    def said(self, names: Iterable[str], wholes: Sequence[Whole]) -> float:
        """The largest share 0–1 of one of some names that one of the wordings says."""
        most = 0.0
        for name in names:
            parts, weight = self._weighed(name)
            for whole in wholes:
                # Which words are soft is told by the shorter of the two.
                if len(name) > whole.size:
                    of_name = sum([of_word for letter, of_word in whole.words if letter in name])
                else:
                    of_name = sum([of_word for letter, of_word in parts if letter in whole.letters])
                if of_name > most * weight:
                    most = of_name / weight
        return most

    def _weighed_name(self, name: str) -> tuple[list[tuple[str, float]], float]:
        """The letters of a name, hard ones and then soft ones, with their weights; and what they weigh together."""
        firm, soft = name.split(BREAK)
        weights = [*map(self._firm.__getitem__, firm), *map(self._soft.__getitem__, soft)]
        return list(zip(firm + soft, weights, strict=True)), sum(weights)
