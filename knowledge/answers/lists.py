"""Routes for lists and counts: records that meet all conditions of a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.ground import NAMED, Ground, hard_beyond, list_of
from knowledge.answers.months import months_of
from knowledge.answers.selecting_targets import OF_TABLE, OF_YEAR, rows_of
from knowledge.lexicon.asking import HOW
from knowledge.lexicon.conditions import IS_DONE, OF_WAITING, SAID_OF_TIMES
from knowledge.lexicon.plan_parts import ANNEX
from knowledge.lexicon.several import HOW_MANY_POINTS
from knowledge.lexicon.standing_asked import PROGRESS_REPORT
from knowledge.lexicon.taking_part import BODIES, DOES, LEAD, OFFICE, WHICH_UNIT
from knowledge.lexicon.targets import LED_BY
from knowledge.lexicon.things import (
    COUNTED,
    GROUPS_OF_TASKS,
    HOW_MANY_PARTS,
    HOW_MANY_ROWS,
    NO_ROWS,
    OF_BASES,
    OF_REFORM,
    PRODUCT,
    PRODUCTS,
    REACHED,
    SAID_OF_PLACES,
)
from knowledge.model import Task
from knowledge.questions import Question, find
from knowledge.questions.several import counts, counts_barely, is_counted, is_plural, lists, lists_shares
from knowledge.texts import text_of

_CELLS = frozenset({"lead", "cooperation", "product", "deadline", "value", "compare", "again"})
_TIMED = "deadline"
"""The filter of when tasks are due."""
_OF_TIMES = frozenset({"deadline", "waiting", "except"})
"""What a message asks that only names tasks by when they are due: "việc hạn 2022"."""
_OF_WAITING = frozenset({"again", "count", *_OF_TIMES})
"""The same where nothing is counted: "so" may be of "chính quyền số"."""
_OF_CELLS = frozenset({"deadline", "product"})
"""Cells that are told of all tasks of an area."""
_PARTS = ("solution", "viewpoint")
"""Parts of the running text that are counted."""
FEW, FEW_TIMED = 8, 12
"""Words of a message that only names something; the second with when it is due."""


class Wanted(NamedTuple):
    """A list or a count that is asked for. `counting`: it is asked how many; `sure`: nothing but a list could be
    meant."""

    q: Question
    counting: bool
    sure: bool

    @property
    def facet(self) -> str:
        """ "count", or "list" where the things themselves are to be shown."""
        return "count" if self.counting and not self.q.has("show") else "list"


def list_or_count(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """The things that are asked for, or how many they are; None where one record is meant."""
    wanted = _wanted(ground, q)
    if wanted is None or (q.asks_share and not lists_shares(q)):
        return None
    if q.foreign or _of_unknown_unit(q) or _of_a_stranger(ground, q) or (q.units and q.has("contact", "web")):
        return Answer("none", "list", candidates=())
    first = (_reported, _areas_of_units, _groups, _parts)
    of_targets = "target" in wanted.q.things
    last = (_target_list,) if of_targets else (_task_list, _all_areas, _bases)
    return next(filter(None, (listed(ground, wanted) for listed in (*first, *last))), None)


def only_named(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Phòng KHTC", "nhóm VI.2", "chỉ tiêu 2030": a message that names a unit, a part of the annex or a kind of thing
    and asks nothing is about what there is of it."""
    named = q.units or q.areas or q.groups or q.things & {"task", "target"}
    another = q.codes or q.candidates or q.targets or q.documents or q.percents or q.ordinal or q.foreign or q.body
    asked = q.asks if counts(q) else q.asks - {"count"}
    if not named or another or (asked - {"again"} - _OF_TIMES and not (asked <= _OF_WAITING and not counts(q))):
        return None
    timed = "task" in q.things and ground.task_selector.is_timed(q)
    said = q.content if q.units and "target" in q.things else q.words  # the name of a unit may be long
    if (q.asks & _OF_TIMES and not timed) or len(said) > (FEW_TIMED if timed else FEW):
        return None
    of_times = SAID_OF_TIMES.union(OF_WAITING) if timed else SAID_OF_TIMES
    if any(w not in of_times for w in ground.beyond_areas(q)):
        return None
    things = q.things if q.things & {"task", "target"} else q.things | {"task"}
    return list_or_count(ground, replace(q, asks=q.asks | {"list", "show"}, things=things), before)


