"""What a question leaves out: "trừ Văn phòng và phòng A", "không thuộc lĩnh vực VI", "không phải năm 2021"."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from knowledge.lexicon import leaving_out as said
from knowledge.lexicon.questions import Phrase
from knowledge.lexicon.taking_part import NOT_TAKING_PART
from knowledge.model import Unit
from knowledge.postings import Soft
from knowledge.questions.question import find

DROPS = said.DROPS
_NEAR = 5
"""Words within which a mark stands before what it leaves out."""
_BETWEEN = 2
"""Words between a unit and "không tham gia" at most."""
Named = Sequence[tuple[int, int, Unit]]
"""(place, length, unit) of each name of a unit."""


def marks(words: Sequence[str], phrases: Sequence[Phrase] = said.LEAVING_OUT) -> list[range]:
    """The places of what leaves out."""
    if said.BEGINS.isdisjoint(words):
        return []
    found = [range(at, at + len(mark)) for mark in phrases for at in _all(words, mark) if not _is_beyond(words, at)]
    return [range(1), *found] if tuple(words[:1]) == said.DROPS else found


def _all(words: Sequence[str], phrase: Phrase) -> Iterator[int]:
    begin = 0
    while (at := find(words[begin:], phrase)) >= 0:
        yield begin + at
        begin += at + 1


def _is_beyond(words: Sequence[str], at: int) -> bool:
    """ "Ngoài ra", "ngoài sở": nothing of the plan is left out."""
    return words[at] == said.BESIDES[0] and not said.NO_PART_OF.isdisjoint(words[at + 1 : at + 2])


def units_left_out(words: Sequence[str], named: Callable[[], Named], phrases: Sequence[Phrase]) -> tuple[Unit, ...]:
    """The units that must not have it: named right after what leaves out, or right before it ("phòng A không tham
    gia"), and those that "và", "hay" join to them."""
    found = marks(words, (*phrases, *said.LEAVING_OUT))
    no_part = marks(words, NOT_TAKING_PART)
    return tuple(dict.fromkeys(_left_out(words, named(), found, no_part))) if found or no_part else ()


def _left_out(words: Sequence[str], named: Named, found: Sequence[range], no_part: Sequence[range]) -> Iterator[Unit]:
    begin = 0
    for cluster in _clusters(words, named):
        first, (last, length, _) = cluster[0][0], cluster[-1]
        end = last + length
        before = [
            m
            for m in (*found, *no_part)
            if begin <= m.start and m.stop <= first <= m.start + _NEAR and said.PARTS.isdisjoint(words[m.stop : first])
        ]
        after = any(end <= m.start <= end + _BETWEEN and _ends_so(words, m, named) for m in no_part)
        if before or after or any(end <= m.start and _says_no_more(words[m.stop :], named, m) for m in found):
            yield from (unit for _, _, unit in cluster)
        begin = end


def _clusters(words: Sequence[str], named: Named) -> list[list[tuple[int, int, Unit]]]:
    """The names of units, together those that are joined."""
    clusters: list[list[tuple[int, int, Unit]]] = []
    for one in named:
        before = clusters[-1][-1] if clusters else None
        if before and _joins(words[before[0] + before[1] : one[0]], words[one[0] + one[1] :]):
            clusters[-1].append(one)
        else:
            clusters.append([one])
    return clusters


def _joins(between: Sequence[str], after: Sequence[str]) -> bool:
    """Whether two names belong together; with nothing between them ("trừ A, B thì còn …") by what follows."""
    if not between:
        return not after or after[0] in said.NAMED
    return not said.JOINS.isdisjoint(between) and said.BESIDE.issuperset(between)


def _ends_so(words: Sequence[str], mark: range, named: Named) -> bool:
    """Whether what takes no part has been named before: "phòng A không tham gia", but not "… không phối hợp với B"."""
    after = words[mark.stop : mark.stop + 1]
    ends = said.BEFORE_WHOM.isdisjoint(after) and all(isinstance(w, Soft) for w in after)
    return ends and all(at != mark.stop for at, _, _ in named)


def _says_no_more(after: Sequence[str], named: Named, mark: range) -> bool:
    """Whether after "không phải", "còn lại" nothing follows that could be left out: "việc phòng A không phải làm"."""
    soft = all((isinstance(w, Soft) or w in said.DONE) and not w.isdigit() and w not in said.OF_TIME for w in after)
    return soft and all(at < mark.start for at, _, _ in named)


def stretches(words: Sequence[str], named: Callable[[], Named]) -> list[range]:
    """The places of words right after what leaves out, up to where something else begins."""
    out = marks(words)
    begins = {at for at, _, _ in named()} if out else set()
    found = []
    for mark in out:
        ends = (at for at in range(mark.stop, len(words)) if words[at] in said.ENDS or at in begins)
        found.append(range(mark.stop, next(ends, len(words))))
    return [stretch for stretch in found if stretch]


def mark_before(words: Sequence[str], at: int, between: Collection[str]) -> range:
    """The mark that leaves out what stands at a place: it is before it, and only some words are between; an empty
    range for none."""
    found = (m for m in marks(words) if m.stop <= at and all(w in between for w in words[m.stop : at]))
    return next(found, range(0))
