"""The plan file is loaded when it is new or has changed; what the office corrected meanwhile stands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from bot.opening import load, opened
from bot.plan_file import PlanFileError, load_plan
from bot.settings import Settings
from handlers.plans.unusable import TROUBLE
from knowledge.editing import changed, with_task
from knowledge.model import Plan
from storage.records import MessageState, Role
from storage.unit_of_work import Database
from tests.support.plans import small_plan

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


# ---- a file whose rows moved -----------------------------------------------------------------------------------------


def numbered_anew(plan: Plan, *titles: str) -> Plan:
    """The plan with rows of these titles before its own, all numbered anew as a paper is."""
    first = plan.tasks[0]
    rows = [*(first.model_copy(update={"title": title, "names": ()}) for title in titles), *plan.tasks]
    coded = (row.model_copy(update={"code": f"I.{n}", "printed_code": f"{n}"}) for n, row in enumerate(rows, 1))
    return plan.model_copy(update={"tasks": tuple(coded)})


def file_of(folder: Path, plan: Plan) -> Settings:
    """Settings with a file of this plan."""
    file = folder / "plan.yaml"
    file.write_text(yaml.safe_dump(plan.model_dump(mode="json"), allow_unicode=True), encoding="utf-8")
    return Settings().model_copy(update={"plan": file})


async def in_use(database: Database, plan: Plan) -> Plan:
    async with database.read() as uow:
        (stored,) = await uow.plans.active()
        assert stored.id == plan.id
        return Plan.model_validate_json(stored.document)


async def told(database: Database) -> list[str]:
    """What waits for people."""
    async with database.read() as uow:
        return [message.reply for message in await uow.outbox.due(NOW)]


async def test_a_file_whose_rows_moved_leaves_each_task_its_code(database: Database, tmp_path: Path) -> None:
    """Progress, extensions and reminders are kept under codes: they stay with the work that they are of."""
    plan = numbered_anew(small_plan())
    await load(database, file_of(tmp_path, plan), NOW)
    async with database.write() as uow:
        await uow.members.add("Minh", Role.OFFICE, None, NOW)
    await load(database, file_of(tmp_path, numbered_anew(small_plan(), "Mua sắm trang thiết bị phòng họp")), NOW)
    now = await in_use(database, plan)
    assert {task.code: task.title for task in plan.tasks}.items() <= {t.code: t.title for t in now.tasks}.items()
    assert len(now.tasks) == len(plan.tasks) + 1
    (notice,) = await told(database)
    assert "Thêm 1 nhiệm vụ, bỏ 0" in notice


async def test_a_code_that_vanished_is_given_to_nothing_else(database: Database, tmp_path: Path) -> None:
    plan = numbered_anew(small_plan())
    gone, *rest = plan.tasks
    await load(database, file_of(tmp_path, plan), NOW)
    await load(database, file_of(tmp_path, numbered_anew(plan.model_copy(update={"tasks": tuple(rest)}))), NOW)
    now = await in_use(database, plan)
    assert [task.code for task in now.tasks] == [task.code for task in rest]
    assert now.task(gone.code) is None


async def test_a_file_that_leaves_in_doubt_what_stayed_is_not_loaded_and_the_office_hears_of_it_once(
    database: Database, tmp_path: Path
) -> None:
    plan = numbered_anew(small_plan())
    await load(database, file_of(tmp_path, plan), NOW)
    async with database.write() as uow:
        await uow.members.add("Minh", Role.OFFICE, None, NOW)
    first = plan.tasks[0].model_copy(update={"title": plan.tasks[0].title + ", thống kê, phân loại thêm các"})
    moved = plan.model_copy(update={"tasks": (*plan.tasks[1:], first)})
    for _ in range(2):
        await load(database, file_of(tmp_path, numbered_anew(moved)), NOW)
    assert await in_use(database, plan) == plan
    (notice,) = await told(database)
    assert "/nhapkehoach" in notice


async def test_a_file_with_another_number_of_the_same_paper_is_not_followed_beside_it(
    database: Database, tmp_path: Path
) -> None:
    """Else everybody would be reminded of everything twice."""
    plan = numbered_anew(small_plan())
    await load(database, file_of(tmp_path, plan), NOW)
    await load(database, file_of(tmp_path, plan.model_copy(update={"id": "ke-hoach-so-khac"})), NOW)
    assert await in_use(database, plan) == plan


async def test_the_same_file_as_the_office_loaded_does_not_undo_what_it_corrected(
    database: Database, tmp_path: Path
) -> None:
    plan = small_plan()
    after, _ = changed(plan, plan.tasks[0], {"deadline": "31/3/2027"}, "")
    async with database.write() as uow:
        await uow.plans.put(plan.id, plan.model_dump_json(), NOW.date(), plan.ends, NOW)
        await uow.plans.put(plan.id, with_task(plan, after).model_dump_json(), NOW.date(), plan.ends, NOW)
    await load(database, file_of(tmp_path, plan), NOW)
    assert await in_use(database, plan) == with_task(plan, after)


# ---- a file that cannot be used --------------------------------------------------------------------------------------


def broken(folder: Path, text: str) -> Settings:
    """Settings with a file of this text."""
    file = folder / "plan.yaml"
    file.write_text(text, encoding="utf-8")
    return Settings().model_copy(update={"plan": file})


def with_fault(plan: Plan) -> str:
    """The file of a plan of which a task has an impossible lead."""
    task = plan.tasks[0].model_copy(update={"lead": ("KHONG-CO",)})
    return yaml.safe_dump(plan.model_copy(update={"tasks": (task, *plan.tasks[1:])}).model_dump(mode="json"))


@pytest.mark.parametrize("text", ["title: [chưa\n  đóng", "", "\x00\x01", with_fault(small_plan())])
async def test_a_file_that_cannot_be_used_leaves_what_was_loaded_and_the_office_hears_of_it_once(
    database: Database, tmp_path: Path, text: str
) -> None:
    plan = small_plan()
    await load(database, file_of(tmp_path, plan), NOW)
    async with database.write() as uow:
        await uow.members.add("Minh", Role.OFFICE, None, NOW)
    for _ in range(2):
        with pytest.raises(PlanFileError):
            await load(database, broken(tmp_path, text), NOW)
    assert await in_use(database, plan) == plan
    (notice,) = await told(database)
    assert "plan.yaml" in notice
    assert "theo bản kế hoạch đã nạp trước đó" in notice


async def test_the_notice_says_where_in_the_file_it_is(database: Database, tmp_path: Path) -> None:
    async with database.write() as uow:
        await uow.members.add("Minh", Role.OFFICE, None, NOW)
    with pytest.raises(PlanFileError):
        await load(database, broken(tmp_path, with_fault(small_plan())), NOW)
    (notice,) = await told(database)
    assert "dòng " in notice
    assert "KHONG-CO" in notice
    assert "chưa trả lời, chưa nhắc việc được" in notice


async def test_another_fault_is_told_anew_and_a_mended_file_as_well(database: Database, tmp_path: Path) -> None:
    async with database.write() as uow:
        minh = await uow.members.add("Minh", Role.OFFICE, None, NOW)
    later = NOW + timedelta(hours=1)
    with pytest.raises(PlanFileError):
        await load(database, broken(tmp_path, ""), NOW)
    with pytest.raises(PlanFileError):
        await load(database, broken(tmp_path, with_fault(small_plan())), later)
    for _ in range(2):
        await load(database, file_of(tmp_path, small_plan()), later)
    async with database.read() as uow:
        assert await uow.outbox.counts() == {MessageState.PENDING: 3}
        last = await uow.outbox.get(f"{TROUBLE}:{later.isoformat()}:over:{minh.id}")
    assert last is not None
    assert "đã dùng được trở lại" in last.reply


async def test_whoever_comes_to_the_office_later_hears_of_it_at_the_next_start(
    database: Database, tmp_path: Path
) -> None:
    for moment in (NOW, NOW + timedelta(hours=1)):
        with pytest.raises(PlanFileError):
            await load(database, broken(tmp_path, ""), moment)
        async with database.write() as uow:
            await uow.members.add(f"Minh {moment}", Role.OFFICE, None, moment)
    assert len(await told(database)) == 1


async def test_the_program_opens_with_a_file_that_cannot_be_used(sqlite_url: str, tmp_path: Path) -> None:
    said: list[PlanFileError] = []
    settings = broken(tmp_path, "").model_copy(update={"database_url": sqlite_url})
    async with opened(settings, NOW, said.append) as database, database.read() as uow:
        assert await uow.plans.active() == []
    assert [error.path for error in said] == [settings.plan]
