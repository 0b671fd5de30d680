"""The route for how much a target is to grow: from one of its years to another, since a year before of which it tells
how things stood, since now; and for the rank that it comes to by so many places."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.comparing import one_figure
from knowledge.answers.figures import SINCE, STOOD_AT, compared, figure, stood_now
from knowledge.answers.ground import Ground
from knowledge.lexicon.since import BESIDE_NOW, BY_HOW_MUCH, NOW, RANK_ASKED, STOOD
from knowledge.measures import number
from knowledge.model import Target
from knowledge.questions import Question

_NOW = 0
"""The year of how things stand when a plan is made."""


def growth(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "2026 tăng bao nhiêu so với 2025", "hiện tại 72, đến 2028 tăng mấy bậc", "phải lên hạng mấy"."""
    earlier = [y for y in q.years if y in ground.years_stood]
    horizons = [y for y in q.years if y in ground.plan.horizons]
    if not (earlier or ground.standing or len(horizons) > 1) or q.has("lead", "cooperation", "product"):
        return None
    text = " ".join(q.words)
    ranked = ground.standing and RANK_ASKED.search(text)
    now = ground.standing and NOW.search(text)
    grows = bool((earlier or now or len(horizons) > 1) and BY_HOW_MUCH.search(text))
    grows = grows or bool((earlier or now) and horizons and BESIDE_NOW.search(text))
    tells = earlier and len(q.years) == 1 and not horizons and not grows
    if not (grows or ranked or tells) or q.foreign or q.codes:
        return None
    year = min(earlier) if earlier else _NOW
    targets, score = one_figure(ground, q, tuple(y for y in q.years if y > year))
    if tells:
        return _before(targets, year, score)
    if not earlier and not now and not ranked:
        valued = [t for t in targets if figure(t) is not None and t.horizon in horizons and not t.pace]
        return compared(valued, score) if len({t.horizon for t in valued}) > 1 else None
    named = [t for t in targets if t.horizon in q.years and t.horizon != year] or targets[-1:]
    year = year or max((y for t in named if stood_now(t) is None for y in _years_stood(t)), default=_NOW)
    stood = {t.code: value for t in named if (value := _stood(t, year)) is not None}
    last = max((t for t in named if t.code in stood), key=lambda t: t.horizon, default=None)
    if last is None or (value := figure(last)) is None:
        return None
    difference = round(value - stood[last.code], 6)
    return Answer(
        "answer",
        "comparison",
        records=(last.code,),
        difference=difference,
        thing="target",
        score=score,
        facts={SINCE: str(year or "")},
    )


def _before(targets: Sequence[Target], year: int, score: float) -> Answer | None:
    """The value of a year before, which targets of the series tell."""
    told = [(t, value) for t in targets if (value := _stood(t, year)) is not None]
    if not told:
        return None
    facts = {SINCE: str(year), STOOD_AT: f"{told[0][1]:.10g}"}
    codes = tuple(t.code for t, _ in told)
    return Answer("answer", "value", records=codes, thing="target", score=score, facts=facts)


def _years_stood(target: Target) -> list[int]:
    return [int(found["year"]) for found in STOOD.finditer(target.baseline or "")]


def _stood(target: Target, year: int) -> float | None:
    """The value that a target tells of a year before, or of now."""
    if year == _NOW:
        return stood_now(target)
    for found in STOOD.finditer(target.baseline or ""):
        if int(found["year"]) == year:
            return number(found["value"])
    return None
