"""Records compared with the words of a question: rare words count more, words in the printed order more still."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from knowledge.postings import Letters, Pair, Postings, Soft, Spelt, hard
from knowledge.usage import Usage

_SOFT = 0.12
"""Weight, beside its rarity, of a soft word that matches."""
_LIGHT = 0.35
"""Weight, beside its rarity, of a light word that is missing; one that matches counts in full."""
_EXTRA, _MOST_EXTRA = 0.015, 0.12
"""What soft words and their neighbours add to the score, by their rarity, and the most that they add."""
_SOFT_PAIR = 0.5
"""Weight, beside its rarity, of two neighbours of which one is soft."""
_APART = 0.4
"""Weight of two neighbouring words that are not neighbours in the record, beside that of those that are."""
_GONE = 1.0
"""Weight of two neighbouring words that the record lacks both: "doanh nghiệp", where it speaks of people."""
_UNBOUND = 0.25
"""Weight of a bound word that matches without its neighbour ("trường", where the plan has only "môi trường")."""
_LEAST = 0.3
"""Records that explain less of the question are not told."""

Scored = tuple[int, float, float]
"""The place of a record, the share 0–1 of the question's weight that it explains, and what soft words add to its
score."""


class Wanted(NamedTuple):
    """A question's content weighed: hard words (word, weight, weight of a match), light ones, soft ones, neighbours
    (the two, their weight, the weight of their lack beside that)."""

    words: Sequence[tuple[str, float, float]]
    light: Sequence[tuple[str, float]]
    soft: Sequence[tuple[str, float]]
    pairs: Sequence[tuple[Pair, float, float]]
    soft_pairs: Sequence[tuple[Pair, float]]

    @property
    def whole(self) -> float:
        """What all of it weighs that a record could lack."""
        whole = 0.0
        for _, weight, _ in self.words:
            whole += weight
        for _, weight in self.light:
            whole += weight * _LIGHT
        for _, weight, gone in self.pairs:
            whole += weight * gone
        return whole


def weighed(words: Sequence[str], usage: Usage, general: Collection[tuple[str, ...]]) -> Wanted:
    """The content of a question weighed by a plan's words. `general`: words, and pairs of them, that weigh little where
    a record lacks them."""
    rare, knows, bound = {w: usage.idf(w) for w in words}, usage.knows, usage.bound
    firm = hard(words)
    beside_firm = list(pairwise(firm))
    in_general = {at + i for at, pair in enumerate(beside_firm) if pair in general for i in range(2)}
    weighty = {w for at, w in enumerate(firm) if at not in in_general and (w,) not in general}
    unique = dict.fromkeys(firm)
    soft = {w for w in words if isinstance(w, Soft)}.difference(unique)
    printed_pairs = {pair for pair in pairwise(words) if pair in usage.pairs}
    printed = {word for pair in printed_pairs for word in pair}
    heavy = [(w, rare[w]) for w in unique if w in weighty]
    return Wanted(
        [(w, weight, weight * _UNBOUND if w in bound and w not in printed else weight) for w, weight in heavy],
        [(w, rare[w]) for w in unique if w not in weighty],
        [(w, rare[w] * _SOFT) for w in soft],
        [
            (pair, min(rare[pair[0]], rare[pair[1]]), _LIGHT if pair in general else _GONE)
            for pair in dict.fromkeys(beside_firm)
            if knows(pair[0]) and knows(pair[1])
        ],
        [
            (pair, min(rare[pair[0]], rare[pair[1]]))
            for pair in printed_pairs
            if isinstance(pair[0], Soft) or isinstance(pair[1], Soft)
        ],
    )


def by_postings(wanted: Wanted, records: Postings) -> Sequence[Scored]:
    """The records that explain some of a question, word by word."""
    got = [0.0] * records.size
    for word, _, matching in wanted.words:
        for at, share in records.having(word):
            got[at] += matching * share
    for word, weight in wanted.light:
        for at, share in records.having(word):
            got[at] += weight * share
    for pair, weight, _ in wanted.pairs:
        for at in records.beside(pair):
            got[at] += weight
    whole = wanted.whole
    least = _LEAST * whole
    extra = {at: 0.0 for at, covered in enumerate(got) if covered > least}
    less = dict(extra)
    for word, weight in wanted.light:
        missing = weight * (1 - _LIGHT)
        for at in extra.keys() & records.firm(word):
            less[at] -= missing
    for pair, weight, gone in wanted.pairs:
        if missing := weight * (1 - gone):
            for at in extra.keys() & records.beside(pair):
                less[at] -= missing
        if apart := _apart(weight, gone):
            for at in extra.keys() & records.apart(pair):
                less[at] += apart
    for pair, weight in wanted.soft_pairs:
        for at in extra.keys() & records.beside(pair):
            extra[at] += weight * _SOFT_PAIR
    for word, weight in wanted.soft:
        for at in extra.keys() & records.places(word):
            extra[at] += weight
    return [
        (at, got[at] / (whole - less[at]), added if (added := more * _EXTRA) < _MOST_EXTRA else _MOST_EXTRA)
        for at, more in extra.items()
    ]


def by_letters(wanted: Wanted, records: Sequence[tuple[int, Spelt]], letters: Letters) -> Iterator[Scored]:
    """The same of a few records, record by record; each with its place. A single letter is found far sooner than two:
    a pair is looked for where both of its words are there. `bit`s: the words that a record has, as one number."""
    weighty = [
        *((word, matching, 0.0) for word, _, matching in wanted.words),
        *((word, weight, weight * (1 - _LIGHT)) for word, weight in wanted.light),
    ]
    bits = {word: 1 << at for at, (word, _, _) in enumerate(weighty)}
    words = [(letters.of(word), bits[word], matching, missing) for word, matching, missing in weighty]
    pairs = [
        (letters.of(*pair), bits[pair[0]] | bits[pair[1]], weight, weight * (1 - gone), _apart(weight, gone))
        for pair, weight, gone in wanted.pairs
    ]
    soft_pairs = [(*letters.of(*pair), weight * _SOFT_PAIR) for pair, weight in wanted.soft_pairs]
    soft = [(letters.of(word), weight) for word, weight in wanted.soft]
    whole = wanted.whole
    least = _LEAST * whole
    for at, (_, named, aside, side, said) in records:
        got = less = 0.0
        having = 0
        for letter, bit, matching, missing in words:
            if letter in named:
                got += matching
            elif letter in aside:
                got += matching * side
            else:
                continue
            having |= bit
            less -= missing
        for two, both, weight, missing, apart in pairs:
            if ((some := having & both) == both or (two[0] in said and two[1] in said)) and two in said:
                got += weight
                less -= missing
            elif some:
                less += apart
        if got > least:
            extra = 0.0
            for one, other, weight in soft_pairs:
                if one in said and other in said and one + other in said:
                    extra += weight
            for letter, weight in soft:
                if letter in said:
                    extra += weight
            yield at, got / (whole - less), min(_MOST_EXTRA, extra * _EXTRA)


def _apart(weight: float, gone: float) -> float:
    """What two neighbours that a record has, but not side by side, weigh more than those that it lacks both."""
    return weight * max(0.0, gone - _APART)
