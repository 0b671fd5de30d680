"""Very many records: which of them have most of a question's words, so that only those are compared in full.

A set of records is one whole number, bit by bit; so is each digit, in base two, of what the records have of the
question's weight. Adding a word then is a few operations on long numbers, however many records have it.
"""

from __future__ import annotations

import struct
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache, reduce
from itertools import chain, compress, islice, pairwise
from operator import and_
from random import Random

from knowledge.postings import BREAK

_STEPS = 7
"""The heaviest word counts so much, the others in proportion, in whole numbers."""
_ASIDE = 0.75
"""A word counts so much of its weight where it does not stand in the record's name."""
_DENSE = 50
"""Where one record in so many has a word, a figure for each record is quicker than a bit for each that has it."""
_KEPT = 1024
"""Words and pairs of which the records are at hand as bits."""
_ONE = ord("1")
_SAMPLE, _OFTEN = 1000, 2
"""Of so many records at least so many have a pair that is kept: it may tell two of very many records apart."""
_NUMBER, _NUMBERS = 64, 64
"""Bits of a number, and numbers, that are looked at together."""
_BLOCK = struct.Struct(f"<{_NUMBERS}Q")


class Crowd:
    """The records by their words; they are added in order, from 0."""

    def __init__(self) -> None:
        self._size = 0
        self._listed: dict[str, dict[str, array[int]]] = {
            how: defaultdict(lambda: array("I")) for how in ("named", "aside", "kind", "pair")
        }
        self._common: dict[tuple[str, str], int] = {}
        self._members = lru_cache(_KEPT)(self._packed)

    def add(self, kind: str, named: Iterable[str], aside: Iterable[str]) -> None:
        """A record, with the words that weigh: of its names, and those that it only says elsewhere."""
        at = self._size
        self._size += 1
        self._listed["kind"][kind].append(at)
        for how, words in (("named", named), ("aside", aside)):
            listed = self._listed[how]
            for word in words:
                listed[word].append(at)

    def settle(self, texts: Sequence[str]) -> None:
        """All records are in. `texts`: theirs, each word a letter, of which the pairs that many have are kept. What
        very many of them have takes least room as bits, and is asked for most."""
        sample = Random(self._size).sample(texts, min(self._size, _SAMPLE))
        seen = Counter(chain.from_iterable(map(_pairs, sample)))
        pairs = {p: self._listed["pair"][p] for p, times in seen.items() if times >= _OFTEN and BREAK not in p}
        for at, text in enumerate(texts):
            for pair in pairs.keys() & _pairs(text):
                pairs[pair].append(at)
        for how, words in self._listed.items():
            for word in [w for w, listed in words.items() if len(listed) * _DENSE >= self._size]:
                self._common[how, word] = _many(words.pop(word), self._size)

    def best(
        self,
        words: Collection[tuple[str, float]],
        pairs: Collection[tuple[str, float]],
        kinds: Iterable[str],
        count: int,
    ) -> list[int]:
        """At most `count` records of the kinds, those that have most of the (word, weight)s and of the pairs, which are
        two letters; of equals the first."""
        heaviest = max((weight for _, weight in words), default=0.0)
        sums: list[int] = []
        for word, weight in words:
            steps = max(1, round(_STEPS * weight / heaviest))
            _add(sums, self._digits(word, steps, max(1, round(steps * _ASIDE))))
        for pair, weight in pairs:
            if members := self._members("pair", pair):
                steps = max(1, round(_STEPS * weight / heaviest))
                _add(sums, [members if steps >> place & 1 else 0 for place in range(steps.bit_length())])
        some = 0
        for digit in sums:
            some |= digit
        possible = 0
        for kind in kinds:
            possible |= self._members("kind", kind)
        return list(_highest(sums, some & possible, count))

    def having(self, pairs: Iterable[str]) -> Iterator[int] | None:
        """The records that have all of the pairs that are kept; None where none of them is."""
        kept = [members for pair in pairs if (members := self._members("pair", pair))]
        return _places(reduce(and_, kept)) if kept else None

    def _digits(self, word: str, named: int, aside: int) -> list[int]:
        """What the records have of a word, digit by digit: so many steps in their names, so many elsewhere."""
        either = (0, self._members("named", word), self._members("aside", word), self._members("said", word))
        return [either[(named >> place & 1) + 2 * (aside >> place & 1)] for place in range(named.bit_length())]

    def _packed(self, how: str, word: str) -> int:
        if how == "said":
            return self._members("named", word) | self._members("aside", word)
        listed = self._listed[how].get(word)
        return _few(listed, self._size) if listed else self._common.get((how, word), 0)


def _pairs(text: str) -> set[str]:
    return {one + other for one, other in pairwise(text)}


def _few(listed: Iterable[int], size: int) -> int:
    """The members as bits, set one by one."""
    members = bytearray(size // 8 + 1)
    for at in listed:
        members[at >> 3] |= 1 << (at & 7)
    return int.from_bytes(members, "little")


def _many(listed: Iterable[int], size: int) -> int:
    """The same, read as one number written in base two."""
    figures = bytearray(b"0") * size
    for at in listed:
        figures[at] = _ONE
    figures.reverse()
    return int(figures, 2)


def _add(sums: list[int], more: Sequence[int]) -> None:
    """Adds to the sums of all records what each of them has more, digit by digit."""
    carried = 0
    for place in range(max(len(sums), len(more))):
        if place == len(sums):
            sums.append(0)
        before = sums[place]
        if place >= len(more):
            if not carried:
                return
            sums[place], carried = before ^ carried, before & carried
            continue
        either = before ^ more[place]
        sums[place], carried = either ^ carried, before & more[place] | either & carried
    if carried:
        sums.append(carried)


def _highest(sums: list[int], possible: int, count: int) -> Iterator[int]:
    """The places of those with the highest sums."""
    sure, left = 0, count
    for digit in reversed(sums):
        higher = possible & digit
        many = higher.bit_count()
        if many <= left:
            sure, left, possible = sure | higher, left - many, possible ^ higher
        else:
            possible = higher
    yield from _places(sure)
    yield from islice(_places(possible), left)


def _places(members: int) -> Iterator[int]:
    """The members, the first first."""
    blocks = members.bit_length() // (_NUMBER * _NUMBERS) + 1
    begin = -1
    for numbers in _BLOCK.iter_unpack(members.to_bytes(blocks * _BLOCK.size, "little")):
        for at in compress(range(_NUMBERS), numbers):
            first, left = begin + at * _NUMBER, numbers[at]
            while left:
                yield first + (left & -left).bit_length()
                left &= left - 1
        begin += _NUMBER * _NUMBERS
