"""Records of a plan matched with the words of a question: rare words count more, words in the printed order more
still, and a record whose short name is said in full comes first."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from knowledge.lexicon.questions import Lexicon, Phrase
from knowledge.model import Passage, Plan, Target, Task
from knowledge.repair import is_syllable
from knowledge.vietnamese import fold_word

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_PIECE = re.compile(r"\n+|(?<=[.;])\s+(?=[A-ZĐÂÊÔƯ])")
_SIDE: Mapping[str, float] = {"task": 0.7, "target": 0.75, "passage": 0.9}
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
_LONG = 1500
"""Characters of running text in which scattered words mean nothing."""
_CANDIDATES = 600
"""Records that are compared in full."""
_LEAST = 0.1
"""Records that explain less of the question are not told."""
_RARER = 4
"""Words by which candidates are chosen, the rarest ones."""
_LOOKED_AT = 60
"""Records whose names are compared, the best by their words."""

Kind = str
Pair = tuple[str, str]
_NONE: frozenset[int] = frozenset()


class Soft(str):
    """A word that helps when it matches and weighs nothing when it does not: equal to the plain word, but marked."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A record, or a piece of running text, as it is found, with its names; its words are the index's."""

    code: str
    kind: Kind
    names: tuple[frozenset[str], ...]
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
    pairs: tuple[tuple[Pair, float], ...]
    soft_pairs: tuple[tuple[Pair, float], ...]
    every: frozenset[str]


