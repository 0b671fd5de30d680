"""Typed syllables brought to known ones: Telex and VNI leftovers, joined words, slips of the finger, short forms.

Each token may be read in several ways, each at a cost; the cheapest reading of the whole message is taken, where
syllables that stand beside each other in the plan or the lexicon make a reading cheaper."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise, starmap
from math import inf
from operator import itemgetter
from typing import NamedTuple

from knowledge.joined import Joined
from knowledge.keyed import keys, telex
from knowledge.lexicon.orthography import BEFORE_NUMBERS
from knowledge.orthography import is_spelt, is_syllable, tones
from knowledge.patterns import seldom
from knowledge.printed import plain_number
from knowledge.slips import slip
from knowledge.sounds import alike
from knowledge.syllables import CLOSEST, Phrase, Syllables
from knowledge.vietnamese import fold_word

# What a reading costs. Only their order and differences matter; they were chosen on the generated dev set.
_OTHER_TONE, _KEYS, _KEYS_SWAPPED, _BEGUN = 0.5, 0.6, 1.5, 1.8
_INITIALS, _BOUND = (2.6, 2.6, 2.4, 2.0, 1.6), 0.6
"""Initials of one, two, three … letters, and how much less they cost when their words are bound to each other."""
_SPELT, _SPELT_BARE = 0.9, 1.4
"""A word that the plan does not have, with marks and without, where every word is spelt well and has its marks."""
_NO_VOWEL = 0.8
"""Initials that could be a syllable without its vowel: "nhng"."""
_STRANGE, _KEYS_STRANGE, _NONSENSE = 1.8, 2.4, 3.4
_OF_SYLLABLE, _OF_OTHER, _OF_LAZY, _OF_BARE, _OF_KNOWN = 0.8, 0.9, 0.4, 0.5, 1.9
"""What a slip costs more when the token could be a syllable, is known with other marks, with marks that no word has, is
known but has no marks where the others have theirs, is known."""
_BARE = 0.8
"""A word without its marks, where the others have theirs."""
_UNUSUAL, _NO_WORD = 0.6, 1.0
"""What a slip of the rarest word costs more, and of what is no syllable."""
_MARKS_OFF = 1.0
"""What a slip costs more when the marks are wrong as well."""
_HELD = 0.9
"""A key that was held: "nàooo"."""
_SHORT = 4
"""Letters of a token, at most, that may be the beginning of a word."""
_TRUSTED = 1.7
"""A token whose cheapest reading costs so much may be the beginning of a word."""
_WORD = re.compile("[aeiouy]")
_LOST = seldom("(?:ngh|ng|nh|gh|kh|ph|th|tr|ch|[bcdghklmnprstvx])(?:ng|nh|ch|[cmnpt])")
_ROMAN = seldom("[ivx]{2,4}")
_ONE = "i"
"""The Roman number."""
_READINGS = 12
"""Readings of one token that are weighed."""
_SLIPS = _BEGINNINGS = 8
_FEW_MARKS, _FEW_BARE = 4, 8
"""In a message that is typed with marks, one token of so many, at least, has one, and but one of so many lacks its."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a token may stand for. `as_typed`: its letters were kept; `spelt`: what its keys spell."""

    words: Phrase
    cost: float
    as_typed: bool = False
    spelt: str = ""


class Read(NamedTuple):
    """One word of a message: folded, and as it was typed ("" when it was put together)."""

    word: str
    typed: str = ""


class Choices(NamedTuple):
    """The ways to read one token, the cheapest first, and the words that each gives. `whole`: the token is surely not
    the beginning of a longer word."""

    readings: Sequence[Reading]
    reads: Sequence[Sequence[Read]]
    whole: bool = True

    @classmethod
    def of(cls, token: str, readings: Sequence[Reading], *, whole: bool = True) -> Choices:
        """Those of a token."""
        typed = (token if reading.as_typed else reading.spelt for reading in readings)
        reads = [[Read(w, spelt) for w in one.words] for one, spelt in zip(readings, typed, strict=True)]
        return cls(readings, reads, whole)


