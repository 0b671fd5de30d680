"""Who may record the progress of a task, who may add a note, and who may do neither."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from handlers.rights import Right, right_of
from knowledge.model import Plan, Unit
from storage.records import Member, Role
from tests.support.plans import small_plan


def _member(unit: str | None, role: Role = Role.STAFF) -> Member:
    return Member(1, "Lan", role, unit, True, datetime(2026, 1, 1, tzinfo=UTC))


def _with_lead(*lead: str) -> Plan:
    """The small plan with a part of a unit, and I.1 led by these units."""
    plan = small_plan()
    part = Unit(code="TH-PC", name="Phòng Tổng hợp (pháp chế)", short="pháp chế", part_of="TH")
    task = plan.tasks[0].model_copy(update={"lead": lead, "cooperating": ("TC",)})
    return plan.model_copy(update={"units": (*plan.units, part), "tasks": (task,)})


@pytest.mark.parametrize(
    ("lead", "unit", "right"),
    [
        (("TH",), "TH", Right.RECORD),
        (("TH",), "TH-PC", Right.RECORD),  # a part of the lead unit
        (("TH-PC",), "TH", Right.RECORD),  # the whole that the lead is a part of
        (("TH", "BD"), "BD", Right.RECORD),  # one of several lead units
        (("TH",), "TC", Right.NOTE),
        (("TH",), "BD", Right.NONE),
        (("TH",), None, Right.NONE),
        (("CPM",), "TC", Right.RECORD),  # "all departments" lead
        ((), "TH", Right.NONE),
    ],
)
def test_a_unit_has_the_right_that_the_plan_gives_it(lead: tuple[str, ...], unit: str | None, right: Right) -> None:
    plan = _with_lead(*lead)
    assert right_of(_member(unit), plan.tasks[0], plan) is right


@pytest.mark.parametrize(
    ("role", "right"),
    [(Role.OFFICE, Right.RECORD), (Role.DIRECTOR, Right.NONE), (Role.STAFF, Right.NONE), (Role.HEAD, Right.NONE)],
)
def test_without_a_unit_only_the_office_records(role: Role, right: Right) -> None:
    plan = _with_lead("TH")
    assert right_of(_member(None, role), plan.tasks[0], plan) is right


def test_an_outside_body_is_not_one_of_all_departments() -> None:
    plan = _with_lead("CPM")
    assert right_of(_member("BD"), plan.tasks[0], plan) is Right.NONE
