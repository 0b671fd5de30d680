"""What a question asks for, and of what things: phrases of the lexicon, where they do ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from knowledge.lexicon.asking import INTERROGATIVE, OR, WHICH_ONE
from knowledge.lexicon.bodies import NO_BODY_ALONE
from knowledge.lexicon.hearing import ROWS
from knowledge.lexicon.questions import Lexicon, Spelt
from knowledge.lexicon.taking_part import CARRIES_OUT
from knowledge.model import Plan
from knowledge.postings import Soft
from knowledge.questions import meant, spotting
from knowledge.questions.columns import Columns
from knowledge.questions.meant import Found
from knowledge.questions.names import with_heads
from knowledge.questions.phrases import Heard, Phrases
from knowledge.search import Index
from knowledge.syllables import Syllables
from knowledge.vietnamese import fold_word

_ASKING = frozenset({"lead", "cooperation", "product", "deadline", "value", "compare", "count", "show", "progress"})
_CELLS = frozenset({"lead", "cooperation", "product", "deadline", "mention"})
_COMPOUND = 2
"""Syllables of most Vietnamese words."""


def places_of(found: Sequence[Found], *names: str) -> set[int]:
    """The places of the words of those that are found; `names`: of these alone."""
    return {i for name, at, length in found if not names or name in names for i in range(at, at + length)}


class Asking:
    """Finds what is asked for in questions about one plan."""

    def __init__(self, plan: Plan, lexicon: Lexicon, index: Index, syllables: Syllables) -> None:
        self._index = index
        self._columns = Columns(plan)
        self._not_entities = lexicon.not_entities
        self._asks = Phrases(with_heads(lexicon.asks_spelt, plan), syllables)
        self._thanks = Phrases({"thanks": lexicon.asks_spelt["thanks"]}, syllables)
        self._things = Phrases(lexicon.things_spelt, syllables)
        self._rows = Phrases({"task": tuple(map(Spelt.of, ROWS))}, syllables)
        self._unit_heads: dict[str, set[str]] = {}
        for unit in plan.units:
            head = unit.name.split()[0].lower()
            if not unit.collective and not head.isascii() and fold_word(head) not in NO_BODY_ALONE:
                self._unit_heads.setdefault(fold_word(head), set()).add(head)

    def things(self, heard: Heard) -> list[Found]:
        """The things that are spoken of."""
        found = list(self._things.found(heard))
        rows = (at for name, at, _ in self._rows.found(heard) if isinstance(heard.words[at], Soft))
        return [*found, *(("task", at, _COMPOUND) for at in rows)]

    def asked(self, heard: Heard, used: Set[int], *, of_unit: bool) -> list[Found]:
        """What is asked for. `used`: places of the words that name units; `of_unit`: some do."""
        words = heard.words
        found = [one for one in self._asks.found(heard) if used.isdisjoint(range(one[1], one[1] + one[2]))]
        found = meant.asking(words, found, self._not_entities, of_unit=of_unit)
        found = [one for one in found if one[0] != "money" or not self._is_inside(words, *one[1:])]
        found += [("lead", at, 2) for at in self._heads_asked(heard) if at not in used]
        if not _names_cell(found):
            found += [("value", at, length) for name, at, length in found if name == "measured" and not at]
        if not _names_cell(found) and (put := _put_forward(words, used, found)):
            found.append(("lead", put, 1))
        found += [("column", at, length) for at, length in self._columns.asked(words)]
        if offered := spotting.papers_offered(words):
            found.append(("product", *offered))
        return found

    def _is_inside(self, words: Sequence[str], at: int, length: int) -> bool:
        """Whether two syllables are the middle of four that the plan prints: "xúc (tiến thương) mại"."""
        run = tuple(pairwise(words[max(0, at - 1) : at + length + 1]))
        return length == _COMPOUND < len(run) and all(pair in self._index.pairs for pair in run)

    def weightless(self, words: Sequence[str], asked: Sequence[Found]) -> set[int]:
        """The places of words that ask, and so are not looked for."""
        asking = [one for one in asked if one[0] != "kind" and INTERROGATIVE & set(words[one[1] : sum(one[1:])])]
        unknown = {at for at in places_of(asked) if not self._index.knows(words[at])}
        offered = spotting.papers_offered(words)
        return places_of(asking) | unknown | (places_of([("product", *offered)]) if offered else set())

    def asks_for(self, heard: Heard) -> bool:
        """Whether something is asked for."""
        return any(name in _ASKING for name, _, _ in self._asks.found(heard))

    def asks_all(self, heard: Heard) -> bool:
        """Whether all words that weigh ask for a cell: "ai chủ trì"."""
        asking = places_of(list(self._asks.found(heard)), *_CELLS, "authority")
        return bool(asking) and all(at in asking or isinstance(w, Soft) for at, w in enumerate(heard.words))

    def thanks(self, heard: Heard) -> bool:
        """Whether somebody is thanked, or greeted."""
        return any(self._thanks.found(heard))

    def _heads_asked(self, heard: Heard) -> Iterator[int]:
        """Where it is asked which of the plan's bodies: "viện nào", typed as the plan prints it; "chuyên viên nào" asks
        for a person."""
        for at, (word, after) in enumerate(pairwise(heard.words)):
            if after == WHICH_ONE and heard.typed[at] in self._unit_heads.get(word, ()):
                yield at


def _names_cell(found: Sequence[Found]) -> bool:
    return any(name in _CELLS for name, _, _ in found)


def _put_forward(words: Sequence[str], used: Set[int], asked: Sequence[Found]) -> int:
    """Where it is said to do it of a unit that is put forward ("có phải Sở A làm không", "là Sở A hay Sở B làm"), or
    0."""
    between = any(words[at] in OR and not used.isdisjoint((at - 1, at + 1)) for at in range(1, len(words)))
    if not between and not any(name == "yes_no" for name, _, _ in asked):
        return 0
    ends = (at + 1 for at in sorted(used) if at + 1 not in used and at + 1 < len(words))
    return next((at for at in ends if words[at] in CARRIES_OUT), 0)
