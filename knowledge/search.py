"""Records of a plan matched with the words of a question: rare words count more, words in the printed order more
still, and a record whose short name is said in full comes first."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from knowledge.crowd import Crowd
from knowledge.lexicon.cells import PAPER as _PAPER
from knowledge.lexicon.questions import Lexicon, Phrase
from knowledge.model import Passage, Plan
from knowledge.orthography import is_syllable
from knowledge.postings import BREAK, Letters, Pair, Postings, Soft, Spelt, Text, Texts, hard, soft
from knowledge.texts import clauses_of, columns_of
from knowledge.verbatim import Verbatim
from knowledge.vietnamese import fold_word

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
AND = re.compile(r"(?<=\b[^\W\d_])&(?=[^\W\d_]\b)")
"""The sign within a short form: "R&D" is one word."""
_SIDE: Mapping[str, float] = {"task": 0.74, "target": 0.75, "passage": 0.9}
"""Weight of a word that stands only in a record's further text (product, statement, running text)."""
_SOFT = 0.12
"""Weight, beside its rarity, of a soft word that matches."""
_LIGHT = 0.35
"""Weight, beside its rarity, of a light word that is missing; one that matches counts in full."""
_STRANGE = 1.0
"""Weight, beside that of the rarest, of a word that no record has."""
_SOFT_NAME = 0.3
"""Weight, beside its rarity, of a soft word of a name."""
_NAMED = 0.3
"""Share of the score that a name said in full brings."""
_EXTRA, _MOST_EXTRA = 0.015, 0.12
"""What soft words and their neighbours add to the score, by their rarity, and the most that they add."""
_APART = 0.4
"""Weight of two neighbouring words that are not neighbours in the record, beside that of those that are."""
_GONE = 1.0
"""Weight of two neighbouring words that the record lacks both: "doanh nghiệp", where it speaks of people."""
_BOUND_SHARE, _BOUND_TIMES = 0.85, 3
"""A word is bound when so large a share of its occurrences, and so many, have the same neighbour."""
_UNBOUND = 0.25
"""Weight of a bound word that matches without its neighbour ("trường", where the plan has only "môi trường")."""
_SHORTEST_NAME, _LONGEST_NAME = 4, 9
"""Words of a product that is called by its name: those that weigh, at least, and all, at most."""
_LONG = 1300
"""Characters of running text in which scattered words mean nothing."""
_PARAGRAPH, _HEAD = 45, 14
"""Words of a title that is a paragraph, and of the least that is its head."""
_FEW, _CANDIDATES = 2000, 100
"""Up to so many records all are compared in full and searched for what is quoted, of more so many, the most promising
(see knowledge.crowd), and for no quotation."""
_FIRM = 3
"""A pair that the plan prints with a hard word at both places; 1, 2: at the first, at the second."""
_LEAST = 0.1
"""Records that explain less of the question are not told."""
_NAMES = 4096
"""Names whose weights are kept at hand: those of a usual plan; of a large one there would be too many."""
_LOOKED_AT = 24
"""Records whose names are compared, the best by their words."""

Kind = str


@dataclass(frozen=True, slots=True)
class Entry:
    """A record, or a piece of running text, as it is found, with its words."""

    code: str
    kind: Kind
    spelt: Spelt
    text: str = ""


class Match(NamedTuple):
    """`score` orders; `coverage` 0–1 is the share of the question's weight that the record explains; `plain` 0–1 the
    score without what soft words add to it."""

    entry: Entry
    score: float
    coverage: float
    plain: float

    @property
    def sure(self) -> float:
        """How sure it is, 0–1, that the record is meant (see docs/answers.md)."""
        return self.plain * self.coverage


class _Wanted(NamedTuple):
    """A question's content weighed: hard words (word, weight, weight of a match), light ones, soft ones, neighbours."""

    words: tuple[tuple[str, float, float], ...]
    light: tuple[tuple[str, float], ...]
    soft: tuple[tuple[str, float], ...]
    pairs: tuple[tuple[Pair, float, bool], ...]
    soft_pairs: tuple[tuple[Pair, float], ...]


class _Whole(NamedTuple):
    """A wording of a question as names are compared with it: how many words it has, those that the plan has, in
    letters, and each of these with what it weighs."""

    size: int
    letters: str
    words: tuple[tuple[str, float], ...]


