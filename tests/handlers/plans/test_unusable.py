"""A plan file on the server that cannot be used: the office reads what is wrong and where; nobody else does."""

from __future__ import annotations

import pytest

from handlers.plans.unusable import unusable, usable
from handlers.wording import common
from knowledge.importing.problems import Problem
from storage.records import Role
from storage.unit_of_work import Database
from tests.support.plans import small_plan
from tests.support.talk import Talk

pytestmark = pytest.mark.sqlite
FAULT = Problem("unknown_unit", ("tasks", 3, "lead"), 412, subject="II.5", data={"unit": "KHONG-CO"})
WHERE = "dòng 412, nhiệm vụ II.5, tasks[3].lead: không có đơn vị mã “KHONG-CO”"


@pytest.fixture
async def faulty(database: Database) -> Talk:
    talk = Talk(database)
    async with talk.database.write() as uow:
        await unusable(uow, "plan.yaml", [FAULT], talk.now)
    return talk


@pytest.mark.parametrize("words", ["Văn phòng chủ trì việc gì?", "/nhiemvu", "/tiendo", "/hanchot"])
async def test_without_a_plan_the_office_reads_why_and_others_read_that_there_is_none(faulty: Talk, words: str) -> None:
    minh, lan = await faulty.member("Minh", Role.OFFICE), await faulty.member("Lan")
    said = await minh.says(words)
    assert common.NO_PLAN in said
    assert WHERE in said
    assert "chưa trả lời, chưa nhắc việc được" in said
    other = await lan.says(words)
    assert common.NO_PLAN in other
    assert "plan.yaml" not in other


async def test_with_a_plan_all_goes_on_and_the_system_page_says_it(faulty: Talk) -> None:
    await faulty.follow(small_plan())
    minh = await faulty.member("Minh", Role.OFFICE)
    assert "plan.yaml" not in await minh.says("/nhiemvu")
    said = await minh.says("/hethong")
    assert WHERE in said
    assert "theo bản kế hoạch đã nạp trước đó" in said


async def test_a_mended_file_is_not_spoken_of_any_more(faulty: Talk) -> None:
    async with faulty.database.write() as uow:
        await usable(uow, faulty.now)
    minh = await faulty.member("Minh", Role.OFFICE)
    assert "plan.yaml" not in await minh.says("/hethong")
    assert "plan.yaml" not in await minh.says("/nhiemvu")
