"""A plan in memory: found by code, never changed in place."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from knowledge.model import Plan, Task


def test_records_are_found_by_their_exact_code(small_plan: Plan) -> None:
    assert small_plan.task("I.1") is small_plan.tasks[0]
    assert small_plan.target("CT26.01") is small_plan.targets[0]
    assert small_plan.unit("VP") is small_plan.units[0]
    assert small_plan.task("I.2") is small_plan.target("I.1") is small_plan.unit("I.1") is None


def test_a_plan_cannot_be_changed_in_place(small_plan: Plan) -> None:
    with pytest.raises(ValidationError):
        small_plan.tasks[0].deadline = "Quý IV/2026"


def test_a_key_that_the_model_does_not_know_is_refused() -> None:
    with pytest.raises(ValidationError):
        Task.model_validate(
            {"code": "I.1", "printed_code": "1", "area": "I", "title": "Rà soát", "place": "Phụ lục", "han": "2026"}
        )


def test_a_copy_with_other_tasks_finds_its_own(small_plan: Plan) -> None:
    known = small_plan.tasks[0]
    assert small_plan.task(known.code) is known
    other = known.model_copy(update={"code": "I.9"})
    copied = small_plan.model_copy(update={"tasks": (other,)})
    assert copied.task("I.9") is other
    assert copied.task(known.code) is None
    assert copied != small_plan == Plan.model_validate(small_plan.model_dump())
