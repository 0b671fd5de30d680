"""Routes for how much a target is to grow since a year before, of which it tells how things stood: "2026 tăng bao nhiêu
điểm so với 2025"."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.ground import Ground
from knowledge.answers.single import single
from knowledge.lexicon.since import BY_HOW_MUCH, STOOD
from knowledge.model import Target
from knowledge.questions import Question

SINCE = "since"
"""The fact of an answer that names the year with which a target is compared."""
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")


def since(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """How much a target grows from a year before the plan, whose value it prints, to its own year."""
    earlier = [y for y in q.years if y in ground.years_stood]
    if not earlier or q.foreign or q.codes or q.has("lead", "cooperation", "product"):
        return None
    if not BY_HOW_MUCH.search(" ".join(q.words)):
        return None
    year = min(earlier)
    named = [y for y in q.years if y > year]
    found = single(ground, replace(q, years=tuple(named)), Topic())
    best = ground.plan.target(found.records[0]) if found.kind == "answer" and found.records else None
    if best is None:
        return None
    series = [t for t in ground.plan.targets if t is best or (best.series and t.series == best.series)]
    kept = [t for t in series if t.horizon in named] if named else [max(series, key=lambda t: t.horizon)]
    stood = {t.code: value for t in kept if (value := _stood(t, year)) is not None}
    last = max((t for t in kept if t.code in stood and t.value is not None), key=lambda t: t.horizon, default=None)
    if last is None or last.value is None or last.horizon == year:
        return None
    difference = round(last.value - stood[last.code], 6)
    return Answer(
        "answer",
        "comparison",
        records=(last.code,),
        difference=difference,
        thing="target",
        score=found.score,
        facts={SINCE: str(year)},
    )


def _stood(target: Target, year: int) -> float | None:
    """The value that a target tells of a year before."""
    for found in STOOD.finditer(target.baseline or ""):
        if int(found["year"]) == year:
            printed = found["value"]
            plain = printed.replace(".", "") if _THOUSANDS.fullmatch(printed) else printed
            return float(plain.replace(",", ".")) if plain.count(",") + plain.count(".") < 2 else None
    return None
