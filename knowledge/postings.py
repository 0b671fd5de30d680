"""The words of records, and which records have a word, or two words side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any, NamedTuple

Pair = tuple[str, str]
_NONE: frozenset[Any] = frozenset()


class Soft(str):
    """A word that helps when it matches and weighs nothing when it does not: equal to the plain word, but marked."""

    __slots__ = ()


soft = lru_cache(20_000)(Soft)
"""A soft word; there are few, which come again and again."""


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A printed text as it is searched: its words, and those of them that are not soft."""

    words: tuple[str, ...]
    hard: tuple[str, ...]

    @classmethod
    def of(cls, words: tuple[str, ...]) -> Text:
        """The text of some words."""
        kept = tuple(hard(words))
        return cls(words, words if len(kept) == len(words) else kept)

    def pairs(self) -> Iterator[Pair]:
        """Words side by side, also those between which only soft ones stand."""
        beside = pairwise(self.words)
        return beside if self.hard is self.words else chain(beside, pairwise(self.hard))


class Texts(NamedTuple):
    """The texts of one record: its names, and what else it says, which weighs `side`."""

    titles: tuple[Text, ...]
    others: tuple[Text, ...]
    side: float

    def shares(self) -> dict[str, float]:
        """Each word and its weight here: 1 in a name, 0 where it is soft."""
        shares = dict.fromkeys((word for text in (*self.titles, *self.others) for word in text.words), 0.0)
        for texts, share in ((self.others, self.side), (self.titles, 1.0)):
            for text in texts:
                shares.update(dict.fromkeys(text.hard, share))
        return shares

    def pairs(self) -> Iterator[Pair]:
        """Words side by side in any of the texts."""
        for text in (*self.titles, *self.others):
            yield from text.pairs()


def hard(words: Iterable[str]) -> list[str]:
    """The words that weigh."""
    return [word for word in words if not isinstance(word, Soft)]


class Postings:
    """Some records, compared word by word."""

    def __init__(self) -> None:
        self.size = 0
        self._having: dict[str, dict[int, float]] = defaultdict(dict)
        self._beside: dict[Pair, set[int]] = defaultdict(set)
        self.apart = lru_cache(4096)(self._apart)

    @classmethod
    def of(cls, records: Iterable[Texts], words: set[str], pairs: set[Pair]) -> Postings:
        """Some records with only some of their words and neighbours."""

        @lru_cache(None)
        def read(text: Text) -> tuple[Set[str], Set[str], Set[Pair]]:
            firm, near = words.intersection(text.hard), pairs.intersection(text.pairs())
            return words.intersection(text.words) - firm if text.hard is not text.words else _NONE, firm, near

        found = cls()
        having, beside = found._having, found._beside
        for at, (titles, others, side) in enumerate(records):
            for texts, share in ((others, side), (titles, 1.0)):
                for text in texts:
                    soft, firm, near = read(text)
                    for word in soft:
                        having[word].setdefault(at, 0.0)
                    for word in firm:
                        having[word][at] = share
                    for pair in near:
                        beside[pair].add(at)
            found.size += 1
        return found

    def add(self, shares: Mapping[str, float], pairs: Iterable[Pair]) -> None:
        """The next record, with its words and their weights there, and its neighbouring words."""
        at = self.size
        self.size += 1
        for word, share in shares.items():
            self._having[word][at] = share
        for pair in pairs:
            self._beside[pair].add(at)

    def having(self, word: str) -> Iterable[tuple[int, float]]:
        """(record, weight there) of those that have a word; 0 where it is soft."""
        found = self._having.get(word)
        return found.items() if found else ()

    def beside(self, pair: Pair) -> Set[int]:
        """The records that have two words side by side."""
        return self._beside.get(pair, _NONE)

    def _apart(self, pair: Pair) -> Collection[int]:
        """The records that have one of two words, or both, but not side by side."""
        either = {at for word in pair for at, share in self.having(word) if share}
        return either - self.beside(pair)
