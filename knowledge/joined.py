"""Words that were typed without the space between: "chủtrì", "hoànhành" with a letter lost as well."""

from __future__ import annotations

from knowledge.orthography import is_syllable
from knowledge.slips import slip
from knowledge.syllables import Phrase, Syllables
from knowledge.vietnamese import fold_word

_LONGEST = 24
"""Letters of a joined word that is still taken apart."""
_PIECE = 7
"""Letters of a piece, at most."""
_WITH_SLIP = 14
"""Letters of a joined word in which a slip is looked for."""
_APART, _EACH, _OTHER_MARKS, _NO_PAIR = 1.0, 0.2, 0.6, 0.3
_KEPT = 6
"""Ways to read the beginning of a token that are followed."""

_Way = tuple[float, Phrase]


class Joined:
    """Takes joined words apart into the words of `syllables`."""

    def __init__(self, syllables: Syllables) -> None:
        self._known = syllables

    def apart(self, token: str, *, slips: bool = True) -> list[tuple[Phrase, float]]:
        """A token (lower case, with or without marks) as several known words, one of which may have a slip (`slips`):
        the two cheapest ways with what they cost."""
        if not 4 <= len(token) <= _LONGEST:
            return []
        ways = self._ways(token, slips=False)
        if not ways and slips and len(token) <= _WITH_SLIP:
            ways = self._ways(token, slips=True)
        return [(words, cost) for cost, words in ways[:2] if len(words) > 1]

    def _ways(self, token: str, *, slips: bool) -> list[_Way]:
        sound: list[list[_Way]] = [[(_APART, ())], *([] for _ in token)]
        broken: list[list[_Way]] = [[] for _ in range(len(token) + 1)]
        for end in range(2, len(token) + 1):
            for start in range(max(0, end - _PIECE), end - 1):
                if not (sound[start] or broken[start]):
                    continue
                piece = token[start:end]
                whole = self._whole(piece)
                sound[end] += self._followed(sound[start], whole)
                if slips:
                    broken[end] += self._followed(broken[start], whole)
                    if sound[start]:
                        broken[end] += self._followed(sound[start], self._slipped(piece))
            sound[end] = sorted(sound[end])[:_KEPT]
            broken[end] = sorted(broken[end])[:_KEPT]
        return sorted(sound[-1] + broken[-1])

    def _followed(self, ways: list[_Way], pieces: list[tuple[float, str]]) -> list[_Way]:
        return [
            (so_far + cost - (self._near(words[-1], word) if words else 0.0), (*words, word))
            for so_far, words in ways
            for cost, word in pieces
        ]

    def _near(self, before: str, after: str) -> float:
        return self._known.closeness(before, after) or -_NO_PAIR

    def _whole(self, piece: str) -> list[tuple[float, str]]:
        """A piece as the known word that it is."""
        folded = fold_word(piece)
        if not self._known.knows(folded) or not is_syllable(folded):
            return []
        right = piece.isascii() or self._known.spells(folded, piece)
        return [(_EACH if right else _EACH + _OTHER_MARKS, folded)]

    def _slipped(self, piece: str) -> list[tuple[float, str]]:
        """Known words one slip from a piece, those that its marks allow."""
        found = []
        folded, bare = fold_word(piece), piece.isascii()
        for word in self._known.one_slip_away(folded):
            spellings = (word,) if bare else self._known.toned.get(word, ())
            cost = min((c for s in spellings if (c := slip(piece, s))), default=0.0)
            if cost:
                found.append((_EACH + cost, word))
        return found
