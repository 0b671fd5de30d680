"""Targets beside each other as an answer: each with its figure, then what was worked out of them, and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers.messages import Block, Note, Paragraph
from handlers.wording import common
from handlers.wording import figures as words
from handlers.wording import targets as target_words
from knowledge.answers import Answer
from knowledge.answers.costs import cost_of, parts_of_cost, years_of
from knowledge.answers.figures import (
    SINCE,
    STOOD_AT,
    SUM,
    Apart,
    above,
    added,
    apart,
    asked_of,
    by_year,
    figure,
    is_rank,
    places,
    stood_now,
)
from knowledge.model import Target, Task

NAME = 90
"""Characters of what a figure is of, beside another."""


def worked_out(answer: Answer, targets: Sequence[Target]) -> list[Block]:
    """What lies between targets, or their sum or mean."""
    if SINCE in answer.facts and answer.difference is not None:
        last, since = targets[0], answer.facts[SINCE] or words.NOW
        said = grown(last, since, last.horizon, figure(last) or 0.0, answer.difference)
        return [Paragraph(said, strong=True), *_places_taken(targets)]
    if answer.facet != "comparison":
        return list(_together(answer.facet, targets))
    found = apart(targets)
    several = len(found) > 1
    lines = [_said(pair, year=words.IN_YEAR.format(year=pair.one.horizon) if several else "") for pair in found]
    told: list[Block] = [Paragraph(line, strong=True) for line in lines if line]
    unlike = any(pair.points is None and None not in (pair.one.value, pair.other.value) for pair in found)
    told += _places_taken(targets)
    return [*told, Note(words.UNLIKE)] if unlike else told


def stood_said(answer: Answer, target: Target) -> str:
    """The value of a year before the plan, where that alone was asked for."""
    if STOOD_AT not in answer.facts:
        return ""
    value = _value(target, float(answer.facts[STOOD_AT]))
    return words.STOOD.format(year=answer.facts[SINCE], name=common.shorten(target.metric, NAME), value=value)


def cost_said(answer: Answer, task: Task) -> str:
    """What a task costs, in the years asked for or in all, with the parts that were added up."""
    asked = asked_of(answer.facts)
    cost = cost_of(task, *asked)
    if cost is None:
        return words.COST_NOT_THEN if any(asked) and cost_of(task) else words.COST_NONE
    if parts := parts_of_cost(task, cost):
        terms = words.PLUS.join(words.PART.format(value=part.value_printed, of=part.names[0]) for part in parts)
        return words.COST.format(of="", value=f"{terms} {words.EQUALS} {_value(cost)}")
    several = len(years_of(cost))
    form = words.COST_OF_YEAR if several == 1 else words.COST_OF_YEARS if several else words.COST
    return form.format(of=f" {cost.names[0]}".rstrip(), value=_value(cost))


def _places_taken(targets: Sequence[Target]) -> list[Block]:
    """How the ranks were worked out to which so many places lead."""
    shown = [
        words.TAKEN.format(name=common.shorten(t.metric, NAME), now=f"{now:g}", places=f"{t.value:g}", rank=f"{rank:g}")
        for t in targets
        if places(t) and (now := stood_now(t)) is not None and (rank := figure(t)) is not None
    ]
    return [Note(words.PLACES_TAKEN.format(ranks="; ".join(shown)))] if shown else []


def grown(target: Target, first: int | str, last: int, value: float, points: float) -> str:
    """How a target changes from one year to another: "80% (2026) → 95% (2028): tăng 15 điểm phần trăm."."""
    if points == 0:
        return words.SAME_VALUE
    verb = words.APART if target.comparator == "-" else words.DOWN if points < 0 else words.UP
    if is_rank(target):
        verb = words.WORSE if points > 0 else words.BETTER
    said = _points(points, target)
    before, after = (_value(target, one) for one in (value - points, value))
    return words.GROWN.format(before=before, first=first, after=after, last=last, verb=verb, points=said)


def _said(pair: Apart, year: str) -> str:
    """What lies between two figures in words; "" where it cannot be told."""
    one, other, points = pair
    if points is None:
        ordered = above(pair) if None in (one.value, other.value) else None
        told = [common.shorten(t.metric, NAME) for t in ordered or ()]
        return year + words.ABOVE_RANGE.format(one=told[0], other=told[1]) if told else ""
    if one.series and one.series == other.series:
        return grown(other, one.horizon, other.horizon, figure(other) or 0.0, points)
    names = _names(pair)
    if points == 0:
        return year + words.EVEN.format(one=names[0], other=names[1], value=_value(one))
    first = (points < 0) != is_rank(one)
    (high, best), (low, least) = ((names[0], one), (names[1], other)) if first else ((names[1], other), (names[0], one))
    form = words.RANKED if is_rank(one) else words.REDUCED if one.comparator == "-" else words.ABOVE
    return year + form.format(one=high, other=low, points=_points(points, one), high=_value(best), low=_value(least))


def _value(target: Target, value: float | None = None) -> str:
    """The figure of a target, or another in its measure: "95%", "hạng 60"."""
    value = figure(target) if value is None else value
    if is_rank(target):
        return words.RANK.format(rank=f"{value or 0.0:g}")
    return target_words.number(value or 0.0, target)


def _names(pair: Apart) -> tuple[str, str]:
    """What two figures are of: of two cells of one column their units alone."""
    metrics = pair.one.metric, pair.other.metric
    parts = [metric.rpartition(": ") for metric in metrics]
    if parts[0][0] and parts[0][0] == parts[1][0]:
        return parts[0][2], parts[1][2]
    return common.shorten(metrics[0], NAME), common.shorten(metrics[1], NAME)


def _points(points: float, target: Target) -> str:
    """A difference in the target's measure: "10 điểm phần trăm", "5 bậc", "8.900 lượt"."""
    if is_rank(target):
        return words.PLACES.format(count=f"{abs(points):g}")
    shown = target_words.number(abs(points), target)
    return shown.replace("%", words.POINTS, 1)


def _together(facet: str, targets: Sequence[Target]) -> Iterator[Block]:
    """The sum, or the mean, of the targets of each year."""
    years = [same for same in by_year(targets) if len(same) > 1] or [list(targets)]
    for same in years:
        result = added(same, facet)
        if result is None:
            yield Note(words.NOT_ADDED)
            return
        terms = words.PLUS.join(target_words.number(t.value or 0.0, t).removesuffix(t.unit).strip() for t in same)
        form = words.SUM if facet == SUM else words.MEAN
        total = target_words.number(result, same[0])
        about = words.ABOUT if round(result, 2) != result else words.EQUALS
        year = words.OF_YEAR.format(year=same[0].horizon) if len(years) > 1 else ""
        yield Paragraph(form.format(year=year, terms=terms, count=len(same), equals=about, total=total), strong=True)
