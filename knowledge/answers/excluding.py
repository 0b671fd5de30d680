"""The route for lists and counts from which something is left out: what is asked for, without what is said not to
count. All of a clause after "trừ", "không tính", "không phải" is a question by itself, whose records are taken away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.following import again
from knowledge.answers.ground import Ground, list_of
from knowledge.answers.lists import list_or_count, only_named
from knowledge.answers.narrowing import as_printed
from knowledge.answers.single import single
from knowledge.lexicon import excluding as said
from knowledge.lexicon.asking import WHO
from knowledge.lexicon.taking_part import WHICH_UNIT
from knowledge.model import Target, Task
from knowledge.occurrences import rule_of
from knowledge.questions import Question, find
from knowledge.questions.exclusions import Parted, Stretch, joined, parted, scopes
from knowledge.questions.pointed import by_place, places
from knowledge.questions.several import counts, lists
from knowledge.vietnamese import fold, fold_message

LEFT_OUT = "left_out"
"""The fact of a refusal that tells what could not be left out."""
_LISTED = ("list", "count")
_SURE, _APART = 0.75, 0.05
"""What is left out names the record that has so much of it, where no other is so near."""
_NEGATED = {
    "area": "beyond",
    "group": "beyond",
    "deadline": "not_deadline",
    "words": "not_words",
    "value": "not_value",
    "lead": "except",
    "cooperating": "not_cooperating",
    "taking_part": "without",
}
"""Filters of lists, and those that tell that they are left out."""
_DENIED = {**_NEGATED, "lead": "not_leading"}
"""The same of what must not be so."""
_TOLD = (LEFT_OUT, "not_", *_NEGATED.values(), "alone", "outside")
"""With which the names of filters begin that tell what something is not."""


class _Out(NamedTuple):
    """Records that are left out, and how that is told."""

    codes: frozenset[str]
    filters: Mapping[str, str]


class _Of(NamedTuple):
    """Whether targets or tasks are left out, and what was told before."""

    ground: Ground
    thing: str
    before: Topic


def excluding(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """What is asked for without what is left out; None where nothing is, or one record is asked about."""
    parts = None if said.FIRST.isdisjoint(q.said) or q.foreign else _parted(ground, q)
    if parts is None or any(map(_asks, parts.out)):
        return None
    if q.units and q.has("cooperation") and WHO in q.said:
        # "Ngoài Bưu điện còn ai phối hợp": of the task that is named, or of the one before
        named = ground.understanding.read(parts.kept)
        if named.hard or before.record not in ground.tasks:
            return single(ground, named, before) if named.hard else None
        return again(ground, q, before, before.record)
    kept, out, unclear = parts.kept, [], []
    of = _Of(ground, _thing(ground.understanding.read(kept), before), before)
    for stretch in parts.out:
        found, rest = _left_out(of, stretch)
        kept = f"{kept} {rest}".strip()
        if found:
            out.append(found)
        else:
            unclear.append(stretch)
    asked = ground.understanding.read(kept)
    denied = any(stretch.denied for stretch in parts.out)
    if denied and (any(stretch.denied for stretch in unclear) or _sets_years_apart(q, out)):
        return None
    base = _asked_for(ground, asked, before)
    if base is None:
        return None if denied or not (kept and _is_bare(asked)) else ground.none(q)
    if "words" in base.filters and (base.thing == "task" or denied) and not (lists(q) or counts(q)):
        # Of one record: "người dân không phải nộp lại giấy tờ", "việc tiếp nhận kiến nghị ngoài Bưu điện còn ai"
        return None if denied else single(ground, asked, before)
    return _refused(base, unclear) if unclear else _without(ground, base, out)


def heard(ground: Ground, q: Question, found: Answer) -> Answer:
    """An answer; a refusal instead of a list that tells what is denied as though it had not been said."""
    if found.facet not in _LISTED or found.kind != "answer" or found.thing in ("area", "group"):
        return found
    told = found.filters.items()
    if said.FIRST.isdisjoint(q.said) or any(n.startswith(_TOLD) or said.NEGATED.search(fold(v)) for n, v in told):
        return found
    parts = _parted(ground, q)
    unheard = [s for s in parts.out if not _asks(s) and _says_something(ground, s)] if parts else []
    return _refused(found, unheard) if unheard else found


def _refused(asked: Answer, unclear: Iterable[Stretch]) -> Answer:
    return Answer("none", asked.facet, facts={LEFT_OUT: "; ".join(stretch.text for stretch in unclear)})


# ---- what is said -----------------------------------------------------------------------------------------------


def _parted(ground: Ground, q: Question) -> Parted | None:
    """A question parted into what it asks and what it leaves out."""
    prints, kind = ground.index.prints, partial(_kind, ground)
    parts = parted(q.text, prints, kind)
    if parts is None and not said.FIRST.intersection(q.words) <= set(fold_message(q.text).split()):
        return parted(" ".join(q.words), prints, kind)  # "khoong tinhs …"
    return parts


def _kind(ground: Ground, text: str) -> str:
    """What a text names, where it names nothing else."""
    q = ground.understanding.read(text)
    named = {"unit": q.units, "area": q.areas, "group": q.groups, "year": q.years, "code": (*q.codes, *q.targets)}
    kinds = [kind for kind, found in named.items() if found]
    return kinds[0] if len(kinds) == 1 and kinds != ["year"] and not q.asks else ""


def _thing(kept: Question, before: Topic) -> str:
    """Whether targets or tasks are spoken of."""
    if kept.things & {"target", "task"}:
        return "target" if "target" in kept.things else "task"
    return before.thing if before.thing == "target" and _is_bare(kept) else "task"


def _says_something(ground: Ground, stretch: Stretch) -> bool:
    """Whether a stretch is more than "không ạ", or the years of which targets are set apart."""
    words = ground.understanding.read(stretch.text).words
    return any(w not in said.AROUND and not w.isdigit() for w in words)


def _points(ground: Ground, text: str) -> bool:
    """ "Ngoài việc đó": what was told before."""
    return said.THAT.issuperset(ground.understanding.words(text))


def _asks(stretch: Stretch) -> bool:
    """ "Không tính loại hồ sơ gì" asks what is left out."""
    return said.ASKS.search(said.SOME.sub("", fold(stretch.text))) is not None


def _sets_years_apart(q: Question, out: Iterable[_Out]) -> bool:
    """ "Chỉ tiêu nào có 2025 mà không có 2030": those that are measured in one of the years alone."""
    return len(q.years) > 1 and all(one.filters.keys() == {f"{LEFT_OUT}.horizon"} for one in out)


def _is_named(q: Question) -> bool:
    return bool(q.units or q.areas or q.groups or q.years)


def _is_bare(q: Question) -> bool:
    """Whether nothing is named of which something is asked: "thì còn mấy việc"."""
    return said.AROUND.issuperset(q.words) and not _is_named(q)


# ---- what is left out -----------------------------------------------------------------------------------------------


def _left_out(of: _Of, stretch: Stretch) -> tuple[_Out | None, str]:
    """What a stretch leaves out, and what of it is no part of that; None where it is not clear."""
    read = of.ground.understanding.read
    for text, rest in scopes(stretch):
        if (not rest or _is_named(read(rest))) and (found := _of_text(of, Stretch(text, stretch.denied))):
            return found, rest
    return (None if stretch.denied else _named(of, read(stretch.text))), ""


def _of_text(of: _Of, stretch: Stretch) -> _Out | None:
    """The records that a text names, each of several things that are joined in it."""
    pieces, q = joined(stretch.text, of.ground.index.prints), of.ground.understanding.read(stretch.text)
    if len(q.units) < len(pieces) > max(1, len({*q.areas, *q.groups})):
        found = [one for piece in pieces if (one := _of_piece(of, piece, denied=stretch.denied))]
        if len(found) == len(pieces):
            return _Out(frozenset().union(*(one.codes for one in found)), _joined(one.filters for one in found))
    return _of_piece(of, stretch.text, denied=stretch.denied)


def _joined(several: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Filters together; what is said twice of one is told once."""
    filters: dict[str, str] = {}
    for more in several:
        for name, value in more.items():
            filters[name] = f"{filters[name]}; {value}" if filters.get(name, value) != value else value
    return filters