def _wanted(ground: Ground, q: Question) -> Wanted | None:
    if not (q.things or q.units or q.areas or q.groups or q.has("list", "show", "count", "product") or q.says(ANNEX)):
        return None
    rows = _asks_rows(q)
    beyond = ground.beyond_areas(q)
    rest = bool(beyond)
    products = not rows and _asks_products(q, rest=rest)
    due = _asks_what_is_due(ground, q)
    bare = not rest and counts_barely(q)
    of_annex = bool(q.areas) and not rest and q.says(ANNEX) and q.has("list", "show") and not q.things & COUNTED
    if q.says(ANNEX) and q.says(*HOW_MANY_PARTS) and not (q.areas or q.groups or q.things):
        return Wanted(replace(q, things=frozenset({"area"})), counting=True, sure=True)
    reached = not due and _asks_what_is_reached(ground, q)
    if rows or products or due or bare or of_annex or reached:
        q = replace(q, things=q.things | {"target" if reached else "task"})
    points = not q.things.isdisjoint(_PARTS) and q.says(*HOW_MANY_POINTS)
    counting = rows or points or bare or (q.has("count") and counts(q))
    sure = counting or due or reached or of_annex or _asks_what_units_do(q, rest=rest) or _asks_tasks_of(q, rest=rest)
    sure = sure or (not rest and _asks_targets_of(q))
    listing = products or ((lists(q) or q.has("show")) and not COUNTED.isdisjoint(q.things))
    return Wanted(q, counting, sure) if sure or listing else None


def _reported(ground: Ground, wanted: Wanted) -> Answer | None:
    """ "Tiến độ các việc của Văn phòng": answered from what was reported."""
    q = wanted.q
    if not q.has("progress") or q.has("deadline") or q.says(PROGRESS_REPORT):
        return None
    chosen = ground.task_selector.select(q)
    if chosen.rest:
        return None
    codes = tuple(t.code for t in chosen.records)
    return Answer("answer", "progress", records=codes, thing="task", filters=chosen.filters)


def _areas_of_units(ground: Ground, wanted: Wanted) -> Answer | None:
    """ "Văn phòng phụ trách những lĩnh vực nào": those of its tasks."""
    q = wanted.q
    if "area" not in q.things or "task" in q.things or not q.units or q.areas or ground.beyond_areas(q):
        return None
    chosen = ground.task_selector.select(q)
    of_them = {t.area for t in chosen.records}
    areas = tuple(a.code for a in ground.plan.areas if a.code in of_them)
    return Answer("answer", wanted.facet, areas, thing="area", count=len(areas), filters=chosen.filters)


def _groups(ground: Ground, wanted: Wanted) -> Answer | None:
    """ "Có mấy nhóm nhiệm vụ": those of the areas named, or all."""
    q = wanted.q
    meant = ("group" in q.things and "task" not in q.things) or q.says(*GROUPS_OF_TASKS)
    if not meant or q.groups or not (wanted.counting or (q.has("list") and not ground.beyond_areas(q))):
        return None
    areas = {a.code for a in q.areas}
    if not ground.plan.groups:
        return _all_areas(ground, wanted._replace(q=replace(q, things=q.things | {"area"})))
    groups = tuple(g.code for g in ground.plan.groups if not areas or g.area in areas)
    return Answer("answer", wanted.facet, groups, thing="group", count=len(groups)) if groups else None


def _parts(ground: Ground, wanted: Wanted) -> Answer | None:
    """ "Có bao nhiêu giải pháp"."""
    thing = next((thing for thing in _PARTS if thing in wanted.q.things), "")
    own = _words_of_part(ground, thing, wanted.q) if thing else set()
    if not thing or wanted.q.ordinal or wanted.q.has("cooperation") or hard_beyond(wanted.q, own):
        return None
    codes = tuple(p.code for p in ground.of_kind(thing))
    return Answer("answer", wanted.facet, codes, thing=thing, count=len(codes))


def _words_of_part(ground: Ground, thing: str, q: Question) -> set[str]:
    """What may be said of a part of the running text that is counted: its names, where it stands, the plan's title."""
    names = {w for said in ground.lexicon.things[thing] for w in said}
    places = {w for p in ground.of_kind(thing) for w in ground.index.words(p.place.split(",")[0])}
    return {*names, *places, *ground.index.words(ground.plan.title), *q.counted, *q.asking, *SAID_OF_PLACES}


