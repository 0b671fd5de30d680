"""Numbers of the parts of a paper, however they are written."""

from __future__ import annotations

from knowledge.lexicon.outlines import ORDINALS
from knowledge.vietnamese import fold

_ORDINALS = {fold(word): str(n) for n, word in enumerate(ORDINALS, 1)}
_ROMANS = {"I": 1, "V": 5, "X": 10}


def figure_of(number: str) -> str:
    """The figures of a number: "II", "02" and "thứ hai" are "2"; what is no number stays as it is."""
    if number.isdecimal():
        return str(int(number))
    last = fold(number).split()[-1:]
    if " " in number and last[0] in _ORDINALS:
        return _ORDINALS[last[0]]
    if not number or not set(number.upper()) <= _ROMANS.keys():
        return number
    worth = [_ROMANS[sign] for sign in number.upper()]
    return str(sum(-n if n < max(worth[at:]) else n for at, n in enumerate(worth)))
