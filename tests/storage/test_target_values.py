"""The log of measured values of targets."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from storage.errors import NotWritten
from storage.records import Member, TargetValue
from storage.unit_of_work import Database, UnitOfWork

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


async def _add(uow: UnitOfWork, plan: str, member: Member, **more: Any) -> TargetValue:
    given: dict[str, Any] = {
        "target": "CT1",
        "period": "2026-Q3",
        "day": date(2026, 9, 30),
        "value": 72.5,
        "undoes": None,
    }
    return await uow.target_values.add(
        plan=plan, document="4/BC", note="đủ", member_id=member.id, unit="VP", now=NOW, **{**given, **more}
    )


async def test_values_are_kept_in_order_and_one_taken_back_stays_and_says_so(
    database: Database, plan: str, lan: Member
) -> None:
    async with database.write() as uow:
        first = await _add(uow, plan, lan)
        second = await _add(uow, plan, lan, value=80.0)
        undo = await _add(uow, plan, lan, value=None, undoes=first.id)
    async with database.read() as uow:
        log = await uow.target_values.of_plan(plan)
        assert [(v.id, v.value, v.undone) for v in log] == [
            (first.id, 72.5, True),
            (second.id, 80.0, False),
            (undo.id, None, False),
        ]
        assert (log[0].day, log[0].document, log[0].note, log[0].member_name, log[0].at) == (
            date(2026, 9, 30),
            "4/BC",
            "đủ",
            lan.name,
            NOW,
        )
        assert await uow.target_values.get(first.id) == log[0]
        assert await uow.target_values.of_plan("another") == []


async def test_a_value_is_taken_back_once(database: Database, plan: str, lan: Member) -> None:
    async with database.write() as uow:
        value = await _add(uow, plan, lan)
        await _add(uow, plan, lan, value=None, undoes=value.id)
    with pytest.raises(NotWritten):
        async with database.write() as uow:
            await _add(uow, plan, lan, value=None, undoes=value.id)
