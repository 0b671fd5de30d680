"""Which tasks a typed code may mean."""

from __future__ import annotations

import pytest

from knowledge.model import Plan
from knowledge.progress.codes import codes_like, nearest_codes


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("II.5", ("II.5",)),
        ("II.05", ("II.5",)),
        ("(ii.5)", ("II.5",)),
        ("vi42", ("VI.4.2",)),
        ("nhiệm vụ 5 mục II", ("II.5",)),
        ("2.5", ("II.5",)),
        ("2.1", ("II.1", "VI.2.1")),
        ("4.6", ("VI.4.6",)),
        ("VI.5", ("VI.5.1", "VI.5.2", "VI.5.3", "VI.5.4")),
        ("II.9", ()),
        ("thanh toán", ()),
        ("II.5 và II.6", ()),
        ("", ()),
    ],
)
def test_a_typed_code_means_these_tasks(plan: Plan, typed: str, codes: tuple[str, ...]) -> None:
    assert codes_like(typed, plan) == codes


def test_every_code_of_the_plan_means_itself_only(plan: Plan) -> None:
    for task in plan.tasks:
        assert codes_like(task.code, plan) == (task.code,)
        assert codes_like(task.code.lower().replace(".", " "), plan) == (task.code,)


def test_the_nearest_codes_are_of_the_same_place_first(plan: Plan) -> None:
    assert nearest_codes("VI.2.5", plan) == ("VI.2.4", "VI.2.3", "VI.2.2")
    assert nearest_codes("II.9", plan, 1) == ("II.8",)
    assert nearest_codes("???", plan) == ()
