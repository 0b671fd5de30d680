"""Routes for what is pointed at in the answer before: "việc thứ 2", "cái cuối cùng", "hạn của chúng khi nào"."""

from __future__ import annotations

from dataclasses import replace

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.following import again
from knowledge.answers.ground import TASK_FACETS, Ground, facet_of, list_of
from knowledge.answers.lists import list_or_count
from knowledge.lexicon.things import POINTED
from knowledge.questions import Question
from knowledge.questions.several import counts, lists

SHOWN_WHOLE = 3
"""So many tasks of a list before are shown whole when a cell of them is asked for; of more, a line each."""


def pointed(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """One of the records before by its place among them, or a cell of all of them."""
    if q.units or q.codes or q.groups or q.documents or q.foreign or q.body:
        return None
    if q.ordinal and "area" in q.things and not ground.beyond_areas(q):
        return _area_numbered(ground, q)
    if q.areas or ground.beyond_areas(q) or q.things & {"solution", "viewpoint", "objective"}:
        return None
    offered = before.candidates if before.facet not in ("list", "count") and not before.record else ()
    shown = before.listed if before.facet in ("list", "count") else offered
    if q.ordinal and before.record in before.listed:
        shown = before.listed
    if not shown:
        return None
    if q.ordinal and q.says(*POINTED):
        at = q.ordinal if q.ordinal > 0 else len(shown)
        if at > len(shown):
            return None
        return again(ground, q, replace(before, record=""), shown[at - 1])
    if q.years or q.ordinal or counts(q) or lists(q):
        return None
    facet = facet_of(q)
    if offered and (facet in TASK_FACETS or q.has("value")):
        return Answer("clarify", facet, candidates=offered)
    tasks = [ground.tasks[code] for code in shown if code in ground.tasks]
    if facet not in TASK_FACETS or not tasks or offered:
        return None
    if len(tasks) <= SHOWN_WHOLE:
        return ground.about_task(q, tasks, 1.0, facet)
    return replace(list_of(shown, "task"), facts={"cell": facet})


def _area_numbered(ground: Ground, q: Question) -> Answer | None:
    """ "Lĩnh vực thứ 3 có mấy việc": the tasks of the area that is printed third."""
    areas = ground.plan.areas
    at = q.ordinal if q.ordinal > 0 else len(areas)
    if at > len(areas):
        return None
    things = (q.things - {"area"}) | {"task"}
    return list_or_count(ground, replace(q, areas=(areas[at - 1],), things=things, asks=q.asks | {"show"}), Topic())
