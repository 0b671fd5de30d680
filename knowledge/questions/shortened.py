"""Long names of units as people shorten them: "Cục Phổ biến pháp luật", of "Cục Phổ biến, giáo dục pháp luật và …"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

from knowledge.lexicon.asking import DOES, OR
from knowledge.lexicon.bodies import OF_MEMBERS
from knowledge.lexicon.questions import Phrase
from knowledge.model import Unit
from knowledge.postings import Soft

_LEAST = 3
"""Words that a shortened name has, the head among them."""
_LEAVING_OUT = 4
"""So many where it leaves out the word after the head, if that is no "Hội"."""
_AFTER = OR.union(verb[0] for verb in DOES)
"""What may follow a name."""


class Shortened:
    """Names of units, of which a message may leave out words."""

    def __init__(self, names: Iterable[tuple[Phrase, Unit]]) -> None:
        self._names: dict[str, list[tuple[Phrase, Unit]]] = defaultdict(list)
        for name, unit in names:
            if len(name) > _LEAST and not unit.collective:
                self._names[name[0]].append((name, unit))

    def found(self, words: Sequence[str], used: Set[int]) -> Iterator[tuple[int, int, Unit]]:
        """(place, length, unit) of each name of which only the first words, or some of them in their order, are said,
        if it can be but one unit's, and no other word follows that names something."""
        for at, word in enumerate(words):
            if at in used or word not in self._names:
                continue
            said = {(_length(words, at, name, used), unit.code): unit for name, unit in self._names[word]}
            longest = max(length for length, _ in said)
            units = [unit for (length, _), unit in said.items() if length == longest]
            end = at + longest
            open_ = end < len(words) and not (isinstance(words[end], Soft) or end in used or words[end] in _AFTER)
            if longest >= _LEAST and len(units) == 1 and not open_:
                yield at, longest, units[0]


def _length(words: Sequence[str], at: int, name: Phrase, used: Set[int]) -> int:
    """How many words from a place on are words of a name in its order; 0 where too few to mean it."""
    end, place = at + 1, 1
    while end < len(words) and end not in used and words[end] in name[place:]:
        place = name.index(words[end], place) + 1
        end += 1
    whole = tuple(words[at : at + 2]) == name[:2] or name[:1] in OF_MEMBERS
    enough = _LEAST if whole else _LEAVING_OUT
    return end - at if end - at >= enough else 0
