"""What of a list before a question points at: "việc thứ 2", "cái 2 và 4", "dòng 3", "hai việc đầu", "mấy việc đó"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from knowledge.lexicon.numbers import NTH, NUMBER_WORDS
from knowledge.lexicon.pointing import (
    AFTER_ALONE,
    AGAIN,
    COUNTED_OTHERWISE,
    COUNTERS,
    DAY_AFTER,
    ENDS,
    JOINING,
    LINES,
    NO_END_BEFORE,
    POINTED,
    SEVERAL_OF_THEM,
    SINCE,
    THOSE,
    TOGETHER,
)
from knowledge.questions.question import Question, find

_POINTING = frozenset({*NTH, *LINES, *ENDS})
"""A place is named with one of these."""
_DIGITS = 2
"""A longer number is a year or an amount, and no place."""


def places(q: Question) -> tuple[int, ...]:
    """The places among those before, from 1; negative from the end (-1: the last). () where none is named: "hạn thứ 6"
    is a day of the week."""
    if named := _numbered(q.words) or _at_an_end(q.words):
        return named
    at = find(q.words, NTH)
    a_day = at > 0 and q.words[at - 1] in DAY_AFTER
    counted = any(_is_counted(q.words, at) for at, word in enumerate(q.words) if word == str(q.ordinal))
    return (q.ordinal,) if q.ordinal and q.says(*POINTED) and not (a_day or counted) else ()


def by_place(q: Question) -> bool:
    """Whether a place is named and no number of the plan: "việc thứ 2", "dòng 2", "cái cuối", but not "việc số 2"."""
    if _POINTING.isdisjoint(q.said):
        return False
    words, at = q.words, find(q.words, NTH)
    in_line = any(word in LINES and after.isdigit() for word, after in pairwise(words))
    return in_line or bool(_at_an_end(words)) or (at >= 0 and (at == 0 or words[at - 1] in COUNTERS))


def all_of_them(q: Question) -> bool:
    """Whether all of those before are meant: "mấy việc đó", "các nhiệm vụ này"."""
    words = q.words
    if TOGETHER in words and any(words[max(0, at - 2)] == TOGETHER for _, at, _ in q.named if at > 1):
        return True  # "cả ba việc"
    return any(
        not SEVERAL_OF_THEM.isdisjoint(words[max(0, at - 1) : at]) and not THOSE.isdisjoint(words[at + length :][:1])
        for _, at, length in q.named
    )


def _numbered(words: Sequence[str]) -> tuple[int, ...]:
    """A number alone, or after a word that counts, and what is joined to it: "2", "cái 2", "việc thứ 2 và 3"."""
    found: list[int] = []
    for at, word in enumerate(words):
        if not word.isdigit() or len(word) > _DIGITS or _is_counted(words, at):
            continue
        before = [w for w in words[max(0, at - 2) : at] if (w,) != NTH]
        alone = (not before and at > 0) or _alone(words, at)
        joined = bool(found and before) and (before[-1] == str(found[-1]) or before[-1] in JOINING)
        if alone or joined or (before and before[-1] in COUNTERS):
            found.append(int(word))
    return tuple(dict.fromkeys(found))


def number_alone(q: Question) -> int:
    """The number that alone says which one is meant ("còn 4 thì sao", "còn cái thứ 4"), or 0."""
    if q.things or set(q.hard) - {str(q.ordinal)} - (named := {w for w in q.hard if w.isdigit()}) or len(named) > 1:
        return 0
    return q.ordinal if q.ordinal > 0 else next((int(w) for w in named if _alone(q.words, q.words.index(w))), 0)


def _alone(words: Sequence[str], at: int) -> bool:
    """Whether nothing but "còn" stands before the number at a place, and nothing after it that it counts."""
    return AGAIN.issuperset(words[:at]) and AFTER_ALONE.issuperset(words[at + 1 :])


def _is_counted(words: Sequence[str], at: int) -> bool:
    """Whether the number at a place says how many of something there are."""
    return not COUNTED_OTHERWISE.isdisjoint(words[at + 1 : at + 2])


def _at_an_end(words: Sequence[str]) -> tuple[int, ...]:
    """The first or last ones: "hai việc đầu", "cái cuối"; "việc cuối năm" is none."""
    if ENDS.keys().isdisjoint(words):
        return ()
    for at, word in enumerate(words):
        counted = at > 0 and words[at - 1] in COUNTERS
        after = words[at + 1 : at + 2]
        since = ENDS.get(word) == -1 and after == SINCE
        if word in ENDS and counted and (since or NO_END_BEFORE.isdisjoint(after)):
            said = next((w for w in reversed(words[max(0, at - 3) : at - 1]) if w not in COUNTERS), "")
            count = int(said) if said.isdigit() and len(said) <= _DIGITS else NUMBER_WORDS.get(said, 1)
            return tuple(range(1, count + 1)) if ENDS[word] > 0 else tuple(range(-count, 0))
    return ()
