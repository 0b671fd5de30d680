"""Tasks called by words of their titles instead of their code."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

from rapidfuzz import fuzz

from knowledge.lexicon.progress import ABBREVIATIONS, STOP_WORDS
from knowledge.model import Plan
from knowledge.vietnamese import fold

ENOUGH = 0.75
"""Share of the name's weight that must be found in a title."""
MARGIN = 0.12
"""Lead over the next title that makes the choice certain."""
NEAR = 0.4
TYPO = 85
"""Similarity (0–100) from which a word counts as one mistyped."""


@dataclass(frozen=True, slots=True)
class Named:
    """Tasks whose titles hold the words, best first. `certain`: the first is meant; none: no title is like it."""

    candidates: tuple[str, ...]
    certain: bool
    near: tuple[str, ...] = ()


def words_of(text: str) -> list[str]:
    """The words of a title or name that carry meaning, folded, with abbreviations written out."""
    found: list[str] = []
    for word in re.findall(r"\w+", fold(text)):
        found += ABBREVIATIONS.get(word, word).split()
    return [word for word in found if word not in STOP_WORDS and not word.isdigit()]


def named_tasks(name: str, plan: Plan) -> Named:
    """The tasks that a name may mean."""
    wanted = words_of(name)
    if len(wanted) < 2:
        return Named((), False)
    titles = {task.code: words_of(task.title) for task in plan.tasks}
    seen = Counter(word for words in titles.values() for word in set(words))
    weight = {
        word: 1 + math.log(len(titles) / seen[word]) if word in seen else 1 + math.log(len(titles)) for word in wanted
    }
    whole = sum(weight[word] for word in wanted)
    scores = {code: _score(wanted, words, weight) / whole for code, words in titles.items()}
    ranked = sorted(scores, key=lambda code: -scores[code])
    best = scores[ranked[0]] if ranked else 0.0
    rivals = tuple(code for code in ranked if scores[code] >= max(ENOUGH, best - MARGIN))[:5]
    near = tuple(code for code in ranked if scores[code] >= NEAR)[:3]
    return Named(rivals, len(rivals) == 1, near)


def _score(wanted: list[str], title: list[str], weight: dict[str, float]) -> float:
    """Weight of the wanted words that the title has, those in the title's own order counting in full."""
    score, last = 0.0, -1
    for word in wanted:
        place = _place(word, title, last)
        if place is None:
            continue
        score += weight[word] * (1.0 if place == last + 1 or last < 0 else 0.95)
        last = place
    return score


def _place(word: str, title: list[str], last: int) -> int | None:
    """Where the title has the word, the place after `last` first."""
    places = [i for i, own in enumerate(title) if own == word]
    if not places and len(word) >= 4:
        places = [i for i, own in enumerate(title) if len(own) >= 4 and fuzz.ratio(word, own) >= TYPO]
    return min(places, key=lambda i: (i <= last, i), default=None)
