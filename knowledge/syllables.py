"""The syllables that a plan and the lexicon use: how often, with which tones, beside which others, and which initials
stand for which of their phrases."""

from __future__ import annotations

import math
import re
from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain, pairwise

from knowledge.orthography import is_syllable
from knowledge.postings import BREAK, Letters
from knowledge.printed import tokens_of
from knowledge.usage import count
from knowledge.vietnamese import fold_word

_WORD = re.compile(r"[^\W\d_]+|\d+")
_BREAK = re.compile(r"[.;:!?()“”\"\n]+")
_VOWEL = re.compile("[aeiouy]")
_INITIALS = range(2, 8)
"""Lengths of phrases that initials may stand for."""
_FREQUENT = 2
"""Two initials stand for a phrase only when the plan has it at least so often."""

COMMON = 3
"""A pair of neighbours as frequent as this is a phrase; so are those of the lexicon."""

_NEIGHBOURS, _BOUND = 1.1, 0.8
"""What neighbours speak for each other, and how much more when one is always beside the other."""
CLOSEST = _NEIGHBOURS + _BOUND
"""The most that two words side by side speak for each other."""

Phrase = tuple[str, ...]
"""Folded syllables."""


class Syllables:
    """`counts`: folded syllable → how often; `toned`: folded syllable → how it is spelt; `pairs`: neighbours, folded →
    how often. `texts` are printed texts, `phrases` those of the lexicon, `abbreviations` short forms to be read in
    full, `others` names that are well spelt though neither may have them."""

    def __init__(
        self,
        texts: Iterable[str],
        phrases: Iterable[str],
        abbreviations: Mapping[str, Phrase],
        others: Iterable[str] = (),
    ) -> None:
        self.counts: Counter[str] = Counter()
        self.toned: dict[str, set[str]] = defaultdict(set)
        self.pairs: Counter[tuple[str, str]] = Counter()
        self._begins = array("I")  # where each of the plan's clauses begins in what is spoken
        self._times = array("I")  # how often the plan has it
        known = _Known(abbreviations, self.toned)
        letters, spoken, length = Letters(), [], 0
        for text, times in Counter(texts).items():
            for clause in _BREAK.split(text):
                words = self._read(clause, known, times, times)
                self._begins.append(length)
                self._times.append(times)
                spoken.append(letters.spell(words))
                length += len(words) + 1
        self._spoken = BREAK.join(spoken)  # a word is a letter
        self._words = {letter: word for word, letter in letters.items()}
        spelt = [token for name in others for token in _WORD.findall(name)]
        self._others, self._others_bare = frozenset(spelt), frozenset(map(fold_word, spelt))
        initials = {ord(letter): word[0] for letter, word in self._words.items()}
        self._initials = self._spoken.translate(initials)
        self._said: set[tuple[str, str]] = set()
        for phrase in "\n".join(phrases).split("\n"):
            self._said.update(pairwise(self._read(phrase, known, 1, COMMON)))

    def _read(self, clause: str, known: _Known, times: int, beside: int) -> Sequence[str]:
        """Counts the words of a clause so many times, their neighbours so often."""
        words = list(chain.from_iterable(map(known.__getitem__, tokens_of(clause))))
        count(self.counts, words, times)
        count(self.pairs, list(pairwise(words)), beside)
        return words

    def knows(self, syllable: str) -> bool:
        """Whether the folded syllable is used."""
        return syllable in self.counts

    def is_right(self, folded: str, typed: str, *, marked: bool) -> bool:
        """Whether a syllable is just what was meant: spelt so in the plan or the lexicon, or of another name; `marked`:
        the message is typed with marks."""
        if folded in self.counts:
            return marked and is_syllable(folded) and typed in self.toned.get(folded, (typed,))
        return typed in self._others or (not marked and typed in self._others_bare)

    def spells(self, folded: str, typed: str) -> bool:
        """Whether a syllable is spelt with just these marks, or never spelt out."""
        return typed in self.toned.get(folded, (typed,))

    def closeness(self, before: str, after: str) -> float:
        """How much two words side by side speak for each other: 0 for strangers, up to twice as much for two that are
        seldom apart as for two that were seen together."""
        times = self.pairs.get((before, after))
        if times is None:
            return 0.0
        if (before, after) in self._said:
            return _NEIGHBOURS + _BOUND
        if times < COMMON:
            return _NEIGHBOURS
        return _NEIGHBOURS + _BOUND * min(1.0, max(times / self.counts[before], times / self.counts[after]))

    @cached_property
    def _beside(self) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
        """What follows a word, and what stands before it; worked out when the first word is only begun."""
        followers: dict[str, set[str]] = defaultdict(set)
        leaders: dict[str, set[str]] = defaultdict(set)
        for before, after in self.pairs:
            followers[before].add(after)
            leaders[after].add(before)
        return followers, leaders

    @cached_property
    def _deletions(self) -> Mapping[str, set[str]]:
        """What is left of a syllable without one of its letters → the syllable; worked out at the first slip."""
        deletions: dict[str, set[str]] = defaultdict(set)
        for syllable in filter(str.isalpha, self.counts):
            for shorter in (syllable, *_without_one(syllable)):
                deletions[shorter].add(syllable)
        return deletions

    def commonness(self, word: str) -> float:
        """How usual a word is, 0 to 1: what is often said was more likely meant."""
        return min(1.0, math.log10(1 + self.counts[word]) / 2)

    def standing_for(self, initials: str) -> list[Phrase]:
        """Phrases of the plan with these initials, the most frequent first; none when too many have them."""
        length = len(initials)
        if length not in _INITIALS or not initials.isalpha():
            return []
        found: Counter[str] = Counter()
        at = self._initials.find(initials)
        while at >= 0:
            clause = bisect_right(self._begins, at) - 1
            found[self._spoken[at : at + length]] += self._times[clause]
            at = self._initials.find(initials, at + 1)
        least = _FREQUENT if len(initials) == min(_INITIALS) else 1
        usual = [said for said, count in found.most_common(4) if count >= least]
        return [tuple(map(self._words.__getitem__, said)) for said in usual]

    def one_slip_away(self, token: str) -> set[str]:
        """Known syllables from which the token differs by a letter missing, added, changed, or two swapped."""
        found = set(self._deletions.get(token, ()))
        for shorter in _without_one(token):
            found |= self._deletions.get(shorter, set())
        found.discard(token)
        return {s for s in found if abs(len(s) - len(token)) <= 1}

    def begun(self, start: str, before: str, after: str) -> set[str]:
        """Known syllables of which this is the beginning, or the consonants, that stand after or before the neighbours
        given."""
        followers, leaders = self._beside
        near = followers.get(before, set()) | leaders.get(after, set())
        bare = not _VOWEL.search(start)
        return {s for s in near if s != start and (s.startswith(start) or (bare and _consonants(s) == start))}


class _Known(dict[str, Phrase]):
    """Word as printed → what it is read as: a short form in full, another word folded, whose spelling is kept."""

    def __init__(self, abbreviations: Mapping[str, Phrase], toned: Mapping[str, set[str]]) -> None:
        super().__init__()
        self._abbreviations = abbreviations
        self._toned = toned

    def __missing__(self, token: str) -> Phrase:
        full = self._abbreviations.get(token)
        if not full:
            full = (fold_word(token),)
            self._toned[full[0]].add(token)
        self[token] = full
        return full


@lru_cache(20_000)
def _consonants(syllable: str) -> str:
    return _VOWEL.sub("", syllable)


def _without_one(syllable: str) -> list[str]:
    return [syllable[:i] + syllable[i + 1 :] for i in range(len(syllable))] if len(syllable) > 1 else []
