"""Which unit, area, group or annex is second, or third, by its tasks: "đơn vị nào chủ trì nhiều thứ hai"."""

from __future__ import annotations

from dataclasses import replace

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.ground import Ground
from knowledge.answers.tallies import most
from knowledge.lexicon.numbers import ORDINALS
from knowledge.lexicon.ranking import FEWEST, OF_RANK, RANK
from knowledge.lexicon.things import COUNTED
from knowledge.questions import Question


def ranked(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """The ones of the place that is asked for, and those before it; who have the same number share a place."""
    if q.ordinal <= 0 or q.codes or q.foreign:
        return None
    found = RANK.search(" ".join(q.words))
    if found is None:
        return None
    said = found["a"] or found["b"] or found["c"]
    place = ORDINALS.get(said) or int(said)
    asks = (q.asks - {"most", "least", "again"}) | {"least" if found["end"] == FEWEST else "most"}
    things = q.things if q.things & COUNTED else q.things | {"task"}
    content = tuple(word for word in q.content if word not in OF_RANK)
    whole = most(ground, replace(q, asks=asks, things=things, ordinal=0, content=content), Topic())
    if whole is None or whole.kind != "answer" or whole.facet != "most":
        return None
    counts = list(dict.fromkeys(count for _, count in whole.tally))
    if not 0 < place <= len(counts):
        return ground.none(q)
    shown = [one for one in whole.tally if one[1] == counts[place - 1]]
    above = [one for one in whole.tally if one[1] in counts[: place - 1]]
    end = "least" if found["end"] == FEWEST else "most"
    return replace(whole, tally=(*shown, *above), facts={"rank": str(place), "end": end})