class Index:
    """The searchable records of one plan."""

    def __init__(self, plan: Plan, lexicon: Lexicon, abbreviations: Mapping[str, Phrase]) -> None:
        self._lexicon = lexicon
        self._abbreviations = abbreviations
        self.soft = lexicon.soft
        self._phrases: dict[str, list[tuple[tuple[str, ...], bool]]] = defaultdict(list)
        for phrases, soft in ((lexicon.hard_phrases, False), (lexicon.soft_phrases, True)):
            for phrase in sorted(phrases, key=lambda p: -len(p.spelt)):
                self._phrases[phrase.spelt[0]].append((phrase.spelt, soft))
        self.printed: set[str] = set()
        self._with: dict[str, dict[int, float]] = defaultdict(dict)
        self._with_pair: dict[Pair, set[int]] = defaultdict(set)
        self._wholes: dict[frozenset[str], float] = {}
        self._read = lru_cache(4096)(self._words)
        self._counts: Counter[str] = Counter()
        self._pair_counts: Counter[Pair] = Counter()
        self._firm: set[tuple[Pair, int]] = set()
        self.entries: list[Entry] = []
        for t in plan.tasks:
            self._add(t.code, "task", (t.title, *t.names), (t.product, t.deadline))
        for target in plan.targets:
            self._add(target.code, "target", (target.metric, *target.names), (target.statement,))
        for passage in plan.passages:
            self._add_passage(passage)
        self._first = {e.code: at for at, e in reversed(list(enumerate(self.entries)))}
        self._rarest = math.log(1 + len(self.entries) / 0.5)
        self._idf = {w: math.log(1 + len(self.entries) / (len(at) + 0.5)) for w, at in self._with.items()}
        self.pairs = self._pair_counts.keys()
        self._bound = self._bindings()

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
        return self._read(text)

    def _words(self, text: str) -> tuple[str, ...]:
        found: list[str] = []
        tokens = _TOKEN.findall(unicodedata.normalize("NFC", text).lower())
        until, as_phrase = 0, False
        for at, token in enumerate(tokens):
            self.printed.add(token)
            full = self._abbreviations.get(token)
            if full:
                found.extend(full)
                continue
            if at >= until:
                for phrase, soft_phrase in self._phrases.get(token, ()):
                    if tuple(tokens[at : at + len(phrase)]) == phrase:
                        until, as_phrase = at + len(phrase), soft_phrase
                        break
            soft = as_phrase if at < until else token in self._lexicon.soft_printed
            found.append(Soft(fold_word(token)) if soft else fold_word(token))
        return tuple(found)

    def _add_passage(self, passage: Passage) -> None:
        """A passage whole, of a very long one the title; and each clause of several by itself."""
        titles = (passage.title,) if passage.title else ()
        pieces = [piece for piece in _PIECE.split(passage.text) if piece.strip()]
        long = len(pieces) > 1 and len(passage.text) > _LONG
        self._add(passage.code, "passage", titles, () if long else (passage.text,))
        if len(pieces) > 1:
            for piece in pieces:
                self._add(passage.code, "passage", (), (piece,), piece.strip())

    def _add(self, code: str, kind: Kind, main: Iterable[str], side: Iterable[str], text: str = "") -> None:
        """A record, or a piece of one, with its words (1 in the title), its soft words (0) and its neighbours."""
        at = len(self.entries)
        titles = [self.words(t) for t in main if t]
        texts = [self.words(t) for t in side if t]
        weights: dict[str, float] = {w: 0.0 for words in (*titles, *texts) for w in words if isinstance(w, Soft)}
        weights.update((w, _SIDE[kind]) for words in texts for w in _hard(words))
        weights.update((w, 1.0) for words in titles for w in _hard(words))
        for word, share in weights.items():
            self._with[word][at] = share
        for words in (*titles, *texts):
            beside = list(pairwise(words))
            self._counts.update(words)
            self._pair_counts.update(beside)
            self._firm.update((pair, i) for pair in beside for i in (0, 1) if not isinstance(pair[i], Soft))
            for pair in (*beside, *pairwise(_hard(words))):
                self._with_pair[pair].add(at)
        self.entries.append(Entry(code, kind, tuple(frozenset(words) for words in titles if _hard(words)), text))

    def has_pair(self, code: str, pair: Pair) -> bool:
        """Whether a record has two words side by side."""
        return self._first[code] in self._with_pair.get(pair, ())

    def idf(self, word: str) -> float:
        """How rare a word is; a word that the plan does not have weighs as much as the rarest."""
        return self._idf.get(word, self._rarest * _STRANGE)

    def knows(self, word: str) -> bool:
        """Whether the plan's records have the word."""
        return word in self._idf

    def search(self, variants: Sequence[Sequence[str]], kinds: Collection[Kind]) -> list[Match]:
        """Records of the kinds that explain some of the question, the best first, each by the variant that suits it
        best."""
        found: dict[int, Match] = {}
        for words in variants:
            for at, coverage, extra in self._scored(self._weighed(words)):
                entry = self.entries[at]
                if entry.kind in kinds:
                    plain = (1 - _NAMED) * coverage
                    if at not in found or plain + extra > found[at].score:
                        found[at] = Match(entry, plain + extra, coverage, plain)
        best = sorted((found[at] for at in sorted(found)), key=_by_score, reverse=True)
        wholes = [frozenset(words) for words in variants]
        named = [self._with_name(m, wholes) for m in best[:_LOOKED_AT]]
        by_code: dict[str, Match] = {}
        for match in (*sorted(named, key=_by_score, reverse=True), *best[_LOOKED_AT:]):
            by_code.setdefault(match.entry.code, match)
        return list(by_code.values())

    def _weighed(self, words: Sequence[str]) -> _Wanted:
        hard = _hard(words)
        soft = {w for w in words if isinstance(w, Soft)} - set(hard)
        light = self._lexicon.light
        unique = dict.fromkeys(hard)
        beside = set(pairwise(words))
        pairs = [pair for pair in dict.fromkeys(pairwise(hard)) if self.knows(pair[0]) and self.knows(pair[1])]
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
            tuple((pair, min(self.idf(pair[0]), self.idf(pair[1]))) for pair in pairs),
            tuple(
                (pair, min(self.idf(pair[0]), self.idf(pair[1])))
                for pair in beside
                if pair in self._pair_counts and (isinstance(pair[0], Soft) or isinstance(pair[1], Soft))
            ),
            frozenset(hard),
        )

    def _scored(self, wanted: _Wanted) -> Iterator[tuple[int, float, float]]:
        """(place of a record, its coverage, what soft words add to its score) of those that have a word of weight."""
        within = self._candidates(wanted)
        got: dict[int, float] = defaultdict(float)
        less: dict[int, float] = defaultdict(float)
        extra: dict[int, float] = defaultdict(float)
        whole = 0.0
        for word, weight, matching in wanted.words:
            whole += weight
            for at, share in self._having(word, within):
                got[at] += matching * share
        for word, weight in wanted.light:
            whole += weight * _LIGHT
            for at, share in self._having(word, within):
                if share:
                    got[at] += weight * share
                    less[at] -= weight * (1 - _LIGHT)
        for pair, weight in wanted.pairs:
            whole += weight * _GONE
            both = self._beside(pair, within)
            for at in both:
                got[at] += weight
                less[at] -= weight * (1 - _GONE)
            either = {at for word in pair for at, share in self._having(word, within) if share}
            for at in either - both:
                less[at] += weight * (_GONE - _APART)
        for pair, weight in wanted.soft_pairs:
            for at in self._beside(pair, within):
                extra[at] += weight * 0.5
        for word, weight in wanted.soft:
            for at, _ in self._having(word, within):
                extra[at] += weight
        least = _LEAST * whole
        for at, covered in got.items():
            if covered > least:
                yield at, covered / (whole - less.get(at, 0.0)), min(_MOST_EXTRA, extra.get(at, 0.0) * _EXTRA)

    def _having(self, word: str, within: Set[int] | None) -> Iterable[tuple[int, float]]:
        """(record, weight there) of those that have a word; 0 where it is soft."""
        having = self._with.get(word)
        if not having:
            return ()
        return having.items() if within is None else [(at, having[at]) for at in within & having.keys()]

    def _beside(self, pair: Pair, within: Set[int] | None) -> Set[int]:
        having = self._with_pair.get(pair, _NONE)
        return having if within is None else within & having

    def _candidates(self, wanted: _Wanted) -> Set[int] | None:
        """The records that are compared, of very many those that have most of the rarer words; None: all of them."""
        if len(self.entries) <= _CANDIDATES:
            return None
        rarest = sorted((at for w in wanted.every if (at := self._with.get(w))), key=len)[:_RARER]
        times = Counter(at for having in rarest for at in having)
        return {at for at, _ in times.most_common(_CANDIDATES)}

    def _with_name(self, match: Match, wholes: Sequence[frozenset[str]]) -> Match:
        named = max((self._share(name, whole) for name in match.entry.names for whole in wholes), default=0.0)
        if not named:
            return match
        more = _NAMED * named * min(1.0, match.coverage * 1.5)
        return match._replace(score=match.score + more, plain=match.plain + more)

    def _share(self, name: frozenset[str], wanted: frozenset[str]) -> float:
        both = name & wanted
        if not both:
            return 0.0
        whole = self._wholes.get(name)
        if whole is None:
            whole = self._wholes[name] = sum(map(self._of_name, name))
        return sum(map(self._of_name, both)) / whole

    def _of_name(self, word: str) -> float:
        return self.idf(word) * _SOFT_NAME if isinstance(word, Soft) else self.idf(word)

    def is_firm(self, pair: Pair, at: int) -> bool:
        """Whether the plan prints the pair with a hard word at this place of it."""
        return (pair, at) in self._firm


def _by_score(match: Match) -> float:
    return match.score


def _hard(words: Iterable[str]) -> list[str]:
    return [w for w in words if not isinstance(w, Soft)]


def text_of(record: Task | Target | Passage) -> str:
    """All printed words of a record, for filters."""
    if isinstance(record, Task):
        return " ".join((record.title, record.product, record.deadline, *record.milestones))
    if isinstance(record, Target):
        return f"{record.metric} {record.statement}"
    return f"{record.title} {record.text}"


def texts_of(plan: Plan) -> list[str]:
    """Every printed text of a plan, and the names people use."""
    units = (name for u in plan.units for name in (u.name, *u.aliases))
    tasks = (s for t in plan.tasks for s in (t.title, *t.names, t.product, t.deadline, t.cooperating_printed))
    targets = (s for t in plan.targets for s in (t.metric, *t.names, t.statement))
    passages = (s for p in plan.passages for s in (p.title, p.text))
    areas = (s for a in plan.areas for s in (a.title, *a.names))
    head = (plan.title, plan.issuer, plan.governing_body, *(b.text for b in plan.legal_bases))
    return [s for s in (*head, *units, *areas, *(g.title for g in plan.groups), *tasks, *targets, *passages) if s]