def _of_piece(of: _Of, text: str, *, denied: bool) -> _Out | None:
    """The records that one thing leaves out: by their codes, by their name, or by all that is said of them."""
    ground, before, plan = of.ground, of.before, of.ground.plan
    q = ground.understanding.read(text)
    if not q.words or q.foreign:
        return None
    told = (before.record,) if before.record else before.listed
    codes = told if _points(ground, text) else _coded(q, before)
    if codes or _points(ground, text):
        return _Out(frozenset(codes), {"except": "; ".join(codes)}) if codes else None
    if not denied and (named := _by_name(of, q)):
        return named
    q = replace(q, things=(q.things - {"task", "target"}) | {of.thing})
    chosen = ground.target_selector.select(q) if of.thing == "target" else ground.task_selector.select(q)
    if not chosen.filters or chosen.rest or not 0 < len(chosen.records) < len(_records(of)):
        return None
    begun: set[str] = set()
    if denied and of.thing == "task" and q.years and q.says(said.BEGINNING):  # "không bắt đầu từ 2021"
        rules = ((task.code, rule_of(task, plan.year)) for task in plan.tasks)
        begun = {code for code, rule in rules if rule.start and rule.start.year == q.years[0]}
    return _Out(frozenset(record.code for record in chosen.records) | begun, _told(chosen.filters, denied=denied))


