"""Words written as they are said where one was born: "sử lý", "chủ chì", "quản lí"."""

from __future__ import annotations

from functools import lru_cache

from knowledge.lexicon.orthography import MIXED_UP, ONSETS

_Y_FOR_I, _SOUND = 0.4, 1.3
"""What it costs to take i for y, one sound for another."""
_IY = str.maketrans("iíìỉĩịyýỳỷỹỵ", "yýỳỷỹỵiíìỉĩị")
_ONSETS = sorted(ONSETS.split(), key=len, reverse=True)
_BEGINNINGS = tuple(tuple(pair.split()) for pair in MIXED_UP)


@lru_cache(20_000)
def alike(typed: str) -> list[tuple[str, float]]:
    """Words that sound like a lower-case one, with what it costs to take it for them."""
    found = [(typed[:-1] + last, _Y_FOR_I)] if (last := typed[-1].translate(_IY)) != typed[-1] else []
    onset = next((o for o in _ONSETS if typed.startswith(o) and len(o) < len(typed)), "")
    found += [(meant + typed[len(onset) :], _SOUND) for written, meant in _BEGINNINGS if written == onset]
    return found
