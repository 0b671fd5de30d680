"""Slips of the finger: what it costs to take what was typed for a word that it is not."""

from __future__ import annotations

from functools import lru_cache

from knowledge.vietnamese import fold

_NEAR = {
    "a": "sqzw", "b": "vnhg", "c": "xvdf", "d": "sfecx", "e": "wrsd", "f": "dgrcv", "g": "fhtbv", "h": "gjynb",
    "i": "uokj", "j": "hkunm", "k": "jlim", "l": "kop", "m": "njk", "n": "bmhj", "o": "iplk", "p": "ol", "q": "wa",
    "r": "etdf", "s": "adwzx", "t": "ryfg", "u": "yihj", "v": "cbfg", "w": "qeas", "x": "zcsd", "y": "tugh",
    "z": "xas",
}  # fmt: skip
_SWAPPED, _DOUBLED, _NEAR_KEY, _DROPPED, _ADDED, _CHANGED = 1.5, 1.2, 1.8, 1.8, 2.1, 2.3
_FIRST = 0.8
"""The first letter is seldom wrong."""


@lru_cache(50_000)
def slip(typed: str, meant: str) -> float:
    """What one slip between two words costs, marks counted with their letters; 0 when it is none or more than one."""
    from rapidfuzz.distance import OSA  # most questions have no word that is not known

    if OSA.distance(typed, meant, score_cutoff=1) != 1:
        return 0.0
    at = next((i for i, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), min(len(typed), len(meant)))
    first = 0.0 if at else _FIRST
    if len(typed) < len(meant):
        return _DROPPED + first
    if len(typed) > len(meant):
        doubled = at and typed[at] == typed[at - 1]
        return _DOUBLED if doubled else _ADDED + first
    if typed[at + 1 :] != meant[at + 1 :]:
        return _SWAPPED + first
    return (_NEAR_KEY if fold(typed[at]) in _NEAR.get(fold(meant[at]), "") else _CHANGED) + first
