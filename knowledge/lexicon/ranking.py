"""Places in the order of how many each has: "nhiều việc thứ hai", "đứng thứ nhì về số nhiệm vụ". Folded."""

from __future__ import annotations

from knowledge.lexicon.numbers import ORDINALS
from knowledge.patterns import seldom

_PLACE = rf"(?P<{{}}>{'|'.join(ORDINALS)}|\d)\b"
_NO_OTHER = r"(?:(?!thu\b|nao\b|cai\b)\w+ )"
RANK = seldom(
    rf"\b(?P<end>nhieu|dong|it) {_NO_OTHER}{{0,4}}thu {_PLACE.format('a')}"
    rf"|\b(?:dung|xep|hang|dung hang|xep hang) thu {_PLACE.format('b')}(?= (?:ve|theo|tinh theo|trong)\b|$)"
    rf"|\bthu {_PLACE.format('c')} ve so\b"
)
"""Which of all is asked for; the words of a question."""
FEWEST = "it"
OF_RANK = frozenset({"dung", "xep", "hang", "luong"})
"""Words with which such a place is asked for."""
