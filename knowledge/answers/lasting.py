"""Route for how long something may take: "trong mấy ngày", of work whose deadline is a while after something else."""

from __future__ import annotations

from knowledge.answers.answer import Answer, Topic
from knowledge.answers.choosing import FLOOR
from knowledge.answers.ground import Ground
from knowledge.lexicon.amounts import HOW_LONG
from knowledge.lexicon.cells import LASTS
from knowledge.questions import Question

_NEAR = 0.12
"""The task that says it may fit by so much less than the record that fits best."""


def how_long(ground: Ground, q: Question, before: Topic) -> Answer | None:
    """ "Phân tích sự cố trong mấy ngày": the deadline of the task, where that is so many days; None where the record
    that fits best says it itself and is no task."""
    if not (q.has("duration") and q.says(*HOW_LONG)) or q.foreign or q.codes or q.has("lead", "cooperation", "product"):
        return None
    found = ground.index.search(q.variants, ("task", "target", "passage"))
    for match in found:
        if match.sure < FLOOR or match.score < found[0].score - _NEAR:
            return None
        task = ground.plan.task(match.entry.code)
        if task is not None and LASTS.search(task.deadline):
            return ground.about_task(q, [task], match.sure, "deadline")
        if LASTS.search(" ".join(ground.texts_of(match.entry.code))):
            return None
    return None
