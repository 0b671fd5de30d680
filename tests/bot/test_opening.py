"""The plan file is loaded when it is new or has changed; what the office corrected meanwhile stands."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import yaml

from bot.opening import load
from bot.plan_file import load_plan
from bot.settings import Settings
from knowledge.editing import changed, with_task
from storage.unit_of_work import Database

NOW = datetime(2026, 11, 24, 1, tzinfo=UTC)


async def test_a_restart_does_not_undo_what_the_office_corrected(database: Database) -> None:
    settings = Settings()
    plan = load_plan(settings.plan)
    await load(database, settings, NOW)
    after, _ = changed(plan, plan.tasks[0], {"deadline": "31/3/2027"}, "")
    async with database.write() as uow:
        corrected = with_task(plan, after).model_dump_json()
        await uow.plans.put(plan.id, corrected, NOW.date(), plan.ends, NOW)
    await load(database, settings, NOW)
    async with database.read() as uow:
        stored = await uow.plans.get(plan.id)
    assert stored is not None
    assert (stored.version, stored.document) == (2, corrected)


async def test_a_file_that_was_changed_is_a_further_version(database: Database, tmp_path: Path) -> None:
    settings = Settings()
    await load(database, settings, NOW)
    plan = load_plan(settings.plan)
    file = tmp_path / "plan.yaml"
    file.write_text(yaml.safe_dump(plan.model_copy(update={"short_title": "Kế hoạch đã sửa"}).model_dump(mode="json")))
    await load(database, settings.model_copy(update={"plan": file}), NOW)
    async with database.read() as uow:
        stored = await uow.plans.get(plan.id)
    assert stored is not None
    assert stored.version == 2
    assert "Kế hoạch đã sửa" in stored.document
