"""Whether several things are asked for, and whether their number is: "những việc", "nghị định nào", "mấy chỉ tiêu"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.lexicon.asking import OF, WHICH
from knowledge.lexicon.numbers import NUMBER
from knowledge.lexicon.pointing import THOSE
from knowledge.lexicon.questions import Phrase
from knowledge.lexicon.several import (
    DO,
    DOING,
    ELSEWHERE,
    HOW_MANY,
    HOW_MANY_OF_THEM,
    NO_WORK_AFTER,
    ORDERING,
    PLURAL,
    POSITION,
    SHARES,
    SOME,
    TOTAL,
    WHAT,
    WORK,
)
from knowledge.lexicon.things import COUNTED, NUMBERS_ASKED
from knowledge.postings import Soft
from knowledge.questions.question import Question, find

_BEFORE, _AFTER = 2, 3
"""Words around a thing among which it is said that several are meant, and which."""
_OF_AREA = 3
"""Words of an area's name that may stand between: "việc (cải cách thủ tục hành chính) nào"."""
_OF_SHARE = 4
"""Words after "chỉ tiêu" among which it is said to be a share: "chỉ tiêu nào tính bằng %"."""
_COUNT = 4
"""Words after "bao nhiêu" among which the thing stands whose number is asked for."""


def is_plural(words: Sequence[str], at: int) -> bool:
    """Whether what stands at a place is said to be several: "những …", "danh sách …", "ba …"."""
    before = words[max(0, at - _BEFORE) : at]
    return not PLURAL.isdisjoint(before) or not SOME.isdisjoint(before[-1:])


def is_several(words: Sequence[str], at: int, length: int, within: int = _AFTER) -> bool:
    """Whether what stands at a place is asked for as several, or it is asked which of them: "… nào", "… gì"; "là
    việc của sở nào" asks who does one."""
    after = words[at + length : at + length + within]
    if after and after[0] in THOSE:
        return is_plural(words, at)  # "sản phẩm của việc đó là gì"
    which = next((i for i, word in enumerate(after) if word in WHICH), within)
    said = which < within and after[:1] != (OF,) and ELSEWHERE.isdisjoint(after[:which])
    return is_plural(words, at) or said


def is_asked_for(q: Question, said: Phrase) -> bool:
    """Whether it is asked for several of what is said, or for their number: "những nghị định", "mấy đề án"."""
    at = find(q.words, said)
    return at >= 0 and (is_several(q.words, at, len(said)) or is_counted(q.words, at, len(said)))


def lists(q: Question) -> bool:
    """Whether several things are asked for: "những việc", "các chỉ tiêu", "nhiệm vụ nào", "việc gì"."""
    within = _AFTER + (_OF_AREA if q.areas else 0)
    return any(is_several(q.words, at, length, within) for at, length in _counted(q))


def is_counted(words: Sequence[str], at: int, length: int) -> bool:
    """Whether the number of what stands at a place is asked for: "bao nhiêu …", "mấy cái …"."""
    for mark in HOW_MANY:
        said = find(words, mark)
        # "Số nhiệm vụ …" counts at the beginning, or after an order; elsewhere it may be "hồ sơ".
        begin = said + len(mark)
        if said < 0 or (mark == NUMBER and not _begins(words, said)):
            continue
        if begin <= at and at + length <= begin + _COUNT:
            return True
    return False


def _begins(words: Sequence[str], at: int) -> bool:
    """Whether a place is the beginning, or stands right behind an order: "đếm (số …)"."""
    return not at or words[at - 1] in ORDERING


def counts(q: Question) -> bool:
    """Whether "bao nhiêu", "mấy" asks for a number of things, not for a percentage or a year."""
    counted = [] if q.asks_share else list(_counted(q))
    if counted and q.says(*HOW_MANY_OF_THEM):
        return True
    return any(is_counted(q.words, at, length) for at, length in counted)


def lists_shares(q: Question) -> bool:
    """ "Các chỉ tiêu phần trăm", "chỉ tiêu nào tính bằng %": those that are shares, and not the share of one thing."""
    if "target" not in q.things or q.percents or not (lists(q) or q.has("show")):
        return False
    places = (at + length for thing, at, length in q.named if thing == "target")
    return any(not SHARES.isdisjoint(q.words[at : at + _OF_SHARE]) for at in places)


def counts_barely(q: Question) -> bool:
    """ "Phòng A chủ trì bao nhiêu", "Sở B phối hợp mấy": how many tasks, which nobody has to say."""
    if not q.units or not q.has("lead", "cooperation") or q.things - {"unit"} or q.asks_share or q.has("money"):
        return False
    numbers = [at for at, word in enumerate(q.words) if word in NUMBERS_ASKED]
    return bool(numbers) and all(isinstance(word, Soft) for word in q.words[numbers[0] + 1 :])


def _counted(q: Question) -> Iterator[tuple[int, int]]:
    """(place, length) of each thing that can be listed; "làm việc", "vị trí việc làm" are no tasks."""
    words = q.words
    for thing, at, length in q.named:
        if thing in COUNTED and not (words[at + length - 1] == WORK and _is_no_task(words, at, at + length)):
            yield at, length


def _is_no_task(words: Sequence[str], at: int, end: int) -> bool:
    before, after = words[max(0, at - 2) : at], words[end : end + 1]
    works = before[-1:] == DO
    doing = not DOING.isdisjoint(before[-1:]) and WHICH.isdisjoint(after)  # "trong việc trình văn bản"
    return (
        doing
        or (
            not NO_WORK_AFTER.isdisjoint(before[-1:])
            and before != TOTAL
            and not (before[-1:] == NUMBER and _begins(words, at - 1))
            and not (works and after[:1] == WHAT)
        )
        or before == POSITION
        or (after == DO and not is_plural(words, at))
    )
