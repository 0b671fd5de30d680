"""The one record that a question is about, by its words, its code or its value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.answers.amounts import of_value
from knowledge.answers.answer import Answer, Topic
from knowledge.answers.choosing import (
    FLOOR,
    TOLD,
    enough,
    fully_named,
    headed_task,
    leans,
    of_other_horizon,
    saying_first,
    told_first,
)
from knowledge.answers.fitting import citing, fits, of_other_year, of_the_day, only_asked_for, quotes, with_quotes
from knowledge.answers.following import leaning
from knowledge.answers.ground import TASK_FACETS, Ground, facet_of, list_of
from knowledge.answers.paths import between, on_path, reaching
from knowledge.answers.telling import tell, with_text
from knowledge.lexicon.asking import HOW_MANY_YEARS, LEAD, TASKS
from knowledge.lexicon.bodies import WHICH_ONE
from knowledge.lexicon.conditions import HIGHEST, LOWEST
from knowledge.orthography import is_syllable
from knowledge.questions import Question, annex_of
from knowledge.questions.several import lists
from knowledge.search import Match
from knowledge.vietnamese import fold

MARGIN = 0.045
"""Records within this of the best are asked about."""
ALIKE, SAME = 0.8, 0.02
"""Records that explain so much of a question, and as much as the best within so little, are asked about as well."""
WIDE_MARGIN = 0.12
YEAR = 4
"""Digits of a year; a shorter number alone names no record."""
_OF_TEXT = frozenset({"solution", "viewpoint"})
"""What has no unit that leads it: "giải pháp … nói đến những cơ quan nào"."""
LOOKED_AT = 24
"""Records of which it is looked at whether they can answer, the best by their words."""
ON_SCREEN = 4
"""So many targets are shown together rather than asked about."""


def by_code(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """A record that is named by its code or its number."""
    if q.candidates:
        return Answer("clarify", facet_of(q), candidates=q.candidates)
    if q.targets:
        return Answer("answer", "value", records=q.targets)
    if q.strange and not q.codes and q.has("lead", "cooperation", "product", "deadline"):
        return ground.none(q)
    if not q.codes:
        return None
    if q.has("progress", "overdue") and not q.has("lead", "cooperation", "product"):
        return Answer("answer", "progress", records=q.codes)
    return ground.about_task(q, [ground.tasks[c] for c in q.codes], 1.0)


def by_percent(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Chỉ tiêu 85% là về cái gì": found by its value."""
    hard = [w for w in q.hard if not w.isdigit() and w not in ground.lexicon.light]
    asked = q.has("about") or "target" in q.things or not hard or (q.words[-1:] == ("gi",) or "gi" in q.words)
    if not q.percents or not asked or q.has("lead", "cooperation", "product", "deadline"):
        return None
    name, found = of_value(q, ground.plan.targets)
    horizons = [y for y in q.years if y in ground.plan.horizons]
    found = [t for t in found if not horizons or t.horizon in horizons]
    if hard and not (q.has("about") and not any(map(ground.index.knows, hard))):
        ranked = {m.entry.code: m.score for m in ground.index.search(q.variants, ("target",)) if m.coverage > 0.4}
        found = sorted((t for t in found if t.code in ranked), key=lambda t: -ranked[t.code])[:1] or []
    if not found:
        return None if hard else Answer("none", "value")
    codes = tuple(t.code for t in found)
    if len(codes) > ON_SCREEN:
        horizon = {"horizon": ", ".join(map(str, horizons))} if horizons else {}
        return list_of(codes, "target", {**horizon, name: ", ".join(f"{p:g}%" for p in q.percents)})
    return Answer("answer", "value", records=codes, thing="target")


