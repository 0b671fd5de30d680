"""Routes for what is pointed at in the answer before: "việc thứ 2", "cái cuối cùng", "hạn của chúng khi nào"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.answers.amounts import of_value
from knowledge.answers.answer import Answer, Topic
from knowledge.answers.figures import compared
from knowledge.answers.following import again
from knowledge.answers.ground import TASK_FACETS, Ground, facet_of, list_of
from knowledge.answers.lists import list_or_count
from knowledge.answers.narrowed import wider
from knowledge.lexicon.numbers import NUMBER_WORDS
from knowledge.lexicon.pointing import (
    ABOUT_THIS,
    AGAIN,
    AT_AN_END,
    COMPARE_THEM,
    COMPARING_WORDS,
    COUNTERS,
    EACH_OTHER,
    EARLIER,
    ENDS,
    FIRST_ONES,
    LINES,
    LOWER,
    NAMING,
    NONE_SUCH,
    OF_SAME_UNIT,
    OF_TABLE,
    OF_TABLE_WORDS,
    OF_WHOLE_PLAN,
    REST,
    SAME_UNIT,
    SEVERAL_OF_THEM,
    THESE_SEVERAL,
    TOGETHER,
    WHICH_FIRST,
    WHICH_MORE,
)
from knowledge.lexicon.questions import words_of
from knowledge.questions import Question
from knowledge.questions.pointed import all_of_them, by_place, number_alone, places
from knowledge.questions.several import counts, lists

FEW_NAMING = 10
"""Words of a message that names one of those told."""
FEW = 6
"""Words of a message that asks for those which a list leaves out."""
_PAIR = 2
_LISTED = ("list", "count")
SHOWN_WHOLE = 3
"""So many tasks of a list before are shown whole when a cell of them is asked for; of more, a line each."""


def nth(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Việc thứ 2" right after a list is the second of it, also where one row of the plan bears that number; "nhiệm vụ
    số 2" is that row."""
    if row := _of_the_table(ground, q):
        return row
    if q.strange:
        return None  # "I.9" is no ninth of a list.
    several = before.listed or before.candidates or before.papers or before.together
    if not several and not (before.record and number_alone(q)):
        return (pointed(ground, q, before) if len(before.told) > 1 and by_place(q) else None) or _of_no_list(q)
    if not (before.listed or before.candidates or before.together):
        return None
    named = {str(at) for at in places(q)}
    numbered = all(code.rpartition(".")[2] in named for code in (*q.codes, *q.candidates))
    if not numbered or not by_place(q):
        return None
    return pointed(ground, replace(q, codes=(), candidates=(), targets=()), before)


