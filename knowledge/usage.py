"""How a plan uses its words: how rare they are, and beside which others they stand."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, KeysView
from itertools import pairwise

from knowledge.orthography import is_syllable
from knowledge.postings import Pair, Soft, Text

_BOUND_SHARE, _BOUND_TIMES = 0.85, 3
"""A word is bound when so large a share of its occurrences, and so many, have the same neighbour."""
_FIRM = 3
"""A pair that the plan prints with a hard word at both places; 1, 2: at the first, at the second."""


class Usage:
    """The words of a plan's records, which are added one by one."""

    def __init__(self) -> None:
        self.size = 0
        self._having: Counter[str] = Counter()
        self._counts: Counter[str] = Counter()
        self._pair_counts: Counter[Pair] = Counter()
        self._firm: dict[Pair, int] = {}

    def add(self, texts: Iterable[Text], words: Iterable[str]) -> None:
        """A record: its texts, and each of its words once."""
        self.size += 1
        self._having.update(words)
        for text in texts:
            beside = list(pairwise(text.words))
            self._counts.update(text.words)
            self._pair_counts.update(beside)
            for pair in beside:
                if (firm := self._firm.get(pair, 0)) != _FIRM:
                    self._firm[pair] = firm | (not isinstance(pair[0], Soft)) | 2 * (not isinstance(pair[1], Soft))

    def settle(self) -> None:
        """All records are in."""
        self._rarest = math.log(1 + self.size / 0.5)
        self._single = math.log(1 + self.size / 1.5)
        self._idf = {word: math.log(1 + self.size / (times + 0.5)) for word, times in self._having.items()}
        self.bound = frozenset(
            word
            for pair, times in self._pair_counts.items()
            for word in pair
            if (count := self._counts[word]) >= _BOUND_TIMES and times >= _BOUND_SHARE * count and is_syllable(word)
        )
        """Words that the plan uses nearly always beside one neighbour: "trường" in "môi trường"."""

    @property
    def pairs(self) -> KeysView[Pair]:
        """Words that stand side by side somewhere in the plan."""
        return self._pair_counts.keys()

    def idf(self, word: str) -> float:
        """How rare a word is; a word that the plan does not have weighs as much as the rarest."""
        return self._idf.get(word, self._rarest)

    def knows(self, word: str) -> bool:
        """Whether the plan's records have the word."""
        return word in self._idf

    def is_single(self, word: str) -> bool:
        """Whether one record alone has the word."""
        return self._idf.get(word, 0.0) == self._single

    def is_firm(self, pair: Pair, at: int) -> bool:
        """Whether the plan prints the pair with a hard word at this place of it."""
        return self._firm.get(pair, 0) & (at + 1) > 0