def _target_list(ground: Ground, wanted: Wanted) -> Answer | None:
    q = wanted.q
    if q.units and "lead" in ground.cells_of_targets and not q.has("cooperation", "product"):
        return _targets_of_units(ground, wanted)
    if "basis" in q.things or q.has("lead", "cooperation", "product"):
        return None
    if q.has("value") and not (wanted.sure or q.has("show") or lists_shares(q)):
        return None
    chosen = ground.target_selector.select(q)
    if chosen.rest or not chosen.records:
        return ground.none(q) if chosen.filters.keys() & {OF_TABLE, OF_YEAR} and not chosen.records else None
    codes = tuple(t.code for t in chosen.records)
    count = rows_of(chosen.records) if wanted.counting and chosen.filters.keys() & {"annex", OF_TABLE} else len(codes)
    return Answer("answer", wanted.facet, codes, thing="target", count=count, filters=chosen.filters)


def _targets_of_units(ground: Ground, wanted: Wanted) -> Answer | None:
    """ "Chỉ tiêu nào do Bộ Y tế chủ trì", where the table of targets says who does."""
    q = wanted.q
    chosen = ground.target_selector.select(replace(q, units=()))
    names = [unit.name for unit in q.units]
    led = [t for t in chosen.records if any(n.startswith(LED_BY) and any(u in n for u in names) for n in t.notes)]
    if chosen.rest or not led:
        return None
    filters = {**chosen.filters, "lead": "; ".join(names)}
    return Answer("answer", wanted.facet, tuple(t.code for t in led), thing="target", count=len(led), filters=filters)


def _task_list(ground: Ground, wanted: Wanted) -> Answer | None:
    q = wanted.q
    of_cells = wanted.sure and bool(q.areas) and bool(q.asks & _OF_CELLS)
    if "task" not in q.things and not q.units and not q.groups and not of_cells:
        return None
    chosen = ground.task_selector.select(q)
    if chosen.rest and "task" in q.things and (others := _of_other_units(ground, q)):
        return others
    if chosen.rest or (not chosen.filters and hard_beyond(q, tuple(ground.index.soft))):
        return ground.none(q) if chosen.filters and len(chosen.rest) == 1 and wanted.sure else None
    if not chosen.filters and not wanted.sure and not q.has("show"):
        return None
    if chosen.filters.keys() == {"words"} and q.says(HOW):
        return None
    if not chosen.records:
        return _none_such(ground, wanted, chosen.filters)
    found = replace(list_of([t.code for t in chosen.records], "task", chosen.filters), facet=wanted.facet)
    return replace(found, facts={"cell": "product"}) if q.has("product") else found


def _none_such(ground: Ground, wanted: Wanted, filters: dict[str, str]) -> Answer:
    """That no task meets all conditions, with those that meet all but the time."""
    q = wanted.q
    whenever = ground.task_selector.select(replace(q, years=(), quarter=0, days=())) if _TIMED in filters else None
    near = whenever.records if whenever and whenever.filters and not whenever.rest else ()
    return _nothing(filters, near, wanted.facet if not near else "deadline", "task" if "task" in q.things else "")


def _of_other_units(ground: Ground, q: Question) -> Answer | None:
    """That a unit has nothing of what only others have: "KHTC chủ trì mấy việc về biên chế" is not answered with a task
    of another unit."""
    if not q.units or q.has("again", "yes_no", "cooperation") or q.says(*WHICH_UNIT):
        return None
    of_all, of_unit = ground.task_selector.select(replace(q, units=())), ground.task_selector.counted(q)
    if not of_all.records or of_all.rest:
        return None
    return _nothing({**of_unit.filters, **of_all.filters}, of_all.records, "lead", "task")


def _nothing(filters: dict[str, str], near: Sequence[Task], facet: str, thing: str) -> Answer:
    """That nothing meets the conditions; `near`: tasks that meet some, to be named with their cell `facet`."""
    shown = tuple(task.code for task in near[:NAMED])
    return Answer("none", facet, candidates=shown, thing=thing, count=0, filters=filters)


def _all_areas(ground: Ground, wanted: Wanted) -> Answer | None:
    if "area" not in wanted.q.things or hard_beyond(wanted.q, OF_REFORM):
        return None
    areas = tuple(a.code for a in ground.plan.areas)
    return Answer("answer", wanted.facet, areas, thing="area", count=len(areas))


def _bases(ground: Ground, wanted: Wanted) -> Answer | None:
    if "basis" not in wanted.q.things or hard_beyond(wanted.q, OF_BASES):
        return None
    return Answer("answer", wanted.facet, thing="basis", count=len(ground.plan.legal_bases))


def _asks_rows(q: Question) -> bool:
    """ "Lĩnh vực II có mấy mục": of tasks."""
    return bool(q.groups or q.areas) and q.says(*HOW_MANY_ROWS) and not q.says(*NO_ROWS)


