"""Typed syllables brought to known ones: Telex and VNI leftovers, joined words, slips of the finger.

Everything is folded: tones that are missing or wrong make no difference here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA

_ONSETS = "ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|b|c|d|g|h|k|l|m|n|p|r|s|t|v|x|"
_RIMES = (
    "oai|oay|uay|uoi|uou|ieu|yeu|oeo|uyu|uya|uye|ieng|yeng|uong|uyen|uyet|uynh|uych|uan|uat|uang|uac|uoc|uon|uot|uom|"
    "uop|oang|oanh|oach|oac|oan|oat|oam|oap|oen|oet|oong|ooc|iem|iep|ien|iet|iec|yen|yet|yem|ia|ua|ang|anh|ach|ac|am|"
    "an|ap|at|ao|au|ai|ay|a|eng|enh|ech|ec|em|en|ep|et|eo|eu|e|inh|ich|im|in|ip|it|iu|i|ong|oc|om|on|op|ot|oi|oe|oa|o|"
    "ung|uc|um|un|up|ut|ui|uu|ue|uy|uyt|uyn|u|uo|ie|y"
)
_SYLLABLE = re.compile(f"(?:{_ONSETS})(?:{_RIMES})")
_LONGEST = 24
"""Letters of a joined word that is still taken apart."""


@lru_cache(50_000)
def is_syllable(token: str) -> bool:
    """Whether folded letters could be a Vietnamese syllable."""
    return _SYLLABLE.fullmatch(token) is not None


def telex(token: str) -> set[str]:
    """Folded readings of a token typed with Telex keys: the tone key s f r x j and the shape keys taken out."""
    single = re.sub(r"([aeoud])\1+", r"\1", token)
    forms = {token, single, single.replace("w", ""), token.replace("w", "")}
    toneless = {f[:i] + f[i + 1 :] for f in forms for i in range(1, len(f)) if f[i] in "sfrxj"}
    found = {re.sub(r"([aeoud])\1+", r"\1", f) for f in forms | toneless}
    for form in list(found):
        if match := re.fullmatch(r"(d.+)d", form):  # "duongd": the stroke typed last
            found.add(match[1])
        for vowel in "aeo":  # "tiengse": the circumflex typed last
            if match := re.fullmatch(rf"(.*{vowel}[a-z]*){vowel}", form):
                found.add(match[1])
    return found - {token}


class Repair:
    """`known`: folded syllables of the plan and the lexicon, with how often they stand there."""

    def __init__(self, known: Mapping[str, int]) -> None:
        self._known = known
        self._by_length: dict[int, list[str]] = {}
        for syllable in known:
            self._by_length.setdefault(len(syllable), []).append(syllable)
        self.syllables = lru_cache(20_000)(self._syllables)

    def _syllables(self, token: str) -> tuple[str, ...]:
        """What a folded token most likely stands for; the token itself when nothing is better."""
        if token in self._known or token.isdigit() or not token[0].isalpha():
            return (token,)
        if any(c.isdigit() for c in token):
            return self._vni(token)
        if token[0] == "f":  # "fải"
            return self._syllables("ph" + token[1:])
        readings = [form for form in telex(token) if form in self._known]
        if readings:
            return (max(readings, key=lambda form: (len(form), self._known[form])),)
        if is_syllable(token):
            return (token,)
        readings = [form for form in telex(token) if len(form) > 1 and is_syllable(form)]
        if readings and len(token) > 3:
            return (min(readings, key=lambda form: (len(form), form)),)
        apart = self._apart(token)
        if apart:
            return apart
        near = self._near(token) if len(token) > 2 else None
        return (near or token,)

    def _vni(self, token: str) -> tuple[str, ...]:
        letters = re.sub(r"\d", "", token)
        for form in (letters, re.sub(r"(\w)\1", r"\1", letters)):
            if form in self._known or is_syllable(form):
                return (form,)
        apart = self._apart(letters)
        return apart or (token,)

    def _apart(self, token: str) -> tuple[str, ...] | None:
        """A joined word as known syllables, the fewest."""
        if not 4 <= len(token) <= _LONGEST:
            return None
        best: list[tuple[str, ...] | None] = [(), *[None] * len(token)]
        for end in range(1, len(token) + 1):
            for start in range(max(0, end - 6), end - 1):
                before, piece = best[start], token[start:end]
                if before is not None and piece in self._known and is_syllable(piece):
                    found, so_far = (*before, piece), best[end]
                    if so_far is None or len(found) < len(so_far):
                        best[end] = found
        return best[-1]

    def neighbours(self, token: str) -> list[str]:
        """Known syllables one slip away from a folded one."""
        lengths = (len(token), len(token) + 1, len(token) - 1)
        alike = (s for length in lengths for s in self._by_length.get(length, ()) if s[0] == token[0])
        return [s for s in alike if OSA.distance(token, s) == 1]

    def _near(self, token: str) -> str | None:
        """The known syllable one slip away: a letter missing, added, changed, or two swapped."""
        lengths = (len(token), len(token) + 1, len(token) - 1)
        near = [
            syllable
            for length in lengths
            for syllable in self._by_length.get(length, ())
            if (syllable[0] == token[0] or syllable[-1] == token[-1]) and OSA.distance(token, syllable) == 1
        ]
        return max(near, key=lambda s: (s[0] == token[0], self._known[s])) if near else None