class Repair:
    """Reads messages with the words of `syllables`; `full`: what short forms stand for."""

    def __init__(self, syllables: Syllables, full: Callable[[str], Sequence[Phrase]]) -> None:
        self._known = syllables
        self._full = full
        self._joined = Joined(syllables)
        self._cached = lru_cache(20_000)(self._of_token)
        self._is_word = lru_cache(20_000)(self._is_no_slip)
        self._closeness = lru_cache(50_000)(syllables.closeness)

    def read(self, tokens: Sequence[str], short_forms: Collection[str] = ()) -> list[Read]:
        """The words of lower-case tokens; `short_forms`: those that were typed in capitals as such, "CPI", which are
        several words' initials or unknown, but no slip of a single word."""
        marked = self._is_marked([t for t in tokens if t.isalpha()])
        spelt = marked and all(map(self._is_word, tokens))
        choices = [self._cached(token, marked, spelt) for token in tokens]
        for at, choice in enumerate(choices):
            if not choice.whole or tokens[at] == _ONE:
                choices[at] = self._in_its_place(tokens, at, choice)
        for at, token in enumerate(tokens if short_forms else ()):
            if token in short_forms and not self._known.knows(token):
                initials = [reading for reading in choices[at].readings if len(reading.words) > 1]
                choices[at] = Choices.of(token, initials or [Reading((token,), 0.0, as_typed=True)])
        return _followed_back(choices, self._cheapest([choice.readings for choice in choices]))

    def _cheapest(self, choices: Sequence[Sequence[Reading]]) -> list[list[int]]:
        """Per token and reading, which reading of the token before makes it cheapest; of the last token only that
        which is cheapest of all. What costs more than the least by all that two neighbours can save leads nowhere."""
        closeness = self._closeness
        trail: list[list[int]] = []
        open_: list[tuple[int, float, str]] = [(-1, 0.0, "")]  # of the token before: reading, cost so far, last word
        for readings in choices:
            if len(readings) == 1 and len(open_) == 1:
                trail.append([open_[0][0]])
                open_ = [(0, 0.0, readings[0].words[-1])]
                continue
            bound = min(so_far for _, so_far, _ in open_) - CLOSEST
            least, origins, reached = inf, [], []
            for at, reading in enumerate(readings):
                if bound + reading.cost > least + CLOSEST:
                    origins.append(-1)
                    continue
                first, cost, origin = reading.words[0], inf, -1
                for before, so_far, last in open_:
                    if (closer := so_far - closeness(last, first)) < cost:
                        cost, origin = closer, before
                cost += reading.cost
                least = min(least, cost)
                origins.append(origin)
                reached.append((at, cost, reading.words[-1]))
            open_ = [one for one in reached if one[1] <= least + CLOSEST]
            trail.append(origins)
        best = min(open_, key=itemgetter(1))
        return [*trail, [best[0]]]

    def _is_marked(self, tokens: Sequence[str]) -> bool:
        """Whether a message is typed with marks, and few of its words without theirs."""
        known = self._known
        bare = [t for t in tokens if t.isascii()]
        if _FEW_MARKS * (len(tokens) - len(bare)) < len(tokens):
            return False
        without = sum(known.knows(t) and is_syllable(t) and not known.is_right(t, t, marked=True) for t in bare)
        return without < 2 or _FEW_BARE * without < len(tokens)

    def _is_no_slip(self, token: str) -> bool:
        """Whether a token is no slip to the eye: a number, a short form, or a syllable as it is written."""
        if not token.isalpha() or self._full(token) or self._known.knows(token):
            return not (token[0].isalpha() and any(map(str.isdigit, token)))
        return is_syllable(token) if token.isascii() else is_spelt(token)

    def _in_its_place(self, tokens: Sequence[str], at: int, choices: Choices) -> Choices:
        """The ways to read a token, and between its neighbours as the beginning of a word, or as a number."""
        token, readings = tokens[at], choices.readings
        if token == _ONE and at and tokens[at - 1] in BEFORE_NUMBERS:
            return Choices.of(token, [Reading((token,), 0.0, as_typed=True)])
        if choices.whole:
            return choices
        base = _BEGUN if readings[0].cost >= _TRUSTED else _BEGUN + 0.3
        before = fold_word(tokens[at - 1]) if at else ""
        after = fold_word(tokens[at + 1]) if at + 1 < len(tokens) else ""
        begun = self._known.begun(fold_word(token), before, after)
        likely = [Reading((word,), base + self._unusual(word)) for word in sorted(begun)]
        return Choices.of(token, [*sorted(likely, key=lambda r: r.cost)[:_BEGINNINGS], *readings])

    def _of_token(self, token: str, marked: bool, spelt: bool) -> Choices:
        readings = self._readings(token, marked, spelt)
        whole = len(token) > _SHORT or not token.isalpha()
        whole = whole or (readings[0].cost < _TRUSTED and is_syllable(fold_word(token)))
        return Choices.of(token, readings, whole=whole)

    def _readings(self, token: str, marked: bool, spelt: bool) -> list[Reading]:
        """The ways to read one token, the cheapest first; `marked`, `spelt`: of the message (_is_marked, _is_word)."""
        if not token[0].isalpha():
            return [Reading((plain_number(token),), 0.0, spelt=plain_number(token))]
        if full := self._full(token):
            return [Reading(tuple(words), 0.0) for words in full]
        found = self._with_digits(token) if any(c.isdigit() for c in token) else self._of_letters(token, marked, spelt)
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
        found += [Reading(words, cost + _KEYS) for words, cost in self._joined.apart(letters)]
        if not found and len(letters) > 2:
            found = [replace(r, cost=r.cost + _KEYS) for r in self._slips(letters, marked=False)]
        return found or [Reading((token,), _NONSENSE, as_typed=True)]

    def _spelt(self, token: str, folded: str, *, vni: bool) -> str:
        """Which spelling of a known syllable the keys of a token type, "" when none or several."""
        typed = "".join(sorted(token))
        whole = "".join(sorted(token.replace("uow", "uwow")))
        found = [s for s in self._known.toned.get(folded, ()) if keys(s, vni=vni) in (typed, whole)]
        return found[0] if len(found) == 1 else ""

    def _of_letters(self, token: str, marked: bool, spelt: bool = False) -> list[Reading]:
        known, folded = self._known, fold_word(token)
        if known.is_right(folded, token, marked=marked):
            return [Reading((folded,), 0.0, as_typed=True)]
        syllable = is_syllable(folded) if token.isascii() else is_spelt(token)
        knows = known.knows(folded) or _ROMAN.fullmatch(token) is not None
        strange = _STRANGE if not spelt else _SPELT_BARE if token.isascii() else _SPELT
        usual = self._as_typed(token, folded, marked) if knows else strange if syllable else _NONSENSE
        found = [Reading((folded,), usual, as_typed=True)]
        if folded[0] == "f":  # "fải"
            found += [replace(r, cost=r.cost + 0.3) for r in self._of_letters("ph" + token[1:], marked)]
        of_keys = [] if knows else self._keyed(token, folded)
        found += of_keys
        if not knows:
            found += self._held(token)
        if not knows and not is_syllable(folded):
            found += self._short(folded) + self._taken_apart(token, slips=not any(r.cost <= _KEYS for r in of_keys))
        if knows:
            more = _OF_KNOWN if not marked else _OF_BARE if token.isascii() else _OF_OTHER if syllable else _OF_LAZY
        else:
            more = _OF_KNOWN if any(r.cost <= _KEYS for r in of_keys) else _OF_SYLLABLE if syllable else 0.0
        likely = self._alike(token)
        if len(folded) > (1 if marked else 2):
            likely += self._slips(token, marked=marked)
        return found + [replace(r, cost=r.cost + more) for r in likely]

    def _short(self, folded: str) -> list[Reading]:
        """What initials may stand for."""
        cost = _INITIALS[min(len(folded), len(_INITIALS)) - 1] + (_NO_VOWEL if _LOST.fullmatch(folded) else 0.0)
        return [Reading(phrase, cost - _BOUND * self._bound(phrase)) for phrase in self._known.standing_for(folded)]

    def _taken_apart(self, token: str, *, slips: bool) -> list[Reading]:
        """A token as joined words, with and without the letters of held keys; `slips`: one of them may have a slip."""
        single, apart = _single(token), self._joined.apart
        found = [Reading(words, cost) for words, cost in apart(token, slips=slips)]
        if single == token:
            return found
        return found + [Reading(words, cost + _HELD) for words, cost in apart(single, slips=slips)]

    def _alike(self, token: str) -> list[Reading]:
        """Known words that sound like a token."""
        known = self._known
        words = [(word, fold_word(word), cost) for word, cost in alike(token)]
        right = [(w, f, cost) for w, f, cost in words if known.knows(f) and (w.isascii() or known.spells(f, w))]
        return [Reading((folded,), cost, spelt=word) for word, folded, cost in right]

    def _as_typed(self, token: str, folded: str, marked: bool) -> float:
        """What a token costs that has the letters of a known word: little where marks were left out or others could
        stand, more where no keyboard sets such marks."""
        if token.isascii():
            return _BARE if marked and is_syllable(folded) and self._known.knows(folded) else 0.0
        typed = Counter(unicodedata.normalize("NFD", token))
        lazy = any(typed <= Counter(unicodedata.normalize("NFD", s)) for s in self._known.toned.get(folded, ()))
        return _OTHER_TONE if lazy or is_spelt(token) else _STRANGE

    def _keyed(self, token: str, folded: str) -> list[Reading]:
        """Readings of Telex keys."""
        if tones(token):
            return []
        forms = sorted(telex(folded))
        found = [
            Reading((form,), _KEYS, spelt=self._spelt(folded, form, vni=False))
            for form in forms
            if self._known.knows(form)
        ]
        if len(folded) > 2 and not is_syllable(folded):
            swapped = sorted(telex(folded, swapped=True).difference(forms))
            found += [Reading((form,), _KEYS_SWAPPED) for form in swapped if self._known.knows(form)]
        return found + [Reading((form,), _KEYS_STRANGE) for form in forms if len(form) > 2 and is_syllable(form)]

    def _held(self, token: str) -> list[Reading]:
        """Readings without the letters of keys that were held."""
        single = _single(token)
        folded = fold_word(single)
        if single == token:
            return []
        if not self._known.knows(folded):
            return [replace(r, cost=r.cost + _HELD) for r in self._slips(single, marked=not single.isascii())]
        return [Reading((folded,), _HELD, spelt=single if self._known.spells(folded, single) else "")]

    def _slips(self, token: str, *, marked: bool) -> list[Reading]:
        """Known words from which a token differs by one slip; `marked`: its marks count."""
        folded = fold_word(token)
        found = []
        for word in self._known.one_slip_away(folded):
            if len(token) == 2 and len(word) < 3:
                continue
            cost, spelt = self._cost(token, word) if marked else (slip(folded, word), "")
            if not cost and marked and len(token) > 2 and (of_letters := slip(folded, word)):
                cost = of_letters + _MARKS_OFF
            if cost:
                found.append(Reading((word,), cost + self._unusual(word), spelt=spelt))
        return sorted(found, key=lambda r: (r.cost, -self._known.counts[r.words[0]], r.words))[:_SLIPS]

    def _bound(self, phrase: Phrase) -> float:
        """How close the words of a phrase are, on average."""
        return sum(starmap(self._known.closeness, pairwise(phrase))) / (len(phrase) - 1)

    def _unusual(self, word: str) -> float:
        """What a word costs more for being rare, or no word but a short form."""
        return _UNUSUAL * (1 - self._known.commonness(word)) + (0.0 if _WORD.search(word) else _NO_WORD)

    def _cost(self, token: str, word: str) -> tuple[float, str]:
        """The cheapest slip between a token and the spellings of a known word, 0 for none; and the spelling, "" when
        several are as near."""
        slips = [(cost, s) for s in self._known.toned.get(word, (word,)) if (cost := slip(token, s))]
        least = min((cost for cost, _ in slips), default=0.0)
        nearest = [s for cost, s in slips if cost == least]
        return least, nearest[0] if len(nearest) == 1 else ""


def _followed_back(choices: Sequence[Choices], trail: Sequence[Sequence[int]]) -> list[Read]:
    """The words of the readings that were found the cheapest, as `Repair._cheapest` tells."""
    found: list[Sequence[Read]] = []
    at = trail[-1][0]
    for place in range(len(choices) - 1, -1, -1):
        found.append(choices[place].reads[at])
        at = trail[place][at]
    return [read for reads in reversed(found) for read in reads]


def _single(token: str) -> str:
    """A token with one letter for each run of the same."""
    return re.sub(r"(.)\1+", r"\1", token)
