"""The units of a plan that a message names, in full or shortened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from operator import itemgetter

from knowledge.lexicon.asking import OR
from knowledge.lexicon.bodies import NAME_HEADS
from knowledge.lexicon.questions import Phrase
from knowledge.lexicon.taking_part import DOES
from knowledge.model import Plan, Unit
from knowledge.postings import Soft
from knowledge.questions.question import Listed
from knowledge.questions.unit_names import may_be_shortened, said_of, spoken_names, unexplained
from knowledge.search import Index

_AFTER = OR.union(verb[0] for verb in DOES)
"""What may follow a shortened name."""


class Units:
    """Finds the units of one plan."""

    def __init__(self, plan: Plan, index: Index) -> None:
        self._index = index
        self._names = spoken_names(plan, index.words)
        self._listed = Listed(name for name, _ in self._names)
        self._full = {tuple(index.words(n)) for u in plan.units for n in (u.name, u.short)}
        self._called = {(name, unit.code) for name, unit in self._names}
        self._pairs = {name: unit for name, unit in self._names if len(name) == len(("văn", "phòng"))}
        self._initials = list(unexplained(plan))
        self._long: dict[str, list[tuple[Phrase, Unit]]] = defaultdict(list)
        for name, unit in self._names:
            if may_be_shortened(name) and not unit.collective:
                self._long[name[0]].append((name, unit))

    def named(self, words: Sequence[str]) -> tuple[tuple[Unit, ...], set[int]]:
        """The units that a message names, as they stand in it, and the places of the words that name them."""
        found = self.places(words)
        if not found:
            return (), set()
        used = {i for at, length, _ in found for i in range(at, at + length)}
        return tuple(dict.fromkeys(unit for _, _, unit in found)), used

    def places(self, words: Sequence[str]) -> list[tuple[int, int, Unit]]:
        """(place, length, unit) of each name of a unit in a message, as they stand in it."""
        found: list[tuple[int, int, Unit]] = []
        used: set[int] = set()
        said = set(words)
        for listed in self._listed.places(said):
            name, unit = self._names[listed]
            if not said.issuperset(name):
                continue
            for at, word in enumerate(words):
                if word != name[0] or tuple(words[at : at + len(name)]) != name:
                    continue
                place = range(at, at + len(name))
                if used.isdisjoint(place):
                    found.append((at, len(name), unit))
                    used.update(place)
        for at, length, unit in (*self._by_initials(words, used), *self._shortened(words, used)):
            found.append((at, length, unit))
            used.update(range(at, at + length))
        return sorted((two for one in found for two in self._apart(words, one)), key=itemgetter(0)) if found else []

    def _apart(self, words: Sequence[str], one: tuple[int, int, Unit]) -> Iterator[tuple[int, int, Unit]]:
        """A name, and before it another that shares a word with it: "(Văn phòng), (tổ chức cán bộ)", which is no
        "(phòng Tổ chức cán bộ)" after "Văn"."""
        at, length, unit = one
        before = self._pairs.get(tuple(words[at - 1 : at + 1])) if at and length > 1 else None
        if before and before != unit and (tuple(words[at + 1 : at + length]), unit.code) in self._called:
            yield at - 1, len(words[at - 1 : at + 1]), before
            yield at + 1, length - 1, unit
        else:
            yield one

    def _shortened(self, words: Sequence[str], used: Set[int]) -> Iterator[tuple[int, int, Unit]]:
        """(place, length, unit) of each name of which only the first words, or some of them in their order, are said,
        if it can be but one unit's, and no other word follows that names something."""
        for at, word in enumerate(words):
            if at in used or word not in self._long:
                continue
            said = {(said_of(name, words, at, used), unit.code): unit for name, unit in self._long[word]}
            longest = max(length for length, _ in said)
            units = [unit for (length, _), unit in said.items() if length == longest]
            end = at + longest
            goes_on = end < len(words) and not (isinstance(words[end], Soft) or end in used or words[end] in _AFTER)
            if longest and len(units) == 1 and not goes_on:
                yield at, longest, units[0]

    def _by_initials(self, words: Sequence[str], used: Set[int]) -> Iterator[tuple[int, int, Unit]]:
        """(place, length, unit) of each name in full of which the plan has but the initials: "phòng kế hoạch tổng hợp"
        of "P. KHTH"."""
        for head, initials, unit in self._initials:
            length = len(head) + len(initials)
            for at in range(len(words) - length + 1):
                name = tuple(words[at : at + length])
                said = name[: len(head)] == head and [w[0] for w in name[len(head) :]] == initials
                if said and used.isdisjoint(range(at, at + length)):
                    yield at, length, unit

    def words_of(self, units: Sequence[Unit]) -> set[str]:
        """The words of all names of units."""
        if not units:
            return set()
        codes = {unit.code for unit in units}
        return {word for name, unit in self._names if unit.code in codes for word in name}

    def also_records(self, words: Sequence[str], used: Set[int]) -> set[int]:
        """Places of words of a unit's name that stand without "phòng", "sở" before them and may be a record's: "pháp
        chế"."""
        first = {at for at in used if at - 1 not in used}
        found: set[int] = set()
        for at in first:
            if words[at] in NAME_HEADS or not self._index.knows(words[at]):
                continue
            run = [at]
            while run[-1] + 1 in used:
                run.append(run[-1] + 1)
            name = tuple(words[i] for i in run)
            if len(run) > 1 and name not in self._full and all(pair in self._index.pairs for pair in pairwise(name)):
                found |= set(run)
        return found
