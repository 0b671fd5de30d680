"""The part of a long clause that has most of what was asked, to stand beside a refusal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import fsum

LENGTH = 120
"""Characters of a line beside a refusal, at most."""
BEFORE = 2
"""Words that are shown before the first of them."""
CUT = "…"
MARKS = "+-–• "
"""Before a point of running text."""


def excerpt(text: str, weights: Mapping[str, float], read: Callable[[str], Iterable[str]], limit: int = LENGTH) -> str:
    """At most `limit` characters of a text, cut at words, with … where it was cut: where most of the words stand that
    weigh, as early as can be. `read`: the folded words of a printed one."""
    tokens = text.lstrip(MARKS).split()
    if len(" ".join(tokens)) <= limit:
        return " ".join(tokens)
    said = [{word for word in read(token) if word in weights} for token in tokens]
    best, most = (0, 0), -1.0
    for first in (0, *(max(0, at - BEFORE) for at, words in enumerate(said) if words)):
        end, length, found = first, len(CUT) * 2, set[str]()
        while end < len(tokens) and length + len(tokens[end]) + 1 <= limit:
            length += len(tokens[end]) + 1
            found |= said[end]
            end += 1
        if (weight := fsum(weights[word] for word in found)) > most:
            best, most = (first, end), weight
    first, end = best
    while first and end == len(tokens) and len(" ".join(tokens[first - 1 :])) + len(CUT) <= limit:
        first -= 1
    shown = " ".join(tokens[first:end])
    return CUT * (first > 0) + (shown.rstrip(" ,;:.-") + CUT if end < len(tokens) else shown)
