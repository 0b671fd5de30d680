"""Figures worked out of several targets: by how much one is above another, their sum, their mean."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from knowledge.answers.answer import Answer
from knowledge.lexicon import figures as said_for
from knowledge.lexicon.figures import OF_RANK
from knowledge.lexicon.over_years import STOCK
from knowledge.lexicon.since import PLACES, STOOD_NOW
from knowledge.lexicon.taking_part import LEADS
from knowledge.measures import number
from knowledge.model import Target
from knowledge.patterns import seldom
from knowledge.questions import Question
from knowledge.vietnamese import fold

SUM, MEAN = "sum", "mean"
"""Facets of answers for which targets are taken together."""
APART = "apart"
"""What lies between them is asked for."""
_OPERATIONS = ((APART, said_for.APART), (MEAN, said_for.MEANS), (SUM, said_for.SUMS))
WHOLE, ROWS, SINCE, OF_YEARS, STOOD_AT, OF_PART = "whole_row", "rows", "since", "of_years", "stood", "part"
"""Facts of an answer: the cell of all rows together that the plan prints beside a sum; what the rows are called; the
year with which a target is compared, "" for now; the years for which it is asked what tasks cost; the value of a year
before, which alone is asked for; what the column of money is called that is asked for."""
_TWO = 2
_DECIMAL = seldom(r"(?<![\d.])\d{1,3}(?:,\d+)?(?![\d.])")
_DOWN, _UP = frozenset(("<", "<=")), frozenset((">", ">="))


def operation(q: Question, own: Collection[str] = ()) -> str:
    """What a question wants worked out of figures: APART, MEAN, SUM, or "". `own`: the words of what is measured, which
    may be those that say it: "tốc độ tăng trưởng bình quân"."""
    if said_for.OPERATING.isdisjoint(q.said) or q.codes or q.says(*LEADS) or q.has("cooperation", "product"):
        return ""
    said = (name for name, phrases in _OPERATIONS if any(q.says(p) for p in phrases if not set(p).issubset(own)))
    return next(said, "")


class Apart(NamedTuple):
    """Two targets and what lies between their values: None where they cannot be compared."""

    one: Target
    other: Target
    points: float | None


def is_rank(target: Target) -> bool:
    """Whether a target is a place in a ranking, of which the lower is the better."""
    told = fold(f"{target.metric} {target.unit}")
    return OF_RANK.search(told) is not None or places(target) or (not target.unit and stood_now(target) is not None)


def places(target: Target) -> bool:
    """Whether a target is so many places of a ranking, and no rank: "tăng ít nhất 8 bậc"."""
    return PLACES.search(fold(target.value_printed)) is not None


def stood_now(target: Target) -> float | None:
    """The value that a target tells of when it was set: "(xếp hạng hiện tại: 67)"."""
    found = STOOD_NOW.search(fold(target.baseline or ""))
    return number(found["value"]) if found else None


def figure(target: Target) -> float | None:
    """The value that a target comes to; of so many places, the rank that they lead to."""
    if target.value is None or not places(target):
        return target.value
    stood = stood_now(target)
    return None if stood is None else stood - target.value


def alike(targets: Sequence[Target]) -> bool:
    """Whether the values of targets may be compared: of one unit of measure, and bounds to one side."""
    signs = {t.comparator for t in targets}
    return (
        all(figure(t) is not None for t in targets)
        and len({_measure(t) for t in targets}) == 1
        and ("-" not in signs or len(signs) == 1)
        and (signs.isdisjoint(_DOWN) or signs.isdisjoint(_UP))
    )


def _measure(target: Target) -> tuple[str, bool, str]:
    """In what a target is measured; what bears no unit is compared within its series or its table alone."""
    rank = is_rank(target)
    unit = fold(target.unit)
    apart_from = target.series or target.metric.rpartition(": ")[0] or target.metric
    return ("" if rank else unit, rank, "" if unit or rank else apart_from)


def apart(targets: Sequence[Target]) -> list[Apart]:
    """What lies between the values: of one thing from its first year to its last, of two things in each year."""
    if len({t.series or t.code for t in targets}) == 1:
        ordered = sorted(targets, key=lambda t: t.horizon)
        return [_between(ordered[0], ordered[-1])]
    pairs = [_between(*two) for two in by_year(targets) if len(two) == _TWO]
    return pairs or ([_between(*targets)] if len(targets) == _TWO else [])


def _between(one: Target, other: Target) -> Apart:
    first, last = figure(one), figure(other)
    if not alike((one, other)) or first is None or last is None:
        return Apart(one, other, None)
    return Apart(one, other, round(last - first, 6))


def amounts(target: Target) -> list[float]:
    """The value of a target, or both ends of the range that it is."""
    if (value := figure(target)) is not None:
        return [value]
    printed = target.statement.removeprefix(target.metric)
    return [float(found.replace(",", ".")) for found in _DECIMAL.findall(printed)]


def above(pair: Apart) -> tuple[Target, Target] | None:
    """Two targets of which one is a range, the higher first, where the two do not overlap."""
    one, other = amounts(pair.one), amounts(pair.other)
    if not one or not other or _measure(pair.one) != _measure(pair.other):
        return None
    if min(one) > max(other):
        return pair.one, pair.other
    return (pair.other, pair.one) if min(other) > max(one) else None


def compared(targets: Sequence[Target], score: float = 1.0) -> Answer:
    """Targets beside each other, with what lies between them."""
    found = apart(targets)
    points = found[0].points if len(found) == 1 else None
    codes = tuple(t.code for t in targets)
    return Answer("answer", "comparison", records=codes, difference=points, thing="target", score=score)


def asked_of(facts: Mapping[str, str]) -> tuple[list[int], str]:
    """The years for which it is asked what tasks cost, and the column of the money."""
    return [int(year) for year in facts.get(OF_YEARS, "").split()], facts.get(OF_PART, "")


def together(targets: Sequence[Target], facet: str, score: float = 1.0) -> Answer:
    """Targets of which the sum, or the mean, is asked for."""
    return Answer("answer", facet, records=tuple(t.code for t in targets), thing="target", score=score)


def added(targets: Sequence[Target], facet: str) -> float | None:
    """The sum of the values, or their mean; None where there is none: shares of different wholes are no sum, and of
    ranks there is neither."""
    if any(map(is_rank, targets)) or not alike(targets):
        return None
    if facet == SUM and (any("%" in t.unit for t in targets) or _stands(targets)):
        return None
    total = sum(t.value or 0.0 for t in targets)
    return round(total if facet == SUM else total / len(targets), 6)


def _stands(targets: Sequence[Target]) -> bool:
    """Whether values are of one thing in several years of which each year's holds what stood before: "lũy kế"."""
    one = len({t.series or t.code for t in targets}) == 1 and len(targets) > 1
    return one and any(STOCK.search(fold(t.metric)) for t in targets)


def by_year(targets: Sequence[Target]) -> list[list[Target]]:
    """The targets of each year, in the order of the years."""
    ordered = sorted(targets, key=lambda t: t.horizon)
    return [list(same) for _, same in groupby(ordered, key=lambda t: t.horizon)]
