"""Targets as an answer: found by their value, by the year, on their way from one year to another."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from knowledge.answers.amounts import of_value
from knowledge.answers.answer import Answer, Topic
from knowledge.answers.choosing import MORE
from knowledge.answers.fitting import of_other_year
from knowledge.answers.ground import Ground, list_of
from knowledge.answers.paths import between, on_path, reaching
from knowledge.lexicon.amounts import HOW_MANY_YEARS
from knowledge.lexicon.asking import WHAT
from knowledge.lexicon.pointing import WHICH_OF_THEM
from knowledge.model import Target
from knowledge.questions import Question
from knowledge.search import Match

ON_SCREEN = 4
"""So many targets are shown together rather than asked about."""


def by_percent(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Chỉ tiêu 85% là về cái gì": found by its value."""
    own = ground.lexicon.light | (q.asking if q.has("kind") else frozenset())
    hard = [w for w in q.hard if not w.isdigit() and w not in own]
    asked = q.has("about") or "target" in q.things or not hard or WHAT in q.said
    if not q.percents or not asked or q.has("lead", "cooperation", "product", "deadline"):
        return None
    said, found = of_value(q, ground.plan.targets)
    horizons = [y for y in q.years if y in ground.plan.horizons]
    found = [t for t in found if not horizons or t.horizon in horizons]
    if before.thing == "target" and "target" not in q.things and q.says(*WHICH_OF_THEM):
        among = [t.code for t in found if t.code in before.listed]
        return list_of(among, "target", said) if among else None
    if hard and not (q.has("about") and not any(map(ground.index.knows, hard))):
        ranked = {m.entry.code: m.score for m in ground.index.search(q.variants, ("target",)) if m.coverage > 0.4}
        best = max(ranked, key=ranked.__getitem__, default="")
        if best and not q.has("about", "kind", "list") and all(t.code != best for t in found):
            return None  # "Cung cấp dịch vụ công đúng 90% không", where another target is of 90%
        named = sorted((t for t in found if t.code in ranked), key=lambda t: -ranked[t.code])[:1]
        found = named or (found if len(found) == 1 and horizons and WHAT in q.said else [])
    if not found:
        return None if hard else Answer("none", "value")
    codes = tuple(t.code for t in found)
    if len(codes) > ON_SCREEN:
        horizon = {"horizon": ", ".join(map(str, horizons))} if horizons else {}
        return list_of(codes, "target", {**horizon, **said})
    return Answer("answer", "value", records=codes, thing="target")


def about_target(ground: Ground, q: Question, target: Target, close: Sequence[str], score: float) -> Answer:
    """The value of a target that is asked for; `close`: codes of the targets that fit as well, itself among them."""
    found = _growing(ground, q, target) if target.pace else _at_horizons(ground, q, target, close)
    return replace(found, score=score)


def _growing(ground: Ground, q: Question, target: Target) -> Answer:
    """A target that grows by the year: from one year to another, in a year between, when it is reached."""
    plan, pace = ground.plan, target.pace
    assert pace is not None
    years = [y for y in q.years if y not in plan.horizons or y == plan.period_ends]
    if years and not any(pace.start_year <= y <= plan.period_ends for y in years):
        return Answer("none", "value", candidates=(target.code,))
    lasts = q.says(*HOW_MANY_YEARS)
    found = None if lasts else between(plan, q, target) or (on_path(plan, target, max(years)) if years else None)
    if found is None and (lasts or not years):
        found = reaching(plan, q, target, always=lasts)
    together = (t.code for t in plan.targets if t.pace == pace and t.horizon == target.horizon)
    return found or Answer("answer", "value", records=tuple(together), thing="target")


def _at_horizons(ground: Ground, q: Question, target: Target, close: Sequence[str]) -> Answer:
    """A target at the years that are named, at all of its years where none is; with those that fit as well."""
    horizons = {y for y in q.years if y in ground.plan.horizons}
    of_horizon = {t.code for t in ground.plan.targets if t.horizon in horizons}
    # Where a horizon was named, what is as good but of another one was not asked for.
    shown = [code for code in close if code in of_horizon] or list(close)
    if not horizons and target.series:
        shown += [t.code for t in ground.plan.targets if t.series == target.series]
    codes = tuple(dict.fromkeys(shown))
    if of_other_year(ground, q, codes):
        return Answer("none", "value", candidates=codes[:3])
    if len(codes) > ON_SCREEN + 2:
        return Answer("clarify", "value", candidates=codes[:8])
    return Answer("answer", "value", records=codes, thing="target")


def of_other_horizon(ground: Ground, best: Match, matches: Sequence[Match], horizons: Collection[int]) -> bool:
    """Whether what is asked for is set for another year only, and the target of this year explains far less."""
    of_years = {t.series for t in ground.plan.targets if t.horizon in horizons and t.series}
    better = [t for m in matches if m.coverage >= best.coverage + MORE and (t := ground.plan.target(m.entry.code))]
    return bool(horizons and better) and not any(t.horizon in horizons or t.series in of_years for t in better)
