"""Records of a plan matched with the words of a question, the best first: by how much of it they explain, and first of
all those whose short name is said in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, KeysView, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from knowledge.crowd import Crowd
from knowledge.lexicon.cells import PAPER as _PAPER
from knowledge.lexicon.questions import Lexicon, Phrase
from knowledge.model import Passage, Plan
from knowledge.naming import Names, Whole
from knowledge.postings import BREAK, Letters, Pair, Postings, Spelt, Text, Texts, Written, hard
from knowledge.printed import Printed
from knowledge.scoring import Scored, Wanted, by_letters, by_postings, weighed
from knowledge.texts import clauses_of, columns_of
from knowledge.usage import Usage
from knowledge.verbatim import Verbatim

_SIDE: Mapping[str, float] = {"task": 0.74, "target": 0.75, "passage": 0.9}
"""Weight of a word that stands only in a record's further text (product, statement, running text)."""
_NAMED = 0.3
"""Share of the score that a name said in full brings."""
_SHORTEST_NAME, _LONGEST_NAME = 4, 9
"""Words of a product that is called by its name: those that weigh, at least, and all, at most."""
_LONG = 1300
"""Characters of running text in which scattered words mean nothing."""
_PARAGRAPH, _HEAD = 45, 14
"""Words of a title that is a paragraph, and of the least that is its head."""
_FEW, _CANDIDATES = 2000, 40
"""Up to so many records all are compared in full and searched for what is quoted, of more so many, the most promising
(see knowledge.crowd), and for no quotation."""
_AT_HAND = 4096
"""Texts that are kept in letters: those that come again and again."""
_LOOKED_AT = 12
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


_score_of = itemgetter(Match._fields.index("score"))


def _first_score(one: tuple[tuple[float, float, float], Entry]) -> float:
    return one[0][0]


