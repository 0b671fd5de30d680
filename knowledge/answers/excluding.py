"""The route for lists and counts from which something is left out: what is asked for, without what is said not to
count. All of a clause after "trừ", "không tính", "không phải" is a question by itself, whose records are taken away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.ground import Ground, list_of
from knowledge.answers.lists import list_or_count, only_named
from knowledge.answers.narrowing import as_printed
from knowledge.lexicon import excluding as said
from knowledge.lexicon.asking import WHO
from knowledge.lexicon.conditions import UNDATED
from knowledge.lexicon.taking_part import ALONE, BUT_COOPERATING, BUT_LEADING, WHICH_UNIT
from knowledge.model import Target, Task
from knowledge.occurrences import rule_of
from knowledge.questions import Question, find
from knowledge.questions.exclusions import Parted, Stretch, joined, parted, scopes
from knowledge.questions.pointed import by_place, places
from knowledge.questions.several import counts, lists
from knowledge.vietnamese import fold, in_step

LEFT_OUT = "left_out"
"""The fact of a refusal that tells what could not be left out."""
_LISTED = ("list", "count")
_CELLS = frozenset({"lead", "cooperation", "product", "deadline", "value", "compare", "except"})
_WITHOUT = ("except", "without", "beyond", "alone", "outside")
_YEARS = frozenset({"left_out.horizon"})
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
_OWN = (*UNDATED, *ALONE, *BUT_COOPERATING, *BUT_LEADING)
"""What is denied in these is a condition of its own: "không có hạn", "không có ai phối hợp"."""


class _Out(NamedTuple):
    """Records that are left out, and how that is told."""

    codes: frozenset[str]
    filters: dict[str, str]


def excluding(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """What is asked for without what is left out; None where nothing is, or one record is asked about."""
    if said.FIRST.isdisjoint(q.words) or q.foreign or q.says(*_OWN):
        return None
    parts = _parted(ground, q)
    if parts is None or any(_asks(stretch) for stretch in parts.out):
        return None
    kept, out, unclear = parts.kept, [], []
    if _is_bare(ground.understanding.read(kept)) and any(_points(ground, stretch) for stretch in parts.out):
        return None  # "Ngoài việc đó còn việc nào nữa": all of its kind are asked for
    thing = _thing(ground.understanding.read(kept), before)
    for stretch in parts.out:
        found, rest = _left_out(ground, stretch, thing, before)
        kept = f"{kept} {rest}".strip()
        if found:
            out.append(found)
        else:
            unclear.append(stretch)
    denied = any(stretch.denied for stretch in parts.out)
    if any(stretch.denied for stretch in unclear) or (denied and not _is_surely_list(q, out)):
        return None
    if thing == "target" and denied and len(q.years) > 1 and all(one.filters.keys() <= _YEARS for one in out):
        return None  # "Chỉ tiêu nào có 2025 mà không có 2030": of what is measured in one of the years alone
    base = _asked_for(ground, kept, before)
    if base is None:
        return None if denied else _names_nothing(ground, kept)
    if unclear:
        return Answer("none", base.facet, facts={LEFT_OUT: "; ".join(stretch.text for stretch in unclear)})
    return _without(ground, base, out)


def _kind(ground: Ground, text: str) -> str:
    """What a text names, where it names nothing else."""
    q = ground.understanding.read(text)
    if q.asks or (q.hard and not _is_named(q)):
        return ""
    return next((kind for kind, named in (("unit", q.units), ("area", q.areas), ("group", q.groups)) if named), "")


def _thing(kept: Question, before: Topic) -> str:
    """Whether targets or tasks are spoken of."""
    if kept.things & {"target", "task"}:
        return "target" if "target" in kept.things else "task"
    return before.thing if before.thing == "target" and _is_bare(kept) else "task"


def _parted(ground: Ground, q: Question) -> Parted | None:
    """A question parted into what it asks and what it leaves out."""
    prints, kind = ground.index.prints, partial(_kind, ground)
    parts = parted(q.text, prints, kind)
    if parts is None and not said.FIRST.intersection(q.words) <= set(fold(q.text).split()):
        return parted(" ".join(q.words), prints, kind)  # "khoong tinhs …"
    return parts


def heard(ground: Ground, q: Question, found: Answer) -> Answer:
    """An answer; a refusal instead of a list that tells what is denied as though it had not been said."""
    listed = found.facet in _LISTED or (found.facet == "record" and "task" in q.things and lists(q))
    if not listed or found.kind != "answer" or found.thing in ("area", "group") or q.says(*_OWN):
        return found
    if said.FIRST.isdisjoint(q.words) or any(_is_negated(*said_so) for said_so in found.filters.items()):
        return found
    parts = _parted(ground, q)
    unheard = [s for s in parts.out if not _asks(s) and _says_something(ground, s)] if parts else []
    return Answer("none", found.facet, facts={LEFT_OUT: "; ".join(s.text for s in unheard)}) if unheard else found


def _is_negated(name: str, value: str) -> bool:
    """Whether a condition tells what something is not."""
    return (
        name.startswith((LEFT_OUT, "not_", *_WITHOUT)) or value == "undated" or bool(said.NEGATED.search(fold(value)))
    )


def _says_something(ground: Ground, stretch: Stretch) -> bool:
    """Whether a stretch is more than "không ạ", or the years of which targets are set apart."""
    q = ground.understanding.read(stretch.text)
    return any(w not in said.AROUND and not w.isdigit() for w in q.words)


def _points(ground: Ground, stretch: Stretch) -> bool:
    """ "Ngoài việc đó": what was told before."""
    return said.THAT.issuperset(ground.understanding.words(stretch.text))


def _asks(stretch: Stretch) -> bool:
    """ "Không tính loại hồ sơ gì" asks what is left out."""
    return said.ASKS.search(said.SOME.sub("", fold(stretch.text))) is not None


def _is_surely_list(q: Question, out: Sequence[_Out]) -> bool:
    """Whether what is said not to be so narrows a list: "việc nào không …"; what one record says may be denied of it:
    "người dân không phải nộp lại giấy tờ"."""
    of_words = any("words" in name for one in out for name in one.filters)
    return not of_words or lists(q) or counts(q)


# ---- what is left out -----------------------------------------------------------------------------------------------


def _left_out(ground: Ground, stretch: Stretch, thing: str, before: Topic) -> tuple[_Out | None, str]:
    """What a stretch leaves out, and what of it is no part of that; None where it is not clear."""
    for text, rest in scopes(stretch):
        if rest and not _is_named(ground.understanding.read(rest)):
            continue
        if found := _of_text(ground, text, thing, before, denied=stretch.denied):
            return found, rest
    q = ground.understanding.read(stretch.text)
    return (None if _is_named(q) or stretch.denied else _named(ground, q, thing)), ""


def _is_named(q: Question) -> bool:
    return bool(q.units or q.areas or q.groups or q.years)


def _of_text(ground: Ground, text: str, thing: str, before: Topic, *, denied: bool) -> _Out | None:
    """The records that a text names, each of several things that are joined in it."""
    pieces = joined(text, ground.index.prints)
    if len(pieces) > 1:
        q = ground.understanding.read(text)
        if len(q.units) < len(pieces) > len({*q.areas, *q.groups}):
            found = [_of_piece(ground, piece, thing, before, denied=denied) for piece in pieces]
            if all(found):
                return _joined([one for one in found if one])
    return _of_piece(ground, text, thing, before, denied=denied)


def _joined(found: Iterable[_Out]) -> _Out:
    codes: set[str] = set()
    filters: dict[str, str] = {}
    for one in found:
        codes |= one.codes
        _add(filters, one.filters)
    return _Out(frozenset(codes), filters)


def _add(filters: dict[str, str], more: dict[str, str]) -> None:
    for name, value in more.items():
        filters[name] = f"{filters[name]}; {value}" if filters.get(name, value) != value else value


def _of_piece(ground: Ground, text: str, thing: str, before: Topic, *, denied: bool) -> _Out | None:
    typed, folded = in_step(text)
    some = said.SOME.match(folded)
    q = ground.understanding.read(typed[some.end() :] if some else typed)
    if not q.words or said.ASKS.search(folded, some.end() if some else 0) or q.foreign:
        return None
    if _points(ground, Stretch(text, denied)):
        told = (before.record,) if before.record else before.listed
        return _Out(frozenset(told), {"except": "; ".join(told)}) if told else None
    if codes := _coded(ground, q, before):
        return _Out(frozenset(codes), {"except": "; ".join(codes)})
    if not denied and (named := _by_name(ground, q, thing)):
        return named
    q = replace(q, things=(q.things - {"task", "target"}) | {thing})
    chosen = ground.target_selector.select(q) if thing == "target" else ground.task_selector.select(q)
    every = ground.plan.targets if thing == "target" else ground.plan.tasks
    if chosen.filters and not chosen.rest and 0 < len(chosen.records) < len(every):
        begun = _begun(ground, q) if denied and thing == "task" else set()
        return _Out(frozenset(record.code for record in chosen.records) | begun, _told(chosen.filters))
    return None


def _begun(ground: Ground, q: Question) -> set[str]:
    """The tasks that begin in the year in which others are said not to: "không bắt đầu từ 2021"."""
    if not (q.years and q.says(said.BEGINNING)):
        return set()
    rules = ((task.code, rule_of(task, ground.plan.year)) for task in ground.plan.tasks)
    return {code for code, rule in rules if rule.start and rule.start.year == q.years[0]}


def _by_name(ground: Ground, q: Question, thing: str) -> _Out | None:
    """The records in whose titles and names what is taken away stands word for word: "hợp nhất Cổng Dịch vụ công"."""
    said_words = list(q.words)
    while said_words and said_words[0] in said.BEFORE_NAME:
        said_words.pop(0)
    if not set(said_words).intersection(q.hard) or _is_named(q) or q.papers or q.has("product"):
        return None
    named = tuple(map(str, said_words))
    records: Sequence[Task | Target] = ground.plan.targets if thing == "target" else ground.plan.tasks
    read = ground.index.words
    found = {r.code: name for r in records for name in _names(r) if find(read(name), named) >= 0}
    if not found:
        return None
    return _Out(frozenset(found), {"not_named": as_printed(named, named, next(iter(found.values())), read)})


def _names(record: Task | Target) -> Iterable[str]:
    return (record.title if isinstance(record, Task) else record.metric, *record.names)


def _coded(ground: Ground, q: Question, before: Topic) -> Sequence[str]:
    """The records that are left out by their codes, or by their places in the list before: "bỏ việc thứ hai"."""
    at = places(q) if before.listed and by_place(q) else ()
    if at and all(0 < abs(place) <= len(before.listed) for place in at):
        return [before.listed[place - 1 if place > 0 else place] for place in at]
    return q.codes or q.targets


def _told(filters: dict[str, str]) -> dict[str, str]:
    """How it is told that what meets these conditions is left out."""
    if len(filters) == 1:
        name, value = next(iter(filters.items()))
        if name in _NEGATED:
            return {_NEGATED[name]: value}
    return {f"{LEFT_OUT}.{name}": value for name, value in filters.items()}


def _named(ground: Ground, q: Question, thing: str) -> _Out | None:
    """The one record that a text names in other words."""
    found = ground.index.search(q.variants, (thing,)) if q.hard else []
    if not found or found[0].coverage < _SURE or (len(found) > 1 and found[1].score > found[0].score - _APART):
        return None
    code = found[0].entry.code
    return _Out(frozenset({code}), {"except": code})


# ---- what is asked for ----------------------------------------------------------------------------------------------


def _is_bare(q: Question) -> bool:
    """Whether nothing is named of which something is asked: "thì còn mấy việc"."""
    return said.AROUND.issuperset(q.words) and not _is_named(q)


def _asked_for(ground: Ground, kept: str, before: Topic) -> Answer | None:
    """The list, or the number, of what is asked for."""
    q = ground.understanding.read(kept)
    if _is_bare(q) and before.listed and before.thing in ("task", "target"):
        listed = list_of(before.listed, before.thing, before.filters)
        counted = before.facet == "count" or counts(q)
        return replace(listed, facet="count" if counted else "list")
    of_units = (q.says(*WHICH_UNIT) or WHO in q.words) and not (lists(q) or counts(q))
    if not q.words or of_units or q.has("most", "least", "more"):
        return None
    found = list_or_count(ground, q, Topic()) or only_named(ground, q, Topic()) or _as_list(ground, q)
    if found is None or found.facet not in _LISTED or found.thing not in ("task", "target", "area", "group"):
        return None
    if found.thing == "task" and "words" in found.filters and not (lists(q) or counts(q)):
        return None  # "Việc tiếp nhận kiến nghị ngoài Bưu điện còn tổng đài nào": of one task
    return found if found.kind == "answer" else None


def _names_nothing(ground: Ground, kept: str) -> Answer | None:
    """A refusal where nothing that the plan knows is asked for: never the record that is left out."""
    q = ground.understanding.read(kept)
    if (
        not kept
        or any(not w.isdigit() for w in q.hard)
        or _is_named(q)
        or q.asks & _CELLS
        or WHO in q.words
        or q.says(*WHICH_UNIT)
    ):
        return None
    return ground.none(q)


def _as_list(ground: Ground, q: Question) -> Answer | None:
    """What is only named is a list where some of it is left out: "bưu điện phối hợp ngoài TTHC"."""
    cells = q.asks & {"product", "deadline", "value", "compare"}
    if not _is_named(q) and not q.things & {"task", "target"}:
        return None
    if cells and not (q.units or q.years) and "target" not in q.things:
        return None
    thing = "target" if "target" in q.things else "task"
    return list_or_count(ground, replace(q, asks=q.asks - cells | {"list", "show"}, things=q.things | {thing}), Topic())


def _without(ground: Ground, base: Answer, out: Sequence[_Out]) -> Answer:
    """What is asked for, without what is left out, and both told."""
    codes = {code for one in out for code in one.codes}
    if base.thing in ("area", "group"):
        tasks = [task for task in ground.plan.tasks if task.code in codes]
        codes = {task.area if base.thing == "area" else task.group or "" for task in tasks}
    filters = dict(base.filters)
    for one in out:
        _add(filters, one.filters)
    left = tuple(code for code in base.records if code not in codes)
    if not left:
        return Answer("none", base.facet, thing=base.thing, count=0, filters=filters)
    return replace(base, records=left, count=len(left), filters=filters)
