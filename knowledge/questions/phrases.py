"""Phrases of the lexicon found in the words of a message, told apart by their marks where marks were typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.lexicon.questions import Spelt
from knowledge.syllables import Syllables


@dataclass(frozen=True, slots=True)
class Heard:
    """The words of a message, folded, and how each was typed ("" where it was put together from something else).
    `loose`: some of its marks are wrong or missing, so that none of them proves anything."""

    words: tuple[str, ...]
    typed: tuple[str, ...]
    loose: bool = False

    def without(self, places: Iterable[int]) -> Heard:
        """The words but those at some places."""
        out = set(places)
        kept = [at for at in range(len(self.words)) if at not in out]
        return Heard(tuple(self.words[at] for at in kept), tuple(self.typed[at] for at in kept), self.loose)

    def part(self, begin: int, end: int | None = None) -> Heard:
        """The words from one place to another."""
        return Heard(self.words[begin:end], self.typed[begin:end], self.loose)


class Phrases:
    """Named phrases, found by their first two words."""

    def __init__(self, groups: Mapping[str, Iterable[Spelt]], syllables: Syllables) -> None:
        self._known = syllables
        self._begun: dict[str, dict[str, list[tuple[str, int, Spelt]]]] = {}
        """First word → second word, "" for any other → those that may begin so, with their length, the longest
        first."""
        for name, phrases in groups.items():
            for phrase in phrases:
                first, second = (*phrase.folded, "")[:2]
                begun = self._begun.setdefault(first, {"": []})
                begun.setdefault(second, []).append((name, len(phrase.folded), phrase))
        for begun in self._begun.values():
            for second, listed in begun.items():
                listed.sort(key=lambda one: -one[1])
                if second:
                    listed += begun[""]

    def found(self, heard: Heard) -> list[tuple[str, int, int]]:
        """(name, place, length) of every phrase that occurs; of those that begin at a place the longest first."""
        words, begun = heard.words, self._begun
        found: list[tuple[str, int, int]] = []
        for at, word in enumerate(words):
            if word not in begun:
                continue
            beginning = begun[word]
            for name, length, phrase in beginning.get(words[at + 1] if at + 1 < len(words) else "", beginning[""]):
                if words[at : at + length] == phrase.folded and (
                    heard.loose or self._fits(heard.typed[at : at + length], phrase)
                ):
                    found.append((name, at, length))
        return found

    def _fits(self, typed: Sequence[str], phrase: Spelt) -> bool:
        """Whether what was typed may be the phrase: without marks, with its marks, or with marks that no word has."""
        for word, spelt, folded in zip(typed, phrase.spelt, phrase.folded, strict=True):
            if word and word != spelt and not word.isascii() and self._known.spells(folded, word):
                return False
        return True
