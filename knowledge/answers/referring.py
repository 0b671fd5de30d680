"""What a message takes from the one before it that asked for a list: the question said anew with another year ("còn năm
2022") or of another unit or part ("TCCB?", "mục VI thì mấy"), or the part of the annex that is pointed at ("nhóm đó có
mấy việc")."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answers.answer import Topic
from knowledge.answers.ground import Ground
from knowledge.lexicon.amounts import GROWTH as MORE_THAN
from knowledge.lexicon.asking import WHO
from knowledge.lexicon.numbers import QUARTER
from knowledge.lexicon.plan_parts import (
    QUARTER_OF_YEAR,
    QUARTER_PRINTED,
    QUARTER_TYPED,
    YEAR_PRINTED,
    YEAR_SAID,
    YEAR_WORD,
)
from knowledge.lexicon.pointing import (
    BY_HOW_MUCH,
    CARRIED_OVER,
    COMPARING_WORDS,
    EXTREMES,
    OF_OTHERS,
    PRONOUN,
    PRONOUNS,
    THAT_GROUP,
    THAT_PART,
    THAT_UNIT,
    THEY,
)
from knowledge.questions import Question
from knowledge.questions.several import counts, lists
from knowledge.vietnamese import fold

FEW = 8
"""Words of a message that says but what is other than before."""
_NAME = 6
"""Words of a part of a name that alone says which is meant."""
_TALLIES = frozenset({"most", "units"})
_LISTS = frozenset({"list", "count"})
_NAMING = frozenset({"again", "lead", "cooperation", "count", "list", "show", "other", "about", "value"})
"""Asks of a message that only names another unit or part."""
_PARTS = frozenset({"lead", "cooperation"})
_WHOLE = frozenset({"area", "group", "solution", "viewpoint", "objective", "basis"})


def resolved(ground: Ground, q: Question, before: Topic) -> tuple[Question, Topic]:
    """The question as it is meant after the one before, and what it may still lean on."""
    if len(q.words) > FEW or q.documents or q.foreign or q.body or q.codes:
        return q, before
    if q.has("except") and WHO in q.said and len(before.listed) == 1:
        return q, before  # "ngoài Bưu điện còn ai phối hợp": of the one that was listed
    if len(before.said) == 1 and (said := _said_anew(ground, q, before, before.said[0])):
        return ground.understanding.read(said), Topic()
    pronoun = PRONOUN.search(q.text) if before.record or before.listed else None
    if pronoun:
        q = _without_pronoun(q)
    they = q.says(*THAT_UNIT) or (pronoun is not None and fold(pronoun[0]).endswith(THEY))
    if "task" in q.things and not q.units and they and (lists(q) or counts(q)):
        return _of_that_unit(ground, q, before), Topic()
    if q.asks_share and q.units and not q.hard and before.facet in ("list", "count") and before.thing == "task":
        return replace(q, things=q.things | {"task"}), before
    if "group" in q.things and q.has("most", "least"):
        return _of_that_part(ground, q, before), Topic()
    return _of_that_part(ground, q, before) if q.says(*THAT_PART) else q, before


def _without_pronoun(q: Question) -> Question:
    content, *variants = (tuple(w for w in words if w not in PRONOUNS) for words in (q.content, *q.variants))
    return replace(q, content=content, variants=tuple(variants), things=q.things - {"unit"})


def _said_anew(ground: Ground, q: Question, before: Topic, said: str) -> str:
    """The question before with what is said to be other, or ""."""
    others = {w for w in q.words if not w.isdigit()} - CARRIED_OVER
    if q.years and (not others or others.issubset(ground.understanding.words(said))):
        return of_year(ground, q, before, said)
    if q.quarter and CARRIED_OVER.union(QUARTER, _numerals(q)).issuperset(q.words):
        return _of_quarter(q, said)
    if before.facet not in _TALLIES or q.hard or q.units or q.areas or q.groups:
        return ""
    if counts(q) and q.things == {"task"}:
        return said
    bare = COMPARING_WORDS.union(q.asking, OF_OTHERS).issuperset(q.words) and not q.things
    if before.facet == "most" and bare and (q.has("compare", "more") or q.says(*MORE_THAN)):
        return f"{said} {BY_HOW_MUCH}"
    other = next((o for one, o in EXTREMES.items() if one in q.text.lower() and o in said.lower()), "")
    if not other or q.things:
        return ""
    now = next(one for one, o in EXTREMES.items() if o == other)
    return re.sub(other, now, said, flags=re.IGNORECASE)


def _numerals(q: Question) -> tuple[str, ...]:
    return tuple(w for at, w in enumerate(q.words) if at and q.words[at - 1] in QUARTER)


def of_year(ground: Ground, q: Question, before: Topic, said: str) -> str:
    """A message said anew with the one other year that is named, or ""."""
    years = ground.understanding.read(said).years
    if not years and len(q.years) == 1 and before.facet in ("list", "count"):
        return f"{said} {YEAR_PRINTED} {q.years[0]}"
    if len(q.years) != 1 or len(years) != 1 or years == q.years:
        return ""
    if YEAR_WORD in q.said:
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
    things = q.things if q.has("most", "least") else q.things - {"group", "area"}
    return replace(q, groups=groups, areas=areas, things=things)