class Index:
    """The searchable records of one plan."""

    def __init__(self, plan: Plan, lexicon: Lexicon, abbreviations: Mapping[str, Phrase]) -> None:
        self._lexicon = lexicon
        self.soft = lexicon.soft
        self._printed = Printed(lexicon, abbreviations)
        self._letters = Letters()
        self._written = lru_cache(_AT_HAND)(self._in_letters)
        self._usage = Usage()
        self._all: Postings | None = Postings()
        self.verbatim = Verbatim()
        self._crowd = Crowd()
        self._first: dict[str, Entry] = {}
        self.entries: list[Entry] = []
        self._add_all(plan)
        if self._all is None:
            self._crowd.settle([entry.spelt.said for entry in self.entries])
        self._usage.settle()
        self._names = Names(self._letters, self._usage)

    def _add_all(self, plan: Plan) -> None:
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

    def _is_name(self, product: str) -> bool:
        """Whether a product is a thing's name by which its task is called, and neither a sentence nor some paper."""
        words = self.words(product)
        return len(words) <= _LONGEST_NAME and len(hard(words)) >= _SHORTEST_NAME and not _PAPER.match(product)

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
        read = self._printed.read
        names, others = (tuple(read(t) for t in ts if t) for ts in (main, side))
        texts = Texts(names, others, _SIDE[kind], (read(tail),) if tail else ())
        self._usage.add(texts.every, texts.words)
        self._crowd.add(kind, *texts.weighty)
        if len(self.entries) == _FEW:
            self._all, self.verbatim = None, Verbatim()
        if self._all is not None:
            self._all.add(texts.shares(), texts.pairs())
            for one in texts.every:
                self.verbatim.add(len(self.entries), code, one.words)
        self.entries.append(Entry(code, kind, texts.spelt(self._written), text))
        self._first.setdefault(code, self.entries[-1])

    def _in_letters(self, text: Text) -> Written:
        return text.written(self._letters)

    # ---- words --------------------------------------------------------------------------------------------------

    def words(self, text: str) -> tuple[str, ...]:
        """The folded words of a printed text, abbreviations in full; those that are soft as printed are Soft."""
        return self._printed.read(text).words

    @property
    def pairs(self) -> KeysView[Pair]:
        """Words that stand side by side somewhere in the plan."""
        return self._usage.pairs

    def idf(self, word: str) -> float:
        """How rare a word is; a word that the plan does not have weighs as much as the rarest."""
        return self._usage.idf(word)

    def knows(self, word: str) -> bool:
        """Whether the plan's records have the word."""
        return self._usage.knows(word)

    def is_single(self, word: str) -> bool:
        """Whether one record alone has the word."""
        return self._usage.is_single(word)

    def is_firm(self, pair: Pair, at: int) -> bool:
        """Whether the plan prints the pair with a hard word at this place of it."""
        return self._usage.is_firm(pair, at)

    # ---- records ------------------------------------------------------------------------------------------------

    def has_pair(self, code: str, pair: Pair) -> bool:
        """Whether a record has two words side by side."""
        return self._letters.of(*pair) in self._first[code].spelt.said

    def has_words(self, code: str, words: Collection[str]) -> bool:
        """Whether a record has all of some words."""
        said = self._first[code].spelt.said
        return all(letter in said for letter in self._letters.of(*words))

    def prints(self, words: Sequence[str]) -> bool:
        """Whether some record has these words in this order."""
        if not all(pair in self._usage.pairs for pair in pairwise(words)):
            return False
        said = self._letters.of(*words)
        entries = self.entries
        if self._all is None and (places := self._crowd.having(map("".join, pairwise(said)))) is not None:
            return any(said in entries[at].spelt.said for at in places)
        return any(said in entry.spelt.said for entry in entries)

    def having(self, words: Collection[str]) -> set[str]:
        """The records that have all of some words."""
        left: Collection[Entry] = self._first.values()
        for letter in self._letters.of(*words):
            left = [entry for entry in left if letter in entry.spelt.said]
        return {entry.code for entry in left}

    def search(self, variants: Sequence[Sequence[str]], kinds: Collection[Kind]) -> list[Match]:
        """Records of the kinds that explain some of the question, the best first, each by the variant that suits it
        best."""
        entries = self.entries
        found: dict[int, tuple[float, float, float]] = {}  # place → score, coverage, plain
        for words in variants:
            for at, coverage, extra in self._compared(words, kinds):
                plain = (1 - _NAMED) * coverage
                score = plain + extra
                if (before := found.get(at)) is None or score > before[0]:
                    found[at] = (score, coverage, plain)
        best = [(found[at], entries[at]) for at in sorted(found) if entries[at].kind in kinds]
        best.sort(key=_first_score, reverse=True)
        wholes = [self._names.whole(words) for words in variants]
        named = [self._with_name(entry, scored, wholes) for scored, entry in best[:_LOOKED_AT]]
        named.sort(key=_score_of, reverse=True)
        by_code: dict[str, Match] = {}
        for match in named:
            by_code.setdefault(match.entry.code, match)
        for scored, entry in best[_LOOKED_AT:]:
            if entry.code not in by_code:
                by_code[entry.code] = Match(entry, *scored)
        return list(by_code.values())

    def _compared(self, words: Sequence[str], kinds: Collection[Kind]) -> Iterable[Scored]:
        """The records that explain some of a wording, of very many the most promising."""
        wanted = weighed(words, self._usage, self._lexicon.light_phrases)
        return by_postings(wanted, self._all) if self._all is not None else self._of_crowd(wanted, kinds)

    def _of_crowd(self, wanted: Wanted, kinds: Collection[Kind]) -> Iterator[Scored]:
        weights = [*((word, weight) for word, weight, _ in wanted.words), *wanted.light]
        known = [(w, weight) for w, weight in weights if self.knows(w)]
        pairs = [(self._letters.of(*pair), weight) for pair, weight, _ in wanted.pairs]
        places = self._crowd.best(known, pairs, kinds, _CANDIDATES)
        return by_letters(wanted, [(at, self.entries[at].spelt) for at in places], self._letters)

    def _with_name(self, entry: Entry, scored: tuple[float, float, float], wholes: Sequence[Whole]) -> Match:
        """The match of a record, scored higher by how much of one of its names is said."""
        score, coverage, plain = scored
        names = entry.spelt.names
        more = _NAMED * self._names.said(names, wholes) * min(1.0, coverage * 1.5) if names else 0.0
        return Match(entry, score + more, coverage, plain + more)

    def is_named(self, entry: Entry, words: Collection[str], least: int) -> bool:
        """Whether a record has a name of at least so many words, all of them among the words."""
        said = {BREAK, *self._letters.of(*words)}
        return any(len(name) > least and said.issuperset(name) for name in entry.spelt.names)


def _headed(title: str) -> tuple[str, str]:
    """A title's head, which says what it is about, and the rest, which tells more, where it is a whole paragraph."""
    words = title.split()
    if len(words) <= _PARAGRAPH:
        return title, ""
    ends = next((at + 1 for at in range(_HEAD, len(words)) if words[at][-1] in ".;:,"), _PARAGRAPH)
    return " ".join(words[:ends]), " ".join(words[ends:])
