"""Several plans side by side: whose codes are meant, and what the office sets about each."""

from __future__ import annotations

import pytest

from knowledge.model import Plan
from storage.records import Role
from tests.support.plans import small_plan
from tests.support.talk import Person, Talk


def other_plan() -> Plan:
    """Another plan of the same office: its I.1 is another task, and only it has I.7."""
    plan = small_plan()
    tasks = [
        task.model_copy(update={"title": f"Chuyển đổi số, việc {n}", "code": f"I.{n}", "printed_code": str(n)})
        for n, task in enumerate((*plan.tasks, plan.tasks[0]), 1)
    ]
    return plan.model_copy(
        update={
            "id": "cds",
            "title": "Kế hoạch chuyển đổi số",
            "short_title": "Chuyển đổi số 2026",
            "tasks": tuple(tasks),
        }
    )


@pytest.fixture
async def lan(talk: Talk) -> Person:
    talk.now = talk.now.replace(minute=1)
    await talk.follow(other_plan())
    return await talk.member("Lan", Role.STAFF, "TH")


@pytest.fixture
async def minh(talk: Talk, lan: Person) -> Person:
    return await talk.member("Minh", Role.OFFICE, "TH")


async def progress(talk: Talk) -> list[tuple[str, str, float | None]]:
    async with talk.database.read() as uow:
        found = [entry for plan in ("small", "cds") for entry in await uow.progress.history(plan)]
    return [(entry.plan, entry.task, entry.percent) for entry in found]


async def test_a_person_works_with_the_plan_that_they_chose(talk: Talk, lan: Person) -> None:
    assert "Rà soát quy chế" in await lan.says("/nhiemvu I.1"), (
        "the plan that was loaded first, until another is chosen"
    )
    assert "Đang dùng kế hoạch “Chuyển đổi số 2026”" in await lan.says("/kehoach chuyển đổi số")
    assert "Chuyển đổi số, việc 1" in await lan.says("/nhiemvu I.1")
    hung = await talk.member("Hùng", Role.STAFF, "TH")
    assert "Rà soát quy chế" in await hung.says("/nhiemvu I.1")
    assert "đang dùng" in await lan.says("/kehoach")


async def test_a_code_of_another_plan_is_offered_there_by_name(talk: Talk, lan: Person) -> None:
    said = await lan.says("/tiendo I.7 60%")
    assert "Mã I.7 có trong kế hoạch “Chuyển đổi số 2026”" in said
    await lan.takes("Mở ở: Chuyển đổi số 2026")
    assert await progress(talk) == [("cds", "I.7", 60)]


async def test_a_button_means_the_plan_that_it_was_offered_for(talk: Talk, lan: Person) -> None:
    await lan.says("/nhiemvu I.1")
    update = lan.choice("Cập nhật")
    await lan.says("/kehoach chuyển đổi số")
    await lan.presses(update.token)
    await lan.says("70%")
    assert await progress(talk) == [("small", "I.1", 70)]


async def test_a_button_means_its_plan_though_it_was_the_only_one(talk: Talk) -> None:
    hung, minh = await talk.member("Hùng", Role.STAFF, "TH"), await talk.member("Minh", Role.OFFICE, "TH")
    await hung.says("/nhiemvu I.1")
    update = hung.choice("Cập nhật")
    talk.now = talk.now.replace(minute=1)
    await talk.follow(other_plan())
    await minh.says("/kehoach")
    await minh.takes("Quản lý: Chuyển đổi số 2026")
    await minh.takes("mặc định")
    await hung.presses(update.token)
    await hung.says("70%")
    assert await progress(talk) == [("small", "I.1", 70)]


async def test_what_is_typed_for_an_archived_plan_changes_no_other(talk: Talk, lan: Person, minh: Person) -> None:
    await lan.says("/nhiemvu I.1")
    await lan.takes("Cập nhật")
    await minh.says("/kehoach")
    await minh.takes("Quản lý: Kế hoạch 2026")
    await minh.takes("Lưu trữ")
    await minh.takes("Đồng ý")
    await lan.says("70%")
    assert await progress(talk) == []


async def test_a_button_of_an_archived_plan_changes_nothing(talk: Talk, lan: Person, minh: Person) -> None:
    await lan.says("/nhiemvu I.1")
    update = lan.choice("Cập nhật")
    await minh.says("/kehoach")
    await minh.takes("Quản lý: Kế hoạch 2026")
    await minh.takes("Lưu trữ")
    assert "Đã lưu trữ" in await minh.takes("Đồng ý")
    assert "không còn được theo dõi" in await lan.presses(update.token)
    assert "Chuyển đổi số, việc 1" in await lan.says("/nhiemvu I.1")


async def test_the_office_archives_restores_and_sets_default_and_end(talk: Talk, minh: Person) -> None:
    await minh.says("/kehoach")
    await minh.takes("Quản lý: Chuyển đổi số")
    assert "mặc định từ nay" in await minh.takes("Đặt làm mặc định")
    hung = await talk.member("Hùng", Role.STAFF, "TH")
    assert "Chuyển đổi số, việc 1" in await hung.says("/nhiemvu I.1")
    assert "mặc định từ nay là “Kế hoạch 2026”" in await minh.takes("Hoàn tác")
    await minh.says("/kehoach")
    await minh.takes("Quản lý: Chuyển đổi số")
    await minh.takes("Đổi ngày kết thúc")
    assert "đến 31/12/2030" in await minh.says("31/12/2030")
    assert "đến 31/12/2027" in await minh.takes("Hoàn tác")
    await minh.says("/kehoach")
    await minh.takes("Quản lý: Chuyển đổi số")
    await minh.takes("Lưu trữ")
    await minh.takes("Đồng ý")
    assert "Kế hoạch đang theo dõi: 1" in await minh.says("/kehoach")
    assert "theo dõi lại" in await minh.takes("Theo dõi lại: Chuyển đổi số")
    assert "Kế hoạch đang theo dõi: 2" in await minh.says("/kehoach")
    said = await minh.says("/nhatky")
    assert "lưu trữ kế hoạch Chuyển đổi số 2026" in said
    assert "đổi ngày kết thúc kế hoạch" in said


async def test_with_one_plan_nothing_is_said_of_others(talk: Talk) -> None:
    hung = await talk.member("Hùng", Role.STAFF, "TH")
    assert "kế hoạch “" not in await hung.says("/nhiemvu I.1")
    assert "Kế hoạch đang theo dõi: 1" in await hung.says("/kehoach")


async def test_staff_set_nothing_about_a_plan(talk: Talk, minh: Person, lan: Person) -> None:
    assert "Quản lý" not in await lan.says("/kehoach")
