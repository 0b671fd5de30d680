"""Tasks called by words of their titles instead of their code."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from knowledge.keyed import telex
from knowledge.lexicon.progress import ABBREVIATIONS, STOP_WORDS
from knowledge.model import Plan
from knowledge.orthography import is_syllable
from knowledge.progress.amounts import FOREIGN
from knowledge.vietnamese import fold

ENOUGH = 0.75
"""Share of the name's weight that must be found in a title."""
MARGIN = 0.12
"""Lead over the next title that makes the choice certain."""
SURE = 4.0
"""Weight in whole words from which a name alone, without "cập nhật", tells that a task is meant."""
LONGEST = 100
"""Words of a name that are compared; no title has more."""
NEAR = 0.4
TYPO = 85
"""Similarity (0–100) from which a word counts as one mistyped."""


@dataclass(frozen=True, slots=True)
class Named:
    """Tasks whose titles hold the words, best first. `certain`: the first is meant; none: no title is like it.
    `score`: how many words of the name the best title has, less those that stand apart in it."""

    candidates: tuple[str, ...]
    certain: bool
    near: tuple[str, ...] = ()
    score: float = 0.0


def words_of(text: str) -> list[str]:
    """The words of a title or name that carry meaning, folded, with abbreviations written out."""
    found: list[str] = []
    for word in re.findall(r"\w+", FOREIGN.sub(" ", fold(text))):
        found += ABBREVIATIONS.get(word, word).split()
    return [word for word in found if word not in STOP_WORDS and not word.isdigit()]


@lru_cache(4096)
def _of_title(title: str) -> tuple[str, ...]:
    """The same of a title, which every message is compared with."""
    return tuple(words_of(title))


def named_tasks(name: str, plan: Plan) -> Named:
    """The tasks that a name may mean."""
    wanted = words_of(name)[:LONGEST]
    if len(wanted) < 2 or not plan.tasks:
        return Named((), False)
    titles = {task.code: _of_title(task.title) for task in plan.tasks}
    seen = Counter(word for words in titles.values() for word in set(words))
    wanted = [_plain(word, seen) for word in wanted]
    weight = {
        word: 1 + math.log(len(titles) / seen[word]) if word in seen else 1 + math.log(len(titles)) for word in wanted
    }
    whole = sum(weight[word] for word in wanted)
    scores = {code: _score(wanted, words, weight) / whole for code, words in titles.items()}
    ranked = sorted(scores, key=lambda code: -scores[code])
    best = scores[ranked[0]] if ranked else 0.0
    rivals = tuple(code for code in ranked if scores[code] >= max(ENOUGH, best - MARGIN))[:5]
    near = tuple(code for code in ranked if scores[code] >= NEAR)[:3]
    return Named(rivals, len(rivals) == 1, near, best * len(wanted))


def _plain(word: str, seen: Counter[str]) -> str:
    """The word without Telex keys, when that makes it one of the titles' words."""
    if word in seen or is_syllable(word):
        return word
    return max((form for form in telex(word) if form in seen), key=len, default=word)


def _score(wanted: list[str], title: Sequence[str], weight: dict[str, float]) -> float:
    """Weight of the wanted words that the title has, halved where they stand apart in it: "xây cầu" is not in
    "xây dựng … theo yêu cầu"."""
    found = {word: _places(word, title) for word in weight}
    places = [set(), *(found[word] for word in wanted), set[int]()]
    score = 0.0
    for index, word in enumerate(wanted, 1):
        together = any(at - 1 in places[index - 1] or at + 1 in places[index + 1] for at in places[index])
        score += weight[word] * (1.0 if together else 0.5 if places[index] else 0.0)
    return score


def _places(word: str, title: Sequence[str]) -> set[int]:
    """Where the title has the word, or else one like it."""
    exact = {i for i, own in enumerate(title) if own == word}
    if exact or len(word) < 4:
        return exact
    return {i for i, own in enumerate(title) if len(own) >= 4 and fuzz.ratio(word, own) >= TYPO}