def single(ground: Ground, q: Question, before: Topic) -> Answer:
    """The record that fits best, or which one is meant, or that none is."""
    facet = facet_of(q)
    wants_value = q.has("value") and not q.has("cooperation", "product", "paper")
    if q.has("mention") or (q.has("paper") and not q.has("lead", "cooperation", "product")):
        facet, wants_value = "record", False
    if facet == "lead" and (quotes(ground, LEAD, q) or (q.things & _OF_TEXT and "ai" not in q.words)):
        facet = "record"
    hard = [w for w in q.sought if not _is_bare_number(ground, w, q)]
    if q.foreign or not (hard or ground.verbatim.quoted(q.words)) or of_the_day(ground, q):
        return leaning(ground, q, before) or ground.none(q)
    # Targets have neither a lead unit nor a product.
    of_tasks = facet != "record" and not wants_value and q.has("lead", "cooperation", "product")
    kinds = ("task", "passage") if of_tasks else ("task", "target", "passage")
    matches = ground.index.search(q.variants, kinds)
    horizons = {y for y in q.years if y in ground.plan.horizons}
    matches = [m for m in with_quotes(ground, matches, q) if m.entry.kind in kinds]
    matches = ground.as_spelt(_of_annex(ground, matches, q)[:LOOKED_AT], q)
    matches = citing(ground, [m for m in matches if not only_asked_for(ground, m, q)], q)
    weighed = sorted(
        ((m.score + leans(ground, m, facet, wants_value, horizons, q), m) for m in matches),
        key=lambda pair: -pair[0],
    )
    every = [m for _, m in weighed]
    if facet == "record" and not wants_value and not q.says(*TASKS):
        weighed = told_first(weighed, q)
    elif facet in ("lead", "deadline") and not wants_value:
        weighed = saying_first(ground, weighed, facet, q)
    if not weighed:
        return leaning(ground, q, before) or ground.none(q, every)
    best_score, best = weighed[0]
    # "Lương bao nhiêu?": one common syllable names nothing by itself.
    vague = (
        len(hard) == 1
        and is_syllable(hard[0])
        and not fully_named(ground, best, q)
        and hard[0] not in ground.short_forms
    )
    if (best.sure < FLOOR and not enough(ground, weighed, facet, wants_value, q)) or vague:
        return leaning(ground, q, before) or ground.none(q, every)
    if not fits(ground, best, q, value=wants_value):
        told = [m for _, m in weighed if m.entry.kind == "passage" and m.coverage >= TOLD]
        if wants_value and best.entry.kind == "task" and told and fits(ground, told[0], q, value=True):
            return tell(ground, told[0], q)
        return replace(ground.none(q, [m for _, m in weighed]), score=0.0)
    if best.entry.kind == "target" and horizons and of_other_horizon(ground, best, matches, horizons):
        return ground.none(q, matches)
    if best.entry.kind == "target" and fold(WHICH_ONE) in q.words and q.says(*HIGHEST, *LOWEST):
        return ground.none(q, every)  # "Tỉnh nào tăng trưởng cao nhất" is no question about one of them.
    if best.entry.kind == "target":
        alike = best.coverage - SAME if best.coverage > ALIKE else 1.1
        targets = [(score, m) for score, m in weighed if m.entry.kind == "target"]
        near = [m for score, m in targets if score >= best_score - MARGIN or m.coverage >= alike]
        found = _about_target(ground, q, best, near)
        return found if wants_value else with_text(ground, found, best, [m for _, m in weighed], q)
    beside = every if facet == "deadline" else [m for _, m in weighed]
    if best.entry.kind == "passage":
        return with_text(ground, tell(ground, best, q), best, beside, q)
    if before.facet in TASK_FACETS and facet == "record" and q.has("again"):
        facet = before.facet
    alike = best.coverage - SAME if best.coverage > ALIKE * _known_share(ground, q) else 1.1
    tasks = [(s, m) for s, m in weighed if m.entry.kind == "task"]
    close = [m for s, m in tasks if s >= best_score - MARGIN or (m.coverage >= alike and s >= best_score - WIDE_MARGIN)]
    if len(close) > 1 and not lists(q) and (headed := headed_task(ground, close, q)):
        found = ground.about_task(q, [ground.tasks[headed]], best.sure, facet)
        return with_text(ground, found, best, beside, q)
    if len(close) == 2 and q.has("compare"):
        return ground.about_task(q, [ground.tasks[m.entry.code] for m in close], best.sure, facet)
    if len(close) > 1 and not fully_named(ground, best, q):
        return Answer("clarify", facet, candidates=tuple(m.entry.code for m in close[:6]), score=best.sure)
    found = ground.about_task(q, [ground.tasks[best.entry.code]], best.sure, facet)
    return with_text(ground, found, best, beside, q)


def _is_bare_number(ground: Ground, word: str, q: Question) -> bool:
    """A short number that the plan does not print after the word before it: "việc 3", not "mức độ 3"."""
    beside = [pair for pair in pairwise(q.words) if pair[1] == word]
    return word.isdigit() and len(word) < YEAR and not any(pair in ground.index.pairs for pair in beside)


def _known_share(ground: Ground, q: Question) -> float:
    """The share of a question's weight that words of the plan make up: no record can explain more."""
    weights = {w: ground.index.idf(w) for w in q.sought if w not in ground.lexicon.light}
    known = sum(weight for w, weight in weights.items() if ground.index.knows(w))
    return known / sum(weights.values()) if known else 1.0


def _of_annex(ground: Ground, matches: list[Match], q: Question) -> list[Match]:
    """The matches that stand in the annex named, or all."""
    if not q.annex:
        return matches
    records = ((m, ground.plan.task(m.entry.code) or ground.plan.target(m.entry.code)) for m in matches)
    return [m for m, record in records if record is not None and annex_of(record) == q.annex] or matches


def _about_target(ground: Ground, q: Question, best: Match, close: Sequence[Match]) -> Answer:
    target = ground.plan.target(best.entry.code)
    if target is None:
        return ground.none(q)
    years = [y for y in q.years if y not in ground.plan.horizons or (target.pace and y == ground.plan.period_ends)]
    if target.pace is not None:
        lasts = q.says(*HOW_MANY_YEARS)
        if years and not any(target.pace.start_year <= y <= ground.plan.period_ends for y in years):
            return Answer("none", "value", candidates=(target.code,), score=best.sure)
        if not lasts and (found := between(ground.plan, q, target)):
            return replace(found, score=best.sure)
        if years and not lasts and (found := on_path(ground.plan, target, max(years))):
            return replace(found, score=best.sure)
        if (lasts or not years) and (found := reaching(ground.plan, q, target, always=lasts)):
            return replace(found, score=best.sure)
        together = [t.code for t in ground.plan.targets if t.pace == target.pace and t.horizon == target.horizon]
        return Answer("answer", "value", records=tuple(together), score=best.sure, thing="target")
    shown = [m.entry.code for m in close]
    horizons = {y for y in q.years if y in ground.plan.horizons}
    # Where a horizon was named, what is as good but of another one was not asked for.
    of_horizon = {t.code for t in ground.plan.targets if t.horizon in horizons}
    shown = [code for code in shown if code in of_horizon] or shown
    if not horizons and target.series:
        shown += [t.code for t in ground.plan.targets if t.series == target.series]
    codes = tuple(dict.fromkeys(shown))
    if of_other_year(ground, q, codes):
        return Answer("none", "value", candidates=codes[:3], score=best.sure)
    if len(codes) > ON_SCREEN + 2:
        return Answer("clarify", "value", candidates=codes[:8], score=best.sure)
    return Answer("answer", "value", records=codes, score=best.sure, thing="target")
