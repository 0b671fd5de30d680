"""What a message takes from the one before it that asked for a list: the question said anew with another year ("còn năm
2022") or of another unit or part ("TCCB?", "mục VI thì mấy"), or the part of the annex that is pointed at ("nhóm đó có
mấy việc")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.answers.answer import Topic
from knowledge.answers.ground import Ground
from knowledge.lexicon.amounts import GROWTH as MORE_THAN
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
    OF_LIST,
    OF_OTHERS,
    ONLY,
    PRONOUN,
    PRONOUNS,
    THAT_GROUP,
    THAT_PART,
    THAT_UNIT,
    THEY,
)
from knowledge.model import Area, Group, Unit
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
    if before.said and (said := _said_anew(ground, q, before)):
        asked = replace(before, said=said)
        return asked_before(ground, asked), Topic(said=said, instead=before.instead)
    if before.said and (others := _others_named(ground, q, before)):
        asked = replace(before, instead=others.codes(ground, before))
        return asked_before(ground, asked), Topic(said=before.said, instead=asked.instead)
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


@dataclass(frozen=True)
class Others:
    """What a message names in place of what the question before it named."""

    units: tuple[Unit, ...] = ()
    areas: tuple[Area, ...] = ()
    groups: tuple[Group, ...] = ()

    def codes(self, ground: Ground, before: Topic) -> tuple[str, ...]:
        """Their codes, with those of the other sort that were named in place of the question's since."""
        units = {u.code for u in ground.plan.units}
        kept = [code for code in before.instead if (code in units) != bool(self.units)]
        return (*kept, *(u.code for u in self.units), *(part.code for part in self.parts))

    @property
    def parts(self) -> tuple[Area | Group, ...]:
        """The areas and groups."""
        return (*self.areas, *self.groups)


def asked_before(ground: Ground, before: Topic) -> Question:
    """The question that asked for the list before, of those that were named instead since."""
    q, plan = ground.understanding.read(before.said), ground.plan
    units = tuple(u for u in plan.units if u.code in before.instead)
    areas = tuple(a for a in plan.areas if a.code in before.instead)
    groups = tuple(g for g in plan.groups if g.code in before.instead)
    if units:
        q = replace(q, units=units)
    if not (areas or groups):
        return q
    titles = (title for part in Others((), q.areas, q.groups).parts for title in part.called)
    own = {w for title in titles for w in ground.index.words(title)} | {fold(area.code) for area in q.areas}
    variants = tuple(tuple(w for w in words if w not in own) for words in (q.content, *q.variants))
    return replace(q, areas=areas, groups=groups, content=variants[0], variants=variants[1:])


def _others_named(ground: Ground, q: Question, before: Topic) -> Others | None:
    """What alone is said in place of a unit or a part that the question before named, or beside what it named."""
    if before.facet not in _LISTS or before.thing not in ("task", "target") or q.years or q.quarter or q.days:
        return None
    if (
        q.asks_share
        or q.asks - _NAMING
        or ("task" in q.things and not (q.has("again") or q.says(*OF_LIST)))
        or q.things & _WHOLE
    ):
        return None
    asked = asked_before(ground, before)
    if asked.left_out or asked.beyond or asked.has("except", "within") or (q.asks & _PARTS) - asked.asks:
        return None
    if q.units or q.areas or q.groups:
        named = Others(q.units, q.areas, q.groups)
        bare = OF_OTHERS.issuperset(ground.beyond_areas(q))
    else:
        named, bare = _named_alike(ground, q, asked), True
    of_units = bool(named.units)
    if not bare or of_units == bool(named.parts):
        return None
    its_own = asked.units if of_units else (*asked.areas, *asked.groups)
    of_list = not ONLY.isdisjoint(q.words) if its_own else before.thing == "target"
    return None if of_list else named


def _named_alike(ground: Ground, q: Question, asked: Question) -> Others:
    """ "Nội bộ?", "III?" after a group or an area: the one of that kind which alone has the words in its name."""
    codes = {fold(a.code) for a in ground.plan.areas}
    said = [w for at, w in enumerate(q.words) if w not in OF_OTHERS or (not at and w in codes)]
    if not said or len(said) > _NAME or q.asks - {"again"}:
        return Others()
    if asked.units and not (asked.areas or asked.groups):
        units = [u for u in ground.plan.units if not u.collective and _called(ground, (u.name, u.short), said)]
        return Others(units=tuple(units)) if len(units) == 1 else Others()
    groups = [g for g in ground.plan.groups if asked.groups and _called(ground, g.called, said)]
    areas = [a for a in ground.plan.areas if asked.areas and _called(ground, a.called, said)]
    if numbered := [a for a in ground.plan.areas if [fold(a.code)] == said and (asked.areas or asked.groups)]:
        groups, areas = [], numbered
    return Others((), tuple(areas), tuple(groups)) if len(areas) + len(groups) == 1 else Others()


def _called(ground: Ground, names: Sequence[str], said: Sequence[str]) -> bool:
    return any(set(ground.index.words(name)).issuperset(said) for name in names)


def _said_anew(ground: Ground, q: Question, before: Topic) -> str:
    """The question before with what is said to be other, or ""."""
    others = {w for w in q.words if not w.isdigit()} - CARRIED_OVER
    if q.years and (not others or others.issubset(ground.understanding.words(before.said))):
        return _of_year(ground, q, before)
    if q.quarter and CARRIED_OVER.union(QUARTER, _numerals(q)).issuperset(q.words):
        return _of_quarter(q, before.said)
    if before.facet not in _TALLIES or q.hard or q.units or q.areas or q.groups:
        return ""
    if counts(q) and q.things == {"task"}:
        return before.said
    bare = COMPARING_WORDS.union(q.asking, OF_OTHERS).issuperset(q.words) and not q.things
    if before.facet == "most" and bare and (q.has("compare", "more") or q.says(*MORE_THAN)):
        return f"{before.said} {BY_HOW_MUCH}"
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
    things = q.things if q.has("most", "least") else q.things - {"group", "area"}
    return replace(q, groups=groups, areas=areas, things=things)