def _asks_products(q: Question, *, rest: bool) -> bool:
    """ "Sản phẩm nào là quyết định", "sản phẩm của mảng A": of all tasks that are meant. `rest` as below."""
    at = find(q.words, PRODUCT)
    if at < 0 or not q.has("product", "show") or q.things & {"task", "target"} or q.has("lead", "cooperation"):
        return False
    several = is_plural(q.words, at) or is_counted(q.words, at, len(PRODUCT)) or q.says(*PRODUCTS)
    whole = bool(q.units or q.areas or q.groups)
    return (several and bool(q.hard or whole)) or (whole and not rest)


def _asks_what_units_do(q: Question, *, rest: bool) -> bool:
    """ "Văn phòng chủ trì những gì", but not "Văn phòng phối hợp với đơn vị nào về …". `rest`: whether there are words
    that neither areas nor groups explain."""
    if not q.units or not q.has("list") or not q.has("lead", "cooperation") or q.has("yes_no"):
        return False
    return "task" in q.things or not (rest and q.says(*WHICH_UNIT))


def _asks_tasks_of(q: Question, *, rest: bool) -> bool:
    """ "Nhiệm vụ của Văn phòng về thể chế", "nhóm này gồm gì": no cell of them is asked for. `rest` as above."""
    named = "task" in q.things or (bool(q.units or q.groups) and q.has("list") and not rest)
    if q.asks & _OF_CELLS and (q.areas or q.groups) and not rest and not q.asks & (_CELLS - _OF_CELLS):
        return True  # "Thời hạn mảng tài chính công", "sản phẩm của từng việc lĩnh vực III"
    whose = (q.units and (q.groups or q.areas or not rest)) or ((q.groups or q.areas) and not rest)
    cells = _CELLS - {"deadline"} if q.years or (q.units and q.areas) else _CELLS
    cells = cells - {"again"} if q.units and q.has("list") else cells
    return named and bool(whose) and not q.asks & cells


def _asks_targets_of(q: Question) -> bool:
    """ "Chỉ tiêu 2030 về tài chính công": nothing but the area, and perhaps the year, is named."""
    return "target" in q.things and bool(q.areas) and not q.percents and not q.asks & (_CELLS - {"value"})


def _asks_what_is_due(ground: Ground, q: Question) -> bool:
    """ "Quý III phải nộp gì", "cái nào xong trước 2023": nothing is named but months, or a year by which it is done."""
    if not q.has("list") or q.things or q.asks & (_CELLS - {"deadline", "product"}):
        return False
    if (months := months_of(q)) is not None:
        return set(months.explained).issuperset(ground.beyond_areas(q))
    return bool(q.years) and q.says(*IS_DONE) and SAID_OF_TIMES.issuperset(q.hard) and ground.task_selector.is_timed(q)


def _asks_what_is_reached(ground: Ground, q: Question) -> bool:
    """ "Đến 2030 phải đạt những gì": nothing is named but a year for which targets are set."""
    if not q.has("list") or q.things or q.hard or q.units or q.areas or q.groups:
        return False
    return not set(q.years).isdisjoint(ground.plan.horizons) and q.says(*REACHED)


def _of_a_stranger(ground: Ground, q: Question) -> bool:
    """ "Sở Nội vụ có mấy nhiệm vụ", where no task and no target names that body."""
    if not q.body or q.units or not q.things & {"task", "target"}:
        return False
    name = tuple(q.body.split())
    cells = (f"{text_of(t)} {t.lead_printed} {t.cooperating_printed}" for t in ground.plan.tasks)
    texts = (*cells, *map(text_of, ground.plan.targets))
    return not any(find([str(w) for w in ground.index.words(text)], name) >= 0 for text in texts)


def _of_unknown_unit(q: Question) -> bool:
    """ "Phòng Tổ chức cán bộ chủ trì việc gì", where the plan has no such unit."""
    if q.units or q.areas or q.groups:
        return False
    at = min((at for verb in DOES if (at := find(q.words, verb)) > 0), default=0)
    if "task" in q.things and q.says(*((*OFFICE, *verb) for verb in DOES)):
        return True
    if at and q.words[at - 1] in q.hard and q.words[at : at + 2] == LEAD:
        return True
    doer = q.words[0] in BODIES and q.words[1:2] and q.words[1] in q.hard
    return bool(at and doer and not any(w in q.hard for w in q.words[at:] if w not in q.asking))
