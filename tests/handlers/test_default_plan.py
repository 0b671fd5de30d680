"""Staff's day on the plan that comes with the program: its parts of units, collective units, codes and deadlines."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from handlers import digest
from handlers.reminders import digests
from knowledge.model import Plan
from storage.records import LineKind, Role
from tests.support.engines import default_plan
from tests.support.talk import ZONE, Talk, text_of

pytestmark = pytest.mark.sqlite


@pytest.fixture(scope="module")
def plan() -> Plan:
    return default_plan()


async def test_a_day_of_a_department(talk: Talk, plan: Plan) -> None:
    await talk.follow(plan)
    lan = await talk.member("Lan", unit="VP")
    hoa = await talk.member("Hoa", unit="TCCB")
    nam = await talk.member("Nam", unit="KHTC")
    assert "Đã ghi nhận II.5: 60%, đang thực hiện" in await lan.says("/tiendo II.5 60% đã trình UBND tỉnh")
    # A part of Hoa's department leads I.1.
    assert "Kỳ: năm 2026" in await hoa.says("I.1 được 40% rồi")
    # All departments cooperate: a note, no percent.
    assert "chỉ thêm được ghi chú" in await nam.says("/tiendo II.5 80%")
    assert "Đã thêm ghi chú cho II.5 (60%, đang thực hiện)" in await nam.says("/tiendo II.5 đã gửi góp ý")
    # "2.5" is printed in no row: it may be II.5 or VI.2.5, which there is not.
    assert "Chưa ghi gì" in await lan.says("/tiendo 2.5 70%")
    assert "Đã ghi nhận II.5: 60% → 70%" in await lan.takes("II.5")
    assert "Chưa ghi gì" in await lan.says("/tiendo VI.2.5 50%")
    assert "14/08/2026" in await lan.says("/nhiemvu II.2")


async def test_every_task_opens_with_its_periods_and_its_log(talk: Talk, plan: Plan) -> None:
    await talk.follow(plan)
    minh = await talk.member("Minh", Role.OFFICE, "VP")
    for task in plan.tasks:
        said = await minh.says(f"/nhiemvu {task.code}")
        assert said.startswith(f"{task.code}. {task.title}")
        assert "None" not in said
        assert task.deadline in said
        assert "Chưa có cập nhật nào" in await minh.takes("Lịch sử")


async def test_the_digests_of_a_year_end_read_well(talk: Talk, plan: Plan) -> None:
    await talk.follow(plan)
    for name, unit in (("Lan", "VP"), ("Hoa", "TCCB"), ("Nam", "KHTC")):
        await talk.member(name, unit=unit)
    day, seen = date(2026, 12, 1), set[str]()
    async with talk.database.read() as uow:
        while day < date(2027, 1, 12):
            for one in await digests(uow, talk.office, day, ZONE):
                said = text_of(digest.message(one.lines, day, talk.office.calendar))
                assert "None" not in said
                assert talk.office.calendar.is_working(day)
                seen |= {line.standing.task.code for line in one.lines if line.kind is LineKind.DIGEST}
            day += timedelta(days=1)
    yearly = {t.code for t in plan.tasks if "tiếp theo" in t.deadline or t.deadline == "Hàng năm"}
    assert seen == yearly - {"II.2"}  # due in August


async def test_looking_is_the_same_for_whoever_looks_first(talk: Talk, plan: Plan) -> None:
    """The plan's parsed form is shared between people: nobody's filter changes what others see."""
    await talk.follow(plan)
    lan, nam = await talk.member("Lan", unit="VP"), await talk.member("Nam", unit="KHTC")
    first = await nam.says("/hanchot")
    await lan.says("/nhiemvu tất cả")
    talk.now += timedelta(minutes=1)
    assert await nam.says("/hanchot") == first
    assert talk.now > datetime(2026, 11, 24, tzinfo=UTC)
