"""What a message takes from the one before it that asked for a list: the question said anew with another year ("còn năm
2022"), or the part of the annex that is pointed at ("nhóm đó có mấy việc")."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answers.answer import Topic
from knowledge.answers.ground import Ground
from knowledge.lexicon.numbers import QUARTER
from knowledge.lexicon.plan_parts import (
    QUARTER_OF_YEAR,
    QUARTER_PRINTED,
    QUARTER_TYPED,
    YEAR_PRINTED,
    YEAR_SAID,
    YEAR_WORD,
)
from knowledge.lexicon.pointing import CARRIED_OVER, EXTREMES, THAT_GROUP, THAT_PART, THAT_UNIT
from knowledge.questions import Question
from knowledge.questions.several import counts, lists

FEW = 8
"""Words of a message that says but what is other than before."""
_TALLIES = frozenset({"most", "units"})


def resolved(ground: Ground, q: Question, before: Topic) -> tuple[Question, Topic]:
    """The question as it is meant after the one before, and what it may still lean on."""
    if len(q.words) > FEW or q.documents or q.foreign or q.body or q.codes:
        return q, before
    if before.said and (said := _said_anew(ground, q, before)):
        return ground.understanding.read(said), Topic()
    if "task" in q.things and not q.units and q.says(*THAT_UNIT) and (lists(q) or counts(q)):
        return _of_that_unit(ground, q, before), Topic()
    if q.asks_share and q.units and not q.hard and before.facet in ("list", "count") and before.thing == "task":
        return replace(q, things=q.things | {"task"}), before
    return _of_that_part(ground, q, before) if q.says(*THAT_PART) else q, before


def _said_anew(ground: Ground, q: Question, before: Topic) -> str:
    """The question before with what is said to be other, or ""."""
    bare = CARRIED_OVER.issuperset(w for w in q.words if not w.isdigit())
    if q.years and bare:
        return _of_year(ground, q, before)
    if q.quarter and CARRIED_OVER.union(QUARTER, _numerals(q)).issuperset(q.words):
        return _of_quarter(q, before.said)
    if before.facet not in _TALLIES or q.hard or q.units or q.areas or q.groups:
        return ""
    if counts(q) and q.things == {"task"}:
        return before.said
    other = next((o for one, o in EXTREMES.items() if one in q.text.lower() and o in before.said.lower()), "")
    if not other or q.things:
        return ""
    now = next(one for one, o in EXTREMES.items() if o == other)
    return re.sub(other, now, before.said, flags=re.IGNORECASE)


def _numerals(q: Question) -> tuple[str, ...]:
    return tuple(w for at, w in enumerate(q.words) if at and q.words[at - 1] in QUARTER)


def _of_year(ground: Ground, q: Question, before: Topic) -> str:
    said = before.said
    years = ground.understanding.read(said).years
    if not years and len(q.years) == 1 and before.facet in ("list", "count"):
        return f"{said} {YEAR_PRINTED} {q.years[0]}"
    if len(q.years) != 1 or len(years) != 1 or years == q.years:
        return ""
    if YEAR_WORD in q.words:
        said = QUARTER_OF_YEAR.sub(f"{YEAR_PRINTED} ", said)  # "Còn năm 2021" after a quarter of 2022
    return said.replace(str(years[0]), str(q.years[0]))


def _of_quarter(q: Question, said: str) -> str:
    named = f"{QUARTER_PRINTED} {q.quarter}"
    if QUARTER_TYPED.search(said):
        return QUARTER_TYPED.sub(named, said)
    return YEAR_SAID.sub(rf"{named} \g<0>", said, count=1) if YEAR_SAID.search(said) else ""


def _of_that_unit(ground: Ground, q: Question, before: Topic) -> Question:
    """ "Phòng đó còn những việc gì": the question about the unit that leads the task before, or those listed."""
    named = before.filters.get("lead", "") if before.facet in ("list", "count") else ""
    if named and (of_list := tuple(u for u in ground.plan.units if u.name == named)):
        return replace(q, units=of_list, asks=q.asks | {"lead"})
    codes = (before.record,) if before.record else before.listed
    leads = {task.lead for code in codes if (task := ground.tasks.get(code))}
    units = tuple(u for code in next(iter(leads)) if (u := ground.plan.unit(code))) if len(leads) == 1 else ()
    return replace(q, units=units, asks=q.asks | {"lead"} if units else q.asks)


def _of_that_part(ground: Ground, q: Question, before: Topic) -> Question:
    """The question about the group or the area of the record before."""
    codes = (before.record,) if before.record else before.listed
    records = [r for code in codes if (r := ground.tasks.get(code) or ground.plan.target(code))]
    if not records or q.areas or q.groups or len({r.area for r in records}) > 1:
        return q
    record = records[0]
    group = getattr(record, "group", None) if q.says(*THAT_GROUP) else None
    groups = tuple(g for g in ground.plan.groups if g.code == group)
    areas = () if groups else tuple(a for a in ground.plan.areas if a.code == record.area)
    return replace(q, groups=groups, areas=areas, things=q.things - {"group", "area"})
