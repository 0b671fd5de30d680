"""Phrases of the lexicon found in the words of a message, told apart by their marks where marks were typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
        self._begun: dict[str, dict[str, list[tuple[str, Spelt]]]] = {}
        """First word → second word, "" where there is none → those that begin so, the longest first."""
        for name, phrases in groups.items():
            for phrase in phrases:
                first, second = (*phrase.folded, "")[:2]
                self._begun.setdefault(first, {}).setdefault(second, []).append((name, phrase))
        for begun in self._begun.values():
            for listed in begun.values():
                listed.sort(key=lambda pair: -len(pair[1].folded))

    def found(self, heard: Heard) -> Iterator[tuple[str, int, int]]:
        """(name, place, length) of every phrase that occurs; of those that begin at a place the longest first."""
        words, begun = heard.words, self._begun
        for at, word in enumerate(words):
            if word not in begun:
                continue
            beginning, after = begun[word], words[at + 1] if at + 1 < len(words) else ""
            for name, phrase in (*beginning.get(after, ()), *(beginning.get("", ()) if after else ())):
                length = len(phrase.folded)
                if words[at : at + length] == phrase.folded and (
                    heard.loose or self._fits(heard.typed[at : at + length], phrase)
                ):
                    yield name, at, length

    def _fits(self, typed: Sequence[str], phrase: Spelt) -> bool:
        """Whether what was typed may be the phrase: without marks, with its marks, or with marks that no word has."""
        for word, spelt, folded in zip(typed, phrase.spelt, phrase.folded, strict=True):
            if word and word != spelt and not word.isascii() and self._known.spells(folded, word):
                return False
        return True
