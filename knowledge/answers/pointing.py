"""Routes for what is pointed at in the answer before: "việc thứ 2", "cái cuối cùng", "hạn của chúng khi nào"."""

from __future__ import annotations

from dataclasses import replace

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.following import Following
from knowledge.answers.ground import TASK_FACETS
from knowledge.lexicon.asking import POINTED
from knowledge.questions import Question
from knowledge.questions.several import counts, lists

SHOWN_WHOLE = 3
"""So many tasks of a list before are shown whole when a cell of them is asked for; of more, a line each."""


class Pointing(Following):
    """What a question means of the records that were listed, or offered, before it."""

    def _pointed(self, q: Question, before: Topic) -> Answer | None:
        """One of the records before by its place among them, or a cell of all of them."""
        if q.units or q.codes or q.groups or q.documents or q.foreign or q.body:
            return None
        if q.ordinal and "area" in q.things and not self._beyond_areas(q):
            return self._area_numbered(q)
        if q.areas or self._beyond_areas(q) or q.things & {"solution", "viewpoint", "objective"}:
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
            return self._again(q, replace(before, record=""), shown[at - 1])
        if q.years or q.ordinal or counts(q) or lists(q):
            return None
        facet = self._facet(q)
        if offered and (facet in TASK_FACETS or q.has("value")):
            return Answer("clarify", facet, candidates=offered)
        tasks = [self._task(code) for code in shown if code in self._tasks]
        if facet not in TASK_FACETS or not tasks or offered:
            return None
        if len(tasks) <= SHOWN_WHOLE:
            return self._about_task(q, tasks, 1.0, facet)
        return replace(self._listed(shown, "task"), facts={"cell": facet})

    def _area_numbered(self, q: Question) -> Answer | None:
        """ "Lĩnh vực thứ 3 có mấy việc": the tasks of the area that is printed third."""
        areas = self.plan.areas
        at = q.ordinal if q.ordinal > 0 else len(areas)
        if at > len(areas):
            return None
        things = (q.things - {"area"}) | {"task"}
        return self._list_or_count(replace(q, areas=(areas[at - 1],), things=things, asks=q.asks | {"show"}), Topic())
