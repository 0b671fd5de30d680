"""What a question says, once it is understood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise

from knowledge.lexicon.asking import WHETHER
from knowledge.lexicon.numbers import PERCENT
from knowledge.lexicon.questions import Phrase
from knowledge.model import Area, Group, Unit
from knowledge.postings import hard

_SHARE = frozenset({"%", PERCENT[0]})


@dataclass(frozen=True, slots=True)
class Document:
    """A paper named in a question: its number, year and type ("nghị định") as far as they were said. `beside`: it
    stands by the way ("theo Nghị định 60"); `doubtful`: it may be no paper at all ("kế hoạch 15")."""

    number: str
    year: str = ""
    type: Phrase = ()
    beside: bool = False
    doubtful: bool = False


@dataclass
class Question:
    """`words`: the repaired, folded words; `content`: those that may name a record; `variants`: the content with what
    plans print in place of what people say; `asks`, `things`: keys of the lexicon that occur, `asking`: the words with
    which they are said, `named`: (thing, place, length) of each thing; `percents`: percentages named (0–100);
    `annex`: the annex that is looked into ("III"), where the plan has several; `papers`: kinds of paper that are
    spoken of, keys of knowledge.lexicon.papers.KINDS; `documents`: those that are named by number; `counted`: the thing
    of which it is asked how many there are; `ordinal`: "thứ 4", -1 for the last; `spelt`: words with the marks that
    tell them from others of the same letters ("họp", "hợp"); `foreign`: a body or place that the plan does not know;
    `body`: one that is none of its units; `strange`: a code that looks like a task's and is none; `said`: the words,
    where it does not matter in what order they are, `beside`: those side by side; `hard`: the content words that weigh;
    `sought`: the words that weigh in the search, also those of a unit's name that may be a record's. Nothing changes
    one; it is not frozen, for that would make every question a hundredth slower."""

    text: str
    words: tuple[str, ...]
    content: tuple[str, ...]
    asks: frozenset[str]
    things: frozenset[str]
    asking: frozenset[str] = frozenset()
    named: tuple[tuple[str, int, int], ...] = ()
    variants: tuple[tuple[str, ...], ...] = ()
    codes: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    strange: str = ""
    targets: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()
    annex: str = ""
    areas: tuple[Area, ...] = ()
    groups: tuple[Group, ...] = ()
    years: tuple[int, ...] = ()
    quarter: int = 0
    days: tuple[str, ...] = ()
    percents: tuple[float, ...] = ()
    papers: tuple[Phrase, ...] = ()
    documents: tuple[Document, ...] = ()
    counted: Phrase = ()
    ordinal: int = 0
    spelt: Mapping[str, str] = field(default_factory=dict)
    foreign: str = ""
    body: str = ""
    said: frozenset[str] = field(init=False, repr=False, compare=False)
    beside: frozenset[tuple[str, str]] = field(init=False, repr=False, compare=False)
    hard: tuple[str, ...] = field(init=False, repr=False, compare=False)
    sought: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.said = frozenset(self.words)
        self.beside = frozenset(pairwise(self.words))
        self.hard = tuple(hard(self.content))
        self.sought = tuple(hard(self.variants[0])) if self.variants else ()

    @property
    def parts(self) -> tuple[Area | Group, ...]:
        """The areas and groups that are named."""
        return (*self.areas, *self.groups)

    @property
    def asks_share(self) -> bool:
        """Whether a percentage is asked for: "%" after anything but a number."""
        words = self.words
        return not _SHARE.isdisjoint(words) and any(
            (w == "%" or words[at : at + 2] == PERCENT) and not (at and words[at - 1].isdigit())
            for at, w in enumerate(words)
        )

    @property
    def asks_whether(self) -> bool:
        """Whether "có … không" asks for yes or no."""
        return self.words[-1:] == WHETHER[1:] and WHETHER[0] in self.words

    def has(self, *asks: str) -> bool:
        """Whether one of these is asked."""
        return not self.asks.isdisjoint(asks)

    def says(self, *phrases: Phrase) -> bool:
        """Whether one of the folded phrases occurs."""
        said = self.said
        for phrase in phrases:  # asked some thirty times a question, mostly of what is not said
            if phrase[0] in said and (len(phrase) == 1 or phrase[:2] in self.beside) and find(self.words, phrase) >= 0:
                return True
        return False

    def begins(self, *phrases: Phrase) -> bool:
        """Whether the question begins with one of the folded phrases."""
        return any(self.words[: len(phrase)] == phrase for phrase in phrases)


def find(words: Sequence[str], wanted: Phrase) -> int:
    """Where a phrase stands in the words, or -1."""
    if not wanted:
        return 0
    first, n = wanted[0], len(wanted)
    if first not in words:
        return -1
    at = words.index(first)
    if n == 1:
        return at
    for start in range(at, len(words) - n + 1):
        if words[start] == first and tuple(words[start : start + n]) == wanted:
            return start
    return -1


class Sought:
    """Phrases of which it is asked whether any of many texts has them; `found`: those that were found."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.found: set[Phrase] = set()
        self._left: dict[Phrase, list[Phrase]] = defaultdict(list)  # by their first two words, or the only one
        for phrase in phrases:
            self._left[phrase[:2]].append(phrase)
        self._singles = any(len(start) == 1 for start in self._left)

    def look(self, words: Phrase) -> None:
        """Looks for those that are not found yet."""
        starts = chain(pairwise(words), zip(words, strict=True)) if self._singles else pairwise(words)
        for start in self._left.keys() & starts:
            said = {phrase for phrase in self._left[start] if find(words, phrase) >= 0}
            self.found |= said
            self._left[start] = [phrase for phrase in self._left[start] if phrase not in said]
            if not self._left[start]:
                del self._left[start]


class Listed:
    """Many phrases, of which a message has few: those that may occur in it, in their order."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._phrases = tuple(phrases)
        self._by_first: dict[str, list[int]] = defaultdict(list)
        for at, phrase in enumerate(self._phrases):
            if phrase:
                self._by_first[phrase[0]].append(at)

    def places(self, words: Iterable[str]) -> list[int]:
        """The places, in the list, of those whose first word is among the words."""
        begun = self._by_first.keys() & words
        return sorted(chain.from_iterable([self._by_first[w] for w in begun])) if begun else []

    def among(self, words: Iterable[str]) -> list[Phrase]:
        """Those whose first word is among the words."""
        return [self._phrases[at] for at in self.places(words)]

    def said(self, words: Sequence[str]) -> list[int]:
        """The places, in the list, of those that occur in the words."""
        return [at for at in self.places(words) if find(words, self._phrases[at]) >= 0]
