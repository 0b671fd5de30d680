"""Typed syllables brought to known ones: Telex and VNI leftovers, joined words, slips of the finger, short forms.

Each token may be read in several ways, each at a cost; the cheapest reading of the whole message is taken, where
syllables that stand beside each other in the plan or the lexicon make a reading cheaper."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from knowledge.syllables import Phrase, Syllables
from knowledge.vietnamese import fold_word

_ONSETS = "ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|b|c|d|g|h|k|l|m|n|p|r|s|t|v|x|"
_RIMES = (
    "oai|oay|uay|uoi|uou|ieu|yeu|oeo|uyu|uya|uye|ieng|yeng|uong|uyen|uyet|uynh|uych|uan|uat|uang|uac|uoc|uon|uot|uom|"
    "uop|oang|oanh|oach|oac|oan|oat|oam|oap|oen|oet|oong|ooc|iem|iep|ien|iet|iec|yen|yet|yem|ia|ua|ang|anh|ach|ac|am|"
    "an|ap|at|ao|au|ai|ay|a|eng|enh|ech|ec|em|en|ep|et|eo|eu|e|inh|ich|im|in|ip|it|iu|i|ong|oc|om|on|op|ot|oi|oe|oa|o|"
    "ung|uc|um|un|up|ut|ui|uu|ue|uy|uyt|uyn|u|uo|ie|y"
)
_SYLLABLE = re.compile(f"(?:{_ONSETS})(?:{_RIMES})")
_TONES = "\u0300\u0301\u0309\u0303\u0323"
_LONGEST = 24
"""Letters of a joined word that is still taken apart."""

# What a reading costs. Only their order and differences matter; they were chosen on the generated dev set.
_SWAP = 1.7
_OTHER_TONE, _KEYS, _INITIALS, _BEGUN = 0.5, 0.6, 1.0, 1.8
_STRANGE, _KEYS_STRANGE, _NONSENSE = 1.8, 2.4, 3.4
_SLIP, _SLIP_OF_SYLLABLE, _SLIP_OF_KNOWN = 2.2, 2.7, 3.6
_APART, _PIECE, _APART_SLIP = 1.0, 0.2, 2.6
_TONE_OFF, _OTHER_START = 1.2, 0.8
_NEIGHBOURS = 1.1
"""What a pair of known neighbours takes off."""
_READINGS = 10
"""Readings of one token that are weighed."""


@lru_cache(50_000)
def is_syllable(token: str) -> bool:
    """Whether folded letters could be a Vietnamese syllable."""
    return _SYLLABLE.fullmatch(token) is not None


def telex(token: str) -> set[str]:
    """Folded readings of a token typed with Telex keys: the tone key s f r x j and the shape keys taken out."""
    single = re.sub(r"([aeoud])\1+", r"\1", token)
    forms = {token, single, single.replace("w", ""), token.replace("w", "")}
    forms.add(re.sub(r"(?<![aouw])w", "u", single))  # "wngs": w alone types ư
    toneless = {f[:i] + f[i + 1 :] for f in forms for i in range(1, len(f)) if f[i] in "sfrxj"}
    found = {re.sub(r"([aeoud])\1+", r"\1", f) for f in forms | toneless}
    for form in list(found):
        if match := re.fullmatch(r"(d.+)d", form):  # "duongd": the stroke typed last
            found.add(match[1])
        for vowel in "aeo":  # "tiengse": the circumflex typed last
            if match := re.fullmatch(rf"(.*{vowel}[a-z]*){vowel}", form):
                found.add(match[1])
    return found - {token}


def tones(typed: str) -> str | None:
    """The tone marks of a token, "" for the level tone; None where it was typed without any mark at all."""
    if typed.isascii():
        return None
    return "".join(c for c in unicodedata.normalize("NFD", typed) if c in _TONES)


_TELEX = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j", "\u0306": "w", "\u031b": "w"}
_VNI = {
    "\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4",
    "\u0323": "5", "\u0302": "6", "\u031b": "7", "\u0306": "8",
}  # fmt: skip


@lru_cache(20_000)
def _keys(spelt: str, *, vni: bool) -> str:
    """The keys that type a syllable, sorted: their order differs from hand to hand."""
    found: list[str] = []
    for letter in unicodedata.normalize("NFD", spelt.replace("đ", "d9" if vni else "dd")):
        if letter == "\u0302" and not vni:
            found.append(found[-1])
        else:
            found.append((_VNI if vni else _TELEX).get(letter, letter))
    return "".join(sorted(found))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a token may stand for. `as_typed`: its letters were kept; `spelt`: what its keys spell."""

    words: Phrase
    cost: float
    as_typed: bool = False
    spelt: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """One word of a message: folded, as it was typed ("" when it was put together), and whether it was mended."""

    word: str
    typed: str = ""
    mended: bool = False


