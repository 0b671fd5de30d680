"""Whether two questions ask the same: for answers that an office keeps, where a wrong match is worse than none.

Numbers, codes, units and what is asked after must agree; then the words are compared. The thresholds are measured in
tests/knowledge/answers/test_kept.py.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from knowledge.lexicon.kept import AFTER, AUXILIARIES, FILLERS, NOT, PERIODS, UNSURE
from knowledge.lexicon.plan_parts import YEAR_WORD
from knowledge.lexicon.questions import Phrase, phrase
from knowledge.questions import Question, Understanding, find
from knowledge.vietnamese import fold

SAME = 0.85
"""From here on the kept answer is given."""
NEAR = 0.5
"""From here on the kept question is offered: is this what was meant?"""
_SLIP = 0.85
"""What a word counts that is one slip away from the other's."""
_UNSAID = 0.9
"""Times the likeness, where only one of the two says what it is after."""
_FEW = 4
"""Words in common from which one more on one side may make no difference."""
_OTHER = 0.7
"""At most so alike are questions that differ by a word on both sides."""
_TOKEN = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Asked:
    """A question as it is compared: `content`: the words that count; `exact`: what admits no likeness; `after`: keys
    of knowledge.lexicon.kept.AFTER; `marked`: words as typed with tones, folded → tones; `stands_alone`: whether it can
    be understood without the questions before it."""

    content: frozenset[str]
    exact: frozenset[object]
    after: frozenset[str]
    marked: Mapping[str, frozenset[str]]
    stands_alone: bool


@lru_cache(1)
def _after() -> dict[str, tuple[Phrase, ...]]:
    return {name: tuple(phrase(text) for text in texts) for name, texts in AFTER.items()}


def asked(text: str, understanding: Understanding) -> Asked:
    """A question as the plan's engine reads it, ready to be compared. Never raises."""
    q = understanding.read(text)
    said = {name: [p for p in phrases if find(q.words, p) >= 0] for name, phrases in _after().items()}
    asking = {w for phrases in said.values() for p in phrases for w in p}
    left = {str(w) for w in q.content if w not in asking and w not in FILLERS and not (w == YEAR_WORD and q.years)}
    content = frozenset(w for w in left if not w.isdigit() and w not in PERIODS)
    exact = _exact(q) | {w for w in left if w.isdigit() or w in PERIODS}
    after = frozenset(name for name, phrases in said.items() if phrases)
    if _denies(q):
        exact |= NOT
    named = not content.isdisjoint(q.hard) and (len(content) > 1 or bool(exact))
    by_code = bool((q.codes or q.targets) and after)
    return Asked(content, exact, after, _marks(q.text), named or by_code)


def _denies(q: Question) -> bool:
    """Whether the question is about what is not done ("không nộp thì sao", "ai không được ký"): "được không" at the end
    denies nothing, nor does "em không rõ"."""
    words = [w for w in q.words if w not in AUXILIARIES]
    return any(w in NOT and after not in FILLERS and after not in UNSURE for w, after in pairwise(words))


def _exact(q: Question) -> frozenset[object]:
    """What admits no likeness: codes, units, years."""
    return frozenset((*q.codes, *q.targets, *q.years, *q.percents, *q.days, *(u.code for u in q.units)))


def _marks(text: str) -> dict[str, frozenset[str]]:
    """Folded word → how it was typed with tones; where on a syllable the tone stands makes no difference."""
    found: dict[str, set[str]] = {}
    for token in _TOKEN.findall(unicodedata.normalize("NFC", text).lower()):
        if fold(token) != token:
            found.setdefault(fold(token), set()).add("".join(sorted(unicodedata.normalize("NFD", token))))
    return {word: frozenset(forms) for word, forms in found.items()}


def likeness(one: Asked, other: Asked) -> float:
    """How alike two questions are, 0–1; the order of the two makes no difference."""
    if not (one.stands_alone and other.stands_alone):
        return 0.0
    if one.exact != other.exact or (one.after and other.after and one.after.isdisjoint(other.after)):
        return 0.0
    if not (one.content or other.content):
        return 1.0 if one.after == other.after else _UNSAID  # a code, and what is asked of it
    common = {w for w in one.content & other.content if _may_be(w, one, other)}
    mine, theirs = set(one.content - common), set(other.content - common)
    slips = 0
    for word in sorted(mine):
        near = next((w for w in sorted(theirs) if min(len(w), len(word)) > 3 and OSA.distance(w, word) == 1), "")
        if near:
            mine.discard(word)
            theirs.discard(near)
            slips += 1
    share = 2 * (len(common) + _SLIP * slips) / (len(one.content) + len(other.content))
    # One word in another's place is another question; so is one more, where there are few.
    if (mine and theirs) or ((mine or theirs) and len(common) + slips < _FEW):
        share = min(share, _OTHER)
    return share if one.after == other.after else share * _UNSAID


def _may_be(word: str, one: Asked, other: Asked) -> bool:
    """Whether a folded word is the same word: typed with tones on both sides, the tones must agree."""
    mine, theirs = one.marked.get(word), other.marked.get(word)
    return mine is None or theirs is None or not mine.isdisjoint(theirs)
