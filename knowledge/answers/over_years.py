"""The route for the sum, or the mean, of what one target sets for several years: "tổng số ca 2026 và 2027"."""

from __future__ import annotations

from dataclasses import replace

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.figures import MEAN, SUM, together
from knowledge.answers.ground import Ground
from knowledge.answers.single import single
from knowledge.lexicon import figures as said_for
from knowledge.lexicon import over_years as words
from knowledge.questions import Question
from knowledge.vietnamese import fold, message_in_step, without

_TWO = 2


def over_years(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """What the values of the years named come to together, or of all years where the whole period is said."""
    if said_for.OPERATING.isdisjoint(q.said) or q.foreign or q.codes or q.documents:
        return None
    if q.has("lead", "cooperation", "deadline", "money") or "task" in q.things:
        return None
    text, folded = message_in_step(q.text)
    added = words.SUM.search(folded)
    if added and added[0].startswith(said_for.ADDED) and not _is_added(text[slice(*added.span())]):
        added = None
    facet = SUM if added else MEAN if words.MEAN.search(folded) else ""
    every, spanned = words.EVERY_YEAR.search(folded), words.SPANNED.search(folded)
    if not facet or not (every or spanned or len(q.years) >= _TWO):
        return None
    part = ground.understanding.read(without(words.ASIDE, q.text).strip(" ,.?"))
    if not part.sought:
        return None
    found = single(ground, replace(part, asks=frozenset({"value"}), years=()), Topic())
    named = [t for t in map(ground.plan.target, found.records) if t] if found.kind == "answer" else []
    series = {t.series for t in named}
    if len(series) != 1 or None in series or any(words.SAYS_TOTAL.search(fold(t.statement)) for t in named):
        return None
    of_it = [t for t in ground.plan.targets if t.series in series and t.value is not None]
    first, last = (int(spanned["first"]), int(spanned["last"])) if spanned else (min(q.years, default=0), 9999)
    meant = [t for t in of_it if first <= t.horizon <= last and (every or spanned or t.horizon in q.years)]
    years = {t.horizon for t in meant}
    if len(meant) < _TWO or len(years) < len(meant) or not years.issuperset(q.years):
        return None
    return together(sorted(meant, key=lambda t: t.horizon), facet, found.score)


def _is_added(typed: str) -> bool:
    """Whether "cộng" is typed, and not "công"; without marks it may be both."""
    return typed.isascii() or typed.lower().startswith(said_for.ADDED_SPELT)
