"""How a plan uses its words: how rare they are, and beside which others they stand."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, KeysView
from itertools import filterfalse, pairwise
from typing import TypeVar

from knowledge.orthography import is_syllable
from knowledge.postings import Pair, Soft, Text

T = TypeVar("T")
_BOUND_SHARE, _BOUND_TIMES = 0.85, 3
"""A word is bound when so large a share of its occurrences, and so many, have the same neighbour."""
_FIRM = 3
"""A pair that the plan prints with a hard word at both places; 1, 2: at the first, at the second."""
_AT_ONCE = 2000
"""So many texts wait to be counted: those that come again and again are counted once."""


def count(counts: Counter[T], some: Iterable[T], times: int) -> None:
    """Counts all of some so many times."""
    counts.update(some if times == 1 else {one: times * n for one, n in Counter(some).items()})


class Usage:
    """The words of a plan's records, which are added one by one."""

    def __init__(self) -> None:
        self.size = 0
        self._having: Counter[str] = Counter()
        self._counts: Counter[str] = Counter()
        self._pair_counts: Counter[Pair] = Counter()
        self._firm: dict[Pair, int] = {}
        self._wholly_firm: set[Pair] = set()
        self._times: dict[Text, int] = defaultdict(int)

    def add(self, texts: Iterable[Text], words: Iterable[str]) -> None:
        """A record: its texts, and each of its words once."""
        self.size += 1
        self._having.update(words)
        for text in texts:
            self._times[text] += 1
        if len(self._times) > _AT_ONCE:
            self._count()

    def _count(self) -> None:
        """Counts the words of the texts that wait for it."""
        for text, times in self._times.items():
            beside = list(pairwise(text.words))
            count(self._counts, text.words, times)
            count(self._pair_counts, beside, times)
            for pair in filterfalse(self._wholly_firm.__contains__, beside):
                firm = self._firm.get(pair, 0) | (not isinstance(pair[0], Soft)) | 2 * (not isinstance(pair[1], Soft))
                self._firm[pair] = firm
                if firm == _FIRM:
                    self._wholly_firm.add(pair)
                    del self._firm[pair]
        self._times.clear()

    def settle(self) -> None:
        """All records are in."""
        self._count()
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
        return pair in self._wholly_firm or self._firm.get(pair, 0) & (at + 1) > 0
