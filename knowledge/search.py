"""Records of a plan matched with the words of a question: rare words count more, words in the printed order more
still, and a record whose short name is said in full comes first."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.lexicon.questions import Lexicon, Phrase
from knowledge.model import Passage, Plan, Target, Task
from knowledge.vietnamese import fold

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_SIDE = 0.7
"""Weight of a word that stands only in a record's further text (product, statement, running text)."""
_SOFT = 0.12
"""Weight, beside its rarity, of a soft word that matches."""
_NAMED = 0.3
"""Share of the score that a name said in full brings."""
_IN_ORDER = 1.0
"""Weight of two neighbouring words found as neighbours, beside that of the words."""

Kind = str


class Soft(str):
    """A word that helps when it matches and weighs nothing when it does not: equal to the plain word, but marked."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as it is searched: the words of its title and names, of its further text, its soft words, and its
    neighbours."""

    code: str
    kind: Kind
    main: frozenset[str]
    side: frozenset[str]
    soft: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    names: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """`score` 0–1 orders; `coverage` 0–1 is the share of the question's weight that the record explains."""

    entry: Entry
    score: float
    coverage: float


class Index:
    """The searchable records of one plan."""

    def __init__(self, plan: Plan, lexicon: Lexicon, abbreviations: Mapping[str, Phrase]) -> None:
        self._lexicon = lexicon
        self._abbreviations = abbreviations
        self.soft = lexicon.soft
        self.printed: set[str] = set()
        self.entries = [
            *(self._entry(t.code, "task", (t.title, *t.names), (t.product, t.deadline)) for t in plan.tasks),
            *(self._entry(t.code, "target", (t.metric, *t.names), (t.statement,)) for t in plan.targets),
            *(self._entry(p.code, "passage", (p.title or p.text,), (p.text,)) for p in plan.passages),
        ]
        self.by_code = {e.code: e for e in self.entries}
        counts = Counter(w for e in self.entries for w in e.main | e.side)
        self._rarest = math.log(1 + len(self.entries) / 0.5)
        self._idf = {w: math.log(1 + len(self.entries) / (n + 0.5)) for w, n in counts.items()}
        self.pairs = frozenset(p for e in self.entries for p in e.pairs)

    def words(self, text: str) -> list[str]:
        """The folded words of a printed text, abbreviations in full; those that are soft as printed are Soft."""
        found: list[str] = []
        for token in _TOKEN.findall(unicodedata.normalize("NFC", text).lower()):
            self.printed.add(token)
            full = self._abbreviations.get(token)
            if full:
                found.extend(full)
            else:
                found.append(Soft(fold(token)) if token in self._lexicon.soft_printed else fold(token))
        return found

    def _entry(self, code: str, kind: Kind, main: Iterable[str], side: Iterable[str]) -> Entry:
        titles = [self.words(t) for t in main if t]
        texts = [self.words(t) for t in side if t]
        pairs = {pair for words in (*titles, *texts) for pair in self._neighbours(words)}
        names = tuple(frozenset(self._hard(words)) for words in titles)
        return Entry(
            code,
            kind,
            frozenset(w for words in titles for w in self._hard(words)),
            frozenset(w for words in texts for w in self._hard(words)),
            frozenset(w for words in (*titles, *texts) for w in words if isinstance(w, Soft)),
            frozenset(pairs),
            tuple(name for name in names if name),
        )

    def _hard(self, words: Iterable[str]) -> list[str]:
        return [w for w in words if not isinstance(w, Soft)]

    def _neighbours(self, words: Sequence[str]) -> set[tuple[str, str]]:
        """Neighbours as printed, and as they stand with the soft words left out."""
        hard = self._hard(words)
        return {*pairwise(words), *pairwise(hard)}

    def idf(self, word: str) -> float:
        """How rare a word is; a word that the plan does not have is the rarest."""
        return self._idf.get(word, self._rarest)

    def knows(self, word: str) -> bool:
        """Whether the plan's records have the word."""
        return word in self._idf

    def search(self, words: Sequence[str], kinds: Collection[Kind]) -> list[Match]:
        """Records of the kinds, the best first. Soft words count only where they match."""
        hard = self._hard(words)
        soft = set(words) - set(hard)
        weights = [(w, self.idf(w) * (_SOFT if w in soft else 1.0), w in soft) for w in dict.fromkeys(words)]
        pairs = [
            (pair, _IN_ORDER * min(self.idf(pair[0]), self.idf(pair[1]))) for pair in dict.fromkeys(pairwise(hard))
        ]
        wanted = frozenset(hard)
        whole = sum(weight for _, weight, is_soft in weights if not is_soft) + sum(weight for _, weight in pairs)
        found = [self._match(e, weights, pairs, wanted, whole) for e in self.entries if e.kind in kinds]
        return sorted(found, key=lambda m: -m.score)

    def _match(
        self,
        entry: Entry,
        weights: Sequence[tuple[str, float, bool]],
        pairs: Sequence[tuple[tuple[str, str], float]],
        wanted: frozenset[str],
        whole: float,
    ) -> Match:
        got = extra = 0.0
        for word, weight, is_soft in weights:
            share = 1.0 if word in entry.main else _SIDE if word in entry.side else 0.0
            if is_soft:
                share = share or (_SIDE if word in entry.soft else 0.0)
                extra += weight * share
            else:
                got += weight * share
        got += sum(weight for pair, weight in pairs if pair in entry.pairs)
        coverage = got / whole if whole else 0.0
        named = max((self._share(name, wanted) for name in entry.names), default=0.0)
        score = (1 - _NAMED) * coverage + _NAMED * named * min(1.0, coverage * 1.5) + min(0.05, extra * 0.01)
        return Match(entry, score, coverage)

    def _share(self, name: frozenset[str], wanted: frozenset[str]) -> float:
        return sum(self.idf(w) for w in name & wanted) / sum(self.idf(w) for w in name)


def text_of(record: Task | Target | Passage) -> str:
    """All printed words of a record, for filters."""
    if isinstance(record, Task):
        return " ".join((record.title, record.product, record.deadline, *record.milestones))
    if isinstance(record, Target):
        return f"{record.metric} {record.statement}"
    return f"{record.title} {record.text}"