class Repair:
    """Reads messages with the words of `syllables`; `full`: what short forms stand for."""

    def __init__(self, syllables: Syllables, full: Callable[[str], Sequence[Phrase]]) -> None:
        self._known = syllables
        self._full = full
        self._cached = lru_cache(20_000)(self._readings)

    def read(self, tokens: Sequence[str]) -> list[Read]:
        """The words of lower-case tokens."""
        choices = [self._choices(tokens, at) for at in range(len(tokens))]
        best: list[tuple[float, int]] = []  # per reading of the token before: cost so far, index of its predecessor
        trail: list[list[tuple[float, int]]] = []
        ends: list[str] = []  # per reading of the token before: its last word
        pairs = self._known.pairs
        for readings in choices:
            now: list[tuple[float, int]] = []
            for reading in readings:
                first = reading.words[0]
                cost, origin = 0.0, -1
                for i, (so_far, _) in enumerate(best):
                    reached = so_far - _NEIGHBOURS if (ends[i], first) in pairs else so_far
                    if origin < 0 or reached < cost:
                        cost, origin = reached, i
                now.append((cost + reading.cost, origin))
            best, ends = now, [reading.words[-1] for reading in readings]
            trail.append(now)
        return self._followed_back(tokens, choices, trail)

    def _followed_back(
        self, tokens: Sequence[str], choices: list[list[Reading]], trail: list[list[tuple[float, int]]]
    ) -> list[Read]:
        found: list[list[Read]] = []
        at = min(range(len(trail[-1])), key=lambda i: trail[-1][i][0]) if trail else -1
        for place in range(len(tokens) - 1, -1, -1):
            reading = choices[place][at]
            typed = tokens[place] if reading.as_typed else reading.spelt
            mended = not reading.as_typed and reading.cost >= _SLIP - 0.5
            found.append([Read(word, typed, mended) for word in reading.words])
            at = trail[place][at][1]
        return [read for reads in reversed(found) for read in reads]

    def _choices(self, tokens: Sequence[str], at: int) -> list[Reading]:
        token = tokens[at]
        readings = self._cached(token)
        if readings[0].cost >= _SLIP - 0.5 and len(token) <= 4 and token.isalpha():
            before = fold_word(tokens[at - 1]) if at else ""
            after = fold_word(tokens[at + 1]) if at + 1 < len(tokens) else ""
            begun = self._known.begun(fold_word(token), before, after)
            return [*(Reading((word,), _BEGUN) for word in sorted(begun)), *readings][:_READINGS]
        return readings

    def _readings(self, token: str) -> list[Reading]:
        """The ways to read one token, the cheapest first."""
        if not token[0].isalpha():
            return [Reading((token,), 0.0, as_typed=True)]
        full = self._full(token)
        if full:
            return [Reading(tuple(words), 0.0) for words in full]
        if any(c.isdigit() for c in token):
            return self._with_digits(token)
        found = self._of_letters(token)
        cheapest: dict[Phrase, Reading] = {}
        for reading in sorted(found, key=lambda r: r.cost):
            cheapest.setdefault(reading.words, reading)
        return list(cheapest.values())[:_READINGS]

    def _with_digits(self, token: str) -> list[Reading]:
        """VNI keys: digits among or after the letters."""
        letters = fold_word(re.sub(r"\d", "", token))
        forms = (letters, re.sub(r"(\w)\1", r"\1", letters))
        found = [
            Reading((f,), _KEYS if self._known.knows(f) else _KEYS_STRANGE, spelt=self._spelt(token, f, vni=True))
            for f in forms
            if is_syllable(f)
        ]
        found += [Reading(words, cost + _KEYS) for words, cost in self._apart(letters)]
        if not found:
            found = [
                Reading((s,), _KEYS + _SLIP) for s in sorted(self._known.one_slip_away(letters)) if len(letters) > 2
            ]
        return found[:_READINGS] or [Reading((token,), _NONSENSE, as_typed=True)]

    def _spelt(self, token: str, folded: str, *, vni: bool) -> str:
        """Which spelling of a known syllable the keys of a token type, "" when none or several."""
        typed = "".join(sorted(token))
        whole = "".join(sorted(token.replace("uow", "uwow")))
        found = [s for s in self._known.toned.get(folded, ()) if _keys(s, vni=vni) in (typed, whole)]
        return found[0] if len(found) == 1 else ""

    def _of_letters(self, token: str) -> list[Reading]:
        known, folded = self._known, fold_word(token)
        marks = tones(token)
        syllable = is_syllable(folded)
        if known.knows(folded):
            other = marks is not None and not known.spells(folded, token)
            found = [Reading((folded,), _OTHER_TONE if other else 0.0, as_typed=True)]
            if not other and marks is not None:
                return found
        else:
            found = [Reading((folded,), _STRANGE if syllable else _NONSENSE, as_typed=True)]
        if folded[0] == "f":  # "fải"
            found += [Reading(r.words, r.cost + 0.3) for r in self._of_letters("ph" + token[1:])]
        if not marks and not known.knows(folded):
            found += [
                Reading((form,), _KEYS, spelt=self._spelt(folded, form, vni=False))
                for form in sorted(telex(folded))
                if known.knows(form)
            ]
            strange = [form for form in sorted(telex(folded)) if len(form) > 2 and is_syllable(form)]
            found += [Reading((form,), _KEYS_STRANGE) for form in strange]
        if not known.knows(folded) and (not syllable or len(folded) > 2):
            found += [Reading(phrase, _INITIALS) for phrase in known.standing_for(folded) if not syllable]
        if len(folded) > 2 and len(found) < 4:
            found += self._slips(folded, marks, syllable)
        if len(folded) >= 4 and not known.knows(folded):
            found += [Reading(words, cost) for words, cost in self._apart(folded)]
        return found

    def _slips(self, folded: str, marks: str | None, syllable: bool) -> list[Reading]:
        known_here = self._known.knows(folded)
        usual = _SLIP_OF_KNOWN if known_here else _SLIP_OF_SYLLABLE if syllable else _SLIP
        found = []
        for word in sorted(self._known.one_slip_away(folded)):
            if OSA.distance(folded, word) != 1:
                continue
            base = _SWAP if not known_here and sorted(folded) == sorted(word) else usual
            off = marks is not None and all(tones(t) not in (marks, None) for t in self._known.toned[word])
            cost = base + (_TONE_OFF if off else 0) + (_OTHER_START if word[0] != folded[0] else 0)
            found.append(Reading((word,), cost))
        return sorted(found, key=lambda r: (r.cost, -self._known.counts[r.words[0]]))[:6]

    def _apart(self, token: str) -> list[tuple[Phrase, float]]:
        """A joined word as known syllables, one of which may have a slip: the two cheapest ways."""
        if not 4 <= len(token) <= _LONGEST:
            return []
        found = [(words, _APART + _PIECE * len(words) - self._joined(words)) for words in self._pieces(token)]
        if not found and len(token) <= 14:
            found = self._pieces_with_slip(token)
        return sorted(found, key=lambda pair: pair[1])[:2]

    def _joined(self, words: Phrase) -> float:
        return sum(_NEIGHBOURS if pair in self._known.pairs else -0.3 for pair in pairwise(words))

    def _pieces(self, token: str) -> list[Phrase]:
        """The ways to cut a joined word into the fewest known syllables."""
        best: list[list[Phrase]] = [[()], *([] for _ in token)]
        for end in range(1, len(token) + 1):
            for start in range(max(0, end - 6), end - 1):
                piece = token[start:end]
                if best[start] and self._known.knows(piece) and is_syllable(piece):
                    best[end] += [(*before, piece) for before in best[start][:4]]
            fewest = min((len(words) for words in best[end]), default=0)
            best[end] = [words for words in best[end] if len(words) <= fewest + 1][:6]
        return best[-1]

    def _pieces_with_slip(self, token: str) -> list[tuple[Phrase, float]]:
        found: list[tuple[Phrase, float]] = []
        for cut in range(2, len(token) - 1):
            left, right = token[:cut], token[cut:]
            for whole, broken, at_left in ((left, right, True), (right, left, False)):
                if not self._known.knows(whole) or len(broken) < 2:
                    continue
                for word in sorted(self._known.one_slip_away(broken)):
                    if OSA.distance(broken, word) == 1:
                        words = (whole, word) if at_left else (word, whole)
                        found.append((words, _APART_SLIP - self._joined(words)))
        return found