def _records(of: _Of) -> Sequence[Task | Target]:
    return of.ground.plan.targets if of.thing == "target" else of.ground.plan.tasks


def _coded(q: Question, before: Topic) -> Sequence[str]:
    """The records that are left out by their codes, or by their places in the list before: "bỏ việc thứ hai"."""
    at = places(q) if before.listed and by_place(q) else ()
    if at and all(0 < abs(place) <= len(before.listed) for place in at):
        return [before.listed[place - 1 if place > 0 else place] for place in at]
    return q.codes or q.targets


def _by_name(of: _Of, q: Question) -> _Out | None:
    """The records in whose titles and names what is taken away stands word for word: "hợp nhất Cổng Dịch vụ công"."""
    before = next((at for at, word in enumerate(q.words) if word not in said.BEFORE_NAME), len(q.words))
    named, read = tuple(map(str, q.words[before:])), of.ground.index.words
    if q.papers or _is_named(q) or q.has("product") or not set(named).intersection(q.hard):
        return None
    found = {r.code: name for r in _records(of) for name in _names(r) if find(read(name), named) >= 0}
    told = as_printed(named, named, next(iter(found.values())), read) if found else ""
    return _Out(frozenset(found), {"not_named": told}) if found else None


def _names(record: Task | Target) -> Iterable[str]:
    return (record.title if isinstance(record, Task) else record.metric, *record.names)


def _named(of: _Of, q: Question) -> _Out | None:
    """The one record that a text names in other words."""
    found = of.ground.index.search(q.variants, (of.thing,)) if q.hard and not _is_named(q) else []
    if not found or found[0].coverage < _SURE or (len(found) > 1 and found[1].score > found[0].score - _APART):
        return None
    code = found[0].entry.code
    return _Out(frozenset({code}), {"except": code})


def _told(filters: Mapping[str, str], *, denied: bool) -> Mapping[str, str]:
    """How it is told that what meets these conditions is left out."""
    negated = _DENIED if denied else _NEGATED
    if len(filters) == 1 and negated.keys() >= filters.keys():
        return {negated[name]: value for name, value in filters.items()}
    return {f"{LEFT_OUT}.{name}": value for name, value in filters.items()}


# ---- what is asked for ----------------------------------------------------------------------------------------------


def _asked_for(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """The list, or the number, of what is asked for."""
    several = lists(q) or counts(q)
    if _is_bare(q) and before.listed and before.thing in ("task", "target"):
        listed = list_of(before.listed, before.thing, before.filters)
        return replace(listed, facet="count" if before.facet == "count" or counts(q) else "list")
    of_units = (q.says(*WHICH_UNIT) or WHO in q.said) and not several
    if not q.words or of_units or q.has("most", "least", "more"):
        return None
    found = list_or_count(ground, q, Topic()) or only_named(ground, q, Topic()) or _as_list(ground, q)
    return found if found and found.kind == "answer" and found.facet in _LISTED else None


def _as_list(ground: Ground, q: Question) -> Answer | None:
    """What is only named is a list where some of it is left out: "bưu điện phối hợp ngoài TTHC"."""
    if not _is_named(q) and not q.things & {"task", "target", "area"}:
        return None
    asks = (q.asks - {"product", "deadline", "value", "compare"}) | {"list", "show"}
    kinds = ("target",) if _is_named(q) else ("target", "task", "area")
    thing = next((kind for kind in kinds if kind in q.things), "task")
    return list_or_count(ground, replace(q, asks=asks, things=q.things | {thing}), Topic())


def _without(ground: Ground, base: Answer, out: Sequence[_Out]) -> Answer:
    """What is asked for, without what is left out, and both told."""
    codes = {code for one in out for code in one.codes}
    if base.thing in ("area", "group"):
        tasks = [task for task in ground.plan.tasks if task.code in codes]
        codes = {task.area if base.thing == "area" else task.group or "" for task in tasks}
    filters = _joined((base.filters, *(one.filters for one in out)))
    left = tuple(code for code in base.records if code not in codes)
    if not left:
        return Answer("none", base.facet, thing=base.thing, count=0, filters=filters)
    return replace(base, records=left, count=len(left), filters=filters)