class Index:
    """The searchable records of one plan."""

    def __init__(self, plan: Plan, lexicon: Lexicon, abbreviations: Mapping[str, Phrase]) -> None:
        self._lexicon = lexicon
        self._abbreviations = abbreviations
        self.soft = lexicon.soft
        self._phrases: dict[str, list[tuple[tuple[str, ...], bool]]] = defaultdict(list)
        for phrases, are_soft in ((lexicon.hard_phrases, False), (lexicon.soft_phrases, True)):
            for phrase in sorted(phrases, key=lambda p: -len(p.spelt)):
                self._phrases[phrase.spelt[0]].append((phrase.spelt, are_soft))
        self._alone = lru_cache(20_000)(self._word_alone)
        self._letters = Letters()
        self._read = lru_cache(4096)(self._text)
        self._all: Postings | None = Postings()
        self.verbatim = Verbatim()
        self._crowd = Crowd()
        self._having: Counter[str] = Counter()
        self._counts: Counter[str] = Counter()
        self._pair_counts: Counter[Pair] = Counter()
        self._firm: dict[Pair, int] = {}
        self._first: dict[str, Entry] = {}
        self.entries: list[Entry] = []
        products = Counter(t.product for t in plan.tasks)
        for t in plan.tasks:
            named = (t.product,) if products[t.product] == 1 and self._is_name(t.product) else ()
            head, rest = _headed(t.title)
            others = (t.product, t.deadline, *columns_of(t))
            self._add(t.code, "task", (head, *t.names, *named), others, tail=rest)
        for target in plan.targets:
            self._add(target.code, "target", (target.metric, *target.names), (target.statement, target.baseline or ""))
        for passage in plan.passages:
            self._add_passage(passage)
        if self._all is None:
            self._crowd.settle()
        self._rarest = math.log(1 + len(self.entries) / 0.5)
        self._idf = {w: math.log(1 + len(self.entries) / (times + 0.5)) for w, times in self._having.items()}
        self._idf_of = {letter: self._idf[word] for word, letter in self._letters.items()}
        self._name = lru_cache(_NAMES)(self._weighed_name)
        self.pairs = self._pair_counts.keys()
        self._bound = self._bindings()

    def _is_name(self, product: str) -> bool:
        """Whether a product is a thing's name by which its task is called, and neither a sentence nor some paper."""
        words = self._read(product).words
        return len(words) <= _LONGEST_NAME and len(hard(words)) >= _SHORTEST_NAME and not _PAPER.match(product)

    def _bindings(self) -> frozenset[str]:
        """Words that the plan uses nearly always beside one neighbour: "trường" in "môi trường"."""
        return frozenset(
            word
            for pair, times in self._pair_counts.items()
            for word in pair
            if (count := self._counts[word]) >= _BOUND_TIMES and times >= _BOUND_SHARE * count and is_syllable(word)
        )

    def words(self, text: str) -> tuple[str, ...]:
        """The folded words of a printed text, abbreviations in full; those that are soft as printed are Soft."""
        return self._read(text).words

    def _text(self, printed: str) -> Text:
        return Text.of(tuple(self._words(printed)))

    def _words(self, text: str) -> list[str]:
        found: list[str] = []
        tokens = _TOKEN.findall(AND.sub("", unicodedata.normalize("NFC", text)).lower())
        until, as_phrase = 0, False
        for at, token in enumerate(tokens):
            if at >= until and (alone := self._alone(token)):
                found.append(alone)
                continue
            full = self._abbreviations.get(token)
            if full:
                found.extend(full)
                continue
            if at >= until:
                for phrase, soft_phrase in self._phrases.get(token, ()):
                    if tuple(tokens[at : at + len(phrase)]) == phrase:
                        until, as_phrase = at + len(phrase), soft_phrase
                        break
            found.append(_word(token, is_soft=as_phrase if at < until else token in self._lexicon.soft_printed))
        return found

    def _word_alone(self, token: str) -> str:
        """The word that a token is wherever it stands, outside of a phrase; "" where that depends on what follows."""
        if token in self._abbreviations or token in self._phrases:
            return ""
        return _word(token, is_soft=token in self._lexicon.soft_printed)

    def _add_passage(self, passage: Passage) -> None:
        """A passage whole, of a very long one the title; and each clause of several by itself."""
        titles = (passage.title,) if passage.title else ()
        pieces = clauses_of(passage)
        long = len(pieces) > 1 and len(passage.text) > _LONG
        self._add(passage.code, "passage", titles, () if long else (passage.text,))
        if len(pieces) > 1:
            for piece in pieces:
                self._add(passage.code, "passage", (), (piece,), piece)

    def _add(
        self, code: str, kind: Kind, main: Iterable[str], side: Iterable[str], text: str = "", tail: str = ""
    ) -> None:
        """A record, or a piece of one."""
        names, others = (tuple(self._read(t) for t in ts if t) for ts in (main, side))
        texts = Texts(names, others, _SIDE[kind], (self._read(tail),) if tail else ())
        for read in texts.every:
            beside = list(pairwise(read.words))
            self._counts.update(read.words)
            self._pair_counts.update(beside)
            for pair in beside:
                if (firm := self._firm.get(pair, 0)) != _FIRM:
                    self._firm[pair] = firm | (not isinstance(pair[0], Soft)) | 2 * (not isinstance(pair[1], Soft))
        shares = texts.shares()
        self._having.update(shares.keys())
        self._crowd.add(kind, shares)
        if len(self.entries) == _FEW:
            self._all, self.verbatim = None, Verbatim()
        if self._all is not None:
            self._all.add(shares, texts.pairs())
            for read in texts.every:
                self.verbatim.add(len(self.entries), code, read.words)
        self.entries.append(Entry(code, kind, texts.spelt(self._letters), text))
        self._first.setdefault(code, self.entries[-1])

    def has_pair(self, code: str, pair: Pair) -> bool:
        """Whether a record has two words side by side."""
        return self._letters.of(*pair) in self._first[code].spelt.said

    def has_words(self, code: str, words: Collection[str]) -> bool:
        """Whether a record has all of some words."""
        said = self._first[code].spelt.said
        return all(letter in said for letter in self._letters.of(*words))

    def having(self, words: Collection[str]) -> set[str]:
        """The records that have all of some words."""
        left = [(code, entry.spelt.said) for code, entry in self._first.items()]
        for letter in self._letters.of(*words):
            left = [one for one in left if letter in one[1]]
        return {code for code, _ in left}

    def is_single(self, word: str) -> bool:
        """Whether one record alone has the word."""
        return self._idf.get(word, 0.0) == math.log(1 + len(self.entries) / 1.5)

    def idf(self, word: str) -> float:
        """How rare a word is; a word that the plan does not have weighs as much as the rarest."""
        return self._idf.get(word, self._rarest * _STRANGE)

    def knows(self, word: str) -> bool:
        """Whether the plan's records have the word."""
        return word in self._idf

    def search(self, variants: Sequence[Sequence[str]], kinds: Collection[Kind]) -> list[Match]:
        """Records of the kinds that explain some of the question, the best first, each by the variant that suits it
        best."""
        found: dict[int, tuple[float, float, float]] = {}  # place → score, coverage, plain
        for words in variants:
            for at, coverage, extra in self._compared(self._weighed(words), kinds):
                plain = (1 - _NAMED) * coverage
                if at not in found or plain + extra > found[at][0]:
                    found[at] = (plain + extra, coverage, plain)
        entries = self.entries
        of_kinds = (at for at in sorted(found) if entries[at].kind in kinds)
        best = sorted((Match(entries[at], *found[at]) for at in of_kinds), key=_by_score, reverse=True)
        wholes = [self._whole(words) for words in variants]
        named = [self._with_name(m, wholes) for m in best[:_LOOKED_AT]]
        by_code: dict[str, Match] = {}
        for match in (*sorted(named, key=_by_score, reverse=True), *best[_LOOKED_AT:]):
            by_code.setdefault(match.entry.code, match)
        return list(by_code.values())

    def _compared(self, wanted: _Wanted, kinds: Collection[Kind]) -> Iterable[tuple[int, float, float]]:
        """(place of a record, its coverage, what soft words add to its score), of very many the most promising."""
        if self._all is not None:
            return self._scored(wanted, self._all)
        weights = [(w, weight) for w, _, weight in wanted.words] + list(wanted.light)
        places = self._crowd.best([(w, weight) for w, weight in weights if self.knows(w)], kinds, _CANDIDATES)
        letters = self._letters
        beside = [*(pair for pair, _, _ in wanted.pairs), *(pair for pair, _ in wanted.soft_pairs)]
        chosen = Postings.of(
            [self.entries[at].spelt for at in places],
            {word: letters.of(word) for word, _ in weights},
            {word: letters.of(word) for word, _ in wanted.soft},
            {pair: letters.of(*pair) for pair in beside},
        )
        return ((places[at], coverage, extra) for at, coverage, extra in self._scored(wanted, chosen))

    def _weighed(self, words: Sequence[str]) -> _Wanted:
        firm = hard(words)
        soft = {w for w in words if isinstance(w, Soft)} - set(firm)
        phrases = self._lexicon.light_phrases
        general = {at + i for at, pair in enumerate(pairwise(firm)) if pair in phrases for i in range(2)}
        weighty = {w for at, w in enumerate(firm) if at not in general and (w,) not in phrases}
        light = set(firm) - weighty
        unique = dict.fromkeys(firm)
        beside = set(pairwise(words))
        pairs = [pair for pair in dict.fromkeys(pairwise(firm)) if self.knows(pair[0]) and self.knows(pair[1])]
        printed = {word for pair in beside if pair in self._pair_counts for word in pair}
        weighed = []
        for word in unique:
            if word in light:
                continue
            weight = self.idf(word)
            alone = word in self._bound and word not in printed
            weighed.append((word, weight, weight * _UNBOUND if alone else weight))
        return _Wanted(
            tuple(weighed),
            tuple((w, self.idf(w)) for w in unique if w in light),
            tuple((w, self.idf(w) * _SOFT) for w in soft),
            tuple((pair, min(self.idf(pair[0]), self.idf(pair[1])), pair in phrases) for pair in pairs),
            tuple(
                (pair, min(self.idf(pair[0]), self.idf(pair[1])))
                for pair in beside
                if pair in self._pair_counts and (isinstance(pair[0], Soft) or isinstance(pair[1], Soft))
            ),
        )

    def _scored(self, wanted: _Wanted, among: Postings) -> Iterator[tuple[int, float, float]]:
        """The same of the records that have a word of weight; the place is that in the postings."""
        got, less, extra = [0.0] * among.size, [0.0] * among.size, [0.0] * among.size
        whole = 0.0
        for word, weight, matching in wanted.words:
            whole += weight
            for at, share in among.having(word):
                got[at] += matching * share
        for word, weight in wanted.light:
            whole += weight * _LIGHT
            for at, share in among.having(word):
                if share:
                    got[at] += weight * share
                    less[at] -= weight * (1 - _LIGHT)
        for pair, weight, general in wanted.pairs:
            gone = _LIGHT if general else _GONE
            whole += weight * gone
            for at in among.beside(pair):
                got[at] += weight
                less[at] -= weight * (1 - gone)
            for at in among.apart(pair):
                less[at] += weight * max(0.0, gone - _APART)
        for pair, weight in wanted.soft_pairs:
            for at in among.beside(pair):
                extra[at] += weight * 0.5
        for word, weight in wanted.soft:
            for at, _ in among.having(word):
                extra[at] += weight
        least = _LEAST * whole
        for at, covered in enumerate(got):
            if covered > least:
                yield at, covered / (whole - less[at]), min(_MOST_EXTRA, extra[at] * _EXTRA)

    def _whole(self, words: Sequence[str]) -> _Whole:
        """A wording of a question as names are compared with it."""
        said = dict.fromkeys(words)
        words = [w for w in said if self.knows(w)]
        weights = [self._idf[w] * _SOFT_NAME if isinstance(w, Soft) else self._idf[w] for w in words]
        letters = self._letters.of(*words)
        return _Whole(len(said), letters, tuple(zip(letters, weights, strict=True)))

    def _with_name(self, match: Match, wholes: Sequence[_Whole]) -> Match:
        """The match, scored higher by how much of one of its names is said."""
        said = 0.0
        for name in match.entry.spelt.names:
            parts, weight = self._name(name)
            for whole in wholes:
                # Which words are soft is told by the shorter of the two.
                if len(name) > whole.size:
                    of_name = sum([of_word for letter, of_word in whole.words if letter in name])
                else:
                    of_name = sum([of_word for letter, of_word in parts if letter in whole.letters])
                said = max(said, of_name / weight)
        if not said:
            return match
        more = _NAMED * said * min(1.0, match.coverage * 1.5)
        return Match(match.entry, match.score + more, match.coverage, match.plain + more)

    def _weighed_name(self, name: str) -> tuple[list[tuple[str, float]], float]:
        """The letters of a name, hard ones and then soft ones, with their weights; and what they weigh together."""
        firm, soft = name.split(BREAK)
        parts = [*((c, self._idf_of[c]) for c in firm), *((c, self._idf_of[c] * _SOFT_NAME) for c in soft)]
        return parts, sum([weight for _, weight in parts])

    def is_named(self, entry: Entry, words: Collection[str], least: int) -> bool:
        """Whether a record has a name of at least so many words, all of them among the words."""
        said = {BREAK, *self._letters.of(*words)}
        return any(len(name) > least and said.issuperset(name) for name in entry.spelt.names)

    def is_firm(self, pair: Pair, at: int) -> bool:
        """Whether the plan prints the pair with a hard word at this place of it."""
        return self._firm.get(pair, 0) & (at + 1) > 0


def _headed(title: str) -> tuple[str, str]:
    """A title's head, which says what it is about, and the rest, which tells more, where it is a whole paragraph."""
    words = title.split()
    if len(words) <= _PARAGRAPH:
        return title, ""
    ends = next((at + 1 for at in range(_HEAD, len(words)) if words[at][-1] in ".;:,"), _PARAGRAPH)
    return " ".join(words[:ends]), " ".join(words[ends:])


def _word(token: str, *, is_soft: bool) -> str:
    return soft(fold_word(token)) if is_soft else fold_word(token)


def _by_score(match: Match) -> float:
    return match.score