def pointed(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """One of the records before by its place among them, or a cell of all of them."""
    if q.units or q.codes or q.groups or q.documents or q.foreign or q.body:
        return None
    if q.says(*WHICH_FIRST) and (first := _first_of(ground, q, before)):
        return first
    if (before.together or before.told) and (told := _told_together(ground, q, before)):
        return told
    if q.percents and len(before.together) > 1 and (told := _of_value(ground, q, before)):
        return told
    if q.says(*SAME_UNIT) and OF_SAME_UNIT.issuperset(q.hard):
        return _cells(ground, q, before.listed if before.facet in _LISTED else before.told[-_PAIR:], "lead")
    if before.listed and q.says(*REST):
        return _rest(ground, q, before)
    if before.listed and len(q.words) <= FEW and any(q.words[-len(said) :] == said for said in NONE_SUCH):
        return _none_such(ground, q, before)
    if q.ordinal and "area" in q.things and not ground.beyond_areas(q):
        return _area_numbered(ground, q)
    if len(before.told) > 1 and (earlier := _told_earlier(ground, q, before)):
        return earlier
    several = before.told if len(before.told) > 1 and q.things <= {"task"} and not q.says(*OF_WHOLE_PLAN) else ()
    if not (before.listed or before.candidates or before.together or several):
        return None
    at = places(q)
    beyond = [w for w in ground.beyond_areas(q) if not at or w not in NAMING]
    if q.areas or beyond or q.things & {"solution", "viewpoint", "objective"}:
        return None
    chosen = before.record and not (at and before.record in before.candidates)
    offered = before.candidates if before.facet not in ("list", "count") and not chosen else ()
    listed = before.facet in _LISTED or (before.facet == "section" and at and not before.record)
    shown = before.listed if listed or (at and before.record in before.listed) else offered
    shown = shown or ((several if len(before.together) < _PAIR else ()) or before.together if at else ())
    if not shown or _of_other_things(q, before):
        return None
    if at:
        return _at_places(ground, q, before, shown, at)
    if offered and TOGETHER in q.said and not q.hard and not (counts(q) or lists(q)):
        facet = facet_of(q) if facet_of(q) in TASK_FACETS else before.facet
        return _cells(ground, q, offered, facet) or list_of(offered, "target")
    if offered and q.says(*ABOUT_THIS) and (counts(q) or lists(q)):
        return list_of(offered, "task" if offered[0] in ground.tasks else "target")
    if q.years or q.ordinal or (not all_of_them(q) and (counts(q) or lists(q))):
        return None
    facet = facet_of(q)
    if offered and (facet in TASK_FACETS or q.has("value")):
        return Answer("clarify", facet, candidates=offered)
    if facet not in TASK_FACETS or offered:
        return None
    return _cells(ground, q, shown, facet)


def _of_the_table(ground: Ground, q: Question) -> Answer | None:
    """ "Nhiệm vụ cuối cùng của bảng phụ lục", "việc đầu tiên của lĩnh vực II": by its place among the plan's own."""
    named = not ENDS.keys().isdisjoint(q.said) and (q.areas or q.groups or q.says(*OF_TABLE))
    if not named or q.codes or q.candidates or q.units or q.years or q.foreign:
        return None
    found = AT_AN_END.search(" ".join(q.words))
    if found is None or not {*found[0].split(), *OF_TABLE_WORDS}.issuperset(ground.beyond_areas(q)):
        return None
    tasks = ground.task_selector.within(q).records
    return ground.about_task(q, [tasks[0 if found["end"] in FIRST_ONES else -1]], 1.0) if tasks else None


def _of_no_list(q: Question) -> Answer | None:
    """ "Cái đầu tiên ai chủ trì", where nothing was listed."""
    if not by_place(q) or q.things - {"task", "unit"} or q.codes or q.candidates or q.units or q.areas or q.years:
        return None
    if not NAMING.union(map(str, places(q))).issuperset(q.hard):
        return None
    return Answer("none", facet_of(q), facts={"shown": "0"})


def _rest(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Ba việc còn lại làm từ năm nào": those of the list that were not among the ones told last."""
    of_list = (before.record in before.listed or before.told) and len(before.listed) > 1
    told = {before.record, *before.together, *before.told} if of_list else set(before.listed)
    rest = [code for code in (before.listed if of_list else _whole(ground, before)) if code not in told]
    if not rest or set(q.hard) - q.asking - set(map(str, range(10))) or q.areas or q.groups or q.years:
        return None
    if _number(w for w, after in pairwise(q.words) if after in COUNTERS) not in (0, len(rest)):
        return None
    return _cells(ground, q, rest, facet_of(q)) or list_of(rest, before.thing or "task")


def _none_such(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Việc nào không có" after "việc nào có Bưu điện cùng làm": the others of the longer list, or of all tasks where
    those listed met one condition alone."""
    if q.units or q.areas or q.groups or q.years or set(q.hard) - q.asking:
        return None
    rest = [code for code in _whole(ground, before) if code not in before.listed]
    return list_of(rest, before.thing or "task") if rest else ground.none(q)


def _whole(ground: Ground, before: Topic) -> tuple[str, ...]:
    """The longer list of which those listed are some; all tasks where those met one condition alone."""
    of_all = before.thing == "task" and len(before.filters) == 1
    return before.whole or wider(ground, before) or (tuple(t.code for t in ground.plan.tasks) if of_all else ())


def _number(words: Iterable[str]) -> int:
    """The first number among words, 0 for none: "ba (việc còn lại)", "cả 2"."""
    return next((n for w in words if (n := int(w) if w.isdigit() else NUMBER_WORDS.get(w, 0))), 0)


def _told_together(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Hai việc đó ai chủ trì" after one answer about two tasks, or two about one each; "cái nào cao hơn" of two
    targets."""
    these = THESE_SEVERAL.search(" ".join(q.words))
    number = _number(these[0].split()) if these else 0
    facet, told = facet_of(q), before.together if len(before.together) > 1 else before.told[-(number or _PAIR) :]
    targets = [target for code in told if (target := ground.plan.target(code))]
    if len(targets) == len(told) > 1 and _compares(q):
        ordered = sorted(targets, key=lambda t: t.value or 0.0, reverse=not q.says(*LOWER))
        series = {target.series or target.code for target in targets}
        return replace(compared(targets if len(series) == 1 else ordered), assumed=before.record)
    tasks = [code for code in told if code in ground.tasks]
    if len(tasks) < 2 or facet not in TASK_FACETS or q.areas or q.years or counts(q):
        return None
    if these is None or {w for w in q.hard if not w.isdigit()} - q.asking:
        return None
    if number not in (0, len(tasks)):
        return None
    return _cells(ground, q, tasks, facet)


def _of_value(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Thế 50% là kỹ năng gì": the one of the targets told together that has the value."""
    together = [target for code in before.together if (target := ground.plan.target(code))]
    found = of_value(q, together)[1]
    said = {w for w in q.hard if not w.isdigit()} - q.asking
    if len(found) != 1 or not ground.printed(found[0].code).issuperset(said) or q.units or q.areas or q.years:
        return None
    return Answer("answer", "value", records=(found[0].code,), thing="target", assumed=found[0].code)


def _compares(q: Question) -> bool:
    """Whether nothing but a comparison of those told is asked for."""
    hard = {w for w in q.hard if not w.isdigit()}
    if q.units or q.areas or q.years or not COMPARING_WORDS.union(q.asking, SEVERAL_OF_THEM).issuperset(hard):
        return False
    of_both = THESE_SEVERAL.search(" ".join(q.words)) is not None or q.says(*EACH_OTHER)
    return q.says(*WHICH_MORE) or (of_both and q.says(*COMPARE_THEM))


def _told_earlier(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Còn cái định danh lúc đầu": the one of those told before the last that has these words."""
    first = next((w for w in q.words if w not in AGAIN), "")
    if len(q.words) > FEW_NAMING or q.years or q.areas or not (first in LINES or q.says(*EARLIER)):
        return None
    said = set(q.hard) - q.asking - (words_of(EARLIER) if q.says(*EARLIER) else set())
    found = [code for code in before.told if said and ground.printed(code).issuperset(said)]
    if not said and not q.things and q.says(*EARLIER):
        at_first = any(not FIRST_ONES.isdisjoint(words) for words in EARLIER if q.says(words))
        found = [before.told[0] if at_first else before.told[-_PAIR]]
    return again(ground, q, before, found[0]) if len(found) == 1 and found[0] != before.record else None


def _first_of(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Cái nào sớm hơn": the deadlines of those that were offered or listed."""
    shown = before.listed if before.facet in ("list", "count") else before.candidates
    words = {w for said in WHICH_FIRST for w in said}
    return _cells(ground, q, shown, "deadline") if len(shown) > 1 and words.issuperset(q.hard) else None


def _at_places(
    ground: Ground, q: Question, before: Topic, shown: Sequence[str], places_named: Sequence[int]
) -> Answer | None:
    """The records at the places named; that there are not so many, where a place is beyond the last."""
    numbers = {str(at) for at in places_named}
    if max(map(abs, places_named)) > len(shown) and (citing := ground.papers.citing(numbers, shown)):
        return again(ground, q, before, citing[0]) if len(citing) == 1 else None  # "Cái 62": by its decree
    if max(map(abs, places_named)) > len(shown):
        return Answer("none", facet_of(q), facts={"shown": str(len(shown))}) if before.listed else None
    codes = [shown[at - 1 if at > 0 else at] for at in places_named if at]
    if not codes:
        return None
    if len(codes) == 1:
        return again(ground, q, replace(before, record=""), codes[0])
    return _cells(ground, q, codes, facet_of(q)) or list_of(codes, before.thing or "task")


def _cells(ground: Ground, q: Question, shown: Sequence[str], facet: str) -> Answer | None:
    """A cell of several tasks: in full of few, else a line each; None where they are no tasks."""
    tasks = [ground.tasks[code] for code in dict.fromkeys(shown) if code in ground.tasks]
    if not tasks:
        return None
    if len(tasks) <= SHOWN_WHOLE:
        assumed = tasks[0].code if len(tasks) == 1 else ""
        return replace(ground.about_task(q, tasks, 1.0, facet), assumed=assumed)
    listed = list_of([task.code for task in tasks], "task")
    return replace(listed, facts={"cell": facet}) if facet in TASK_FACETS else listed


def _of_other_things(q: Question, before: Topic) -> bool:
    """Whether targets are spoken of where tasks were listed; "việc" may be anything that was."""
    return before.thing == "task" and "target" in q.things and "task" not in q.things


def _area_numbered(ground: Ground, q: Question) -> Answer | None:
    """ "Lĩnh vực thứ 3 có mấy việc": the tasks of the area that is printed third."""
    areas = ground.plan.areas
    at = q.ordinal if q.ordinal > 0 else len(areas)
    if at > len(areas):
        return None
    things = (q.things - {"area"}) | {"task"}
    return list_or_count(ground, replace(q, areas=(areas[at - 1],), things=things, asks=q.asks | {"show"}), Topic())
