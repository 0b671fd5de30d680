"""A list is what the messages since it was asked for say of it together: each adds conditions to those before it
("riêng cải cách TTHC mấy việc?", "trong đó việc nào có Bưu điện"), or puts its own in place of those of the same kind
("còn chính quyền số?", "việc nào xong trong 2022")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from knowledge.answers.amounts import extreme
from knowledge.answers.answer import Answer, Topic
from knowledge.answers.ground import Ground, list_of
from knowledge.answers.lists import list_or_count
from knowledge.answers.referring import of_year
from knowledge.answers.selection import Condition
from knowledge.answers.standing_asked import standing_of
from knowledge.lexicon.amounts import HIGHEST, LOWEST
from knowledge.lexicon.numbers import NUMBER_WORDS
from knowledge.lexicon.pointing import (
    ADDED_UP,
    AGAIN,
    CARRIED_OVER,
    JUST_THEM,
    OF_LIST,
    OF_OTHERS,
    OF_WIDENING,
    ONLY,
    TAKEN,
    THAT_PART,
    WHICH_OF_THEM,
    WIDENING,
    WITH,
)
from knowledge.lexicon.questions import words_of
from knowledge.lexicon.targets_of_years import JOINED
from knowledge.questions import Question
from knowledge.questions.pointed import all_of_them
from knowledge.questions.several import counts, is_plural, lists
from knowledge.vietnamese import fold

_SEVERAL = 2
FEW = 12
"""Words of a message that narrows a list."""
MOST_SAID = 5
"""So many messages say together what a list is."""
_NAME = 6
"""Words of a part of a name that alone says which is meant."""
_LISTS = frozenset({"list", "count", "progress"})
_THINGS = frozenset({"task", "target"})
_KINDS = {
    **dict.fromkeys(("area", "group", "beyond", "annex"), "part"),
    **dict.fromkeys(("deadline", "not_deadline", "due", "before", "after", "horizon", "of_year"), "time"),
    **dict.fromkeys(("lead", "all_lead", "not_leading", "taking_part", "together", "without", "except"), "lead"),
    **dict.fromkeys(("cooperating", "outside", "alone"), "cooperation"),
}
"""Filters of one kind, of which a later one takes the place of those before; every other filter is a kind of its
own."""
_CELLS = {"deadline": "time", "lead": "lead", "cooperation": "cooperation"}
"""What is asked of a record, and the kind of condition that says it of a list."""
_AT_AN_END = frozenset({"earliest", "latest"})
_UNITS = frozenset({"lead", "cooperation"})
_OTHER_ASKS = frozenset(
    {"compare", "progress", "overdue", "mention", "money", "contact", "web", "most", "least", "more"}
)
"""What is asked of something else than of which records a list is."""


class Said(NamedTuple):
    """What messages say of a list together. `texts`: the messages; `conditions`: what they say; `listed`: the records
    that were listed, where the messages alone do not say which; `standing`: how they must stand, and by when be due,
    which no plan says."""

    texts: tuple[str, ...] = ()
    conditions: tuple[Condition[Any], ...] = ()
    listed: tuple[str, ...] = ()
    standing: Mapping[str, str] = {}

    def codes(self, ground: Ground, thing: str) -> tuple[str, ...]:
        """The records that meet all of it."""
        records: Sequence[Any] = ground.plan.tasks if thing == "task" else ground.plan.targets
        found = [r.code for r in records if all(condition.meets(r) for condition in self.conditions)]
        return tuple(code for code in found if not self.listed or code in self.listed)

    def filters(self, before: Topic) -> dict[str, str]:
        """The conditions as they are told."""
        told: dict[str, str] = dict(before.filters) if self.listed else {}
        for condition in self.conditions:
            if not condition.name:
                continue
            others = [told[condition.name]] if told.get(condition.name, condition.said) != condition.said else []
            told[condition.name] = JOINED.join((*others, condition.said))
        return told


def narrowed(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """Some of those that were listed or counted, or others in their place."""
    told_whole = before.thing == "task" and len(before.listed) > 1 and before.together == before.listed
    of_list = before.facet in _LISTS or told_whole
    if not (of_list or _is_within(q)):
        return None
    if before.thing in ("area", "group"):
        return _tasks_of_area(ground, q, before)
    if before.thing not in _THINGS or not (before.listed or before.said) or _is_of_something_else(q, before):
        return None
    q = _named_in_part(ground, q, before)
    if not (_is_within(q) or _is_just(q) or _is_which(q) or _is_in_place(q) or _is_with_others(q) or widens(q)):
        return None
    said = _all_said(ground, before)
    now = _with(ground, q, said, before) if said else None
    if said and now:
        return _told(ground, q, before, said, now)
    whole = _is_in_place(q) and not q.years and not (said and before.thing == "target")
    return list_or_count(ground, _as_list(q, before), Topic()) if whole else None


def _as_list(q: Question, before: Topic) -> Question:
    return replace(q, asks=q.asks | {before.facet, *(() if counts(q) else ("show",))}, things=q.things | {before.thing})


def _told(ground: Ground, q: Question, before: Topic, said: Said, now: Said) -> Answer | None:
    codes, filters = now.codes(ground, before.thing), now.filters(before)
    of_list = said.codes(ground, before.thing)
    if codes == of_list and (all_of_them(q) or _is_which(q)):
        return None
    if not codes and not (_is_just(q) or _is_in_place(q)):
        return None  # "Việc nào của TCCB xong trong 2021" after a list without such: of the whole plan
    texts = now.texts if not now.listed and len(now.texts) <= MOST_SAID else ()
    if said.standing:
        return Answer("answer", "progress", codes, thing="task", filters=filters, facts=dict(said.standing), said=texts)
    facet = "count" if counts(q) or (before.facet == "count" and not (lists(q) or q.has("show"))) else "list"
    if not codes:
        return replace(ground.none(q), facet=facet, filters=filters, thing=before.thing, count=0, said=texts)
    return replace(list_of(codes, before.thing, filters), facet=facet, said=texts)


def _all_said(ground: Ground, before: Topic) -> Said | None:
    """What the messages before say of the list; what was listed, where they alone do not say it."""
    said: Said | None = Said()
    standing: dict[str, str] = {}
    for text in before.said:
        plain, facts = standing_of(text)
        standing |= facts
        q = _named_in_part(ground, ground.understanding.read(plain), before)
        said = _with(ground, q, said, before) if said else None
    if said and said.texts and (standing or said.codes(ground, before.thing) == before.listed):
        return said._replace(texts=before.said, standing=standing)
    return Said(listed=before.listed) if before.listed else None


def _with(ground: Ground, q: Question, said: Said, before: Topic) -> Said | None:
    """What is said of a list with one more message; None where that says nothing of it, or more than is understood."""
    if said.texts and (dropped := widens(q)):
        left = tuple(c for c in said.conditions if dropped not in ("all", _kind(c.name)))
        longer = said._replace(texts=(*said.texts, q.text), conditions=left)
        return longer if len(left) < len(said.conditions) and not said.listed else None
    kinds = {_kind(condition.name) for condition in said.conditions}
    if _is_in_place(q) and q.units and "cooperation" in kinds and "lead" not in kinds:
        q = replace(q, asks=q.asks | {"cooperation"})
    selector = ground.task_selector if before.thing == "task" else ground.target_selector
    chosen = selector.select(q)
    conditions: list[Condition[Any]] = [*chosen.conditions]
    bare = all(w.isdigit() or w in CARRIED_OVER for w in q.words)
    if bare and (anew := next(filter(None, (of_year(ground, q, before, text) for text in said.texts)), "")):
        as_before = selector.select(ground.understanding.read(anew)).conditions
        conditions = [c for c in as_before if _kind(c.name) == "time"]  # "xong trong" 2022, where it was 2021
    own = {_kind(condition.name) for condition in conditions}
    if not own and (said.texts or said.listed):
        return None
    if any(q.has(ask) and kind not in own and not (ask in _UNITS and q.units) for ask, kind in _CELLS.items()):
        return None
    if not (ONLY | TAKEN | OF_OTHERS).issuperset(chosen.rest):
        return None
    if before.thing == "target" and not said.texts and any(t.value is None for t in ground.plan.targets):
        valued = all(getattr(record, "value", None) is not None for record in chosen.records)
        conditions += [Condition("", "", lambda t: t.value is not None)] if valued else []
    kept = [c for c in said.conditions if _is_within(q) or _kind(c.name) not in own]
    if _AT_AN_END.intersection(c.said for c in conditions):  # of those that are left
        among = Said(conditions=tuple(kept), listed=said.listed).codes(ground, before.thing)
        conditions = [*ground.task_selector.select(q, among).conditions]
    if said.listed and not _is_within(q) and not own.isdisjoint(map(_kind, before.filters)):
        return None
    return said._replace(texts=(*said.texts, q.text), conditions=(*kept, *conditions))


def _kind(name: str) -> str:
    return _KINDS.get(name, name)


def _is_of_something_else(q: Question, before: Topic) -> bool:
    """Whether a message asks for other things than those listed, or a cell of them."""
    long = len(q.words) > FEW and not q.has("within")
    if long or q.codes or q.candidates or q.targets or q.documents or q.foreign or q.body or q.ordinal:
        return True
    places = {"unit", *(("area", "group") if q.areas or q.groups or q.says(*THAT_PART) or widens(q) else ())}
    if q.things - places - {before.thing} or q.asks & _OTHER_ASKS or q.asks_share:
        return True
    return q.has("product") and not (lists(q) or counts(q))


def _is_within(q: Question) -> bool:
    """ "Trong đó việc nào …", "cái nào …": some of those listed."""
    return q.has("within") or q.says(*WHICH_OF_THEM, *THAT_PART) or all_of_them(q)


def _is_just(q: Question) -> bool:
    """ "Riêng …", "chỉ lấy …", "… thôi", "ở mục … thì mấy"."""
    return q.says(*JUST_THEM, *OF_LIST) or fold(q.words[-1]) in ONLY


def _is_which(q: Question) -> bool:
    """ "Việc nào …": perhaps of those listed, where it begins so and asks for no number."""
    begins = any(thing == "task" and at == 0 for thing, at, _ in q.named)
    return begins and lists(q) and not counts(q) and not is_plural(q.words, 0)


def _is_with_others(q: Question) -> bool:
    """ "Mấy việc có Bưu điện": others, who help with them, are named after what is asked for."""
    if "task" not in q.things or not q.units or not all(u.outside for u in q.units):
        return False
    begins = {fold(name).split()[0] for unit in q.units for name in (unit.name, unit.short, *unit.aliases)}
    task = next(at for thing, at, _ in q.named if thing == "task")
    named = next((at for at, word in enumerate(q.words) if word in begins), 0)
    return named > task or q.words[max(0, named - 1)] == WITH


def widens(q: Question) -> str:
    """The kind of condition that "tổng tất cả các phần" takes away, "all" for "cả phụ lục", or ""."""
    if q.units or q.areas or q.groups or q.years or not OF_WIDENING.union(OF_OTHERS).issuperset(q.words):
        return ""
    return next((kind for kind, said in WIDENING.items() if q.says(*said)), "")


def wider(ground: Ground, before: Topic) -> tuple[str, ...]:
    """The list without what was said of who cooperates, or else without the last that was said beside a unit and a
    part; () where the messages do not say what it is."""
    said = _all_said(ground, before) if before.said else None
    if said is None or said.listed or not said.conditions:
        return ()
    kinds = {c: _kind(c.name) for c in reversed(said.conditions)}
    last = min(kinds, key=lambda c: (kinds[c] != "cooperation", kinds[c] in ("lead", "part")))
    return said._replace(conditions=tuple(c for c in said.conditions if c is not last)).codes(ground, before.thing)


def _is_in_place(q: Question) -> bool:
    """ "Còn chính quyền số?", "TCCB?": another unit, part or time, and nothing else."""
    named = q.units or q.areas or q.groups or q.years or q.quarter
    cells = q.asks & {"product", *_UNITS} - (_UNITS if q.units else set())
    return bool(named) and not cells and (q.words[0] in AGAIN or not q.things & _THINGS)


def _named_in_part(ground: Ground, q: Question, before: Topic) -> Question:
    """ "Nội bộ?", "III?" after a group or an area: of the one of that kind which alone has the words in its name."""
    codes = {fold(a.code) for a in ground.plan.areas}
    said = [w for at, w in enumerate(q.words) if w not in OF_OTHERS or (not at and w in codes)]
    bare = not (q.units or q.areas or q.groups or q.years or q.asks - {"again"} or len(said) > _NAME)
    if not said or not bare:
        return q
    kinds = set(map(_kind, before.filters))
    if kinds & _UNITS and "part" not in kinds:
        units = [u for u in ground.plan.units if not u.collective and _called(ground, (u.name, u.short), said)]
        return replace(q, units=tuple(units), content=(), variants=()) if len(units) == 1 else q
    groups = [g for g in ground.plan.groups if "group" in before.filters and _called(ground, g.called, said)]
    areas = [a for a in ground.plan.areas if "area" in before.filters and _called(ground, a.called, said)]
    if numbered := [a for a in ground.plan.areas if "part" in kinds and [fold(a.code)] == said]:
        groups, areas = [], numbered
    return replace(q, areas=tuple(areas), groups=tuple(groups)) if len(areas) + len(groups) == 1 else q


def _called(ground: Ground, names: Sequence[str], said: Sequence[str]) -> bool:
    return any(set(ground.index.words(name)).issuperset(said) for name in names)


def added_up(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Gộp 2 phòng lại mấy việc", "cả ba phần": the tasks of all units, or parts, that the messages before have
    named."""
    if not before.said or not q.says(*ADDED_UP) or q.units or q.areas or q.groups or q.years:
        return None
    read = [ground.understanding.read(text) for text in before.said]
    units = {u.code: u for message in read for u in message.units}
    areas = {a.code: a for message in read for a in message.areas}
    groups = {g.code: g for message in read for g in message.groups}
    if len(units) >= _SEVERAL:
        areas, groups = {}, {}
    named = len(groups) or len(areas) or len(units)
    several = next((n for w in q.words if (n := int(w) if w.isdigit() else NUMBER_WORDS.get(w, 0))), named)
    if named < _SEVERAL or several != named:
        return None
    asked = replace(
        q,
        units=tuple(units.values()),
        areas=tuple(areas.values()),
        groups=tuple(groups.values()),
        asks=frozenset({"lead"} if units else ()),
        content=(),
        variants=(),
    )
    chosen = ground.task_selector.select(asked)
    return replace(list_of([t.code for t in chosen.records], "task", chosen.filters), facet="count")


def _tasks_of_area(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Riêng thể chế kể ra" after the areas of a unit: its tasks there."""
    if not (q.areas or q.groups or q.units) or not (_is_just(q) or _is_in_place(q)) or _is_of_something_else(q, before):
        return None
    names = before.filters.get("lead", "").split("; ")
    units = q.units or tuple(u for u in ground.plan.units if u.name in names)
    asks = q.asks | {"list", "show"} | ({"lead"} if units else set())
    return list_or_count(ground, replace(q, units=units, asks=asks, things=frozenset({"task"})), Topic())


def extreme_of_them(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Trong đó cái nào thấp nhất": of the targets that were told or listed."""
    told = before.together if len(before.together) >= _SEVERAL else before.listed if before.thing == "target" else ()
    extremes = words_of(HIGHEST, LOWEST).union(q.asking).issuperset(q.hard)
    if not extremes or q.units or q.areas or q.years or not q.says(*WHICH_OF_THEM):
        return None
    found = extreme(q, [t for t in ground.plan.targets if t.code in told])
    return Answer("answer", "value", records=tuple(t.code for t in found), thing="target") if found else None
