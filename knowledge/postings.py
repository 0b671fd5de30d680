"""The words of records, and which records have a word, or two words side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any, NamedTuple

Pair = tuple[str, str]
_NONE: frozenset[Any] = frozenset()
_STRANGE, BREAK = "\0", "\1"
"""No letters: what stands for a word that no text has, and between two texts."""


class Soft(str):
    """A word that helps when it matches and weighs nothing when it does not: equal to the plain word, but marked."""

    __slots__ = ()


soft = lru_cache(20_000)(Soft)
"""A soft word; there are few, which come again and again."""


class Letters(dict[str, str]):
    """Word → the letter that stands for it: a text is a string of such letters, in which words and neighbours are
    found at once, and which takes little memory."""

    def __missing__(self, word: str) -> str:
        letter = self[word] = chr(len(self) + len((_STRANGE, BREAK)))
        return letter

    def spell(self, words: Iterable[str]) -> str:
        """The words as letters; a word that is new gets one."""
        return "".join(map(self.__getitem__, words))

    def of(self, *words: str) -> str:
        """The letters of words side by side; of a word that no text has, one that no text has."""
        return "".join(self.get(word, _STRANGE) for word in words)


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

    def written(self, letters: Letters) -> Written:
        """The text in letters."""
        firm = letters.spell(self.hard)
        if self.hard is self.words:
            return Written(firm, firm, f"{''.join(dict.fromkeys(firm))}{BREAK}")
        first = hard(words := dict.fromkeys(self.words))
        name = BREAK.join((letters.spell(first), letters.spell([w for w in words if isinstance(w, Soft)])))
        return Written(firm, letters.spell(self.words), name if firm else "")

    def pairs(self) -> Iterator[Pair]:
        """Words side by side, also those between which only soft ones stand."""
        beside = pairwise(self.words)
        return beside if self.hard is self.words else chain(beside, pairwise(self.hard))


class Written(NamedTuple):
    """A text in letters: its words that are not soft; all of them; as a name each word once, those that are not soft
    where they first stand, a break, the others, "" where all of them are soft."""

    firm: str
    whole: str
    name: str


class Spelt(NamedTuple):
    """The words of one record in letters: of each name that has words that weigh those, once each, and after a break
    the soft ones; the words that weigh, of its names and of what else it says; the weight of the latter; and all its
    texts, whole and without soft words."""

    names: tuple[str, ...]
    named: str
    aside: str
    side: float
    said: str


TAIL = 0.85
"""Weight of a word that stands only below the head of a long title; over very many records that of other texts."""


class Texts(NamedTuple):
    """The texts of one record: its names, what else it says, which weighs `side`, and what follows the head of a long
    title, which weighs TAIL."""

    titles: tuple[Text, ...]
    others: tuple[Text, ...]
    side: float
    tails: tuple[Text, ...] = ()

    @property
    def every(self) -> tuple[Text, ...]:
        """All of them."""
        return (*self.titles, *self.tails, *self.others)

    def shares(self) -> dict[str, float]:
        """Each word and its weight here: 1 in a name, 0 where it is soft."""
        shares = dict.fromkeys((word for text in self.every for word in text.words), 0.0)
        for texts, share in ((self.others, self.side), (self.tails, TAIL), (self.titles, 1.0)):
            for text in texts:
                shares.update(dict.fromkeys(text.hard, share))
        return shares

    def pairs(self) -> Iterator[Pair]:
        """Words side by side in any of the texts."""
        for text in self.every:
            yield from text.pairs()

    @property
    def words(self) -> set[str]:
        """All words."""
        return set().union(*[text.words for text in self.every])

    @property
    def weighty(self) -> tuple[set[str], set[str]]:
        """The words that weigh: of the names, and those that only the other texts have."""
        named = set().union(*[text.hard for text in self.titles])
        return named, set().union(*[text.hard for text in (*self.tails, *self.others)]) - named

    def spelt(self, written: Callable[[Text], Written]) -> Spelt:
        """The same in letters."""
        titles = [written(text) for text in self.titles]
        others = [written(text) for text in (*self.tails, *self.others)]
        every = titles + others
        return Spelt(
            tuple([text.name for text in titles if text.name]),
            "".join([text.firm for text in titles]),
            "".join([text.firm for text in others]),
            self.side,
            BREAK.join(dict.fromkeys([text.firm for text in every] + [text.whole for text in every])),
        )


def hard(words: Iterable[str]) -> list[str]:
    """The words that weigh."""
    return [word for word in words if type(word) is not Soft]


class Postings:
    """Some records, compared word by word."""

    def __init__(self) -> None:
        self.size = 0
        self._having: dict[str, dict[int, float]] = defaultdict(dict)
        self._beside: dict[Pair, set[int]] = defaultdict(set)
        self.firm = lru_cache(4096)(self._firm)
        self.apart = lru_cache(4096)(self._apart)

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

    def places(self, word: str) -> Set[int]:
        """The records that have a word."""
        return self._having[word].keys() if word in self._having else _NONE

    def beside(self, pair: Pair) -> Set[int]:
        """The records that have two words side by side."""
        return self._beside.get(pair, _NONE)

    def _firm(self, word: str) -> Set[int]:
        """The records in which a word is not soft."""
        return {at for at, share in self.having(word) if share}

    def _apart(self, pair: Pair) -> Set[int]:
        """The records that have one of two words, or both, but not side by side."""
        return (self.firm(pair[0]) | self.firm(pair[1])) - self.beside(pair)
