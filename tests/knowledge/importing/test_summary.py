"""The counts by which the office sees that a plan came in whole."""

from __future__ import annotations

from knowledge.importing.summary import AreaCount, HorizonCount, summarize
from knowledge.model import Plan


def test_a_plan_is_counted_by_horizon_area_and_kind(small_plan: Plan) -> None:
    counts = summarize(small_plan)
    assert counts.horizons == (HorizonCount(2026, with_value=1, without_value=0),)
    assert counts.areas == (AreaCount("I", "Cải cách thủ tục hành chính", tasks=1),)
    assert (counts.tasks, counts.targets, counts.units, counts.groups) == (1, 1, 3, 0)
    assert counts.passages == (("organization", 1),)
    assert (counts.corrections, counts.notes) == (1, 1)


def test_a_deadline_that_cannot_be_read_is_named_with_its_task(small_plan: Plan) -> None:
    task = small_plan.tasks[0].model_copy(update={"deadline": "ba bốn hôm"})
    counts = summarize(small_plan.model_copy(update={"tasks": (task,)}))
    assert counts.unread_deadlines == (("I.1", "ba bốn hôm"),)
    assert summarize(small_plan).unread_deadlines == ()
