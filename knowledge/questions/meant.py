"""Which of the phrases that ask do ask where they stand: "cơ sở nào" asks for no unit, "lấy ai" for no doer."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from knowledge.lexicon.asking import WHO
from knowledge.lexicon.meant import (
    ANY,
    APPLIES,
    EACH_OTHER,
    HEADS_CUT,
    MEASURED_TIME,
    MIDDLE,
    POINTS,
    RULES,
    TAKES_PART_IN,
    TAKING,
    WAITED,
    WHAT_IN,
    WHOSE,
    WHOSE_WORK,
)
from knowledge.lexicon.questions import Phrase
from knowledge.postings import Soft

Found = tuple[str, int, int]
"""What is asked for, the place of the phrase that asks it, and its length."""


def asking(words: Sequence[str], found: Sequence[Found], others: Collection[Phrase], *, of_unit: bool) -> list[Found]:
    """Those that ask. `others`: pairs of syllables of which the second begins no body ("cơ sở"); `of_unit`: a unit of
    the plan is named."""
    return [one for one in found if not _asks_nothing(words, one, others, of_unit)]


def _asks_nothing(words: Sequence[str], one: Found, others: Collection[Phrase], of_unit: bool) -> bool:
    name, at, length = one
    before, after = words[at - 1] if at else "", tuple(words[at + length : at + length + 2])
    if name == "lead":
        heads = tuple(words[at : at + length]) == POINTS and (before in HEADS_CUT or not MIDDLE.isdisjoint(after[:1]))
        return heads or (before, words[at]) in others or _is_object(words, at, before)
    if name == "cooperation":
        part = not of_unit and tuple(words[at : at + length]) == TAKES_PART_IN
        whole = part and (before in APPLIES or not WHAT_IN.isdisjoint(after[:1]))
        return whole or before in RULES or after == EACH_OTHER
    if name != "deadline":
        return False
    measured = tuple(words[at : at + length]) == MEASURED_TIME and not WAITED.isdisjoint(after[:1])
    return measured or tuple(words[max(0, at - 2) : at]) in ANY


def _is_object(words: Sequence[str], at: int, before: str) -> bool:
    """Whether the "ai" of a phrase is no doer: "lấy ai làm trung tâm", "lợi ích của ai"."""
    if words[at] == WHO:
        return before in TAKING
    whose = tuple(words[at : at + 2]) == WHOSE
    return whose and bool(before) and before not in WHOSE_WORK and not isinstance(words[at - 1], Soft)
